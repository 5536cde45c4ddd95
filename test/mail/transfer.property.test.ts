import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { TransferEncoding } from "../../src/mail/message.ts";
import { decodeTransfer, toRawOffsets, toRawSpans } from "../../src/mail/transfer.ts";
import { runs } from "./random-mail.ts";

/** Each decoded byte with the raw offset where it begins. */
type Traced = readonly (readonly [byte: number, start: number])[];

/** Quoted-printable line by line, as RFC 2045 6.7 describes it; slow and plain on purpose. */
function traceQuotedPrintable(raw: string): Traced {
  const traced: [number, number][] = [];
  const lines = [...raw.matchAll(/([^\n]*?)([ \t]*)(\r?\n|$)/g)].filter((line) => line[0] !== "");
  for (const line of lines) {
    const [, text = "", blanks = "", end = ""] = line;
    const escapes = /=[0-9a-f]{2}|=[ \t]*(?:\r\n?|$)|[\s\S]/gi;
    for (const unit of text.matchAll(escapes)) {
      const at = line.index + unit.index;
      if (/^=[0-9a-f]{2}$/i.test(unit[0])) traced.push([Number.parseInt(unit[0].slice(1), 16), at]);
      else if (unit[0].length === 1 && unit[0] !== "=") traced.push([unit[0].charCodeAt(0), at]);
      else if (unit[0] === "=" && unit.index + 1 < text.length) traced.push([0x3d, at]);
    }
    const endAt = line.index + text.length + blanks.length;
    // Without its white space `=\r \n` is one soft line break.
    const isJoined = text.endsWith("=") || (end === "\n" && /=[ \t]*\r$/.test(text));
    if (!isJoined) for (const [index, char] of [...end].entries()) traced.push([char.charCodeAt(0), endAt + index]);
  }
  return traced;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 bit by bit: a byte begins at the digit that holds its first bit. */
function traceBase64(raw: string): Traced {
  const isUrlSafe = /[-_]/.test(raw) && !/[+/]/.test(raw);
  const traced: [number, number][] = [];
  let bits: (readonly [bit: string, at: number])[] = [];
  for (const [at, char] of [...raw].entries()) {
    const value = digits.indexOf(isUrlSafe ? char.replace("-", "+").replace("_", "/") : char);
    if (char === "=") bits = [];
    if (value >= 0) for (const bit of value.toString(2).padStart(6, "0")) bits.push([bit, at]);
    if (bits.length < 8) continue;
    traced.push([
      Number.parseInt(
        bits
          .slice(0, 8)
          .map(([bit]) => bit)
          .join(""),
        2,
      ),
      bits[0]?.[1] ?? 0,
    ]);
    // The fourth digit of a group ends it: what is left is nothing.
    bits = bits.slice(8);
  }
  return traced;
}

function assertTrace(raw: string, encoding: TransferEncoding, traced: Traced): void {
  const before = "xx";
  const bytes = Buffer.from(`${before}${raw}yy`, "latin1");
  const span = { start: 2, end: 2 + raw.length };
  const decoded = decodeTransfer(bytes, span, encoding, 1_000_000).bytes;
  assert.deepEqual(
    [...decoded],
    traced.map(([byte]) => byte),
  );
  const wanted = [...traced.keys(), traced.length, traced.length + 5];
  assert.deepEqual(toRawOffsets(bytes, span, encoding, wanted), [
    ...traced.map(([, at]) => at + 2),
    span.end,
    span.end,
  ]);
}

const qpText = fc
  .array(
    fc.constantFrom(
      "a",
      " ",
      "\t",
      "=",
      "=4",
      "=41",
      "=\n",
      "=\r\n",
      "= \n",
      "=\r",
      "\r",
      "\n",
      "\r\n",
      "=c3=A4",
      "word word",
      "x".repeat(40),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));
const base64Text = fc
  .array(fc.constantFrom("QUJD", "Q", "QQ==", "QUI=", "\r\n", "\n", " ", "*", "=", "-", "_", "+", "/", "z9", "\x80"), {
    maxLength: 40,
  })
  .map((parts) => parts.join(""));

describe("decoding and offsets agree with a plain reading", () => {
  test("quoted-printable", () => {
    fc.assert(
      fc.property(qpText, (raw) => assertTrace(raw, "quoted-printable", traceQuotedPrintable(raw))),
      { numRuns: runs },
    );
  });
  test("base64", () => {
    fc.assert(
      fc.property(base64Text, (raw) => assertTrace(raw, "base64", traceBase64(raw))),
      { numRuns: runs },
    );
  });
});

function encodeQuotedPrintable(data: Uint8Array): string {
  const text = [...data].map((byte) => `=${byte.toString(16).padStart(2, "0")}`).join("");
  return text.replace(/(.{72})/g, "$1=\r\n");
}

function encodeUu(data: Uint8Array): string {
  const char = (value: number) => String.fromCharCode(value === 0 ? 0x60 : value + 0x20);
  const lines: string[] = [];
  for (let at = 0; at < data.length; at += 45) {
    const chunk = data.subarray(at, at + 45);
    let line = char(chunk.length);
    for (let index = 0; index < chunk.length; index += 3) {
      const [a = 0, b = 0, c = 0] = chunk.subarray(index, index + 3);
      line += char(a >> 2) + char(((a & 3) << 4) | (b >> 4)) + char(((b & 15) << 2) | (c >> 6)) + char(c & 63);
    }
    lines.push(line);
  }
  return ["begin 644 file.bin", ...lines, "`", "end", ""].join("\n");
}

describe("decoded is what was encoded", () => {
  const encoders: readonly (readonly [TransferEncoding, (data: Uint8Array) => string])[] = [
    ["identity", (data) => Buffer.from(data).toString("latin1")],
    [
      "base64",
      (data) =>
        Buffer.from(data)
          .toString("base64")
          .replace(/(.{76})/g, "$1\r\n"),
    ],
    [
      "base64",
      (data) =>
        Buffer.from(data)
          .toString("base64url")
          .replace(/(.{50})/g, "$1\n"),
    ],
    ["quoted-printable", encodeQuotedPrintable],
    ["uuencode", encodeUu],
  ];
  for (const [encoding, encode] of encoders) {
    test(`${encoding}: ${encode(Buffer.from("abc?>")).slice(0, 30)}`, () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), (data) => {
          const raw = Buffer.from(encode(data), "latin1");
          const { bytes } = decodeTransfer(raw, { start: 0, end: raw.length }, encoding, 1_000);
          assert.deepEqual(Buffer.from(bytes), Buffer.from(data));
        }),
        { numRuns: runs },
      );
    });
  }
});

