// Where a person brings pictures of their own: chosen, dropped, pasted or taken; looked through; and learnt from.

import { make, words } from "../../elements.js";
import { pageError } from "../../errors.js";
import { partsOf } from "../../experiment/own-labels.js";
import { addOwn, isKept, LEAST_OWN, MOST_OWN, ownPictures } from "../../experiment/own-pictures.js";
import { nextTask } from "../../next-task.js";
import { Collection } from "../../pictures/collection.js";
import { acceptDrops, chosenFiles } from "../../pictures/gathering.js";
import { sayError } from "../../say-error.js";
import { Camera } from "./camera.js";
import { Drawing } from "./drawing.js";
import { Looking } from "./looking.js";
import "./own-pictures.css";
import { Report } from "./report.js";
import { Together } from "./together.js";

/** @import {Hold} from "../../types/page" */

const DRAWING_MILLISECONDS = 100;

export class OwnPicturesDialog {
  #collection = new Collection(MOST_OWN, () => this.#drawSoon());
  #drawing = new Drawing(this.#collection);
  #looking = new Looking(this.#collection, (action) => this.#attempt(action));
  #together = new Together(
    this.#collection,
    () => this.#files.click(),
    (action) => this.#attempt(action),
  );
  #report = new Report(this.#collection);
  #camera = new Camera((file) => this.#read([file]));
  #error = make("p", { id: "own-pictures-error", class: "refused", attributes: { role: "alert" } });
  #kept = make("input", { id: "own-pictures-kept", attributes: { type: "checkbox" } });
  #files = this.#input("own-pictures-files", {
    multiple: "",
    accept: "image/*,.zip,.gz,.idx,.idx1-ubyte,.idx3-ubyte,.svg",
  });
  #folder = this.#input("own-pictures-folder", { webkitdirectory: "" });
  #learn = this.#button("own-pictures-learn", "own-pictures.learn", () => this.#finish());
  #clear = this.#button("own-pictures-clear", "own-pictures.clear", () => this.#collection.clear());
  #draws = this.#button("own-pictures-draw", "own-labels.draw", () => {
    this.#draws.setAttribute("aria-expanded", String(this.#drawing.toggle()));
  });
  #parts = make("p", { id: "own-pictures-parts", class: "aside" });
  #place = make("div", { class: "own-pictures-place", attributes: { tabindex: "-1" } });
  element = make("dialog", { id: "own-pictures", attributes: { "aria-labelledby": "own-pictures-title" } });
  /** Pictures that are being taken up, or stored. */
  #busy = false;
  #timer = 0;

  /** @param {(id: string) => void} learn from the pictures of that name @param {Hold} hold */
  constructor(learn, hold) {
    this.learn = learn;
    this.hold = hold;
    this.#learn.classList.add("primary");
    this.#draws.setAttribute("aria-expanded", "false");
    const row = (/** @type {string} */ name, /** @type {Node[]} */ ...parts) =>
      make("div", { class: `own-pictures-${name}` }, ...parts);
    this.#place.append(
      row(
        "ways",
        this.#button("own-pictures-choose", "own-pictures.choose", () => this.#files.click()),
        this.#button("own-pictures-choose-folder", "own-pictures.folder", () => this.#folder.click()),
        this.#button("own-pictures-camera", "own-pictures.camera", () => this.#camera.toggle()),
        this.#draws,
        this.#files,
        this.#folder,
      ),
      make("p", { class: "aside", words: "own-pictures.ways" }),
      make("p", { class: "aside", words: "own-labels.folders" }),
      this.#camera.element,
      this.#drawing.element,
      this.#report.element,
      this.#looking.element,
      this.#together.element,
    );
    this.element.append(
      make("h2", { id: "own-pictures-title", words: "own-pictures.title" }),
      make("p", { words: "own-pictures.private" }),
      this.#place,
      this.#error,
      row("kept", this.#kept, make("label", { words: "own-pictures.kept", attributes: { for: this.#kept.id } })),
      this.#parts,
      row(
        "end",
        this.#learn,
        this.#clear,
        this.#button("own-pictures-cancel", "files.cancel", () => this.element.close()),
      ),
    );
    this.#listen();
    document.body.append(this.element);
  }

  #listen() {
    const { element } = this;
    acceptDrops(element, (files) => this.#attempt(async () => this.#read(await files)));
    element.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.#read(files);
    });
    element.addEventListener("close", () => {
      this.#camera.stop();
      this.#collection.stop();
      this.#together.stop();
    });
  }

  /**
   * @param {string} current name of the pictures that are learnt from; "" where it is from others
   * @param {File[]} files to be read at once
   */
  async open(current, files) {
    if (!this.element.open) this.element.showModal();
    this.#error.textContent = "";
    if (current && this.#collection.pictures.length === 0) {
      const [pictures, kept] = await Promise.all([ownPictures(current).catch(() => null), isKept(current)]);
      if (pictures) this.#collection.take(pictures.pixels, pictures.labels);
      this.#kept.checked = kept;
    }
    this.#draw();
    await this.#read(files);
  }

  /** @param {File[]} files */
  #read(files) {
    const reading = this.#collection.read(files);
    // Training would take the processors that decode them.
    if (files.length > 0) this.hold(() => reading).catch(() => {});
    return this.#attempt(() => reading);
  }

  async #finish() {
    if (this.#busy) return;
    this.#busy = true;
    this.#draw();
    try {
      // In several tasks: each of them takes long where there are thousands.
      await nextTask();
      const { id, kept } = await addOwn(this.#collection.all, this.#kept.checked);
      if (this.#kept.checked && !kept) {
        // Whoever presses once more learns from them without.
        this.#kept.checked = false;
        throw pageError("own-pictures-not-kept");
      }
      await nextTask();
      this.element.close();
      await nextTask();
      this.learn(id);
    } finally {
      this.#busy = false;
      this.#draw();
    }
  }

  /** @param {() => unknown} act */
  async #attempt(act) {
    this.#error.textContent = "";
    try {
      await act();
    } catch (error) {
      this.#error.textContent = sayError(error);
    }
  }

  /** What is read comes faster than anybody looks. */
  #drawSoon() {
    this.#timer ||= window.setTimeout(() => this.#draw(), DRAWING_MILLISECONDS);
  }

  #draw() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const count = this.#collection.pictures.length;
    const reads = this.#collection.reading !== null;
    for (const part of [this.#report, this.#drawing, this.#looking, this.#together]) part.draw();
    this.#learn.disabled = count < LEAST_OWN || reads || this.#busy;
    this.#clear.hidden = count === 0 && !reads;
    this.element.toggleAttribute("data-empty", count === 0 && !reads);
    if (count < LEAST_OWN) return words(this.#parts, "own-pictures.least", { least: LEAST_OWN, most: MOST_OWN });
    // Not worth its time while there are more with every look.
    if (reads) return;
    const { training, test, isShifted } = partsOf(this.#collection.pictures.map(({ label }) => label));
    const numbers = { training: training.length, test: test.length };
    words(this.#parts, isShifted ? "own-pictures.parts.shifted" : "own-pictures.parts", numbers);
  }

  /** @param {string} id @param {string} key @param {() => unknown} act */
  #button(id, key, act) {
    const click = () => this.#attempt(act);
    return make("button", { id, class: "plain", words: key, attributes: { type: "button" }, on: { click } });
  }

  /** @param {string} id @param {Record<string, string>} attributes */
  #input(id, attributes) {
    const input = make("input", {
      id,
      class: "unseen",
      label: "own-pictures.choose",
      attributes: { type: "file", tabindex: "-1", ...attributes },
      on: {
        change: () => {
          const files = chosenFiles(input.files);
          input.value = "";
          this.#read(files);
        },
      },
    });
    return input;
  }
}
