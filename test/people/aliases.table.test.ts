import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AliasBook } from "../../src/people/aliases.ts";
import { parseRoster, withheldKey } from "../../src/people/parse-roster.ts";
import { personId, RosterIndex } from "../../src/people/roster-index.ts";

const ROSTER = `person,name,addresses,personal,consent
mp,Mara Prentice,mara.prentice@parliament.example,mara.prentice@gmail.com,yes
jo,Jo Short,jo.short@parliament.example,,
al,Al Long,al.long@parliament.example,,
`;

function proposed(addresses: readonly (readonly [address: string, name?: string])[], withheld: readonly string[] = []) {
  const { roster } = parseRoster(Buffer.from(ROSTER));
  const book = new AliasBook(new RosterIndex({ people: roster.people, withheld }));
  for (const [address, name = ""] of addresses) book.add({ to: [{ name, address }], cc: [], deliveredTo: [address] });
  return book.proposed();
}

describe("aliases are proposed, with the reason", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, address: string, name: string, kind: string | null])[] = [
    ["a tag",                                    "jo.short+news@parliament.example",   "",              "plus-tag"],
    ["dots at a provider that leaves them out",  "maraprentice@gmail.com",             "",              "dots"],
    ["the provider's other domain",              "mara.prentice@googlemail.com",       "",              "dots"],
    ["a tag at the provider",                    "m.ara.prentice+x@gmail.com",         "",              "plus-tag"],
    ["dots elsewhere are another mailbox",       "joshort@parliament.example",         "",              null],
    ["the same name and first part elsewhere",   "jo.short@elsewhere.example",         "Short, Jo",     "same-name"],
    ["the same first part, another name",        "jo.short@elsewhere.example",         "Joanna Short",  null],
    ["the same first part, no name",             "jo.short@elsewhere.example",         "",              null],
    ["a stranger",                               "somebody@elsewhere.example",         "Jo Short",      null],
    ["already on the roster",                    "jo.short@parliament.example",        "Jo Short",      null],
  ];
  for (const [what, address, name, kind] of cases) {
    test(`${what}: ${kind ?? "none"}`, () => {
      const found = proposed([[address, name]]);
      assert.equal(found[0]?.kind ?? null, kind);
      if (kind !== null) assert.notEqual(found[0]?.reason, "");
    });
  }

  test("an old domain shows by several people who have the same first part there", () => {
    const old = ["mara.prentice", "jo.short", "al.long"].map((local) => [`${local}@old-name.example`] as const);
    const found = proposed(old);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ["old-domain", "old-domain", "old-domain"],
    );
    assert.ok(
      found.some(({ person, address }) => person === personId("jo") && address === "jo.short@old-name.example"),
    );
    assert.deepEqual(proposed(old.slice(0, 2)), [], "two are chance");
  });

  test("who did not consent is not proposed", () => {
    assert.deepEqual(proposed([["jo.short+x@parliament.example"]], [withheldKey("jo.short@parliament.example")]), []);
  });

  test("messages are counted once each, most first", () => {
    const found = proposed([
      ["jo.short+a@parliament.example"],
      ["al.long+b@parliament.example"],
      ["al.long+b@parliament.example"],
    ]);
    assert.deepEqual(
      found.map(({ address, messages }) => [address, messages]),
      [
        ["al.long+b@parliament.example", 2],
        ["jo.short+a@parliament.example", 1],
      ],
    );
  });
});
