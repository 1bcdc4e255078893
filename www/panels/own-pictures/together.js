// What several people have brought, put together: saved as a file, and added from files.

import { download } from "../../download.js";
import { make, words } from "../../elements.js";

/** @import {Collection} from "../../pictures/collection.js" */

const NAME = "pictures.zip";

export class Together {
  #collection;
  #saving = false;
  #save = make("button", { id: "own-pictures-save", class: "plain", attributes: { type: "button" } });
  #told = make("p", { id: "own-pictures-labels" });
  element;

  /**
   * @param {Collection} collection
   * @param {() => void} add asks for files
   * @param {(action: () => Promise<void>) => void} attempt tells what goes wrong
   */
  constructor(collection, add, attempt) {
    this.#collection = collection;
    this.#save.addEventListener("click", () => attempt(() => this.#write()));
    const attributes = { type: "button" };
    this.element = make(
      "section",
      { class: "own-pictures-together", label: "own-labels.together" },
      this.#told,
      make(
        "div",
        { class: "own-pictures-ways" },
        this.#save,
        make("button", {
          id: "own-pictures-add",
          class: "plain",
          words: "own-labels.add",
          attributes,
          on: { click: add },
        }),
      ),
      make("p", { class: "aside", words: "own-labels.together.note" }),
    );
  }

  async #write() {
    if (this.#saving || this.#collection.reading) return;
    this.#saving = true;
    this.draw();
    try {
      const archive = await this.#collection.write();
      download(new Blob([/** @type {BlobPart} */ (archive)], { type: "application/zip" }), NAME);
    } finally {
      this.#saving = false;
      this.draw();
    }
  }

  /** Nobody waits for what is being written. */
  stop() {
    this.#saving = false;
  }

  draw() {
    const { counts, pictures, reading } = this.#collection;
    this.element.hidden = pictures.length === 0;
    this.#save.setAttribute("aria-disabled", String(this.#saving || reading !== null));
    words(this.#save, this.#saving ? "own-labels.saving" : "own-labels.save");
    const named = [...counts.keys()].some((label) => label !== "");
    this.#told.hidden = !named;
    words(this.#told, counts.size > 1 ? "own-labels.told" : "own-labels.one", { count: counts.size });
  }
}
