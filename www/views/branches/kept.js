// A fork that was left with the page: kept as what it takes to be there again, since training gives the same once more.

import { make, words } from "../../elements.js";

/** @import {PastStep, State} from "../../types/page" */
/** @import {Setting} from "./setting.js" */

/** Its session as a file: see experiment/store.js. @typedef {Omit<PastStep, "bytes"> & {file: Blob|null}} KeptPast */
/** The step that both have come to, and how many more they are trained at a time. @typedef {{past: KeptPast, part: Partial<State>, steps: number, step: number}} KeptFork */

/** @param {PastStep} past @returns {KeptPast} */
export function keptPast({ bytes, ...past }) {
  return { ...past, file: bytes && new Blob([/** @type {BlobPart} */ (bytes)]) };
}

/** @param {KeptPast} kept @returns {Promise<PastStep>} */
export async function pastOf({ file, ...past }) {
  return { ...past, bytes: file && new Uint8Array(await file.arrayBuffer()) };
}

/** Says that there is one, with the buttons that bring it back and forget it. */
export class Left {
  /** @type {KeptFork|null} */
  fork = null;
  #told = make("p", { id: "branches-left-told" });
  element;

  /** @param {Setting} setting @param {HTMLElement} after where the focus goes when it is forgotten @param {(fork: KeptFork) => void} bringBack */
  constructor(setting, after, bringBack) {
    this.setting = setting;
    const button = (/** @type {string} */ name, /** @type {() => void} */ click) =>
      make("button", {
        id: `branches-left-${name}`,
        class: "plain",
        words: `views.branches.left.${name}`,
        attributes: { type: "button", "aria-describedby": this.#told.id },
        on: { click },
      });
    const forget = () => {
      after.focus();
      this.show(null);
    };
    this.element = make(
      "div",
      { class: "branches-bar", hidden: true },
      this.#told,
      button("bring-back", () => this.fork && bringBack(this.fork)),
      button("forget", forget),
    );
  }

  /** @param {KeptFork|null} fork */
  show(fork) {
    this.fork = fork;
    this.element.hidden = fork === null;
    this.draw();
  }

  draw() {
    if (!this.fork) return;
    const { past, part, step } = this.fork;
    const change = this.setting.change(past.state, part);
    words(this.#told, "views.branches.left", { from: past.step, step, change });
  }
}
