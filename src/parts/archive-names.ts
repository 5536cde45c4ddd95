/**
 * Archives that are not unpacked here, or only in part: RAR (technical notes of versions 4 and 5), Microsoft cabinets (MS-CAB). Their
 * members' names, whether one needs a password, and what is stored as it is or packed by MSZIP.
 *
 * Pure and total; no more headers are read than the budget lets.
 */
import { inflateRawSync } from "node:zlib";
import type { PartBudget } from "./reference.ts";

export interface ArchiveMember {
  /** `/` between levels. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  /** As claimed. */
  readonly size: number;
  /** Null where it is packed in a way that is not undone. */
  readonly bytes: Buffer | null;
}

export interface ArchiveListing {
  readonly members: readonly ArchiveMember[];
  /** A password is needed for some member, or for the list itself. */
  readonly isEncrypted: boolean;
  /** All members are in the list. */
  readonly isComplete: boolean;
}

const RAR4 = "Rar!\x1a\x07\0";
const RAR5 = "Rar!\x1a\x07\x01\0";

/** Null for what is no RAR. */
export function rarListing(bytes: Buffer, budget: PartBudget): ArchiveListing | null {
  const head = bytes.toString("latin1", 0, 8);
  if (head === RAR5) return rar5(bytes, budget);
  return head.startsWith(RAR4) ? rar4(bytes, budget) : null;
}

const RAR4_FILE = 0x74;
const RAR4_END = 0x7b;

function rar4(bytes: Buffer, budget: PartBudget): ArchiveListing {
  const members: ArchiveMember[] = [];
  for (let at = 7; at + 7 <= bytes.length; ) {
    const [type, flags, headBytes] = [bytes[at + 2] ?? 0, bytes.readUInt16LE(at + 3), bytes.readUInt16LE(at + 5)];
    if (type === RAR4_END) return { members, isEncrypted: members.some((one) => one.isEncrypted), isComplete: true };
    // The main header says that all that follows is encrypted, names too.
    if (type === 0x73 && (flags & 0x80) !== 0) return { members, isEncrypted: true, isComplete: false };
    if (headBytes < 7 || !budget.takeEntry()) break;
    const packed = (flags & 0x8000) !== 0 && at + 11 <= bytes.length ? bytes.readUInt32LE(at + 7) : 0;
    if (type === RAR4_FILE && at + 32 <= bytes.length)
      members.push(rar4Member(bytes, at, { flags, headBytes, packed }));
    at += headBytes + packed;
  }
  return { members, isEncrypted: members.some((one) => one.isEncrypted), isComplete: false };
}

interface Rar4Head {
  readonly flags: number;
  readonly headBytes: number;
  readonly packed: number;
}

function rar4Member(bytes: Buffer, at: number, { flags, headBytes, packed }: Rar4Head): ArchiveMember {
  const nameAt = at + 32 + ((flags & 0x100) !== 0 ? 8 : 0);
  const name = bytes.subarray(nameAt, Math.min(bytes.length, nameAt + bytes.readUInt16LE(at + 26)));
  const zero = name.indexOf(0);
  const isStored = bytes[at + 25] === 0x30;
  const isEncrypted = (flags & 4) !== 0;
  return {
    name: (zero < 0 ? name : name.subarray(0, zero)).toString("utf8").replaceAll("\\", "/"),
    isFolder: (flags & 0xe0) === 0xe0,
    isEncrypted,
    size: bytes.readUInt32LE(at + 11),
    bytes: isStored && !isEncrypted ? bytes.subarray(at + headBytes, at + headBytes + packed) : null,
  };
}

function rar5(bytes: Buffer, budget: PartBudget): ArchiveListing {
  const members: ArchiveMember[] = [];
  for (let at = 8; at + 7 <= bytes.length; ) {
    const reader = new VintReader(bytes, at + 4);
    const headBytes = reader.next();
    const start = reader.at;
    const [type, flags] = [reader.next(), reader.next()];
    if ((flags & 1) !== 0) reader.next();
    const dataBytes = (flags & 2) !== 0 ? reader.next() : 0;
    if (type === 5) return { members, isEncrypted: members.some((one) => one.isEncrypted), isComplete: true };
    if (type === 4) return { members, isEncrypted: true, isComplete: false };
    if (headBytes === 0 || !budget.takeEntry()) break;
    const end = start + headBytes;
    if (type === 2) members.push(rar5Member(reader, { end, dataBytes, hasExtra: (flags & 1) !== 0 }));
    at = end + dataBytes;
  }
  return { members, isEncrypted: members.some((one) => one.isEncrypted), isComplete: false };
}

interface Rar5Head {
  readonly end: number;
  readonly dataBytes: number;
  readonly hasExtra: boolean;
}

function rar5Member(reader: VintReader, { end, dataBytes, hasExtra }: Rar5Head): ArchiveMember {
  const { bytes } = reader;
  const flags = reader.next();
  const size = reader.next();
  reader.next();
  reader.at += ((flags & 2) !== 0 ? 4 : 0) + ((flags & 4) !== 0 ? 4 : 0);
  const method = (reader.next() >> 7) & 7;
  reader.next();
  const nameBytes = reader.next();
  const name = bytes.toString(
    "utf8",
    Math.min(reader.at, bytes.length),
    Math.min(bytes.length, reader.at + Math.min(nameBytes, 4_096)),
  );
  reader.at += nameBytes;
  const isEncrypted = hasExtra && hasEncryptionRecord(reader, end);
  return {
    ...{ name: name.replaceAll("\\", "/"), isFolder: (flags & 1) !== 0, isEncrypted, size },
    bytes: method === 0 && !isEncrypted ? bytes.subarray(end, end + dataBytes) : null,
  };
}

