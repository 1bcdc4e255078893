// Which models are compared, and how each is set: alike in all but what its family calls for.

import { IDEAS } from "../../experiment/ideas.js";
import { experimentOf } from "../../experiment/rules.js";

/** @import {Family} from "../../types/library" */
/** @import {Experiment, Page, State} from "../../types/page" */

/** @typedef {{family: Family, state: Partial<State>, has: Experiment}} Model */

export const FAMILIES = /** @type {Family[]} */ (Object.keys(IDEAS)).reverse();

/** What has to be the same in all of them. @param {State} state */
const alike = ({ network, hidden, code, seed, only, pictures }) => ({ network, hidden, code, seed, only, pictures });

/** @param {Page} page @param {Experiment} beside @returns {Model[]} */
export const modelsOf = (page, { state: beside }) =>
  FAMILIES.map((family) => {
    const usual = page.usual(beside.dataset, family, beside.network);
    const state = { family, ...usual, ...alike(beside) };
    return { family, state, has: experimentOf({ ...beside, ...state }) };
  });

/** The same for experiments whose comparison would be the same. @param {Experiment} experiment */
export const comparisonOf = ({ state }) => {
  const { dataset, drawn, own } = state;
  return JSON.stringify({ dataset, drawn, own, ...alike(state) });
};
