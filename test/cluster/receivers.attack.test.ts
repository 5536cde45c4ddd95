/** Only a server that writes results on much of the mail vouches for what would be asked no rule. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MessageRecord } from "../../src/case/record.ts";
import { ReceiverBook } from "../../src/cluster/receivers.ts";
import { recordOf } from "../support/record.ts";

function mail(nth: number, server: string | null, sender = `a@sender-${nth}.example`): MessageRecord {
  const result = { method: "dkim", result: "pass", domain: "sender.example", position: 0 };
  const auth = server === null ? [] : [{ authservId: server, ...result }];
  return recordOf({ name: `${server} ${nth}`, from: sender, received: true, auth });
}

const many = (count: number, server: string | null, sender?: string) =>
  Array.from({ length: count }, (_, nth) => mail(nth, server, sender));

describe("whose results stand on top", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, before: readonly MessageRecord[], server: string, known: boolean])[] = [
    ["the receiver's, as on all mail",                  many(20, "mx.office.example"),                                     "mx.office.example",  true],
    ["another server of the same organisation",         many(20, "mx.office.example"),                                     "mx2.office.example", true],
    ["a name that no mail bore, where none bears any",  many(20, null),                                                    "mx.office.example",  false],
    ["a name that no mail bore",                        many(20, "mx.office.example"),                                     "mx.spy.example",     false],
    ["a name that one sender's mail bore",              [...many(60, null), ...many(9, "mx.spy.example", "a@spy.example")], "mx.spy.example",    false],
    ["a name that hardly any mail bore",                [...many(60, null), ...many(4, "mx.spy.example")],                 "mx.spy.example",     false],
    ["the first mail of a case",                        [],                                                                "mx.office.example",  false],
  ];
  for (const [what, before, server, known] of cases) {
    test(`${what}: ${known ? "believed" : "not believed"}`, () => {
      const book = new ReceiverBook();
      for (const record of before) book.add(record);
      assert.equal(book.isKnown(mail(999, server)), known);
    });
  }
});
