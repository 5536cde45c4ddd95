import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decodeCharset, toByteOffsets } from "../../src/mail/charset.ts";

interface Case {
  readonly label: string;
  readonly hex: string;
  readonly text: string;
  readonly charset: string;
  readonly codes?: readonly string[];
}

const cases: readonly Case[] = [
  { label: "utf-8", hex: "c3a4", text: "ä", charset: "utf-8" },
  { label: " UTF8 ", hex: "efbbbfc3a4", text: "ä", charset: "utf-8" },
  { label: "utf-8", hex: "41c341", text: "A\ufffdA", charset: "utf-8", codes: ["charset.invalid"] },
  { label: "utf-8", hex: "c0bc", text: "\ufffd\ufffd", charset: "utf-8", codes: ["charset.invalid"] },
  { label: "us-ascii", hex: "41", text: "A", charset: "windows-1252" },
  { label: "us-ascii", hex: "80e4", text: "€ä", charset: "windows-1252", codes: ["charset.not-ascii"] },
  { label: "us-ascii", hex: "c3a4", text: "ä", charset: "utf-8", codes: ["charset.not-ascii"] },
  { label: "ISO-8859-1", hex: "80e4", text: "€ä", charset: "windows-1252" },
  { label: "latin1", hex: "e4", text: "ä", charset: "windows-1252" },
  { label: "8859_1", hex: "e4", text: "ä", charset: "windows-1252" },
  { label: "iso8859-15", hex: "a4", text: "€", charset: "iso-8859-15" },
  { label: "Latin-9", hex: "a4", text: "€", charset: "iso-8859-15" },
  { label: "cp-1251", hex: "c4e0", text: "Да", charset: "windows-1251" },
  { label: "win-1251", hex: "c4e0", text: "Да", charset: "windows-1251" },
  { label: "KOI8-R", hex: "e4c1", text: "Да", charset: "koi8-r" },
  { label: "cp932", hex: "835c", text: "ソ", charset: "shift_jis" },
  { label: "x-sjis", hex: "82a0b1", text: "あｱ", charset: "shift_jis" },
  { label: "shift_jis", hex: "8140813c", text: "\u3000\ufffd<", charset: "shift_jis", codes: ["charset.invalid"] },
  { label: "euc-jp", hex: "a4a28eb18fb0a1", text: "あｱ丂", charset: "euc-jp" },
  { label: "iso-2022-jp", hex: "411b244224221b284242", text: "AあB", charset: "iso-2022-jp" },
  { label: "gb2312", hex: "c4e380", text: "你€", charset: "gbk" },
  { label: "gb18030", hex: "9030813081308130", text: "\u{10000}\u0080", charset: "gb18030" },
  { label: "hz-gb-2312", hex: "7e7b44637e7d41", text: "你A", charset: "hz-gb-2312" },
  { label: "big5", hex: "a440", text: "一", charset: "big5" },
  { label: "ks_c_5601-1987", hex: "b0a1", text: "가", charset: "euc-kr" },
  // Unified Hangul Code: the first and the last syllable that KS X 1001 lacks.
  { label: "cp949", hex: "8141c652", text: "갂힣", charset: "euc-kr" },
  { label: "iso-2022-kr", hex: "1b2429430e30210f41", text: "가A", charset: "iso-2022-kr" },
  { label: "utf-7", hex: Buffer.from("Hi Mom -+Jjo--!").toString("hex"), text: "Hi Mom -\u263a-!", charset: "utf-7" },
  {
    label: "UTF-7",
    hex: Buffer.from("A+ImIDkQ. 1 +- 2 +2D3eAA-").toString("hex"),
    text: "A\u2262\u0391. 1 + 2 \u{1f600}",
    charset: "utf-7",
  },
  {
    label: "utf-7",
    hex: Buffer.from("+AD").toString("hex"),
    text: "\ufffd",
    charset: "utf-7",
    codes: ["charset.invalid"],
  },
  { label: "utf-16", hex: "e4003dd800de", text: "ä\u{1f600}", charset: "utf-16le" },
  { label: "iso-8859-1", hex: "feff00e4", text: "ä", charset: "utf-16be" },
  { label: "utf-16le", hex: "00d841", text: "\ufffd\ufffd", charset: "utf-16le", codes: ["charset.invalid"] },
  { label: "x-nonsense", hex: "c3a4", text: "ä", charset: "utf-8", codes: ["charset.unknown"] },
  { label: "x-nonsense", hex: "e4", text: "ä", charset: "windows-1252", codes: ["charset.unknown"] },
  { label: "", hex: "e4", text: "ä", charset: "windows-1252" },
  { label: "__proto__", hex: "41", text: "A", charset: "utf-8", codes: ["charset.unknown"] },
  { label: "x".repeat(10_000), hex: "41", text: "A", charset: "utf-8", codes: ["charset.unknown"] },
];

describe("decodeCharset", () => {
  for (const { label, hex, text, charset, codes = [] } of cases) {
    test(`${label.slice(0, 20)} ${hex} → ${text}`, () => {
      const decoded = decodeCharset(Buffer.from(hex, "hex"), label);
      assert.deepEqual(
        { ...decoded, problems: decoded.problems.map(({ code }) => code) },
        { text, charset, problems: codes },
      );
    });
  }
});

describe("toByteOffsets", () => {
  // biome-ignore format: a table reads by column
  const offsets: readonly (readonly [charset: string, hex: string, expected: readonly number[]])[] = [
    ["utf-8",        "41c3a4f09f988042",           [0, 1, 3, 3, 7, 8]],
    ["utf-8",        "efbbbf41",                   [3, 4]],
    ["utf-8",        "e28241ff",                   [0, 2, 3, 4]],
    ["windows-1252", "41e442",                     [0, 1, 2, 3]],
    ["utf-16le",     "fffe41003dd800de",           [2, 4, 4, 8]],
    ["shift_jis",    "41835cb1",                   [0, 1, 3, 4]],
    ["gb18030",      "90308130",                   [0, 0, 4]],
    ["iso-2022-jp",  "411b244224221b284242",       [0, 4, 9, 10]],
    ["utf-7",        "412b494b77422d",             [0, 1]],
  ];
  for (const [charset, hex, expected] of offsets) {
    test(`${charset} ${hex}`, () => {
      assert.deepEqual(toByteOffsets(Buffer.from(hex, "hex"), charset, [...expected.keys()]), expected);
    });
  }
});
