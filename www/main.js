// The page: puts state, engines and views together.

import "./trusted-types.js";
import { trainingData } from "./data.js";
import { DATA_SETS, tuningFor } from "./defaults.js";
import { Engines } from "./engines.js";
import { savePicture, startFiles } from "./files.js";
import { canvas, find } from "./find.js";
import { FAMILIES } from "./ideas.js";
import { Live } from "./live.js";
import { clearNotice, confirmOn, tell } from "./notice.js";
import { readState, settingsFor, writeState } from "./state.js";
import { startTheme } from "./theme.js";
import { Controls } from "./views/controls.js";
import { DrawPad } from "./views/draw-pad.js";
import { showEngines } from "./views/engine-status.js";
import { Losses } from "./views/losses.js";
import { CodeMap } from "./views/map.js";
import { Measures } from "./views/measures.js";
import { Network } from "./views/network.js";
import { forgetColours } from "./views/pictures.js";
import { isPoints, Plane } from "./views/plane.js";
import { Stage } from "./views/stage.js";
import { Transport } from "./views/transport.js";
import { Wall } from "./views/wall.js";

/** @import {State} from "./types/page" */

const FIRST_MEASURE_MILLISECONDS = 6000;
const SHORTEST_MEASURE_MILLISECONDS = 5000;
/** Measuring stops training: it takes at most a fortieth of the time. */
const MEASURE_SHARE = 40;
/** What a running session takes over; all else needs a new one. */
const LIVE = /** @type {const} */ ([
  "learningRate",
  "divergenceWeight",
  "batchSize",
  "objective",
  "corruption",
  "amount",
  "engine",
]);

let state = readState(location.hash);
// On its way while everything else is set up.
trainingData(state.dataset).catch(() => {});

let firstStep = true;
let latest = { step: 0, losses: /** @type {Record<string, number>} */ ({}) };

const engines = new Engines({
  batch: (message) => {
    if (firstStep) performance.mark("first-trained-step");
    firstStep = false;
    latest = message;
    transport.show(message);
    losses.add(message.step, message.losses);
    live.refresh();
  },
  playing: (playing) => transport.showPlaying(playing),
  notice: tell,
  engine: () => showEngines(engines),
});
engines.choice = state.engine;

startTheme(find("#theme", HTMLButtonElement), () => {
  forgetColours();
  losses.rebuild();
  wall.draw();
  plane.draw();
  map.draw();
  pad.draw();
  live.refresh();
});

const live = new Live((questions) => engines.ask(questions), {
  step: () => latest.step,
  failed: (error) => {
    // A dead worker speaks for itself; and before the first session there is nothing to ask.
    if (started && engines.workers[engines.inUse].alive) tell(error);
  },
  shown: () => {
    network.showPictures(wall.first);
    network.showLosses(latest.losses);
  },
});
const refresh = () => {
  if (started) live.refresh();
};
let started = false;

const pad = new DrawPad(refresh);
const wall = new Wall({ refresh, pick: (values) => pad.use(values) });
const plane = new Plane(refresh);
const map = new CodeMap(refresh);
const losses = new Losses();
const network = new Network();
const measures = new Measures(() => measure());
const stage = new Stage(() => {
  chooseViews();
  refresh();
});
const transport = new Transport({
  play: (playing) => attempt(engines.setPlaying(playing)),
  single: () => attempt(engines.single()),
  restart: () => start(),
  slow: (slow) => attempt(engines.setSlow(slow)),
});
const controls = new Controls(state, { change, refuse: tell });

/** @param {Promise<unknown>} action */
function attempt(action) {
  return action.catch(tell);
}

function chooseViews() {
  if (isPoints(state.dataset)) {
    live.views = [plane];
    return;
  }
  wall.setMode(stage.mode);
  live.views = stage.mode === "manifold" ? [wall, map, pad] : [wall, pad];
}

/** @type {string|null} */
let shownDataset = null;

