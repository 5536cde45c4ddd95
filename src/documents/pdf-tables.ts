/**
 * Which rows of a page are a table: rows of several segments that begin at the same places, with the lines that go on in their cells.
 *
 * Pure, linear in the rows times their cells.
 */
import type { Piece } from "./draft.ts";
import type { Row, Segment } from "./pdf-lines.ts";

export interface TableCell {
  readonly row: number;
  /** From top to bottom. */
  readonly segments: readonly Segment[];
}

export type PagePart =
  | { readonly kind: "rows"; readonly rows: readonly Row[] }
  | { readonly kind: "table"; readonly cells: readonly TableCell[] };

/** Segments of one column begin so close to each other. */
const ALIGNED = 5;
/** A gap wider than this, in sizes of the font, ends a table. */
const GAP_MAX = 4;

export function partsOf(written: readonly Row[]): readonly PagePart[] {
  const rows = [...written];
  const parts: PagePart[] = [];
  let plain: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const end = tableEnd(rows, at);
    if (end > at) {
      if (plain.length > 0) parts.push({ kind: "rows", rows: plain });
      plain = [];
      parts.push({ kind: "table", cells: cellsOf(rows.slice(at, end)) });
      at = end;
    } else {
      const row = rows[at];
      if (row !== undefined) plain.push(row);
      at += 1;
    }
  }
  if (plain.length > 0) parts.push({ kind: "rows", rows: plain });
  return parts;
}

const FULL_ROWS_MIN = 2;
/** Lines of one cell behind the last row of several. */
const TAIL_ROWS_MAX = 40;

/** Index behind the table that begins at `from`; `from` where none does. Rows of it whose cells stand too close are parted in place. */
function tableEnd(rows: Row[], from: number): number {
  const first = rows[from];
  if (first === undefined || first.segments.length < 2) return from;
  const columns = first.segments.map(({ x }) => x);
  const left = columns[0] ?? 0;
  let full = 1;
  let end = from + 1;
  for (let at = from + 1; at < rows.length; at += 1) {
    const row = parted(rows[at] as Row, columns);
    const before = rows[at - 1] as Row;
    if (before.y - row.y > Math.max(row.size, before.size) * GAP_MAX) break;
    const isAligned = row.segments.every((segment) => columns.some((x) => Math.abs(x - segment.x) <= ALIGNED));
    const several = row.segments.length >= 2;
    if (!isAligned && !(several && sharesColumns(row, columns))) break;
    // One segment at the left that reaches over the next column is a paragraph below the table.
    const [only] = row.segments;
    const reaches = only !== undefined && only.end > (columns[1] ?? 0) + ALIGNED;
    if (!several && only !== undefined && Math.abs(only.x - left) <= ALIGNED && reaches) break;
    if (at - end > TAIL_ROWS_MAX) break;
    if (several) {
      rows[at] = row;
      full += 1;
      end = at + 1;
      for (const { x } of row.segments)
        if (columns.length < COLUMNS_MAX && !columns.some((known) => Math.abs(known - x) <= ALIGNED)) columns.push(x);
    } else if (only !== undefined && only.x > left + ALIGNED) end = at + 1;
  }
  return full >= FULL_ROWS_MIN ? withTail(rows, end, columns) : from;
}

/** The last cell of the first column may go on below the others. */
function withTail(rows: readonly Row[], end: number, columns: readonly number[]): number {
  let at = end;
  for (; at < rows.length && at - end < TAIL_ROWS_MAX; at += 1) {
    const row = rows[at] as Row;
    const before = rows[at - 1] as Row;
    const [only, other] = row.segments;
    const isClose = before.y - row.y <= row.size * LINE_MAX && Math.abs(before.size - row.size) < 0.6;
    const isIn = only !== undefined && other === undefined && Math.abs(only.x - (columns[0] ?? 0)) <= ALIGNED;
    if (!isClose || !isIn || only.end > (columns[1] ?? 0)) break;
  }
  return at;
}

