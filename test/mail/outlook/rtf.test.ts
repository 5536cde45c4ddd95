/** RTF: the vectors of MS-OXRTFCP, wrapped HTML and text (MS-OXRTFEX), attacks. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { decompressRtf } from "../../../src/mail/outlook/compressed-rtf.ts";
import { readRtfBody } from "../../../src/mail/outlook/rtf-body.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 200);

describe("compressed RTF", () => {
  // biome-ignore format: a table reads by column
  const vectors: readonly (readonly [source: string, hex: string, rtf: string])[] = [
    ["MS-OXRTFCP 3.1.1", "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0", "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"],
    ["MS-OXRTFCP 3.1.2", "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0", "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"],
    ["not compressed",   "10000000050000004d454c41000000007b5c727466", "{\\rtf"],
  ];
  for (const [source, hex, rtf] of vectors) {
    test(source, () => {
      assert.deepEqual(decompressRtf(Buffer.from(hex, "hex")), { bytes: Buffer.from(rtf), problems: [] });
    });
  }

  test("attack: a claimed size of 4 GiB takes no memory, and is told", () => {
    const lie = Buffer.from("1a000000ffffffff4c5a4675e2d44b51410004205758595a0d6e7d010eb0", "hex");
    const { bytes, problems } = decompressRtf(lie);
    assert.equal(bytes.toString(), "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
    assert.deepEqual(problems, ["rtf.size"]);
  });

  test("attack: references alone give at most nine times the input", () => {
    const input = Buffer.concat([
      Buffer.from("0000000000000000" + "4c5a467500000000", "hex"),
      Buffer.alloc(170_000, 0xff),
    ]);
    assert.ok(decompressRtf(input).bytes.length <= 9 * input.length);
  });

  test("every cut of a vector ends, with what came before", () => {
    const whole = Buffer.from(vectors[0]?.[1] ?? "", "hex");
    for (let length = 0; length < whole.length; length += 1) {
      const { bytes } = decompressRtf(whole.subarray(0, length));
      assert.ok("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n".startsWith(bytes.toString()));
    }
  });
});

describe("bodies in RTF", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [rtf: string, kind: string, text: string])[] = [
    ["{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}Hello \\htmlrtf {\\b \\htmlrtf0{\\*\\htmltag84 <b>}bold\\htmlrtf }\\htmlrtf0 {\\*\\htmltag92 </b>}}", "html", "<p>Hello <b>bold</b>"],
    ["{\\rtf1\\fromhtml1{\\*\\htmltag84 <img src=\"http://pixel.example/\\'e4\">}{\\*\\mhtmltag84 <img src=\"cid:x\">}}", "html", '<img src="http://pixel.example/ä">'],
    ["{\\rtf1\\fromhtml1{\\*\\htmltag <a>\\par\n<b>}\\{\\}\\\\}", "html", "<a>\r\n<b>{}\\"],
    ["{\\rtf1\\fromtext{\\fonttbl{\\f0 Arial;}}\\f0 one\\par two\\tab three}", "text", "one\r\ntwo\tthree"],
    ["{\\rtf1{\\fonttbl{\\f0\\fcharset204 A;}{\\f1\\fcharset128 B;}}\\f0\\'ef\\'f0\\f1\\'93\\'fa}", "rtf", "пр日"],
    ["{\\rtf1\\uc1 a\\u8364?b\\uc2\\u-10179\\'3f\\'3f\\u-9191??c}", "rtf", "a€b\u{1f419}c"],
    ["{\\rtf1{\\info{\\title secret}}{\\*\\unknown gone}shown\\bin3 }}}{\\b !}}", "rtf", "shown!"],
    ["{\\rtf1 \\'ff\\'fehello}", "rtf", "ÿþhello"],
  ];
  for (const [rtf, kind, text] of cases) {
    test(`${rtf.slice(0, 60)} → ${kind}`, () => {
      const body = readRtfBody(Buffer.from(rtf, "latin1"));
      assert.deepEqual([body?.kind, body?.text], [kind, text]);
    });
  }

  test("no RTF: null", () => assert.equal(readRtfBody(Buffer.from("<html>")), null));

  test("attack: a million groups, and binary data of four thousand million bytes (HM-162)", () => {
    const deep = Buffer.concat([
      Buffer.from("{\\rtf1 a"),
      Buffer.alloc(1_000_000, "{"),
      Buffer.from("b"),
      Buffer.alloc(1_000_000, "}"),
      Buffer.from("c\\bin4294967295 x"),
    ]);
    const body = readRtfBody(deep);
    assert.equal(body?.text, "ac");
    assert.deepEqual(body?.problems, ["limit.rtf-depth"]);
  });

  test("total on any bytes", () => {
    const word = fc.constantFrom(
      "{",
      "}",
      "\\",
      "\\*",
      "\\htmltag",
      "\\htmlrtf",
      "\\u9",
      "\\uc",
      "\\bin9",
      "\\'",
      "\\f1",
      "\\fonttbl",
      "\\fromhtml1",
      "x",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 40 }), (words) => {
        const body = readRtfBody(Buffer.from(`{\\rtf1${words.join("")}`));
        assert.ok(body?.text.isWellFormed());
      }),
      { numRuns },
    );
  });
});
