/** Address fields made to waste time: each costs its length. The time limits are a hundred times what is needed. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { addressMentions } from "../../src/mail/address-mentions.ts";
import { parseAddressList } from "../../src/mail/addresses.ts";
import { decodeEncodedWords } from "../../src/mail/encoded-words.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { plausibleFroms } from "../../src/mail/plausible-froms.ts";
import { withinCpuMs } from "../support/cpu-time.ts";
import { mailBytes, runs } from "./random-mail.ts";

const bombs: readonly (readonly [title: string, text: () => string])[] = [
  ["1,000,000 addresses", () => "a@example.org,".repeat(1_000_000)],
  ["1,000,000 different addresses", () => Array.from({ length: 1_000_000 }, (_, i) => `a${i}@example.org`).join(",")],
  ["200,000 opening brackets", () => "(".repeat(200_000)],
  ["200,000 quotes", () => '"'.repeat(200_000)],
  ["200,001 quotes", () => '"'.repeat(200_001)],
  ["1 MB of commas", () => ",".repeat(1024 * 1024)],
  ["50,000 nested groups", () => `${"g:".repeat(50_000)}a@example.org${";".repeat(50_000)}`],
  ["50,000 nested comments", () => `${"(".repeat(50_000)}a@example.org${")".repeat(50_000)}`],
  ["50,000 adjacent encoded-words", () => "=?utf-8?B?YQ==?= ".repeat(50_000)],
  ["500,000 begun encoded-words", () => "=?utf-8?Q?a".repeat(500_000)],
  ["500,000 at signs", () => "@".repeat(500_000)],
  ["300,000 times a@a", () => "a@a".repeat(300_000)],
  ["one local part of 1 MB", () => `${"a".repeat(1024 * 1024)}@example.org`],
  ["one domain of 1 MB", () => `a@${"b.".repeat(512 * 1024)}org`],
  ["a route of 100,000 hosts", () => `<${"@a.example,".repeat(100_000)}:b@example.org>`],
  ["300,000 bangs", () => `${"a.b!".repeat(300_000)}c@example.org`],
  ["1 MB of characters without width", () => "\u200b".repeat(512 * 1024)],
  ["200,000 open angles", () => "<a@example.org".repeat(200_000)],
];

describe("bombs in an address field", () => {
  for (const [title, text] of bombs) {
    test(
      title,
      withinCpuMs(20_000, () => {
        const bomb = text();
        assert.ok(parseAddressList(bomb).mailboxes.length <= limits.addressesMax + 1);
        assert.ok(addressMentions(bomb).length <= limits.addressesMax + 1);
        decodeEncodedWords(bomb);
        const message = parseMessage(Buffer.from(`From: ${bomb}\r\nFrom: b@example.org\r\n\r\n`, "utf8"));
        const { froms, problems } = plausibleFroms(message);
        assert.ok(froms.length <= limits.addressesMax);
        assert.ok(problems.some(({ code }) => code === "multi-from"));
      }),
    );
  }

  test(
    "100,000 From fields",
    withinCpuMs(20_000, () => {
      const { froms } = plausibleFroms(parseMessage(Buffer.from("From: a@example.org\r\n".repeat(100_000))));
      assert.equal(froms.length, 1);
    }),
  );

  test(
    "100,000 folds that begin like From",
    withinCpuMs(20_000, () => {
      plausibleFroms(parseMessage(Buffer.from(`From: a@example.org\r\n${" From: b@example.org\r\n".repeat(100_000)}`)));
    }),
  );
});

test("froms of any bytes: total, spans inside, no control character in an address", () => {
  fc.assert(
    fc.property(mailBytes, (bytes) => {
      const { froms, problems } = plausibleFroms(parseMessage(bytes));
      for (const { span } of [...froms, ...problems]) {
        assert.ok(span !== undefined && span.start >= 0 && span.start <= span.end && span.end <= bytes.length);
      }
      for (const { address } of froms) assert.doesNotMatch(address, /\p{Cc}/u);
    }),
    { numRuns: runs },
  );
});
