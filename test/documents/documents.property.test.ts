import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readDocument } from "../../src/documents/read-document.ts";
import { lines, writePdf } from "../support/pdf-writer.ts";
import { paragraph, writeWord } from "../support/word-writer.ts";
import { checkPlaces } from "./fixture.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 150);

async function check(bytes: Uint8Array): Promise<void> {
  const read = await readDocument(bytes, "given/x");
  if (read.ok) checkPlaces(read.value);
  else assert.match(read.error, /^(?:is|holds|unpacks)\b/);
}

const HTML = Buffer.from(
  '<!doctype html><html lang="en"><head><title>T</title></head><body><nav><a href="/x">x</a></nav><main><h1>Title</h1><p>Words <a href="https://one.test/">link</a></p><table><tr><td>a<td>b<tr><td>c</table><pre>x\n y</pre></main></body></html>',
);
const MARKDOWN = Buffer.from(
  "# Title\n\nSome **bold** [link](https://one.test)\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n> quote\n- item\n",
);
const TEXT = Buffer.from("THE TITLE\n\nTLP:GREEN\n29 October 2020\n\nWords that go on,\nand on.\n\n- item\n3 / 16\n");
const MAIL = Buffer.from(
  "From: a@one.test\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Words</p>\n--b\nContent-Type: text/plain\n\nmore\n--b--\n",
);
const PDF = writePdf([
  {
    texts: lines(["Words of the page.", "More of them."]),
    links: [{ href: "https://one.test/", rect: [70, 690, 200, 715] }],
  },
]);
const WORD = writeWord(`${paragraph("Words")}<w:tbl><w:tr><w:tc>${paragraph("cell")}</w:tc></w:tr></w:tbl>`);

/** Bytes changed, cut out, doubled. */
const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 40 }), bytes: fc.uint8Array({ maxLength: 12 }) });

function changed(bytes: Uint8Array, changes: readonly { at: number; length: number; bytes: Uint8Array }[]): Uint8Array {
  let result: Uint8Array = bytes;
  for (const { at, length, bytes: fresh } of changes) {
    const from = at % (result.length + 1);
    result = Buffer.concat([result.subarray(0, from), fresh, result.subarray(from + length)]);
  }
  return result;
}

describe("total, and places hold", () => {
  test("on any bytes", () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), check), { numRuns }));

  test("on any text", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 400 }), (text) => check(Buffer.from(text))),
      { numRuns },
    ));

  const grain = fc.constantFrom(
    "\n",
    "\n\n",
    "# ",
    "- ",
    "* ",
    "|",
    "---",
    "`",
    "```",
    "[",
    "](",
    ")",
    "> ",
    "word",
    "Title",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "<pre>",
    "<li>",
    "<b>",
    "<a href=x>",
    "&amp;",
    "12",
    ". ",
    "\u00a0",
    "\ud83d\ude00",
    "    ",
    "\t",
  );
  test("on texts made of marks", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(grain, { maxLength: 60 }),
        fc.constantFrom("", "# A\n\n## B\n\n", "<!doctype html>"),
        (parts, head) => check(Buffer.from(head + parts.join(""))),
      ),
      { numRuns: numRuns * 3 },
    ));

  for (const [name, bytes] of Object.entries({ HTML, MARKDOWN, TEXT, MAIL, PDF, WORD })) {
    test(`on ${name} that was changed`, () =>
      fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => check(changed(bytes, changes))),
        { numRuns },
      ));
  }
});

test("CRLF = LF", () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.stringMatching(/^[ -~]{0,60}$/), { maxLength: 12 }), async (written) => {
      const of = async (end: string) => {
        const read = await readDocument(Buffer.from(`Words.${end}${written.join(end)}`), "x");
        return read.ok ? [read.value.text, read.value.blocks, read.value.format] : read.error;
      };
      assert.deepEqual(await of("\r\n"), await of("\n"));
    }),
    { numRuns },
  ));
