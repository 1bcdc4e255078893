// Between the page and the network: what is kept is given from here, what is used is kept, and all of it says that the
// page stands alone, so that it may use threads on any host.

import { isOfSite, keepShellAnd, pathOf, respond, tidy, usedBefore } from "./site.js";
import { scope } from "./worker-scope.js";

/** @import {Message} from "../types/offline" */

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim().then(tidyWhenAlone)));

/** The first takes over at once, and keeps what it is told to; a further one when it has everything and is told to. */
async function install() {
  if (!scope.registration.active) return scope.skipWaiting();
  if (!(await keepShellAnd(await usedBefore()))) throw new Error("Not all of this version is there yet.");
}

/** Another page may still be of the version before. */
async function tidyWhenAlone() {
  const pages = await scope.clients.matchAll({ type: "window" });
  if (pages.length <= 1) await tidy();
}

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (path === null || !isOfSite(path) || request.method !== "GET" || request.headers.has("range")) return;
  event.respondWith(respond(path, request, (work) => event.waitUntil(work)));
});

scope.addEventListener("message", (event) => event.waitUntil(obey(event.data, event.ports)));

/** @param {Message} message @param {readonly MessagePort[]} ports */
async function obey(message, [port]) {
  if (message.type === "take-over") return scope.skipWaiting();
  const paths = message.addresses.map(pathOf).filter((path) => path !== null);
  port.postMessage(await keepShellAnd(paths));
  await tidyWhenAlone();
}
