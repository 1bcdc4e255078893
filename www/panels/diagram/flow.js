// What passes through the diagram in one part of a step, and what a choice of networks leaves as it is.

import { words } from "../../elements.js";

/** @import {Update} from "../../types/library" */
/** @import {Flow, FlowPlace} from "../../types/page" */

/** The networks that each choice does not update. @type {Record<Update, FlowPlace[]>} */
const STILL = { both: [], generator: ["discriminator"], discriminator: ["generator"] };

/** @param {HTMLElement} element @param {FlowPlace} place */
export function placed(element, place) {
  element.dataset.place = place;
  return element;
}

/** The places in an element of the strip. @param {Element|null} element */
function placesIn(element) {
  if (!(element instanceof HTMLElement)) return [];
  const all = [element, ...element.querySelectorAll("[data-place]")];
  return all.flatMap(
    (each) => /** @type {FlowPlace[]} */ ([/** @type {HTMLElement} */ (each).dataset.place ?? []].flat()),
  );
}

/** @param {HTMLElement} strip @param {Flow|null} flow */
export function markFlow(strip, flow) {
  const lit = (/** @type {Element|null} */ element) => placesIn(element).some((place) => flow?.places.includes(place));
  for (const element of strip.querySelectorAll("[data-place]")) {
    /** @type {HTMLElement} */ (element).dataset.flow = flow && lit(element) ? flow.direction : "";
  }
  for (const join of strip.querySelectorAll(".join")) {
    const passed = lit(join.previousElementSibling) && lit(join.nextElementSibling);
    /** @type {HTMLElement} */ (join).dataset.flow = flow && passed ? flow.direction : "";
  }
  scrollToMark(strip);
}

/** On a narrow screen the strip is scrolled to what is marked. @param {HTMLElement} strip */
function scrollToMark(strip) {
  const marked = [...strip.querySelectorAll("[data-place]")].find(
    (each) => /** @type {HTMLElement} */ (each).dataset.flow,
  );
  if (!marked || strip.scrollWidth <= strip.clientWidth) return;
  const [own, whole] = [marked.getBoundingClientRect(), strip.getBoundingClientRect()];
  strip.scrollLeft += own.left - whole.left - (whole.width - own.width) / 2;
}

/** @param {HTMLElement} strip @param {Update} update */
export function markStill(strip, update) {
  for (const element of strip.querySelectorAll("figure[data-place]")) {
    const figure = /** @type {HTMLElement} */ (element);
    const place = /** @type {FlowPlace} */ (figure.dataset.place);
    const caption = figure.querySelector("figcaption");
    if (!caption || (place !== "generator" && place !== "discriminator")) continue;
    const still = STILL[update].includes(place);
    figure.dataset.still = String(still);
    words(caption, still ? `panels.diagram.${place}.still` : `panels.diagram.${place}`);
  }
}
