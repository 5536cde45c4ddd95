import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { alignedPass } from "../../src/auth/alignment.ts";
import { type AuthResult, parseAuthenticationResults } from "../../src/auth/authentication-results.ts";

const from = (...addresses: readonly string[]) => ({ from: addresses.map((address) => ({ address })) });
const fields = (...texts: readonly string[]): readonly AuthResult[] =>
  texts.flatMap((text, position) => parseAuthenticationResults(text, position));
const passes = (auth: readonly AuthResult[], claims = from("a@example.org")): string => {
  const { dkim, spf, dmarc } = alignedPass(auth, claims);
  return [dkim && "dkim", spf && "spf", dmarc && "dmarc"].filter(Boolean).join(" ");
};

describe("passes for the domain in From", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, auth: readonly AuthResult[], passed: string])[] = [
    ["all three",                          fields("mx.example.com; spf=pass smtp.mailfrom=example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org"), "dkim spf dmarc"],
    ["relaxed: sub-domains",               fields("mx.example.com; spf=pass smtp.mailfrom=b.mail.example.org; dkim=pass header.d=k.example.org"), "dkim spf"],
    ["of the service only",                fields("mx.example.com; spf=pass smtp.mailfrom=relay.example; dkim=pass header.d=relay.example"), ""],
    ["second signature aligned",           fields("mx.example.com; dkim=pass header.d=relay.example; dkim=pass header.d=example.org"), "dkim"],
    ["failed",                             fields("mx.example.com; dkim=fail header.d=example.org; dmarc=fail header.from=example.org"), ""],
    ["best guess is no pass",              fields("dmarc=bestguesspass action=none header.from=example.org"), ""],
    ["no server name",                     fields("spf=pass smtp.mailfrom=example.org; dmarc=pass header.from=example.org"), "spf dmarc"],
    ["forged below",                       fields("mx.example.com; dkim=none", "evil.example; dkim=pass header.d=example.org; dmarc=pass header.from=example.org"), ""],
    ["forged below, same server name",     fields("mx.example.com; dkim=none; dmarc=none header.from=example.org", "mx.example.com; dkim=pass header.d=example.org; dmarc=pass header.from=example.org"), ""],
    ["forged below, no server names",      fields("dkim=none", "dmarc=pass header.from=example.org"), ""],
    ["a method to a field (one provider)", fields("dmarc.example.com; dmarc=pass header.from=example.org", "dkim.example.com; dkim=pass header.d=example.org", "spf.example.com; spf=pass smtp.mailfrom=example.org"), "dkim spf dmarc"],
    ["ARC's copies say nothing here",      parseAuthenticationResults("i=1; mx.example.com; dkim=pass header.d=example.org", 0, "arc-"), ""],
    ["nothing recorded",                   [], ""],
  ];
  for (const [what, auth, passed] of cases) test(what, () => assert.equal(passes(auth), passed));
});

describe("where the own servers are named only their results count", () => {
  const PASS = "dkim=pass header.d=example.org";
  const NONE = "dkim=none";
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, own: readonly string[], auth: readonly AuthResult[], passed: string])[] = [
    ["on top",                             ["mx.example.com"],  fields(`mx.example.com; ${PASS}`, `aaa.test; ${NONE}`), "dkim"],
    ["below, as some servers write",       ["example.com"],     fields(`aaa.test; ${NONE}`, `mx.example.com; ${PASS}`), "dkim"],
    ["a foreign one on top",               ["example.com"],     fields(`aaa.test; ${PASS}`, `mx.example.com; ${NONE}`), ""],
    ["a foreign one alone",                ["example.com"],     fields(`aaa.test; ${PASS}`), ""],
    ["our name, written below by others",  ["example.com"],     fields(`mx.example.com; ${NONE}`, `mx.example.com; ${PASS}`), ""],
    ["by a server beside the named one",   ["mx1.example.com"], fields(`mx2.example.com; ${PASS}`), "dkim"],
    ["a name that ends alike",             ["example.com"],     fields(`notexample.com; ${PASS}`), ""],
    ["no name",                            ["example.com"],     fields(PASS), ""],
    ["no name, by one that never writes it", ["protection.outlook.com"], fields(PASS), "dkim"],
    ["the same below another",             ["protection.outlook.com"], fields(`aaa.test; ${PASS}`, PASS), ""],
    ["none named",                         [],                  fields(`aaa.test; ${PASS}`), "dkim"],
  ];
  for (const [what, own, auth, passed] of cases) {
    test(what, () => {
      const { dkim } = alignedPass(auth, from("a@example.org"), own);
      assert.equal(dkim ? "dkim" : "", passed);
    });
  }
  test("and that nothing was recorded is said of them", () => {
    assert.match(
      alignedPass(fields(`aaa.test; ${PASS}`), from("a@example.org"), ["example.com"]).why,
      /by one of the own servers$/,
    );
  });
});

test("From must name one domain", () => {
  const auth = fields("mx.example.com; dmarc=pass header.from=example.org");
  assert.equal(passes(auth, from()), "");
  assert.equal(passes(auth, from("a@example.org", "b@evil.example")), "");
  assert.equal(passes(auth, from("a@example.org", "b@news.example.org")), "dmarc");
});

test("the sentence says what a pass proves (TF-306)", () => {
  const auth = fields("mx.example.com; dkim=pass header.d=example.org");
  assert.equal(
    alignedPass(auth, from("a@example.org")).why,
    "mx.example.com recorded that DKIM passed for example.org; a pass proves the domain, not the persona",
  );
  assert.match(alignedPass([], from("a@example.org")).why, /^no authentication result/);
  assert.match(alignedPass(auth, from("a@other.example")).why, /recorded no pass for other\.example/);
});
