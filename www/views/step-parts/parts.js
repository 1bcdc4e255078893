// The parts of a step in the order in which they happen: what passes through the diagram, and what each has to show.

/** @import {Trace} from "../../types/library" */
/** @import {Flow, FlowPlace} from "../../types/page" */

/**
 * @typedef {object} Part
 * @property {"discriminator"|"generator"} half whose update it belongs to
 * @property {"real"|"noise"|"made"|"verdicts"|"loss"|"gradients"|"moved"} name
 * @property {FlowPlace[]} places that data pass through; gradients in the other direction
 */

/** @type {Part[]} */
export const PARTS = [
  { half: "discriminator", name: "real", places: ["real"] },
  { half: "discriminator", name: "noise", places: ["noise"] },
  { half: "discriminator", name: "made", places: ["noise", "generator", "made"] },
  { half: "discriminator", name: "verdicts", places: ["made", "real", "discriminator", "scores"] },
  { half: "discriminator", name: "loss", places: ["scores"] },
  { half: "discriminator", name: "gradients", places: ["scores", "discriminator"] },
  { half: "discriminator", name: "moved", places: ["discriminator"] },
  { half: "generator", name: "noise", places: ["noise"] },
  { half: "generator", name: "made", places: ["noise", "generator", "made"] },
  { half: "generator", name: "verdicts", places: ["made", "discriminator", "scores"] },
  { half: "generator", name: "loss", places: ["scores"] },
  { half: "generator", name: "gradients", places: ["scores", "discriminator", "made", "generator"] },
  { half: "generator", name: "moved", places: ["generator"] },
];

/** Whether a part did not happen, since this step does not update its network. @param {Part} part @param {Trace} trace */
export const omitted = ({ half, name }, trace) =>
  (name === "gradients" || name === "moved") && trace[half].gradientNorm === null;

/** What lights up in the diagram. @param {Part} part @param {Trace} trace @returns {Flow} */
export function flowOf(part, trace) {
  if (omitted(part, trace)) return { direction: "forward", places: [] };
  const direction = part.name === "gradients" ? "back" : part.name === "moved" ? "moved" : "forward";
  return { direction, places: part.places };
}
