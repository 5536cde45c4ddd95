import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { KnownSenders } from "../../src/signals/known-senders.ts";
import { knownSenders } from "../../src/signals/registry/entry.ts";

const known = new KnownSenders(knownSenders("finance", "Meadowbank = meadowbank.example"));

/** Each letter of the name in one of the spellings that look like it. */
const spelling = fc
  .tuple(...[..."meadowbank"].map((letter) => fc.constantFrom(...(spellingsOf(letter) as [string, ...string[]]))))
  .map((letters) => letters.join(""));

function spellingsOf(letter: string): readonly string[] {
  const others: Readonly<Record<string, readonly string[]>> = { m: ["rn"], d: ["cl", "c1"], o: ["0", "о"], w: ["vv"] };
  return [letter, letter.toUpperCase(), ...(others[letter] ?? [])];
}

/** Cut into at most four words. */
const written = fc
  .tuple(spelling, fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }))
  .map(([name, cuts]) => [...name].map((letter, at) => (cuts.includes(at) ? ` ${letter}` : letter)).join(""));

test("a name is found however it is spelled and cut, behind other words too", () => {
  fc.assert(
    fc.property(written, fc.constantFrom("", "Your ", "Message from the "), (name, before) => {
      assert.deepEqual(
        known.named(`${before}${name}`).map(({ sender }) => sender.name),
        ["Meadowbank"],
      );
    }),
  );
});

test("a host is judged the same when it is asked for again", () => {
  for (const host of ["meadowbank-login.test", "other.test", "meadowbank-login.test", "other.test"])
    assert.equal(known.resembled(host)?.sender.name ?? null, host.startsWith("meadow") ? "Meadowbank" : null);
});
