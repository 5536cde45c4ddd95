/** TF-126: the reader's name in a URL is likely a token, and words that happen to be names are none. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nameSearch } from "../../src/signals/reader-names.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";

const READER = "m.prentice@parliament.example";
const base64 = (text: string) => Buffer.from(text).toString("base64url");

function found(href: string, name: string, hidden = false): string {
  const names = nameSearch([{ name, address: READER }]);
  const token = createTokenFinder().find(href, ["someone@press.example"], { names, hidden });
  return token.address === READER ? `${token.kind}: ${token.value}` : token.address === null ? "" : "other";
}

describe("names of readers", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [href: string, name: string, value: string])[] = [
    ["https://t.example/o?n=Mara+Prentice",          "Mara Prentice",      "likely: Mara+Prentice"],
    ["https://t.example/o?n=Mara%20Prentice",        "Mara Prentice",      "likely: Mara Prentice"],
    ["https://t.example/o?n=mara-prentice",          "Mara Prentice",      "likely: mara-prentice"],
    ["https://t.example/o?n=prenticemara",           "Mara Prentice",      "likely: prenticemara"],
    ["https://t.example/o?n=Prentice,Mara",          "Prentice, Mara",     "likely: Prentice,Mara"],
    ["https://t.example/o?n=mara.prentice",          "Mara Jo Prentice",   "likely: mara.prentice"],
    ["https://t.example/o?n=J%C3%BCrgen_M%C3%BCller", "Jürgen Müller",     "likely: Jürgen_Müller"],
    ["https://t.example/o?fname=Mara",               "Mara Prentice",      "likely: Mara"],
    ["https://t.example/o?last_name=PRENTICE",       "Mara Prentice",      "likely: PRENTICE"],
    [`https://t.example/o?x=${base64("Mara Prentice")}`, "Mara Prentice",  `likely: ${base64("Mara Prentice")}`],
    [`https://t.example/${base64('{"n":"mara prentice"}')}/a`, "Mara Prentice", `likely: ${base64('{"n":"mara prentice"}')}`],
    // Words that are names, and names that are no reader's.
    ["https://t.example/o?topic=Mara",               "Mara Prentice",      ""],
    ["https://news.example/people/mara-prentice",    "Mara Prentice",      ""],
    ["https://t.example/o?n=Mara+Prentices",         "Mara Prentice",      ""],
    ["https://t.example/o?n=Press+Office",           "Press Office",       ""],
    ["https://t.example/o?n=Garden-Club",            "Garden Club",        ""],
    ["https://t.example/o?n=Mara",                   "Mara",               ""],
    ["https://t.example/o?n=Al+Bo",                  "Al Bo",              ""],
    ["https://t.example/o#n=Mara+Prentice",          "Mara Prentice",      ""],
  ];
  for (const [href, name, value] of cases) test(`${name} in ${href}`, () => assert.equal(found(href, name), value));

  test("in the path of a hidden load", () =>
    assert.equal(found("https://t.example/o/mara-prentice.gif", "Mara Prentice", true), "likely: mara-prentice.gif"));

  test("what is decoded goes before a name, a name before what only looks opaque", () => {
    const names = nameSearch([{ name: "Mara Prentice", address: READER }]);
    const find = (href: string) => createTokenFinder().find(href, [READER], { names });
    assert.equal(find(`https://t.example/o?n=Mara+Prentice&r=${base64(READER)}`).kind, "decoded");
    assert.equal(find("https://t.example/o?n=Mara+Prentice&r=Zx81kQq02mYy43nB7").value, "Mara+Prentice");
  });

  test("a mail to many names none of them", () => {
    const many = Array.from({ length: 5 }, (_, n) => ({ name: "Mara Prentice", address: `r${n}@a.example` }));
    assert.equal(nameSearch(many).find("https://t.example/o?n=Mara+Prentice", false), null);
  });

  test("total on odd names", () => {
    for (const name of ["", ",", " , ", "\ud800 \udfff", "a".repeat(9_999), "____ ----", "O'Neil-Marsh, Ada"])
      assert.equal(nameSearch([{ name, address: READER }]).find("https://t.example/%E0%A4%A?a=%", true), null);
  });
});
