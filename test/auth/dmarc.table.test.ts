/** What the domain in From asks for, and whether the message meets it (RFC 7489). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DkimCheck, DkimOutcome } from "../../src/auth/dkim.ts";
import { checkDmarc, discoverPolicy } from "../../src/auth/dmarc.ts";
import { nothingKnown, type Resolver } from "../../src/auth/resolver.ts";
import type { SpfAnswer, SpfResult } from "../../src/auth/spf.ts";
import { zoneResolver } from "../support/zone.ts";

function policies(records: Readonly<Record<string, string>>): Resolver {
  return zoneResolver(Object.fromEntries(Object.entries(records).map(([name, TXT]) => [`_dmarc.${name}`, [{ TXT }]])));
}

function signedBy(domain: string, outcome: DkimOutcome): DkimCheck {
  return { domain, selector: "k1", outcome, body: "matches", why: "", span: { start: 0, end: 1 } };
}

function sentAs(domain: string, result: SpfResult): SpfAnswer {
  return { domain, result, identity: "mailfrom", explanation: "", missing: "" };
}

describe("alignment", () => {
  const relaxed = policies({ "example.org": "v=DMARC1; p=reject" });
  const strict = policies({ "example.org": "v=DMARC1; p=reject; adkim=s; aspf=s" });
  const none = zoneResolver({});
  type Row = readonly [
    name: string,
    from: string,
    resolver: Resolver,
    dkim: readonly DkimCheck[],
    spf: SpfAnswer | null,
    outcome: string,
  ];
  // biome-ignore format: a table reads by column
  const cases: readonly Row[] = [
    ["a signature",               "example.org",      relaxed, [signedBy("example.org", "verified")],     sentAs("bulk.example", "pass"), "pass"],
    ["a signature from below",    "example.org",      relaxed, [signedBy("a.example.org", "verified")],   null,                            "pass"],
    ["the same, strict",          "example.org",      strict,  [signedBy("a.example.org", "verified")],   sentAs("b.example.org", "pass"), "fail"],
    ["the server",                "example.org",      relaxed, [],                                        sentAs("b.example.org", "pass"), "pass"],
    ["the server, strict",        "example.org",      strict,  [],                                        sentAs("example.org", "pass"),   "pass"],
    ["a mail below",              "news.example.org", relaxed, [signedBy("example.org", "verified")],     sentAs("x.test", "pass"),        "pass"],
    ["another's signature",       "example.org",      relaxed, [signedBy("attacker.test", "verified")],   sentAs("attacker.test", "pass"), "fail"],
    ["one that does not verify",  "example.org",      relaxed, [signedBy("example.org", "invalid")],      sentAs("example.org", "fail"),   "fail"],
    ["one that is weak",          "example.org",      relaxed, [signedBy("example.org", "weak")],         sentAs("example.org", "fail"),   "fail"],
    ["a key that is not known",   "example.org",      relaxed, [signedBy("example.org", "key-unknown")],  sentAs("example.org", "fail"),   "unknown"],
    ["another's unknown key",     "example.org",      relaxed, [signedBy("attacker.test", "key-unknown")], sentAs("x.test", "pass"),       "fail"],
    ["who sent is not known",     "example.org",      relaxed, [],                                        null,                            "unknown"],
    ["SPF is not known",          "example.org",      relaxed, [],                                        sentAs("example.org", "unknown"), "unknown"],
    ["no policy",                 "example.org",      none,    [signedBy("example.org", "verified")],     null,                            "no-policy"],
    ["the policy is not known",   "example.org",      nothingKnown, [signedBy("example.org", "verified")], null,                           "unknown"],
  ];
  for (const [name, from, resolver, signatures, spf, outcome] of cases) {
    test(`${name}: ${outcome}`, () => {
      assert.equal(checkDmarc({ fromDomains: [from], signatures, spf }, resolver).outcome, outcome);
    });
  }
  test("what is aligned is said also where the policy is not known", () => {
    const check = checkDmarc(
      { fromDomains: ["example.org"], signatures: [signedBy("example.org", "verified")], spf: null },
      nothingKnown,
    );
    assert.deepEqual([check.dkim, check.spf, check.policy], [true, null, null]);
  });
  test("no domain, or several", () => {
    const evidence = { signatures: [signedBy("example.org", "verified")], spf: null };
    assert.equal(checkDmarc({ fromDomains: [], ...evidence }, relaxed).outcome, "no-domain");
    assert.equal(
      checkDmarc({ fromDomains: ["example.org", "attacker.test"], ...evidence }, relaxed).outcome,
      "no-domain",
    );
    assert.equal(checkDmarc({ fromDomains: ["example.org", "EXAMPLE.org"], ...evidence }, relaxed).outcome, "pass");
  });
});

describe("the policy", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, records: Readonly<Record<string, string>>, request: string])[] = [
    ["of the domain itself",      { "news.example.org": "v=DMARC1; p=quarantine", "example.org": "v=DMARC1; p=reject" }, "news.example.org quarantine"],
    ["of the organisation",       { "example.org": "v=DMARC1; p=reject" },                      "example.org reject"],
    ["for names below",           { "example.org": "v=DMARC1; p=reject; sp=none" },             "example.org none"],
    ["for names that are none",   { "example.org": "v=DMARC1; p=none; sp=none; np=reject" },    "example.org reject"],
    ["reports alone",             { "example.org": "v=DMARC1; rua=mailto:a@example.org" },      "example.org none"],
    ["a request that is none",    { "example.org": "v=DMARC1; p=maybe" },                       "none"],
    ["another record",            { "example.org": "v=spf1 -all" },                             "none"],
    ["the version is not first",  { "example.org": "p=reject; v=DMARC1" },                      "none"],
    ["white space and case",      { "example.org": "v = DMARC1 ;P=x; p=Reject" },               "example.org reject"],
    ["nothing",                   {},                                                           "none"],
  ];
  for (const [name, records, request] of cases) {
    test(name, () => {
      const found = discoverPolicy("news.example.org", policies(records));
      assert.equal(typeof found === "string" ? found : `${found.domain} ${found.request}`, request);
    });
  }
});
