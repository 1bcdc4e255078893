// Start-up: what may become a script is settled first, then the page opens on an experiment.

import "./trusted-types.js";
import { App } from "./app.js";
import { startOffline } from "./offline/index.js";
import { isolate } from "./offline/isolation.js";

async function open() {
  await isolate();
  const app = new App();
  await app.start();
  startOffline(app);
}

open();
