// What a person has chosen of what the address carries beside the experiment: the view, the language, the step
// of a lesson, and which networks the coming steps update; and how a link has the page shown.

import { FIELDS } from "../share/presentation.js";
import { namesExperiment } from "./address.js";

const NAMES = ["view", "language"];

export class Chosen {
  /** Those that are chosen, and `trained`, the model that came with the page. @type {Record<string, string>} */
  values = {};
  /** They stood in the address that is being opened. */
  linked = false;

  /** @param {string} hash of the address */
  read(hash) {
    const fields = new URLSearchParams(hash.slice(1));
    for (const name of NAMES) {
      const value = fields.get(name);
      if (value) this.values[name] = value;
    }
    // A link that does not name one network means both; one without a lesson is in none.
    for (const name of ["update", "lesson", "at"]) this.values[name] = fields.get(name) ?? "";
    // The name of a place on the page leaves it as it is shown.
    if (namesExperiment(fields) || FIELDS.some((name) => fields.has(name))) {
      for (const name of FIELDS) this.values[name] = fields.get(name) ?? "";
    }
    this.linked = fields.has("view") || fields.has("update");
  }

  /** @param {Record<string, string>} values */
  set(values) {
    Object.assign(this.values, values);
  }

  /** An experiment begins: with what a link says, or with both networks learning. */
  begin() {
    if (!this.linked) this.values.update = "";
  }

  /** A view that the experiment does not have. */
  forgetView() {
    delete this.values.view;
  }
}
