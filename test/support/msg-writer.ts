/** Makes `.msg` files (MS-OXMSG) of invented items. */
import { type StorageSpec, writeCompoundFile } from "./compound-writer.ts";
import {
  cellsOf,
  type MapiAttachment,
  type MapiCell,
  type MapiItem,
  type MapiValues,
  PSETID_COMMON_BYTES,
} from "./mapi-values.ts";

export function writeMsg(item: MapiItem): Buffer {
  return writeCompoundFile(msgStorage(item));
}

/** The root storage, for tests that break it before it is written. */
export function msgStorage(item: MapiItem): StorageSpec {
  const lids: number[] = [];
  const body = itemStorage(item, lids, 32);
  return { ...body, "__nameid_version1.0": nameStorage(lids) };
}

function itemStorage(
  { properties, recipients = [], attachments = [] }: MapiItem,
  lids: number[],
  header: number,
): StorageSpec {
  const storage: Record<string, Buffer | StorageSpec> = propertyStorage(properties, lids, header);
  for (const [i, values] of recipients.entries()) {
    storage[`__recip_version1.0_#${number(i)}`] = propertyStorage(values, lids, 8);
  }
  for (const [i, attachment] of attachments.entries()) {
    storage[`__attach_version1.0_#${number(i)}`] = attachmentStorage(attachment, lids);
  }
  return storage;
}

function attachmentStorage({ properties, item }: MapiAttachment, lids: number[]): StorageSpec {
  const storage: Record<string, Buffer | StorageSpec> = propertyStorage(properties, lids, 8);
  if (item !== undefined) storage["__substg1.0_3701000D"] = itemStorage(item, lids, 24);
  return storage;
}

function propertyStorage(values: MapiValues, lids: number[], header: number): Record<string, Buffer | StorageSpec> {
  const storage: Record<string, Buffer | StorageSpec> = {};
  const entries: Buffer[] = [Buffer.alloc(header)];
  for (const cell of cellsOf(values, lids)) {
    entries.push(entryOf(cell));
    if (!cell.isFixed) storage[`__substg1.0_${hex(cell.id)}${hex(cell.type)}`] = cell.bytes;
  }
  return { "__properties_version1.0": Buffer.concat(entries), ...storage };
}

function entryOf({ id, type, bytes, isFixed }: MapiCell): Buffer {
  const entry = Buffer.alloc(16);
  entry.writeUInt16LE(type, 0);
  entry.writeUInt16LE(id, 2);
  entry.writeUInt32LE(6, 4);
  if (isFixed) bytes.copy(entry, 8);
  else entry.writeUInt32LE(bytes.length, 8);
  return entry;
}

/** All names are numbers in PSETID_Common, which is the third GUID. */
export function nameEntries(lids: readonly number[]): Buffer {
  const entries = Buffer.alloc(8 * lids.length);
  for (const [i, lid] of lids.entries()) {
    entries.writeUInt32LE(lid, 8 * i);
    entries.writeUInt16LE(3 << 1, 8 * i + 4);
    entries.writeUInt16LE(i, 8 * i + 6);
  }
  return entries;
}

function nameStorage(lids: readonly number[]): StorageSpec {
  return {
    "__substg1.0_00020102": PSETID_COMMON_BYTES,
    "__substg1.0_00030102": nameEntries(lids),
    "__substg1.0_00040102": Buffer.alloc(0),
  };
}

function number(i: number): string {
  return i.toString(16).toUpperCase().padStart(8, "0");
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, "0");
}
