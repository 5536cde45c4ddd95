import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AuthResultRecord } from "../../src/case/record.ts";
import { foundResults } from "../../src/signals/found-results.ts";

const FROM = { from: [{ address: "desk@shop.example" }] };

function of(method: string, result: string, domain: string): AuthResultRecord {
  return { authservId: "mx.office.example", method, result, domain, position: 0 };
}

describe("what the results at receipt say of the sender", () => {
  const service = of("dkim", "pass", "sendgrid.net");
  const noPolicy = of("dmarc", "none", "shop.example");
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, auth: readonly AuthResultRecord[], said: "aligned" | "vouched" | "failed" | "nothing"])[] = [
    ["no result",                                    [], "nothing"],
    ["signed by its own house",                      [of("dkim", "pass", "shop.example")], "aligned"],
    ["by both",                                      [of("dkim", "pass", "shop.example"), service], "aligned"],
    ["by a service, no policy",                      [service, noPolicy], "vouched"],
    ["by a service, policies not looked at",         [service], "failed"],
    ["by a service, its house asks for more",        [service, of("dmarc", "fail", "shop.example")], "failed"],
    ["by a service, the policy could not be read",   [service, of("dmarc", "temperror", "shop.example")], "failed"],
    ["sent by a service that signed nothing",        [of("spf", "pass", "sendgrid.net"), noPolicy], "failed"],
    ["a service's signature that broke",             [of("dkim", "fail", "sendgrid.net"), noPolicy], "failed"],
    ["signed by somebody who is no service",         [of("dkim", "pass", "stranger.example"), noPolicy], "failed"],
    ["by a service, in a field below",               [of("spf", "none", "shop.example"), { ...service, position: 1, authservId: "elsewhere.example" }], "failed"],
  ];
  for (const [what, auth, said] of cases) {
    test(what, () => {
      const { isRecorded, isAligned, isVouched, isFailed } = foundResults(auth, FROM, []);
      const words = [isAligned && "aligned", isVouched && "vouched", isFailed && "failed", !isRecorded && "nothing"];
      assert.deepEqual(
        words.filter((word) => word !== false),
        [said],
      );
    });
  }
});