/** Records of the extra area: size, type; type 1 is encryption. */
function hasEncryptionRecord(reader: VintReader, end: number): boolean {
  while (reader.at < end && reader.at < reader.bytes.length) {
    const size = reader.next();
    const next = reader.at + size;
    if (reader.next() === 1) return true;
    if (size === 0) return false;
    reader.at = next;
  }
  return false;
}

/** Numbers of seven bits a byte, the lowest first. */
class VintReader {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  next(): number {
    let value = 0;
    for (let shift = 0; shift < 49; shift += 7) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  }
}

const CAB_WINDOW = 32 * 1024;

interface CabFolder {
  readonly dataAt: number;
  readonly blocks: number;
  readonly method: number;
}

/** Members of folders that are stored or packed by MSZIP come out; those of Quantum and LZX are named. Null for what is none. */
export function cabListing(bytes: Buffer, budget: PartBudget): ArchiveListing | null {
  if (bytes.length < 36 || bytes.toString("latin1", 0, 4) !== "MSCF") return null;
  const [filesAt, folderCount, fileCount, flags] = [
    bytes.readUInt32LE(16),
    bytes.readUInt16LE(26),
    bytes.readUInt16LE(28),
    bytes.readUInt16LE(30),
  ];
  const reserve = (flags & 4) !== 0 && bytes.length >= 40;
  let at = reserve ? 40 + bytes.readUInt16LE(36) : 36;
  const folderReserve = reserve ? (bytes[38] ?? 0) : 0;
  const dataReserve = reserve ? (bytes[39] ?? 0) : 0;
  for (let names = ((flags & 1) !== 0 ? 2 : 0) + ((flags & 2) !== 0 ? 2 : 0); names > 0; names -= 1) {
    const end = bytes.indexOf(0, at);
    if (end < 0) return { members: [], isEncrypted: false, isComplete: false };
    at = end + 1;
  }
  const folders: CabFolder[] = [];
  for (let index = 0; index < folderCount && at + 8 <= bytes.length; index += 1, at += 8 + folderReserve) {
    folders.push({
      dataAt: bytes.readUInt32LE(at),
      blocks: bytes.readUInt16LE(at + 4),
      method: bytes.readUInt16LE(at + 6) & 0x0f,
    });
  }
  const contents = new Map<number, Buffer | null>();
  const members: ArchiveMember[] = [];
  let fileAt = filesAt;
  for (let index = 0; index < fileCount && fileAt + 16 < bytes.length; index += 1) {
    const nameEnd = bytes.indexOf(0, fileAt + 16);
    if (nameEnd < 0 || !budget.takeEntry()) break;
    const [size, offset, folder] = [
      bytes.readUInt32LE(fileAt),
      bytes.readUInt32LE(fileAt + 4),
      bytes.readUInt16LE(fileAt + 8),
    ];
    if (!contents.has(folder)) contents.set(folder, folderContent(bytes, folders[folder], { dataReserve, budget }));
    const content = contents.get(folder) ?? null;
    const isUtf8 = (bytes.readUInt16LE(fileAt + 14) & 0x80) !== 0;
    members.push({
      name: bytes
        .toString(isUtf8 ? "utf8" : "latin1", fileAt + 16, Math.min(nameEnd, fileAt + 16 + 256))
        .replaceAll("\\", "/"),
      ...{ isFolder: false, isEncrypted: false, size },
      bytes: content === null || offset + size > content.length ? null : content.subarray(offset, offset + size),
    });
    fileAt = nameEnd + 1;
  }
  return { members, isEncrypted: false, isComplete: members.length === fileCount };
}

interface CabReading {
  readonly dataReserve: number;
  readonly budget: PartBudget;
}

function folderContent(
  bytes: Buffer,
  folder: CabFolder | undefined,
  { dataReserve, budget }: CabReading,
): Buffer | null {
  if (folder === undefined || folder.method > 1) {
    budget.codes.add("part.compression");
    return null;
  }
  const pieces: Buffer[] = [];
  let at = folder.dataAt;
  for (let block = 0; block < folder.blocks && at + 8 <= bytes.length; block += 1) {
    const packed = bytes.readUInt16LE(at + 4);
    const data = bytes.subarray(at + 8 + dataReserve, at + 8 + dataReserve + packed);
    const piece = folder.method === 0 ? data : cabBlock(data, pieces.at(-1));
    if (piece === null) {
      budget.codes.add("part.damaged");
      break;
    }
    if (!budget.takeBytes(piece.length)) break;
    pieces.push(piece);
    at += 8 + dataReserve + packed;
  }
  return Buffer.concat(pieces);
}

/** Two letters, then deflate whose window goes on from the block before. */
function cabBlock(data: Buffer, before: Buffer | undefined): Buffer | null {
  if (data.toString("latin1", 0, 2) !== "CK") return null;
  try {
    return inflateRawSync(data.subarray(2), {
      maxOutputLength: CAB_WINDOW,
      ...(before === undefined ? {} : { dictionary: before }),
    });
  } catch {
    // Damage, or more than a block holds.
    return null;
  }
}
