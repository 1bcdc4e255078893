// Start-up: what may become a script is settled first, then the page opens on an experiment.

import "./trusted-types.js";
import { App } from "./app.js";
import { fetchModuleEarly } from "./engine/early-module.js";
import { firstPaint } from "./first-paint.js";
import { nextTask } from "./next-task.js";
import { startOffline } from "./offline/index.js";
import { isolate } from "./offline/isolation.js";

async function open() {
  await isolate();
  // On a slow line each byte that is asked for before would keep the page waiting.
  firstPaint().then(fetchModuleEarly);
  // A task of its own for each: together they would hold up a slow phone.
  await nextTask();
  const app = new App();
  await nextTask();
  await app.start();
  startOffline(app);
}

open();
