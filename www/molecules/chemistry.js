// Molecules as the page asks for them: the worker that reads them starts with the first call.

import * as Comlink from "comlink";
import { pageError } from "../errors.js";

/** @import {Molecule} from "../types/molecules" */
/** @import {ChemistryWorker} from "./chemistry-worker.js" */

/** Strings that are read at a time: another call need not wait longer, and no answer keeps the page from moving. */
const AT_ONCE = 50;

/** @typedef {{remote: Comlink.Remote<ChemistryWorker>, broken: Promise<never>}} Chemistry */

/** @type {Chemistry|null} */
let chemistry = null;

/**
 * @param {string[]} smiles
 * @returns {Promise<(Molecule|null)[]>} in the same order; null where one is no molecule
 */
export async function readMolecules(smiles) {
  /** @type {(Molecule|null)[]} */
  const molecules = [];
  chemistry ??= start();
  const { remote, broken } = chemistry;
  for (let first = 0; first < smiles.length; first += AT_ONCE) {
    molecules.push(...(await Promise.race([remote.read(smiles.slice(first, first + AT_ONCE)), broken])));
  }
  return molecules;
}

/** @returns {Chemistry} */
function start() {
  const worker = new Worker(new URL("./chemistry-worker.js", import.meta.url), { type: "module", name: "chemistry" });
  /** @type {Promise<never>} */
  const broken = new Promise((_, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      worker.terminate();
      chemistry = null;
      reject(pageError("chemistry-unreachable"));
    });
  });
  broken.catch(() => {});
  return { remote: Comlink.wrap(worker), broken };
}
