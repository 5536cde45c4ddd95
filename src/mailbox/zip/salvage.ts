/**
 * Entries of a zip whose directory is lost: found by the signature of their local headers, all through the file
 * (HM-142). Packed data that looks like a header by chance makes an entry that holds no mail, or fails its checksum.
 */
import { limits } from "../../base/limits.ts";
import type { ZipBytes } from "./directory.ts";
import { entryName } from "./entry-name.ts";
import { type PackedEntry, readLocalHeader } from "./local-header.ts";

const SIGNATURE = Buffer.from("PK\u0003\u0004");
const BLOCK_BYTES = 256 * 1024;
const UTF8_FLAG = 0x800;

export interface SalvagedEntry {
  readonly name: string;
  readonly packed: PackedEntry;
}

/** In the order of the file, without those at the `known` offsets. After `entriesMax` of them null says that there are more. */
export async function* salvageEntries(
  bytes: ZipBytes,
  known: ReadonlySet<number>,
  entriesMax: number = limits.archiveEntriesMax,
): AsyncGenerator<SalvagedEntry | null> {
  let at = 0;
  for (let found = 0; ; ) {
    const offset = await findSignature(bytes, at);
    if (offset === null) return;
    at = offset + SIGNATURE.length;
    const header = await readLocalHeader(bytes, offset);
    if (header === null) continue;
    // Behind data of known length the next header is found at once; else it is searched for inside the packed data.
    if (header.size !== null) at = Math.max(at, header.end);
    if (known.has(offset)) continue;
    if (found >= entriesMax) {
      yield null;
      return;
    }
    found += 1;
    yield { name: entryName(header.name, header.isUtf8 ? UTF8_FLAG : 0, Buffer.alloc(0)), packed: header };
  }
}

async function findSignature(bytes: ZipBytes, from: number): Promise<number | null> {
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  for (let position = from; position < bytes.size; position += BLOCK_BYTES - SIGNATURE.length + 1) {
    const length = Math.min(BLOCK_BYTES, bytes.size - position);
    const count = await readSome(bytes, block.subarray(0, length), position);
    const at = block.subarray(0, count).indexOf(SIGNATURE);
    if (at >= 0) return position + at;
    if (count < length) return null;
  }
  return null;
}

async function readSome(bytes: ZipBytes, target: Buffer, position: number): Promise<number> {
  let done = 0;
  while (done < target.length) {
    const count = await bytes.read(target, done, target.length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}
