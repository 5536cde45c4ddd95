/** Which pieces make a message: every number, one total told, and what is tried where several pieces claim one place. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { type Piece, pieceSets } from "../../src/cluster/piece-sets.ts";
import { shaOf } from "../support/record.ts";

/** `2b/3@bo#inbox`: number, a letter to tell it from others, the total it tells, its reader, its source. */
function piece(text: string): Piece & { readonly name: string } {
  const [, number, name, total, reader, source] = /^(\d+)(\w?)(?:\/(\d+))?(?:@(\w+))?(?:#(\w+))?$/.exec(text) ?? [];
  return {
    name: `${number}${name}`,
    sha256: shaOf(text),
    bytes: 10,
    id: "x",
    number: Number(number),
    total: Number(total ?? 0),
    readers: reader === undefined ? [] : [reader],
    sources: source === undefined ? [] : [source],
  };
}

function setsOf(...texts: readonly string[]): readonly string[] {
  const names = new Map(texts.map((text) => [piece(text).sha256, piece(text).name]));
  const { sets } = pieceSets(texts.map(piece));
  return sets.map((set) => set.map(({ sha256 }) => names.get(sha256)).join(" ")).sort();
}

describe("sets of pieces", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, pieces: readonly string[], sets: readonly string[]])[] = [
    ["the last tells the total",            ["1", "2", "3/3"],                       ["1 2 3"]],
    ["all tell it",                         ["1/2", "2/2"],                          ["1 2"]],
    ["only the first tells it",             ["1/2", "2"],                            ["1 2"]],
    ["out of order",                        ["3/3", "1", "2"],                       ["1 2 3"]],
    ["nobody tells it",                     ["1", "2", "3"],                         []],
    ["one is missing",                      ["1", "3/3"],                            []],
    ["the first is missing",                ["2", "3/3"],                            []],
    ["one that says no number",             ["0/2", "2/2"],                          []],
    ["more than the total",                 ["1", "2/2", "3"],                       ["1 2"]],
    ["one piece is all",                    ["1/1"],                                 ["1"]],
    // Evasion: a total that differs in one piece.
    ["totals differ",                       ["1/3", "2/3", "3/4"],                   ["1 2 3"]],
    ["two totals that both are whole",      ["1", "2/2", "3/3"],                     ["1 2", "1 2 3"]],
    // Evasion: a decoy beside the true piece.
    ["a number twice",                      ["1", "2a/2", "2b/2"],                   ["1 2a", "1 2b"]],
    ["two numbers twice",                   ["1a", "1b", "2a/2", "2b/2"],            ["1a 2a", "1a 2b", "1b 2a", "1b 2b"]],
    ["a decoy that tells another total",    ["1", "2a/2", "2b/9"],                   ["1 2a"]],
    // Copies for two readers: pieces of each go together.
    ["two readers",                         ["1a@bo", "2a/2@bo", "1b@cy", "2b/2@cy"], ["1a 2a", "1b 2b"]],
    ["two readers, a piece lost",           ["1a@bo", "2a/2@bo", "2b/2@cy"],          ["1a 2a", "1a 2b"]],
    ["two mailboxes",                       ["1a#in", "2a/2#in", "1b#out", "2b/2#out"], ["1a 2a", "1b 2b"]],
  ];
  for (const [what, pieces, sets] of cases) {
    test(what, () => {
      assert.deepEqual(setsOf(...pieces), sets);
      assert.deepEqual(setsOf(...[...pieces].reverse()), sets, "another order");
    });
  }

  test("many that claim each place: so many sets, and that is said", () => {
    const texts = [1, 2, 3].flatMap((n) =>
      Array.from({ length: 100 }, (_, i) => `${n}x${i}/3`.replace(/(\D)(\d+)/, "$1_$2")),
    );
    const pieces = texts.map((text, i) => ({ ...piece("1"), sha256: shaOf(text), number: (i % 3) + 1, total: 3 }));
    const { sets, isCut } = pieceSets(pieces);
    assert.equal(sets.length, limits.joinedPerIdMax);
    assert.equal(isCut, true);
  });

  test("a wish that no piece fulfils ends", () => {
    const pieces = Array.from({ length: 3000 }, (_, i) => ({
      ...piece("1"),
      sha256: shaOf(`${i}`),
      number: (i % 300) + 1,
      total: 300,
    }));
    assert.deepEqual(
      pieceSets(pieces, () => false),
      { sets: [], isCut: true },
    );
  });
});
