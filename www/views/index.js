// The views, in no order of importance: each says itself how well it suits an experiment.

import createAttributes from "./attributes/index.js";
import createBottleneck from "./bottleneck/index.js";
import createBranches from "./branches/index.js";
import createBreeding from "./breeding/index.js";
import createCopies from "./copies/index.js";
import createDivergences from "./divergences/index.js";
import createFailureModes from "./failure-modes/index.js";
import createFewLabels from "./few-labels/index.js";
import createJourney from "./journey/index.js";
import createMadeStructures from "./made-structures/index.js";
import createMadeWaves from "./made-waves/index.js";
import createMap from "./map/index.js";
import createOutliers from "./outliers/index.js";
import createOwnPoints from "./own-points/index.js";
import createPairs from "./pairs/index.js";
import createPlane from "./plane/index.js";
import createPropertyMap from "./property-map/index.js";
import createResponses from "./responses/index.js";
import createSideBySide from "./side-by-side/index.js";
import createStepParts from "./step-parts/index.js";
import createStructureWalks from "./structure-walks/index.js";
import createStructures from "./structures/index.js";
import createTiling from "./tiling/index.js";
import createTuringTest from "./turing-test/index.js";
import createVerdicts from "./verdicts/index.js";
import createWalks from "./walks/index.js";
import createWall from "./wall/index.js";
import createWaves from "./waves/index.js";
import createWorstServed from "./worst-served/index.js";

export const VIEWS = [
  createWall,
  createPairs,
  createMap,
  createWalks,
  createJourney,
  createTiling,
  createAttributes,
  createDivergences,
  createOutliers,
  createBottleneck,
  createFewLabels,
  createResponses,
  createOwnPoints,
  createPlane,
  createStepParts,
  createVerdicts,
  createTuringTest,
  createCopies,
  createWorstServed,
  createBreeding,
  createFailureModes,
  createWaves,
  createMadeWaves,
  createStructures,
  createMadeStructures,
  createStructureWalks,
  createPropertyMap,
  createBranches,
  createSideBySide,
];
