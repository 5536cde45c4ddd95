/** Whose house a message is of: told by owners and servers, never by whom its sender only named. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Evidence } from "../../src/verdict/evidence.ts";
import { isOfHouse } from "../../src/verdict/signs.ts";
import { recordOf } from "../support/record.ts";

interface Wish {
  readonly own?: string;
  readonly to?: string;
  readonly deliveredTo?: string;
  /** The delivery stands below the line by which the reader's server took it. */
  readonly below?: boolean;
  /** No server took it. */
  readonly inside?: boolean;
  readonly shared?: boolean;
}

function isHouse({
  own,
  to = "anna@office.example",
  deliveredTo,
  below = false,
  inside = false,
  shared = false,
}: Wish) {
  const record = recordOf({ name: "m", from: "it@firm.example" });
  const delivered = deliveredTo === undefined ? [] : [deliveredTo];
  const address = (text: string) => ({ name: "", address: text });
  const evidence = {
    record: {
      ...record,
      to: [address("anna@office.example")],
      cc: [address(to)],
      auth: [],
      deliveredTo: delivered,
      ...(below ? { deliveredBelow: delivered } : {}),
      ...(inside ? { received: undefined } : { received: true }),
    },
    ownDomains: new Set(own === undefined ? [] : [own]),
    senderDomain: "firm.example",
    sharedDomain: shared,
  };
  return isOfHouse(evidence as unknown as Evidence);
}

describe("a message of the reader's own house", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, wish: Wish, isOurs: boolean])[] = [
    ["an owner's domain",                              { own: "firm.example" }, true],
    ["another's",                                      { own: "office.example" }, false],
    ["a domain that strangers share",                  { own: "firm.example", shared: true }, false],
    ["delivered there",                                { deliveredTo: "ben@firm.example" }, true],
    ["by a line that its sender may have written",     { deliveredTo: "ben@firm.example", below: true }, false],
    ["a reader whom it only names",                    { to: "desk@firm.example" }, false],
    ["the same, of mail that no server took",          { to: "desk@firm.example", inside: true }, true],
    ["nobody named there",                             { inside: true }, false],
  ];
  for (const [what, wish, isOurs] of cases) test(what, () => assert.equal(isHouse(wish), isOurs));
});
