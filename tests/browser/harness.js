// Starts browsers, opens pages that are watched for anything that goes wrong, and reads them.
// `cargo xtask test browser` builds and serves the site and says where everything is.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import puppeteer from "puppeteer-core";

const address = process.env.SITE_ADDRESS;
if (!address) throw new Error("SITE_ADDRESS is missing: run these tests by `cargo xtask test browser`");

/** Compiling shaders without a GPU takes minutes on a slow machine. */
export const PATIENCE = 10 * 60_000;

/** WebGPU by software, which is all that the processor does then: only where a test is about it. */
const WEBGPU_FLAGS = [
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];

/** No traffic of the browser's own, no throttling, and no other host to be found. */
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

const SHARED = { headless: true, protocolTimeout: PATIENCE, defaultViewport: { width: 1280, height: 900 } };

/** In a folder that is kept, where one is named as the profile. */
export function launchChromium({ webgpu = false, profile = undefined } = {}) {
  const args = [...CHROMIUM_FLAGS, ...(webgpu ? WEBGPU_FLAGS : ["--disable-gpu"])];
  return puppeteer.launch({ ...SHARED, executablePath: process.env.CHROMIUM_PATH, args, userDataDir: profile });
}

export function launchFirefox({ profile = undefined } = {}) {
  const executablePath = process.env.FIREFOX_PATH;
  return puppeteer.launch({ ...SHARED, browser: "firefox", executablePath, userDataDir: profile });
}

/**
 * Waits by evaluating again and again: in Firefox a condition that is to wait inside the page is compiled there, which the
 * policy of our pages forbids.
 */
