// Start-up: what may become a script is settled first, then the page opens on an experiment.

import "./trusted-types.js";
import { App } from "./app.js";
import { fetchModuleEarly } from "./engine/early-module.js";
import { firstPaint } from "./first-paint.js";
import { startOffline } from "./offline/index.js";
import { isolate } from "./offline/isolation.js";

async function open() {
  await isolate();
  // On a slow line each byte that is asked for before would keep the page waiting.
  firstPaint().then(fetchModuleEarly);
  const app = new App();
  await app.start();
  startOffline(app);
}

open();
