/**
 * Files inside a OneNote section (MS-ONESTORE 2.6.13, FileDataStoreObject): what a reader starts by a double click on its picture.
 *
 *     GUID 16 | bytes 8 | unused 4 | reserved 8 | data | …
 *
 * Searched for, since the tables that lead to them need not be right for OneNote to show them. Pure and total; the budget bounds how many.
 */
import type { PartBudget } from "./reference.ts";

const SECTION = Buffer.from("e4525c7b8cd8a74daeb15378d02996d3", "hex");
const DATA = Buffer.from("e716e3bd65261145a4c48d4d0b7a9eac", "hex");
const HEAD_BYTES = 36;

export function isOneNote(bytes: Buffer): boolean {
  return bytes.subarray(0, SECTION.length).equals(SECTION);
}

export function oneNoteFiles(bytes: Buffer, budget: PartBudget): readonly Buffer[] {
  const files: Buffer[] = [];
  for (let at = bytes.indexOf(DATA); at >= 0; ) {
    if (at + HEAD_BYTES > bytes.length || !budget.takeEntry()) break;
    const start = at + HEAD_BYTES;
    const length = Number(bytes.readBigUInt64LE(at + DATA.length));
    const end = Math.min(bytes.length, start + length);
    files.push(bytes.subarray(start, end));
    // One that claims more than there is hides none that stand in it.
    at = bytes.indexOf(DATA, start + length <= bytes.length ? end : start);
  }
  return files;
}
