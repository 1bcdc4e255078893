// Start-up: what may become a script is settled first, then the page opens on an experiment.

import "./trusted-types.js";
import { App } from "./app.js";
import { nextTask } from "./next-task.js";
import { startOffline } from "./offline/index.js";
import { isolate } from "./offline/isolation.js";

async function open() {
  await isolate();
  // The page is drawn before its parts are made.
  await nextTask();
  const app = new App();
  await app.start();
  startOffline(app);
}

open();
