// A line through places, as an SVG path has it.

/** @param {[x: number, y: number][]} places */
export const linePath = (places) =>
  places.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
