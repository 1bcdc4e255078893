// Saved models, whole and tampered with: what is refused leaves the running experiment as it is.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  assertShownIsTrained,
  noticed,
  openModel,
  savedModel,
  sessionOf,
  shown,
  tampered,
  visitExperiment,
} from "./experiments.js";
import { goesOn, launchChromium, PATIENCE, press, step, stepReaches } from "./harness.js";

/** What may be wrong with a file, each of which once did harm. */
const BROKEN = {
  "whose settings hold HTML": (bytes) =>
    tampered(bytes, (session) => {
      session.settings.hidden = ["<img src=x onerror='window.harmed = true'>"];
    }),
  "whose data set is named by HTML": (bytes) =>
    tampered(bytes, (session) => {
      session.settings.family = "<img src=x onerror='window.harmed = true'>";
    }),
  "without its last four bytes": (bytes) => bytes.subarray(0, -4),
  "with a tensor renamed": (bytes) =>
    tampered(bytes, (_, header) => {
      const name = Object.keys(header).find((key) => key.endsWith(".weight"));
      header[`${name}s`] = header[name];
      delete header[name];
    }),
  "whose settings lack the hidden layers": (bytes) =>
    tampered(bytes, (session) => {
      delete session.settings.hidden;
    }),
  "whose code is out of range": (bytes) =>
    tampered(bytes, (session) => {
      session.settings.code = 5000;
    }),
  "that is far too large by its own account": (bytes) =>
    tampered(bytes, (session) => {
      session.settings.hidden = [4096, 4096, 4096];
    }),
  "that says it has made minus one steps": (bytes) =>
    tampered(bytes, (session) => {
      session.step = -1;
    }),
  "that is no safetensors file at all": () => Buffer.from("not a model"),
  "that is empty": () => Buffer.alloc(0),
};

describe("saved models on the page", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  for (const [name, breakIt] of Object.entries(BROKEN)) {
    test(`refuses a file ${name}, and goes on`, async () => {
      await visitExperiment(browser, "/#family=autoencoder&hidden=32&code=4", async (page) => {
        await stepReaches(page, 20);
        const bytes = await savedModel(page);
        const before = { shown: await shown(page), step: await step(page) };
        await openModel(page, breakIt(bytes));
        assert.match(await noticed(page), /Expected|Choose/);
        await goesOn(page, 10);
        assert.ok((await step(page)) > before.step, "the experiment started again");
        assert.deepEqual(await shown(page), before.shown);
        assert.equal(await page.evaluate(() => window.harmed), undefined, "a script from the file ran");
        assert.equal(await page.$$eval("body img", (images) => images.length), 0, "the file made an element");
      });
    });
  }

  test("goes on with the data that a model learnt from", async () => {
    let bytes;
    await visitExperiment(browser, "/#family=variational&data=fashion-small&hidden=32", async (page) => {
      await stepReaches(page, 30);
      await press(page, "#play");
      bytes = await savedModel(page);
    });
    await visitExperiment(browser, "/#family=autoencoder&hidden=32", async (page) => {
      await stepReaches(page, 5);
      await openModel(page, bytes);
      await page.waitForFunction(() => document.querySelector("#dataset").value === "fashion-small");
      await stepReaches(page, sessionOf(bytes).step + 5);
      const trained = await assertShownIsTrained(page);
      assert.equal(trained.settings.family, "variational");
      assert.equal(trained.data.name, "fashion-small");
    });
  });

  test("asks on which data to go on where the file does not say", async () => {
    await visitExperiment(browser, "/#family=variational&data=fashion-small&hidden=32", async (page) => {
      await stepReaches(page, 30);
      const bytes = tampered(await savedModel(page), (session) => {
        delete session.data;
      });
      await openModel(page, bytes);
      await page.waitForSelector("#choose-data[open]");
      await press(page, "#choose-data-names button:first-child");
      await page.waitForFunction(() => document.querySelector("#dataset").value === "mnist-small");
      await stepReaches(page, sessionOf(bytes).step + 5);
      await assertShownIsTrained(page);
    });
  });

  test("refuses a model that learnt from other data of the same name", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=32&code=4", async (page) => {
      await stepReaches(page, 20);
      const bytes = tampered(await savedModel(page), (session) => {
        session.data.checksum = "0".repeat(session.data.checksum.length);
      });
      const before = await step(page);
      await openModel(page, bytes);
      assert.match(await noticed(page), /other data/);
      await goesOn(page, 10);
      assert.ok((await step(page)) > before);
    });
  });
});
