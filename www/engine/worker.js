// One engine, away from the page's thread. It runs twice: named "cpu" and named "webgpu"; and once more for each experiment
// beside that of the page, named "companion".
//
// It holds the session that is trained and, while a next experiment is prepared, that one's session beside it. A
// session does one thing at a time, so everything that touches one stands in one queue.

import "../trusted-types.js";
import * as Comlink from "comlink";
import { load } from "generative-playground";
import { toFailure } from "../errors.js";
import { answer, measure } from "./answers.js";
import { loadInto, loadTestInto } from "./loading.js";
import { TrainingLoop } from "./training-loop.js";

/** @import {Engine, Session, SettingsChoice, TrainReport, Update} from "../types/library" */
/** @import {Data, Query, TestData, WorkerMessage} from "../types/page" */

const engine = /** @type {Engine} */ (self.name === "webgpu" ? "webgpu" : "cpu");
// Several at once would wait for each other's threads.
const library = load({ engine, threads: self.name === "companion" ? "one" : "auto" });
// Told to whoever opens a session; without this line it would also count as unhandled.
library.catch(() => {});

/** After so many steps it is told how far they have come. */
const SLICE = 20;

/** @typedef {{run: number, session: Session, report: TrainReport|null}} Opened */

/** @type {Opened|null} */
let current = null;
/** @type {Opened|null} */
let next = null;
/** Which networks of a GAN the coming steps update. @type {Update} */
let update = "both";
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

/** @returns {Session} */
function session() {
  if (!current) throw new Error("No experiment is open. Expected one to have been started. Start over.");
  return current.session;
}

/** @param {number} run @returns {Opened} */
function prepared(run) {
  if (next?.run !== run) throw new Error("Another experiment was prepared meanwhile.");
  return next;
}

/** @param {WorkerMessage} message */
const tell = (message) => self.postMessage(message);

const loop = new TrainingLoop({
  enqueue,
  step: () => session().step,
  train,
  failed: (error) => {
    const fatal = error instanceof WebAssembly.RuntimeError;
    tell({ type: "failure", run: current?.run ?? 0, failure: toFailure(error), fatal });
  },
});

/** @param {number} steps @returns {Promise<number>} milliseconds, measured here so that all that a step costs counts */
async function train(steps) {
  const began = performance.now();
  const report = await session().train(steps, { update });
  const elapsed = performance.now() - began;
  await tellBatch(report, elapsed / steps);
  return elapsed;
}

/** @param {Pick<TrainReport, "step"|"losses">} report @param {number} millisecondsPerStep */
async function tellBatch({ step, losses }, millisecondsPerStep) {
  const { threadCount } = await library;
  const stepsPerSecond = 1000 / millisecondsPerStep;
  const run = current?.run ?? 0;
  tell({ type: "batch", run, step, losses, millisecondsPerStep, stepsPerSecond, threads: threadCount() });
}

