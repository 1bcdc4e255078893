// The panels around the views, in the order in which they stand.

import createChecksum from "./checksum/index.js";
import createDiagram from "./diagram/index.js";
import createDrawPad from "./draw-pad/index.js";
import createLosses from "./losses/index.js";
import createMeasures from "./measures/index.js";

export const PANELS = [createDiagram, createLosses, createDrawPad, createMeasures, createChecksum];
