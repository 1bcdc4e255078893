// Start-up: what may become a script is settled first, then the page opens on an experiment.

import "./trusted-types.js";
import { App } from "./app.js";

const app = new App();
app.start();
