// The labels of a person's own pictures: which there are, in order, and how the pictures are parted by them.

import { giveName } from "../languages/index.js";
import { DATA_SETS } from "./datasets.js";

/** @import {State} from "../types/page" */

/** One in so many is kept apart, to be measured on. */
const TEST_EVERY = 10;
/** Fewer than these are learnt from at other places as well, one pixel away. */
const FEW = 500;
/** The same on every machine: addresses name labels by their places. */
/** @type {Intl.Collator|null} */
let order = null;

/** What the page calls the labels of those that have been brought. @type {Map<string, string[]>} */
const classes = new Map();

/** Those that occur, in order; "" for none stands last. @param {string[]} labels of pictures */
export function labelsIn(labels) {
  // Made when it is needed: a collator takes as long as all else that a page does before it is seen.
  order ??= new Intl.Collator("en", { numeric: true });
  const { compare } = order;
  return [...new Set(labels)].sort((one, other) => Number(one === "") - Number(other === "") || compare(one, other));
}

/** The places of pictures, those with the same label beside each other. @param {string[]} labels of pictures */
export function byLabel(labels) {
  const groups = new Map(labelsIn(labels).map((label) => [label, /** @type {number[]} */ ([])]));
  // In one go: there may be many, and this is done whenever some more have been read.
  for (const [index, label] of labels.entries()) groups.get(label)?.push(index);
  return [...groups.values()].flat();
}

/** Whether there is anything to tell apart. @param {string[]} labels of pictures */
export const areTold = (labels) => new Set(labels).size > 1;

/**
 * Lets the page say them. Names that a person has given could look like keys of its own words.
 * @param {string} id of the pictures @param {string[]} labels of each
 */
export function nameLabels(id, labels) {
  if (classes.has(id)) return;
  const keys = areTold(labels) ? labelsIn(labels).map((label, place) => keyOf(id, label, place)) : [];
  classes.set(id, keys);
}

/** @param {string} id @param {string} label @param {number} place */
function keyOf(id, label, place) {
  if (label === "") return "own-labels.none";
  const key = `given.${id}.${place}`;
  giveName(key, label);
  return key;
}

/** What the labels of a data set are called; of a person's own, once they are there. @param {Pick<State, "dataset"|"own">} which */
export const classesOf = ({ dataset, own }) =>
  DATA_SETS[dataset].own ? (classes.get(own) ?? []) : DATA_SETS[dataset].classes;

/**
 * How pictures are parted: what is learnt from, with shifted copies where they are few, and what is measured on.
 * @param {string[]} labels of each; something of every label is learnt from
 */
export function partsOf(labels) {
  /** How many there are of each that are not kept apart. @type {Map<string, number>} */
  const rest = new Map(labelsIn(labels).map((label) => [label, 0]));
  for (const label of labels) rest.set(label, countIn(rest, label) + 1);
  /** @type {Set<number>} */
  const apart = new Set();
  let due = 0;
  for (const index of byLabel(labels)) {
    due += 1;
    const left = countIn(rest, labels[index]);
    if (due < TEST_EVERY || left < 2) continue;
    apart.add(index);
    rest.set(labels[index], left - 1);
    due = 0;
  }
  if (apart.size === 0) apart.add(labels.lastIndexOf(commonest(rest)));
  const indices = [...labels.keys()];
  const training = indices.filter((index) => !apart.has(index));
  return { training, test: indices.filter((index) => apart.has(index)), isShifted: training.length < FEW };
}

/** @param {Map<string, number>} counts @param {string} label */
const countIn = (counts, label) => counts.get(label) ?? 0;

/** The first of those that occur most: it can best do without one. @param {Map<string, number>} counts */
function commonest(counts) {
  const most = Math.max(...counts.values());
  return [...counts.keys()].find((label) => counts.get(label) === most) ?? "";
}
