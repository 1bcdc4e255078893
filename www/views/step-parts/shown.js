// What is shown of each part of a step.

import { percent, short } from "../../languages/index.js";
import { figures, gradientRow, noiseCells, pictureRow, plane } from "./examples.js";
import { omitted } from "./parts.js";

/** @import {Trace} from "../../types/library" */
/** @import {Experiment} from "../../types/page" */
/** @import {Cloud} from "./examples.js" */
/** @import {Part} from "./parts.js" */

const REAL = "views.step-parts.examples.real";
const MADE = "views.step-parts.examples.made";

/**
 * @param {Part} part
 * @param {Trace} trace
 * @param {Experiment} experiment
 * @returns {HTMLElement[]}
 */
export function shownOf(part, trace, { kind, code, state }) {
  const { half, name } = part;
  const own = trace[half];
  const pictures = kind === "pictures";
  if (name === "noise") return [noiseCells(own.noise, code)];
  if (name === "real") return examples(pictures, [{ key: REAL, tone: "real", values: trace.discriminator.real }]);
  if (name === "made") return examples(pictures, [{ key: MADE, tone: "made", values: own.made }]);
  if (name === "verdicts") return verdicts(half, trace, pictures);
  if (name === "loss") return [figures([{ key: `views.step-parts.loss.${half}`, text: short(own.loss) }])];
  if (omitted(part, trace)) return [];
  if (name === "moved") return [figures([{ key: `views.step-parts.moved.${half}`, text: short(own.moved) }])];
  const norm = figures([{ key: `views.step-parts.norm.${half}`, text: short(own.gradientNorm) }]);
  return half === "generator" ? [norm, ...wanted(trace, pictures, state.batchSize)] : [norm];
}

/** @param {boolean} pictures @param {Cloud[]} clouds */
const examples = (pictures, clouds) =>
  pictures ? clouds.map(({ key, tone, values, scores }) => pictureRow(key, tone, values, scores)) : [plane(clouds)];

/** @param {Part["half"]} half @param {Trace} trace @param {boolean} pictures */
function verdicts(half, trace, pictures) {
  const { made, ofMade } = trace[half];
  const { real, ofReal } = trace.discriminator;
  const means = [{ key: "views.step-parts.mean.made", text: percent(ofMade.meanScore), tone: "made" }];
  /** @type {Cloud[]} */
  const clouds = [{ key: MADE, tone: "made", values: made, scores: ofMade.scores }];
  if (half === "discriminator") {
    means.unshift({ key: "views.step-parts.mean.real", text: percent(ofReal.meanScore), tone: "real" });
    clouds.unshift({ key: REAL, tone: "real", values: real, scores: ofReal.scores });
  }
  return [figures(means), ...examples(pictures, clouds)];
}

/**
 * How what was made should change: against the gradient.
 * @param {Trace} trace @param {boolean} pictures @param {number} batch
 */
function wanted({ generator: { made, madeGradient: gradient } }, pictures, batch) {
  if (!gradient) return [];
  const key = "views.step-parts.wanted";
  // The gradient is that of a mean over the batch, and an arrow is one example's.
  if (!pictures) return [plane([{ key, tone: "made", values: made, arrows: gradient.map((slope) => -batch * slope) }])];
  return [pictureRow(MADE, "made", made), gradientRow(key, gradient)];
}
