/** SPF by records of our own: each mechanism, and above all what is not known (RFC 7208). The suites are in spf.vectors.test.ts. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { nothingKnown, type Resolver, UNKNOWN } from "../../src/auth/resolver.ts";
import { checkSpf, type SpfAnswer } from "../../src/auth/spf.ts";
import { isSpf, parseSpf } from "../../src/auth/spf-record.ts";
import { parseIp } from "../../src/mail/ip-address.ts";
import { type Zone, zoneResolver } from "../support/zone.ts";

const zone: Zone = {
  "example.org": [{ TXT: "v=spf1 ip4:192.0.2.0/24 include:bulk.example -all" }],
  "bulk.example": [{ TXT: "v=spf1 a:out.bulk.example ?all" }],
  "out.bulk.example": [{ A: "198.51.100.7" }],
  "loop.example": [{ TXT: "v=spf1 include:loop.example -all" }],
  "broken.example": [{ TXT: "v=spf1 ip4:300.0.0.1 -all" }],
  "two.example": [{ TXT: "v=spf1 -all" }, { TXT: "v=spf1 +all" }],
  "away.example": [{ TXT: "v=spf1 redirect=example.org" }],
  "down.example": ["TIMEOUT"],
  "helo.example": [{ TXT: "v=spf1 a -all" }, { A: "203.0.113.9" }],
  "why.example": [{ TXT: "v=spf1 -all exp=text.why.example" }],
  "text.why.example": [{ TXT: "%{i} may not send as %{s}" }],
};

/** As the zone, but for names that nobody asked about. */
function without(...names: readonly string[]): Resolver {
  const known = zoneResolver(zone);
  return (name, type) => (names.includes(name) ? UNKNOWN : known(name, type));
}

function ask(
  ipText: string,
  mailFrom: string,
  resolver: Resolver = zoneResolver(zone),
  helo = "helo.example",
): SpfAnswer {
  const ip = parseIp(ipText);
  assert.ok(ip !== null);
  return checkSpf({ ip, mailFrom, helo }, resolver);
}

describe("who may send", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [ip: string, mailFrom: string, result: string, domain: string])[] = [
    ["192.0.2.9",     "a@example.org",   "pass",      "example.org"],
    ["198.51.100.7",  "a@example.org",   "pass",      "example.org"],
    ["203.0.113.1",   "a@example.org",   "fail",      "example.org"],
    ["2001:db8::1",   "a@example.org",   "fail",      "example.org"],
    ["::ffff:192.0.2.9", "a@example.org", "pass",     "example.org"],
    ["203.0.113.1",   "a@bulk.example",  "neutral",   "bulk.example"],
    ["192.0.2.9",     "a@AWAY.example.", "pass",      "away.example"],
    ["192.0.2.9",     "a@none.example",  "none",      "none.example"],
    ["192.0.2.9",     "a@loop.example",  "permerror", "loop.example"],
    ["192.0.2.9",     "a@broken.example", "permerror", "broken.example"],
    ["192.0.2.9",     "a@two.example",   "permerror", "two.example"],
    ["192.0.2.9",     "a@down.example",  "temperror", "down.example"],
    ["203.0.113.9",   "",                "pass",      "helo.example"],
    ["203.0.113.8",   "",                "fail",      "helo.example"],
  ];
  for (const [ip, mailFrom, result, domain] of cases) {
    test(`${ip} as ${mailFrom || "<>"}: ${result}`, () => {
      const answer = ask(ip, mailFrom);
      assert.deepEqual([answer.result, answer.domain, answer.missing], [result, domain, ""]);
      assert.equal(answer.identity, mailFrom === "" ? "helo" : "mailfrom");
    });
  }
  test("the domain may say why", () => {
    assert.equal(ask("192.0.2.9", "a@why.example").explanation, "192.0.2.9 may not send as a@why.example");
  });
});

describe("what nobody recorded is not known, and said", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, resolver: Resolver, ip: string, result: string, missing: string])[] = [
    ["nothing",                       nothingKnown,                "192.0.2.9",    "unknown", "TXT example.org"],
    ["an include before the answer",  without("bulk.example"),     "203.0.113.1",  "unknown", "TXT bulk.example"],
    ["an include behind the answer",  without("bulk.example"),     "192.0.2.9",    "pass",    ""],
    ["an address in an include",      without("out.bulk.example"), "198.51.100.7", "unknown", "A out.bulk.example"],
    ["the address of the other kind", without("out.bulk.example"), "2001:db8::1",  "unknown", "AAAA out.bulk.example"],
  ];
  for (const [name, resolver, ip, result, missing] of cases) {
    test(name, () => {
      const answer = ask(ip, "a@example.org", resolver);
      assert.deepEqual([answer.result, answer.missing], [result, missing]);
    });
  }
});

test("an evaluation asks a bounded number of questions, whatever the records say", () => {
  let questions = 0;
  const endless: Resolver = (name, type) => {
    questions += 1;
    if (type === "TXT")
      return {
        kind: "records",
        values: [`v=spf1 ${`include:${"a.".repeat(5)}${name.slice(-40)} mx ptr `.repeat(500)}-all`],
      };
    if (type === "MX" || type === "PTR")
      return { kind: "records", values: Array.from({ length: 5_000 }, (_, i) => `h${i}.example.org`) };
    return { kind: "records", values: Array(5_000).fill("203.0.113.1") };
  };
  assert.equal(ask("192.0.2.9", "a@example.org", endless).result, "permerror");
  assert.ok(questions < 200, `${questions} questions`);
});

test("total on any record, and never a pass without a reason", () => {
  const term = fc.constantFrom(
    "a",
    "mx",
    "ptr",
    "ip4:192.0.2.0/24",
    "ip6:2001:db8::/32",
    "include:",
    "redirect=",
    "exp=",
    "exists:%{ir}.x",
    "all",
    "-",
    "~",
    "/24",
    "//64",
    ":",
    "%{p}.",
    "%{l1r-+}.a",
    "%",
    " ",
    "=",
    "example.org",
    "\0",
    "é",
  );
  fc.assert(
    fc.property(fc.array(term, { maxLength: 20 }), (terms) => {
      const record = `v=spf1 ${terms.join("")}`;
      if (isSpf(record)) parseSpf(record);
      const resolver: Resolver = (_, type) => (type === "TXT" ? { kind: "records", values: [record] } : UNKNOWN);
      const { result } = ask("203.0.113.77", "a@example.net", resolver);
      if (result === "pass") assert.match(record, /all/);
      if (result === "unknown") assert.ok(ask("203.0.113.77", "a@example.net", resolver).missing !== "");
    }),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 300) },
  );
});
