import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { chanceOf, sharedTraits, type TraitBearer } from "../../src/people/shared-traits.ts";
import { chanceWords } from "../../src/report/people-notes-text.ts";

/** Of all draws of `reached` out of `all`, the share in which `reachedWith` or more have the trait: counted one by one. */
function counted(all: number, allWith: number, reached: number, reachedWith: number): number {
  let draws = 0;
  let hits = 0;
  for (let set = 0; set < 1 << all; set += 1) {
    let size = 0;
    let within = 0;
    for (let person = 0; person < all; person += 1) {
      if ((set & (1 << person)) === 0) continue;
      size += 1;
      if (person < allWith) within += 1;
    }
    if (size !== reached) continue;
    draws += 1;
    if (within >= reachedWith) hits += 1;
  }
  return hits / draws;
}

function people(all: number, inGroup: number, reachedIn: number, reachedOut: number): readonly TraitBearer[] {
  return Array.from({ length: all }, (_, index) => {
    const isIn = index < inGroup;
    return {
      role: `role ${index}`,
      groups: isIn ? ["straits"] : [],
      isReached: isIn ? index < reachedIn : index - inGroup < reachedOut,
    };
  });
}

describe("what the chosen have in common", () => {
  test("the chance is exact: the same as counting all draws", () => {
    const draw = fc
      .tuple(fc.integer({ min: 1, max: 11 }), fc.nat(11), fc.nat(11), fc.nat(11))
      .filter(
        ([all, allWith, reached, reachedWith]) =>
          allWith <= all && reached <= all && reachedWith <= Math.min(allWith, reached),
      );
    fc.assert(
      fc.property(draw, ([all, allWith, reached, reachedWith]) => {
        const chance = chanceOf({ all, allWith, reached, reachedWith });
        assert.ok(Math.abs(chance - counted(all, allWith, reached, reachedWith)) < 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test("large rosters do not overflow", () => {
    const chance = chanceOf({ all: 100_000, allWith: 300, reached: 400, reachedWith: 30 });
    assert.ok(chance > 0 && chance < 1e-20);
  });

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, all: number, inGroup: number, reachedIn: number, reachedOut: number, told: boolean])[] = [
    ["all of a small group, and nobody else",        60,  6, 6,  0, true],
    ["most of a group, and a few others",           200, 20, 9,  4, true],
    ["as chance would have it",                      60, 20, 3,  6, false],
    ["two people, whoever they are",                 60,  6, 2,  0, false],
    ["three people of one group: too few",           60,  3, 3,  0, false],
    ["a roster of eight",                             8,  4, 4,  0, false],
    ["everybody",                                    20, 10, 10, 10, false],
  ];
  for (const [what, all, inGroup, reachedIn, reachedOut, told] of cases) {
    test(`${what}: ${told ? "told" : "not told"}`, () => {
      const { traits } = sharedTraits(people(all, inGroup, reachedIn, reachedOut), null);
      assert.equal(
        traits.some(({ name }) => name === "straits"),
        told,
      );
    });
  }

  test("too few people, and everybody, are told as such", () => {
    assert.match(sharedTraits(people(8, 4, 4, 0), null).note, /too few people/);
    assert.match(sharedTraits(people(20, 10, 10, 10), null).note, /nothing sets the chosen apart/);
  });

  test("by chance alone traits are told in at most one of twenty rosters", () => {
    // Marks from a fixed sequence: no clock and no chance.
    let state = 7;
    const next = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    let told = 0;
    for (let round = 0; round < 400; round += 1) {
      const bearers = Array.from({ length: 80 }, () => ({
        role: `r${Math.floor(next() * 5)}`,
        groups: ["a", "b", "c", "d", "e", "f"].filter(() => next() < 0.3),
        isReached: next() < 0.15,
      }));
      if (sharedTraits(bearers, null).traits.length > 0) told += 1;
    }
    assert.ok(told <= 400 * 0.05, `${told} of 400`);
  });

  test("never a certainty in words", () => {
    for (const chance of [0, 1e-12, 0.004, 0.04]) assert.match(chanceWords({ chance }), /unlikely|perhaps/);
  });
});
