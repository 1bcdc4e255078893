// What the browser tests of experiments share: what really trains, saved files to tamper with, a host that fails.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAddress } from "../../www/experiment/address.js";
import { press, visit, withHost } from "./harness.js";

const KEY = "generative-playground";

/** Catches what the page saves, so that a test can read it. */
export async function catchSaved(page) {
  await page.evaluateOnNewDocument(() => {
    window.saved = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      // A page that is one file starts its workers so.
      if (blob.type !== "text/javascript") window.saved.push(blob);
      return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      if (!this.download) this.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    };
  });
}

/** The bytes of what a button saves. */
export async function savedBy(page, button) {
  const before = await page.evaluate(() => window.saved.length);
  await press(page, button);
  await page.waitForFunction((count) => window.saved.length > count, { timeout: 60_000 }, before);
  const text = await page.evaluate(async () => {
    const bytes = new Uint8Array(await window.saved.at(-1).arrayBuffer());
    let characters = "";
    for (let at = 0; at < bytes.length; at += 8192) characters += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(characters);
  });
  return Buffer.from(text, "base64");
}

/** The bytes of the experiment that trains, as a person would save it. */
export const savedModel = (page) => savedBy(page, "#save-model");

/** A safetensors file in its two parts. */
export function parts(bytes) {
  const length = Number(bytes.readBigUInt64LE(0));
  return { header: JSON.parse(bytes.subarray(8, 8 + length).toString()), data: bytes.subarray(8 + length) };
}

/** The session's own part of the header. */
export const sessionOf = (bytes) => JSON.parse(parts(bytes).header.__metadata__[KEY]);

/** The file with its header, and the session's part of it, changed. */
export function tampered(bytes, change) {
  const { header, data } = parts(bytes);
  const session = JSON.parse(header.__metadata__[KEY]);
  change(session, header);
  header.__metadata__[KEY] = JSON.stringify(session);
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, data]);
}

/** Opens a file as a person does. */
export async function openModel(page, bytes, name = "model.safetensors") {
  const path = join(await mkdtemp(join(tmpdir(), "playground-")), name);
  await writeFile(path, bytes);
  const input = await page.$("#model-file");
  await input.uploadFile(path);
}

/** Presses one of the things to try. */
export async function tries(page, words) {
  const found = await page.evaluateHandle(
    (wanted) => [...document.querySelectorAll("#ideas button")].find(({ textContent }) => textContent === wanted),
    words,
  );
  await found.evaluate((button) => button.click());
}

/** What fields, tabs and the address show. */
export async function shown(page) {
  return page.evaluate(() => {
    const value = (id) => document.querySelector(`#${id}`).value;
    const number = (id) => Number(value(id).replace(",", "."));
    return {
      family: document.querySelector("[data-family][aria-selected=true]").dataset.family,
      dataset: value("dataset"),
      network: value("network-kind"),
      activation: value("activation"),
      hidden: value("hidden"),
      code: number("code"),
      objective: value("objective"),
      divergenceWeight: number("divergence-weight"),
      learningRate: number("learning-rate"),
      batchSize: number("batch-size"),
      corruption: value("corruption"),
      amount: number("amount"),
      seed: number("seed"),
      hash: location.hash.slice(1),
    };
  });
}

/** Waits until nothing is being prepared, and something trains. */
export async function settles(page) {
  const settled = () =>
    document.querySelector("#stage")?.getAttribute("aria-busy") === "false" &&
    ["running", "paused"].includes(document.documentElement.dataset.phase);
  await page.waitForFunction(settled, { timeout: 60_000, polling: 50 });
}

