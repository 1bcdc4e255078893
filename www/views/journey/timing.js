// How a path goes: stages from each picture to the next, and how long each is seen.

/** From one picture to the next, the first of them included. */
export const STEPS = 15;
/** One in so many stands in the strip: three from each picture to the next. */
export const EVERY = 5;
/** A picture that was chosen is seen so many times as long as those between. */
const HOLD = 5;

/** Milliseconds of each stage, all of them hundredths of a second, as saved animations have them. */
export const SPEEDS = { slow: 160, usual: 80, fast: 40 };
/** @typedef {keyof typeof SPEEDS} Speed */

/** @param {unknown} value @returns {value is Speed} */
export const isSpeed = (value) => typeof value === "string" && value in SPEEDS;

/** @param {number} stage @param {Speed} speed @returns {number} in milliseconds */
export const duration = (stage, speed) => SPEEDS[speed] * (stage % STEPS === 0 ? HOLD : 1);
