// A plain host for the site: any folder below its root, no header that it need not send. It can be stopped, and get a new
// version of the site.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { hashOf } from "../../www/offline/hash.js";

const SITE = resolve(import.meta.dirname, "../../dist");
const FOLDER = "/some/sub/path/";
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

export class FolderHost {
  /** Addresses of which it had nothing. @type {string[]} */
  missing = [];
  /** How often each path of the site was asked for. @type {Map<string, number>} */
  asked = new Map();
  #changed = new Map();
  #server = createServer((request, response) => this.#answer(request.url, response));

  /** @param {Record<string, string>} headers that it sends with everything */
  constructor(headers = {}) {
    this.headers = headers;
  }

  async start() {
    await new Promise((done) => this.#server.listen(0, "127.0.0.1", done));
    this.address = `http://127.0.0.1:${this.#server.address().port}${FOLDER}`;
    return this;
  }

  /** Nobody is there any more. */
  async stop() {
    if (!this.#server.listening) return;
    const stopped = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await stopped;
  }

  /** From now on the page has this in its head. @param {string} markup */
  async change(markup) {
    const page = await readFile(join(SITE, "index.html"), "utf8");
    const next = page.replace("</head>", `${markup}</head>`);
    const [before, after] = await Promise.all([page, next].map((text) => hashOf(Buffer.from(text))));
    const worker = await readFile(join(SITE, "service-worker.js"), "utf8");
    this.#changed.set("index.html", next);
    this.#changed.set("service-worker.js", worker.replace(before, after));
  }

  async #answer(url, response) {
    const path = new URL(url, "http://localhost").pathname;
    const name = path.startsWith(FOLDER) ? path.slice(FOLDER.length) || "index.html" : null;
    this.asked.set(name, (this.asked.get(name) ?? 0) + 1);
    const body = name && (this.#changed.get(name) ?? (await readFile(join(SITE, name)).catch(() => null)));
    if (!body) {
      // Browsers ask for it by themselves.
      if (path !== "/favicon.ico") this.missing.push(path);
      return response.writeHead(404).end();
    }
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, ...this.headers }).end(body);
  }
}
