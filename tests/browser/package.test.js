// The package as others use it: packed, installed without a network, bundled or not, and trained with in Chromium. Each
// recipe of its README is a project in tests/package/.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import * as vite from "vite";
import { launchChromium, PATIENCE, visit } from "./harness.js";

const ROOT = resolve(import.meta.dirname, "../..");
const RECIPES = join(ROOT, "tests/package");
const run = promisify(execFile);

const ISOLATION = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

describe("the package's recipes", { timeout: PATIENCE }, () => {
  let browser;
  let folder;
  let tarball;
  before(async () => {
    browser = await launchChromium({ webgpu: true });
    // Outside of the repository, where nothing of it can be found by accident.
    folder = await mkdtemp(join(tmpdir(), "recipes-"));
    const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: join(ROOT, "pkg") });
    tarball = join(folder, stdout.trim());
  });
  after(async () => {
    await browser?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  /** A recipe in a folder of its own, with the package installed from its tarball. */
  async function installed(recipe, name = recipe) {
    const project = join(folder, name);
    await cp(join(RECIPES, recipe), project, { recursive: true });
    await writeFile(join(project, "package.json"), '{ "private": true, "type": "module" }');
    await run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: project });
    return project;
  }

  /** Opens the recipe's page: the loss falls, and where the page is isolated threads come to help. */
  async function trains(address, isolated = true) {
    let lines;
    let processors;
    const use = async (page) => {
      const done = () => /step 2000,/.test(document.querySelector("output").textContent);
      await page.waitForFunction(done, { timeout: 120_000 });
      lines = (await page.$eval("output", (output) => output.textContent)).trim().split("\n");
      processors = await page.evaluate(() => navigator.hardwareConcurrency);
      assert.equal(await page.evaluate(() => crossOriginIsolated), isolated);
    };
    await visit(browser, "/", use, { host: address });
    const losses = lines.map((line) => Number(/loss ([\d.]+)/.exec(line)[1]));
    assert.equal(losses.length, 100);
    assert.ok(losses.at(-1) < losses[0] / 2, `the loss went from ${losses[0]} to ${losses.at(-1)}`);
    const threads = Number(/threads (\d+)/.exec(lines.at(-1))[1]);
    assert.equal(threads > 1, isolated && processors > 1, `${threads} threads on ${processors} processors`);
  }

  test("Vite, while developing", async () => {
    const root = await installed("vite", "vite-dev");
    const server = await vite.createServer({ root, logLevel: "warn", server: { port: 0, host: "127.0.0.1" } });
    await server.listen();
    try {
      await trains(server.resolvedUrls.local[0]);
    } finally {
      await server.close();
    }
  });

  test("Vite, built", async () => {
    const root = await installed("vite");
    await vite.build({ root, logLevel: "warn" });
    const server = await vite.preview({ root, logLevel: "warn", preview: { port: 0, host: "127.0.0.1" } });
    try {
      await trains(server.resolvedUrls.local[0]);
    } finally {
      await server.close();
    }
  });

  test("webpack 5", async () => {
    const project = await installed("webpack");
    await run("node", [join(RECIPES, "node_modules/webpack/bin/webpack.js")], { cwd: project });
    await served(project, ISOLATION, trains);
  });

  test("no bundler", async () => {
    await served(await installed("no-bundler"), ISOLATION, trains);
  });

  test("no bundler, on a host that does not isolate the page", async () => {
    const project = await installed("no-bundler", "not-isolated");
    await served(project, {}, (address) => trains(address, false));
  });
});

/** Serves a folder as it is. */
async function served(folder, headers, use) {
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url, "http://host").pathname;
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const contents = await readFile(file);
      response.writeHead(200, { ...headers, "content-type": TYPES[extname(file)] ?? "text/plain" }).end(contents);
    } catch {
      // What every browser asks for is not missed; anything else is.
      response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  try {
    await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
