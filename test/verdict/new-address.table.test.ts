/** An address that nobody knows: that it was answered makes it no known one, that it was heard of long ago does. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EpochMs } from "../../src/base/brand.ts";
import { Past } from "../../src/cluster/past.ts";
import type { Evidence } from "../../src/verdict/evidence.ts";
import { isNewAddress } from "../../src/verdict/signs.ts";
import { day, type RecordWish, recordOf } from "../support/record.ts";

const ME = "me@office.example";
const PEN = "pen@gmail.com";
const owners = new Set([ME]);

/** `daysBefore`: of the owner's mail, before the letter that is asked about. */
function isNew(own: readonly (readonly [daysBefore: number, wish: Partial<RecordWish>])[]): boolean | null {
  const past = new Past(owners, new Set(["office.example"]));
  for (const days of [300, 299, 298, 297]) {
    past.add(
      dated(recordOf({ name: `old ${days}`, from: "old@firm.example" }), days),
      { sent: "other", aligned: null },
      false,
    );
  }
  for (const [days, wish] of own) {
    past.add(
      dated(recordOf({ name: `own ${days}`, from: ME, to: [PEN], ...wish }), days),
      { sent: "own", aligned: null },
      false,
    );
  }
  const record = dated(recordOf({ name: "asked", from: PEN, to: [ME] }), 0);
  const evidence = { record, past: past.of(record), senderDomain: "gmail.com", sharedDomain: true };
  return isNewAddress(evidence as unknown as Evidence);
}

function dated<T extends object>(record: T, daysBefore: number): T & { readonly date: EpochMs } {
  return { ...record, date: (day("2021-06-01") - daysBefore * 86_400_000) as EpochMs };
}

describe("is the address new?", () => {
  const answer = { claims: { isReply: true } };
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, own: Parameters<typeof isNew>[0], expected: boolean])[] = [
    ["nobody wrote to it",                          [], true],
    ["the owner wrote to it last week",             [[7, {}]], false],
    ["he answered it last week",                    [[7, answer]], true],
    ["the same by its subject",                     [[7, { subject: "AW: Termin" }]], true],
    ["he answered it half a year ago",              [[180, answer]], false],
    ["a program answered it",                       [[180, { subject: "Automatic reply: x" }]], true],
  ];
  for (const [what, own, expected] of cases) test(what, () => assert.equal(isNew(own), expected));
});
