// Trains one experiment after the other, away from the one that a person looks at, and measures each.

import "../trusted-types.js";
import * as Comlink from "comlink";
import { load } from "generative-playground";
import { loadInto } from "./loading.js";

/** @import {Measure, SettingsChoice} from "../types/library" */
/** @import {Data} from "../types/page" */

/** After so many steps it is told how far they have come. */
const SLICE = 40;

const library = load({ engine: "cpu" });
// Told to whoever asks for a measurement; without this line it would also count as unhandled.
library.catch(() => {});

const commands = {
  /**
   * The measures of a new session after some steps.
   * @param {SettingsChoice} settings
   * @param {Data} data with the part that is measured on
   * @param {number} steps
   * @param {(share: number) => void} progress 0 to 1
   * @returns {Promise<Measure[]>}
   */
  async measure(settings, data, steps, progress) {
    const { Session } = await library;
    const session = await Session.create({ ...settings, engine: "cpu" });
    try {
      loadInto(session, data);
      while (session.step < steps) {
        await session.train(Math.min(SLICE, steps - session.step));
        progress(session.step / steps);
      }
      return (await session.evaluate()).measures;
    } finally {
      session.free();
    }
  },
};

/** @typedef {typeof commands} SweepCommands */

Comlink.expose(commands);
