/**
 * yEnc blocks in text (yEnc draft 1.3): a `=ybegin` line that gives size and name, bytes shifted by 42 with `=` before those
 * that would be special, and `=yend`. Total; linear.
 */
import { limits } from "../../base/limits.ts";
import { CR, LF } from "../bytes.ts";

export interface YencFile {
  /** As written, Latin-1, cut at 255 characters: never a file name to write to. */
  readonly name: string;
  /** Decoded length by its first line; null when it does not say. */
  readonly size: number | null;
  /** The encoded lines: offsets into the block. */
  readonly start: number;
  readonly end: number;
}

const NAME_CHARS_MAX = 255;
const HEAD_CHARS_MAX = 1024;
const EQUALS = 0x3d;

/** In order, at most one more than `limits.entitiesMax`; a file without its end runs to the end of the block. */
export function findYenc(block: Buffer): readonly YencFile[] {
  const files: YencFile[] = [];
  for (let at = block.indexOf("=ybegin "); at >= 0 && files.length <= limits.entitiesMax; ) {
    const head = lineEndOf(block, at);
    const line = block.toString("latin1", at, Math.min(head, at + HEAD_CHARS_MAX)).trimEnd();
    const name = / name=(.*)$/.exec(line)?.[1] ?? "";
    const size = / size=(\d{1,10})(?: |$)/.exec(line)?.[1];
    let start = Math.min(head + 1, block.length);
    if (block.toString("latin1", start, start + 7) === "=ypart ")
      start = Math.min(lineEndOf(block, start) + 1, block.length);
    const found = block.indexOf("\n=yend", Math.max(start - 1, 0));
    const end = found < 0 ? block.length : Math.max(start, found);
    files.push({ name: name.slice(0, NAME_CHARS_MAX), size: size === undefined ? null : Number(size), start, end });
    at = block.indexOf("=ybegin ", Math.max(end, at + 1));
  }
  return files;
}

export function decodeYenc(block: Buffer, { start, end, size }: YencFile): Buffer {
  const bytes = Buffer.allocUnsafe(end - start);
  let length = 0;
  for (let at = start; at < end; at += 1) {
    const byte = block[at] as number;
    if (byte === LF || byte === CR) continue;
    const isEscape = byte === EQUALS && at + 1 < end;
    if (isEscape) at += 1;
    bytes[length] = (block[at] as number) - (isEscape ? 106 : 42);
    length += 1;
  }
  return bytes.subarray(0, Math.min(length, size ?? length));
}

function lineEndOf(block: Buffer, at: number): number {
  const found = block.indexOf(LF, at);
  return found < 0 ? block.length : found;
}
