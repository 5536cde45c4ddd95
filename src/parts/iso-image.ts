/**
 * Files of a CD image (ECMA-119, ISO 9660; names of Joliet where it has them). Mail carries such images since what lies in them loses
 * the mark of having come from outside.
 *
 * Pure and total: every folder is visited once, and entries are counted by the budget. Images of UDF alone are not read.
 */
import type { PartBudget } from "./reference.ts";

export interface IsoEntry {
  /** With its folders, `/` between them. */
  readonly name: string;
  readonly bytes: Buffer;
}

const SECTOR = 2_048;
const FIRST_DESCRIPTOR = 16;
const DESCRIPTORS_MAX = 64;
const DEPTH_MAX = 16;

interface Folder {
  readonly sector: number;
  readonly size: number;
  readonly path: string;
  readonly depth: number;
}

/** Null where no volume is described. */
export function isoEntries(bytes: Buffer, budget: PartBudget): readonly IsoEntry[] | null {
  const volume = volumeOf(bytes);
  if (volume === null) return null;
  const found: IsoEntry[] = [];
  const visited = new Set<number>();
  const queue: Folder[] = [{ ...extentOf(volume.root), path: "", depth: 0 }];
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    if (visited.has(folder.sector)) continue;
    visited.add(folder.sector);
    for (const record of records(bytes, folder, budget)) {
      const name = nameOf(record, volume.isJoliet);
      if (name === null) continue;
      const extent = extentOf(record);
      const path = folder.path === "" ? name : `${folder.path}/${name}`;
      if (((record[25] ?? 0) & 2) !== 0) {
        if (folder.depth < DEPTH_MAX) queue.push({ ...extent, path, depth: folder.depth + 1 });
        else budget.codes.add("limit.part-depth");
        continue;
      }
      const content = bytes.subarray(extent.sector * SECTOR, extent.sector * SECTOR + extent.size);
      if (content.length < extent.size) budget.codes.add("part.damaged");
      found.push({ name: path, bytes: content });
    }
  }
  return found;
}

interface Volume {
  readonly root: Buffer;
  readonly isJoliet: boolean;
}

/** The one with long names, if there is one. */
function volumeOf(bytes: Buffer): Volume | null {
  let found: Volume | null = null;
  for (let index = 0; index < DESCRIPTORS_MAX; index += 1) {
    const at = (FIRST_DESCRIPTOR + index) * SECTOR;
    const descriptor = bytes.subarray(at, at + SECTOR);
    if (descriptor.length < 190 || descriptor.toString("latin1", 1, 6) !== "CD001" || descriptor[0] === 255) break;
    const isJoliet = descriptor[0] === 2 && /^%\/[@CE]/.test(descriptor.toString("latin1", 88, 91));
    if (descriptor[0] === 1 || isJoliet) found = { root: descriptor.subarray(156, 190), isJoliet };
  }
  return found;
}

function extentOf(record: Buffer): { readonly sector: number; readonly size: number } {
  return { sector: record.readUInt32LE(2), size: record.readUInt32LE(10) };
}

/** Records do not cross sectors; a length of zero means that the next sector goes on. */
function* records(bytes: Buffer, { sector, size }: Folder, budget: PartBudget): Generator<Buffer> {
  const folder = bytes.subarray(sector * SECTOR, sector * SECTOR + size);
  for (let at = 0; at < folder.length; ) {
    const length = folder[at] ?? 0;
    if (length === 0) {
      at = (Math.floor(at / SECTOR) + 1) * SECTOR;
      continue;
    }
    const record = folder.subarray(at, at + length);
    if (record.length < 34 || record.length < length || !budget.takeEntry()) return;
    yield record;
    at += length;
  }
}

/** Null for the folder itself and its parent. */
function nameOf(record: Buffer, isJoliet: boolean): string | null {
  const raw = record.subarray(33, 33 + (record[32] ?? 0));
  if (raw.length === 1 && (raw[0] === 0 || raw[0] === 1)) return null;
  const text = isJoliet
    ? Buffer.from(raw.subarray(0, raw.length & ~1))
        .swap16()
        .toString("utf16le")
    : raw.toString("latin1");
  return text.replace(/;\d{1,5}$/, "").replaceAll("/", "_");
}
