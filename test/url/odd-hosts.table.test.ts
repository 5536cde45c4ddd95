import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type OddHost, oddHosts } from "../../src/url/odd-hosts.ts";
import { type PublicHostKind, publicHostKind } from "../../src/url/public-hosts.ts";
import { redirectOf } from "../../src/url/redirects.ts";
import { resolveReference } from "../../src/url/resolve.ts";

describe("hosts written so that nobody knows them", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [url: string, odd: readonly OddHost[]])[] = [
    ["https://www.rivertown.example/a",          []],
    ["https://rivertown.example:443/a@b",        []],
    ["http://192.0.2.7/a",                       ["ip"]],
    ["http://[2001:db8::7]/a",                   ["ip"]],
    ["http://3221225991/a",                      ["ip-encoded"]],
    ["http://0xc0000207/",                       ["ip-encoded"]],
    ["http://0300.0.02.07/",                     ["ip-encoded"]],
    ["http://192.519/",                          ["ip-encoded"]],
    ["https://me@rivertown.example/",            ["userinfo"]],
    ["https://bank.example@attacker.test/",      ["userinfo-host"]],
    ["https://bank.example:x@192.0.2.7:81/",     ["ip", "userinfo-host", "port"]],
    ["https://xn--e1awd7f.example/",             ["punycode", "disguised"]],
    ["https://rivеrtown.example/",               ["disguised"]],
    ["https://b%61nk.example/",                  ["percent-encoded"]],
    ["https:\\\\rivertown.example\\",            ["slashes"]],
    ["https:/rivertown.example/",                ["slashes"]],
    ["https://a.b.c.d.e.f.rivertown.example/",   ["deep"]],
    ["mailto:a@192.0.2.7",                       []],
    ["",                                         []],
  ];
  for (const [url, odd] of cases) test(url, () => assert.deepEqual(oddHosts(url), odd));
  test("total on anything", () => fc.assert(fc.property(fc.string(), (text) => void oddHosts(`http://${text}`))));
});

describe("hosts where anybody puts up a page", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [host: string, kind: PublicHostKind | null])[] = [
    ["login.pages.dev",                        "edge-pages"],
    ["x-403bb.firebaseapp.com",                "edge-pages"],
    ["storage.googleapis.com",                 "object-storage"],
    ["fonts.googleapis.com",                   null],
    ["bucket.s3.eu-west-1.amazonaws.com",      "object-storage"],
    ["docs.google.com",                        "form-builder"],
    ["www.google.com",                         null],
    ["gateway.pinata.cloud",                   "ipfs-gateway"],
    ["house.duckdns.org",                      "tunnel"],
    ["my.weebly.com",                          "site-builder"],
    ["rivertown.example",                      null],
    ["",                                       null],
  ];
  for (const [host, kind] of cases) test(host, () => assert.equal(publicHostKind(host), kind));
});

describe("addresses that pass on to others", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [url: string, known: boolean | null, inner: string | null])[] = [
    ["https://www.google.com/url?q=https%3A%2F%2Fattacker.test%2Fa",      true,  "attacker.test"],
    ["https://www.google.com/search?q=harbour",                           null,  null],
    ["https://www.bing.com/ck/a?!&&p=0123&u=a1aHR0",                      true,  null],
    ["https://ad.doubleclick.net/clk;1;2?https://attacker.test/",         true,  "attacker.test"],
    ["https://a1.r.us-east-1.awstrack.me/L0/https:%2F%2Fshop.example%2Fa/1/0100018f/x=1", true, "shop.example"],
    ["https://links-1.govdelivery.com/CL0/https:%2F%2Ftown.example%2Fa/1/0100018f/x=1",   true, "town.example"],
    ["https://a1.r.us-east-1.awstrack.me/I0/https:%2F%2Fshop.example%2Fa/1/0100018f/x=1", false, "shop.example"],
    ["https://shop.example/out?to=https%253A%252F%252Fattacker.test",     false, "attacker.test"],
    ["https://shop.example/login?back=https%3A%2F%2Fwww.shop.example%2F", null,  null],
    ["https://shop.example/a",                                            null,  null],
  ];
  for (const [url, known, inner] of cases) {
    test(url, () => {
      const resolved = resolveReference(url, null);
      assert.ok(resolved !== null);
      const redirect = redirectOf(resolved);
      assert.deepEqual([redirect?.isKnown ?? null, redirect?.inner?.host ?? null], [known, inner]);
    });
  }
});
