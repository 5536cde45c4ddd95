/**
 * The entries of a tar that lies in a mail (POSIX.1-2001 ustar and pax, GNU long names). Pure, total, linear; reads no more headers
 * than the budget lets.
 */
import type { PartBudget } from "./reference.ts";

export interface TarEntry {
  readonly name: string;
  /** No folder, link or device. */
  readonly isFile: boolean;
  readonly bytes: Buffer;
}

const BLOCK = 512;

export function tarEntries(bytes: Buffer, budget: PartBudget): readonly TarEntry[] {
  const found: TarEntry[] = [];
  let longName: string | null = null;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    const size = sizeOf(header);
    if (header[0] === 0 || size === null) break;
    if (!budget.takeEntry()) break;
    const content = bytes.subarray(at + BLOCK, Math.min(bytes.length, at + BLOCK + size));
    if (content.length < size) budget.codes.add("part.damaged");
    const kind = String.fromCharCode(header[156] ?? 0);
    if (kind === "L") longName = zeroEnded(content);
    else if (kind === "x") longName = paxName(content) ?? longName;
    else if (kind !== "g" && kind !== "K") {
      found.push({
        name: longName ?? nameOf(header),
        isFile: kind === "0" || kind === "\0" || kind === "7",
        bytes: content,
      });
      longName = null;
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return found;
}

/** Octal, or binary behind a set bit (GNU); null for what is none. */
function sizeOf(header: Buffer): number | null {
  if (((header[124] ?? 0) & 0x80) !== 0) {
    const size = Number(header.readBigUInt64BE(128));
    return Number.isSafeInteger(size) ? size : null;
  }
  const digits = /^[ \0]*([0-7]{1,12})/.exec(header.toString("latin1", 124, 136))?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 8);
}

function nameOf(header: Buffer): string {
  const prefix = header.toString("latin1", 257, 262) === "ustar" ? zeroEnded(header.subarray(345, 500)) : "";
  const name = zeroEnded(header.subarray(0, 100));
  return prefix === "" ? name : `${prefix}/${name}`;
}

function zeroEnded(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString("utf8", 0, Math.min(end < 0 ? bytes.length : end, 4_096));
}

function paxName(content: Buffer): string | null {
  const records = content.toString("utf8", 0, 64 * 1024);
  return /(?:^|\n)\d{1,6} path=([^\n]{1,4096})\n/.exec(records)?.[1] ?? null;
}
