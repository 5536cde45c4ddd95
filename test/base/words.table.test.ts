import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { wordsOf } from "../../src/base/words.ts";

describe("words of a text", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, words: string])[] = [
    ["Harbour & Sons, Ltd.",     "harbour sons ltd"],
    ["Rivertown's own",          "rivertowns own"],
    ["Société Générale",         "societe generale"],
    ["Straße und Ærø",           "strasse und æro"],
    ["𝐇𝐚𝐫𝐛𝐨𝐮𝐫",                  "harbour"],
    ["Ｈａｒｂｏｕｒ",            "harbour"],
    ["ha\u200brbo\u00adur",      "harbour"],
    ["Подтвердите, Ёжик",        "подтвердите ежик"],
    ["Επιβεβαιώστε",             "επιβεβαιωστε"],
    ["港口日报 今天",             "港口日报 今天"],
    ["",                         ""],
  ];
  for (const [text, words] of cases) test(text, () => assert.equal(wordsOf(text, 20).join(" "), words));
  test("no more than asked for", () => assert.deepEqual(wordsOf("one two three", 2), ["one", "two"]));
});
