/** Branches of one multipart/alternative that say different things (HM-082), and those that merely look different. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseMessage } from "../../src/mail/parse.ts";
import { hasDifferingAlternatives } from "../../src/signals/alternatives.ts";

const MINUTES = "Minutes of the meeting are attached.";
const LURE = "Your account was locked. Unlock it within two hours.";
const EXCUSE = "This letter needs a program that can show HTML.";

/** A message of these parts, and what its leaves show: the part's own text. */
function shownOf(type: string, texts: readonly string[]) {
  const parts = texts.flatMap((text) => ["--b", "Content-Type: text/plain", "", text]);
  const bytes = Buffer.from([`Content-Type: ${type}; boundary=b`, "", ...parts, "--b--", ""].join("\r\n"));
  const { entities } = parseMessage(bytes);
  const leaves = entities.filter(({ children }) => children.length === 0);
  return { entities, shown: new Map(leaves.map((leaf, index) => [leaf, texts[index] ?? ""])) };
}

describe("alternatives-differ", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, type: string, texts: readonly string[], differ: boolean])[] = [
    ["the same",                       "multipart/alternative", [MINUTES, MINUTES],             false],
    ["another text",                   "multipart/alternative", [MINUTES, LURE],                true],
    ["the other way round",            "multipart/alternative", [LURE, MINUTES],                true],
    ["the third differs",              "multipart/alternative", [MINUTES, MINUTES, LURE],       true],
    ["the middle one differs",         "multipart/alternative", [MINUTES, LURE, MINUTES],       true],
    ["an excuse for HTML",             "multipart/alternative", [EXCUSE, LURE],                 false],
    ["an excuse between",              "multipart/alternative", [MINUTES, EXCUSE, LURE],        true],
    ["one branch",                     "multipart/alternative", [LURE],                         false],
    ["an empty branch",                "multipart/alternative", ["", LURE],                     false],
    // Two texts that are both shown may say what they like.
    ["parts that are no alternatives", "multipart/mixed",       [MINUTES, LURE],                false],
  ];
  for (const [name, type, texts, differ] of cases) {
    test(name, () => {
      const { entities, shown } = shownOf(type, texts);
      assert.equal(hasDifferingAlternatives(entities, shown), differ);
    });
  }

  test("a branch is all that its parts show", () => {
    const inner = ["--c", "Content-Type: text/html", "", LURE, "--c", "Content-Type: image/png", "", "x", "--c--"];
    const lines = [
      ...["Content-Type: multipart/alternative; boundary=b", "", "--b", "Content-Type: text/plain", "", MINUTES],
      ...["--b", "Content-Type: multipart/related; boundary=c", "", ...inner, "--b--", ""],
    ];
    const { entities } = parseMessage(Buffer.from(lines.join("\r\n")));
    const texts = entities.filter(({ mediaType }) => mediaType.type === "text");
    assert.equal(
      hasDifferingAlternatives(entities, new Map(texts.map((leaf, n) => [leaf, n === 0 ? MINUTES : LURE]))),
      true,
    );
    assert.equal(hasDifferingAlternatives(entities, new Map(texts.map((leaf) => [leaf, LURE]))), false);
  });
});
