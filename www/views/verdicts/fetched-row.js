// A row of the table whose pictures have to be had first: by a press, or by itself, with another press where that failed.

import { make } from "../../elements.js";
import { percent, say } from "../../languages/index.js";
import { sayError } from "../../say-error.js";
import { Row } from "./row.js";

export class FetchedRow extends Row {
  #button;
  #told = make("span", { class: "aside", attributes: { role: "status" } });
  #fetch;
  #changed;
  #wanted = false;
  /** Which fetching counts: what comes of an earlier one is of another experiment. */
  #turn = 0;
  /** Of what is being fetched. @type {number|null} */
  #share = null;
  /** @type {unknown} */
  #error = null;

  /**
   * @param {ConstructorParameters<typeof Row>[0]} choice
   * @param {(progress: (share: number) => void) => Promise<Float32Array>} fetch
   * @param {() => void} changed there are pictures to be judged
   */
  constructor(choice, fetch, changed) {
    super(choice);
    this.#fetch = fetch;
    this.#changed = changed;
    this.#button = make("button", {
      id: `verdicts-add-${this.id}`,
      class: "plain",
      words: `${this.key}.add`,
      attributes: { type: "button" },
      on: { click: () => this.begin() },
    });
    this.offer = make("p", { class: "verdicts-offer" }, this.#button, this.#told);
  }

  /** @param {boolean} wanted whether there is such a row for the experiment @param {boolean} offered by a button */
  reset(wanted, offered) {
    this.forget();
    this.#turn += 1;
    this.#wanted = wanted;
    this.#share = null;
    this.#error = null;
    this.offer.hidden = !wanted || !offered;
    this.#tell();
  }

  /** By itself, once. */
  beginUnasked() {
    if (this.#error === null) this.begin();
  }

  async begin() {
    if (!this.#wanted || this.#share !== null || this.pictures) return;
    this.#turn += 1;
    const mine = this.#turn;
    this.#share = 0;
    this.#error = null;
    this.#tell();
    try {
      const pictures = await this.#fetch((share) => {
        if (mine !== this.#turn) return;
        this.#share = share;
        this.#tell();
      });
      if (mine !== this.#turn) return;
      this.take(pictures);
      this.offer.hidden = true;
      this.#changed();
    } catch (error) {
      if (mine !== this.#turn) return;
      this.#error = error;
      this.offer.hidden = false;
    }
    this.#share = null;
    this.#tell();
  }

  draw() {
    super.draw();
    this.#tell();
  }

  #tell() {
    // Its parts are drawn once before there are any of this class.
    if (!this.#button) return;
    this.#button.setAttribute("aria-disabled", String(this.#share !== null));
    let told = "";
    if (this.#share !== null) told = say("views.verdicts.fetching", { share: percent(this.#share) });
    else if (this.#error !== null) told = sayError(this.#error);
    this.#told.classList.toggle("refused", this.#error !== null);
    this.#told.textContent = told;
  }
}
