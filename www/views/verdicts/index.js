// The discriminator at its own job: what it says of a picture, how sure it is of real and of made ones, and of what it was
// never taught about.

import { make } from "../../elements.js";
import { say } from "../../languages/index.js";
import { NOISE_SEED } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { crispScale } from "../drawing/layout.js";
import { FetchedRow } from "./fetched-row.js";
import { Histogram } from "./histogram.js";
import { Judged } from "./judged.js";
import { Mistakes } from "./mistakes.js";
import { ALTERED, COUNT, hasOtherData, hasOtherModel, noise, otherData, otherModel } from "./opponents.js";
import { OwnPicture } from "./own-picture.js";
import { Past } from "./past.js";
import { alter, judge } from "./queries.js";
import { Row, SHOWN } from "./row.js";
import { strip } from "./strip.js";
import { table } from "./table.js";
import "./verdicts.css";

/** @import {About, JudgedPictures, Page, Query, View} from "../../types/page" */
/** @import {Tone} from "../drawing/pictures.js" */

/** Wanted of a picture, in CSS pixels. */
const PICTURE_SIDE = 56;
/** So many and one more fit a narrow view. */
const MOST_IN_WIDTH = SHOWN + 1;
const GAP = 1;

/** @typedef {{values: Float32Array, origin: string}} Drawing what is judged, and where it comes from */

