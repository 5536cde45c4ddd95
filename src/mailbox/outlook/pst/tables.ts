/**
 * Tables of a PST (MS-PST 2.3.4): rows of properties, as an item's recipients are kept.
 *
 *     heap root: 0x7C | columns | ends of the 8- and 4-, 2-, 1-byte parts, of the row | row index | rows | columns, 8 bytes each
 */
import { limits } from "../../../base/limits.ts";
import { types } from "../../../mail/outlook/properties.ts";
import { type Heap, heapKinds } from "./heap.ts";

export interface TableCell {
  readonly id: number;
  readonly type: number;
  /** As it stands in the row: the value, or the number where it lies. */
  readonly bytes: Buffer;
}

interface Column extends Omit<TableCell, "bytes"> {
  readonly at: number;
  readonly size: number;
  /** Place in the bits at the row's end that say which cells exist. */
  readonly bit: number;
}

const HEADER_BYTES = 22;
const COLUMN_BYTES = 8;
const ROW_INDEX_KEY_BYTES = 4;

/** Where the rows lie: a heap number, or the number of a subnode. */
export function rowsNumber(heap: Heap): number {
  const header = heap.piece(heap.root);
  return header === null || header.length < HEADER_BYTES ? 0 : header.readUInt32LE(14);
}

/** Rows in the order of the blocks that hold them; a row never spans two. */
export function* tableRows(heap: Heap, blocks: Iterable<Buffer>): Generator<readonly TableCell[]> {
  const header = heap.kind === heapKinds.table ? heap.piece(heap.root) : null;
  if (header === null || header.length < HEADER_BYTES || header[0] !== heapKinds.table) return;
  const bitsAt = header.readUInt16LE(6);
  const rowBytes = header.readUInt16LE(8);
  if (rowBytes < 4 || bitsAt >= rowBytes) return;
  const columns = columnsOf(header, rowBytes);
  let left = Math.min(rowCount(heap, header.readUInt32LE(10)), limits.outlookPartsMax + 1);
  for (const block of blocks) {
    for (let at = 0; at + rowBytes <= block.length && left > 0; at += rowBytes, left -= 1) {
      const row = block.subarray(at, at + rowBytes);
      yield columns.filter(({ bit }) => hasCell(row, bitsAt, bit)).map((column) => cellOf(row, column));
    }
    if (left === 0) return;
  }
}

function rowCount(heap: Heap, index: number): number {
  let count = 0;
  for (const _ of heap.list(index, ROW_INDEX_KEY_BYTES)) count += 1;
  return count;
}

function columnsOf(header: Buffer, rowBytes: number): readonly Column[] {
  const columns: Column[] = [];
  const count = header[1] ?? 0;
  for (let i = 0, at = HEADER_BYTES; i < count && at + COLUMN_BYTES <= header.length; i += 1, at += COLUMN_BYTES) {
    const column = {
      type: header.readUInt16LE(at),
      id: header.readUInt16LE(at + 2),
      at: header.readUInt16LE(at + 4),
      size: header[at + 6] ?? 0,
      bit: header[at + 7] ?? 0,
    };
    if (column.at + column.size <= rowBytes) columns.push(column);
  }
  return columns;
}

function hasCell(row: Buffer, bitsAt: number, bit: number): boolean {
  return (((row[bitsAt + (bit >> 3)] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
}

function cellOf(row: Buffer, { id, type, at, size }: Column): TableCell {
  return { id, type, bytes: row.subarray(at, at + size) };
}

/** Types whose cell holds the value itself. */
export function isInRow(type: number): boolean {
  return IN_ROW.has(type);
}

const IN_ROW: ReadonlySet<number> = new Set([
  types.integer16,
  types.integer32,
  types.boolean,
  types.integer64,
  types.time,
]);
