// Which models are compared, and how each is set: alike in all but what its family calls for.

import description from "virtual:settings";
import { IDEAS } from "../../experiment/ideas.js";
import { experimentOf, makeRules } from "../../experiment/rules.js";

/** @import {Family} from "../../types/library" */
/** @import {Experiment, State} from "../../types/page" */

/** @typedef {{family: Family, state: Partial<State>, has: Experiment}} Model */

export const FAMILIES = /** @type {Family[]} */ (Object.keys(IDEAS)).reverse();

const { usual } = makeRules(description);

/** What has to be the same in all of them. @param {State} state */
const alike = ({ network, hidden, code, seed, only, pictures }) => ({ network, hidden, code, seed, only, pictures });

/** @param {Experiment} beside @returns {Model[]} */
export const modelsOf = ({ state: beside }) =>
  FAMILIES.map((family) => {
    const state = { family, ...usual(family, beside.dataset, beside.network), ...alike(beside) };
    return { family, state, has: experimentOf({ ...beside, ...state }) };
  });

/** The same for experiments whose comparison would be the same. @param {Experiment} experiment */
export const comparisonOf = ({ state }) => {
  const { dataset, drawn, own } = state;
  return JSON.stringify({ dataset, drawn, own, ...alike(state) });
};
