// Trains small classifiers on few labels, away from what a person looks at.

import "../trusted-types.js";
import * as Comlink from "comlink";
import { load } from "generative-playground";
import { loadInto } from "./loading.js";

/** @import {Session} from "../types/library" */
/** @import {AugmentationResult, AugmentationTrial, Data} from "../types/page" */

const library = load({ engine: "cpu" });
// Told to whoever asks for a measurement; without this line it would also count as unhandled.
library.catch(() => {});
/** @type {Session|null} */
let session = null;
/** Of each draw, by the number of labels and what stood beside them. @type {Map<string, number[]>} */
const accuracies = new Map();

const commands = {
  /** @param {Data} data with the part that is measured on */
  async open(data) {
    const { Session } = await library;
    session = await Session.create({ family: "autoencoder", engine: "cpu" });
    loadInto(session, data);
  },

  /** @param {AugmentationTrial} trial @returns {Promise<AugmentationResult>} */
  async measure(trial) {
    const { compareDraws } = await library;
    if (!session) throw new Error("no session is open");
    const { accuracy, labels, made, count } = await session.augmentation(trial);
    const drawsOf = (/** @type {string} */ beside) => accuracies.get(`${trial.labels} ${beside}`) ?? [];
    const draws = [...drawsOf(trial.beside), accuracy];
    accuracies.set(`${trial.labels} ${trial.beside}`, draws);
    const alone = trial.beside === "none" ? [] : drawsOf("none");
    const compared = compareDraws(new Float32Array(draws), new Float32Array(alone));
    return { ...trial, draws, compared, pictures: labels, made, count };
  },
};

/** @typedef {typeof commands} AugmentationCommands */

Comlink.expose(commands);
