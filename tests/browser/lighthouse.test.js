// What Lighthouse finds in each family, of all that does not depend on time: speed is measured by `cargo xtask lighthouse`.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PATIENCE } from "./harness.js";
import { audit, faultsOf } from "./lighthouse.js";

const CATEGORIES = ["accessibility", "best-practices", "seo"];
const PAGES = [
  { form: "desktop", hash: "family=adversarial&hidden=8" },
  { form: "phone", hash: "family=variational&hidden=8" },
  { form: "desktop", hash: "family=autoencoder&hidden=8" },
  { form: "phone", hash: "lesson=contest&at=1" },
];

describe("Lighthouse", { timeout: PATIENCE }, () => {
  for (const { form, hash } of PAGES) {
    test(`gives a hundred on a ${form}: ${hash}`, async () => {
      // At rest: what trains would be waited for.
      const found = await audit(`${process.env.SITE_ADDRESS}#${hash}&engine=cpu&start=paused`, form, CATEGORIES);
      assert.deepEqual(faultsOf(found), []);
      assert.deepEqual(
        CATEGORIES.map((name) => found.categories[name].score),
        [1, 1, 1],
      );
    });
  }
});
