import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { KnownSenders } from "../../src/signals/known-senders.ts";
import { type LinkFacts, linkFacts } from "../../src/signals/link-facts.ts";
import { isInsideProgram, lurePathWords } from "../../src/signals/lure-paths.ts";
import { readerInLink } from "../../src/signals/reader-in-link.ts";
import { knownSenders } from "../../src/signals/registry/entry.ts";

const known = new KnownSenders(knownSenders("finance", "Meadowbank = meadowbank.example"));
const readers = ["mp@parliament.example"];
const facts = (url: string, text = ""): LinkFacts => linkFacts(url, text, { readers, base: null, known });

describe("text against target", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, url: string, shown: string | null])[] = [
    ["meadowbank.example",               "https://attacker.test/",                "meadowbank.example"],
    ["https://www.meadowbank.example/a", "https://attacker.test/",                "meadowbank.example"],
    ["www.meadowbank.example.",          "https://attacker.test/",                "meadowbank.example"],
    ["» meadowbank.example «",           "https://attacker.test/",                "meadowbank.example"],
    ["mail.meadowbank.example",          "https://login.meadowbank.example/",     null],
    ["meadowbank.example",               "https://meadowbank.de/",                null],
    ["Click here",                       "https://attacker.test/",                null],
    ["jane@meadowbank.example",          "https://attacker.test/",                null],
    ["report.zip",                       "https://attacker.test/",                null],
    ["e.g. this",                        "https://attacker.test/",                null],
    ["meadowbank.example",               "mailto:a@attacker.test",                null],
  ];
  for (const [text, url, shown] of cases)
    test(`${text} → ${url}`, () => assert.equal(facts(url, text).shownDomain, shown));
});

describe("where a link leads", () => {
  test("a gateway's wrapping is taken off", () => {
    const found = facts("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fattacker.test%2Fa&data=1");
    assert.deepEqual([found.isWrapped, found.target?.host], [true, "attacker.test"]);
  });
  test("a redirector's target is read where the address says it", () => {
    const found = facts("https://www.google.com/amp/s/attacker.test/login?u=https://other.test/");
    assert.equal(found.passesOn, "redirector");
    assert.equal(facts("https://bit.ly/3abc").passesOn, "shortener");
    assert.equal(facts("https://shop.example/r?u=https://other.test/").passesOn, "inner");
    assert.equal(facts("https://shop.example/r?u=https://other.test/").target?.host, "shop.example");
  });
  test("what counts clicks for its customer leads where he said, and passes nobody on", () => {
    const found = facts("https://a1.r.us-east-1.awstrack.me/L0/https:%2F%2Fattacker.test%2Fa/1/0100018f/x=1");
    assert.deepEqual([found.isCounted, found.passesOn, found.throughService], [true, null, false]);
    assert.equal(found.target?.host, "attacker.test");
    assert.equal(facts("https://shop.example/r?u=https://other.test/").isCounted, false);
  });
  test("pages that the mail brings itself", () => {
    assert.equal(facts("data:text/html;base64,PGgxPg==").inlineScheme, "data");
    assert.equal(facts("blob:https://a.test/1").inlineScheme, "blob");
    assert.equal(facts("javascript:alert(1)").inlineScheme, "javascript");
    assert.equal(facts("https://a.test/").inlineScheme, "");
  });
  test("a known sender's name, and not at their host", () => {
    assert.equal(facts("https://meadowbank-login.test/").resembles?.resemblance.how, "lure-word");
    assert.equal(facts("https://a.test/meadowbank/signin").namedInPath?.name, "Meadowbank");
    assert.equal(facts("https://www.meadowbank.example/meadowbank").namedInPath, null);
    assert.equal(facts("https://www.meadowbank.example/").resembles, null);
  });
  test("total on any address", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
        fc.string(),
        (url, text) => void facts(url, text),
      ),
    );
  });
});

describe("the reader's address in a link", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [url: string, place: string | null])[] = [
    ["https://a.test/#mp@parliament.example",                   "fragment"],
    ["https://a.test/x#bXBAcGFybGlhbWVudC5leGFtcGxl",           "fragment"],
    ["https://a.test/x?e=mp%40parliament.example",              "query"],
    ["https://a.test/x?e=bXBAcGFybGlhbWVudC5leGFtcGxl&a=1",     "query"],
    ["https://a.test/fwd/mp@parliament.example",                "path"],
    ["https://a.test/fwd/mp@parliament.example#top",            "path"],
    ["https://a.test/x?e=jane%40parliament.example",            null],
    ["https://a.test/",                                         null],
    ["https://a.test/%E0%A4%A",                                 null],
  ];
  for (const [url, place] of cases) test(url, () => assert.equal(readerInLink(url, readers), place));
});

describe("paths", () => {
  // biome-ignore format: a table reads by column
  const words: readonly (readonly [path: string, found: string])[] = [
    ["/secure/sign-in/verify.php",     "secure sign-in verify"],
    ["/news/2024/03/harbour-opens",    ""],
    ["/espace-client/connexion",       "espace-client connexion"],
    ["/blogin",                        ""],
    ["",                               ""],
  ];
  for (const [path, found] of words) test(path, () => assert.equal(lurePathWords(path).join(" "), found));
  test("folders from which no page is served", () => {
    assert.equal(isInsideProgram("/wp-content/plugins/x/login.php"), true);
    assert.equal(isInsideProgram("/wp-content/uploads/report.pdf"), false);
    assert.equal(isInsideProgram("/blog/wp-content-explained"), false);
  });
});
