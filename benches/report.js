// What was measured, as tables for a terminal.

import { isOurs, onCpu } from "./browser.js";

/** A first loss, an image or a score that differs by more from ours is pointed out. */
const TOLERANCE = 1e-3;

/** @param {number[]} list */
export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** @param {number|null|undefined} value @param {number} [digits] */
const fixed = (value, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : "");
/** @param {number|null|undefined} bytes */
const megabytes = (bytes) => (Number.isFinite(bytes) ? `${(bytes / 1e6).toFixed(2)} MB` : "");

/**
 * The first column to the left and the rest to the right; a row of one cell after its name stands as it is.
 * @param {string} title @param {string[]} head @param {string[][]} rows
 */
function table(title, head, rows) {
  const full = [head, ...rows.filter((row) => row.length === head.length)];
  const widths = head.map((_, column) => Math.max(...full.map((row) => row[column].length)));
  const first = Math.max(...[head, ...rows].map(([name]) => name.length));
  const lines = [head, ...rows].map(([name, ...cells]) => {
    const padded = cells.length + 1 === head.length ? cells.map((cell, at) => cell.padStart(widths[at + 1])) : cells;
    return `  ${[name.padEnd(first), ...padded].join("  ")}`;
  });
  return `\n${title}\n${lines.join("\n")}`;
}

/** @param {Record<"relaxed"|"separate", {speed: number, sums: number}|null>} peak */
export function peakLine({ relaxed, separate }) {
  const say = (/** @type {{speed: number, sums: number}|null} */ one) =>
    one ? `${fixed(one.speed, 1)} GFLOP/s (${one.sums} sums)` : "not known to this browser";
  return `
Peak of one thread in wasm
  product and sum in one instruction  ${say(relaxed)}
  in two                              ${say(separate)}`;
}

/**
 * @param {string} name
 * @param {{megaflops: number, asks?: string}} workload
 * @param {any[]} measured
 * @param {number|null|undefined} peak GFLOP/s
 */
export function timesTable(name, { megaflops, asks }, measured, peak) {
  const title =
    asks === "sample"
      ? `${name}: milliseconds for 64 pictures made and read back`
      : `${name}: milliseconds a step, losses read every 20 steps`;
  const peers = measured.filter(({ library }) => !isOurs(library)).map((one) => one.median);
  const head = [
    "",
    "median",
    "range",
    "read each",
    "GFLOP/s",
    "of peak",
    "x fastest peer",
    "first loss",
    "as ours",
    "first, ms",
  ];
  const rows = measured.map(({ library, median: middle, together, each, loss, expected, difference, first }) => {
    const speed = megaflops / middle;
    return [
      library,
      fixed(middle, 3),
      `${fixed(Math.min(...together), 2)} to ${fixed(Math.max(...together), 2)}`,
      fixed(median(each), 3),
      fixed(speed, 1),
      peak && onCpu(library) ? `${fixed((100 * speed) / peak)} %` : "",
      peers.length > 0 ? fixed(Math.min(...peers) / middle, 2) : "",
      fixed(loss, 5),
      agreement(loss, expected, difference),
      fixed(first),
    ];
  });
  return table(title, head, rows);
}

/**
 * Whether a peer computes what ours does: its first loss, relative to ours, and what it makes of the same noise and
 * thinks of the same batch.
 * @param {number|null} loss @param {number|null} expected @param {number|null} difference
 */
function agreement(loss, expected, difference) {
  if (expected === null && difference === null) return "";
  const ofLoss = expected === null ? 0 : Math.abs(loss - expected) / Math.abs(expected);
  const faults = [];
  // Written so that a loss that is no number is a fault.
  if (!(ofLoss <= TOLERANCE)) faults.push(`loss off by ${ofLoss.toExponential(0)}`);
  if (difference !== null && !(difference <= TOLERANCE)) faults.push(`outputs off by ${difference.toExponential(0)}`);
  return faults.length > 0 ? faults.join(", ") : "yes";
}

/** @param {any[]} rows of all workloads */
export function callsTable(rows) {
  const head = [
    "",
    "dispatches",
    "submits",
    "bind groups",
    "buffers",
    "bytes written",
    "host, ms",
    "pipelines in all",
    "carried out",
  ];
  return table(
    "On WebGPU, per step; host: the processor's share, with every dispatch left out",
    head,
    rows.map((row) =>
      row.failed
        ? [`${row.workload} ${row.library}`, row.failed]
        : [
            `${row.workload} ${row.library}`,
            ...[row.dispatches, row.submits, row.bindGroups, row.buffers].map((value) => fixed(value, 1)),
            fixed(row.bytesWritten),
            fixed(row.host, 2),
            fixed(row.pipelines),
            row.carriedOut ? "yes" : "no",
          ],
    ),
  );
}

/** @param {any[]} rows */
export function startsTable(rows) {
  return table(
    "Start: from navigation to the first step of W1, in a fresh browser context",
    ["", "median, ms", "range", "received", "requests"],
    rows.map(({ library, failed, milliseconds, all, bytes, requests }) =>
      failed
        ? [library, failed]
        : [
            library,
            fixed(milliseconds),
            `${fixed(Math.min(...all))} to ${fixed(Math.max(...all))}`,
            `${fixed(bytes / 1000)} KB`,
            fixed(requests),
          ],
    ),
  );
}

/** @param {any[]} rows */
export function memoryTable(rows) {
  return table(
    "Memory while W3 trains",
    ["", "step", "wasm memory", "GPU buffers alive"],
    rows.flatMap(({ library, failed, marks }) => [
      ...marks.map(({ step, wasm, gpu }) => [library, fixed(step), megabytes(wasm), megabytes(gpu)]),
      ...(failed ? [[library, failed]] : []),
    ]),
  );
}

/** @param {any[]} rows */
export function learningTable(rows) {
  return table(
    "What our engines have learnt, on test data",
    ["", "model", "seed", "steps", "measure", "", "baseline"],
    rows.map(({ library, model, seed, steps, measure, value, baseline, failed }) => [
      library,
      model,
      String(seed),
      fixed(steps),
      ...(failed ? [failed] : [measure, value.toPrecision(4), baseline?.toPrecision(4) ?? ""]),
    ]),
  );
}
