/** The fields of a URL against the same read plainly: expressions for delimiters, a set for what was listed before. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type UrlField, urlFields } from "../../src/url/fields.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 1_000);
const delimiters = /[-_.~/\\,;:=&|+!*'"()@$?#<>[\]{}\s]+/;

/** Of a path of one segment: whole, decoded, with spaces for `+`, then the pieces of what was decoded. */
function plainFields(segment: string): readonly UrlField[] {
  const forms = [segment];
  for (let last = segment; forms.length < 4; ) {
    const decoded = decodeOnce(last);
    if (decoded === last) break;
    last = decoded;
    forms.push(decoded);
  }
  const last = forms.at(-1) ?? "";
  const spaced = last.includes("+") ? [last.replaceAll("+", " ")] : [];
  const pieces = delimiters.test(last) ? last.split(delimiters, 256).filter((piece) => piece.length >= 2) : [];
  const values = new Set([...forms, ...spaced, ...pieces].filter((value) => value !== ""));
  return [...values].slice(0, 256).map((value) => ({ value, where: "path", name: "" }));
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const segment = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."-_.~,;:=&|+!*'\"()@$<>[]{} \t\u00a0\u2003\ufeff"),
      fc.constantFrom("a", "ab", "AB", "7", "%20", "%2541", "%2B", "%2F", "é", "ａ", "x".repeat(70)),
    ),
    { maxLength: 40 },
  )
  // A colon early on would make the start a scheme.
  .map((parts) => parts.join("").replaceAll(/^[^%]*:/g, ""));

test("a path of one segment has the fields that expressions find", () => {
  fc.assert(
    fc.property(segment, (text) => assert.deepEqual(urlFields(`/${text}`), plainFields(text))),
    { numRuns },
  );
});

test("more pieces than are looked at", () => {
  const text = Array.from({ length: 300 }, (_, index) => `p${index}`).join("-");
  assert.deepEqual(urlFields(`/${text}`), plainFields(text));
});
