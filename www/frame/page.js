// What a view or a panel is given: what it may ask of the page, and what they tell each other.

import { Channel } from "./channel.js";

/** @import {Update} from "../types/library" */
/** @import {Flow, Page} from "../types/page" */
/** @import {Host} from "./host.js" */

/** @param {Host} on @param {() => void} refresh */
export function pageOf(on, refresh) {
  /** A picture to be drawn on. @type {Channel<Float32Array>} */
  const picked = new Channel();
  /** What is on the draw pad. @type {Channel<Float32Array|null>} */
  const drawn = new Channel();
  /** Where data flow now. @type {Channel<Flow|null>} */
  const flow = new Channel();
  /** Which networks the coming steps update. @type {Channel<Update>} */
  const updated = new Channel();
  /** @type {Page} */
  const page = {
    refresh,
    pick: (values) => picked.tell(values),
    onPick: (listener) => picked.listen(listener),
    drawn: (values) => drawn.tell(values),
    onDrawn: (listener) => drawn.listen(listener),
    sampleSaved: on.sampleSaved,
    trace: on.trace,
    update: (update) => {
      updated.tell(update);
      on.update(update);
    },
    onUpdate: (listener) => updated.listen(listener),
    flow: (places) => flow.tell(places),
    onFlow: (listener) => flow.listen(listener),
    measure: on.measure,
    playing: on.playing,
    choose: on.choose,
    usual: on.usual,
    begin: on.begin,
    sweep: on.sweep,
    augmentation: on.augmentation,
    beside: on.beside,
    forks: on.forks,
  };
  return { page, drawn, updated };
}
