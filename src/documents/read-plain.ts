/**
 * Plain text → blocks. The text stays as it is but for line ends and controls, so that its lines are the file's lines.
 *
 * A paragraph is what stands between blank lines, or one line where lines are as long as paragraphs; a line that ends far before the
 * others with a full stop ends its paragraph. Headings by shape, items by their signs, page numbers and contents as furniture. Pure,
 * total, linear.
 */
import { limits } from "../base/limits.ts";
import type { Block, BlockKind } from "../case/document.ts";
import { type DocumentDraft, readable } from "./draft.ts";

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const CUT = `It is longer than ${limits.documentCharsMax / 1_000_000} million characters or ${limits.documentBlocksMax} pieces; only the beginning was read.`;

export function readPlain(written: string): DocumentDraft {
  const whole = readable(written.replace(/\r\n?/g, "\n"));
  const text = whole.length > limits.documentCharsMax ? whole.slice(0, limits.documentCharsMax).toWellFormed() : whole;
  const all = withWholeHeadings(text, blocksOfText(text));
  const blocks = all.slice(0, limits.documentBlocksMax);
  const isPartial = text.length < whole.length || blocks.length < all.length;
  return {
    text: blocks.length < all.length ? text.slice(0, blocks.at(-1)?.span.end ?? 0) : text,
    blocks,
    links: [],
    title: "",
    publisher: "",
    date: null,
    language: "",
    problems: isPartial ? [CUT] : [],
    isPartial,
  };
}

/** Lines longer than this are whole paragraphs; programs and people wrap before. */
const WRAPPED_CHARS_MAX = 160;
/** A line shorter than this part of a full one was ended on purpose. */
const SHORT_SHARE = 0.75;

function blocksOfText(text: string): readonly Block[] {
  const lines = linesOf(text);
  const repeated = repeatedLines(lines);
  const full = medianLength(lines) > WRAPPED_CHARS_MAX || areSentences(lines) ? 0 : fullLength(lines);
  const blocks: Block[] = [];
  let hasContent = false;
  let open: { kind: BlockKind; start: number; last: Line } | null = null;
  const close = () => {
    if (open !== null) blocks.push(blockOf(open.kind, 0, { start: open.start, end: open.last.end }));
    open = null;
  };
  for (const [index, line] of lines.entries()) {
    if (line.text === "") {
      close();
      continue;
    }
    const alone = aloneKind(lines, index, repeated);
    const current = open as { kind: BlockKind; start: number; last: Line } | null;
    const isNew = current === null || alone !== null || startsItem(line.text) || ends(current.last, line, full);
    if (isNew) close();
    if (alone !== null) blocks.push(blockOf(alone, alone === "heading" ? levelOf(line.text, hasContent) : 0, line));
    else if (isNew) open = { kind: startsItem(line.text) ? "list-item" : "paragraph", start: line.start, last: line };
    else if (current !== null) current.last = line;
    hasContent ||= alone !== "furniture";
  }
  close();
  return blocks;
}

function blockOf(
  kind: BlockKind,
  level: number,
  { start, end }: { readonly start: number; readonly end: number },
): Block {
  return { kind, span: { start, end }, level, page: 0, table: null, row: null };
}

