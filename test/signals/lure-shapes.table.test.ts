/** Shapes of text beside its words: sums, words of chance, disguise; and who passes words on or signs for whom. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { AuthResultRecord } from "../../src/case/record.ts";
import { isDisguisedHead, isScattered } from "../../src/signals/disguised-head.ts";
import { isListMail } from "../../src/signals/mailing-list.ts";
import { namesSum } from "../../src/signals/money-sums.ts";
import { isOfOtherTenant } from "../../src/signals/other-tenant.ts";
import { RANDOM_WORDS_MAX, randomWords } from "../../src/signals/random-words.ts";
import { passesOnWords } from "../../src/signals/relay-addresses.ts";
import { hasMovedDots, senderShapes } from "../../src/signals/sender-shape.ts";

function table<T>(name: string, ask: (text: string) => T, cases: readonly (readonly [text: string, answer: T])[]) {
  describe(name, () => {
    for (const [text, answer] of cases) {
      test(`${JSON.stringify(text)}: ${answer}`, () => assert.equal(ask(text), answer));
    }
  });
}

table("a sum of money is named", namesSum, [
  ["a gift of $ 3,500,000.00 for you", true],
  ["15.661 € today", true],
  ["1 200 euros", true],
  ["0.75 BTC", true],
  ["US$ 20,500", true],
  ["GO.0.7495.BTC", true],
  ["on 12.05.2026 at 10:30", false],
  ["room 4711", false],
  ["$5", false],
  ["1,200 people", false],
]);

table("words of chance", randomWords, [
  ["xkqzvwpt and qzxkvbnm stand here", 2],
  ["the harbour opens at ten", 0],
  ["deadbeefcafe0123 4711000815", 0],
  ["https://gate.example/xkqzvwptqz or xkqzvwptqz@gate.example", 0],
]);

table("a name or subject in disguise", isDisguisedHead, [
  ["Har\u200bbour Mail", true],
  ["Ha\u{e0139}rbour", true],
  ["\u13b7icro Mail", true],
  ["Ha\u073frbou\u073fr", true],
  ["Harbour \u{1f3f4}", false],
  ["Ha\u0301rbour of Vie\u0323\u0302t", false],
  ["\u0645\u06cc\u200c\u0631\u0648\u0645", false],
  ["\u13e3\u13b3\u13a9", false],
  ["Caf\u00e9 am Hafen", false],
]);

table("words with their letters apart", isScattered, [
  ["h e l l o ".repeat(20), true],
  ["The minutes of Monday are below, and we meet at ten by the gate. ".repeat(6), false],
  ["A b c", false],
]);

table("an address that passes on words of others", passesOnWords, [
  ["drive-shares-noreply@google.com", true],
  ["support@harbour.zendesk.com", true],
  ["no-reply@accounts.google.com", false],
  ["clara@firm.example", false],
  ["", false],
]);

test("a return path tells of forms that write under their user's address", () => {
  assert.equal(passesOnWords("anna@gmail.com", "3_x@trix.bounces.google.com"), true);
  assert.equal(passesOnWords("anna@gmail.com", "anna@gmail.com"), false);
});

describe("signed by another tenant", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [from: string, signed: readonly string[], other: boolean])[] = [
    ["a@harbour.example", ["qxz771.onmicrosoft.com"], true],
    ["a@harbour.example", ["k1.qxz771.onmicrosoft.com"], true],
    ["a@harbour.example", ["harbourltd.onmicrosoft.com"], false],
    ["a@harbour.example", ["qxz771.onmicrosoft.com", "harbour.example"], false],
    ["a@harbour.example", [], false],
    ["a@qxz771.onmicrosoft.com", ["other.onmicrosoft.com"], false],
    ["", ["qxz771.onmicrosoft.com"], false],
  ];
  for (const [address, dkimDomains, other] of cases) {
    test(`${address} signed by ${dkimDomains.join(", ") || "nobody"}`, () =>
      assert.equal(isOfOtherTenant({ from: [{ name: "", address }], dkimDomains }), other));
  }
});

describe("a list's mail", () => {
  const passed = (domain: string) => [{ result: "pass", domain }] as unknown as readonly AuthResultRecord[];
  const mail = (listId: string, to: string, results: readonly AuthResultRecord[] = [], returnPath = "") =>
    isListMail(
      { claims: { listId, returnPath }, to: [{ name: "", address: to }], cc: [] } as unknown as Parameters<
        typeof isListMail
      >[0],
      results,
    );
  test("is written to the list's domain", () => assert.equal(mail("H <h.lists.example>", "h@lists.example"), true));
  test("with results, one of them passes for the list", () => {
    assert.equal(mail("H <h.lists.example>", "h@lists.example", passed("lists.example")), true);
    assert.equal(mail("H <h.lists.example>", "h@lists.example", passed("other.example")), false);
  });
  test("or its bounces go to the list's own address for them", () => {
    const bouncing = (returnPath: string) => mail("H <h.lists.example>", "h@old-name.test", [], returnPath);
    for (const local of [
      "h-admin",
      "h-bounces",
      "h-bounces+anna=office.test",
      "owner-h",
      "h-return-12-anna=office.test",
    ]) {
      assert.equal(bouncing(`${local}@lists.example`), true, local);
    }
    for (const path of ["h-administrator@lists.example", "bounces@lists.example", "h-admin@elsewhere.example", ""]) {
      assert.equal(bouncing(path), false, path);
    }
    const failing = mail("H <h.lists.example>", "h@old.test", passed("other.example"), "h-admin@lists.example");
    assert.equal(failing, false);
  });
  test("a field alone makes none", () => assert.equal(mail("H <h.lists.example>", "anna@office.test"), false));
  test("without the field there is none", () => assert.equal(mail("", "h@lists.example"), false));
});

describe("shapes of senders", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, address: string, shape: string, has: boolean])[] = [
    ["--- Congrats ---", "a@firm.example", "name-decorated", true],
    ["Anna-Maria Berg", "a@firm.example", "name-decorated", false],
    ["H A R B", "a@firm.example", "name-decorated", true],
    ["A B C", "a@firm.example", "name-decorated", false],
    ["Bank - Case 4711338", "a@firm.example", "name-number", true],
    ["+49 40 1234567", "a@firm.example", "name-number", false],
    ["Team 2026", "a@firm.example", "name-number", false],
    ["Gifts", "a@gifts.za.com", "sold-name", true],
    ["Gifts", "a@za.com.example", "sold-name", false],
    ["Gifts", "a@\u{1d5f3}\u{1d5f6}\u{1d5ff}\u{1d5fa}.example", "styled-domain", true],
    ["Gifts", "a@fi\ufffdrm.example", "styled-domain", true],
    ["Gifts", "a@h\u00e4fen.example", "styled-domain", false],
    ["Gifts", "a@[192.0.2.1]", "styled-domain", false],
    ["Gifts", "xkqzvwptqz@news.firm.example", "random-letters", true],
    ["Gifts", "xkqzvwptqz@firm.example", "random-letters", false],
    ["Gifts", "harbournews@news.firm.example", "random-letters", false],
  ];
  for (const [name, address, shape, has] of cases) {
    test(`${name} <${address}>: ${has ? "" : "not "}${shape}`, () =>
      assert.equal(senderShapes({ name, address }).includes(shape as "random-letters"), has));
  }
});

describe("one mailbox of Gmail with its dots moved", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [from: string, returnPath: string, moved: boolean])[] = [
    ["a.nnaberg@gmail.com", "annab.erg@gmail.com", true],
    ["a.n.naberg.7@gmail.com", "annaberg7@gmail.com", true],
    ["anna.berg@gmail.com", "annaberg@gmail.com", false],
    ["annaberg@gmail.com", "anna.berg@gmail.com", false],
    ["a.nnaberg@firm.example", "annab.erg@firm.example", false],
    ["a.nnaberg@gmail.com", "annab.erg@googlemail.com", true],
    ["anna.berg@gmail.com", "clara.berg@gmail.com", false],
    ["", "", false],
  ];
  for (const [from, returnPath, moved] of cases) {
    test(`${from} by ${returnPath}: ${moved}`, () => assert.equal(hasMovedDots(from, returnPath), moved));
  }
});

test("all are total, and words are counted to a bound", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (text) => {
      namesSum(text);
      isDisguisedHead(text);
      isScattered(text);
      passesOnWords(text);
      assert.ok(randomWords(text) <= RANDOM_WORDS_MAX);
    }),
  );
});

test("long runs cost no more than their length", () => {
  const begin = process.cpuUsage().user;
  for (const text of ["1".repeat(200_000), "a".repeat(200_000), "$1,".repeat(70_000), "a\u200b".repeat(100_000)]) {
    namesSum(text);
    randomWords(text);
    isDisguisedHead(text);
    isScattered(text);
  }
  assert.ok(process.cpuUsage().user - begin < 2_000_000, "more than two seconds");
});
