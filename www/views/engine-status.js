// Which engine is in use, and what is known of the other.

import { find } from "../find.js";
import { short } from "./losses.js";

/** @import {Engines} from "../engines.js" */

/** @param {Engines} engines */
export function showEngines(engines) {
  const { inUse, webgpu, figures, threads } = engines;
  find("#engine-in-use", HTMLElement).textContent = inUse === "cpu" ? "CPU" : "WebGPU";
  const option = find("#engine option[value=webgpu]", HTMLOptionElement);
  option.disabled = webgpu !== "ready";
  const many = threads > 1 ? ` on ${threads} threads` : "";
  const cpu = figures.cpu === null ? "" : `CPU${many} ${short(rounded(figures.cpu))} ms a step. `;
  const rest = {
    waiting: "WebGPU comes next.",
    preparing: "WebGPU is getting ready…",
    ready: figures.webgpu === null ? "" : `WebGPU ${short(rounded(figures.webgpu))} ms.`,
    absent: "No WebGPU in this browser.",
    failed: "WebGPU did not pass its test here.",
  }[webgpu];
  const line = find("#engine-figures", HTMLElement);
  if (line.textContent !== cpu + rest) line.textContent = cpu + rest;
}

/** @param {number} value */
const rounded = (value) => Number(value.toPrecision(2));
