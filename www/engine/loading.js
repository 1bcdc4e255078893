// Data into a session.

/** @import {Session} from "../types/library" */
/** @import {Data, TestData} from "../types/page" */

/** @param {Session} session @param {Data} data */
export function loadInto(session, data) {
  if (data.kind === "points") {
    session.loadPoints(data.points);
    return;
  }
  if (data.kind === "signals") {
    session.loadSignals(data.signals);
    return;
  }
  if (data.kind === "molecules") {
    const { notation, writings } = data.molecules;
    session.loadMolecules(data.smiles, { name: data.name, notation, writings });
    session.loadTestMolecules(data.test);
    return;
  }
  const { name, only, most, scarce } = data;
  session.loadImages(data.images, data.labels ?? undefined, { name, only, most, scarce });
  if (data.test) loadTestInto(session, data.test);
}

/** What is measured on, and what made pictures are judged by. @param {Session} session @param {TestData} test */
export function loadTestInto(session, { images, labels, classifier }) {
  session.loadTestImages(images, labels ?? undefined);
  if (classifier) session.loadClassifier(classifier);
}