const commands = {
  /** Gives the addresses of what was fetched for it. */
  open: () => library.then(() => performance.getEntriesByType("resource").map(({ name }) => name)),

  /** One step on both engines, with the same numbers. */
  selfTest: () => enqueue(async () => (await library).selfTest()),

  /** Refuses what cannot be a session, before data are fetched for it. @param {SettingsChoice} settings */
  check: (settings) =>
    enqueue(async () => {
      const { Session } = await library;
      (await Session.create({ ...settings, engine })).free();
    }),

  /** What a saved file holds. @param {Uint8Array} bytes */
  inspect: (bytes) => enqueue(async () => (await library).inspect(bytes)),

  /**
   * A session beside the one that is trained, from settings or from a saved file; a new one makes its first step.
   * @param {number} run
   * @param {SettingsChoice|Uint8Array} source
   * @param {Data} data
   */
  prepare: (run, source, data) =>
    enqueue(async () => {
      const { Session } = await library;
      const saved = source instanceof Uint8Array;
      const opened = saved ? await Session.restore(source, { engine }) : await Session.create({ ...source, engine });
      try {
        loadInto(opened, data);
        const report = opened.step === 0 ? await opened.train(1) : null;
        next?.session.free();
        next = { run, session: opened, report };
        return { step: opened.step, data: opened.data };
      } catch (error) {
        opened.free();
        throw error;
      }
    }),

  /** @param {number} run @param {Partial<SettingsChoice>} settings */
  changePrepared: (run, settings) => enqueue(() => prepared(run).session.change(settings)),

  /** The prepared session takes the place of the one that is trained. @param {number} run */
  adopt: (run) => {
    loop.stop();
    return enqueue(async () => {
      const adopted = prepared(run);
      next = null;
      current?.session.free();
      current = adopted;
      loop.reset();
      if (adopted.report) await tellBatch(adopted.report, adopted.report.millisecondsPerStep);
    });
  },

  /** @param {number} run */
  discard: (run) =>
    enqueue(() => {
      if (next?.run !== run) return;
      next.session.free();
      next = null;
    }),

  /** The experiment goes on elsewhere. */
  close: () => {
    loop.stop();
    return enqueue(() => {
      current?.session.free();
      current = null;
    });
  },

  /** @param {TestData} test @param {number} run */
  loadTest: (test, run) =>
    enqueue(() => {
      if (current?.run === run) loadTestInto(session(), test);
    }),

  play: (until = Number.POSITIVE_INFINITY) => loop.play(until),

  /** Resolves when no batch is under way. */
  pause: () => {
    loop.stop();
    return enqueue(() => {});
  },

  single: () => enqueue(() => train(1)),

  /** So many, while nothing else trains. @param {number} steps */
  steps: (steps) =>
    enqueue(async () => {
      const wanted = session().step + steps;
      while (session().step < wanted) await train(Math.min(SLICE, wanted - session().step));
    }),

  /** One step in its parts; null where another experiment is there by now. @param {number} run */
  trace: (run) =>
    enqueue(async () => {
      if (current?.run !== run) return null;
      const began = performance.now();
      const trace = await current.session.trace({ update });
      await tellBatch(trace, performance.now() - began);
      return trace;
    }),

  /** @param {Update} next */
  setUpdate: (next) =>
    enqueue(() => {
      update = next;
      return current?.session.step ?? 0;
    }),

  /** @param {boolean} slow */
  setSlow: (slow) => loop.setSlow(slow),

  /** Compiles; gives the milliseconds of a step after that, while other engines may be at work. */
  warmUp: () =>
    enqueue(async () => {
      await session().train(1, { update });
      const began = performance.now();
      await session().train(1, { update });
      return performance.now() - began;
    }),

  /**
   * Milliseconds of a step, from steps that take about so long, or from one that takes longer.
   * @param {number} milliseconds
   */
  time: (milliseconds) =>
    enqueue(async () => {
      let began = performance.now();
      await session().train(1, { update });
      const single = performance.now() - began;
      if (single > milliseconds / 8) return single;
      // Of several one is recorded.
      await session().train(3, { update });
      let steps = 0;
      began = performance.now();
      while (performance.now() - began < milliseconds) {
        await session().train(8, { update });
        steps += 8;
      }
      return (performance.now() - began) / steps;
    }),

  /** Answers to several queries at one moment of the training. @param {Query[]} queries @param {number} run */
  query: (queries, run) =>
    enqueue(async () => {
      if (current?.run !== run) return null;
      const answers = [];
      for (const query of queries) answers.push(await answer(current.session, query));
      const step = current.session.step;
      return Comlink.transfer(
        { answers, step },
        answers.flatMap((values) => values.buffer ?? values.pictures?.buffer ?? []),
      );
    }),

  /** What a saved model makes, beside the session that is trained. @param {Uint8Array} bytes @param {number} count @param {number} seed */
  sampleSaved: (bytes, count, seed) =>
    enqueue(async () => {
      const { Session } = await library;
      const saved = await Session.restore(bytes, { engine });
      try {
        const made = await saved.sample(count, seed);
        return Comlink.transfer(made, [made.buffer]);
      } finally {
        saved.free();
      }
    }),

  /** A piece of what measuring needs beforehand; whether there is more to do. @param {number} run */
  fitBaselines: (run) => enqueue(() => current?.run === run && session().fitBaselines()),

  /** Null where another experiment is there by now. @param {number} run */
  evaluate: (run) => enqueue(() => (current?.run === run ? measure(current.session) : null)),

  /** @param {number} run */
  save: (run) =>
    enqueue(async () => {
      if (current?.run !== run) return null;
      const bytes = await current.session.save();
      return Comlink.transfer({ bytes, step: current.session.step }, [bytes.buffer]);
    }),

  /** Gives the step after which it holds. @param {Partial<SettingsChoice>} settings @param {number} run */
  change: (settings, run) =>
    enqueue(() => {
      if (current?.run === run) session().change(settings);
      return current?.session.step ?? 0;
    }),
};

/** @typedef {typeof commands} Commands */

// Comlink sends of an error its message alone; the code and the values of the library's are wanted as well.
const thrown = Comlink.transferHandlers.get("throw");
if (thrown) {
  Comlink.transferHandlers.set("throw", {
    ...thrown,
    serialize: (/** @type {{value: unknown}} */ { value }) => {
      const name = value instanceof Error ? value.name : "Error";
      return [{ isError: true, value: { ...toFailure(value), name } }, []];
    },
  });
}
Comlink.expose(commands);
