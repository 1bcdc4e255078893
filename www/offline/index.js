// The page without a network: the service worker, what it keeps, and the versions after this one.

import { startKeeping } from "./keeping.js";
import { tellOfNewVersions } from "./new-version.js";
import { register, workers } from "./registration.js";

/** @import {App} from "../app.js" */

/** Once something trains: nothing waits for it. @param {App} app */
export async function startOffline(app) {
  if (!workers) return;
  try {
    const registration = await register(workers);
    tellOfNewVersions(app, workers, registration);
    startKeeping(app, workers);
  } catch {
    // Storage or workers are denied: the page works as long as there is a network.
  }
}
