import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NO_CLAIMS } from "../../src/case/empty.ts";
import type { ClaimsRecord } from "../../src/case/record.ts";
import { copyrightHolders, impersonation, playedInText } from "../../src/signals/impersonation.ts";
import { KnownSenders, sentenceWords } from "../../src/signals/known-senders.ts";
import { knownSenders } from "../../src/signals/registry/entry.ts";

const known = new KnownSenders([
  ...knownSenders(
    "news",
    `The Harbour Herald; Harbour Herald = harbourherald.example harbour-herald.test
     Rivertown Broadcasting; RTB = rivertown.example`,
  ),
  ...knownSenders("finance", "Meadowbank; Meadow Bank Online = meadowbank.example meadowbank.test"),
  ...knownSenders("technology", "~Pear; Pear Cloud = pear.example"),
  ...knownSenders("person", "Jane Roe = jane@parliament.example"),
]);

const claims = (name: string, address: string, more: Partial<ClaimsRecord> = {}): ClaimsRecord => ({
  ...NO_CLAIMS,
  from: [{ name, address }],
  ...more,
});

describe("a known sender's name at a domain that is not theirs", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, address: string, sender: string, isWhole: boolean])[] = [
    ["The Harbour Herald",            "news@updates.invalid",      "The Harbour Herald",     true],
    ["Harbour Herald Support",        "a@updates.invalid",         "The Harbour Herald",     true],
    ["HARBOUR-HERALD",                "a@updates.invalid",         "The Harbour Herald",     true],
    ["Jane of Harbour Herald",        "a@updates.invalid",         "The Harbour Herald",     false],
    ["HarbourHerald",                 "a@updates.invalid",         "The Harbour Herald",     true],
    ["Meadow bank",                   "a@updates.invalid",         "Meadowbank",             true],
    ["M e a d o w b a n k",           "a@updates.invalid",         "Meadowbank",             true],
    ["Mеadоwbank",                    "a@updates.invalid",         "Meadowbank",             true], // Cyrillic е, о
    ["Mead0wbank Sicherheit",         "a@updates.invalid",         "Meadowbank",             true],
    ["𝐌𝐞𝐚𝐝𝐨𝐰𝐛𝐚𝐧𝐤",                     "a@updates.invalid",         "Meadowbank",             true],
    ["Pear Support",                  "a@updates.invalid",         "Pear",                   true],
    ["RTB",                           "a@updates.invalid",         "Rivertown Broadcasting", true],
    ["Jane Roe",                      "jane.roe@freemail.invalid", "Jane Roe",               true],
    ["",                              "meadowbank-support@a.test", "Meadowbank",             true],
  ];
  for (const [name, address, sender, isWhole] of cases) {
    test(`${name} <${address}>`, () => {
      const [played] = impersonation(claims(name, address), known).byName;
      assert.deepEqual(played && [played.sender.name, played.isWhole, played.excuse], [sender, isWhole, null]);
    });
  }
});

describe("no impersonation", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, address: string, why: string])[] = [
    ["The Harbour Herald",    "news@harbourherald.example",      "its own domain"],
    ["The Harbour Herald",    "news@mail.harbour-herald.test",   "below another of its own"],
    ["Meadowbank",            "x@mail.meadowbank.test",          "the bank's other domain"],
    ["Pear Miller",           "pear.miller@a.test",              "a person named like a firm"],
    ["Jane Pear",             "jane@a.test",                     "a person named like a firm"],
    ["Harbour Cafe",          "info@harbourcafe.example",        "part of a name"],
    ["Herald Smith",          "herald@a.test",                   "part of a name"],
    ["Artb Club",             "club@a.test",                     "a short name inside a word"],
    ["Jane Roe",              "jane@parliament.example",         "the person's own address"],
    ["Jane Doe",              "jane.doe@a.test",                 "half of a person's name"],
    ["",                      "jane@a.test",                     "no name"],
    ["",                      "",                                "nobody"],
  ];
  for (const [name, address, why] of cases) {
    test(`${name} <${address}>: ${why}`, () =>
      assert.deepEqual(impersonation(claims(name, address), known).byName, []));
  }
});

describe("excused, and told so", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, address: string, more: Partial<ClaimsRecord>, excuse: string])[] = [
    ["Meadowbank",               "a@meadowbank.de",                 {},                              "national"],
    ["Jane at RTB via Club",     "club@lists.test",                 { listId: "club.lists.test" },   "list"],
    ["The Harbour Herald",       "harbourherald@substack.com",      {},                              "service"],
    ["Meadowbank",               "a@meadowbank-events.test",        {},                              "own-label"],
  ];
  for (const [name, address, more, excuse] of cases) {
    test(`${name} <${address}> → ${excuse}`, () => {
      const { byName } = impersonation(claims(name, address, more), known);
      assert.ok(byName.length > 0);
      assert.ok(byName.every((played) => played.excuse === excuse));
    });
  }
});

test("the domain that looks like a known sender's is told beside the name", () => {
  const { byDomain, from } = impersonation(claims("Support", "a@meadowbank-login.test"), known);
  assert.deepEqual(
    byDomain.map(({ sender, resemblance }) => [sender.name, resemblance.how]),
    [["Meadowbank", "lure-word"]],
  );
  assert.deepEqual(from, []);
  assert.equal(impersonation(claims("", "a@meadowbank.test"), known).from[0]?.name, "Meadowbank");
});

describe("copyright notices", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, holders: readonly string[]])[] = [
    ["bye\n© 2024 Meadowbank. All rights reserved.",          ["Meadowbank"]],
    ["Copyright 2003-2024 Harbour Herald",                    ["The Harbour Herald"]],
    ["(c) Rivertown Broadcasting",                            ["Rivertown Broadcasting"]],
    ["© 2024 Jane's Bakery",                                  []],
    ["Meadowbank is a bank",                                  []],
  ];
  for (const [text, holders] of cases) {
    test(text, () =>
      assert.deepEqual(
        copyrightHolders(text, known).map(({ name }) => name),
        holders,
      ),
    );
  }
});

test("whom a text names most, unless one of the hosts is theirs", () => {
  const played = (text: string, host: string) => playedInText([sentenceWords(text)], [host], known);
  const text = "Your Meadowbank account. Meadowbank cares. A report by RTB.";
  assert.equal(played(text, "a.test")?.sender.name, "Meadowbank");
  assert.equal(played(text, "a.test")?.mentions, 2);
  assert.equal(played(text, "www.meadowbank.example"), null);
  assert.equal(played("a pear a day", "a.test"), null);
});

test("an address that anybody gets is no mail of the house that gives it", () => {
  assert.deepEqual(impersonation(claims("Clara Moss", "clara.moss@gmail.com")).from, []);
  assert.equal(impersonation(claims("Google", "no-reply@accounts.google.com")).from[0]?.name, "Google");
});
