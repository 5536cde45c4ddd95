/**
 * Tells a file that grew from one that was rewritten, without reading all of it: hashes over its first and last 64 KiB.
 * Text form: `1:<size>:<sha-256 of the first>:<sha-256 of the last>`.
 */
import { hash } from "node:crypto";
import { faultOf } from "./files/not-covered.ts";
import type { OpenFile } from "./files/open-file.ts";

const PART_BYTES = 64 * 1024;

/** Of the file's first `size` bytes. Null when they cannot be read. */
export async function fingerprintOf(file: OpenFile, size: number): Promise<string | null> {
  const length = Math.min(PART_BYTES, size);
  try {
    const first = await hashOf(file, 0, length);
    const last = await hashOf(file, size - length, length);
    return first === null || last === null ? null : `1:${size}:${first}:${last}`;
  } catch (error) {
    faultOf(error);
    return null;
  }
}

async function hashOf(file: OpenFile, position: number, length: number): Promise<string | null> {
  const part = Buffer.allocUnsafe(length);
  for (let fill = 0; fill < length; ) {
    const count = await file.read(part, fill, length - fill, position + fill);
    if (count === 0) return null;
    fill += count;
  }
  return hash("sha256", part, "hex");
}
