import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { urlFields } from "../../src/url/fields.ts";

function has(href: string, where: string, name: string, value: string): boolean {
  return urlFields(href).some((field) => field.where === where && field.name === name && field.value === value);
}

describe("urlFields", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [href: string, where: string, name: string, value: string])[] = [
    ["http://abc.t.example/o",                          "host",     "",  "abc"],
    ["http://abc.t.example/o",                          "host",     "",  "abc.t.example"],
    ["http://t.example/o/9f-ab_cd.gif",                 "path",     "",  "9f-ab_cd.gif"],
    ["http://t.example/o/9f-ab_cd.gif",                 "path",     "",  "9f"],
    ["http://t.example/o/9f-ab_cd.gif",                 "path",     "",  "cd"],
    ["http://t.example/?id=77&e=mp%40example.org",      "query",    "id", "77"],
    ["http://t.example/?id=77&e=mp%40example.org",      "query",    "e", "mp%40example.org"],
    ["http://t.example/?id=77&e=mp%40example.org",      "query",    "e", "mp@example.org"],
    ["http://t.example/?e=mp%252540example.org",        "query",    "e", "mp@example.org"],
    ["http://t.example/?q=a+b",                         "query",    "q", "a b"],
    ["http://t.example/?onlytoken",                     "query",    "",  "onlytoken"],
    ["http://t.example/?a=x%3Btoken",                   "query",    "a", "token"],
    ["http://t.example/#u=42",                          "fragment", "u", "42"],
    ["http://mp:secret@t.example/",                     "userinfo", "",  "mp"],
    ["http://mp:secret@t.example/",                     "userinfo", "",  "secret"],
    ["\\\\fs.example\\share\\token",                    "host",     "",  "fs.example"],
    ["\\\\fs.example\\share\\token",                    "path",     "",  "token"],
    // A URL wrapped in another: the inner one's token is a piece.
    ["http://w.example/?u=http%3A%2F%2Ft.example%2Fx%3Fid%3Dtok77", "query", "u", "tok77"],
    // Not UTF-8: what can be decoded is.
    ["http://t.example/?e=%FFmp%40example.org",         "query",    "e", "%FFmp@example.org"],
  ];
  for (const [href, where, name, value] of cases) {
    test(`${href} has ${where} ${name} ${value}`, () => assert.ok(has(href, where, name, value)));
  }

  test("no value is empty or listed twice for one place and name", () => {
    const fields = urlFields("http://a.a.example/a/a//a?a=a&a=a&=&b#a");
    assert.ok(fields.every((field) => field.value !== ""));
    assert.equal(new Set(fields.map((field) => JSON.stringify(field))).size, fields.length);
  });

  test("attack: bombs stay bounded (HM-124)", () => {
    let nested = "http://t.example/?u=";
    for (let i = 0; i < 100 && nested.length < 200_000; i++)
      nested = `http://t.example/?u=${encodeURIComponent(nested)}`;
    const bombs = [
      nested,
      `http://${"u".repeat(65_536)}@t.example/`,
      `http://t.example/${"%25".repeat(1_000_000)}`,
      `http://t.example/?${"a=b&".repeat(500_000)}`,
    ];
    for (const bomb of bombs) assert.ok(urlFields(bomb).length <= limits.urlFieldsMax);
  });

  test("property: total and bounded; wholes survive the limit", () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string({ unit: "binary" }),
        (href, noise) => {
          assert.ok(urlFields(href + noise).length <= limits.urlFieldsMax);
          const host = /^https?:\/\/([^/?#:]+)/.exec(href)?.[1] ?? "";
          assert.ok(has(href, "host", "", host));
        },
      ),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 300) },
    );
  });
});
