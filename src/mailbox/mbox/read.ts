/** Items of an mbox: a file, or what came out of unpacking one. */
import type { Problem } from "../../base/problem.ts";
import type { SliceItem } from "../../ports/mailbox.ts";
import type { ByteStream } from "../byte-stream.ts";
import { shown } from "../files/names.ts";
import { notCovered } from "../files/not-covered.ts";
import { damageItem, messageItem, notCoveredItem, type Place, problemsOf } from "../items.ts";
import { isOddFromLine, looksLikeMessage, textStart } from "../sniff.ts";
import { type MboxPiece, type MboxRange, MboxSplitter, type SplitterWindows } from "./splitter.ts";

/** Everything: for streams, which have no slices. */
export const WHOLE: MboxRange = { start: 0, end: Number.POSITIVE_INFINITY, streamStart: 0 };

/** Messages in order, then the damage of the stream. */
export async function* readMbox(
  stream: ByteStream,
  range: MboxRange,
  place: Place,
  windows: SplitterWindows,
): AsyncGenerator<SliceItem> {
  const splitter = new MboxSplitter(stream, range, windows);
  for (let piece = await splitter.next(); piece !== null; piece = await splitter.next()) {
    if (!piece.leading) yield pieceItem(piece, stream, place);
    else yield* leadingItems(piece, stream, place);
  }
  if (splitter.isEmpty) yield* emptyItems(stream, place);
  for (const damage of stream.damages) yield damageItem(place.path, damage);
}

function pieceItem(piece: MboxPiece, stream: ByteStream, place: Place): SliceItem {
  const problems: Problem[] = [...place.problems];
  if (piece.leading) problems.push({ code: "mbox.no-from-line" });
  if (piece.suspect) problems.push({ code: "mbox.split-suspect" });
  const damages = piece.isLast ? stream.damages : [];
  problems.push(...problemsOf(piece.size, piece.bytes.length, damages));
  const { bytes, size, sha256, offset, length, atSourceEnd } = piece;
  const location = { path: place.path, offset, length, folder: place.folder, marks: place.marks };
  return messageItem({ bytes, size, sha256, key: `${place.keyPrefix}${offset}`, location, problems, atSourceEnd });
}

/** What stands before the first separator: a message that lost its separator, nothing but empty lines, or garbage. */
function* leadingItems(piece: MboxPiece, stream: ByteStream, place: Place): Generator<SliceItem> {
  const start = textStart(piece.bytes);
  if (start === piece.size && piece.isLast) yield* emptyItems(stream, place);
  if (start === piece.size) return;
  const isMail = looksLikeMessage(piece.bytes, start) || isOddFromLine(piece.bytes, start);
  if (isMail) yield pieceItem(piece, stream, place);
  else {
    const message = `${shown(place.path)} begins with ${piece.size} bytes that are no mail and belong to no message; they were not read. If mail should stand there, compare with another copy of the file.`;
    yield notCoveredItem(notCovered(place.path, "mbox-leading-bytes", message));
  }
}

/** Where the stream is damaged, the damage says why nothing is there. */
function* emptyItems({ damages }: ByteStream, { path }: Place): Generator<SliceItem> {
  if (damages.length > 0) return;
  const message = `${shown(path)} holds nothing but empty lines, so there is nothing to search. If mail should be there, look for another copy.`;
  yield notCoveredItem(notCovered(path, "empty", message));
}
