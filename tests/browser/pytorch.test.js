// The script that the page gives away, run by PyTorch: it trains as the page does, and opens what the page saved.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { blankPage, launchChromium, PATIENCE, stepReaches, visit } from "./harness.js";

const STEPS = 100;
/** Of a loss, or of 1 where it is smaller. */
const CLOSE = 1e-3;
/** Half of a grey level, and a little. */
const SEEN = 0.6 / 255;

const run = promisify(execFile);
/** Networks this small gain nothing from threads, and lose much to a machine that is busy. */
const python = (folder, ...given) =>
  run(process.env.PYTHON_PATH ?? "python3", given, {
    cwd: folder,
    env: { ...process.env, OMP_NUM_THREADS: "1" },
    timeout: PATIENCE,
    maxBuffer: 2 ** 26,
  });

/**
 * Runs the scripts one after the other, since PyTorch takes seconds to start. As JSON what each prints; and of one that names files,
 * the values in the last of them.
 */
const DRIVER = `
import contextlib, io, json, numpy, runpy, sys
from PIL import Image
for script, *given in json.loads(sys.argv[1]):
    sys.argv = [script, *given]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        runpy.run_path(script, run_name="__main__")
    said = said.getvalue().strip()
    last = said.split("\\n")[-1]
    if last.endswith(".png"):
        rows = numpy.asarray(Image.open(last)) / 255
        said = rows.reshape(-1, 28, 8, 28).swapaxes(1, 2).ravel().tolist()
    if last.endswith(".csv"):
        said = numpy.loadtxt(last, delimiter=",").ravel().tolist()
    print(json.dumps(said))
`;

const [dense, convolutional] = ["hidden=16&code=4&batch=16", "network=convolutional&hidden=4-8&code=4&batch=16"];
/** Each family, with each kind of network and of points. */
const EXPERIMENTS = {
  "an autoencoder of pictures": `family=autoencoder&data=mnist-small&${dense}&corruption=mask`,
  "an autoencoder by convolutions": `family=autoencoder&data=mnist-small&${convolutional}&objective=mean-squared-error`,
  "an autoencoder of points": "family=autoencoder&data=swiss-roll&hidden=8&batch=32&sparsity=0.1",
  "a variational autoencoder of pictures": `family=variational&data=mnist-small&${dense}&condition=label&only=1-7`,
  "a variational autoencoder by convolutions": `family=variational&data=mnist-small&${convolutional}&kl-warm-up=50`,
  "a variational autoencoder of points": "family=variational&data=moons&hidden=8&batch=32",
  "a variational autoencoder of signals": "family=variational&data=beats&hidden=8&batch=16",
  "a GAN of pictures": `family=adversarial&data=mnist-small&${dense}&condition=none`,
  "a GAN by convolutions": `family=adversarial&data=mnist-small&${convolutional}&condition=label&rate=0.0005`,
  "a GAN of points on a ring": "family=adversarial&data=ring&hidden=128",
  "a GAN of points on a grid": "family=adversarial&data=grid&hidden=32-32",
  "a GAN of points on moons": "family=adversarial&data=moons&hidden=64",
};

