import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseCsv } from "../../src/base/csv.ts";
import { limits } from "../../src/base/limits.ts";

function cells(text: string): readonly (readonly string[])[] {
  return parseCsv(text, 100).rows.map((row) => row.cells);
}

describe("comma-separated values (RFC 4180)", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, text: string, rows: readonly (readonly string[])[]])[] = [
    ["plain",                        "a,b\n1,2\n",               [["a", "b"], ["1", "2"]]],
    ["no line end at the end",       "a,b\n1,2",                 [["a", "b"], ["1", "2"]]],
    ["CRLF and CR",                  "a,b\r\n1,2\r3,4",          [["a", "b"], ["1", "2"], ["3", "4"]]],
    ["a separator inside quotes",    'a,b\n"x,y",2',             [["a", "b"], ["x,y", "2"]]],
    ["quotes inside quotes",         'a\n"say ""yes"""',         [["a"], ['say "yes"']]],
    ["a line end inside quotes",     'a,b\n"x\ny",2\n3,4',       [["a", "b"], ["x\ny", "2"], ["3", "4"]]],
    ["semicolons, as spreadsheets",  "a;b\nx,y;2",               [["a", "b"], ["x,y", "2"]]],
    ["tabs",                         "a\tb\n1\t2",               [["a", "b"], ["1", "2"]]],
    ["a mark at the beginning",      "\ufeffa,b\n1,2",           [["a", "b"], ["1", "2"]]],
    ["empty lines are no rows",      "\n\na,b\n\n1,2\n\n",       [["a", "b"], ["1", "2"]]],
    ["empty cells",                  "a,b,c\n,,3",               [["a", "b", "c"], ["", "", "3"]]],
    ["an open quote ends its line",  'a,b\n"x,2\n3,4',           [["a", "b"], ["x", "2"], ["3", "4"]]],
    ["text after a quote",           'a,b\n"x"y,2',              [["a", "b"], ["xy", "2"]]],
  ];
  for (const [what, text, rows] of cases) test(what, () => assert.deepEqual(cells(text), rows));

  test("lines are told, also after cells of several lines", () => {
    assert.deepEqual(
      parseCsv('a\n"x\ny"\nz', 100).rows.map(({ line }) => line),
      [1, 2, 4],
    );
  });

  // biome-ignore format: a table reads by column
  const odd: readonly (readonly [code: string, text: string, line: number])[] = [
    ["unclosed-quote",   'a,b\n1,"x',                                            2],
    ["text-after-quote", 'a,b\n"x"y,2',                                          2],
    ["stray-quote",      'a,b\nx"y,2',                                           2],
    ["too-many-cells",   `a\n${",".repeat(limits.csvCellsMax)}x`,             2],
    ["long-cell",        `a\n${"x".repeat(limits.csvCellCharsMax + 1)}`,      2],
  ];
  for (const [code, text, line] of odd) {
    test(`${code} is told with its line`, () => assert.deepEqual(parseCsv(text, 100).problems, [{ line, code }]));
  }

  test("what is written is read again, with every separator", () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => `x${text.replaceAll("\r", "")}`);
    const row = fc.array(cell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.constantFrom(",", ";", "\t"), (rows, separator) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const heading = ["h1", "h2"].join(separator);
        const body = rows.map((one) => one.map(quoted).join(separator)).join("\r\n");
        assert.deepEqual(cells(`${heading}\r\n${body}`), [["h1", "h2"], ...rows]);
      }),
    );
  });

  test("total on any text, and linear: quotes in any number end", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", ";") }), (text) => void cells(text)),
    );
    assert.ok(parseCsv('"'.repeat(200_000), 10).rows.length <= 10);
  });
});
