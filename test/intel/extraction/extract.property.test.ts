/** On any text: nothing thrown, quotes verbatim, order, no overlap of one type, and what was read once is read again from its plain form. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PublishedDocument } from "../../../src/case/document.ts";
import { extractIndicators } from "../../../src/intel/extraction/extract.ts";
import type { ExtractedIndicator } from "../../../src/intel/extraction/extraction.ts";
import { fileEndings } from "../../../src/intel/extraction/known-names.ts";
import { plainViewOf } from "../../../src/intel/extraction/plain-view.ts";
import { documentOfText } from "../../../src/intel/extraction/text-document.ts";

const runs = Number(process.env["FUZZ_RUNS"] ?? 300);

/** Pieces of values, signs and words, so that something is found. */
const piece = fc.constantFrom(
  ..."news example . [.] (dot) dot hxxp :// [:] / http:// @ [at] \n \n\n 192 0 2 7 2001:db8::1 : C:\\ \\ a.exe .pdf AS64500 T1566 CVE-2024-1234 v1.2.3.4 References \u00ad \u200b \uff0e ( ) [ ] < > , ; | - ' \" ` 0a1b2c3d4e5f60718293a4b5c6d7e8f9 abcdef12 %APPDATA%\\ /tmp/ HKLM\\a com. the \u4e2d\u6587 m\u00fcnchen".split(
    " ",
  ),
  " ",
  "  ",
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" ")),
  fc.string({ unit: "binary", maxLength: 400 }),
);

const all = (document: PublishedDocument) => {
  const { indicators, rejected } = extractIndicators(document);
  return [...indicators, ...rejected];
};

test("quotes are verbatim, in order, within the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { indicators, rejected } = extractIndicators(documentOfText(text));
      for (const list of [indicators, rejected]) {
        let last = 0;
        for (const { quote, value } of list) {
          assert.equal(quote.text, text.slice(quote.start, quote.end));
          assert.ok(quote.start < quote.end && quote.start >= last && value !== "");
          assert.equal(quote.line, text.slice(0, quote.start).split("\n").length);
          last = quote.start;
        }
      }
    }),
    { numRuns: runs },
  );
});

test("values of a type do not overlap, and none is also rejected", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { indicators, rejected } = extractIndicators(documentOfText(text));
      const ends = new Map<string, number>();
      for (const { type, quote } of indicators) {
        assert.ok(quote.start >= (ends.get(type) ?? 0));
        ends.set(type, quote.end);
      }
      const taken = new Set(indicators.map(({ type, value }) => `${type} ${value}`));
      for (const { type, value, why } of rejected)
        assert.ok(!taken.has(`${type} ${value}`) && why !== "" && !why.endsWith("."));
    }),
    { numRuns: runs },
  );
});

/** What stands for itself on a line of its own under a heading of indicators. */
const again = ({ type, value }: ExtractedIndicator): boolean =>
  extractIndicators(documentOfText(`Indicators of compromise\n\n${value}\n`)).indicators.some(
    (one) => one.type === type && one.value === value,
  );
const PLAIN = new Set([
  "url",
  "domain-name",
  "ipv4-addr",
  "ipv6-addr",
  "email-addr",
  "file-hash",
  "vulnerability",
  "autonomous-system",
]);

test("a value that was read is read again from its plain form", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const one of extractIndicators(documentOfText(text)).indicators) {
        // Without defanging, `news.zip` is a file.
        const isAlsoFile =
          one.type === "domain-name" && fileEndings.has(one.value.slice(one.value.lastIndexOf(".") + 1));
        if (PLAIN.has(one.type) && !isAlsoFile) assert.ok(again(one), `${one.type} ${one.value}`);
      }
    }),
    { numRuns: runs },
  );
});

test("places of the view lie in order in the text", () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, isCell) => {
      const view = plainViewOf(text, isCell);
      let last = 0;
      for (let at = 0; at < view.text.length; at += 1) {
        const start = view.startOf(at);
        const end = view.endOf(at + 1);
        assert.ok(start >= 0 && start < end && end <= text.length && start >= last);
        if (view.changesIn(at, at + 1).change === "none" && end - start === 1) assert.equal(view.text[at], text[start]);
        last = start;
      }
    }),
    { numRuns: runs },
  );
});

test("line ends of either kind give the same values", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = text.replaceAll("\r", "");
      const values = (written: string) => all(documentOfText(written)).map(({ type, value }) => `${type} ${value}`);
      assert.deepEqual(values(plain.replaceAll("\n", "\r\n")), values(plain));
    }),
    { numRuns: runs },
  );
});