describe("the script for PyTorch", { timeout: PATIENCE }, () => {
  let browser;
  let folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "playground-pytorch-"));
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("has the losses of the page, and opens its model", async () => {
    const taken = [];
    const [first] = Object.values(EXPERIMENTS);
    await visit(browser, `/#${first}&seed=5&engine=cpu`, async (page) => {
      for (const [name, experiment] of Object.entries(EXPERIMENTS)) {
        const into = join(folder, String(taken.length));
        await savesInto(page, into);
        await page.evaluate((hash) => location.replace(hash), `#${experiment}&seed=5&engine=cpu`);
        await begun(page, taken.length + 1);
        // By pointer, and by keyboard.
        if (taken.length % 2 === 0) await page.click("#save-script");
        else {
          await page.focus("#save-script");
          await page.keyboard.press("Enter");
        }
        const script = await fileOf(into, ".py");
        await page.click("#save-model");
        const model = await fileOf(into, ".safetensors");
        taken.push({ name, script, model });
      }
    });

    const trained = taken.map(({ script }) => [script, "--losses", String(STEPS)]);
    const opened = taken.map(({ script, model }) => [script, "--model", model]);
    const { stdout } = await python(folder, "-c", DRIVER, JSON.stringify([...trained, ...opened]));
    const printed = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));

    for (const [index, { name, model }] of taken.entries()) {
      const { losses, made } = await retrained(browser, readFileSync(model), STEPS);
      compare(name, losses, printed[index]);
      const values = printed[taken.length + index];
      assert.ok(values.length > 0 && values.every(Number.isFinite), `${name}: what it makes`);
      if (!made) continue;
      assert.equal(values.length, made.length, name);
      const off = values.reduce((most, value, at) => Math.max(most, Math.abs(value - made[at])), 0);
      assert.ok(off < SEEN, `${name}: what it makes is off by ${off}`);
    }
  });

  test("says in words what it cannot be written for", async () => {
    await visit(browser, "/#family=variational&data=molecules&hidden=8&code=4&engine=cpu&language=en", async (page) => {
      await page.waitForSelector("#play[aria-pressed=true]");
      await stepReaches(page, 1);
      await page.click("#save-script");
      await page.waitForSelector("#notice:not([hidden])");
      assert.match(await page.$eval("#notice p", (words) => words.textContent), /No script is written for molecules/);
    });
  });
});

/** Waits until so many experiments have begun. */
const begun = (page, count) =>
  page.waitForFunction(
    (least) => performance.getEntriesByName("first-trained-step").length >= least,
    { timeout: 60_000, polling: 50 },
    count,
  );

/** What the page gives away goes into this folder. */
async function savesInto(page, downloadPath) {
  const client = await page.createCDPSession();
  await client.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath });
}

/** The path of the file with that ending, once it has come. */
async function fileOf(folder, ending) {
  const began = Date.now();
  for (;;) {
    const found = existsSync(folder) && readdirSync(folder).find((name) => name.endsWith(ending));
    if (found) return join(folder, found);
    assert.ok(Date.now() - began < 30_000, `no file ${ending} came`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * The losses of the first steps with the settings that a model was saved with; and what that model makes, where the script is to
 * make the same: samples, or of an autoencoder the first examples rebuilt.
 */
async function retrained(browser, model, steps) {
  return blankPage(
    browser,
    async (text, count) => {
      const { digits, library } = await import("/tests/in-page.js");
      const { Session, inspect } = await library("cpu");
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const { settings, data } = inspect(bytes);
      const load = async (session) => {
        if (data.kind === "points") return session.loadPoints(data.settings);
        if (data.kind === "signals") return session.loadSignals(data.settings);
        const { images, labels } = await digits();
        return session.loadImages(images, labels, { only: data.only });
      };
      const session = await Session.create(settings);
      await load(session);
      const losses = [];
      for (let step = 0; step < count; step++) losses.push((await session.train(1)).losses);
      // The script corrupts what it rebuilds, and asks for each label in turn.
      if (settings.corruption || settings.condition === "label") return { losses };
      const saved = await Session.restore(bytes, { engine: "cpu" });
      await load(saved);
      const shown = data.kind === "points" ? 1000 : 64;
      const made =
        settings.family === "autoencoder"
          ? saved.reconstruct(await saved.examples(0, shown))
          : saved.sample(shown, settings.seed);
      return { losses, made: [...(await made)] };
    },
    model.toString("base64"),
    steps,
  );
}

/** @param {string} name @param {Record<string, number>[]} ours @param {string} printed as CSV */
function compare(name, ours, printed) {
  const [head, ...rows] = printed
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  assert.equal(rows.length, ours.length, name);
  for (const [index, losses] of ours.entries()) {
    assert.deepEqual([...head].sort(), ["step", ...Object.keys(losses)].sort());
    assert.equal(rows[index][0], String(index + 1));
    for (const [loss, value] of Object.entries(losses)) {
      const theirs = Number(rows[index][head.indexOf(loss)]);
      const off = Math.abs(theirs - value) / Math.max(1, Math.abs(value));
      assert.ok(off < CLOSE, `${name}: ${loss} in step ${index + 1} is ${value}, and ${theirs} by PyTorch`);
    }
  }
}
