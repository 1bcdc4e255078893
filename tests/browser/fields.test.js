// Fields, keys and the address: what cannot be is refused in words, and nothing is lost by it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertShownIsTrained, noticed, shown, visitExperiment } from "./experiments.js";
import { fill, goesOn, launchChromium, PATIENCE, press, step, stepReaches } from "./harness.js";

/** Types into a field as a person does, and leaves it by Enter. */
async function type(page, selector, text) {
  const field = await page.$(selector);
  await field.scrollIntoView();
  await field.click({ count: 3 });
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Whatever is asked for, the running experiment goes on as it was. */
async function isRefused(page, ask, expected, what) {
  await stepReaches(page, 10);
  const before = { shown: await shown(page), step: await step(page) };
  await ask();
  assert.match(await noticed(page), expected, what);
  await goesOn(page, 10);
  assert.ok((await step(page)) > before.step, `the experiment started again after ${what}`);
  assert.deepEqual(await shown(page), before.shown, what);
  await assertShownIsTrained(page);
  await press(page, "#notice-dismiss");
}

describe("fields and addresses", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const addresses = [
    ["family=autoencoder&code=5000", /5,?000.*1 to 1,?024/],
    ["family=autoencoder&seed=1.5", /1\.5/],
    ["batch=0", /0.*1 to 4,?096/],
    ["rate=-1", /-1/],
    ["rate=much", /much/],
    ["hidden=-5", /-5/],
    ["family=diffusion", /diffusion.*autoencoder/],
    ["family=autoencoder&data=faces", /faces/],
    ["family=autoencoder&pictures=few", /Pictures to learn from.*few/],
    ["family=autoencoder&objective=hinges", /hinges/],
    ["family=autoencoder&network=convolutional&hidden=8-16-32", /sides/],
    ["family=variational&network=convolutional&hidden=2048&code=2&batch=4096", /memory|MB/],
  ];
  test("refuses in the address what cannot be, and goes on", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=32&code=4", async (page) => {
      for (const [hash, expected] of addresses) {
        const ask = () =>
          page.evaluate((text) => {
            location.hash = text;
          }, hash);
        await isRefused(page, ask, expected, hash);
      }
    });
  });

  test("opens a link that asks for what cannot be on something that trains, and says so", async () => {
    const hash = "family=variational&network=convolutional&hidden=2048&code=2&batch=4096";
    await visitExperiment(browser, `/#${hash}`, async (page) => {
      assert.match(await noticed(page), /memory|MB/);
      await stepReaches(page, 10);
      assert.equal((await shown(page)).family, "variational");
      await assertShownIsTrained(page);
    });
  });

  const entries = [
    ["#hidden", "5000", /Hidden layers.*5,?000/],
    ["#hidden", "4096, 4096, 4096", /memory|MB/],
    ["#hidden", "-5", /Hidden layers.*-5/],
    ["#hidden", "wide", /Hidden layers.*wide/],
    ["#code", "0", /Code size/],
    ["#code", "1,000", /1,000/],
    ["#code", "2.5", /2\.5/],
    ["#learning-rate", "", /Learning rate/],
    ["#learning-rate", "2", /Learning rate.*2/],
    ["#batch-size", "-3", /Batch.*-3/],
    ["#seed", "4294967296", /Seed/],
    ["#pictures", "0", /Pictures to learn from.*0/],
  ];
  test("refuses in a field what cannot be, and goes on", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=32&code=4", async (page) => {
      for (const [selector, text, expected] of entries) {
        const ask = text ? () => type(page, selector, text) : () => fill(page, selector, "");
        await isRefused(page, ask, expected, `"${text}" in ${selector}`);
      }
    });
  });

  test("changes a GAN's objective and its penalty while it trains", async () => {
    await visitExperiment(browser, "/#family=adversarial&data=ring&engine=cpu", async (page) => {
      await stepReaches(page, 50);
      const before = await step(page);
      await page.select("#objective", "saturating");
      await page.focus("#penalty-weight");
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => /objective=saturating.*penalty=0\.2/.test(location.hash));
      await goesOn(page, 50);
      assert.ok((await step(page)) > before, "the experiment started again");
      assert.match(await page.$eval("#objective-note", (note) => note.textContent), /The original/);
    });
  });

  test("learns from as many pictures as are asked for, also after a reload", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=32&code=4", async (page) => {
      await stepReaches(page, 30);
      await type(page, "#pictures", "50");
      await page.waitForFunction(() => location.hash.includes("pictures=50"));
      await assertShownIsTrained(page);
      await stepReaches(page, 30);
      await page.reload();
      await stepReaches(page, 30);
      assert.equal(await page.$eval("#pictures", (field) => field.value), "50");
      await fill(page, "#pictures", "");
      await page.waitForFunction(() => !location.hash.includes("pictures"));
      await assertShownIsTrained(page);
    });
  });

  test("names a setting as it stands beside its field", async () => {
    await visitExperiment(browser, "/#hidden=32&code=4", async (page) => {
      await stepReaches(page, 5);
      await type(page, "#code", "0");
      const words = await noticed(page);
      assert.match(words, /Noise size/);
      assert.doesNotMatch(words, /Code size/);
    });
  });

  test("understands a learning rate with a comma", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=32&code=4", async (page) => {
      await stepReaches(page, 5);
      await type(page, "#learning-rate", "0,002");
      await page.waitForFunction(() => location.hash.includes("rate=0.002"));
      const { settings } = await assertShownIsTrained(page);
      assert.equal(Number(settings.optimizer.learningRate.toPrecision(6)), 0.002);
    });
  });

  test("steps the learning rate by arrow keys to its neighbours", async () => {
    await visitExperiment(browser, "/#hidden=32&rate=0.0005", async (page) => {
      await stepReaches(page, 5);
      await page.focus("#learning-rate");
      await page.keyboard.press("ArrowDown");
      assert.equal(await page.$eval("#learning-rate", (field) => field.value), "0.0002");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash.includes("rate=0.001"));
      await assertShownIsTrained(page);
    });
  });

  test("waits with a new size until the field is left, starts once, and takes it back", async () => {
    await visitExperiment(browser, "/#hidden=32&code=8", async (page) => {
      await stepReaches(page, 30);
      await page.focus("#code");
      for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowUp");
      const before = await step(page);
      await goesOn(page, 10);
      assert.ok((await step(page)) > before, "an arrow key threw the training away");
      await page.keyboard.press("Tab");
      await page.waitForFunction(() => location.hash.includes("code=11"));
      await page.waitForFunction(() => document.querySelector("#code").value === "11");
      await assertShownIsTrained(page);
      // Once: the experiment before is the one that had 8.
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => document.querySelector("#code").value === "8");
      await stepReaches(page, before);
      await assertShownIsTrained(page);
    });
  });

  test("takes what was typed back by Escape", async () => {
    await visitExperiment(browser, "/#hidden=32&code=8", async (page) => {
      await stepReaches(page, 5);
      await page.focus("#code");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Escape");
      assert.equal(await page.$eval("#code", (field) => field.value), "8");
    });
  });

  test("takes a held Space for one press", async () => {
    await visitExperiment(browser, "/#hidden=32", async (page) => {
      await stepReaches(page, 5);
      await page.evaluate(() => {
        window.flips = 0;
        new MutationObserver((changes) => {
          window.flips += changes.length;
        }).observe(document.querySelector("#play"), { attributeFilter: ["aria-pressed"] });
        document.activeElement?.blur();
      });
      for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down("Space");
      await page.keyboard.up("Space");
      assert.equal(await page.evaluate(() => window.flips), 1);
      assert.equal(await page.$eval("#play", (button) => button.ariaPressed), "false");
      await page.focus("#play");
      for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down("Space");
      await page.keyboard.up("Space");
      assert.equal(await page.evaluate(() => window.flips), 2);
    });
  });

  test("moves the focus by the link to the network, and nothing else", async () => {
    await visitExperiment(browser, "/#family=autoencoder&data=fashion-small&hidden=32", async (page) => {
      await stepReaches(page, 20);
      const before = { shown: await shown(page), step: await step(page) };
      await page.focus(".skip");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "stage");
      await goesOn(page, 10);
      assert.ok((await step(page)) > before.step, "the experiment started again");
      assert.deepEqual(await shown(page), before.shown);
      // Nor does the name of any other place on the page.
      await page.evaluate(() => {
        location.hash = "losses";
      });
      await goesOn(page, 10);
      assert.deepEqual(await shown(page), before.shown);
    });
  });

  test("has Save and Open on a phone, and opens a file there", async () => {
    const prepare = (page) => page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
    const use = async (page) => {
      await stepReaches(page, 5);
      for (const id of ["save-model", "open-model", "share-open"]) {
        const box = await (await page.$(`#${id}`)).boundingBox();
        assert.ok(box && box.x >= 0 && box.x + box.width <= 390, `#${id} is not to be seen`);
      }
      const [chooser] = await Promise.all([page.waitForFileChooser(), press(page, "#open-model")]);
      assert.ok(chooser);
    };
    await visitExperiment(browser, "/#hidden=32", use, { prepare });
  });
});
