// Tables as comma-separated values: RFC 4180, and nothing that a spreadsheet would run.

import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "../../www/csv.js";
import { LossHistory } from "../../www/panels/losses/history.js";
import { tableOf } from "../../www/panels/measures/table.js";

test("a cell is quoted where it has to be, and its quotes are doubled", () => {
  assert.equal(csv([["plain", 'says "so"', "a, b", "two\nlines"]]), 'plain,"says ""so""","a, b","two\nlines"\r\n');
});

test("text that a spreadsheet would run becomes text, and a number stays one", () => {
  assert.equal(csv([["=1+1", "+1", "-1", "@SUM(A1)", "\tx"]]), "'=1+1,'+1,'-1,'@SUM(A1),'\tx\r\n");
  assert.equal(csv([['=HYPERLINK("x","y")']]), `"'=HYPERLINK(""x"",""y"")"\r\n`);
  assert.equal(csv([[-1, 0.5, 1e-9, 12_345.678]]), "-1,0.5,1e-9,12345.678\r\n");
});

test("what there is none of is an empty cell", () => {
  assert.equal(csv([[null, undefined, Number.NaN, Number.POSITIVE_INFINITY, ""]]), ",,,,\r\n");
});

test("losses come by their names, a row for each point", () => {
  const history = new LossHistory(["generator", "discriminator"]);
  history.add(1, { generator: 0.5, discriminator: 2 });
  history.add(3, { generator: 0.25, discriminator: Number.NaN });
  assert.deepEqual(history.table()[0], ["step", "generator", "discriminator"]);
  assert.equal(csv(history.table().slice(1)), "1,0.5,2\r\n3,0.25,\r\n");
});

test("measures have a row for each baseline, and one where there is none", () => {
  const [names, ...rows] = tableOf({
    step: 40,
    count: 2000,
    measures: [
      {
        ...{ name: "codeMean", value: 0.2, unit: "", better: "lower", count: 500 },
        ...{ baseline: { name: "PCA-2", value: 0.1 }, others: [{ name: "training examples", value: 0.3 }] },
      },
      { name: "negativeElbo", value: 170.5, unit: "nats", better: "lower" },
    ],
  });
  const rowsByName = rows.map((row) => Object.fromEntries(row.map((value, at) => [names[at], value])));
  assert.deepEqual(
    rowsByName.map((row) => [row.measure, row.value, row.baseline, row["baseline value"], row.count, row.step]),
    [
      ["codeMean", 0.2, "PCA-2", 0.1, 500, 40],
      ["codeMean", 0.2, "training examples", 0.3, 500, 40],
      ["negativeElbo", 170.5, null, undefined, 2000, 40],
    ],
  );
  assert.equal(rowsByName[2].unit, "nats");
});
