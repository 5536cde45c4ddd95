/** Tables that nobody should have written: bounded, told, and nothing lost but what is too long. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCsv } from "../../src/base/csv.ts";
import { limits } from "../../src/base/limits.ts";

test("more cells than csvCellsMax are left out and told", () => {
  const { rows, problems } = parseCsv(`a,b\n${"x,".repeat(limits.csvCellsMax)}last\n`, 10);
  assert.equal(rows[1]?.cells.length, limits.csvCellsMax);
  assert.deepEqual(problems, [{ line: 2, code: "too-many-cells" }]);
});

test("a cell longer than csvCellCharsMax is cut and told", () => {
  const { rows, problems } = parseCsv(`a,b\n${"x".repeat(limits.csvCellCharsMax + 1)},y\n`, 10);
  assert.deepEqual([rows[1]?.cells[0]?.length, rows[1]?.cells[1]], [limits.csvCellCharsMax, "y"]);
  assert.deepEqual(problems, [{ line: 2, code: "long-cell" }]);
});

test("no more than csvProblemsMax problems are told", () => {
  const { rows, problems } = parseCsv(`a,b\n${'x"y,z\n'.repeat(limits.csvProblemsMax + 5)}`, 1_000);
  assert.deepEqual([rows.length, problems.length], [limits.csvProblemsMax + 6, limits.csvProblemsMax]);
});

test("a quote that is not closed swallows nothing", () => {
  const { rows, problems } = parseCsv('a,b\n"x,y\nz,w\n', 10);
  assert.deepEqual(
    rows.map(({ cells }) => cells),
    [
      ["a", "b"],
      ["x", "y"],
      ["z", "w"],
    ],
  );
  assert.deepEqual(problems, [{ line: 2, code: "unclosed-quote" }]);
});
