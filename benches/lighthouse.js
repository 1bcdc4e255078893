// What Lighthouse thinks of the page, and how soon it learns on a slow phone, as a text: `cargo xtask lighthouse` builds,
// serves and starts it.

import { writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { launchChromium } from "../tests/browser/harness.js";
import { audit, FORMS } from "../tests/browser/lighthouse.js";
import { KILOBITS_PER_SECOND, slowHost } from "./slow-network.js";

const site = process.env.SITE_ADDRESS;
const [file] = process.argv.slice(2);

/** At rest after the first step: what trains would share the processor with what is timed. */
const PAGES = {
  GAN: "#family=adversarial&start=paused",
  VAE: "#family=variational&start=paused",
  autoencoder: "#family=autoencoder&start=paused",
  "a lesson": "#lesson=vae&at=1&start=paused",
};
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TIMES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
const SLOWER = 4;

const load = () => loadavg()[0].toFixed(1);

async function scores() {
  const rows = [];
  for (const [name, hash] of Object.entries(PAGES)) {
    for (const form of Object.keys(FORMS)) {
      const { categories, audits } = await audit(site + hash, form);
      const given = CATEGORIES.map((category) => Math.round(categories[category].score * 100));
      const times = TIMES.map((time) => audits[time].displayValue);
      rows.push(`| ${[name, form, ...given, ...times, load()].join(" | ")} |`);
      console.log(rows.at(-1));
    }
  }
  return rows;
}

/** Seconds until something has learnt, at a first visit on a slow phone, and what was fetched until then. */
async function firstStep(hash) {
  const host = await slowHost(site);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 412, height: 823, isMobile: true, hasTouch: true });
    await page.emulateCPUThrottling(SLOWER);
    // What a browser tells of such a network once it knows it.
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(navigator, "connection", { value: { effectiveType: "3g", saveData: false } });
    });
    await page.goto(host.address + hash, { waitUntil: "domcontentloaded", timeout: 120_000 });
    const mark = "first-trained-step";
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, { timeout: 120_000 }, mark);
    const milliseconds = await page.evaluate((name) => performance.getEntriesByName(name)[0].startTime, mark);
    const kilobytes = Math.round(host.sent() / 1000);
    return `| ${hash || "(none)"} | ${(milliseconds / 1000).toFixed(1)} s | ${kilobytes} kB | ${load()} |`;
  } finally {
    await browser.close();
    host.close();
  }
}

const slow = [];
for (const hash of ["", "#family=adversarial&engine=cpu"]) {
  slow.push(await firstStep(hash));
  console.log(slow.at(-1));
}
const rows = process.env.ONLY_SLOW ? [] : await scores();

const text = `# Lighthouse

Scores of 100 and what weighs most in the first, of the page as it is served here, with Lighthouse's own desktop and phone: a
network and a processor simulated from what was observed. Training rests, since it would take the processor from what is timed. The last column is how busy the machine was (its load, of ${cpus().length}
processors): a figure is worth something where that is near to what the page alone makes. Written by \`cargo xtask lighthouse\`.

| page | as on a | performance | accessibility | best practices | SEO | first paint | largest paint | blocked | layout shift | load |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

## First visit on a slow phone

Until the first step has been trained, with nothing kept from before: all bytes over one line of ${Math.round(KILOBITS_PER_SECOND)} kbit/s with a round
trip of 150 ms (Lighthouse's slow 4G), the page's own thread ${SLOWER} times slower; threads of workers are not slowed. A browser on such
a network tells of it, and the page then opens on a ring of points, for which there is nothing to fetch; a link opens what
it says.

| address | first step trained | fetched by then | load |
| --- | --- | --- | --- |
${slow.join("\n")}
`;
await writeFile(file, text);
