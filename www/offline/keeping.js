// Has the service worker keep the page and what has been used of the site, and says so when all of it is kept.

import { make } from "../elements.js";
import { find } from "../find.js";
import { ask } from "./registration.js";

/** @import {App} from "../app.js" */

/** What a worker of the page has fetched, it alone knows; nothing where its engine is not to be had. @param {App} app */
async function* usedBy(app) {
  yield performance.getEntriesByType("resource").map(({ name }) => name);
  for (const worker of Object.values(app.engines.workers)) {
    if (worker.alive) yield await worker.call("open").catch(() => []);
  }
}

/** @param {App} app @param {ServiceWorkerContainer} workers */
export function startKeeping(app, workers) {
  const said = make("p", { id: "works-offline", class: "aside", attributes: { role: "status" } });
  find(".controls", HTMLElement).append(said);

  const keep = async () => {
    const { active } = await workers.ready;
    let whole = active !== null;
    for await (const addresses of usedBy(app)) {
      const kept = await ask(/** @type {ServiceWorker} */ (active), { type: "keep", addresses });
      whole &&= kept;
    }
    if (whole && said.childElementCount === 0) said.append(make("span", { words: "offline.works" }));
  };
  /** What was not to be had is asked for again when the network is back. */
  const attempt = () => keep().catch(() => {});
  attempt();
  window.addEventListener("online", attempt);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) attempt();
  });
}
