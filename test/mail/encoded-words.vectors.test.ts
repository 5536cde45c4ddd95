import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decodeEncodedWords } from "../../src/mail/encoded-words.ts";
import { withinCpuMs } from "../support/cpu-time.ts";

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

describe("decodeEncodedWords", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ["plain", "plain"],
    // RFC 2047 8 (retyped)
    ["(=?ISO-8859-1?Q?a?=)",                                  "(a)"],
    ["(=?ISO-8859-1?Q?a?= b)",                                "(a b)"],
    ["(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)",               "(ab)"],
    ["(=?ISO-8859-1?Q?a?=  \t =?ISO-8859-1?Q?b?=)",           "(ab)"],
    ["(=?ISO-8859-1?Q?a_b?=)",                                "(a b)"],
    ["(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)",              "(a b)"],
    // RFC 2231 5: language suffix
    ["=?US-ASCII*EN?Q?Keith_Moore?=",                         "Keith Moore"],
    ["=?utf-8?q?=c3=a4?= x =?UTF-8?b?w6Q?=",                  "ä x ä"],
    // a character split between two words, also between B and Q
    ["=?utf-8?B?4oI=?= =?utf-8?B?rA==?=",                     "€"],
    ["=?utf-8?Q?=E2=82?= =?utf-8?B?rA==?=",                   "€"],
    ["=?iso-2022-jp?B?GyRCJCIbKEI=?=",                        "あ"],
    ["=?utf-8?Q??=",                                          ""],
    ["=?utf-8?Q?What's up? fine?=",                           "What's up? fine"],
    ["=?utf-8?Q?a?=3Fb?=",                                    "a??b"],
    ["=?utf-8?Q?abc?=de",                                     "abcde"],
    ["=?utf-8?Q?a==41=4?=",                                   "a=A=4"],
    ["=?iso-8859-1?Q?Fr\u00f6sche?=",                         "Frösche"],
    ["=?utf-8?Q?Fr\u00f6sche?=",                              "Frösche"],
    ["=?utf-8?Q?open",                                        "=?utf-8?Q?open"],
    ["=?utf-8?X?a?=",                                         "=?utf-8?X?a?="],
    ["=?utf 8?Q?a?=",                                         "=?utf 8?Q?a?="],
    ["=?x-unknown?Q?=E4?=",                                   "ä"],
    // no character is read by its low byte: U+0151 ends in that of `Q`
    ["=?utf-8?B?\u0151QUI=?=",                                 "AB"],
    ["=?utf-8?Q?=\u0134\u0131?=",                              "=\u0134\u0131"],
    // decoded once: what comes out is no encoded-word and no header
    [`=?utf-8?B?${base64("=?utf-8?Q?x?=")}?=`,                "=?utf-8?Q?x?="],
    [`=?utf-8?B?${base64("a\r\nBcc: b")}?=`,                  "a\r\nBcc: b"],
    [`=?${"x".repeat(10_000)}?Q?a?=`,                         `=?${"x".repeat(10_000)}?Q?a?=`],
  ];
  for (const [text, expected] of cases) {
    test(text.slice(0, 60), () => assert.equal(decodeEncodedWords(text), expected));
  }
});

describe("bounds", () => {
  for (const piece of ["=?utf-8?Q?a?= ", "=?", "=?a?q?", "=?a?q??", "=?a?b?=", "=?a?q?x ", "?="]) {
    test(
      `${JSON.stringify(piece)} fifty thousand times ends`,
      withinCpuMs(5_000, () => {
        const decoded = decodeEncodedWords(piece.repeat(50_000));
        assert.ok(decoded.length <= piece.length * 50_000);
      }),
    );
  }
});
