// The layers of the plane, each switched on and off by itself. What is chosen stays chosen with the next experiment.

import { make, words } from "../../elements.js";
import { say } from "../../languages/index.js";

/** @import {Experiment} from "../../types/page" */

/** @typedef {"real"|"made"|"field"|"grid"|"arrows"|"trail"} Layer */

/** @type {Layer[]} */
const LAYERS = ["real", "made", "field", "grid", "arrows", "trail"];
/** @type {Layer[]} */
const USUAL = ["real", "made", "field"];

/**
 * The layers that suit an experiment, and what each is called there: views.plane.layer.<name>.
 * @param {Experiment} experiment
 * @returns {Partial<Record<Layer, string>>}
 */
function layersOf({ encodes, spreads, discriminates, conditioned }) {
  const rebuilds = encodes && !spreads;
  return {
    real: "real",
    made: rebuilds ? "rebuilt" : "made",
    field: discriminates ? "verdicts" : "anomaly",
    ...(rebuilds || conditioned ? {} : { grid: spreads ? "codes" : "noise" }),
    ...(discriminates ? { arrows: "arrows" } : {}),
    trail: rebuilds ? "rebuilt-trail" : "trail",
  };
}

export class Layers {
  /** @type {Set<Layer>} */
  #chosen = new Set(USUAL);
  /** @type {Partial<Record<Layer, string>>} */
  #suited = {};
  #buttons;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#buttons = LAYERS.map((layer) => {
      const button = make("button", {
        id: `plane-layer-${layer}`,
        class: "plane-layer",
        data: { layer },
        attributes: { type: "button" },
        on: {
          click: () => {
            if (!this.#chosen.delete(layer)) this.#chosen.add(layer);
            this.#mark();
            changed();
          },
        },
      });
      return { layer, button };
    });
    this.element = make(
      "div",
      { class: "plane-layers", label: "views.plane.layers", attributes: { role: "group" } },
      ...this.#buttons.map(({ button }) => button),
    );
  }

  /** @param {Experiment} experiment */
  reset(experiment) {
    this.#suited = layersOf(experiment);
    for (const { layer, button } of this.#buttons) {
      const name = this.#suited[layer];
      button.hidden = name === undefined;
      if (!name) continue;
      words(button, `views.plane.layer.${name}`);
      words(button, `views.plane.layer.${name}.note`, {}, "title");
    }
    this.#mark();
  }

  #mark() {
    for (const { layer, button } of this.#buttons) button.setAttribute("aria-pressed", String(this.#chosen.has(layer)));
  }

  /** Undefined where they are the usual ones. */
  keep() {
    const all = LAYERS.filter((layer) => this.#chosen.has(layer));
    return all.join() === USUAL.join() ? undefined : all;
  }

  /** @param {unknown} kept */
  restore(kept) {
    if (!Array.isArray(kept)) return;
    this.#chosen = new Set(LAYERS.filter((layer) => kept.includes(layer)));
    this.#mark();
  }

  /** Whether it is switched on, and there to be drawn. @param {Layer} layer */
  on(layer) {
    return layer in this.#suited && this.#chosen.has(layer);
  }

  /** Which are on, in a sentence. */
  summary() {
    const names = LAYERS.filter((layer) => this.on(layer)).map((layer) =>
      say(`views.plane.layer.${this.#suited[layer]}`),
    );
    if (names.length === 0) return say("views.plane.summary.none");
    return say("views.plane.summary.layers", { layers: names.join(", ") });
  }
}
