// The lessons, in the order in which they are best taken: a further one is one more file, and its place here.

import contest from "./lessons/contest.json" with { type: "json" };
import generative from "./lessons/generative.json" with { type: "json" };
import squeezing from "./lessons/squeezing.json" with { type: "json" };

/** @import {Lesson} from "../types/lessons" */

export const LESSONS = /** @type {Lesson[]} */ (/** @type {unknown} */ ([generative, squeezing, contest]));
