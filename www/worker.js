// One engine with one session, away from the page's thread. It runs twice: named "cpu" and named "webgpu".
//
// A session does one thing at a time, so everything that touches it stands in one queue. Training runs in short
// batches and goes to the end of the queue after each, which lets a drawn digit or a sample in between.

import "./trusted-types.js";
import * as Comlink from "comlink";
import { load as loadLibrary } from "generative-playground";
import { offersWebGpu } from "./webgpu.js";

/** @import {Engine, Session, Settings} from "./types/library" */
/** @import {Data, Question, WorkerMessage} from "./types/page" */

/** Long enough that messages cost little, short enough that an answer feels immediate. */
const BATCH_MILLISECONDS = 40;
const SLOW_PAUSE_MILLISECONDS = 500;

const engine = /** @type {Engine} */ (self.name === "webgpu" ? "webgpu" : "cpu");
const library = loadLibrary({ engine });
// Told to whoever opens the session; without this line it would also count as unhandled.
library.catch(() => {});

/** @type {Session|null} */
let session = null;
/** Which experiment this is, so that the page can tell late messages from another. */
let run = 0;
let playing = false;
let slow = false;
let stepsPerBatch = 1;
/** @type {Promise<unknown>} */
let queue = Promise.resolve();

/**
 * @template Result
 * @param {() => Promise<Result>|Result} task
 * @returns {Promise<Result>}
 */
function enqueue(task) {
  const result = queue.then(task);
  queue = result.catch(() => {});
  return result;
}

function current() {
  if (!session) throw new Error("No experiment is open. Expected one to have been started. Start over.");
  return session;
}

/** @param {WorkerMessage} message */
const tell = (message) => self.postMessage(message);

/** @param {unknown} error */
function tellFailure(error) {
  const fatal = error instanceof WebAssembly.RuntimeError;
  tell({ type: "failure", run, message: error instanceof Error ? error.message : String(error), fatal });
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Lets messages from the page in; a timer would be held to 4 ms. */
function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

/** @param {number} steps */
async function trainBatch(steps) {
  const { threadCount } = await library;
  const began = performance.now();
  const report = await current().train(steps);
  const elapsed = performance.now() - began;
  // Measured here and not taken from the report, so that all that a step costs is counted.
  const perStep = elapsed / steps;
  stepsPerBatch = Math.max(1, Math.min(500, 2 * stepsPerBatch, Math.round(BATCH_MILLISECONDS / perStep)));
  tell({
    type: "batch",
    run,
    step: report.step,
    losses: report.losses,
    millisecondsPerStep: perStep,
    threads: threadCount(),
    stepsPerSecond: 1000 / perStep,
  });
  return report;
}

let loops = 0;

async function loop() {
  loops += 1;
  const mine = loops;
  const active = () => playing && mine === loops;
  try {
    while (active()) {
      await enqueue(() => (active() ? trainBatch(slow ? 1 : stepsPerBatch) : undefined));
      await (slow ? pause(SLOW_PAUSE_MILLISECONDS) : turn());
    }
  } catch (error) {
    playing = false;
    tellFailure(error);
  }
}

/** @param {Session} opened @param {Data} data */
function load(opened, data) {
  if (data.kind === "points") {
    opened.loadPoints(data.points);
    return;
  }
  opened.loadImages(data.images, data.labels);
  if (data.testImages) opened.loadTestImages(data.testImages, data.testLabels);
}

/** @param {Session} opened @param {number} number */
function install(opened, number) {
  session?.free();
  session = opened;
  run = number;
  stepsPerBatch = 1;
}

/** @param {Question} question */
async function answer({ method, numbers, values, examples }) {
  const open = current();
  if (method === "sample" || method === "examples" || method === "labels") {
    return open[method](numbers?.[0] ?? 0, numbers?.[1] ?? 0);
  }
  const input = examples ? open.examples(...examples) : values;
  if (!input) throw new Error(`"${method}" was asked of nothing. Expected values or examples.`);
  return open[method](input);
}

const commands = {
  open: async () => {
    await library;
  },

  /** Asked here, since the first question of this kind blocks its thread for a while. */
  offersWebGpu,

  /** One step on both engines, with the same numbers. */
  selfTest: () =>
    enqueue(async () => {
      return (await library).selfTest?.();
    }),

  /** @param {Omit<Settings, "engine">} settings @param {Data} data @param {number} number */
  start: (settings, data, number) => {
    playing = false;
    return enqueue(async () => {
      const { Session } = await library;
      const opened = await Session.create({ ...settings, engine });
      load(opened, data);
      install(opened, number);
    });
  },

  /** @param {Uint8Array} bytes @param {Data} data @param {number} number */
  restore: (bytes, data, number) => {
    playing = false;
    return enqueue(async () => {
      const { Session } = await library;
      const opened = await Session.restore(bytes, { engine });
      load(opened, data);
      install(opened, number);
      return { step: opened.step, settings: opened.settings };
    });
  },

  /** @param {Uint8Array} images @param {Uint8Array} labels */
  loadTest: (images, labels) => enqueue(() => current().loadTestImages(images, labels)),

  play: () => {
    if (playing) return;
    playing = true;
    loop();
  },

  /** Resolves when no batch is under way. */
  pause: () => {
    playing = false;
    return enqueue(() => {});
  },

  single: () =>
    enqueue(async () => {
      await trainBatch(1);
    }),

  /** @param {boolean} value */
  setSlow: (value) => {
    slow = value;
    if (playing) loop();
  },

  /** Compiles; gives the milliseconds of a step after that, while other engines may be at work. */
  warmUp: () =>
    enqueue(async () => {
      await current().train(1);
      const began = performance.now();
      await current().train(1);
      return performance.now() - began;
    }),

  /**
   * Milliseconds of a step, from steps that take about so long, or from one that takes longer.
   * @param {number} milliseconds
   */
  time: (milliseconds) =>
    enqueue(async () => {
      let began = performance.now();
      await current().train(1);
      const single = performance.now() - began;
      if (single > milliseconds / 8) return single;
      // Of several one is recorded.
      await current().train(3);
      let steps = 0;
      began = performance.now();
      while (performance.now() - began < milliseconds) {
        await current().train(8);
        steps += 8;
      }
      return (performance.now() - began) / steps;
    }),

  /** Answers to several questions at one moment of the training. @param {Question[]} questions */
  ask: (questions) =>
    enqueue(async () => {
      const answers = [];
      for (const question of questions) answers.push(await answer(question));
      return Comlink.transfer(
        answers,
        answers.map((values) => values.buffer),
      );
    }),

  evaluate: () => enqueue(() => current().evaluate()),

  save: () =>
    enqueue(async () => {
      const bytes = await current().save();
      return Comlink.transfer(bytes, [bytes.buffer]);
    }),

  /** @param {Partial<Settings>} settings */
  change: (settings) => enqueue(() => current().change(settings)),
};

/** @typedef {typeof commands} Commands */

Comlink.expose(commands);
