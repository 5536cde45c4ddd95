/** Zips by hand, so that tests can lie in every field (APPNOTE 4.3, 4.4). */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipWriterEntry {
  readonly name: string | Buffer;
  readonly data: Buffer;
  /** 0 stored (default), 8 deflated; other numbers are written as given over stored bytes. */
  readonly method?: number;
  readonly flags?: number;
  /** Lies: what the records say instead of the truth. */
  readonly crc?: number;
  readonly size?: number;
  /** Number of an entry whose local header this one's directory record points at. */
  readonly sameAs?: number;
  readonly extra?: Buffer;
  /** Packed bytes to write instead of the true ones. */
  readonly packed?: Buffer;
}

export interface ZipWriterOptions {
  /** Count in the end record; default the true one. */
  readonly count?: number;
  readonly comment?: Buffer;
}

export function writeZip(entries: readonly ZipWriterEntry[], options: ZipWriterOptions = {}): Buffer {
  const local: Buffer[] = [];
  const records: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = entry.packed ?? (entry.method === 8 ? deflateRawSync(entry.data) : entry.data);
    const header = localHeader(entry, packed);
    offsets.push(entry.sameAs === undefined ? offset : (offsets[entry.sameAs] ?? 0));
    records.push(directoryRecord(entry, packed, offsets.at(-1) ?? 0));
    if (entry.sameAs !== undefined) continue;
    local.push(header, packed);
    offset += header.length + packed.length;
  }
  const directory = Buffer.concat(records);
  return Buffer.concat([
    ...local,
    directory,
    endRecord(options.count ?? entries.length, directory.length, offset, options),
  ]);
}

function nameOf({ name }: ZipWriterEntry): Buffer {
  return typeof name === "string" ? Buffer.from(name) : name;
}

/** The fields that local header and directory record share. */
function sharedFields(entry: ZipWriterEntry, packed: Buffer): Buffer {
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(entry.flags ?? 0, 2);
  shared.writeUInt16LE(entry.method ?? 0, 4);
  shared.writeUInt32LE(entry.crc ?? crc32(entry.data), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(entry.size ?? entry.data.length, 18);
  shared.writeUInt16LE(nameOf(entry).length, 22);
  shared.writeUInt16LE(0, 24);
  return shared;
}

function localHeader(entry: ZipWriterEntry, packed: Buffer): Buffer {
  return Buffer.concat([Buffer.from("PK\u0003\u0004"), sharedFields(entry, packed), nameOf(entry)]);
}

function directoryRecord(entry: ZipWriterEntry, packed: Buffer, offset: number): Buffer {
  const extra = entry.extra ?? Buffer.alloc(0);
  const shared = sharedFields(entry, packed);
  shared.writeUInt16LE(extra.length, 24);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), shared, rest, nameOf(entry), extra]);
}

function endRecord(count: number, directoryBytes: number, offset: number, { comment }: ZipWriterOptions): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment?.length ?? 0, 20);
  return Buffer.concat([end, comment ?? Buffer.alloc(0)]);
}
