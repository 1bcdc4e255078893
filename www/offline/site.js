// The files of the site, as the service worker keeps them: each under its path and the hash of its bytes. So a version
// never gets a file of another one, and what stays the same from one version to the next is kept.

import { hashOf } from "./hash.js";
import { scope } from "./worker-scope.js";

const { files, shell } = SITE;
const PAGE = "index.html";
/** Of this folder alone: another copy of the site may lie beside it on the same host. */
const root = scope.registration.scope;
const opened = caches.open(`generative-playground ${root}`);

/** @param {string} path */
const isListed = (path) => Object.hasOwn(files, path);

/** @param {string} path */
const keyOf = (path) => `${root}${path}?${files[path]}`;

/** @param {string} address @returns {string|null} from the folder of the site; null outside it */
export function pathOf(address) {
  if (!address.startsWith(root)) return null;
  return address.slice(root.length).replace(/[?#].*/s, "") || PAGE;
}

/** A page of an earlier version, still open, may ask for parts of its own. @param {string} path */
export const isOfSite = (path) => isListed(path) || path.startsWith("assets/");

/** @param {string} path */
async function find(path) {
  const cache = await opened;
  return isListed(path) ? cache.match(keyOf(path)) : cache.match(root + path, { ignoreSearch: true });
}

/** With the headers that let the page use threads, for hosts that send none. @param {Response} response */
function isolating(response) {
  // A redirection of the page is for the browser to follow.
  if (response.status === 0) return response;
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-embedder-policy", "require-corp");
  return new Response(response.body, { status, statusText, headers });
}

/** Only what is whole, and of this version. @param {string} path @param {Response} response */
async function keep(path, response) {
  if (response.status !== 200 || !isListed(path)) return false;
  const bytes = await response.clone().arrayBuffer();
  // What a host calls encoded, the browser has unpacked, and told whether it was whole.
  const unpacked = path.endsWith(".gz") && response.headers.has("content-encoding");
  if (!unpacked && (await hashOf(bytes)) !== files[path]) return false;
  await (await opened).put(keyOf(path), response);
  return true;
}

/**
 * @param {string} path
 * @param {Request} request
 * @param {(work: Promise<unknown>) => void} meanwhile what has to be done before the worker may end
 */
export async function respond(path, request, meanwhile) {
  // What came broken is asked for anew.
  const anew = request.cache === "reload" && request.mode !== "navigate";
  const kept = anew ? undefined : await find(path).catch(() => undefined);
  if (kept) return kept;
  const response = isolating(await fetch(request));
  if (response.status === 200) meanwhile(keep(path, response.clone()).catch(() => {}));
  return response;
}

/** @param {string} path @returns {Promise<boolean>} whether it is there then */
async function obtain(path) {
  if (await find(path)) return true;
  try {
    return await keep(path, isolating(await fetch(root + (path === PAGE ? "" : path), { cache: "no-cache" })));
  } catch {
    return false;
  }
}

/** The page's own parts, and these; the page that names them comes last. @param {string[]} paths */
export async function keepShellAnd(paths) {
  const parts = [...shell, ...paths].filter((path) => path !== PAGE && isListed(path));
  const kept = await Promise.all([...new Set(parts)].map(obtain));
  return kept.every(Boolean) && obtain(PAGE);
}

/** A name without the hash that the build puts into it. @param {string} path */
const plain = (path) => path.replace(/-[\w-]{8}(?=\.\w+$)/, "");

/** What is kept of an earlier version, as this one has it. */
export async function usedBefore() {
  const keys = await (await opened).keys();
  const used = new Set(keys.map(({ url }) => plain(pathOf(url) ?? "")));
  return Object.keys(files).filter((path) => used.has(plain(path)));
}

/** Lets go of what other versions have left. */
export async function tidy() {
  const cache = await opened;
  const own = new Set(Object.keys(files).map(keyOf));
  for (const request of await cache.keys()) if (!own.has(request.url)) await cache.delete(request);
}
