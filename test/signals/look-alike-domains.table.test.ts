/** A domain of the sender or of a link that looks like the reader's or the sender's own (HM-046). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hasLookAlikeDomain } from "../../src/signals/look-alike-domains.ts";

describe("confusable-domain", () => {
  const [A, B] = ["a@example.org", "b@example.net"];
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, senders: readonly string[], readers: readonly string[], hosts: readonly string[], found: boolean])[] = [
    ["strangers",                     [A],                   [B],                                    ["www.example.com"],  false],
    ["colleagues",                    [A],                   ["b@example.org"],                      ["www.example.org"],  false],
    ["from the reader's look-alike",  ["a@exarnple.net"],    [B],                                    [],                   true],
    ["answers to a look-alike",       [A, "a@exarnple.org"], [B],                                    [],                   true],
    ["a link to a look-alike",        [A],                   [B],                                    ["login.examp1e.net"], true],
    ["a part of the same",            [A, "x@m.example.org"], [B],                                   ["n.example.org"],    false],
    ["a reader who is mistyped",      [A],                   [B, "c@exarnple.net"],                  [],                   false],
    ["Latin and Cyrillic in one",     ["a@ехаmple.test"],    [B],                                    [],                   true],
    ["no domains",                    ["a", ""],             ["@"],                                  ["localhost", ""],    false],
    ["a root dot",                    ["a@example.net."],    [B],                                    [],                   false],
  ];
  for (const [name, senders, readers, hosts, found] of cases) {
    test(name, () => assert.equal(hasLookAlikeDomain({ senders, readers, hosts }), found));
  }
});
