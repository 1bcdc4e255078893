// The views, in no order of importance: each says itself how well it suits an experiment.

/** @import {ViewModule} from "../types/page" */

import * as attributes from "./attributes/index.js";
import * as bottleneck from "./bottleneck/index.js";
import * as branches from "./branches/index.js";
import * as breeding from "./breeding/index.js";
import * as copies from "./copies/index.js";
import * as divergences from "./divergences/index.js";
import * as failureModes from "./failure-modes/index.js";
import * as fewLabels from "./few-labels/index.js";
import * as journey from "./journey/index.js";
import * as madeStructures from "./made-structures/index.js";
import * as madeWaves from "./made-waves/index.js";
import * as map from "./map/index.js";
import * as outliers from "./outliers/index.js";
import * as ownPoints from "./own-points/index.js";
import * as pairs from "./pairs/index.js";
import * as plane from "./plane/index.js";
import * as propertyMap from "./property-map/index.js";
import * as responses from "./responses/index.js";
import * as sideBySide from "./side-by-side/index.js";
import * as stepParts from "./step-parts/index.js";
import * as structureWalks from "./structure-walks/index.js";
import * as structures from "./structures/index.js";
import * as tiling from "./tiling/index.js";
import * as turingTest from "./turing-test/index.js";
import * as verdicts from "./verdicts/index.js";
import * as walks from "./walks/index.js";
import * as wall from "./wall/index.js";
import * as waves from "./waves/index.js";
import * as worstServed from "./worst-served/index.js";

/** @type {ViewModule[]} */
export const VIEWS = [
  wall,
  pairs,
  map,
  walks,
  journey,
  tiling,
  attributes,
  divergences,
  outliers,
  bottleneck,
  fewLabels,
  responses,
  ownPoints,
  plane,
  stepParts,
  verdicts,
  turingTest,
  copies,
  worstServed,
  breeding,
  failureModes,
  waves,
  madeWaves,
  structures,
  madeStructures,
  structureWalks,
  propertyMap,
  branches,
  sideBySide,
];
