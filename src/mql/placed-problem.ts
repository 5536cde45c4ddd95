/** A problem with its place as people look for it, and its text (style 6). */
import type { RuleProblem } from "./problem.ts";

export interface PlacedProblem {
  /** Stable. */
  readonly code: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in code points. */
  readonly column: number;
  /** Code points that are meant, at least 1, never beyond the line. */
  readonly width: number;
  /** The whole line, without its end. */
  readonly lineText: string;
  readonly message: string;
  /** Empty when nothing can be said. */
  readonly hint: string;
}

/** Where problems with places in `text` are; lines end with LF, a CR before it is no part of them. Cost: linear in text and problems. */
export function placeProblems(
  text: string,
  problems: readonly (Omit<RuleProblem, "code"> & { readonly code: string })[],
): readonly PlacedProblem[] {
  if (problems.length === 0) return [];
  const starts = lineStarts(text);
  return problems.map(({ code, span, message, hint }) => {
    const line = lineAt(starts, Math.min(span.start, text.length));
    const from = starts[line] ?? 0;
    const end = (starts[line + 1] ?? text.length + 1) - 1;
    const lineText = text.slice(from, end).replace(/\r$/, "");
    const at = Math.min(span.start - from, lineText.length);
    const until = Math.min(Math.max(span.end - from, at), lineText.length);
    const width = Math.max(1, codePoints(lineText.slice(at, until)));
    return { code, line: line + 1, column: codePoints(lineText.slice(0, at)) + 1, width, lineText, message, hint };
  });
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last start that is not behind `at`. */
function lineAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Columns of a line that are shown; of a longer one, the part around the place. */
const COLUMNS_MAX = 100;
const COLUMNS_BEFORE = 40;
/** What does not print: controls, marks that turn the direction, what takes no room. */
const UNSAFE = /[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu;

/**
 * Two or three lines for a terminal or a log: what, where, and the line with the place underlined. What does not print is shown as `·`; an
 * underline can be off behind characters that are two columns wide.
 */
export function problemText(
  path: string,
  { code, line, column, width, lineText, message, hint }: PlacedProblem,
): string {
  const characters = [...visible(lineText)];
  const start = firstShown(characters, column);
  const cut = characters.slice(start, start + COLUMNS_MAX);
  const before = characters.slice(0, start).some((character) => character !== " " && character !== "·") ? "…" : "";
  const after = start + cut.length < characters.length ? "…" : "";
  const where = `  ${visible(path)}:${line}:${column}   `;
  const underline = "^".repeat(Math.max(1, Math.min(width, start + cut.length - (column - 1))));
  const indent = " ".repeat([...where].length + before.length + column - 1 - start);
  const said = [underline, visible(hint)].filter((one) => one !== "").join(" ");
  return `error[${code}]: ${visible(message)}\n${where}${before}${cut.join("")}${after}\n${indent}${said}\n`;
}

/** The same number of code points. */
function visible(text: string): string {
  return text.replace(UNSAFE, "·");
}

/** Indentation is left out; of a long line, what is far before the place. */
function firstShown(characters: readonly string[], column: number): number {
  const indent = characters.findIndex((character) => character !== " " && character !== "·");
  const first = Math.max(0, Math.min(indent, column - 1));
  if (characters.length - first <= COLUMNS_MAX) return first;
  return Math.max(first, Math.min(column - 1 - COLUMNS_BEFORE, characters.length - COLUMNS_MAX));
}
