import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarMarkup } from "../../src/mail/calendar.ts";

// biome-ignore format: a table reads by column
const cases: readonly (readonly [what: string, text: string, found: readonly string[]])[] = [
  ["a parameter",         "BEGIN:X\r\nX-ALT-DESC;FMTTYPE=text/html:<p>a</p>\r\nEND:X", ["<p>a</p>"]],
  ["no parameter",        "x-alt-desc:<p>a</p>",                                       ["<p>a</p>"]],
  ["a colon in quotes",   'X-ALT-DESC;A="b:c";FMTTYPE=text/html:<p>',                  ["<p>"]],
  ["folds",               "X-ALT-DESC:<p\r\n  class=a\n\t>b",                          ["<p class=a>b"]],
  ["escapes",             "X-ALT-DESC:a\\, b\\; c\\n d\\\\e",                            ["a, b; c\n d\\e"]],
  ["inside a value",      "SUMMARY:X-ALT-DESC:<p>",                                    []],
  ["nothing",             "",                                                          []],
];
for (const [what, text, found] of cases) {
  test(`X-ALT-DESC: ${what}`, () => assert.deepEqual(calendarMarkup(text), found));
}

test("at most sixteen", () => assert.equal(calendarMarkup("X-ALT-DESC:a\n".repeat(99)).length, 16));
