// Which engine is in use, and what is known of the other.

import { words } from "../../elements.js";
import { find } from "../../find.js";
import { number, say } from "../../languages/index.js";

/** @import {Engines} from "../../engine/engines.js" */

/** @param {number} value */
const rounded = (value) => number(value, { maximumSignificantDigits: 2 });

/** @param {Engines} engines */
export function showEngines(engines) {
  const { inUse, choice, figures, threads, trial } = engines;
  words(find("#engine-in-use", HTMLElement), `engines.${inUse}`);
  const option = document.querySelector("#engine option[value=webgpu]");
  if (option instanceof HTMLOptionElement) option.disabled = trial.status !== "ready" && !option.selected;
  const parts = [];
  if (figures.cpu !== null) {
    const milliseconds = rounded(figures.cpu);
    parts.push(
      threads > 1
        ? say("engines.figure.threads", { count: threads, milliseconds })
        : say("engines.figure.cpu", { milliseconds }),
    );
  }
  if (choice === "reproducible") parts.push(say("same-run.engine"));
  else if (trial.status !== "ready") parts.push(say(`engines.status.${trial.status}`));
  else if (figures.webgpu !== null) parts.push(say("engines.figure.webgpu", { milliseconds: rounded(figures.webgpu) }));
  const line = find("#engine-figures", HTMLElement);
  const text = parts.join(" ");
  if (line.textContent !== text) line.textContent = text;
}
