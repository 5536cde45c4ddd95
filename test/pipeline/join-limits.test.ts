/** Bounds of joining, on a case that is made of records alone: what is above them stays in pieces, and that is said. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { joinPieces } from "../../src/pipeline/join-pieces.ts";
import type { Join } from "../../src/ports/mailbox.ts";
import type { Batch, CaseStore, StoredPiece } from "../../src/ports/store.ts";
import { recordOf } from "../support/record.ts";

interface Wish {
  readonly id?: string;
  readonly number: number;
  readonly total?: number;
  readonly size?: number;
}

function pieceOf({ id = "x", number, total = 0, size = 100 }: Wish, name: number): StoredPiece {
  const record = { ...recordOf({ name: `${name}`, status: "partial", size }), piece: { id, number, total } };
  return { record, places: [], joinedFrom: [] };
}

/** What would be read, and what is said to be not covered. */
async function joinsOf(
  wishes: readonly Wish[],
): Promise<{ readonly joins: readonly Join[]; readonly gaps: readonly string[] }> {
  const pieces = wishes.map(pieceOf);
  const joins: Join[] = [];
  let last: Batch | null = null;
  const done = { ok: true, value: undefined } as const;
  const store = {
    pieces: async function* () {
      yield* pieces;
    },
    joinedKeys: async () => [],
    beginSource: async () => done,
    finishSource: async () => done,
    applyBatch: async (batch: Batch) => {
      last = batch;
      return done;
    },
  } as unknown as CaseStore;
  const reading = {
    run: async (tasks: AsyncIterable<{ readonly slice: { readonly joins?: readonly Join[] } }>) => {
      for await (const { slice } of tasks) joins.push(...(slice.joins ?? []));
      return { faults: 0, poisoned: 0 };
    },
    close: async () => {},
  };
  await joinPieces({ store, reading }, { owners: [], isReachable: () => true });
  const gaps = (last as Batch | null)?.notCovered.map(({ code }) => code) ?? [];
  return { joins, gaps };
}

/** One message of `count` pieces. */
function row(count: number, id = "x", size = 100): readonly Wish[] {
  return Array.from({ length: count }, (_, index) => ({ id, number: index + 1, total: count, size }));
}

describe("bounds of joining", () => {
  test("pieceNumberMax", async () => {
    const at = await joinsOf(row(limits.pieceNumberMax));
    assert.deepEqual([at.joins.length, at.gaps], [1, []]);
    const above = await joinsOf(row(limits.pieceNumberMax + 1));
    assert.deepEqual([above.joins.length, above.gaps], [0, ["pieces-missing", "pieces-limit"]]);
  });

  test("joinedBytesMax", async () => {
    const at = await joinsOf(row(2, "x", limits.joinedBytesMax / 2));
    assert.deepEqual([at.joins.length, at.gaps], [1, []]);
    const above = await joinsOf(row(2, "x", limits.joinedBytesMax / 2 + 1));
    assert.deepEqual([above.joins.length, above.gaps], [0, ["pieces-limit"]]);
  });

  test("joinedTotalBytesMax", async () => {
    const full = limits.joinedTotalBytesMax / limits.joinedBytesMax;
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => row(2, `${n}`, limits.joinedBytesMax / 2)).flat();
    const at = await joinsOf(many(full));
    assert.deepEqual([at.joins.length, at.gaps], [full, []]);
    const above = await joinsOf(many(full + 1));
    assert.deepEqual([above.joins.length, above.gaps], [full, ["pieces-limit"]]);
  });

  test("joinedMax", async () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => row(2, `${n}`)).flat();
    const at = await joinsOf(many(limits.joinedMax));
    assert.deepEqual([at.joins.length, at.gaps], [limits.joinedMax, []]);
    const above = await joinsOf(many(limits.joinedMax + 1));
    assert.deepEqual([above.joins.length, above.gaps], [limits.joinedMax, ["pieces-limit"]]);
  });

  test("piecesMax", async () => {
    const loose = Array.from({ length: limits.piecesMax }, () => ({ id: "loose", number: 2 }));
    const at = await joinsOf([...row(2), ...loose.slice(2)]);
    assert.deepEqual([at.joins.length, at.gaps], [1, ["pieces-missing"]]);
    const above = await joinsOf([...row(2), ...loose]);
    assert.deepEqual([above.joins.length, above.gaps], [1, ["pieces-missing", "pieces-limit"]]);
  });
});
