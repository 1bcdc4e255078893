// How well the network does on data it has not seen, each figure beside a baseline.

import { find } from "../find.js";
import { short } from "./losses.js";

/** @import {Evaluation, Measure} from "../types/library" */

/** @type {Record<string, {label: string, note: string}>} */
const WORDS = {
  meanSquaredError: {
    label: "Error of rebuilt ones",
    note: "Mean squared error on test data. PCA is the best linear code of that size.",
  },
  negativeElbo: {
    label: "Surprise (−ELBO)",
    note: "How surprising test data are to the model, at most. Lower is better.",
  },
  modesCovered: { label: "Modes found", note: "Clusters of the real points that at least some made points fall on." },
  nearAMode: { label: "Points near a mode", note: "Made points within three deviations of a cluster." },
  coverage: { label: "Real places covered", note: "Real points with a made point close by." },
  discriminatorAccuracy: { label: "Discriminator right", note: "How often it tells real from made. 50 % is guessing." },
  rocAuc: {
    label: "Odd ones found (AUC)",
    note: "How well the anomaly score tells odd ones from usual ones. 1 is perfect.",
  },
};

export class Measures {
  #body = find("#measures tbody", HTMLTableSectionElement);
  #when = find("#measures-when", HTMLElement);
  #count = find("#measures-count", HTMLElement);
  #button = find("#measure-now", HTMLButtonElement);

  /** @param {() => void} measure */
  constructor(measure) {
    this.#button.addEventListener("click", measure);
  }

  reset() {
    this.#body.replaceChildren();
    this.#when.textContent = "not measured yet";
  }

  /** @param {boolean} busy */
  setBusy(busy) {
    this.#button.disabled = busy;
    if (busy) this.#when.textContent = "measuring…";
  }

  /** @param {Evaluation} evaluation */
  show({ step, count, measures }) {
    this.#when.textContent = `at step ${step.toLocaleString("en")}`;
    this.#count.textContent = `On ${count.toLocaleString("en")} unseen`;
    this.#body.replaceChildren(...measures.map(row));
  }
}

/** @param {Measure} measure */
function row({ name, value, unit, better, baseline }) {
  const words = WORDS[name] ?? { label: spaced(name), note: "" };
  const line = document.createElement("tr");
  const title = document.createElement("th");
  title.scope = "row";
  title.textContent = words.label;
  title.title = words.note;
  const ahead = baseline && (better === "lower" ? value <= baseline.value : value >= baseline.value);
  const ours = document.createElement("td");
  ours.className = "number";
  ours.textContent = withUnit(value, unit);
  if (ahead) ours.dataset.ahead = "";
  const theirs = document.createElement("td");
  theirs.className = "baseline";
  if (baseline) {
    const figure = document.createElement("span");
    figure.className = "number";
    figure.textContent = withUnit(baseline.value, unit);
    theirs.append(figure, ` ${baseline.name}`);
  } else theirs.textContent = better === "lower" ? "lower is better" : "higher is better";
  line.append(title, ours, theirs);
  return line;
}

/** @param {number} value @param {string} unit */
function withUnit(value, unit) {
  const number = unit === "%" ? value.toFixed(0) : short(value);
  return unit ? `${number} ${unit}` : number;
}

/** @param {string} name as meanSquaredError */
function spaced(name) {
  const words = name.replace(/([A-Z])/g, " $1").toLowerCase();
  return words[0].toUpperCase() + words.slice(1);
}
