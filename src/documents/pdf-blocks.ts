/**
 * Lines of the pages of a PDF → paragraphs, headings, items, cells and furniture: by gaps, sizes and signs. Hyphens at the ends of lines are
 * undone where the word is known, lines are joined, and a sentence that goes on on the next page is one paragraph.
 *
 * Pure; linear in the lines, given their order.
 */
import type { DraftText, Piece } from "./draft.ts";
import type { Row, Segment } from "./pdf-lines.ts";
import { type PagePart, partsOf } from "./pdf-tables.ts";
import { isPageMark } from "./read-plain.ts";

export interface PdfPage {
  /** 1-based. */
  readonly number: number;
  readonly height: number;
  /** In reading order. */
  readonly regions: readonly (readonly Row[])[];
}

interface Draft {
  readonly kind: "heading" | "paragraph" | "list-item" | "cell" | "code" | "furniture";
  readonly page: number;
  /** Where its first line begins. */
  readonly x: number;
  readonly size: number;
  readonly table: number | null;
  readonly row: number | null;
  readonly lines: (readonly Piece[])[];
}

export function writeBlocks(pages: readonly PdfPage[], text: DraftText): void {
  const around = furnitureOf(pages);
  const words = vocabularyOf(pages);
  const body = bodySize(pages);
  const levels = headingLevels(pages, body);
  let tables = 0;
  let held: Draft | null = null;
  let feet: Draft[] = [];
  const write = (draft: Draft) => {
    const level = draft.kind === "heading" ? (levels.get(rounded(draft.size)) ?? 6) : 0;
    const { kind, page, table, row } = draft;
    text.add(
      { kind, level, page, table, row },
      draft.kind === "cell" || draft.kind === "code" ? cellPieces(draft.lines) : joinedLines(draft.lines, words),
    );
  };
  for (const page of pages) {
    const heads: Draft[] = [];
    const content: Draft[] = [];
    const nextFeet: Draft[] = [];
    for (const region of page.regions) {
      const kept = region.filter((row) => {
        if (!around.has(row)) return true;
        (row.y > page.height / 2 ? heads : nextFeet).push(furnitureDraft(row, page.number));
        return false;
      });
      for (const part of partsOf(kept)) {
        if (part.kind === "table") content.push(...cellDrafts(part, tables++, page.number));
        else content.push(...paragraphs(part.rows, { page: page.number, body, levels }));
      }
    }
    const [first] = content;
    if (held !== null && first !== undefined && goesOn(held, first)) {
      held.lines.push(...first.lines);
      content.shift();
    }
    if (held !== null) write(held);
    for (const draft of [...feet, ...heads]) write(draft);
    feet = nextFeet;
    held = content.pop() ?? null;
    for (const draft of content) write(draft);
    if (text.isCut) return;
  }
  if (held !== null) write(held);
  for (const draft of feet) write(draft);
}

/** A sentence of the page before that this one goes on with. */
function goesOn(last: Draft, next: Draft): boolean {
  const end = textOf(last.lines.at(-1) ?? []).trimEnd();
  const isSame =
    (last.kind === "paragraph" || last.kind === "list-item") &&
    next.kind === "paragraph" &&
    Math.abs(last.size - next.size) < 0.6;
  return isSame && !/[.!?:…]["”’)]?$/.test(end) && /^\s*[\p{Ll}(“"\d]/u.test(textOf(next.lines[0] ?? []));
}

function furnitureDraft(row: Row, page: number): Draft {
  return { kind: "furniture", page, x: 0, size: row.size, table: null, row: null, lines: [rowPieces(row)] };
}

function cellDrafts(part: PagePart & { readonly kind: "table" }, table: number, page: number): readonly Draft[] {
  return part.cells.map(({ row, segments }) => ({
    kind: "cell",
    page,
    x: 0,
    size: segments[0]?.size ?? 0,
    table,
    row,
    lines: segments.map(({ pieces }) => pieces),
  }));
}

// — Paragraphs ————————————————————————————————————————————————————————————————————————————————————————————

interface Around {
  readonly page: number;
  readonly body: number;
  readonly levels: ReadonlyMap<number, number>;
}

function paragraphs(rows: readonly Row[], { page, levels }: Around): readonly Draft[] {
  const right = Math.max(...rows.map(endOf), 0);
  const gap = commonGap(rows);
  const drafts: Draft[] = [];
  let last: Row | null = null;
  for (const row of rows) {
    const open = drafts.at(-1);
    const isNew = last === null || open === undefined || startsNew({ last, row, gap, right, open });
    if (isNew) {
      const isHeading =
        levels.has(rounded(row.size)) && rowText(row).length <= HEADING_CHARS_MAX && /\p{L}/u.test(rowText(row));
      const kind = startsItem(row) ? "list-item" : isCode(row) ? "code" : isHeading ? "heading" : "paragraph";
      drafts.push({ kind, page, x: startOf(row), size: row.size, table: null, row: null, lines: [rowPieces(row)] });
    } else open.lines.push(rowPieces(row));
    last = row;
  }
  return drafts;
}

