/** Lines, columns and colours of a terminal. The only file that writes escape sequences, all of them constants. */
import type { Invocation } from "./command-line.ts";
import { charWidth, displayWidth } from "./display-width.ts";

export interface TerminalOptions extends Invocation {
  /** Colours and bold type; off in a pipe. */
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Narrower terminals wrap by themselves; wider lines are hard to read. */
const WIDTH_MIN = 40;
const WIDTH_MAX = 112;

export function readingWidth(width: number): number {
  return Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, Math.trunc(width) || WIDTH_MIN));
}

const CODES = { bold: "1", dim: "2", red: "1;31", yellow: "1;33", green: "1;32" } as const;
export type Ink = keyof typeof CODES;

/** `text` in a colour, or as it is. */
export function inked(text: string, ink: Ink, options: Pick<TerminalOptions, "color">): string {
  return options.color && text !== "" ? `\u001b[${CODES[ink]}m${text}\u001b[0m` : text;
}

/**
 * Breaks text at spaces into lines of at most `width` columns, each starting with `indent`, the first with `first`.
 * A word longer than a line stays whole, so that it can be copied.
 */
export function wrapped(text: string, width: number, indent: string, first = indent): string[] {
  const lines: string[] = [];
  let line = first;
  let used = displayWidth(first);
  let empty = true;
  for (const word of text.split(" ")) {
    const needed = displayWidth(word) + (empty ? 0 : 1);
    if (!empty && used + needed > width) {
      lines.push(line);
      line = indent + word;
      used = displayWidth(line);
      continue;
    }
    line += empty ? word : ` ${word}`;
    used += needed;
    empty = false;
  }
  lines.push(line);
  return lines;
}

/** `text` cut or filled with spaces to exactly `columns`. Expects text without control characters. */
export function column(text: string, columns: number): string {
  const width = displayWidth(text);
  if (width <= columns) return text + " ".repeat(columns - width);
  let cut = "";
  let used = 0;
  for (const char of text) {
    const next = charWidth(char);
    if (used + next > columns - 1) break;
    cut += char;
    used += next;
  }
  return `${cut}…${" ".repeat(Math.max(0, columns - 1 - used))}`;
}
