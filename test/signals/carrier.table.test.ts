import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { outlineOf } from "../../src/case/outline.ts";
import type { AuthResultRecord, ClaimsRecord } from "../../src/case/record.ts";
import { carrierOf } from "../../src/signals/carrier.ts";
import { recordOf } from "../support/record.ts";

function pass(domain: string, more: Partial<AuthResultRecord> = {}): AuthResultRecord {
  return { authservId: "mx.office.example", method: "dkim", result: "pass", domain, position: 0, ...more };
}

describe("the account that carried a message, from its outline", () => {
  const bounce = { returnPath: "bounce-mc.us5_17.42-anna=office.example@mail5.mcsv.net" };
  const copied = { listUnsubscribe: ["https://c9.us5.list-manage.com/unsubscribe?x=1"] };
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, auth: AuthResultRecord[], claims: Partial<ClaimsRecord>, service: string | null, keys: string[]])[] = [
    ["vouched for",                        [pass("outlet.example"), pass("mcsv.net")], bounce, "Mailchimp", ["mailchimp/return-path/17"]],
    ["by SPF alone",                       [pass("mail5.mcsv.net", { method: "spf" })], bounce, "Mailchimp", ["mailchimp/return-path/17"]],
    ["not vouched for: anybody can copy",  [pass("outlet.example")], { ...bounce, ...copied }, null, []],
    ["a failure",                          [pass("mcsv.net", { result: "fail" })], bounce, null, []],
    ["a result below the topmost",         [pass("outlet.example"), pass("mcsv.net", { position: 1 })], bounce, null, []],
    ["no result",                          [], bounce, null, []],
    ["a service that tells none apart",    [pass("amazonses.com")], {}, "Amazon SES", []],
    ["a platform before its relay",        [pass("sendgrid.net"), pass("sg.actionnetwork.org")], {}, "Action Network", []],
    ["somebody who is no service",         [pass("stranger.example")], bounce, null, []],
  ];
  for (const [what, auth, claims, service, keys] of cases) {
    test(what, () => {
      const carrier = carrierOf(outlineOf(recordOf({ name: what, from: "desk@outlet.example", auth, claims })));
      assert.deepEqual([carrier?.service.name ?? null, carrier?.keys ?? []], [service, keys]);
    });
  }
  test("ordinary mail's outline holds its passes and no more; mail without results holds neither", () => {
    const own = outlineOf(recordOf({ name: "own", from: "a@mail.outlet.example", auth: [pass("outlet.example")] }));
    assert.deepEqual([own.passes, "carrier" in own], [["outlet.example"], false]);
    const old = outlineOf(recordOf({ name: "old" }));
    assert.deepEqual(["passes" in old, "carrier" in old], [false, false]);
  });
});
