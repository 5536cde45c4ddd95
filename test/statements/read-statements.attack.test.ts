/** Texts that are meant to cost: endless sentences, brackets without end, nothing but signs; and the bounds of what is kept. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { readStatements } from "../../src/statements/read-statements.ts";
import { sentencesOf } from "../../src/statements/tokens.ts";
import { documentOf } from "../support/published-document.ts";

/** CPU seconds of the process; generous, since the machine may be slow: quadratic work would take minutes. */
const SECONDS_MAX = 10;

function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe("bounded time", () => {
  const rows: readonly (readonly [name: string, text: string])[] = [
    ["100,000 opening brackets", "(".repeat(100_000)],
    ["100,000 brackets in words", "The UK accused (China ".repeat(30_000)],
    ["a sentence without an end", "the UK said that China denied ".repeat(20_000)],
    ["a word without an end", "a".repeat(1_000_000)],
    ["hyphens without an end", "a-".repeat(300_000)],
    ["digits and commas", "1,".repeat(300_000)],
    ["commas and names", "China, Russia, ".repeat(30_000)],
    ["dotted capitals", "U.S.".repeat(100_000)],
    ["stops", ". ".repeat(200_000)],
    ["quotation marks", "\u201c\u201d\"'".repeat(100_000)],
    ["verbs only", "accused denied charged ".repeat(30_000)],
    ["`more than` without an end", "more than over at least ".repeat(30_000)],
    ["names of groups without an end", "a group that it calls Pale Heron, a cluster known as ".repeat(20_000)],
    ["who speaks between commas", "Both, it said, the ministry said, ".repeat(20_000)],
    ["quotes in quotes", "\u201cThe UK said \u201cChina denied \u201cit said ".repeat(20_000)],
    ["who that who", "people who think that they who say that ".repeat(20_000)],
    ["`as well as` without an end", "China as well as Russia as well as ".repeat(20_000)],
    [
      "attributions of attributions",
      "the attribution of the attack to the group by the attribution of ".repeat(10_000),
    ],
    ["points of a list", `The agencies recommend that users:\n${"- be careful with mail\n".repeat(20_000)}`],
    ["blanks", " ".repeat(1_000_000)],
    ["a schema without an end", `${"a".repeat(200_000)}://`],
  ];
  for (const [name, text] of rows) {
    test(name, () => {
      const document = documentOf(text);
      const seconds = cpuSeconds(() => void readStatements(document));
      assert.ok(seconds < SECONDS_MAX, `${seconds} s`);
    });
  }
});

describe("bounds", () => {
  test("sentenceTokensMax: a longer sentence is cut, nothing of it is lost", () => {
    const text = "word ".repeat(limits.sentenceTokensMax + 7).trim();
    const { blocks } = documentOf(text);
    const sentences = sentencesOf({ text, blocks, abbreviations: new Set() });
    assert.deepEqual(
      sentences.map(({ tokens }) => tokens.length),
      [limits.sentenceTokensMax, 7],
    );
  });

  test("assertionsMax: more statements are not kept", () => {
    const text = "Finland accused Russia of spying on ministers. ".repeat(limits.assertionsMax + 5);
    assert.equal(readStatements(documentOf(text)).assertions.length, limits.assertionsMax);
  });

  test("companiesMax: more names of companies are withheld as any other", () => {
    const letters = "abcdefghijklmnopqrstuvwxyz";
    const name = (at: number) =>
      `Ex${letters[at % 26]}${letters[Math.floor(at / 26) % 26]}${letters[Math.floor(at / 676) % 26]}ol`;
    const text = Array.from(
      { length: limits.companiesMax + 1 },
      (_, at) => `${name(at)}, a security company, accused Russia of hacking hospitals.`,
    ).join(" ");
    const { assertions } = readStatements(documentOf(text));
    assert.equal(assertions.at(-2)?.by[0]?.name, name(limits.companiesMax - 1));
    assert.notEqual(assertions.at(-1)?.by[0]?.name, name(limits.companiesMax));
  });

  test("statementCharsMax: what is said is cut, the quote is whole", () => {
    const text = `Finland accused Russia of spying on ${"the ministers of the states and ".repeat(20)}the senior ministers.`;
    const [assertion] = readStatements(documentOf(text)).assertions;
    assert.equal(assertion?.about.length, limits.statementCharsMax);
    assert.equal(assertion?.quote.text, text);
  });
});
