// The lessons, in the order in which they are best taken: a further one is one more file, and its place here.

import { hasDataSet } from "../experiment/datasets.js";
import afterTraining from "./lessons/after-training.json" with { type: "json" };
import contest from "./lessons/contest.json" with { type: "json" };
import encoderDecoder from "./lessons/encoder-decoder.json" with { type: "json" };
import ethics from "./lessons/ethics.json" with { type: "json" };
import features from "./lessons/features.json" with { type: "json" };
import ganDigits from "./lessons/gan-digits.json" with { type: "json" };
import generative from "./lessons/generative.json" with { type: "json" };
import goesWrong from "./lessons/goes-wrong.json" with { type: "json" };
import mending from "./lessons/mending.json" with { type: "json" };
import oddOne from "./lessons/odd-one.json" with { type: "json" };
import squeezing from "./lessons/squeezing.json" with { type: "json" };
import uses from "./lessons/uses.json" with { type: "json" };
import vae from "./lessons/vae.json" with { type: "json" };

/** @import {Lesson, Step} from "../types/lessons" */

const learning = [generative, encoderDecoder, squeezing, features, mending, oddOne];
const making = [vae, contest, ganDigits, afterTraining, goesWrong, uses, ethics];

const all = /** @type {Lesson[]} */ (/** @type {unknown} */ ([...learning, ...making]));

/** Whether this page has the data that a step sets up, or goes on with: as one file it has not all. @param {Step[]} steps */
function possible(steps) {
  let has = true;
  return steps.filter(({ link }) => {
    const data = link && new URLSearchParams(link.slice(1)).get("data");
    if (link) has = !data || hasDataSet(data);
    return has;
  });
}

export const LESSONS = all.map((lesson) => ({ ...lesson, steps: possible(lesson.steps) }));
