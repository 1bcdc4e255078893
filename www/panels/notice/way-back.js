// What trained before: that it is there again, and the way back to it where something else took its place.

import { announce, clearOffer, offerUndo } from "./index.js";

/** @import {Kept} from "../../types/page" */

/** In steps: less than this is not worth a way back. */
const WORTH_UNDOING = 20;

/** @param {Pick<Kept, "step">} kept */
export function tellFound({ step }) {
  if (step >= WORTH_UNDOING) announce("offer.found", { step });
}

/** @param {Pick<Kept, "step">} kept @param {boolean} restarted the same again, from its beginning @param {() => void} reopen */
export function offerBack({ step }, restarted, reopen) {
  if (step < WORTH_UNDOING) return clearOffer();
  const [key, back] = restarted ? ["offer.restarted", "offer.undo"] : ["offer.replaced", "offer.back"];
  offerUndo(key, { step }, back, reopen);
}