export function askAgainAndAgain(page) {
  const truthy = async (ask, { timeout = 30_000 } = {}) => {
    const began = Date.now();
    for (;;) {
      const found = await ask();
      if (found) return found;
      if (Date.now() - began > timeout) throw new Error(`Waiting failed: ${timeout}ms exceeded`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  page.waitForFunction = (condition, options, ...given) => truthy(() => page.evaluate(condition, ...given), options);
  page.waitForSelector = (selector, options) => truthy(() => page.$(selector), options);
}

/**
 * Opens a page in a profile of its own, so with an empty cache, lets the test use it, and then requires that it logged
 * no error, threw nothing, and asked no other origin for anything.
 */
export async function visit(browser, path, use, { prepare, host = address, expects = null } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  if ((await browser.version()).startsWith("firefox")) askAgainAndAgain(page);
  const problems = watch(page, host);
  try {
    await prepare?.(page);
    await page.goto(new URL(path, host).href);
    await use(page);
  } catch (error) {
    // What the page complained of is most often the cause.
    if (problems.length > 0) error.message += `\nThe page said:\n${problems.join("\n")}`;
    throw error;
  } finally {
    await context.close();
  }
  // Some tests make things fail, of which the browser tells.
  assert.deepEqual(expects ? problems.filter((problem) => !expects.test(problem)) : problems, []);
}

/** What a function gives when it runs inside an empty page. */
export async function blankPage(browser, work, ...values) {
  let result;
  await visit(browser, "/tests/blank.html", async (page) => {
    result = await page.evaluate(work, ...values);
  });
  return result;
}

/** Lets the test use a host of its own, which answers as `answer` does. */
export async function withHost(answer, use) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/**
 * Lets the test use a host that sends the same site without any header of isolation or policy, as most hosts do, and
 * that hangs up on requests for some paths.
 */
export function withPlainHost(use, hangsUpOn = () => false) {
  return withHost(async ({ url, socket }, response) => {
    if (hangsUpOn(url)) return socket.destroy();
    const found = await fetch(new URL(url, address));
    response.writeHead(found.status, { "content-type": found.headers.get("content-type") ?? "text/plain" });
    response.end(Buffer.from(await found.arrayBuffer()));
  }, use);
}

function watch(page, host) {
  const problems = [];
  const asked = (url) => {
    // What the browser makes itself is asked of nobody; a page that is a file has no origin to name it by.
    const local = url.startsWith(host) || /^(data:|blob:null\/)/.test(url) || url.startsWith(`blob:${host}`);
    if (!local) problems.push(`a request to another origin: ${url}`);
  };
  page.on("request", (request) => asked(request.url()));
  page.on("pageerror", (error) => problems.push(`an uncaught error: ${error?.message ?? error}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console.error: ${message.text()}`);
  });
  page.on("error", (error) => problems.push(`the page crashed: ${error.message}`));
  page.on("workercreated", (worker) => watchWorker(worker, asked));
  return problems;
}

/** A worker's requests are not the page's. Firefox's protocol does not tell them: there is no client to ask. */
function watchWorker(worker, asked) {
  let client;
  try {
    client = worker.client;
  } catch {
    return;
  }
  client.on("Network.requestWillBeSent", ({ request }) => asked(request.url));
  // A worker may end before it hears this.
  client.send("Network.enable").catch(() => {});
}

/** The step the page shows. */
export function step(page) {
  return page.$eval("#step", (element) => Number(element.textContent.replace(/\D/g, "")));
}

/** Waits until the page shows at least this step. */
export async function stepReaches(page, wanted, timeout = 60_000) {
  const reached = (least) => Number(document.querySelector("#step").textContent.replace(/\D/g, "")) >= least;
  await page.waitForFunction(reached, { timeout, polling: 50 }, wanted);
}

/** Waits until training has gone on from where it is now: what was chosen before trains by then. */
export async function goesOn(page, steps = 5, timeout = 60_000) {
  await page.waitForSelector('#stage[aria-busy="false"]', { timeout });
  await stepReaches(page, (await step(page)) + steps, timeout);
}

/** Pauses, and waits for the batch under way to end. */
export async function pause(page) {
  await press(page, "#play");
  await page.waitForSelector('#play[aria-pressed="false"]');
  await rests(page);
}

/** Waits for the batch under way to end; gives the step after it. */
export async function rests(page) {
  let before = -1;
  for (let now = await step(page); now !== before; now = await step(page)) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  return before;
}

/** A click that does not depend on where the page is scrolled to. */
export function press(page, selector) {
  return page.$eval(selector, (element) => element.click());
}

/** Puts a value into a field as somebody who then leaves it would. */
export function fill(page, selector, value) {
  return page.$eval(
    selector,
    (field, text) => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    String(value),
  );
}

/** The canvas as text, to compare; and how many colours it has. */
export function picture(page, selector) {
  return page.$eval(selector, (canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    return { text: pixels.join(), colours: new Set(pixels).size };
  });
}

/** Waits until a canvas shows more than a few colours: the step is told before the pictures of it are drawn. */
export async function showsPicture(page, selector) {
  await page.waitForSelector(selector);
  const began = Date.now();
  while ((await picture(page, selector)).colours <= 10) {
    assert.ok(Date.now() - began < 30_000, `${selector} stayed empty for 30 seconds`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What a canvas shows when it has stayed the same for longer than the page waits between two looks. */
export async function settled(page, selector) {
  await page.waitForSelector(selector);
  let [before, same] = ["", 0];
  for (let waited = 0; waited < 100; waited++) {
    const { text } = await picture(page, selector);
    same = text === before ? same + 1 : 0;
    if (same === 10) return text;
    before = text;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return assert.fail(`${selector} did not come to rest`);
}

/** Draws a seven on the pad by mouse. */
export async function drawDigit(page) {
  const pad = await page.$("#draw-pad");
  await pad.scrollIntoView();
  const box = await pad.boundingBox();
  const at = (x, y) => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(0.3, 0.3));
  await page.mouse.down();
  await page.mouse.move(...at(0.7, 0.3), { steps: 8 });
  await page.mouse.move(...at(0.45, 0.8), { steps: 8 });
  await page.mouse.up();
}

/** Draws while the network rests, so that what changes in the rebuilt picture is the drawing's doing. */
export async function drawsAndRebuilds(page) {
  await press(page, '[role=tab][data-family="autoencoder"]');
  await page.waitForFunction(() => document.querySelector("#rebuilt")?.checkVisibility());
  await stepReaches(page, 100);
  await pause(page);
  await press(page, "#clear-pad");
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const before = await picture(page, "#rebuilt");
  await drawDigit(page);
  const drawn = await picture(page, "#draw-pad");
  assert.ok(drawn.colours > 1, "the pad stayed empty");
  const changed = (text) => {
    const canvas = document.querySelector("#rebuilt");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return new Uint32Array(data.buffer).join() !== text;
  };
  await page.waitForFunction(changed, { timeout: 30_000, polling: 100 }, before.text);
  const rebuilt = await picture(page, "#rebuilt");
  assert.ok(rebuilt.colours > 10, `the rebuilt picture has ${rebuilt.colours} colours`);
  const score = await page.$eval("#anomaly-score", (element) => Number.parseFloat(element.textContent));
  assert.ok(score > 0, `the anomaly score is ${score}`);
}
