// A view that is made when somebody first turns to it, and told of an experiment when it is to be seen there: what nobody
// looks at takes no time, however many views there are.

import { KeptFields } from "./kept-fields.js";

/** @import {Experiment, View, ViewModule} from "../types/page" */
/** With what was chosen in its fields; otherwise it is kept as it says. @typedef {{keptFields: Record<string, string|boolean>, own: unknown}} WithFields */

export class ViewOnDemand {
  #create;
  /** @type {View|null} */
  #view = null;
  /** @type {KeptFields|null} */
  #fields = null;
  /** Of which it has not been told yet. @type {Experiment|null} */
  #untold = null;
  /** It has been looked at since it was told, so that something of the experiment may be left in it. */
  #used = false;
  /** What it is to take up once it has been told. @type {unknown} */
  #kept;

  /**
   * @param {ViewModule} module
   * @param {(create: ViewModule["default"]) => View} make puts it on the page as well
   * @param {(view: View) => void} told it has been told late, and has to hear what else there is
   */
  constructor({ about, default: create }, make, told) {
    this.about = about;
    this.#create = () => make(create);
    this.told = told;
  }

  get id() {
    return this.about.id;
  }

  /** It, where it knows the experiment; null where nobody has turned to it. */
  get known() {
    return this.#untold ? null : this.#view;
  }

  /** Makes it, where nobody has turned to it. */
  make() {
    if (!this.#view) {
      this.#view = this.#create();
      this.#fields = new KeptFields(this.#view.element);
    }
    return this.#view;
  }

  /** It, made and told by now. */
  get wanted() {
    const view = this.make();
    this.#used = true;
    if (this.#untold) {
      view.reset(this.#untold);
      this.#untold = null;
      this.#giveBack(view);
      this.told(view);
    }
    return view;
  }

  /** @param {Experiment} experiment another one: nothing of the last one stays */
  reset(experiment) {
    this.#kept = undefined;
    this.#untold = experiment;
    if (!this.#view || !this.#used) return;
    this.#view.reset(experiment);
    this.#untold = null;
    this.#used = false;
  }

  /** What it wants to be kept with the experiment. @returns {unknown} */
  keep() {
    if (this.#untold) return this.#kept;
    const [own, keptFields] = [this.#view?.keep?.(), this.#fields?.keep()];
    return keptFields ? { keptFields, own } : own;
  }

  /** @param {View} view */
  #giveBack(view) {
    const kept = this.#kept;
    const { own, keptFields } = /** @type {Partial<WithFields>} */ (
      kept instanceof Object && "keptFields" in kept ? kept : { own: kept }
    );
    if (own !== undefined) view.restore?.(own);
    this.#fields?.restore(keptFields);
  }

  /** @param {unknown} kept */
  restore(kept) {
    this.#kept = kept;
    if (this.#untold || !this.#view) return;
    this.#giveBack(this.#view);
    this.#used = true;
  }
}