const HEADING_CHARS_MAX = 200;
const ITEM = /^\s*(?:[•●○◦▪■□‣▸►➢✓\uf0b7\uf0a7]|[-–—*]\s|o\s(?=\s|\p{Lu})|\(?(?:\d{1,2}|[a-z])[.)]\s)/u;

function startsItem(row: Row): boolean {
  const pieces = row.segments[0]?.pieces ?? [];
  // The hollow bullet of office programs.
  return ITEM.test(rowText(row)) || (pieces.length > 1 && pieces[0]?.text.trim() === "o");
}

interface Pair {
  readonly last: Row;
  readonly row: Row;
  /** Between the baselines of one paragraph, in sizes of the font. */
  readonly gap: number;
  /** Where full lines end. */
  readonly right: number;
  readonly open: Draft;
}

function startsNew({ last, row, gap, right, open }: Pair): boolean {
  const distance = last.y - row.y;
  const size = Math.max(last.size, row.size);
  if (open.kind === "code") return !isCode(row) || distance > size * CODE_GAP || distance < 0;
  if (open.kind === "paragraph" && isCode(row)) return true;
  if (Math.abs(last.size - row.size) > size * 0.12 && !isSmallTail(last, row)) return true;
  if (distance > Math.max(gap * 1.3, 1.05) * size || distance < 0) return true;
  if (startsItem(row)) return true;
  const start = startOf(row);
  const before = startOf(last);
  if (open.kind === "list-item") return start < open.x - size * 0.3;
  if (start > before + size && open.kind === "paragraph" && open.lines.length > 1) return true;
  const isShort = endOf(last) < right - (right - before) * 0.2;
  return open.kind === "paragraph" && isShort && /[.!?:…]["”’)]?\s*$/.test(rowText(last));
}

/** Lines of code may be further apart. */
const CODE_GAP = 2.6;

/** All in a font of fixed width, and not a value in a sentence. */
function isCode({ segments }: Row): boolean {
  return segments.every(({ isFixed }) => isFixed);
}

function startOf({ segments }: Row): number {
  return segments[0]?.x ?? 0;
}

/** A line of small capitals or a footnote mark at its end is of the same paragraph. */
function isSmallTail(last: Row, row: Row): boolean {
  return (
    Math.abs(last.size - row.size) < 1.2 &&
    Math.abs((last.segments[0]?.x ?? 0) - (row.segments[0]?.x ?? 0)) < 1 &&
    /\p{Ll}\s*$/u.test(rowText(last)) &&
    /^\s*\p{Ll}/u.test(rowText(row))
  );
}

/** The most frequent distance of baselines, in sizes of the font; 0 for a single row. */
function commonGap(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before === undefined) continue;
    const gap = Math.round(((before.y - row.y) / Math.max(before.size, row.size)) * 20) / 20;
    if (gap > 0.5 && gap < 2.4) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best?.[0] ?? 0;
}

function endOf(row: Row): number {
  return row.segments.at(-1)?.end ?? 0;
}

function rowText(row: Row): string {
  return row.segments.map(({ text }) => text).join(" ");
}

function rowPieces({ segments }: Row): readonly Piece[] {
  return segments.flatMap(({ pieces }, index) => (index === 0 ? pieces : [{ text: "\t" }, ...pieces]));
}

// — Sizes —————————————————————————————————————————————————————————————————————————————————————————————————

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

function allSegments(pages: readonly PdfPage[]): readonly Segment[] {
  return pages.flatMap(({ regions }) => regions.flatMap((rows) => rows.flatMap(({ segments }) => segments)));
}

