/**
 * Items of a slice of messages that are put together from pieces. Their bytes are read again where they lay, and taken only if
 * they are the same by their hash, or by that of their form with LF; a message of which a piece cannot be had again is named.
 *
 * Memory: the pieces of the slice, which whoever makes the slice bounds (`limits.joinedBytesMax`).
 */
import { hash } from "node:crypto";
import { type Sha256, sha256Of } from "../../base/brand.ts";
import { limits } from "../../base/limits.ts";
import { joinedPath } from "../../case/joined.ts";
import { joinPieces } from "../../mail/join-pieces.ts";
import { lineSha256, toLineForm } from "../../mail/line-form.ts";
import type { Join, JoinPiece, RawMessage, Slice, SliceItem } from "../../ports/mailbox.ts";
import { shown } from "../files/names.ts";
import { notCovered } from "../files/not-covered.ts";
import { messageItem, notCoveredItem, problemsOf } from "../items.ts";
import { slicesOf } from "./place-slices.ts";

type Read = (slice: Slice) => AsyncIterable<SliceItem>;

export async function* readJoined(slice: Slice, read: Read): AsyncGenerator<SliceItem> {
  const joins = slice.joins ?? [];
  const held = await readAgain(joins, read);
  for (const join of joins) {
    const missing = foundPieces([join]).find(({ sha256 }) => !held.has(sha256));
    if (missing === undefined) yield joinedItem(join, held);
    else yield notCoveredItem(unreadRemark(missing));
  }
}

/** Copies: the bytes of an item are good until the next one is asked for. */
async function readAgain(joins: readonly Join[], read: Read): Promise<ReadonlyMap<Sha256, Buffer>> {
  const pieces = foundPieces(joins);
  const held = new Map<Sha256, Buffer>();
  const turns = Math.max(0, ...pieces.map(({ places }) => places.length));
  for (let turn = 0; turn < turns; turn += 1) {
    const missing = pieces.filter(({ sha256 }) => !held.has(sha256));
    const wanted = new Set(missing.map(({ sha256 }) => sha256));
    for (const slice of slicesOf(missing.flatMap(({ places }) => places.slice(turn, turn + 1)))) {
      await readWanted(read(slice), wanted, held);
    }
  }
  return held;
}

async function readWanted(items: AsyncIterable<SliceItem>, wanted: Set<Sha256>, held: Map<Sha256, Buffer>) {
  if (wanted.size === 0) return;
  for await (const item of items) {
    const piece = item.kind === "message" ? wantedOf(item.message, wanted) : null;
    if (piece === null) continue;
    wanted.delete(piece.sha256);
    held.set(piece.sha256, piece.bytes);
    if (wanted.size === 0) return;
  }
}

/** A copy of the message's bytes; where it is the wanted one with other line ends, with those of the wanted one. */
function wantedOf({ sha256, size, bytes }: RawMessage, wanted: ReadonlySet<Sha256>) {
  if (wanted.has(sha256)) return { sha256, bytes: Buffer.from(bytes) };
  const name = bytes.length === size ? lineSha256(bytes) : null;
  return name !== null && wanted.has(name) ? { sha256: name, bytes: toLineForm(bytes) } : null;
}

/** Pieces that were found, also those of pieces that were put together themselves; each once. */
function foundPieces(joins: readonly Join[]): readonly JoinPiece[] {
  const found = new Map<Sha256, JoinPiece>();
  const open = [...joins];
  for (let join = open.pop(); join !== undefined; join = open.pop()) {
    for (const piece of join.pieces) {
      if (piece.join === null) found.set(piece.sha256, piece);
      else open.push(piece.join);
    }
  }
  return [...found.values()];
}

function joinedItem(join: Join, held: ReadonlyMap<Sha256, Buffer>): SliceItem {
  const whole = joinedBytes(join, held);
  const bytes = whole.subarray(0, limits.messageBytesMax);
  const path = joinedPath(join.pieces.map(({ sha256 }) => sha256));
  return messageItem({
    bytes,
    size: whole.length,
    sha256: sha256Of(hash("sha256", whole, "hex")),
    key: join.key,
    location: { path, offset: 0, length: whole.length, folder: "", marks: [] },
    fidelity: "joined",
    outlook: null,
    problems: problemsOf(whole.length, bytes.length, []),
    atSourceEnd: false,
  });
}

/** Nested at most `limits.pieceLevelsMax` deep. */
function joinedBytes({ pieces }: Join, held: ReadonlyMap<Sha256, Buffer>): Buffer {
  return joinPieces(
    pieces.map(({ sha256, join }) => (join === null ? held.get(sha256) : joinedBytes(join, held)) ?? NOTHING),
  );
}

const NOTHING = Buffer.alloc(0);

function unreadRemark({ sha256, places }: JoinPiece) {
  const path = places[0]?.path ?? joinedPath([sha256]);
  const message = `${shown(path)} holds a piece of a longer message that could not be read again to put the message together, so only its pieces were searched, each by itself. Scan the mail again where it lies unchanged.`;
  return notCovered(path, "piece-unread", message);
}
