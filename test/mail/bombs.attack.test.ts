/** Mail made to waste time or memory. The time limits are a hundred times what a linear reader needs. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { decodeBody, decodeText } from "../../src/mail/body.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { withinCpuMs } from "../support/cpu-time.ts";

const mixed = "Content-Type: multipart/mixed; boundary=b\n\n";

/** Nested multiparts whose boundaries all begin alike, so that each comparison is long. */
function nested(count: number, prefix: string): string {
  return Array.from(
    { length: count },
    (_, index) => `Content-Type: multipart/mixed; boundary="${prefix}${index}"\n\n--${prefix}${index}\n`,
  ).join("");
}

const bombs: readonly (readonly [title: string, text: () => string, limit?: string])[] = [
  ["100,000 header fields", () => "X-A: 1\n".repeat(100_000), "limit.header-fields"],
  ["100,000 lines without a colon", () => `A: 1\n${"x\nB: 1\n".repeat(100_000)}`, "limit.header-fields"],
  ["100,000 lines of white space", () => `A: 1\n${" \n \t\n x\n".repeat(100_000)}B: 1\n\n`],
  ["50,000 parts", () => mixed + "--b\n\n".repeat(50_000), "limit.entities"],
  ["20,000 nested multiparts", () => nested(20_000, "b"), "limit.mime-depth"],
  [
    "64 boundaries that begin alike, and lines that nearly fit",
    () => nested(64, "x".repeat(60)) + `--${"x".repeat(70)}\n`.repeat(50_000),
  ],
  ["20,000 nested messages", () => "Content-Type: message/rfc822\n\n".repeat(20_000), "limit.mime-depth"],
  ["10,000 multiparts without boundary", () => mixed + "--b\nContent-Type: multipart/mixed\n\n--x\n".repeat(9_000)],
  [
    "10,000 multiparts whose boundary never comes",
    () => mixed + "--b\nContent-Type: multipart/mixed; boundary=never\n\n".repeat(9_000),
  ],
  ["1,000,000 lines like boundaries", () => mixed + "--c\n".repeat(1_000_000)],
  ["one line of 20 MB", () => `A: 1\n\n${"x".repeat(20_000_000)}`],
  ["a header line of 10 MB", () => `A: ${"x".repeat(10_000_000)}\n\n`],
  ["5,000,000 empty lines", () => `A: 1\n\n${"\n".repeat(5_000_000)}`],
  ["5 MB of zeros", () => "\0".repeat(5_000_000)],
  ["base64 with junk everywhere", () => `Content-Transfer-Encoding: base64\n\n${"Q!".repeat(2_500_000)}`],
  ["base64 of padding", () => `Content-Transfer-Encoding: base64\n\n${"=".repeat(5_000_000)}`],
  ["quoted-printable of equals signs", () => `Content-Transfer-Encoding: quoted-printable\n\n${"=".repeat(5_000_000)}`],
  [
    "quoted-printable of soft breaks",
    () => `Content-Transfer-Encoding: quoted-printable\n\n${"=\r\n".repeat(1_500_000)}`,
  ],
  ["quoted-printable of blanks", () => `Content-Transfer-Encoding: quoted-printable\n\n${" \t".repeat(2_500_000)}x`],
  [
    "quoted-printable of equals signs and blanks",
    () => `Content-Transfer-Encoding: quoted-printable\n\n=${" ".repeat(2_000_000)}x${"= = ".repeat(500_000)}`,
  ],
  ["begin lines", () => `\n\n${"begin 644 a\n".repeat(300_000)}`],
  ["<meta that never closes", () => `Content-Type: text/html\n\n${"<meta ".repeat(1_000_000)}`],
];

describe("bombs", () => {
  for (const [title, text, limit] of bombs) {
    test(
      title,
      withinCpuMs(10_000, () => {
        const message = parseMessage(Buffer.from(text(), "latin1"));
        assert.ok(message.entities.length <= limits.entitiesMax);
        if (limit !== undefined) assert.ok(message.problems.some(({ code }) => code === limit));
        assert.ok(message.problems.length < 200);
        decodeBody(message, message.root);
        const decoded = decodeText(message, message.root);
        decoded.toRaw([{ start: 0, end: decoded.text.length }]);
      }),
    );
  }
});
