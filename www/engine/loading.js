// Data into a session.

/** @import {Session} from "../types/library" */
/** @import {Data} from "../types/page" */

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
  session.loadImages(data.images, data.labels, { name: data.name, only: data.only });
  if (data.testImages) session.loadTestImages(data.testImages, data.testLabels);
}