/** That most characters have. */
function bodySize(pages: readonly PdfPage[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of allSegments(pages))
    counts.set(rounded(size), (counts.get(rounded(size)) ?? 0) + text.length);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

const LARGER = 1.14;

/** Size of a heading → its level, the largest 1. */
function headingLevels(pages: readonly PdfPage[], body: number): ReadonlyMap<number, number> {
  const sizes = new Set(
    allSegments(pages)
      .map(({ size }) => rounded(size))
      .filter((size) => size >= body * LARGER),
  );
  return new Map([...sizes].sort((a, b) => b - a).map((size, index) => [size, Math.min(6, index + 1)]));
}

// — Furniture —————————————————————————————————————————————————————————————————————————————————————————————

/** Rows from the top and bottom of a page that may be its head and foot, and how much of the page they lie in. */
const EDGE_ROWS = 4;
const EDGE_SHARE = 0.14;
/** So many pages must have it; of few pages half. */
const PAGES_MIN = 3;
const PAGES_SHARE = 0.2;

function furnitureOf(pages: readonly PdfPage[]): ReadonlySet<Row> {
  const byKey = new Map<string, { readonly pages: Set<number>; readonly rows: Row[] }>();
  const around = new Set<Row>();
  for (const page of pages) {
    for (const row of edgeRows(page)) {
      if (isPageMark(rowText(row).trim())) around.add(row);
      const key = `${row.y > page.height / 2 ? "head" : "foot"} ${rowText(row).replace(/\d+/g, "#").replace(/\s+/g, " ").trim()}`;
      const same = byKey.get(key) ?? { pages: new Set(), rows: [] };
      same.pages.add(page.number);
      same.rows.push(row);
      byKey.set(key, same);
    }
  }
  const needed =
    pages.length < 6
      ? Math.max(2, Math.ceil(pages.length / 2))
      : Math.max(PAGES_MIN, Math.ceil(pages.length * PAGES_SHARE));
  for (const { pages: on, rows } of byKey.values()) if (on.size >= needed) for (const row of rows) around.add(row);
  return around;
}

function edgeRows({ regions, height }: PdfPage): readonly Row[] {
  const rows = regions.flat().sort((a, b) => b.y - a.y);
  const top = rows.slice(0, EDGE_ROWS).filter(({ y }) => y > height * (1 - EDGE_SHARE));
  const bottom = rows.slice(-EDGE_ROWS).filter(({ y }) => y < height * EDGE_SHARE);
  return [...top, ...bottom];
}

// — Words —————————————————————————————————————————————————————————————————————————————————————————————————

/** Words of the document in lower case, those with hyphens inside too; not the halves at the ends of lines. */
function vocabularyOf(pages: readonly PdfPage[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of allSegments(pages)) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)*(?!-?\s*$)/gu))
      words.add(word);
  }
  return words;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** The lines of one cell: where one is broken matters to values. */
function cellPieces(lines: readonly (readonly Piece[])[]): readonly Piece[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ text: "\n" }, ...trimmedStart(line)]));
}

function joinedLines(lines: readonly (readonly Piece[])[], words: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const next = trimmedStart(line);
    if (pieces.length > 0) joinAt(pieces, textOf(next), words);
    pieces.push(...next);
  }
  return pieces;
}

function trimmedStart(line: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = line;
  return first === undefined ? [] : [{ ...first, text: first.text.trimStart() }, ...rest];
}

const TAIL_CHARS = 200;

/** Puts between the lines what belongs there: a space, nothing in an address, and without the hyphen nothing in a word. */
function joinAt(pieces: Piece[], next: string, words: ReadonlySet<string>): void {
  const last = pieces.at(-1);
  if (last === undefined) return;
  const tail = pieces
    .slice(-3)
    .map(({ text }) => text)
    .join("")
    .slice(-TAIL_CHARS)
    .trimEnd();
  const trim = (text: string) => {
    pieces[pieces.length - 1] = { ...last, text };
  };
  if (tail.endsWith("\u00ad")) {
    trim(last.text.trimEnd().slice(0, -1));
    return;
  }
  const token = /\S+$/.exec(tail)?.[0] ?? "";
  if (
    /^(?:h(?:tt|xx)ps?(?:\[?:\]?\/\/)|www\.)/i.test(token) &&
    /[/\-_=&?%.#~+]$/.test(token) &&
    /^[\w/%?&=#~+-]/.test(next)
  ) {
    trim(last.text.trimEnd());
    return;
  }
  const before = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-‐]$/u.exec(tail)?.[1]?.toLowerCase();
  const after = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/u.exec(next)?.[0];
  if (before !== undefined && after !== undefined) {
    const isWhole = /^\p{Ll}/u.test(after) && isOneWord(before, after.toLowerCase(), words);
    trim(isWhole ? last.text.trimEnd().slice(0, -1) : last.text.trimEnd());
    return;
  }
  if (!/\s$/.test(last.text)) pieces.push({ text: " " });
}

/** Whether the hyphen was put in by the end of the line. */
function isOneWord(before: string, after: string, words: ReadonlySet<string>): boolean {
  if (/\p{N}$/u.test(before)) return false;
  if (words.has(before + after)) return true;
  if (words.has(`${before}-${after}`)) return false;
  return !(words.has(before) && words.has(after));
}
