/** The header that stands before an entry's bytes (APPNOTE 4.3.7): where they begin, and more when nothing else tells. */
import type { ZipBytes } from "./directory.ts";

const HEADER_BYTES = 30;
const SIGNATURE = 0x04034b50;
/** Sizes and checksum stand behind the data, not here. */
const FLAG_DESCRIPTOR = 0x08;
const FLAG_ENCRYPTED = 0x01;

/** What is needed to read the bytes of an entry. */
export interface PackedEntry {
  /** Of its first packed byte. */
  readonly start: number;
  readonly end: number;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Unpacked; null when it is not known. */
  readonly size: number | null;
  readonly crc: number | null;
}

export interface LocalHeader extends PackedEntry {
  readonly name: Buffer;
  readonly isUtf8: boolean;
}

/** Null when no local header stands at `offset`. */
export async function localDataStart(bytes: ZipBytes, offset: number): Promise<number | null> {
  const header = Buffer.alloc(HEADER_BYTES);
  if (offset < 0 || (await fill(bytes, header, offset)) < HEADER_BYTES || header.readUInt32LE(0) !== SIGNATURE)
    return null;
  return offset + HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** For zips without a directory: everything from the local header. Null when it makes no sense. */
export async function readLocalHeader(bytes: ZipBytes, offset: number): Promise<LocalHeader | null> {
  const header = Buffer.alloc(HEADER_BYTES);
  if ((await fill(bytes, header, offset)) < HEADER_BYTES || header.readUInt32LE(0) !== SIGNATURE) return null;
  const flags = header.readUInt16LE(6);
  const method = header.readUInt16LE(8);
  const nameBytes = header.readUInt16LE(26);
  if (header.readUInt16LE(4) > 100 || (method !== 0 && method !== 8) || nameBytes === 0) return null;
  const name = Buffer.alloc(nameBytes);
  if ((await fill(bytes, name, offset + HEADER_BYTES)) < nameBytes) return null;
  const start = offset + HEADER_BYTES + nameBytes + header.readUInt16LE(28);
  const packed = header.readUInt32LE(18);
  const isOpen = (flags & FLAG_DESCRIPTOR) !== 0 || packed === 0xffffffff;
  return {
    name,
    isUtf8: (flags & 0x800) !== 0,
    start,
    end: isOpen ? bytes.size : Math.min(bytes.size, start + packed),
    method,
    isEncrypted: (flags & FLAG_ENCRYPTED) !== 0,
    size: isOpen ? null : header.readUInt32LE(22),
    crc: isOpen ? null : header.readUInt32LE(14),
  };
}

async function fill(bytes: ZipBytes, target: Buffer, position: number): Promise<number> {
  let done = 0;
  while (done < target.length && position + done < bytes.size) {
    const count = await bytes.read(target, done, target.length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}
