/** Property values for the writers of `.msg`, PST and TNEF. */

/** Text is `unicode`, bytes are `binary`, numbers are 32 bits, dates are times; `string8` is for 8-bit text. */
export type MapiValue = string | Buffer | number | boolean | Date | { readonly string8: Buffer };

/** By number; a named property by its number in the set PSETID_Common, as `common:851f`. */
export type MapiValues = Readonly<Record<number | `common:${string}`, MapiValue>>;

export interface MapiItem {
  readonly properties: MapiValues;
  readonly recipients?: readonly MapiValues[];
  readonly attachments?: readonly MapiAttachment[];
}

export interface MapiAttachment {
  readonly properties: MapiValues;
  readonly item?: MapiItem;
}

export interface MapiCell {
  readonly id: number;
  /** Number in PSETID_Common; null for a property without a name. */
  readonly lid: number | null;
  readonly type: number;
  /** 8 bytes for numbers. */
  readonly bytes: Buffer;
  readonly isFixed: boolean;
}

export const PSETID_COMMON_BYTES = Buffer.from("0820060000000000c000000000000046", "hex");

/** Named properties get numbers from 0x8000 by their place in `lids`. */
export function cellsOf(values: MapiValues, lids: number[]): readonly MapiCell[] {
  return Object.entries(values).map(([key, value]) => {
    const lid = key.startsWith("common:") ? Number.parseInt(key.slice(7), 16) : null;
    if (lid !== null && !lids.includes(lid)) lids.push(lid);
    const id = lid === null ? Number(key) : 0x8000 + lids.indexOf(lid);
    return { id, lid, ...encoded(value) };
  });
}

function encoded(value: MapiValue): Pick<MapiCell, "type" | "bytes" | "isFixed"> {
  if (typeof value === "string") return { type: 0x1f, bytes: Buffer.from(value, "utf16le"), isFixed: false };
  if (Buffer.isBuffer(value)) return { type: 0x102, bytes: value, isFixed: false };
  const bytes = Buffer.alloc(8);
  if (typeof value === "number") {
    bytes.writeUInt32LE(value, 0);
    return { type: 3, bytes, isFixed: true };
  }
  if (typeof value === "boolean") {
    bytes[0] = value ? 1 : 0;
    return { type: 0xb, bytes, isFixed: true };
  }
  if (value instanceof Date) {
    bytes.writeBigUInt64LE((BigInt(value.getTime()) + 11_644_473_600_000n) * 10_000n);
    return { type: 0x40, bytes, isFixed: true };
  }
  return { type: 0x1e, bytes: value.string8, isFixed: false };
}
