/**
 * Which slices must be read to have the bytes of remembered places again. A slice may hold other messages too: who reads it
 * picks by hash. A source that can only be read as a whole is read once for all of its places.
 */
import type { PiecePlace, Slice, Source } from "../../ports/mailbox.ts";
import { LOOKAHEAD_BYTES } from "../mbox/from-line.ts";
import { GRID_BYTES } from "../mbox/plan.ts";

export function slicesOf(places: readonly PiecePlace[]): readonly Slice[] {
  const slices = new Map<string, Slice>();
  for (const place of places) {
    const slice = sliceOf(place);
    const name = JSON.stringify([slice.source.path, slice.start, validityIn(slice)]);
    const known = slices.get(name);
    slices.set(name, known === undefined ? slice : united(known, slice));
  }
  return [...slices.values()];
}

function sliceOf({ source, key, file }: PiecePlace): Slice {
  switch (source.kind) {
    case "maildir":
    case "folder":
      return { ...ofRange(source, 0, 1), files: [file?.name ?? key] };
    case "imap":
      return { ...ofRange(source, 0, 1), files: [`${key.split(":", 2).join(":")}:${file?.size ?? 0}`] };
    case "mbox":
      return ofMbox(source, numberIn(key));
    case "zip":
    case "pst":
      return ofRange(source, numberIn(key), numberIn(key) + 1);
    default:
      return ofRange(source, 0, 1);
  }
}

/** From where the message was read before, so that the same separators are seen; the separator stands before the offset. */
function ofMbox(source: Source, offset: number): Slice {
  const before = Math.max(0, offset - LOOKAHEAD_BYTES);
  return ofRange(source, before - (before % GRID_BYTES), offset + 1);
}

/** Messages of a mail server are read under one UIDVALIDITY at a time. */
function validityIn({ source, files }: Slice): string {
  return source.kind === "imap" ? (files[0]?.split(":", 1)[0] ?? "") : "";
}

function ofRange(source: Source, start: number, end: number): Slice {
  return { source, start, end, files: [], bytes: 0 };
}

function united(one: Slice, other: Slice): Slice {
  return { ...one, end: Math.max(one.end, other.end), files: [...new Set([...one.files, ...other.files])].sort() };
}

/** Of an entry, a node, or an offset: what a key begins with. */
function numberIn(key: string): number {
  return Number(/^\d{1,15}/.exec(key)?.[0] ?? 0);
}
