import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { displayWidth } from "../../src/report/display-width.ts";
import { forHtml, forJson, forTerminal } from "../../src/report/printable.ts";

describe("forTerminal", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, text: string, shown: string])[] = [
    ["plain text stays",                   "Minutes of 3 May",             "Minutes of 3 May"],
    ["accents and other scripts stay",     "Żółw, 東京, עברית",              "Żółw, 東京, עברית"],
    ["escape sequence is dead",            "a\u001b[31mb",                 "a⟨U+001B⟩[31mb"],
    ["C1 introducer",                      "\u009b2J",                     "⟨U+009B⟩2J"],
    ["NUL, newline, tab",                  "a\u0000b\nc\td",               "a⟨U+0000⟩b⟨U+000A⟩c⟨U+0009⟩d"],
    ["right-to-left override",             "x\u202efdp.exe",               "x⟨U+202E⟩fdp.exe"],
    ["isolate and mark",                   "\u2066a\u200f",                "⟨U+2066⟩a⟨U+200F⟩"],
    ["zero width space and soft hyphen",   "pay\u200bpal\u00ad",           "pay⟨U+200B⟩pal⟨U+00AD⟩"],
    ["tag characters",                     "a\u{e0041}",                   "a⟨U+E0041⟩"],
    ["fillers that look like nothing",     "a\u3164\u2800",                "a⟨U+3164⟩⟨U+2800⟩"],
    ["private use",                        "\ue000",                       "⟨U+E000⟩"],
    ["lone surrogate",                     "\ud800x",                      "⟨U+D800⟩x"],
    ["a forged mark is marked",            "⟨U+202E⟩",                     "⟨U+27E8⟩U+202E⟨U+27E9⟩"],
    ["emoji style is no secret",           "❤\ufe0f now",                  "❤ now"],
    ["a style selector elsewhere is one",  "a\ufe0f",                      "a⟨U+FE0F⟩"],
    ["many spaces are counted",            `a.pdf${" ".repeat(200)}.exe`,  "a.pdf⟨200 spaces⟩.exe"],
    ["odd spaces become plain ones",       "a\u00a0b\u3000c",              "a b c"],
    ["stacked marks stop at four",         `e${"\u0301".repeat(5)}`,       `e${"\u0301".repeat(4)}⟨U+0301⟩`],
  ];
  for (const [name, text, shown] of cases) test(name, () => assert.equal(forTerminal(text), shown));

  // biome-ignore format: a table reads by column
  const cuts: readonly (readonly [text: string, max: number, shown: string])[] = [
    ["abcdef",      6, "abcdef"],
    ["abcdefg",     6, "abcde…"],
    ["東京都庁",      8, "東京都庁"],
    ["東京都庁",      7, "東京都…"],
    ["東京都庁",      6, "東京…"],
    ["a\u202ebcd",  6, "a…"],
    ["ab    ",      3, "ab…"],
    ["abc",         0, "…"],
  ];
  for (const [text, max, shown] of cuts) {
    test(`${JSON.stringify(text)} in ${max} columns`, () => {
      assert.equal(forTerminal(text, max), shown);
      assert.ok(displayWidth(shown) <= Math.max(1, max));
    });
  }
});

test("forHtml escapes markup and shows what is hidden", () => {
  assert.equal(
    forHtml(`<b title="x" class='y'>&\u202e`),
    "&lt;b title=&quot;x&quot; class=&#39;y&#39;&gt;&amp;⟨U+202E⟩",
  );
});

test("forHtml cuts before it escapes, so that no entity is halved", () => {
  assert.equal(forHtml("&&&&", 3), "&amp;&amp;…");
});

test("forJson escapes what a terminal must not get, and loses nothing", () => {
  const value = { subject: "a\u001b\u009b\u202e\u2028\u{e0041}\u007f" };
  const text = forJson(value);
  assert.equal(text, '{"subject":"a\\u001b\\u009B\\u202E\\u2028\\uDB40\\uDC41\\u007F"}');
  assert.deepEqual(JSON.parse(text), value);
});
