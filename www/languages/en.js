// Every word that a person reads, in English.

import data from "./en/data.js";
import errors from "./en/errors.js";
import lessons from "./en/lessons.js";
import libraryErrors from "./en/library-errors.js";
import molecules from "./en/molecules.js";
import offline from "./en/offline.js";
import ownLabels from "./en/own-labels.js";
import page from "./en/page.js";
import panels from "./en/panels.js";
import projecting from "./en/projecting.js";
import provenance from "./en/provenance.js";
import pytorch from "./en/pytorch.js";
import sameRun from "./en/same-run.js";
import sharing from "./en/sharing.js";
import takingAway from "./en/taking-away.js";
import views from "./en/views.js";
import adversarialViews from "./en/views-adversarial.js";
import turingTest from "./en/views-be-the-judge.js";
import createAndMix from "./en/views-create-and-mix.js";
import copies from "./en/views-few-or-many.js";
import failureModes from "./en/views-going-wrong.js";
import judging from "./en/views-judging.js";
import morePictures from "./en/views-more-pictures.js";
import allFamilies from "./en/views-of-all-families.js";
import viewsOfMolecules from "./en/views-of-molecules.js";
import viewsOfPoints from "./en/views-of-points.js";
import pathThroughSeveral from "./en/views-path-through-several.js";
import readAloud from "./en/views-read-aloud.js";
import thatRepeat from "./en/views-that-repeat.js";
import twoWaysOn from "./en/views-two-ways-on.js";
import whatSomeHave from "./en/views-what-some-have.js";
import whomItServes from "./en/views-whom-it-serves.js";

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
