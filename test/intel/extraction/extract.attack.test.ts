/** Texts made to keep a reader busy: long runs of what values are made of. Twice the text takes about twice the time. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../../src/base/limits.ts";
import { extractIndicators } from "../../../src/intel/extraction/extract.ts";
import { documentOfText } from "../../../src/intel/extraction/text-document.ts";

const CHARS = 200_000;

/** In milliseconds of the processor. */
function timeOf(text: string): number {
  const before = process.cpuUsage();
  extractIndicators(documentOfText(text));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe("long runs", () => {
  const units: readonly string[] = [
    "a", "a.", ".", "[.]", "(dot)", " dot ", "a dot ", "ab12", "ab12 ", "ab12cd\n", "ab\n", "aGVsbG8/+", "a\\", "\\a", "1:", "::", "/a", "a@", "a'", "@",
    "http://", "http://a)", "http://a.example/)", "hxxp[", "hxxp://", "HKLM\\", "C:\\a ", "%ab%\\", "Mozilla/5.0 (", "\u00e4.", "rule ", "mutex '", "a.b/",
    "a . ", "1.1.", "1.1.1.1,", "\u00ad", "\u200b", "\n", "a\n\n", "( ", "[1] http://a.example ", "AS1 ", "version 1.1.1.1, ", "\u4e2d.", "a.\u4e2d", "T1000.",
  ]; // biome-ignore format: read as a list
  for (const unit of units) {
    test(JSON.stringify(unit), () => {
      const text = unit.repeat(Math.ceil(CHARS / unit.length));
      const time = timeOf(text);
      // The slowest takes 400 ms on a slow machine; what grows with the square of the text takes minutes.
      assert.ok(time < 6_000, `${time} ms`);
    });
  }
});

test("a value at the cut of a long paragraph is whole", () => {
  const word = "abcdefg ";
  const text = `${word.repeat(limits.extractionChunkCharsMax / word.length - 1)}crane-news[.]example ${word.repeat(9)}`;
  assert.deepEqual(
    extractIndicators(documentOfText(text)).indicators.map(({ value }) => value),
    ["crane-news.example"],
  );
});

test("values beyond the limit are not kept, and it is told", () => {
  const count = limits.extractedMax + 1;
  const text = Array.from({ length: count }, (_, at) => `CVE-2024-${1_000_000 + at}`).join("\n");
  const { indicators, isPartial } = extractIndicators(documentOfText(text));
  assert.deepEqual([indicators.length, isPartial], [limits.extractedMax, true]);
  const half = extractIndicators(documentOfText(text.slice(0, text.length / 2)));
  assert.equal(half.isPartial, false);
});
