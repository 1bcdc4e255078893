// A saved model on its way back: what it is, and on which data it goes on.

import { pageError } from "../errors.js";
import { DATA_SETS, hasDataSet } from "./datasets.js";
import { canBePacked, packPoints } from "./drawn-points.js";
import { latestOwn } from "./own-pictures.js";
import { libraryKind } from "./rules.js";

/** @import {Inspection} from "../types/library" */
/** @import {State} from "../types/page" */
/** @import {Rules} from "./rules.js" */

/** @param {Inspection} inspection @returns {string|null} its data set, where it says so and the page has it */
function dataSetOf({ data, shape }) {
  // Which pictures of a person's own they were, no file says.
  if (data?.kind === "images" || data?.kind === "molecules") {
    const { name, kind } = data;
    if (!name || !hasDataSet(name) || DATA_SETS[name].own) return null;
    return libraryKind(DATA_SETS[name].kind) === kind ? name : null;
  }
  if (data?.kind !== shape.kind) return null;
  const made = Object.entries(DATA_SETS).filter(([, { kind }]) => kind === data.kind);
  const { settings } = data;
  if ("points" in settings && !canBePacked(settings.points ?? [])) return null;
  const known = made.find(([, set]) => (set.points ?? set.signals)?.shape === settings.shape);
  return known?.[0] ?? null;
}

/**
 * What it learnt from of its data set.
 * @param {Inspection} inspection
 * @returns {Partial<Pick<State, "only"|"pictures"|"scarce"|"scarceCount"|"drawn">>}
 */
function chosenOf({ data }) {
  if (data?.kind === "images") {
    const { only, most, scarce } = data;
    return {
      only: only ?? [],
      pictures: most ?? "",
      ...(scarce ? { scarce: scarce.label, scarceCount: scarce.count } : {}),
    };
  }
  if (data?.kind === "points" && data.settings.points) return { drawn: packPoints(data.settings.points) };
  return {};
}

/** The data sets that a model of that shape could go on with. @param {Inspection} inspection */
const fitting = ({ shape }) => {
  const sets = Object.entries(DATA_SETS).filter(([, { own }]) => !own || latestOwn() !== "");
  return sets.filter(([, { kind }]) => libraryKind(kind) === shape.kind).map(([name]) => name);
};

/**
 * The experiment that a saved model belongs to. Where the file does not say on which data it learnt, or the page has
 * other data, a person is asked.
 * @param {Inspection} inspection
 * @param {State["engine"]} engine
 * @param {Rules} rules
 * @param {(names: string[]) => Promise<string|null>} choose one of these data sets; null for none
 * @returns {Promise<{state: State, onOtherData: boolean}|null>} null where none was chosen
 */
export async function experimentOfFile(inspection, engine, rules, choose) {
  const { settings, shape } = inspection;
  if (shape.kind === "images" && (shape.height !== 28 || shape.width !== 28)) {
    throw pageError("other-shape", { height: shape.height, width: shape.width });
  }
  const known = dataSetOf(inspection);
  const dataset = known ?? (await choose(fitting(inspection)));
  if (!dataset) return null;
  const chosen = DATA_SETS[dataset].own ? { own: latestOwn() } : chosenOf(inspection);
  return { state: rules.stateOf(settings, dataset, engine, chosen), onOtherData: !known };
}
