import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scriptWords } from "../../src/parts/javascript-words.ts";

describe("words of a script", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [script: string, identifiers: string, strings: readonly string[], expressions: readonly string[]])[] = [
    ["var a = 'b';",                       "a",       ["b"],            []],
    ["a['\\x61\\u0062\\u{63}\\n']",        "a",       ["abc\n"],        []],
    [`\`x\${a + \`y\${b}\`}z\``,                 "a b",     ["x", "y", "", "z"], []],
    ["a = b / c / d",                      "a b c d", [],               []],
    ["a = /x'y/g; 'z'",                    "a",       ["z"],            ["/x'y/g"]],
    ["return /[/'\"]/.test(a)",            "test a",  [],               ["/[/'\"]/"]],
    ["f(a) / 2; b",                        "f a b",   [],               []],
    ["// a\nb /* c */ d",                  "b d",     [],               []],
    ["\\u0065val(x)",                      "eval x",  [],               []],
    // A string ends with its line, so that the rest is still read.
    ["a = 'open\nb = \"c\"",               "a b",     ["open", "c"],    []],
    ["a = '\\\r\nb'",                      "a",       ["b"],            []],
    ["<!-- a\nb",                          "b",       [],               []],
  ];
  for (const [script, identifiers, strings, expressions] of cases) {
    test(JSON.stringify(script), () => {
      const words = scriptWords(script);
      assert.deepEqual(
        [words.identifiers.join(" "), words.strings, words.regularExpressions],
        [identifiers, strings, expressions],
      );
    });
  }

  test("keywords are no identifiers", () => assert.deepEqual(scriptWords("if (x) return").keywords, ["if", "return"]));
});

describe("attacks", () => {
  // Each would take minutes were a line searched again from each slash.
  for (const [what, piece] of [
    ["slashes and brackets", "/["],
    ["templates", "`${"],
    ["comments", "/*"],
    ["slashes", "=/"],
    ["backslashes", "\\"],
  ] as const) {
    test(what, () => {
      const { isCut } = scriptWords(piece.repeat(1_000_000));
      assert.equal(isCut, false);
    });
  }
});
