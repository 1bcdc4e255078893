// The browser of the bench, and its pages.

import puppeteer from "puppeteer-core";

/**
 * @typedef {object} Bench
 * @property {puppeteer.Browser} browser
 * @property {string} version
 * @property {string|null} gpu
 * @property {boolean} softwareGpu whether that is a program in the place of one
 * @property {string[]} libraries chosen
 * @property {string[]} names of the workloads chosen
 * @property {Record<string, {rounds: number, megaflops: number, asks?: "train"|"sample"}>} workloads
 * @property {(query: string) => Promise<puppeteer.Page>} openPage with the bench in it
 * @property {<T>(query: string, use: (page: puppeteer.Page) => Promise<T>) => Promise<T>} onPage a page for this use
 * @property {(page: puppeteer.Page) => Promise<void>} ready makes a new page as all pages here are
 * @property {() => Promise<void>} close
 */

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
const SOFTWARE_GPU = [
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];

/** Whether a library needs a GPU, or a program in the place of one. @param {string} library */
const needsGpu = (library) => /webgpu|webgl/i.test(library);
/** @param {string} library */
export const onWebGpu = (library) => /webgpu/i.test(library);
/** @param {string} library */
export const isOurs = (library) => /^ours/.test(library);
/** @param {string} library */
export const onCpu = (library) => !needsGpu(library);
/** Whether a library is to be run where nothing else was asked for. @param {string} library @param {boolean} gpu @param {boolean|undefined} threads */
const byDefault = (library, gpu, threads) => (gpu || onCpu(library)) && (threads || !/threads/.test(library));
/** An address of the server's. @param {string} path */
export const address = (path) => new URL(path, process.env.SITE_ADDRESS).href;

/** The first line of what went wrong, for a table or beside one. @param {unknown} error */
export const brief = (error) => String(error instanceof Error ? error.message : error).split("\n")[0];

/**
 * @param {{threads?: boolean, libraries?: string, workloads?: string, "software-gpu"?: boolean}} options
 * @returns {Promise<Bench>}
 */
export async function openBench(options) {
  const browser = await puppeteer.launch({
    headless: true,
    executablePath: process.env.CHROMIUM_PATH,
    protocolTimeout: 30 * 60_000,
    args: options["software-gpu"] ? [...FLAGS, ...SOFTWARE_GPU] : FLAGS,
  });
  /** @param {puppeteer.Page} page */
  const ready = async (page) => {
    // Peers take threads where the page may share memory; one thread is the fair default.
    if (!options.threads) await page.evaluateOnNewDocument(() => delete globalThis.SharedArrayBuffer);
  };
  /** @param {string} query */
  const openPage = async (query) => {
    const page = await browser.newPage();
    await ready(page);
    await page.goto(address(`/bench/${query}`));
    await page.waitForFunction(() => "bench" in globalThis);
    return page;
  };
  /** @type {Bench["onPage"]} */
  const onPage = async (query, use) => {
    const page = await openPage(query);
    try {
      return await use(page);
    } finally {
      await page.close();
    }
  };
  const [all, gpu] = await onPage("", (page) =>
    page.evaluate(async () => {
      const adapter = await navigator.gpu?.requestAdapter();
      return [globalThis.bench, adapter ? `${adapter.info.vendor} ${adapter.info.architecture}`.trim() : null];
    }),
  );
  return {
    browser,
    version: await browser.version(),
    gpu,
    softwareGpu: /swiftshader|llvmpipe/i.test(gpu ?? ""),
    libraries:
      chosen("libraries", options.libraries?.split(";"), all.libraries) ??
      all.libraries.filter((library) => byDefault(library, Boolean(gpu), options.threads)),
    names: chosen("workloads", options.workloads?.split(","), Object.keys(all.workloads)) ?? Object.keys(all.workloads),
    workloads: all.workloads,
    openPage,
    onPage,
    ready,
    close: () => browser.close(),
  };
}

/** @param {string} option @param {string[]|undefined} wanted @param {string[]} known */
function chosen(option, wanted, known) {
  const unknown = wanted?.find((name) => !known.includes(name));
  if (unknown === undefined) return wanted;
  throw new Error(`--${option} knows ${known.map((name) => `"${name}"`).join(", ")}, and not "${unknown}"`);
}
