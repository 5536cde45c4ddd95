/** Who is called accused: only whom a state accuses by that very name, with the denial beside it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { accusedGroups, officialDocuments } from "../../src/ledger/accused-groups.ts";
import { type DocumentWish, ledgerDocument, party, type StatementWish, said } from "../support/ledger.ts";

const NORTH = party("Northern Centre", "agency", "NO");
const CRANE = party("Paper Crane", "group", "HB");
const charge: StatementWish = { by: [NORTH], against: [CRANE], date: "2031-05-02" };
const names = (...statements: readonly Parameters<typeof said>[]) =>
  accusedGroups([
    ledgerDocument(
      "x",
      statements.map((one) => said(...one)),
    ),
  ]).map(({ name }) => name);

describe("a group is accused", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, kind: Parameters<typeof said>[0], wish: StatementWish, accused: boolean])[] = [
    ["by a charge of a state's body", "charge", charge, true],
    ["by a state's statement", "accusation", { ...charge, by: [party("Northland", "state", "NO")] }, true],
    ["by a sanction", "sanction", charge, true],
    ["not where nobody in particular is", "charge", { ...charge, against: [party("malicious cyber actors", "group")] }, false],
    ["not by a company", "accusation", { ...charge, by: [party("Vendor X", "company")] }, false],
    ["not by nobody", "accusation", { ...charge, by: [] }, false],
    ["not where it is said that it was not", "accusation", { ...charge, isNegated: true }, false],
    ["not by a reported incident", "incident", charge, false],
    ["not as the one who speaks", "accusation", { by: [NORTH, CRANE], against: [party("Harbour", "state", "HB")] }, false],
    ["not by its technique", "accusation", { by: [NORTH], techniques: [{ id: "T1598.003", name: "", quote: said("policy").assertion.quote }] }, false],
  ];
  for (const [name, kind, wish, accused] of cases) {
    test(name, () => assert.deepEqual(names([kind, wish]), accused ? ["Paper Crane"] : []));
  }

  test("with who accuses and who denies", () => {
    const denial = said("denial", { by: [party("Ministry", "office", "HB")], date: "2031-05-03" });
    const [group] = accusedGroups([ledgerDocument("x", [said("charge", charge), denial])]);
    assert.deepEqual(
      [group?.accusedBy, group?.deniedBy],
      [["Northern Centre (2031-05-02, by “x”)"], ["Ministry (2031-05-03, by “x”)"]],
    );
    assert.equal(accusedGroups([ledgerDocument("x", [said("charge", charge)])])[0]?.deniedBy, undefined);
  });

  test("an alias is no accusation of the other name", () => {
    const aliases = [{ by: "Vendor X", name: "Paper Crane", aliases: ["TIN HERON"], source: "" }];
    assert.deepEqual(
      accusedGroups([ledgerDocument("x", [said("charge", charge)], { aliases })]).map(({ name }) => name),
      ["Paper Crane"],
    );
  });

  test("property: whoever is accused stands as a group in what a state's body says", () => {
    const kinds = fc.constantFrom(
      "accusation" as const,
      "charge" as const,
      "denial" as const,
      "incident" as const,
      "advice" as const,
    );
    const parties = fc.subarray([NORTH, CRANE, party("Gray Ferry", "group"), party("Vendor X", "company")]);
    const wish = fc.record({ by: parties, against: parties, targets: parties, isNegated: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, wish), { maxLength: 6 }), (wishes) => {
        const allowed = new Set(
          wishes
            .filter(
              ([kind, { by, isNegated }]) =>
                (kind === "accusation" || kind === "charge") && by.includes(NORTH) && !isNegated,
            )
            .flatMap(([, { against }]) => against.filter(({ kind }) => kind === "group").map(({ name }) => name)),
        );
        assert.deepEqual(new Set(names(...wishes)), allowed);
      }),
    );
  });
});

describe("a source is official by somebody's word, never by its own", () => {
  const claimed = [said("charge", charge)];
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, wish: DocumentWish, official: boolean])[] = [
    ["it names the body that it quotes as its publisher", { publisher: "Northern Centre" }, false],
    ["typed by hand, and names a body",                   { publisher: "Northern Centre", origin: "by-hand" }, false],
    ["the user vouches",                                  { publisher: "Northern Centre", vouchedBy: "user" }, true],
    ["a server under a state's own names",                { publisher: "taxii.centre.gov.no", vouchedBy: "server" }, true],
    ["a server of anybody's",                             { publisher: "taxii.vendor.example", vouchedBy: "server" }, false],
    ["a server that has such a name within its own",      { publisher: "centre.gov.no.evil.example", vouchedBy: "server" }, false],
    ["a server whose name only ends in the letters",      { publisher: "notgov.example", vouchedBy: "server" }, false],
  ];
  for (const [name, wish, official] of cases) {
    test(name, () => assert.equal(officialDocuments([ledgerDocument("x", claimed, wish)]).length, official ? 1 : 0));
  }
});
