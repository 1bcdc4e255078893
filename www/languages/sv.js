// Every word that a person reads, in Swedish.

import data from "./sv/data.js";
import errors from "./sv/errors.js";
import lessons from "./sv/lessons.js";
import libraryErrors from "./sv/library-errors.js";
import molecules from "./sv/molecules.js";
import offline from "./sv/offline.js";
import ownLabels from "./sv/own-labels.js";
import page from "./sv/page.js";
import panels from "./sv/panels.js";
import projecting from "./sv/projecting.js";
import provenance from "./sv/provenance.js";
import pytorch from "./sv/pytorch.js";
import sameRun from "./sv/same-run.js";
import sharing from "./sv/sharing.js";
import takingAway from "./sv/taking-away.js";
import views from "./sv/views.js";
import adversarialViews from "./sv/views-adversarial.js";
import turingTest from "./sv/views-be-the-judge.js";
import createAndMix from "./sv/views-create-and-mix.js";
import copies from "./sv/views-few-or-many.js";
import failureModes from "./sv/views-going-wrong.js";
import judging from "./sv/views-judging.js";
import morePictures from "./sv/views-more-pictures.js";
import allFamilies from "./sv/views-of-all-families.js";
import viewsOfMolecules from "./sv/views-of-molecules.js";
import viewsOfPoints from "./sv/views-of-points.js";
import pathThroughSeveral from "./sv/views-path-through-several.js";
import readAloud from "./sv/views-read-aloud.js";
import thatRepeat from "./sv/views-that-repeat.js";
import twoWaysOn from "./sv/views-two-ways-on.js";
import whatSomeHave from "./sv/views-what-some-have.js";
import whomItServes from "./sv/views-whom-it-serves.js";

export default {
  ...page,
  ...views,
  ...adversarialViews,
  ...createAndMix,
  ...copies,
  ...failureModes,
  ...judging,
  ...turingTest,
  ...viewsOfMolecules,
  ...viewsOfPoints,
  ...pathThroughSeveral,
  ...readAloud,
  ...morePictures,
  ...twoWaysOn,
  ...allFamilies,
  ...thatRepeat,
  ...whatSomeHave,
  ...whomItServes,
  ...panels,
  ...lessons,
  ...molecules,
  ...offline,
  ...provenance,
  ...projecting,
  ...sharing,
  ...sameRun,
  ...takingAway,
  ...pytorch,
  ...data,
  ...ownLabels,
  ...errors,
  ...libraryErrors,
};
