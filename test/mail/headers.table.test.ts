import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { displayText, fieldsNamed, fieldText, findField, parseHeaderBlock } from "../../src/mail/headers.ts";

function parse(text: string) {
  const bytes = Buffer.from(text, "latin1");
  const block = parseHeaderBlock(bytes, 0, bytes.length);
  return { bytes, block };
}

interface Case {
  readonly title: string;
  readonly text: string;
  /** `key=text` of each field. */
  readonly fields: readonly string[];
  /** What follows the block. */
  readonly rest?: string;
  readonly codes?: readonly string[];
}

const cases: readonly Case[] = [
  { title: "two fields", text: "A: 1\r\nB: 2\r\n\r\nbody", fields: ["a=1", "b=2"], rest: "body" },
  {
    title: "folded (RFC 5322 2.2.3)",
    text: "Subject: This\r\n is a\r\n\ttest\r\n\r\n",
    fields: ["subject=This is a\ttest"],
  },
  { title: "value on the next line", text: "A:\r\n 1\r\n\r\n", fields: ["a=1"] },
  { title: "no white space, no value", text: "A:1\nB:\n\n", fields: ["a=1", "b="] },
  { title: "no blank line at the end", text: "A: 1\nB: 2", fields: ["a=1", "b=2"] },
  { title: "mixed line ends", text: "A: 1\nB: 2\r\nC: 3\n\r\nbody", fields: ["a=1", "b=2", "c=3"], rest: "body" },
  { title: "CR only", text: "A: 1\r 2\rB: 3\r\rbody", fields: ["a=1 2", "b=3"], rest: "body" },
  { title: "lone CR in a value", text: "A: 1\rB: 2\n\n", fields: ["a=1 B: 2"] },
  { title: "space before the colon", text: "A : 1\n\n", fields: ["a=1"], codes: ["header.space-before-colon"] },
  { title: "NUL in the name", text: "F\0rom\0: 1\n\n", fields: ["from=1"], codes: ["header.space-before-colon"] },
  {
    title: "space before the name",
    text: " A: 1\nB: 2\n\n",
    fields: ["a=1", "b=2"],
    codes: ["header.leading-space", "header.space-before-colon"],
  },
  { title: "8-bit name", text: "B: 1\n\xc4: 2\nC: 3\n\n", fields: ["b=1", "ä=2", "c=3"], codes: ["header.odd-name"] },
  { title: "no name", text: "A: 1\n: 2\nB: 3\n\n", fields: ["a=1", "=2", "b=3"], codes: ["header.odd-name"] },
  { title: "line without colon", text: "A: 1\njunk\nB: 2\n\n", fields: ["a=1", "b=2"], codes: ["header.no-colon"] },
  {
    title: "junk does not swallow its folds into a field",
    text: "A: 1\njunk\n fold\nB: 2\n\nx",
    fields: ["a=1"],
    rest: "junk\n fold\nB: 2\n\nx",
    codes: ["header.no-blank-line"],
  },
  {
    title: "text where the blank line should be",
    text: "A: 1\nDear Sir\nplease\n",
    fields: ["a=1"],
    rest: "Dear Sir\nplease\n",
    codes: ["header.no-blank-line"],
  },
  {
    title: "line of white space between fields",
    text: "A: 1\n \n 2\nB: 3\n\nx",
    fields: ["a=1  2", "b=3"],
    rest: "x",
    codes: ["header.white-line"],
  },
  {
    title: "line of white space before text",
    text: "A: 1\n \t\ntext here\n",
    fields: ["a=1"],
    rest: "text here\n",
    codes: ["header.white-line"],
  },
  {
    title: "duplicate singleton",
    text: "From: a\nfrom: b\nReceived: c\nReceived: d\n\n",
    fields: ["from=a", "from=b", "received=c", "received=d"],
    codes: ["header.duplicate"],
  },
  {
    title: "names of objects",
    text: "__proto__: 1\nconstructor: 2\nthen: 3\n\n",
    fields: ["__proto__=1", "constructor=2", "then=3"],
  },
  { title: "UTF-8", text: Buffer.from("A: grün\n\n").toString("latin1"), fields: ["a=grün"] },
  {
    title: "UTF-8 that was cut in a character",
    text: `${Buffer.from("A: Приложение").subarray(0, -1).toString("latin1")}\n\n`,
    fields: ["a=Приложени\ufffd"],
  },
  { title: "windows-1252 that looks like UTF-8 in one place", text: "A: \xc3\xa4 gr\xfcn\n\n", fields: ["a=Ã¤ grün"] },
  { title: "windows-1252", text: "A: gr\xfcn \x80\n\n", fields: ["a=grün €"] },
];

describe("parseHeaderBlock", () => {
  for (const { title, text, fields, rest = "", codes = [] } of cases) {
    test(title, () => {
      const { bytes, block } = parse(text);
      assert.deepEqual(
        block.fields.map((field) => `${field.key}=${fieldText(bytes, field)}`),
        fields,
      );
      assert.equal(bytes.toString("latin1", block.span.end), rest);
      assert.deepEqual(
        block.problems.map(({ code }) => code),
        codes,
      );
    });
  }
  test("every known name is told from its neighbours", () => {
    for (const name of ["Received", "RECEIVED", "ARC-Seal", "Arc-Seam", "X-Unknown-Thing", "To", "T0"]) {
      assert.equal(parse(`${name}: x\n\n`).block.fields[0]?.key, name.toLowerCase());
    }
  });
});

test("fields are found by key", () => {
  const { bytes, block } = parse("To: a\nTO: b\nX: c\n\n");
  assert.deepEqual(
    fieldsNamed(block, "to").map((field) => fieldText(bytes, field)),
    ["a", "b"],
  );
  assert.equal(findField(block, "to"), block.fields[0]);
  assert.equal(findField(block, "cc"), undefined);
});

test("only the first bytes of a huge field are read as text", () => {
  const { bytes, block } = parse(`A: ${"x".repeat(limits.headerFieldBytesMax + 100)}\n\n`);
  const [field] = block.fields;
  assert.ok(field !== undefined);
  assert.equal(fieldText(bytes, field).length, limits.headerFieldBytesMax - 1);
  assert.equal(field.value.end, bytes.length - 2);
});

test("displayText decodes encoded-words across folds", () => {
  const { bytes, block } = parse("Subject: =?utf-8?Q?Gr=C3=BC?=\r\n =?utf-8?Q?=C3=9Fe?= x\r\n\r\n");
  const [field] = block.fields;
  assert.ok(field !== undefined);
  assert.equal(displayText(bytes, field), "Grüße x");
});
