/**
 * The table of named properties that `.msg` and PST share (MS-OXMSG 2.2.3, MS-PST 2.4.7): which number from 0x8000 up
 * stands for which name. Three byte streams; entries of 8 bytes: number or offset of the name, kind and GUID, index.
 */
import { limits } from "../../base/limits.ts";
import { guidText, type ProblemNotes } from "./properties.ts";

/** GUIDs 1 and 2 stand for these; from 3 on they lie in the stream. */
const PS_MAPI = "00020328-0000-0000-c000-000000000046";
const PS_PUBLIC_STRINGS = "00020329-0000-0000-c000-000000000046";
const NAME_BYTES_MAX = 512;

export interface NameStreams {
  readonly guids: Buffer;
  readonly entries: Buffer;
  readonly strings: Buffer;
}

/** Number → `guid/0x8501` or `guid/name`. Bounded by `limits.mapiPropertiesMax`, of which `notes` are told. */
export function namedProperties(
  { guids, entries, strings }: NameStreams,
  notes: ProblemNotes,
): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  if (entries.length >= 8 * (limits.mapiPropertiesMax + 1)) notes.note("limit.mapi-properties");
  const count = Math.min(Math.floor(entries.length / 8), limits.mapiPropertiesMax);
  for (let i = 0; i < count; i += 1) {
    const key = entries.readUInt32LE(8 * i);
    const kind = entries.readUInt16LE(8 * i + 4);
    const index = entries.readUInt16LE(8 * i + 6);
    const guid = guidAt(guids, kind >> 1);
    const name = (kind & 1) === 0 ? lidText(key) : stringAt(strings, key);
    names.set(0x8000 + (index & 0x7fff), `${guid}/${name}`);
  }
  return names;
}

export function lidText(lid: number): string {
  return `0x${lid.toString(16).padStart(4, "0")}`;
}

function guidAt(guids: Buffer, index: number): string {
  if (index === 1) return PS_MAPI;
  if (index === 2) return PS_PUBLIC_STRINGS;
  return index < 3 ? "" : guidText(guids.subarray(16 * (index - 3), 16 * (index - 2)));
}

function stringAt(strings: Buffer, offset: number): string {
  if (offset + 4 > strings.length) return "";
  const length = Math.min(strings.readUInt32LE(offset), NAME_BYTES_MAX, strings.length - offset - 4);
  return strings.toString("utf16le", offset + 4, offset + 4 + length - (length % 2)).toWellFormed();
}