/** @type {About} */
export const about = {
  id: "verdicts",
  group: "judge",
  title: "views.verdicts.title",
  suits: ({ kind, discriminates }) => (kind === "pictures" && discriminates ? 0.4 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** What is on the draw pad. @type {Drawing|null} */
  let drawing = null;
  /** Its score, where that is known. @type {number|null} */
  let score = null;
  /** What the last look asked about. @type {Drawing|null} */
  let asked = null;
  let past = new Past();
  let dataset = "";
  /** The step that the rows show, and that of now. @type {number|null} */
  let shownStep = null;
  let newest = -1;
  /** Made at the step that is shown. @type {Float32Array} */
  let made = new Float32Array();

  const frame = new Frame("verdicts", redraw);
  const judged = new Judged();
  const own = new OwnPicture(frame.element, (values) => pick(values, "file"));
  const histogram = new Histogram();

  /** @param {string} id @param {Tone} tone */
  const rowOf = (id, tone) => ({ id, tone, pick: (/** @type {Float32Array} */ values) => pick(values, id) });
  const real = new Row(rowOf("real", "real"));
  const altered = ALTERED.map(({ id, corruption }) => ({
    row: new Row({ ...rowOf(id, "real"), origins: () => real.pictures }),
    corruption,
  }));
  const present = new Row(rowOf("present", "made"));
  const earlier = new Row(rowOf("earlier", "made"));
  const model = new FetchedRow(rowOf("model", "made"), () => otherModel(page, dataset), again);
  const data = new FetchedRow(rowOf("data", "real"), (progress) => otherData(dataset, progress), again);
  const chance = new Row(rowOf("chance", "ink"));
  const changed = altered.map(({ row }) => row);
  const rows = [real, ...changed, present, earlier, model, data, chance];
  const mistakes = new Mistakes([real, ...changed], [present, earlier, model]);

  const strips = [strip(rowOf("real", "real"), () => real.pictures), strip(rowOf("present", "made"), () => made)];

  const waiting = make("p", { class: "waiting aside", words: "views.verdicts.waiting" });
  const found = make(
    "div",
    { class: "verdicts-found" },
    histogram.element,
    make("h3", { id: "verdicts-fails", words: "views.verdicts.fails" }),
    table(rows),
    model.offer,
    data.offer,
    mistakes.element,
    make("p", { class: "verdicts-follows", words: "views.verdicts.follows" }),
  );
  const some = make("div", { class: "verdicts-some" }, ...strips.map(({ element }) => element));
  const top = make("div", { class: "verdicts-top" }, judged.element, own.element, some);
  const body = make("div", { class: "verdicts-body" }, top, waiting, found);
  const description = new Description("verdicts-summary", histogram.element, summary);
  frame.place.append(body, description.element);

  page.onDrawn((values) => {
    const before = drawing;
    drawing = values && { values, origin: "pad" };
    // The verdict of a stroke ago is better than none for a moment.
    if (!drawing || !before) score = null;
    showJudged();
  });

  /** It goes to the draw pad, which tells of it. @param {Float32Array} values @param {string} from */
  function pick(values, from) {
    page.pick(values);
    if (drawing) drawing.origin = from;
    score = null;
    showJudged();
    page.refresh();
  }

  function again() {
    shownStep = null;
    page.refresh();
  }

  /** @param {Float32Array|null} [values] @param {number|null} [its] @param {string} [origin] */
  function showJudged(values = drawing?.values ?? null, its = score, origin = drawing?.origin ?? "pad") {
    judged.show(values, its, `views.verdicts.origin.${origin}`);
    histogram.showMark(judged.score);
    description.update();
  }

  /** @param {Record<string, JudgedPictures>} reports by row */
  function showRows(reports) {
    // The real ones come with their first verdicts, and are asked about by themselves from then on.
    for (const row of [real, ...changed]) row.pictures ??= reports[row.id]?.pictures ?? null;
    made = reports.present.pictures;
    for (const row of rows) row.show(reports[row.id] ?? null);
    mistakes.draw();
    histogram.show(reports.real.histogram, reports.present.histogram);
    for (const { grid } of strips) grid.draw();
  }

  function empty() {
    const waits = present.element.hidden;
    waiting.hidden = !waits;
    found.hidden = waits;
    some.hidden = waits;
  }

  function layout() {
    const { clientWidth: width } = body;
    if (width === 0) return;
    const scale = crispScale(PICTURE_SIDE, width / MOST_IN_WIDTH, window.devicePixelRatio || 1);
    for (const { grid } of strips) grid.layout({ columns: SHOWN, rows: 1, gap: GAP }, scale);
    for (const { grid, rows: height } of rows) grid.layout({ columns: SHOWN, rows: height, gap: GAP }, scale);
  }

  function redraw() {
    layout();
    own.draw();
    histogram.draw();
    for (const row of rows) row.draw();
    for (const { grid } of strips) grid.draw();
    mistakes.draw();
    judged.draw();
  }

  function summary() {
    if (present.element.hidden) return say("views.verdicts.waiting");
    const shares = rows.map((row) => row.summary()).filter(Boolean);
    const told = say("views.verdicts.summary", { shares: shares.join("; ") });
    return [judged.summary(), told, mistakes.summary()].filter(Boolean).join(" ");
  }

  return {
    ...about,
    element: frame.element,

    reset({ state }) {
      dataset = state.dataset;
      past = new Past();
      shownStep = null;
      newest = -1;
      score = null;
      made = new Float32Array();
      for (const row of rows) row.forget();
      // Unseen ones are of every class, also where some alone are learnt from.
      real.name({}, state.only.length > 0 ? "views.verdicts.row.real.all" : "views.verdicts.row.real");
      model.reset(hasOtherModel(dataset), false);
      data.reset(hasOtherData(dataset), true);
      chance.pictures = noise();
      histogram.show([], []);
      own.reset();
      frame.name("views.verdicts.heading", [
        ["real", "views.key.real"],
        ["made", "views.key.made"],
      ]);
      frame.wait(false);
      empty();
      showJudged();
      description.updateNow();
    },

    queries() {
      model.beginUnasked();
      asked = drawing;
      /** @type {Query[]} */
      const queries = drawing ? [judge("judged", drawing.values, drawing.origin)] : [];
      // At rest nothing else has changed.
      if (shownStep === newest) return queries;
      queries.push(
        real.pictures
          ? judge(real.id, real.pictures)
          : { method: "testExamples", numbers: [0, COUNT], next: "discriminate", part: real.id },
        { method: "sample", numbers: [COUNT, NOISE_SEED], next: "discriminate", part: present.id },
      );
      for (const { row, corruption } of altered) {
        queries.push(row.pictures ? judge(row.id, row.pictures) : alter(row.id, corruption));
      }
      const before = past.at(newest);
      if (before) queries.push(judge(earlier.id, before.pictures, String(before.step)));
      for (const { id, pictures } of [model, data, chance]) if (pictures) queries.push(judge(id, pictures));
      return queries;
    },

    show(answers, now) {
      // Otherwise somebody looks back.
      const fresh = now.step >= newest;
      newest = Math.max(newest, now.step);
      /** @type {Record<string, JudgedPictures>} */
      const reports = {};
      /** @type {Record<string, string>} */
      const details = {};
      for (const [index, answer] of answers.entries()) {
        const [id, detail] = (now.parts?.[index] ?? "").split(" ");
        reports[id] = /** @type {JudgedPictures} */ (/** @type {unknown} */ (answer));
        details[id] = detail;
      }
      if (reports.present) {
        if (details.earlier) earlier.name({ step: Number(details.earlier) });
        showRows(reports);
        shownStep = now.step;
        if (fresh) past.keep(now.step, made);
        empty();
      }
      const { judged: its } = reports;
      if (!fresh) showJudged(its?.pictures ?? null, its?.scores[0] ?? null, details.judged);
      else if (asked === drawing) {
        score = its?.scores[0] ?? null;
        showJudged();
      }
      description.update();
    },

    progress({ step }) {
      newest = step;
    },

    summary,

    redraw() {
      redraw();
      description.updateNow();
    },
  };
}
