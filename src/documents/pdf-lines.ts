/**
 * The pieces of text of one page of a PDF → lines in reading order: pieces on one baseline belong together, wide gaps part cells and
 * columns, columns are read one after the other.
 *
 * Pure; O(n log n) in the pieces of a page. Coordinates are PDF units (1/72 inch), y from the bottom.
 */
import type { Piece } from "./draft.ts";

/** As the library gives it: a run of glyphs with its place. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  readonly href: string;
  /** In a font whose glyphs are all as wide: code, values. */
  readonly isFixed: boolean;
}

/** Text without a wide gap. */
export interface Segment {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly isFixed: boolean;
  /** Pieces that begin behind more than a space, though not behind a wide gap: where a narrow table may part cells. */
  readonly breaks: readonly { readonly piece: number; readonly x: number; readonly before: number }[];
}

/** Segments on one baseline, from left to right; at least one. */
export interface Row {
  readonly segments: readonly Segment[];
  readonly y: number;
  readonly size: number;
}

/** Baselines closer than this part of the font's size are one: footnote marks, other fonts. */
const SAME_LINE = 0.45;
/** A gap wider than this part of the font's size parts cells and columns. */
const WIDE_GAP = 1.6;
/** A gap wider than this part of the font's size is a space. */
const SPACE_GAP = 0.17;
/** A gap wider than this part of the font's size is more than the space of justified lines. */
const BREAK_GAP = 0.45;

export function rowsOf(glyphs: readonly Glyphs[]): readonly Row[] {
  const sorted = [...glyphs].sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Row[] = [];
  let line: Glyphs[] = [];
  let y = 0;
  let size = 0;
  const close = () => {
    if (line.length > 0) rows.push(rowOf(line));
    line = [];
  };
  for (const one of sorted) {
    if (line.length > 0 && y - one.y > Math.max(size, one.size) * SAME_LINE) close();
    if (line.length === 0) [y, size] = [one.y, one.size];
    if (one.size > size) [y, size] = [one.y, one.size];
    line.push(one);
  }
  close();
  return rows;
}

function rowOf(line: readonly Glyphs[]): Row {
  const glyphs = withoutDoubles([...line].sort((a, b) => a.x - b.x));
  const segments: Segment[] = [];
  let open: Glyphs[] = [];
  for (const one of glyphs) {
    const last = open.at(-1);
    const isApart = last !== undefined && one.x - (last.x + last.width) > Math.max(last.size, one.size) * WIDE_GAP;
    if (isApart && !isMarker(open)) {
      segments.push(segmentOf(open));
      open = [];
    }
    open.push(one);
  }
  segments.push(segmentOf(open));
  const largest = segments.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return { segments, y: largest.y, size: largest.size };
}

/** The sign or number of an item; what follows in some distance is its text. */
const MARKER = /^\s*(?:[•●○◦▪■□–—\-*·▸►➢✓\uf0b7\uf0a7o]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])\s*$/u;

function isMarker(glyphs: readonly Glyphs[]): boolean {
  const text = glyphs.map((one) => one.text).join("");
  return text.length <= 6 && MARKER.test(text);
}

/** Bold is at times made by printing twice. */
function withoutDoubles(glyphs: readonly Glyphs[]): readonly Glyphs[] {
  return glyphs.filter((one, index) => {
    const before = glyphs[index - 1];
    return (
      before === undefined ||
      before.text !== one.text ||
      Math.abs(before.x - one.x) > one.size * 0.1 ||
      one.text.trim() === ""
    );
  });
}

function segmentOf(glyphs: readonly Glyphs[]): Segment {
  const pieces: Piece[] = [];
  const breaks: { readonly piece: number; readonly x: number; readonly before: number }[] = [];
  let last: Glyphs | undefined;
  for (const one of glyphs) {
    const gap = last === undefined ? 0 : one.x - (last.x + last.width);
    const before = pieces.at(-1)?.text ?? "";
    const isSpaced = last !== undefined && gap > Math.max(last.size, one.size) * SPACE_GAP;
    if (isSpaced && !/\s$/.test(before) && !/^\s/.test(one.text)) pieces.push({ text: " " });
    if (last !== undefined && gap > one.size * BREAK_GAP) {
      breaks.push({ piece: pieces.length, x: one.x, before: last.x + last.width });
    }
    const text = /\s$/.test(before) ? one.text.trimStart() : one.text;
    if (text !== "") pieces.push(one.href === "" ? { text } : { text, href: one.href });
    last = one;
  }
  const text = pieces.map((piece) => piece.text).join("");
  const main = glyphs.reduce((a, b) => (b.text.trim().length > a.text.trim().length ? b : a));
  const first = glyphs[0];
  return {
    pieces,
    text,
    x: first?.x ?? 0,
    end: last === undefined ? 0 : last.x + last.width,
    y: main.y,
    size: main.size,
    isFixed: glyphs.every(({ isFixed }) => isFixed),
    breaks,
  };
}

