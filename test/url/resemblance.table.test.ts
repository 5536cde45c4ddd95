import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { domainToASCII } from "node:url";
import fc from "fast-check";
import { areNeighbours, type Disguise, DomainIndex, slipBetween } from "../../src/url/resemblance.ts";

const index = new DomainIndex([
  { domain: "harbourbank.example", isCommon: false },
  { domain: "northgate.test", isCommon: false },
  { domain: "times.example", isCommon: true },
  { domain: "ml.test", isCommon: false },
  { domain: "mail.rivertown.example", isCommon: false },
]);

describe("a domain made to be taken for a protected one", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [host: string, how: Disguise, domain: string])[] = [
    ["harbоurbank.example",                "homograph",       "harbourbank.example"], // Cyrillic о
    [domainToASCII("harbоurbank.example"),        "homograph",       "harbourbank.example"],
    ["harb0urbank.example",                "homograph",       "harbourbank.example"],
    ["harb0urbank.invalid",                "homograph",       "harbourbank.example"],
    ["tirnes.example",                     "homograph",       "times.example"],
    ["harbourbank.invalid",                "other-suffix",    "harbourbank.example"],
    ["harbourbank-login.invalid",          "lure-word",       "harbourbank.example"],
    ["secure-harbourbank.invalid",         "lure-word",       "harbourbank.example"],
    ["harbourbanksupport.invalid",         "lure-word",       "harbourbank.example"],
    ["harbourbank24.invalid",              "lure-word",       "harbourbank.example"],
    ["harbourbank-picnic.invalid",         "added-word",      "harbourbank.example"],
    ["harbourbnk.invalid",                 "typo",            "harbourbank.example"],
    ["harbourrbank.invalid",               "typo",            "harbourbank.example"],
    ["harbuorbank.invalid",                "typo",            "harbourbank.example"],
    ["harbourbanl.invalid",                "typo",            "harbourbank.example"],
    ["northgare.invalid",                  "typo",            "northgate.test"],
    ["harbourbank.example.attacker.test",  "subdomain",       "harbourbank.example"],
    ["www.times.example.attacker.test",    "subdomain",       "times.example"],
    ["harbourbank-example.attacker.test",  "subdomain",       "harbourbank.example"],
    ["harbourbank.attacker.test",          "subdomain-label", "harbourbank.example"],
    ["login-harbourbank.attacker.test",    "subdomain-label", "harbourbank.example"],
  ];
  for (const [host, how, domain] of cases) {
    test(`${host} → ${how}`, () => {
      const found = index.resembled(host);
      assert.deepEqual(found && [found.how, found.domain], [how, domain]);
    });
  }
});

describe("nobody's forgery", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [host: string, why: string])[] = [
    ["harbourbank.example",        "itself"],
    ["mail.harbourbank.example",   "below itself"],
    ["times.invalid",              "an ordinary word under another suffix"],
    ["times-travel.invalid",       "an ordinary word with another"],
    ["times.attacker.test",        "an ordinary word as a label"],
    ["mi.test",                    "two letters of which one looks alike"],
    ["mail.attacker.test",         "the label of a protected host is no name"],
    ["harbour.invalid",            "a part of the name"],
    ["harbourbakery.invalid",      "begins alike"],
    ["harbxyzrbank.invalid",       "three letters apart"],
    ["harbourbank",                "no domain"],
    ["",                           "nothing"],
  ];
  for (const [host, why] of cases) test(`${host}: ${why}`, () => assert.equal(index.resembled(host), null));
});

test("a country's suffix is told: it may be the bearer's own", () => {
  assert.equal(index.resembled("harbourbank.de")?.isCountry, true);
  assert.equal(index.resembled("harbourbank.invalid")?.isCountry, false);
});

describe("slips", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [written: string, meant: string, slip: boolean | null])[] = [
    ["northgate",  "northgate",  null],
    ["nortgate",   "northgate",  false],
    ["northgatee", "northgate",  true],
    ["nrothgate",  "northgate",  true],
    ["northgata",  "northgate",  false],
    ["northgatr",  "northgate",  true],
    ["nrthgat",    "northgate",  null],
    ["",           "a",          false],
  ];
  for (const [written, meant, slip] of cases) {
    test(`${written} for ${meant}`, () => assert.equal(slipBetween(written, meant)?.isSlip ?? null, slip));
  }
  test("neighbours on the keyboard", () => {
    assert.deepEqual(
      ["as", "aq", "az", "ap", "a", "qa", "wa"].map(([one = "", other = ""]) => areNeighbours(one, other)),
      [true, true, true, false, false, true, true],
    );
  });
});

test("found by leaving out letters = found by comparing with every protected name", () => {
  const names = ["harbourbank", "northgate", "rivertown", "meadowlark"];
  const many = new DomainIndex(names.map((name) => ({ domain: `${name}.example`, isCommon: false })));
  const edit = fc.record({
    name: fc.constantFrom(...names),
    at: fc.nat(12),
    letter: fc.constantFrom(..."abcdefghijkmnopqrstuvwxyz"),
    kind: fc.constantFrom("add", "drop", "change", "none"),
  });
  fc.assert(
    fc.property(edit, edit, (one, two) => {
      const label = [one, two].reduce((text, { at, letter, kind }) => edited(text, at, letter, kind), one.name);
      const near = names.some((name) => {
        const slip = slipBetween(label, name);
        return slip !== null && (slip.isSlip || name.length >= 8);
      });
      const found = many.resembled(`${label}.invalid`);
      if (found?.how === "typo" || found === null) assert.equal(found !== null, near, label);
    }),
  );
});

function edited(text: string, at: number, letter: string, kind: string): string {
  if (kind === "add") return text.slice(0, at) + letter + text.slice(at);
  if (kind === "drop") return text.slice(0, at) + text.slice(at + 1);
  return kind === "change" ? text.slice(0, at) + letter + text.slice(at + 1) : text;
}

test("total on any host", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.domain()), (host) => void index.resembled(host)));
});
