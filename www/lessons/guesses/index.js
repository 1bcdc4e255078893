// The kinds of guesses, by the name that a lesson has for them.

import { Choice } from "./choice.js";
import "./guesses.css";
import { NumberGuess } from "./number.js";
import { Sketch } from "./sketch.js";

/** @import {Guess, GuessElement} from "../../types/lessons" */

/** @param {Guess} guess @returns {GuessElement} */
export function makeGuess(guess) {
  if (guess.kind === "sketch") return new Sketch(guess);
  if (guess.kind === "number") return new NumberGuess(guess);
  return new Choice(guess);
}