/** A column has at least so many lines, of so many characters on the average; cells of tables are shorter. */
const COLUMN_LINES_MIN = 4;
const COLUMN_CHARS_MIN = 24;
const COLUMNS_MAX = 4;

/** Regions in reading order, each a list of rows from top to bottom that are read together. */
export function regionsOf(rows: readonly Row[], depth = 0): readonly (readonly Row[])[] {
  if (depth >= COLUMNS_MAX || rows.length < COLUMN_LINES_MIN) return [rows];
  const band = columnBand(rows);
  if (band === null) return [rows];
  const { from, to, gutter } = band;
  const inside = rows.slice(from, to);
  const left = sideOf(inside, (segment) => segment.x < gutter);
  const right = sideOf(inside, (segment) => segment.x >= gutter);
  return [rows.slice(0, from), left, ...regionsOf(right, depth + 1), ...regionsOf(rows.slice(to), depth + 1)].filter(
    (region) => region.length > 0,
  );
}

function sideOf(rows: readonly Row[], isMine: (segment: Segment) => boolean): readonly Row[] {
  return rows.flatMap((row) => {
    const segments = row.segments.filter(isMine);
    const [first] = segments;
    return first === undefined ? [] : [{ segments, y: first.y, size: first.size }];
  });
}

interface Band {
  /** Indexes of rows `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Where the right column begins. */
  readonly gutter: number;
}

/** The first run of rows that a gutter runs through; null for none. */
function columnBand(rows: readonly Row[]): Band | null {
  for (const gutter of gutters(rows)) {
    let from = -1;
    for (let at = 0; at <= rows.length; at += 1) {
      const row = rows[at];
      const isClear = row?.segments.every(({ x, end }) => end < gutter || x >= gutter - 2) ?? false;
      if (isClear && from < 0) from = at;
      if (isClear || from < 0) continue;
      if (areColumns(rows.slice(from, at), gutter)) return { from, to: at, gutter: gutter - 2 };
      from = -1;
    }
  }
  return null;
}

/** Where many segments begin that are not the first of their row, most frequent first. */
function gutters(rows: readonly Row[]): readonly number[] {
  const counts = new Map<number, number>();
  const leftmost = Math.min(...rows.map(({ segments }) => segments[0]?.x ?? 0));
  for (const { x } of rows.flatMap(({ segments }) => segments)) {
    const place = Math.round(x);
    if (x > leftmost + 100) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= COLUMN_LINES_MIN).sort((a, b) => b[1] - a[1]);
  return frequent.slice(0, COLUMNS_MAX).map(([place]) => place);
}

function areColumns(rows: readonly Row[], gutter: number): boolean {
  const segments = rows.flatMap((row) => row.segments);
  const left = segments.filter(({ x }) => x < gutter - 2);
  const right = segments.filter(({ x }) => x >= gutter - 2);
  const start = Math.min(...left.map(({ x }) => x));
  const full = left.filter(({ x, end }) => end - x >= (gutter - start) * FULL_SHARE).length;
  const areLong = [left, right].every((side) => side.length >= COLUMN_LINES_MIN && meanChars(side) >= COLUMN_CHARS_MIN);
  return areLong && full >= left.length / 2 && !areCells(rows, gutter);
}

/** Lines of a column fill it; cells do not. */
const FULL_SHARE = 0.72;

function meanChars(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, segments.length);
}

/** Rows of a table share baselines and have more than two segments, or one side that is mostly empty. */
function areCells(rows: readonly Row[], gutter: number): boolean {
  const many = rows.filter(({ segments }) => segments.length > 2).length;
  const oneSided = rows.filter(({ segments }) => segments.every(({ x }) => x >= gutter - 2)).length;
  return many > rows.length * 0.3 || oneSided > rows.length * 0.6;
}
