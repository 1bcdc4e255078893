// How what both branches make is drawn, by the kind of data.

import { DrawnMolecules } from "./drawn-molecules.js";
import { DrawnPictures } from "./drawn-pictures.js";
import { DrawnPoints } from "./drawn-points.js";
import { DrawnWaves } from "./drawn-waves.js";

/** @import {Page} from "../../types/page" */

/** @param {Page} page */
export const makeDrawings = (page) => ({
  pictures: new DrawnPictures(page),
  points: new DrawnPoints(),
  signals: new DrawnWaves(),
  molecules: new DrawnMolecules(),
});
