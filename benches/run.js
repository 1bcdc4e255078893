// Drives the bench in one browser, part by part. `cargo xtask bench` builds, serves and starts it; README.md has the
// options.

import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { openBench } from "./browser.js";
import { calls } from "./parts/calls.js";
import { learning } from "./parts/learning.js";
import { memory } from "./parts/memory.js";
import { starts } from "./parts/starts.js";
import { times } from "./parts/times.js";
import { callsTable, learningTable, memoryTable, peakLine, startsTable } from "./report.js";

const PARTS = ["peak", "times", "calls", "starts"];

const { values: options } = parseArgs({
  options: {
    parts: { type: "string", default: PARTS.join(",") },
    workloads: { type: "string" },
    libraries: { type: "string" },
    threads: { type: "boolean", default: false },
    "software-gpu": { type: "boolean", default: false },
    memory: { type: "boolean", default: false },
    "memory-steps": { type: "string" },
    learning: { type: "boolean", default: false },
    models: { type: "string" },
    json: { type: "string", default: "benches/results.json" },
  },
});

const parts = options.parts.split(",");
const unknown = parts.find((part) => !PARTS.includes(part));
if (unknown !== undefined) throw new Error(`--parts knows ${PARTS.join(", ")}, and not "${unknown}"`);

const bench = await openBench(options);
const found = { date: new Date().toISOString(), gpu: bench.gpu, threads: options.threads };
/** What has been measured is kept, also where a later part fails. @param {object} part */
const keep = async (part) => {
  Object.assign(found, part);
  await writeFile(options.json, `${JSON.stringify(found, null, 1)}\n`);
};
try {
  console.log(
    `${bench.version}, ${bench.gpu ? `GPU ${bench.gpu}` : "no GPU"}, ${options.threads ? "many threads" : "one thread"}`,
  );
  if (parts.includes("peak")) {
    await keep({ peak: await bench.onPage("", (page) => page.evaluate(() => globalThis.bench.peaks())) });
    console.log(peakLine(found.peak));
  }
  // These are printed workload by workload: all together take long.
  if (parts.includes("times")) await keep({ results: await times(bench, found.peak?.relaxed?.speed) });
  if (parts.includes("calls")) {
    await keep({ calls: await calls(bench) });
    console.log(callsTable(found.calls));
  }
  if (parts.includes("starts")) {
    await keep({ starts: await starts(bench) });
    console.log(startsTable(found.starts));
  }
  if (options.memory) {
    const steps = options["memory-steps"] ? Number(options["memory-steps"]) : null;
    await keep({ memory: await memory(bench, steps) });
    console.log(memoryTable(found.memory));
  }
  if (options.learning) {
    await keep({ learning: await learning(bench, options.models?.split(";")) });
    console.log(learningTable(found.learning));
  }
} finally {
  await bench.close();
}
console.log(`\nWritten to ${options.json}`);