/** A new experiment with the state as it is; with bytes, one that goes on from a saved model. @param {Uint8Array} [bytes] */
async function start(bytes) {
  started = false;
  live.reset();
  clearNotice();
  controls.show(state);
  transport.reset();
  latest = { step: 0, losses: {} };
  stage.reset(state);
  wall.reset();
  plane.reset();
  plane.family = state.family;
  map.reset(state.dataset);
  pad.reset(state.family, shownDataset === state.dataset);
  shownDataset = state.dataset;
  network.reset(state);
  losses.reset(state.family);
  measures.reset();
  measureLater(FIRST_MEASURE_MILLISECONDS);
  chooseViews();
  showIdeas();
  const mine = state;
  try {
    await (bytes ? engines.open(bytes, state) : engines.start(state));
  } catch (error) {
    if (mine === state) tell(error);
    return;
  }
  if (mine !== state) return;
  started = true;
  live.refresh();
}

/** @param {State} next */
async function change(next) {
  const before = state;
  const changed = /** @type {(keyof State)[]} */ (Object.keys(next)).filter(
    (name) => JSON.stringify(next[name]) !== JSON.stringify(before[name]),
  );
  if (changed.length === 0) return;
  state = next;
  history.replaceState(null, "", `#${writeState(state)}`);
  if (changed.includes("family") || changed.includes("dataset") || changed.includes("code")) stage.prefer(state);
  if (changed.includes("engine")) {
    engines.choice = state.engine;
    await attempt(engines.choose(state.engine));
  }
  if (!changed.every((name) => LIVE.some((known) => known === name))) return start();
  controls.show(state);
  if (changed.length === 1 && changed[0] === "engine") return;
  const { learningRate: _, ...rest } = state;
  const { optimizer, divergenceWeight, batchSize, objective, corruption } = settingsFor({
    ...rest,
    learningRate: state.learningRate,
  });
  try {
    clearNotice();
    await engines.change({ optimizer, divergenceWeight, batchSize, objective, corruption }, state);
  } catch (error) {
    state = before;
    history.replaceState(null, "", `#${writeState(state)}`);
    controls.show(state);
    tell(error);
  }
}

let measuring = false;
let measureTimer = 0;
let pauseBetween = SHORTEST_MEASURE_MILLISECONDS;

/** @param {number} milliseconds */
function measureLater(milliseconds) {
  clearTimeout(measureTimer);
  measureTimer = window.setTimeout(() => {
    if (transport.playing && !document.hidden) measure();
    else measureLater(milliseconds);
  }, milliseconds);
}

async function measure() {
  if (measuring || !started) return;
  measuring = true;
  measures.setBusy(true);
  const mine = state;
  try {
    const began = performance.now();
    const evaluation = await engines.evaluate();
    pauseBetween = Math.max(SHORTEST_MEASURE_MILLISECONDS, MEASURE_SHARE * (performance.now() - began));
    if (evaluation && mine.family === state.family && mine.dataset === state.dataset) measures.show(evaluation);
  } catch (error) {
    if (mine === state) tell(error);
  } finally {
    measuring = false;
    measures.setBusy(false);
    measureLater(pauseBetween);
  }
}

function showIdeas() {
  find("#ideas", HTMLElement).replaceChildren(
    ...FAMILIES[state.family].ideas.map(({ label, dataset, part }) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      const target = dataset ?? (isPoints(state.dataset) && part ? "mnist-small" : state.dataset);
      button.addEventListener("click", () =>
        change({ ...state, dataset: target, ...tuningFor(state.family, target, part?.network), ...part }),
      );
      item.append(button);
      return item;
    }),
  );
}

const copyLink = find("#copy-link", HTMLButtonElement);
copyLink.addEventListener("click", async () => {
  history.replaceState(null, "", `#${writeState(state)}`);
  try {
    await navigator.clipboard.writeText(location.href);
    confirmOn(copyLink, "Copied");
  } catch {
    tell(`The link could not be copied. It is in the address line: ${location.href}`);
  }
});

find("#export-wall", HTMLButtonElement).addEventListener("click", () => savePicture(canvas("#wall"), state.family));

startFiles({
  save: async () => ({ bytes: await engines.save(), name: `${state.family}-${state.dataset}-step-${latest.step}` }),
  state: () => state,
  open: (bytes, saved) => {
    state = saved;
    stage.prefer(state);
    history.replaceState(null, "", `#${writeState(state)}`);
    return start(bytes);
  },
});

window.addEventListener("hashchange", () => {
  const next = readState(location.hash);
  if (JSON.stringify(next) !== JSON.stringify(state)) change(next);
});
document.addEventListener("visibilitychange", refresh);
setInterval(() => showEngines(engines), 1000);

if (!(state.dataset in DATA_SETS)) state = readState("");
stage.prefer(state);
start();
