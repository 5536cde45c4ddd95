/** Makes small compound files (MS-CFB, version 3): streams and storages of invented content. */

export interface StorageSpec {
  readonly [name: string]: Buffer | StorageSpec;
}

const SECTOR = 512;
const MINI = 64;
const CUTOFF = 4096;
const END = 0xfffffffe;
const FREE = 0xffffffff;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly data: Buffer | null;
  right: number;
  child: number;
  start: number;
  size: number;
}

/** Children of a storage hang on each other to the right: a valid tree for readers that do not care for balance. */
export function writeCompoundFile(root: StorageSpec): Buffer {
  const entries: Entry[] = [];
  const add = (name: string, type: number, data: Buffer | null): Entry => {
    const entry = { name, type, data, right: FREE, child: FREE, start: END, size: data?.length ?? 0 };
    entries.push(entry);
    return entry;
  };
  const fill = (parent: Entry, spec: StorageSpec) => {
    let last: Entry | null = null;
    for (const [name, value] of Object.entries(spec)) {
      const number = entries.length;
      const entry = add(name, Buffer.isBuffer(value) ? 2 : 1, Buffer.isBuffer(value) ? value : null);
      if (last === null) parent.child = number;
      else last.right = number;
      last = entry;
      if (!Buffer.isBuffer(value)) fill(entry, value);
    }
  };
  const top = add("Root Entry", 5, null);
  fill(top, root);
  return layOut(entries, top);
}

function layOut(entries: readonly Entry[], top: Entry): Buffer {
  const sectors: Buffer[] = [];
  const fat: number[] = [];
  const put = (bytes: Buffer): number => {
    const start = sectors.length;
    for (let at = 0; at < bytes.length; at += SECTOR) {
      const sector = Buffer.alloc(SECTOR);
      bytes.copy(sector, 0, at, at + SECTOR);
      sectors.push(sector);
      fat.push(at + SECTOR < bytes.length ? sectors.length : END);
    }
    return bytes.length === 0 ? END : start;
  };
  const minis: Buffer[] = [];
  const miniFat: number[] = [];
  for (const entry of entries) {
    if (entry.data === null || entry.data.length === 0) continue;
    if (entry.data.length >= CUTOFF) entry.start = put(entry.data);
    else {
      entry.start = minis.length;
      for (let at = 0; at < entry.data.length; at += MINI) {
        const mini = Buffer.alloc(MINI);
        entry.data.copy(mini, 0, at, at + MINI);
        minis.push(mini);
        miniFat.push(at + MINI < entry.data.length ? minis.length : END);
      }
    }
  }
  const miniStream = Buffer.concat(minis);
  top.start = put(miniStream);
  top.size = miniStream.length;
  const miniFatStart = put(words(miniFat));
  const directoryStart = put(Buffer.concat(entries.map(toBytes)));
  // A little too many are free entries at the end.
  const fatSectors = Math.ceil((fat.length * 4) / (SECTOR - 8)) + 1;
  const fatStart = sectors.length;
  for (let i = 0; i < fatSectors; i += 1) fat.push(0xfffffffd);
  const difat = difatSectors(fatStart, fatSectors);
  for (const _ of difat) fat.push(0xfffffffc);
  const header = Buffer.alloc(SECTOR);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(fatSectors, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(CUTOFF, 56);
  header.writeUInt32LE(miniFatStart, 60);
  header.writeUInt32LE(Math.ceil((miniFat.length * 4) / SECTOR), 64);
  header.writeUInt32LE(difat.length === 0 ? END : fatStart + fatSectors, 68);
  header.writeUInt32LE(difat.length, 72);
  for (let i = 0; i < 109; i += 1) header.writeUInt32LE(i < fatSectors ? fatStart + i : FREE, 76 + 4 * i);
  return Buffer.concat([header, ...sectors, padded(words(fat), fatSectors * SECTOR), ...difat]);
}

/** Places of the FAT's sectors beyond the 109 that the header names, 127 in a sector, the last entry being the next. */
function difatSectors(fatStart: number, fatSectors: number): Buffer[] {
  const difat: Buffer[] = [];
  for (let i = 109; i < fatSectors; i += 127) {
    const places = Array.from({ length: 127 }, (_, j) => (i + j < fatSectors ? fatStart + i + j : FREE));
    const next = i + 127 < fatSectors ? fatStart + fatSectors + difat.length + 1 : END;
    difat.push(words([...places, next]));
  }
  return difat;
}

function toBytes({ name, type, right, child, start, size }: Entry): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name.slice(0, 31), "utf16le");
  entry.writeUInt16LE(2 * (Math.min(31, name.length) + 1), 64);
  entry[66] = type;
  entry[67] = 1;
  entry.writeUInt32LE(FREE, 68);
  entry.writeUInt32LE(right, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

function words(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * i);
  return bytes;
}

function padded(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), 0xff)]);
}
