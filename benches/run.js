// Drives the bench: a page for each library, and turns in one browser. `cargo xtask bench` builds, serves and starts it.
//
//   node benches/run.js [--workloads W1,W3] [--libraries "ours, CPU;jax-js, wasm"] [--threads]

import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import puppeteer from "puppeteer-core";

const { values: options } = parseArgs({
  options: {
    workloads: { type: "string" },
    libraries: { type: "string" },
    threads: { type: "boolean", default: false },
    json: { type: "string", default: "benches/results.json" },
  },
});

const FLAGS = [
  "--no-sandbox",
  "--enable-unsafe-webgpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
];

const browser = await puppeteer.launch({
  headless: true,
  executablePath: process.env.CHROMIUM_PATH,
  protocolTimeout: 30 * 60_000,
  args: FLAGS,
});

async function openPage() {
  const page = await browser.newPage();
  // Peers take threads where the page may share memory; one thread is the fair default.
  if (!options.threads) await page.evaluateOnNewDocument(() => delete globalThis.SharedArrayBuffer);
  await page.goto(new URL("/bench/", process.env.SITE_ADDRESS).href);
  await page.waitForFunction(() => "bench" in globalThis);
  return page;
}

const first = await openPage();
const gpu = await first.evaluate(async () => {
  const adapter = await navigator.gpu?.requestAdapter();
  return adapter ? `${adapter.info.vendor} ${adapter.info.architecture}`.trim() : null;
});
const all = await first.evaluate(() => globalThis.bench);
await first.close();
const needsGpu = (library) => /webgpu|webgl/i.test(library);
const chosen = options.libraries?.split(";") ?? all.libraries.filter((library) => gpu || !needsGpu(library));
const names = options.workloads?.split(",") ?? Object.keys(all.workloads);
console.log(
  `${await browser.version()}, ${gpu ? `GPU ${gpu}` : "no GPU"}, ${options.threads ? "many threads" : "one thread"}`,
);

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const results = [];
for (const name of names) {
  const { rounds, megaflops } = all.workloads[name];
  const running = [];
  for (const library of chosen) {
    const page = await openPage();
    try {
      const begun = await page.evaluate((library, name) => globalThis.bench.open(library, name), library, name);
      running.push({ library, page, ...begun, together: [], each: [] });
    } catch (error) {
      console.log(`${name} ${library}: ${String(error.message).split("\n")[0]}`);
      await page.close();
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const one of running) {
      const { together, each } = await one.page.evaluate(() => globalThis.bench.turn());
      one.together.push(together);
      one.each.push(each);
    }
  }
  const fastest = Math.min(
    ...running.filter(({ library }) => !/^ours/.test(library)).map((one) => median(one.together)),
  );
  console.log(`\n${name}  (milliseconds a step, losses read every 20 steps)`);
  for (const { library, page, loss, first, together, each } of running) {
    const middle = median(together);
    results.push({ workload: name, library, loss, first, together, each, median: middle });
    const spread = `${Math.min(...together).toFixed(2)} to ${Math.max(...together).toFixed(2)}`;
    console.log(
      `  ${library.padEnd(26)} ${middle.toFixed(3).padStart(9)}  (${spread})  read each step ${median(each).toFixed(3)}` +
        `  ${(megaflops / middle).toFixed(1)} GFLOP/s  ${(fastest / middle).toFixed(2)} x fastest peer` +
        `  first loss ${loss.toFixed(5)}, first step ${first.toFixed(0)} ms`,
    );
    await page.close();
  }
}
await browser.close();
await writeFile(
  options.json,
  `${JSON.stringify({ date: new Date().toISOString(), gpu, threads: options.threads, results }, null, 1)}\n`,
);
console.log(`\nWritten to ${options.json}`);
