/** Domains that look the same to people (HM-046), and domains that are just alike. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { isDisguisedDomain, skeletonOf } from "../../src/url/look-alikes.ts";

describe("skeletons", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [a: string, b: string, alike: boolean])[] = [
    ["example.org",       "example.org",           true],
    ["example.org",       "EXAMPLE.org",           true],
    ["example.org",       "exarnple.org",          true],
    ["example.org",       "examp1e.org",           true],
    ["example.org",       "exampIe.org",           true],
    ["example.org",       "ехаmple.org",           true],
    ["example.org",       "xn--mple-43d3a6i.org",  true],
    ["example.org",       "ｅｘａｍｐｌｅ．org",      true],
    ["example.org",       "e\u0307xample.org",     true],
    ["example.org",       "éxample.org",           true],
    ["window.example",    "vvindovv.example",      true],
    ["cloud.example",     "doud.example",          true],
    ["bank0.example",     "banko.example",         true],
    ["bank٠.example",     "banko.example",         true],
    ["example.org",       "example.net",           false],
    ["example.org",       "examples.org",          false],
    ["example.org",       "example-org.test",      false],
    ["news.example.org",  "example.org",           false],
    ["bücher.example",    "büchse.example",        false],
  ];
  for (const [a, b, alike] of cases) {
    test(`${a} | ${b}`, () => assert.equal(skeletonOf(a) === skeletonOf(b), alike));
  }

  test("any text has one, which is small", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => skeletonOf(text).length < 6_000));
  });
});

describe("disguised by themselves", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [domain: string, disguised: boolean])[] = [
    ["example.org",            false],
    ["bücher.example",         false],
    ["пример.example",         false],
    ["пример.рф",              false],
    ["сор.рф",                 false],
    ["παράδειγμα.example",     false],
    ["例え.example",            false],
    ["пример-3.example",       false],
    ["ехаmple.org",            true],
    ["xn--mple-43d3a6i.org",   true],
    ["сор.example",            true],
    ["exαmple.org",            true],
    ["ｅxample.org",            false],
    ["",                       false],
    ["xn--",                   false],
  ];
  for (const [domain, disguised] of cases) test(domain, () => assert.equal(isDisguisedDomain(domain), disguised));
});
