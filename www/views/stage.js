// What stands in the middle: the wall, the map or the plane, whichever the experiment calls for.

import { DATA_SETS } from "../defaults.js";
import { find } from "../find.js";
import { story } from "../ideas.js";

/** @import {State} from "../types/page" */
/** @import {WallMode} from "./wall.js" */

/** @type {Record<WallMode, string>} */
const VIEWS = { manifold: "Map", made: "Made", pairs: "Rebuilt" };

/** @param {State} state @returns {WallMode[]} the first is shown first */
function viewsFor({ family, code }) {
  if (family === "adversarial") return ["made"];
  if (family === "variational") return code === 2 ? ["manifold", "made", "pairs"] : ["made", "pairs"];
  return code === 2 ? ["pairs", "manifold", "made"] : ["pairs", "made"];
}

export class Stage {
  /** @type {WallMode} */
  mode = "made";
  #views = find("#views", HTMLElement);
  #title = find("#stage-title", HTMLElement);
  #key = find("#stage-key", HTMLElement);
  #points = false;
  /** @type {State|null} */
  #state = null;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  /** @param {State} state */
  reset(state) {
    this.#state = state;
    this.#points = DATA_SETS[state.dataset].kind === "points";
    find("#story", HTMLElement).textContent = story(state.family, this.#points);
    find("#wall-frame", HTMLElement).hidden = this.#points;
    find("#plane-frame", HTMLElement).hidden = !this.#points;
    find("#drawing", HTMLElement).hidden = this.#points;
    const views = this.#points ? [] : viewsFor(state);
    if (!views.includes(this.mode)) this.mode = views[0] ?? "made";
    this.#views.hidden = views.length < 2;
    this.#views.replaceChildren(
      ...views.map((view) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = VIEWS[view];
        button.dataset.view = view;
        button.addEventListener("click", () => {
          this.mode = view;
          this.#name();
          this.changed();
        });
        return button;
      }),
    );
    this.#name();
  }

  /** The view that suits the experiment best. @param {State} state */
  prefer(state) {
    this.mode = viewsFor(state)[0];
  }

  #name() {
    for (const button of this.#views.children) {
      button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.view === this.mode));
    }
    const { family } = /** @type {State} */ (this.#state);
    if (this.#points) {
      this.#title.textContent = family === "adversarial" ? "The plane, as the discriminator sees it" : "The plane";
      const field = family === "adversarial" ? "taken for real" : "well rebuilt";
      this.#key.innerHTML = `<b class="real">real</b> <b class="made">${family === "autoencoder" ? "rebuilt" : "made"}</b>
        <b class="field-real">${field}</b> <b class="field-made">not</b>`;
      return;
    }
    const words = {
      made: ["Made from the same noise all along", '<b class="made">made</b> <b class="real">real</b>'],
      pairs: ["Each real one, and below it rebuilt", '<b class="real">real</b> <b class="made">rebuilt</b>'],
      manifold: [
        "Every place decoded, and where the real ones lie",
        '<b class="made">decoded</b> <b class="real">real</b>',
      ],
    }[this.mode];
    this.#title.textContent = words[0];
    this.#key.innerHTML = words[1];
  }
}
