/** Invented articles of many shapes: how many of the signs that a careful reader finds are found, and how many are not there. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TraitSign } from "../../../src/case/hunting-profile.ts";
import { readDocument } from "../../../src/documents/read-document.ts";
import { profileOf } from "../../../src/ledger/profile/profile-of.ts";
import { readStatements } from "../../../src/statements/read-statements.ts";
import { ARTICLES, HELD_OUT, type LabelledArticle } from "./articles.ts";

function signKey(sign: TraitSign): string {
  switch (sign.kind) {
    case "lure":
      return `lure:${sign.lure}`;
    case "target":
      return `target:${sign.walk}`;
    case "technique":
      return `technique:${sign.id}`;
    default:
      return sign.kind;
  }
}

async function signsOf({ text }: LabelledArticle): Promise<readonly string[]> {
  const read = await readDocument(Buffer.from(text), "/record/article.txt");
  assert.ok(read.ok);
  const profile = profileOf(read.value, readStatements(read.value));
  return (profile?.traits ?? []).map(({ sign }) => signKey(sign));
}

async function measured(articles: readonly LabelledArticle[]) {
  const total = { found: 0, missed: 0, wrong: 0 };
  for (const article of articles) {
    const signs = await signsOf(article);
    const found = article.must.filter((key) => signs.includes(key)).length;
    total.found += found;
    total.missed += article.must.length - found;
    total.wrong += signs.filter((key) => !article.must.includes(key) && !article.may.includes(key)).length;
  }
  return total;
}

describe("articles without an indicator", () => {
  // What is missed is known: an answer that names nobody, a letter's `you are on their list`, what a grammar would need.
  test("those that the vocabulary was mended by", async () => {
    const { found, missed, wrong } = await measured(ARTICLES);
    assert.equal(found + missed, 66);
    assert.ok(found >= 59, `found ${found}`);
    assert.ok(wrong <= 3, `wrong ${wrong}`);
  });

  test("those that it never saw", async () => {
    const { found, missed, wrong } = await measured(HELD_OUT);
    assert.equal(found + missed, 27);
    assert.ok(found >= 18, `found ${found}`);
    assert.ok(wrong <= 1, `wrong ${wrong}`);
  });

  for (const article of [...ARTICLES, ...HELD_OUT].filter(({ must }) => must.length === 0)) {
    test(`says nothing that mail could show: ${article.name}`, async () =>
      assert.deepEqual(await signsOf(article), []));
  }
});

// biome-ignore format: a table reads by row
const AIMED: readonly (readonly [text: string, targets: readonly string[]])[] = [
  ["They sent emails to lawmakers.",                                            ["target:legislature"]],
  ["Journalists were targeted by email.",                                       ["target:journalism"]],
  ["The emails did not target journalists.",                                    []],
  ["The emails posed as messages from editors and went to lawyers.",            ["target:law", "lure:news"]],
  ["Officials said that emails had been sent.",                                 []],
  ["Emails were sent to critics of the government.",                            ["target:advocacy"]],
  ["Emails were sent before the election of 2019.",                             []],
  ["Emails went out for financial gain.",                                       []],
];

describe("whom it was aimed at", () => {
  for (const [text, expected] of AIMED) {
    test(text, async () => {
      const signs = await signsOf({ name: text, text, must: [], may: [] });
      assert.deepEqual(signs.filter((key) => !key.startsWith("technique")).toSorted(), expected.toSorted());
    });
  }
});
