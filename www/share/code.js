// The link as a QR code, and the code as a file.

import * as Comlink from "comlink";
import { download } from "../download.js";
import { make, makeSvg, words } from "../elements.js";
import { pageError, sayError } from "../errors.js";

/** @import {QrWorker} from "./qr-worker.js" */

/** Of a saved one, in pixels. */
const SIZE = 1000;
/** Typing goes on so long before a code is drawn. */
const PAUSE_MILLISECONDS = 150;

/** @type {{remote: Comlink.Remote<QrWorker>, broken: Promise<never>}|null} */
let worker = null;

function start() {
  const started = new Worker(new URL("./qr-worker.js", import.meta.url), { type: "module", name: "qr" });
  /** @type {Promise<never>} */
  const broken = new Promise((_, reject) => {
    started.addEventListener("error", (event) => {
      event.preventDefault();
      worker = null;
      reject(pageError("code-unreachable"));
    });
  });
  broken.catch(() => {});
  return { remote: /** @type {Comlink.Remote<QrWorker>} */ (Comlink.wrap(started)), broken };
}

export class Code {
  #place = make("div", { class: "share-code-place" });
  #told = make("p", { id: "share-code-told", class: "aside", attributes: { role: "status" } });
  #save = make("button", {
    id: "share-code-save",
    class: "plain",
    words: "share.code.save",
    hidden: true,
    attributes: { type: "button" },
    on: { click: () => this.#download() },
  });
  element = make(
    "section",
    { class: "share-code", attributes: { "aria-labelledby": "share-code-title" } },
    make("h3", { id: "share-code-title", words: "share.code" }),
    this.#place,
    this.#told,
    this.#save,
  );
  #text = "";
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;

  /** @param {string} text */
  show(text) {
    if (text === this.#text) return;
    this.#text = text;
    this.#say("share.code.busy");
    this.#place.replaceChildren();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#draw(text), PAUSE_MILLISECONDS);
  }

  /** @param {string} text */
  async #draw(text) {
    worker ??= start();
    const { remote, broken } = worker;
    try {
      const code = await Promise.race([remote.draw(text), broken]);
      // Of a link that has changed meanwhile there is another to come.
      if (text !== this.#text) return;
      if (!code) return this.#say("share.code.too-long");
      this.#place.replaceChildren(drawn(code));
      this.#told.hidden = true;
      this.#save.hidden = false;
    } catch (error) {
      this.#text = "";
      this.#told.textContent = sayError(error);
    }
  }

  /** @param {string} key */
  #say(key) {
    words(this.#told, key);
    this.#told.hidden = false;
    this.#save.hidden = true;
  }

  #download() {
    const text = new XMLSerializer().serializeToString(/** @type {Node} */ (this.#place.firstChild));
    download(new Blob([text], { type: "image/svg+xml" }), "generative-playground-link.svg");
  }
}

/** Dark on light in either theme: readers know it so. @param {import("./qr-worker.js").Code} code */
function drawn({ side, path }) {
  const svg = makeSvg(
    "svg",
    { id: "share-code", viewBox: `0 0 ${side} ${side}`, width: SIZE, height: SIZE, role: "img" },
    makeSvg("rect", { width: side, height: side, fill: "white" }),
    makeSvg("path", { d: path, fill: "black", "shape-rendering": "crispEdges" }),
  );
  words(svg, "share.code.of", {}, "aria-label");
  return svg;
}