/** Cells of a row are at times closer than words of another table's: parted where a column begins behind more than a space. */
function parted(row: Row, columns: readonly number[]): Row {
  const [only] = row.segments;
  if (only === undefined || row.segments.length > 1) return row;
  const cut = only.breaks.find(({ x }) => columns.slice(1).some((column) => Math.abs(column - x) <= CLOSE));
  if (cut === undefined) return row;
  const part = (pieces: readonly Piece[], x: number, end: number): Segment => ({
    ...only,
    pieces,
    text: pieces.map(({ text }) => text).join(""),
    x,
    end,
    breaks: [],
  });
  const left = part(only.pieces.slice(0, cut.piece), only.x, cut.before);
  const right = part(only.pieces.slice(cut.piece), cut.x, only.end);
  return { ...row, segments: [left, right] };
}

const CLOSE = 2;

/** Most of its segments begin where the columns do. */
function sharesColumns({ segments }: Row, columns: readonly number[]): boolean {
  const shared = segments.filter(({ x }) => columns.some((known) => Math.abs(known - x) <= ALIGNED)).length;
  return shared >= 2 || (shared >= 1 && segments.length <= 2);
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly segments: Segment[];
}

function cellsOf(rows: readonly Row[]): readonly TableCell[] {
  const columns = columnsOf(rows);
  const line = lineGap(rows);
  const cells: OpenCell[] = [];
  /** Of the row that is open, by column. */
  let open = new Map<number, OpenCell>();
  let row = -1;
  for (const [index, { segments, y }] of rows.entries()) {
    const distance = (rows[index - 1]?.y ?? y) - y;
    const isFirst = segments.some((segment) => columnOf(segment, columns) === 0);
    // Without its first cell a line goes on in the row above, which has one.
    const goesOn = !isFirst && (segments.length === 1 || open.has(0));
    const isNew = line === null ? !goesOn : distance > line * LARGER;
    if (row < 0 || isNew) {
      row += 1;
      open = new Map();
    }
    for (const segment of segments) {
      const column = columnOf(segment, columns);
      const cell = open.get(column);
      if (cell !== undefined) cell.segments.push(segment);
      else {
        const fresh: OpenCell = { row, column, segments: [segment] };
        open.set(column, fresh);
        cells.push(fresh);
      }
    }
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Where they begin, from left to right; at most `COLUMNS_MAX`. */
function columnsOf(rows: readonly Row[]): readonly number[] {
  const columns: number[] = [];
  for (const { x } of rows.flatMap(({ segments }) => segments)) {
    if (columns.length < COLUMNS_MAX && !columns.some((known) => Math.abs(known - x) <= ALIGNED)) columns.push(x);
  }
  return columns.sort((a, b) => a - b);
}

/** A page has no room for more. */
const COLUMNS_MAX = 64;

/** Rows of cells are further apart than the lines of one cell. */
const LARGER = 1.22;
const LARGER_SHARE = 0.2;

/** Lines of one cell are so far apart, in sizes of the font. */
const LINE_MIN = 1;
const LINE_MAX = 1.4;

/**
 * Between the lines of one cell, where rows are told by their distance; null where all are about as far apart. Cells may be centred, so that
 * lines of neighbours stand at other heights: only a gap in all of them parts rows.
 */
function lineGap(rows: readonly Row[]): number | null {
  const gaps = rows.slice(1).map(({ y, size }, index) => ({ gap: (rows[index]?.y ?? y) - y, size }));
  const lines = gaps.filter(({ gap, size }) => gap >= size * LINE_MIN && gap <= size * LINE_MAX).map(({ gap }) => gap);
  const line = lines.sort((a, b) => a - b)[lines.length >> 1];
  if (line === undefined) return null;
  const larger = gaps.filter(({ gap }) => gap > line * LARGER).length;
  return larger >= gaps.length * LARGER_SHARE ? line : null;
}

function columnOf({ x }: Segment, columns: readonly number[]): number {
  let best = 0;
  for (const [index, column] of columns.entries()) if (x >= column - ALIGNED) best = index;
  return best;
}
