// Tells of a new version when it is there. Nothing is loaded anew before a person says so.

import { make } from "../elements.js";
import { find } from "../find.js";
import "./offline.css";

/** @import {App} from "../app.js" */
/** @import {Message} from "../types/offline" */

/** @param {App} app @param {ServiceWorkerContainer} workers @param {ServiceWorkerRegistration} registration */
export function tellOfNewVersions(app, workers, registration) {
  let wanted = false;
  const take = make("button", { id: "new-version-use", words: "offline.use", attributes: { type: "button" } });
  const later = make("button", { id: "new-version-later", words: "offline.later", attributes: { type: "button" } });
  const text = make("p", { words: "offline.new-version" });
  const bar = make("div", { id: "new-version", hidden: true, attributes: { role: "status" } }, text, take, later);
  find("#offer", HTMLElement).after(bar);

  const show = () => {
    bar.hidden = !registration.waiting || !workers.controller;
  };
  take.addEventListener("click", async () => {
    wanted = true;
    take.disabled = true;
    await app.keeper.keep();
    registration.waiting?.postMessage(/** @type {Message} */ ({ type: "take-over" }));
  });
  later.addEventListener("click", () => {
    bar.hidden = true;
  });
  workers.addEventListener("controllerchange", () => {
    if (wanted) location.reload();
    else bar.hidden = true;
  });
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", show));
  // By themselves browsers look late, or once a day.
  const look = () => {
    if (!document.hidden) registration.update().catch(() => {});
  };
  document.addEventListener("visibilitychange", look);
  show();
  look();
}
