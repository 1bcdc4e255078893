// The checksum of the run, whenever it rests: where two machines are to train the same, it is compared aloud.

import { make, words } from "../../elements.js";
import { isReproducible } from "../../experiment/rules.js";
import { say } from "../../languages/index.js";
import "./checksum.css";

/** @import {Experiment, Page, Panel} from "../../types/page" */

/** @param {Page} page @returns {Panel} */
export default function create(page) {
  let reproducible = false;
  /** How far it has been trained, as far as is known. */
  let latest = 0;
  let checksum = "";

  const value = make("strong", { id: "checksum-value", attributes: { translate: "no" } });
  const when = make("span", { id: "checksum-step" });
  const note = make("span", { id: "checksum-note" });
  const choose = make("button", {
    id: "checksum-reproducible",
    class: "quiet",
    words: "same-run.choose",
    label: "same-run.choose.all",
    attributes: { type: "button" },
    on: { click: () => page.choose({ engine: "reproducible" }) },
  });
  const element = make(
    "p",
    { id: "checksum", class: "aside" },
    make("span", { words: "same-run.checksum" }),
    value,
    when,
    note,
    choose,
  );

  /** @param {Experiment} experiment */
  function take(experiment) {
    reproducible = isReproducible(experiment.state);
    draw();
  }

  function draw() {
    value.textContent = checksum;
    if (checksum) words(when, "same-run.at", { step: latest });
    else words(when, "same-run.at-rest");
    words(note, reproducible ? "same-run.same" : "same-run.differs");
    choose.hidden = reproducible;
  }

  return {
    id: "checksum",
    region: "results",
    element,
    suits: () => true,

    reset(experiment) {
      latest = 0;
      checksum = "";
      take(experiment);
    },

    update: take,

    progress({ step }) {
      if (step === latest) return;
      latest = step;
      checksum = "";
      draw();
    },

    queries: () => (page.playing() || checksum ? [] : [{ method: "checksum" }]),

    show([found], { step }) {
      // It has gone on meanwhile.
      if (step < latest) return;
      latest = step;
      checksum = String(found);
      draw();
    },

    summary() {
      if (!checksum) return "";
      return `${say("same-run.summary", { checksum, step: latest })} ${say(reproducible ? "same-run.same" : "same-run.differs")}`;
    },

    redraw: draw,
  };
}
