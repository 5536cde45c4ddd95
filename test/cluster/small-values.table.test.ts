/** Numbers and words of few possible values, and domains: what tells readers apart without looking like a token. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ComparisonBook } from "../../src/cluster/comparison.ts";
import type { Copy } from "../../src/cluster/copy-find.ts";
import { day, pixel, shaOf } from "../support/record.ts";

const READERS = ["anna@office.example", "ben@office.example", "carl@office.example", "dora@office.example"];

/** A mailing a row, of a URL for each reader. */
function mailings(rows: readonly (readonly string[])[], hidden: boolean): readonly (readonly Copy[])[] {
  return rows.map((urls, issue) =>
    urls.map((url, nth) => ({
      sha256: shaOf(`${issue} ${nth} ${url}`),
      reader: READERS[nth] ?? "",
      isPerson: true,
      date: day(`2021-0${issue + 1}-19`),
      messageId: `${issue}.${nth}@desk.example`,
      sender: "desk.example",
      stated: [READERS[nth] ?? ""],
      loads: [pixel(url, { hidden, token: { kind: "none", value: "", detail: "", address: null } })],
    })),
  );
}

/** Of the last mailing: what is proven of each copy's load, `?` before what only differs. */
function told(rows: readonly (readonly string[])[], hidden = true): readonly string[] {
  const book = new ComparisonBook();
  const all = mailings(rows, hidden);
  for (const copies of all) book.add(copies);
  return (all.at(-1) ?? []).map(({ sha256, loads }) => {
    const url = loads[0]?.resolved ?? "";
    const proven = book.of(sha256).map(({ proof }) => `${proof.role} ${url.slice(proof.start, proof.end)}`);
    const differing = book.differing(sha256).map(({ start, end }) => `? ${url.slice(start, end)}`);
    return [...proven, ...differing].join(", ");
  });
}

const issues = (count: number, ...values: readonly string[]) =>
  Array.from({ length: count }, () => values.map((value) => `https://t.desk.example/open.gif?reader=${value}`));
const drawn = (...rows: readonly string[]) =>
  rows.map((row) => row.split(" ").map((value) => `https://t.desk.example/open.gif?v=${value}`));

describe("small values in hidden loads", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, rows: readonly (readonly string[])[], expected: readonly string[]])[] = [
    ["a number that each keeps over three mailings", issues(3, "117", "223", "342"), ["recipient 117", "recipient 223", "recipient 342"]],
    ["a word",                                       issues(6, "amber", "cobalt", "violet"), ["recipient amber", "recipient cobalt", "recipient violet"]],
    ["one mailing: it differs, and may be a variant", issues(1, "3", "7", "9"), ["? 3", "? 7", "? 9"]],
    ["two mailings are few",                         issues(2, "117", "223", "342"), ["? 117", "? 223", "? 342"]],
    ["two readers are few",                          issues(6, "117", "223"), ["", ""]],
    ["languages",                                    issues(6, "de", "fr", "pt-BR"), ["", "", ""]],
    ["variants that are drawn anew",                 drawn("1 2 3", "2 3 1", "1 3 2", "3 1 2"), ["? 3", "? 1", "? 2"]],
    ["groups that others share",                     drawn("a1 a1 c3 c3", "a1 a1 c3 c3", "a1 a1 c3 c3"), ["", "", "", ""]],
    ["long ones need no second mailing",             issues(1, "q7Rk2LmX0a", "b4TnW9sYc1", "H8dJv3GfK5"), ["copy q7Rk2LmX0a", "copy b4TnW9sYc1", "copy H8dJv3GfK5"]],
  ];
  for (const [what, rows, expected] of cases) test(what, () => assert.deepEqual(told(rows), expected));

  test("where they are shown they are variants", () => {
    assert.deepEqual(told(issues(6, "amber", "cobalt", "violet"), false), ["", "", ""]);
  });
});

describe("a registrable domain for each reader", () => {
  const at = (...hosts: readonly string[]) => [hosts.map((host) => `http://${host}/o.gif`)];
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, rows: readonly (readonly string[])[], expected: readonly string[]])[] = [
    ["each another",             at("t808fe4.test", "tcde810.test", "tfd66c9.test"), ["copy t808fe4.test", "copy tcde810.test", "copy tfd66c9.test"]],
    ["below the same label",     at("px.one.test:8080", "px.two.test:8080", "px.six.test:8080"), ["copy one.test", "copy two.test", "copy six.test"]],
    ["two that share the work",  at("one.test", "two.test", "one.test", "two.test"), ["", "", "", ""]],
    ["two readers",              at("one.test", "two.test"), ["", ""]],
    ["another form",             [["http://one.test/o.gif", "http://two.test/a/o.gif", "http://six.test/o.gif?x=1"]], ["", "", ""]],
  ];
  for (const [what, rows, expected] of cases) test(what, () => assert.deepEqual(told(rows), expected));

  test("what is shown may lie anywhere", () => {
    assert.deepEqual(told(at("one.test", "two.test", "six.test"), false), ["", "", ""]);
  });
});
