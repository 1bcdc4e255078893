// What a visit leaves behind: what docs/privacy.md lists, and nothing else; and nothing of it is sent.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isKept, visitExperiment } from "./experiments.js";
import { drawDigit, fill, goesOn, launchChromium, PATIENCE, press, showsPicture } from "./harness.js";

const START = "/#family=variational&hidden=8&code=2&engine=cpu&language=en";

/** All that this browser keeps for the page. */
const stores = (page) =>
  page.evaluate(async () => {
    const cached = [];
    for (const name of await caches.keys()) {
      for (const { method, url } of await (await caches.open(name)).keys()) cached.push({ method, url });
    }
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage).sort(),
      cookie: document.cookie,
      cached,
    };
  });

describe("what a visit leaves behind", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("is what is said of it, after drawing, forking, sharing and a lesson", async () => {
    /** @type {string[]} */
    const sent = [];
    const prepare = (page) =>
      page.on("request", (request) => {
        if (request.method() !== "GET" || request.postData()) sent.push(`${request.method()} ${request.url()}`);
        // What stands behind # is for the page alone.
        if (/variational|secret/.test(request.url().split("#")[0])) sent.push(request.url());
      });
    await visitExperiment(
      browser,
      START,
      async (page) => {
        const host = new URL(page.url()).origin;
        await goesOn(page);
        await drawDigit(page);
        await isKept(page, ({ panels }) => JSON.stringify(panels).length > 2);
        await press(page, "#fork-here");
        await page.waitForSelector("#view-branches:not([hidden])");
        await fill(page, "#branches-steps", "20");
        await press(page, "#branches-begin");
        await showsPicture(page, "#branches-pictures");
        await press(page, "#share-open");
        await page.waitForSelector("#share-text");
        await fill(page, "#share-text", "a secret of the class");
        await page.keyboard.press("Escape");
        await press(page, "#lessons-open");
        await page.waitForSelector("#lessons li button");
        await press(page, "#lessons li button");
        await page.waitForSelector("#lesson-ask");

        const { databases, local, session, cookie, cached } = await stores(page);
        assert.deepEqual(databases, ["generative-playground"]);
        assert.deepEqual(local, ["lessons"]);
        for (const key of session) assert.ok(["before-the-lesson", "isolation-tried"].includes(key), key);
        assert.equal(cookie, "");
        for (const { method, url } of cached) {
          const { origin, search } = new URL(url);
          assert.deepEqual({ method, origin }, { method: "GET", origin: host });
          // The hash of the file.
          assert.match(search, /^(\?[0-9a-f]+)?$/);
        }
        assert.deepEqual(sent, []);
      },
      { prepare },
    );
  });
});
