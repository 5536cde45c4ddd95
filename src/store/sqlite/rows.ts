/** Rows checked once on the way in. A value of another type than ours means that the file is damaged, not that we erred. */
import type { SQLOutputValue } from "node:sqlite";
import { type EpochMs, epochMs, type Sha256, sha256Of } from "../../base/brand.ts";
import { fromStoredText } from "./stored-text.ts";

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A stored value that this version cannot have written. `toStoreError` turns it into `damaged`. */
export class DamagedCase extends Error {
  override readonly name = "DamagedCase";
}

export function integerOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new DamagedCase(`column ${column} holds no number`);
  return value;
}

/** As stored: for columns whose values come from a fixed list or from us. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new DamagedCase(`column ${column} holds no text`);
  return value;
}

/** A column written with `toStoredText`. */
export function freeTextOf(row: Row, column: string): string {
  return decode(column, () => fromStoredText(textOf(row, column)));
}

export function nullableIntegerOf(row: Row, column: string): number | null {
  return row[column] === null ? null : integerOf(row, column);
}

export function dateOf(row: Row, column: string): EpochMs | null {
  const value = nullableIntegerOf(row, column);
  if (value === null) return null;
  const date = epochMs(value);
  if (date === null) throw new DamagedCase(`column ${column} holds no date`);
  return date;
}

export function sha256FromRow(row: Row, column: string): Sha256 {
  const value = row[column];
  if (!(value instanceof Uint8Array) || value.length !== 32) throw new DamagedCase(`column ${column} holds no hash`);
  return sha256Of(Buffer.from(value.buffer, value.byteOffset, value.length).toString("hex"));
}

/** Runs a decoder; whatever it throws means damage. */
export function decode<T>(column: string, decoder: () => T): T {
  try {
    return decoder();
  } catch (cause) {
    throw new DamagedCase(`column ${column} cannot be decoded`, { cause });
  }
}
