/** Where a link holds its reader's address, however it is written (TF-121). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type ReaderPlace, readerInLink } from "../../src/signals/reader-in-link.ts";

const READER = "anna.berg@office.example";
const backwards = [...READER].reverse().join("");
const coded = (text: string, form: "base64" | "base64url" | "hex"): string => Buffer.from(text).toString(form);

describe("a reader's address in a link", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, href: string, place: ReaderPlace | null])[] = [
    ["plain",               `https://docs.example/open?u=${READER}`,                        "query"],
    ["percent-encoded",     `https://docs.example/open?u=${encodeURIComponent(READER)}`,    "query"],
    ["in the path",         `https://docs.example/${READER}/open`,                          "path"],
    ["in the fragment",     `https://docs.example/open#${READER}`,                          "fragment"],
    ["base64",              `https://docs.example/open?u=${coded(READER, "base64")}`,       "query"],
    ["base64url",           `https://docs.example/open?u=${coded(READER, "base64url")}`,    "query"],
    ["hex",                 `https://docs.example/open?u=${coded(READER, "hex")}`,          "query"],
    ["hex in capitals",     `https://docs.example/${coded(READER, "hex").toUpperCase()}`,   "path"],
    ["backwards, base64",   `https://docs.example/open?u=${coded(backwards, "base64url")}`, "query"],
    ["backwards",           `https://docs.example/open?u=${backwards}`,                     "query"],
    ["another's",           `https://docs.example/open?u=${coded("boris@office.example", "hex")}`, null],
    ["a digest of nothing", `https://docs.example/open?u=${"0a".repeat(16)}`,               null],
    ["none",                "https://docs.example/open?u=4711",                             null],
  ];
  for (const [what, href, place] of cases) {
    test(`${what}: ${place}`, () => assert.equal(readerInLink(href, [READER]), place));
  }
});
