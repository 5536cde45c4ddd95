/**
 * The entries of a zip that lies in a mail, each taken out on demand (PKWARE APPNOTE 4.3, 4.4). By its directory; where that leads
 * nowhere, or to less than lies there, by the entries' own headers.
 *
 * Pure and total. What comes out is bounded by the message's budget; a bomb ends its own entry and says so.
 */
import { inflateRawSync, zstdDecompressSync } from "node:zlib";
import type { PartBudget } from "./reference.ts";

export interface ZipEntry {
  /** As written, `/` between levels. */
  readonly name: string;
  readonly isEncrypted: boolean;
  /** As claimed; 0 when it is not said. */
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Null when it cannot be taken out; the budget then says why. */
  read(): Buffer | null;
}

const LOCAL = Buffer.from("PK\x03\x04", "latin1");
const CENTRAL = Buffer.from("PK\x01\x02", "latin1");
const END = Buffer.from("PK\x05\x06", "latin1");
const END_TAIL_BYTES = 22 + 65_535;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const ZSTD = 93;

export function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(LOCAL);
}

/** In the order of the directory. */
export function zipEntries(bytes: Buffer, budget: PartBudget): readonly ZipEntry[] {
  const listed = directoryEntries(bytes, budget);
  const places = new Set(listed.map(({ place }) => place));
  // Entries that the directory leaves out are taken out by programs that read without it.
  const loose = localEntries(bytes, places, budget);
  return [...listed, ...loose].map(({ place, method, ...entry }) => ({
    ...entry,
    read: () => content(bytes, { place, method, ...entry }, budget),
  }));
}

interface Entry {
  readonly name: string;
  /** Of the local header. */
  readonly place: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** 0 when it is not said. */
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

function directoryEntries(bytes: Buffer, budget: PartBudget): readonly Entry[] {
  const tail = Math.max(0, bytes.length - END_TAIL_BYTES);
  const end = bytes.subarray(tail).lastIndexOf(END);
  if (end < 0 || tail + end + 22 > bytes.length) return [];
  const stated = bytes.readUInt32LE(tail + end + 16);
  const sizeBytes = bytes.readUInt32LE(tail + end + 12);
  // Bytes before the archive move its offsets.
  const shift = Math.max(0, tail + end - sizeBytes - stated);
  const found: Entry[] = [];
  for (let at = stated + shift; at + CENTRAL_BYTES <= bytes.length; ) {
    if (!bytes.subarray(at, at + 4).equals(CENTRAL) || !budget.takeEntry()) break;
    const nameBytes = bytes.readUInt16LE(at + 28);
    const next = at + CENTRAL_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    found.push({
      name: nameOf(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes)),
      place: bytes.readUInt32LE(at + 42) + shift,
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
      packedBytes: bytes.readUInt32LE(at + 20),
      unpackedBytes: bytes.readUInt32LE(at + 24),
    });
    at = next;
  }
  return found;
}

/** Those whose local headers stand at none of `known`. What looks like one inside packed data is none: sizes are stepped over. */
function localEntries(bytes: Buffer, known: ReadonlySet<number>, budget: PartBudget): readonly Entry[] {
  const found: Entry[] = [];
  for (let at = bytes.indexOf(LOCAL); at >= 0 && at + LOCAL_BYTES <= bytes.length; ) {
    const nameBytes = bytes.readUInt16LE(at + 26);
    const packedBytes = bytes.readUInt32LE(at + 18);
    const data = at + LOCAL_BYTES + nameBytes + bytes.readUInt16LE(at + 28);
    if (!known.has(at)) {
      if (!budget.takeEntry()) break;
      found.push({
        name: nameOf(bytes.subarray(at + LOCAL_BYTES, at + LOCAL_BYTES + nameBytes)),
        place: at,
        method: bytes.readUInt16LE(at + 8),
        isEncrypted: (bytes.readUInt16LE(at + 6) & ENCRYPTED) !== 0,
        packedBytes,
        unpackedBytes: bytes.readUInt32LE(at + 22),
      });
    }
    const next = data + packedBytes <= bytes.length ? data + packedBytes : data;
    at = bytes.indexOf(LOCAL, Math.max(next, at + LOCAL_BYTES));
  }
  return found;
}

const NAME_BYTES_MAX = 4_096;

function nameOf(bytes: Buffer): string {
  return bytes.toString("utf8", 0, NAME_BYTES_MAX).replaceAll("\\", "/").replaceAll("\0", "");
}

function content(bytes: Buffer, entry: Entry, budget: PartBudget): Buffer | null {
  const { place, method, isEncrypted, packedBytes } = entry;
  if (place + LOCAL_BYTES > bytes.length || !bytes.subarray(place, place + 4).equals(LOCAL)) return null;
  if (isEncrypted) {
    budget.codes.add("part.encrypted");
    return null;
  }
  const start = place + LOCAL_BYTES + bytes.readUInt16LE(place + 26) + bytes.readUInt16LE(place + 28);
  const end = packedBytes === 0 && method !== STORED ? bytes.length : Math.min(bytes.length, start + packedBytes);
  const data = bytes.subarray(start, end);
  switch (method) {
    case STORED:
      return budget.takeBytes(data.length) ? data : null;
    case DEFLATED:
      return unpacked(data, inflateRawSync, budget);
    case ZSTD:
      return unpacked(data, zstdDecompressSync, budget);
    default:
      budget.codes.add("part.compression");
      return null;
  }
}

/** What damaged data count as, of their own length; deflate packs a thousand to one, documents ten to one. */
const DAMAGE_RATIO = 16;

type Inflate = (data: Buffer, options: { readonly maxOutputLength: number }) => Buffer;

/** What a compressed text holds, at most what the budget has left; null where it is damaged or more. */
export function unpacked(data: Buffer, inflate: Inflate, budget: PartBudget): Buffer | null {
  const maxOutputLength = Math.max(0, budget.bytesLeft);
  if (maxOutputLength === 0) {
    budget.takeBytes(1);
    return null;
  }
  try {
    const out = inflate(data, { maxOutputLength });
    return budget.takeBytes(out.length) ? out : null;
  } catch (cause) {
    // Only a bound that was passed says so by this code; all else is damage.
    const isBomb = cause instanceof RangeError && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE";
    if (isBomb) budget.takeBytes(maxOutputLength + 1);
    else {
      budget.codes.add("part.damaged");
      // How much came out before the damage is not told: without a price, ten thousand entries would each unpack all the budget.
      budget.takeBytes(Math.min(maxOutputLength, data.length * DAMAGE_RATIO));
    }
    return null;
  }
}
