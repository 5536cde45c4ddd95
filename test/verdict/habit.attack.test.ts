/** Mail in the name of a sender whose mail passes by habit: nothing that its forger writes lets it inherit that sender's history. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  type AuthResult,
  parseAuthenticationResults,
  parseReceivedSpf,
} from "../../src/auth/authentication-results.ts";
import type { EpochMs } from "../../src/base/brand.ts";
import { receivedResults } from "../../src/case/received-results.ts";
import type { ClaimsRecord } from "../../src/case/record.ts";
import { NO_DOUBTS } from "../../src/cluster/doubts.ts";
import { UNKNOWN_SENDER } from "../../src/cluster/history.ts";
import type { Evidence } from "../../src/verdict/evidence.ts";
import { isOutOfHabit, lureSigns } from "../../src/verdict/signs.ts";
import { nothingBefore } from "../support/past.ts";
import { recordOf } from "../support/record.ts";

const FAILED = "mx.office.example; spf=pass smtp.mailfrom=evil.test; dkim=none; dmarc=fail header.from=outlet.example";
const results = (text: string): readonly AuthResult[] => parseAuthenticationResults(text, 0);

const STEADY = { ...UNKNOWN_SENDER, messages: 60, months: 20, spanDays: 600, authenticated: 60, aligned: 59 };

function evidenceOf(auth: readonly AuthResult[], claims: Partial<ClaimsRecord>, whole = STEADY): Evidence {
  const record = recordOf({ name: "m", from: "desk@outlet.example", on: "2021-01-19", auth, claims });
  return {
    record,
    loads: [],
    before: UNKNOWN_SENDER,
    past: nothingBefore,
    registeredAs: () => [],
    whole,
    service: null,
    account: null,
    newWay: null,
    results: receivedResults(auth),
    alignment: { dkim: false, spf: false, dmarc: false, why: "no aligned pass" },
    topic: null,
    notice: null,
    bounces: null,
    copyReaders: 1,
    own: false,
    forgedOwn: false,
    ownDomains: new Set(),
    senderDomain: "outlet.example",
    sharedDomain: false,
    doubts: NO_DOUBTS,
    isList: false,
  };
}

describe("out of its sender's habit", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, auth: readonly AuthResult[], claims: Partial<ClaimsRecord>, out: boolean])[] = [
    ["it failed",                                  results(FAILED), {}, true],
    ["ARC fields of its own, with a failed look-up", [...results(FAILED), ...parseAuthenticationResults("i=1; evil.test; spf=temperror smtp.mailfrom=outlet.example", 0, "arc-")], {}, true],
    ["Received-SPF of its own, with a failed look-up", [...results(FAILED), ...parseReceivedSpf("temperror receiver=mx.office.example; envelope-from=a@outlet.example", 0)], {}, true],
    ["a key of its own that cannot be looked up",  results(`${FAILED}; dkim=temperror header.d=evil.test`), {}, true],
    ["the sender's key could not be looked up",    results("mx.office.example; dkim=temperror header.d=mail.outlet.example; dmarc=temperror header.from=outlet.example"), {}, false],
    ["a List-Id of its own",                       results(FAILED), { listId: "readers.lists.example" }, true],
    ["a list whose domain passed",                 results("mx.office.example; spf=pass smtp.mailfrom=lists.example; dmarc=fail header.from=outlet.example"), { listId: "readers.lists.example" }, false],
    ["nothing was recorded",                       [], {}, false],
  ];
  for (const [what, auth, claims, out] of cases) {
    test(what, () => assert.equal(isOutOfHabit(evidenceOf(auth, claims)), out));
  }
});

test("a forger cannot end the habit by what he sends himself", () => {
  const flooded = { ...STEADY, authenticated: 200, aligned: 59, monthsRecorded: 21, monthsPassing: 20 };
  assert.equal(isOutOfHabit(evidenceOf(results(FAILED), {}, flooded)), true);
  const mixed = { ...flooded, monthsPassing: 2 };
  assert.equal(isOutOfHabit(evidenceOf(results(FAILED), {}, mixed)), false);
});

test("nothing breaks a habit that is not there yet, and everything one that is", () => {
  const on = recordOf({ name: "m", from: "desk@outlet.example", on: "2021-01-19" }).date ?? 0;
  const began = (days: number) => ({ ...STEADY, passingSince: (on + days * 86_400_000) as EpochMs });
  assert.equal(isOutOfHabit(evidenceOf(results(FAILED), {}, began(30))), false);
  assert.equal(isOutOfHabit(evidenceOf(results(FAILED), {}, began(-30))), true);
});

test("copies that lie months apart are no mailing; those of a wave are, however long its sender wrote", () => {
  const lure = (whole: Partial<typeof STEADY>, copyReaders: number) =>
    lureSigns({ ...evidenceOf([], {}, { ...UNKNOWN_SENDER, ...whole }), copyReaders }).length > 0;
  assert.equal(lure({ messages: 2, months: 2, spanDays: 246 }, 2), false);
  assert.equal(lure({ messages: 2, months: 2, spanDays: 3 }, 2), true);
  assert.equal(lure({ messages: 12, months: 3, spanDays: 80 }, 5), true);
});
