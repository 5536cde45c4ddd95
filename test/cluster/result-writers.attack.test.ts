/** A sender's own results, where the receiver writes none, vouch for nobody. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { outlineOf } from "../../src/case/outline.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { ResultWriters } from "../../src/cluster/result-writers.ts";
import { recordOf } from "../support/record.ts";

const OWNERS = new Set(["@office.example", "ada@home.example", "ada@gmail.com", "ada@outlook.com", "ada@disroot.org"]);

interface Wish {
  readonly server: string | null;
  readonly from?: string;
  readonly to?: string;
  readonly on?: string;
  /** Only named: no server says to whom it delivered. */
  readonly named?: boolean;
}

function mail(
  name: string,
  { server, from = `a@sender-${name}.example`, to = "mp@office.example", on = "2021-03-01", named = false }: Wish,
): MessageRecord {
  const result = { method: "dkim", result: "pass", domain: from.slice(from.indexOf("@") + 1), position: 0 };
  const auth = server === null ? [] : [{ authservId: server, ...result }];
  return recordOf({ name, from, to: [to], on, deliveredTo: named ? [] : [to], received: true, auth });
}

const many = (count: number, wish: Wish) => Array.from({ length: count }, (_, nth) => mail(`${nth}`, wish));
const OFFICE = "mx.office.example";

describe("whose results are believed where no servers were named", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, all: readonly MessageRecord[], asked: Wish, known: boolean])[] = [
    ["the receiver's",                                  many(20, { server: OFFICE }),                                        { server: OFFICE },                          true],
    ["a name that no mail bears, where none bears any", many(20, { server: null }),                                          { server: "mx.spy.example" },                false],
    ["a name beside the receiver's",                    many(20, { server: OFFICE }),                                        { server: "mx.spy.example" },                false],
    ["a name that one sender's mail bears",             [...many(60, { server: null }), ...many(9, { server: "mx.spy.example", from: "a@spy.example" })], { server: "mx.spy.example" }, false],
    ["another mailbox's name",                          [...many(60, { server: null }), ...many(60, { server: "mx.home.example", to: "ada@home.example" })], { server: "mx.home.example" }, false],
    ["a small mailbox's own",                           [...many(900, { server: OFFICE }), ...many(9, { server: "mx.home.example", to: "ada@home.example" })], { server: "mx.home.example", to: "ada@home.example" }, true],
    ["a server of one year of many",                    [...many(900, { server: OFFICE, on: "2012-03-01" }), ...many(9, { server: "mx.new.example" })], { server: "mx.new.example" }, true],
    ["a large provider's, on one newsletter alone",     many(9, { server: "mx.google.com", from: "a@paper.example", to: "ada@gmail.com" }), { server: "mx.google.com", from: "a@paper.example", to: "ada@gmail.com" }, true],
    ["of one that leaves its name out",                 many(9, { server: "", from: "a@paper.example", to: "ada@outlook.com" }), { server: "", from: "a@paper.example", to: "ada@outlook.com" }, true],
    ["a name that its sender wrote there",              many(9, { server: "mx.spy.example", from: "a@spy.example", to: "ada@gmail.com" }), { server: "mx.spy.example", from: "a@spy.example", to: "ada@gmail.com" }, false],
    ["of one that lets forged ones stand",              many(9, { server: "mail.disroot.org", from: "a@spy.example", to: "ada@disroot.org" }), { server: "mail.disroot.org", from: "a@spy.example", to: "ada@disroot.org" }, false],
    ["of the reader's own domain, on one sender's mail", many(9, { server: OFFICE, from: "a@spy.example" }),                 { server: OFFICE, from: "a@spy.example" },   false],
    ["a provider's, in a mailbox that is not there",    many(9, { server: "mx.google.com", from: "a@spy.example" }),         { server: "mx.google.com", from: "a@spy.example" }, false],
    ["the same, as if delivered to somebody there",     many(9, { server: "mx.google.com", from: "a@spy.example", to: "nobody@gmail.com" }), { server: "mx.google.com", from: "a@spy.example", to: "nobody@gmail.com" }, false],
    ["a provider's, of an owner whom it only names",    many(9, { server: "mx.google.com", from: "a@spy.example" }),         { server: "mx.google.com", from: "a@spy.example", to: "ada@gmail.com", named: true }, false],
    ["no results at all",                               many(20, { server: null }),                                          { server: null },                            true],
  ];
  for (const [what, all, asked, known] of cases) {
    test(`${what}: ${known ? "believed" : "not believed"}`, () => {
      const writers = new ResultWriters(OWNERS);
      for (const record of all) writers.add(outlineOf(record));
      assert.equal(writers.isKnown(outlineOf(mail("asked", asked))), known);
    });
  }

  test("outlines of before names were kept leave everything as it was", () => {
    const writers = new ResultWriters(OWNERS);
    const { resultsBy: _, ...older } = outlineOf(mail("old", { server: OFFICE }));
    writers.add(older);
    assert.equal(writers.isKnown(outlineOf(mail("asked", { server: "mx.spy.example" }))), true);
  });
});
