// Start-up: whatever becomes a script is looked at first, then the page opens on an experiment.

import { App } from "./app.js";
import { installTrustedTypes } from "./engine/trusted.js";

installTrustedTypes();
const app = new App();
app.start();
