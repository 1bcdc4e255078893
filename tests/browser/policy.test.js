// What may run on the page: what www/policy.txt says, whether or not the host sends it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { goesOn, launchChromium, PATIENCE, withPlainHost } from "./harness.js";

const address = process.env.SITE_ADDRESS;
const policy = (await readFile(resolve(import.meta.dirname, "../../www/policy.txt"), "utf8")).trim().split("\n");

describe("the content security policy", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium({ webgpu: true });
  });
  after(() => browser?.close());

  /** Opens the page; what it refuses is logged as an error, so nothing else is expected of it. */
  async function openPage(host, use) {
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.goto(host);
      await goesOn(page);
      await use(page);
    } finally {
      await context.close();
    }
  }

  /** What is refused where the page stands. */
  function refusals(page) {
    return page.evaluate(async () => {
      // What the debugger itself calls may use `eval` whatever the policy; not what a timer calls.
      await new Promise((resolve) => setTimeout(resolve));
      const refused = (attempt) => {
        try {
          attempt();
          return "taken";
        } catch (error) {
          return error.constructor.name;
        }
      };
      const script = document.createElement("script");
      return {
        html: refused(() => {
          document.body.innerHTML = "<img src=x onerror=alert(1)>";
        }),
        // biome-ignore lint/security/noGlobalEval: it is to be refused
        code: refused(() => globalThis.eval("1")),
        script: refused(() => {
          script.textContent = "globalThis.ran = true";
        }),
        worker: refused(() => new Worker("https://elsewhere.example/worker.js")),
        fetch: await fetch("https://elsewhere.example/").catch((error) => error.constructor.name),
      };
    });
  }

  const all = { html: "TypeError", code: "EvalError", script: "TypeError", worker: "TypeError", fetch: "TypeError" };

  test("comes with every file, a worker's script included", async () => {
    await openPage(address, async (page) => {
      const workers = page.workers().map((worker) => worker.url());
      assert.ok(workers.length > 0, "the page has no worker");
      for (const url of [address, ...workers, new URL("/pkg/index.js", address).href]) {
        const { headers } = await fetch(url);
        assert.equal(headers.get("content-security-policy"), policy.join("; "), url);
      }
    });
  });

  test("refuses text as markup and as code, and all that is of another origin", async () => {
    await openPage(address, async (page) => {
      assert.deepEqual(await refusals(page), all);
      await goesOn(page);
    });
  });

  test("is in the page itself, for hosts that send no headers", async () => {
    const use = async (page) => {
      const tag = 'meta[http-equiv="Content-Security-Policy"]';
      const content = await page.$eval(tag, (meta) => meta.content);
      assert.deepEqual(
        content.split("; "),
        policy.filter((directive) => !directive.startsWith("frame-ancestors")),
      );
      assert.deepEqual(await refusals(page), all);
      await goesOn(page);
    };
    await withPlainHost((host) => openPage(host, use));
  });
});
