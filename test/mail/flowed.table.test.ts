import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { joinFlowed } from "../../src/mail/flowed.ts";

// biome-ignore format: a table reads by column
const cases: readonly (readonly [text: string, joined: string])[] = [
  ["https://a \nb.example/ c\n",        "https://ab.example/ c\n"],
  ["a \r\nb",                           "ab"],
  ["> a \n> b\nc",                      "> ab\nc"],
  ["> a \nb",                           "> a \nb"],
  [" stuffed \n  twice",                "stuffed twice"],
  ["text \n-- \nname",                  "text \n-- \nname"],
  ["fixed\nlines",                      "fixed\nlines"],
  ["",                                  ""],
];
for (const [text, joined] of cases) {
  test(`RFC 3676: ${JSON.stringify(text)}`, () => assert.equal(joinFlowed(text), joined));
}

test("no letter is lost or made", () => {
  const letters = (text: string) => text.replace(/[\s>]/g, "");
  fc.assert(fc.property(fc.string(), (text) => assert.equal(letters(joinFlowed(text)), letters(text))));
});
