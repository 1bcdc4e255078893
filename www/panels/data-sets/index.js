// Beside the field for the data: what is chosen, from whom and how much of it; all of them to be seen; and one's own.

import { make, words } from "../../elements.js";
import { DATA_SETS } from "../../experiment/datasets.js";
import { classesOf } from "../../experiment/own-labels.js";
import { say } from "../../languages/index.js";
import "./data-sets.css";
import { told } from "./told.js";

/** @import {Hold, State} from "../../types/page" */
/** @import {Gallery} from "./gallery.js" */
/** @import {OwnPicturesDialog} from "../own-pictures/index.js" */

export class DataSets {
  /** Fetched when a person opens it. @type {Promise<Gallery>|null} */
  #gallery = null;
  /** @type {Promise<OwnPicturesDialog>|null} */
  #own = null;
  /** @type {Pick<State, "dataset"|"own">} */
  #current = { dataset: "", own: "" };
  #note = make("p", { id: "dataset-note", class: "aside" });
  #all = make("button", {
    id: "data-sets-open",
    class: "quiet",
    words: "data-sets.open",
    attributes: { type: "button", "aria-haspopup": "dialog" },
    on: { click: () => this.open() },
  });
  #bring = make("button", {
    id: "own-pictures-open",
    class: "quiet",
    words: "own-pictures.open",
    attributes: { type: "button", "aria-haspopup": "dialog" },
    on: { click: () => this.bring() },
  });
  #few = make("span", { id: "scarce-told" });
  #scarce = make(
    "p",
    { id: "scarce", class: "aside", hidden: true },
    this.#few,
    " ",
    make("button", {
      id: "scarce-all",
      class: "quiet",
      words: "data-sets.scarce.all",
      attributes: { type: "button", "aria-describedby": "scarce-told" },
      on: { click: () => this.#learnFromAll() },
    }),
  );
  element = make("div", { class: "data-sets-beside" }, this.#note, this.#all, this.#bring, this.#scarce);

  /** @param {(part: Partial<State>) => void} choose @param {Hold} hold */
  constructor(choose, hold) {
    this.choose = choose;
    this.hold = hold;
  }

  /** @param {State} state */
  show(state) {
    this.#current = state;
    const set = DATA_SETS[state.dataset];
    this.#note.hidden = !set?.credit && !set?.own;
    if (set?.own) words(this.#note, "data-sets.own.note");
    else if (set?.credit) words(this.#note, ...told(state.dataset));
    words(this.#bring, set?.own ? "own-pictures.change" : "own-pictures.open");
    const { scarce, scarceCount: count } = state;
    this.#scarce.hidden = scarce === "";
    if (scarce === "") return;
    words(this.#few, "data-sets.scarce", { label: say(classesOf(state)[scarce] ?? String(scarce)), count });
  }

  /** It goes away with its button: the focus stays beside the data. */
  #learnFromAll() {
    this.#all.focus();
    this.choose({ scarce: "" });
  }

  async open() {
    this.#gallery ??= import("./gallery.js").then(({ Gallery }) => new Gallery((dataset) => this.choose({ dataset })));
    (await this.#gallery).open(this.#current.dataset);
  }

  /** Pictures of one's own. @param {File[]} [files] that have come already */
  async bring(files = []) {
    const learn = (/** @type {string} */ own) => this.#learn(own);
    this.#own ??= import("../own-pictures/index.js").then(
      ({ OwnPicturesDialog }) => new OwnPicturesDialog(learn, this.hold),
    );
    (await this.#own).open(this.#current.own, files);
  }

  /** @param {string} own which of a person's own pictures */
  #learn(own) {
    const dataset = "own";
    // What was chosen of other labels says nothing of these.
    const anew = own === this.#current.own ? {} : { only: [], scarce: /** @type {const} */ ("") };
    const untold = classesOf({ dataset, own }).length === 0 ? { condition: /** @type {const} */ ("none") } : {};
    this.choose({ dataset, own, ...anew, ...untold });
  }
}
