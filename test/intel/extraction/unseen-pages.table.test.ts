/**
 * Extraction measured on pages that it had never seen when they were written. At the first run 60 values were right, 11 wrong and 6 missed (precision
 * 84 %, recall 91 %); versions further on in a sentence, and pages that begin with a mail's fields, were mended since. What is wrong today is
 * listed, so that a change for the better shows as well as one for the worse.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readDocument } from "../../../src/documents/read-document.ts";
import { extractIndicators } from "../../../src/intel/extraction/extract.ts";
import { UNSEEN_PAGES, type UnseenPage } from "./unseen-pages.ts";

const PRECISION_MIN = 0.87;
const RECALL_MIN = 0.93;

/** Reserved names and addresses stand for real ones here: a doubt for that reason alone is none. */
const RESERVED = /reserved|documentation/i;

async function takenOf({ path, text }: UnseenPage): Promise<readonly string[]> {
  const read = await readDocument(Buffer.from(text), `/pages/${path}`);
  if (!read.ok) return [];
  return extractIndicators(read.value)
    .indicators.filter(({ doubt }) => doubt === null || RESERVED.test(doubt))
    .map(({ type, value }) => `${type} ${value}`);
}

interface Measured {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

async function measured(page: UnseenPage): Promise<Measured> {
  const [taken, { expected }] = [await takenOf(page), page];
  return {
    right: taken.filter((one) => expected.includes(one)),
    wrong: taken.filter((one) => !expected.includes(one)),
    missed: expected.filter((one) => !taken.includes(one)),
  };
}

/** Page → what is wrong there (`+` taken, `-` missed), and why. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  // Files that a sentence names in passing.
  "05.txt": ["+ file-name report.doc", "+ file-name setup.py", "+ file-name index.php"],
  // Cut in two at a line's end, without a sign of it: two lines of a list look the same.
  "06.txt": [
    "+ url https://long-lines.example/a/very/",
    "+ file-hash b1946ac92492d2347c6235b4d2611184",
    "+ file-hash f0c2a5d9e7b3c8164f5a0d2e9b7c6a31",
    "- file-hash b1946ac92492d2347c6235b4d2611184f0c2a5d9e7b3c8164f5a0d2e9b7c6a31",
    "- url https://long-lines.example/a/very/long/path",
  ],
  // Whom the lure pretends to be is doubted too far on in the sentence, and is not where it is an address.
  "12.txt": ["+ email-addr support@google.com", "- domain-name drive-share.test"],
  "14.md": ["+ file-name config.json"],
  // The hyphen at a line's end is the name's own.
  "23.txt": ["+ domain-name news.example", "- domain-name parliament-news.example"],
};

describe("pages never seen", () => {
  for (const page of UNSEEN_PAGES) {
    test(page.path, async () => {
      const { wrong, missed } = await measured(page);
      const found = [...wrong.map((one) => `+ ${one}`), ...missed.map((one) => `- ${one}`)];
      assert.deepEqual(found.toSorted(), [...(KNOWN[page.path] ?? [])].toSorted());
    });
  }
});

test(`precision of ${PRECISION_MIN} and recall of ${RECALL_MIN} over all of them`, async () => {
  const all = await Promise.all(UNSEEN_PAGES.map(measured));
  const sum = (what: keyof Measured): number => all.reduce((total, one) => total + one[what].length, 0);
  const [right, wrong, missed] = [sum("right"), sum("wrong"), sum("missed")];
  const [precision, recall] = [right / (right + wrong), right / (right + missed)];
  assert.ok(precision >= PRECISION_MIN && recall >= RECALL_MIN, `precision ${precision}, recall ${recall}`);
});