/** With white space off both ends. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= text.length; ) {
    const stop = text.indexOf("\n", from);
    const to = stop < 0 ? text.length : stop;
    const written = text.slice(from, to);
    const line = written.trim();
    const start = from + (written.length - written.trimStart().length);
    lines.push({ start, end: start + line.length, text: line });
    from = to + 1;
  }
  return lines;
}

function medianLength(lines: readonly Line[]): number {
  const lengths = lines.map(({ text }) => text.length).filter((length) => length > 0);
  return lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
}

/** Nothing parts the lines, and nearly each ends as a sentence does. */
function areSentences(lines: readonly Line[]): boolean {
  const last = lines.findLastIndex(({ text }) => text !== "");
  const used = lines.slice(
    lines.findIndex(({ text }) => text !== ""),
    last + 1,
  );
  const ended = used.filter(({ text }) => /[.!?…。][)"'”’»]?$/.test(text)).length;
  return used.every(({ text }) => text !== "") && ended >= used.length * SENTENCE_SHARE;
}

const SENTENCE_SHARE = 0.7;

/** What nine lines in ten stay below: about where the text was wrapped. */
function fullLength(lines: readonly Line[]): number {
  const lengths = lines.map(({ text }) => text.length).filter((length) => length > 20);
  return lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
}

/** Whether the paragraph that `last` ends so far is over, although no blank line follows. `full` 0: each line is one. */
function ends(last: Line, next: Line, full: number): boolean {
  if (full === 0) return true;
  if (!/\s/.test(last.text) || !/\s/.test(next.text)) return !isContinued(last, next);
  return (
    last.text.length < full * SHORT_SHARE &&
    /[.!?:…。][)"'”’»]?$/.test(last.text) &&
    /^[\p{Lu}\p{Lo}\d"“„«]/u.test(next.text)
  );
}

/** A single word goes on a sentence when it is written like one: the last of a paragraph, or one that is too long for its line. */
function isContinued(last: Line, next: Line): boolean {
  return /\s/.test(last.text) ? /^[\p{Ll}(]/u.test(next.text) || /[.!?]$/.test(next.text) : /^\p{Ll}/u.test(next.text);
}

const ITEM = /^(?:[-*•‣▪●○◦–—»]+\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s)\s*\S/;

function startsItem(line: string): boolean {
  return ITEM.test(line);
}

/** The kind of a line that stands for itself; null for one of a paragraph. */
function aloneKind(lines: readonly Line[], index: number, repeated: ReadonlySet<string>): BlockKind | null {
  const { text } = lines[index] ?? { text: "" };
  if (isPageMark(text) || repeated.has(text) || isContentsLine(text)) return "furniture";
  return isHeading(lines, index) ? "heading" : null;
}

const HEADING_CHARS_MAX = 90;
const HEADING_WORDS_MAX = 14;

/** Short, no sentence, begins like a title, and stands apart from what is before it. */
function isHeading(lines: readonly Line[], index: number): boolean {
  const { text } = lines[index] ?? { text: "" };
  const before = lines[index - 1]?.text ?? "";
  const after = lines[index + 1]?.text ?? "";
  if (text.startsWith("TLP") || goesOnAs(text, after)) return false;
  if (text.length > HEADING_CHARS_MAX || /[.!?,;:…]$/.test(text) || !/\p{L}{2}/u.test(text)) return false;
  if (/^[=~-]{3,}$/.test(after) && !/^[=~-]/.test(text)) return true;
  const words = text.split(/\s+/);
  if (words.length > HEADING_WORDS_MAX || /[@/\\<>{}|[\]=]|\w\.\w/.test(text) || ITEM.test(text)) return false;
  if (before !== "" && !/[.!?:]["”’)]?$/.test(before) && index > 0) return false;
  const isNumbered = /^(?:\d{1,2}(?:\.\d{1,2}){0,4}|[A-Z](?:\.\d{1,2}){0,3})\.?\s+\p{Lu}/u.test(text);
  const isCapital = /^\p{Lu}[\p{Lu}\d\s&',:()–-]+$/u.test(text) && /\p{Lu}{3}/u.test(text);
  const isTitled = words.filter((word) => /^[\p{Lu}\d]/u.test(word) || word.length <= 3).length >= words.length * 0.75;
  if (isNumbered || isCapital) return true;
  // A word by itself is one above a paragraph, not in a list of words.
  if (words.length === 1) return /^\p{Lu}\p{Ll}{3,}$/u.test(text) && after.length >= PARAGRAPH_CHARS_MIN;
  return isTitled && /^[\p{Lu}\d“"]/u.test(text) && !/\d{4}$/.test(text) && text.split(",").length <= COMMAS_MAX;
}

/** The line and the one behind it are one sentence. */
function goesOnAs(line: string, after: string): boolean {
  if (after === "") return false;
  const isOpen = line.split("(").length > line.split(")").length;
  return isOpen || /(?:^|\s)\p{Ll}{1,4}$/u.test(line) || /^(?:\d[\w.,]{0,12}\s)?[\p{Ll}(]/u.test(after);
}

const PARAGRAPH_CHARS_MIN = 50;
/** Lists of names have more. */
const COMMAS_MAX = 3;

/** A heading that goes on in the next line or two: they stand together, and none is a sentence. */
function withWholeHeadings(text: string, blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const written = text.slice(block.span.start, block.span.end);
    const goesOn =
      last?.kind === "heading" &&
      (block.kind === "paragraph" || block.kind === "heading") &&
      block.span.start - last.span.end === 1 &&
      block.span.end - last.span.start <= HEADING_CHARS_MAX * 2 &&
      !/[.!?,;:…]$/.test(written) &&
      written.split("\n").length <= 2 &&
      written.split(/\s+/).filter((word) => /^[\p{Lu}\d]/u.test(word)).length >= written.split(/\s+/).length / 2 &&
      text.slice(block.span.end, block.span.end + 2).trim() === "";
    if (goesOn) joined[joined.length - 1] = { ...last, span: { start: last.span.start, end: block.span.end } };
    else joined.push(block);
  }
  return joined;
}

/** 1 for the first heading at the top; numbered ones by their depth. */
function levelOf(line: string, hasContent: boolean): number {
  const number = /^(?:\d{1,2}|[A-Z])((?:\.\d{1,2}){0,4})\.?\s/.exec(line);
  if (number !== null && !/^[A-Z]\s/.test(line)) return Math.min(6, 2 + (number[1]?.split(".").length ?? 1) - 1);
  return hasContent ? 2 : 1;
}

/** A page number by itself, rules of dashes, form feeds. */
export function isPageMark(line: string): boolean {
  return (
    /^(?:(?:page|seite|página|стр\.?)\s{0,3})?\d{1,4}(?:\s{0,3}(?:\/|of|von|de|sur|из)\s{0,3}\d{1,4})?$/i.test(line) ||
    /^[-=_*~#]{3,}$/.test(line)
  );
}

const REPEATED_MIN = 4;

/** Lines that a page's head or foot repeats: short, many times the same, and never values that a list may repeat. */
function repeatedLines(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    if (text !== "" && text.length <= HEADING_CHARS_MAX && /\p{L}/u.test(text))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const isAround = new Set<string>();
  for (const [index, { text }] of lines.entries()) {
    if ((counts.get(text) ?? 0) < REPEATED_MIN) continue;
    const near = [lines[index - 1], lines[index - 2], lines[index + 1], lines[index + 2]];
    if (near.some((line) => line !== undefined && isPageMark(line.text))) isAround.add(text);
  }
  return isAround;
}

/** Dots that lead to the number of a page. Only the end is looked at: a line may be dots alone, and long. */
function isContentsLine(text: string): boolean {
  return /(?:\.\s?){5}\s{0,8}\d{1,4}$/.test(text.slice(-CONTENTS_CHARS));
}

const CONTENTS_CHARS = 32;