test("the raw bytes of a span decode to the span", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (data, one, other) => {
      const raw = Buffer.from(encodeQuotedPrintable(data), "latin1");
      const span = { start: 0, end: raw.length };
      const [start, end] = [one % data.length, other % (data.length + 1)].sort((a, b) => a - b) as [number, number];
      const [found = span] = toRawSpans(raw, span, "quoted-printable", [{ start, end }]);
      assert.deepEqual(
        Buffer.from(decodeTransfer(raw, found, "quoted-printable", 1_000).bytes),
        Buffer.from(data.subarray(start, end)),
      );
    }),
    { numRuns: runs },
  );
});

test("at most bytesMax bytes come out, with a problem", () => {
  const raw = Buffer.from("QUJDREVG");
  const { bytes, problems } = decodeTransfer(raw, { start: 0, end: 8 }, "base64", 4);
  assert.equal(Buffer.from(bytes).toString(), "ABCD");
  assert.deepEqual(problems, [{ code: "limit.decoded-bytes", span: { start: 0, end: 8 } }]);
});

test("identity is a view of the raw bytes", () => {
  const raw = Buffer.from("abcdef");
  const { bytes } = decodeTransfer(raw, { start: 1, end: 4 }, "identity", 100);
  assert.equal(bytes.buffer, raw.buffer);
  assert.equal(Buffer.from(bytes).toString(), "bcd");
});