/** Requires that what trains is what the page and its address show; gives what trains. */
export async function assertShownIsTrained(page) {
  await settles(page);
  const fields = await shown(page);
  const { settings, data, step } = sessionOf(await savedModel(page));
  const plain = (value) => Number(value.toPrecision(6));
  const trained = {
    family: settings.family,
    network: settings.network,
    activation: settings.activation,
    hidden: settings.hidden.join(", "),
    code: settings.code,
    objective: settings.objective,
    learningRate: plain(settings.optimizer.learningRate),
    batchSize: settings.batchSize,
    seed: settings.seed,
    corruption: settings.corruption?.kind ?? "none",
  };
  const compared = Object.fromEntries(Object.keys(trained).map((name) => [name, fields[name]]));
  assert.deepEqual(compared, trained, "the fields show what trains");
  assert.equal(
    data.kind === "points" ? data.settings.shape : data.name,
    fields.dataset,
    "the data shown are trained on",
  );
  const address = readAddress(fields.hash);
  assert.equal(address.family, settings.family, "the address has the family");
  assert.equal(address.dataset, fields.dataset, "the address has the data set");
  assert.equal(address.code, settings.code, "the address has the code");
  assert.equal(address.learningRate, plain(settings.optimizer.learningRate), "the address has the rate");
  assert.equal(address.seed, settings.seed, "the address has the seed");
  if (settings.family === "variational") {
    assert.equal(address.divergenceWeight, plain(settings.divergenceWeight), "the address has the KL weight");
  }
  if (settings.corruption) {
    assert.equal(fields.amount, plain(settings.corruption.amount), "the field shows how much is corrupted");
  }
  return { settings, data, step };
}

/** The words of the notice, once it is there. */
export async function noticed(page, timeout = 30_000) {
  await page.waitForSelector("#notice:not([hidden])", { timeout });
  return page.$eval("#notice p", (element) => element.textContent);
}

/**
 * Lets the test use a host between the browser and the real one, which answers as `rule` says of each request:
 * { status }, { delay } in milliseconds, { half: true } of the body, { cut: true } the connection; nothing for as usual.
 */
export function withFailingHost(rule, use) {
  const address = process.env.SITE_ADDRESS;
  return withHost(async ({ url }, response) => {
    const { status, delay = 0, half = false, cut = false, encoded = false } = rule(url) ?? {};
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
    if (cut) return response.destroy();
    const found = await fetch(new URL(url, address));
    const headers = Object.fromEntries(found.headers);
    for (const name of ["content-encoding", "content-length", "transfer-encoding", "connection"]) delete headers[name];
    const body = Buffer.from(await found.arrayBuffer());
    if (encoded) headers["content-encoding"] = "gzip";
    // A failure is not to be remembered.
    if (status || half) headers["cache-control"] = "no-store";
    response.writeHead(status ?? found.status, headers);
    if (!half) return response.end(body);
    response.end(body.subarray(0, body.length >> 1));
  }, use);
}

/** A page whose saved files can be read. */
export function visitExperiment(browser, path, use, options = {}) {
  const prepare = async (page) => {
    await catchSaved(page);
    await options.prepare?.(page);
  };
  return visit(browser, path, use, { ...options, prepare });
}

/** All that stands in the databases of this browser, as far as it says what it is: the numbers of pictures are counted. */
export const inDatabases = (page) =>
  page.evaluate(async () => {
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        for (const { pixels, labels, panels } of await answer(
          database.transaction(store).objectStore(store).getAll(),
        )) {
          found.push({ name, store, pixels: pixels?.length ?? 0, labels: labels ?? [], pad: panels?.["draw-pad"] });
        }
      }
      database.close();
    }
    return found;
  });

/**
 * Waits until what this browser keeps of some experiment suits.
 * @param {(kept: {step: number, saved: boolean, slow: boolean, panels: object}) => boolean} suits
 */
export async function isKept(page, suits) {
  const all = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open("generative-playground");
          request.onerror = () => resolve([]);
          request.onsuccess = () => {
            const database = request.result;
            const experiments = database.transaction("experiments").objectStore("experiments").getAll();
            experiments.onsuccess = () => {
              database.close();
              resolve(experiments.result.map(({ bytes, ...kept }) => ({ ...kept, saved: Boolean(bytes) })));
            };
          };
        }),
    );
  const began = Date.now();
  while (!(await all()).some(suits)) {
    assert.ok(Date.now() - began < 60_000, "nothing of the kind was kept within a minute");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
