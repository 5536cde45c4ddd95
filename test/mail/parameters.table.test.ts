import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { parseStructured } from "../../src/mail/parameters.ts";
import { withinCpuMs } from "../support/cpu-time.ts";

interface Case {
  readonly text: string;
  readonly value: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly codes?: readonly string[];
}

const cases: readonly Case[] = [
  { text: "text/plain; charset=us-ascii (Plain text)", value: "text/plain", parameters: { charset: "us-ascii" } },
  { text: 'text/plain; charset="us-ascii"', value: "text/plain", parameters: { charset: "us-ascii" } },
  { text: "TEXT/Html;Charset=UTF-8;", value: "TEXT/Html", parameters: { charset: "UTF-8" } },
  { text: "(a) text/plain (b (c)) ; (d) charset = (e) utf-8", value: "text/plain", parameters: { charset: "utf-8" } },
  {
    text: 'multipart/mixed; boundary="a \\"b\\" ; c"',
    value: "multipart/mixed",
    parameters: { boundary: 'a "b" ; c' },
  },
  { text: "multipart/mixed; boundary=a=b/c:d?e", value: "multipart/mixed", parameters: { boundary: "a=b/c:d?e" } },
  { text: "multipart/mixed; boundary=_(a)_", value: "multipart/mixed", parameters: { boundary: "_(a)_" } },
  {
    text: 'multipart/mixed; boundary="open',
    value: "multipart/mixed",
    parameters: { boundary: "open" },
    codes: ["header.unterminated-quote"],
  },
  {
    text: 'text/plain; charset=utf-8 boundary=x name="y"',
    value: "text/plain",
    parameters: { charset: "utf-8", boundary: "x", name: "y" },
  },
  { text: 'text/plain; name="y" charset=utf-8', value: "text/plain", parameters: { name: "y", charset: "utf-8" } },
  { text: "text/plain charset=utf-8", value: "text/plain", parameters: { charset: "utf-8" } },
  {
    text: "attachment; filename=my own file.pdf; size=1",
    value: "attachment",
    parameters: { filename: "my own file.pdf", size: "1" },
  },
  { text: 'attachment; filename="C:\\temp\\a.doc"', value: "attachment", parameters: { filename: "C:\\temp\\a.doc" } },
  {
    text: 'attachment; filename="=?utf-8?Q?gr=C3=BCn.txt?="',
    value: "attachment",
    parameters: { filename: "grün.txt" },
  },
  { text: "text/plain; a=1; A=2", value: "text/plain", parameters: { a: "1" }, codes: ["header.duplicate-parameter"] },
  { text: "text/plain; junk; a=1", value: "text/plain", parameters: { a: "1" }, codes: ["header.bad-parameter"] },
  { text: "text/plain; =1", value: "text/plain", codes: ["header.bad-parameter"] },
  {
    text: "text/plain; a=(open",
    value: "text/plain",
    parameters: { a: "(open" },
    codes: ["header.unterminated-comment"],
  },
  {
    text: "text/plain; __proto__=1; constructor=2",
    value: "text/plain",
    parameters: { ["__proto__"]: "1", constructor: "2" },
  },
  { text: "", value: "" },
  { text: ";;;", value: "" },
  // RFC 2231 3 to 4.1 (retyped)
  {
    text: 'message/external-body; access-type=URL; URL*0="ftp://"; URL*1="example.org/a"',
    value: "message/external-body",
    parameters: { "access-type": "URL", url: "ftp://example.org/a" },
  },
  {
    text: "application/x-stuff; title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A",
    value: "application/x-stuff",
    parameters: { title: "This is ***fun***" },
  },
  {
    text: "application/x-stuff; title*0*=us-ascii'en'This%20is%20even%20more%20; title*1*=%2A%2A%2Afun%2A%2A%2A%20; title*2=\"isn't it!\"",
    value: "application/x-stuff",
    parameters: { title: "This is even more ***fun*** isn't it!" },
  },
  {
    text: "attachment; filename*1*=%AC.txt; filename*0*=utf-8''%E2%82",
    value: "attachment",
    parameters: { filename: "€.txt" },
  },
  {
    text: "attachment; filename=plain.txt; filename*=utf-8''%E2%82%AC.txt",
    value: "attachment",
    parameters: { filename: "€.txt" },
  },
  { text: "attachment; filename*0=a; filename*2=c", value: "attachment", parameters: { filename: "a" } },
  { text: "attachment; filename*1=b", value: "attachment", codes: ["header.bad-parameter"] },
  { text: "attachment; filename*=%zz%4", value: "attachment", parameters: { filename: "%zz%4" } },
];

describe("parseStructured", () => {
  for (const { text, value, parameters = {}, codes = [] } of cases) {
    test(text, () => {
      const structured = parseStructured(text);
      assert.equal(structured.value, value);
      assert.deepEqual([...structured.parameters].sort(), Object.entries(parameters).sort());
      assert.deepEqual(
        structured.problems.map(({ code }) => code),
        codes,
      );
    });
  }
});

describe("bounds", () => {
  test("parameters", () => {
    const text = Array.from({ length: limits.parametersMax + 1 }, (_, index) => `p${index}=1`).join(";");
    const { parameters, problems } = parseStructured(`x; ${text}`);
    assert.equal(parameters.size, limits.parametersMax);
    assert.deepEqual(problems, [{ code: "limit.parameters" }]);
  });
  for (const piece of ["(", "()", "((x)", '"', ";", "a=", ' "', "a ", " charset=", '"x" ', "\\", "=(", "a*0=x;"]) {
    test(
      `${JSON.stringify(piece)} two hundred thousand times ends`,
      withinCpuMs(5_000, () => {
        assert.ok(parseStructured(`x/y; ${piece.repeat(200_000)}`).parameters.size <= limits.parametersMax);
      }),
    );
  }
});
