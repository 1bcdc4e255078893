// The link as a QR code, and the code as a picture to print.

import * as Comlink from "comlink";
import { download } from "../download.js";
import { context, make, makeSvg, words } from "../elements.js";
import { pageError } from "../errors.js";
import { sayError } from "../say-error.js";

/** @import {QrWorker, Code as Drawn} from "./qr-worker.js" */

const NAME = "generative-playground-link";
/** Of a saved one, in pixels at least: ten centimetres on paper, at 400 to the inch. */
const SIZE = 1600;
/** Typing goes on so long before a code is drawn. */
const PAUSE_MILLISECONDS = 150;
/** In either theme: readers know it so. */
const [DARK, LIGHT] = ["black", "white"];

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
  #save = make(
    "div",
    { class: "share-code-saving", hidden: true },
    saving("png", () => this.#savePng()),
    saving("svg", () => this.#saveSvg()),
  );
  element = make(
    "section",
    { class: "share-code", attributes: { "aria-labelledby": "share-code-title" } },
    make("h3", { id: "share-code-title", words: "share.code" }),
    this.#place,
    this.#told,
    this.#save,
  );
  #text = "";
  /** That is shown. @type {Drawn|null} */
  #code = null;
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
      this.#code = code;
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

  /** With its border, and each module so many whole pixels: a blurred edge is harder to read. */
  #savePng() {
    if (!this.#code) return;
    const { side, path } = this.#code;
    const scale = Math.ceil(SIZE / side);
    const canvas = make("canvas", { attributes: { width: String(scale * side), height: String(scale * side) } });
    const drawing = context(canvas);
    drawing.fillStyle = LIGHT;
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.scale(scale, scale);
    drawing.fillStyle = DARK;
    drawing.fill(new Path2D(path));
    canvas.toBlob((blob) => blob && download(blob, `${NAME}.png`));
  }

  #saveSvg() {
    if (!this.#code) return;
    const text = new XMLSerializer().serializeToString(drawn(this.#code));
    download(new Blob([text], { type: "image/svg+xml" }), `${NAME}.svg`);
  }
}

/** @param {"png"|"svg"} kind of a file @param {() => void} click */
const saving = (kind, click) =>
  make("button", {
    id: `share-code-${kind}`,
    class: "plain",
    words: `share.code.${kind}`,
    attributes: { type: "button" },
    on: { click },
  });

/** @param {Drawn} code */
function drawn({ side, path }) {
  const svg = makeSvg(
    "svg",
    { id: "share-code", viewBox: `0 0 ${side} ${side}`, width: SIZE, height: SIZE, role: "img" },
    makeSvg("rect", { width: side, height: side, fill: LIGHT }),
    makeSvg("path", { d: path, fill: DARK, "shape-rendering": "crispEdges" }),
  );
  words(svg, "share.code.of", {}, "aria-label");
  return svg;
}
