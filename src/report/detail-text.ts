/** Blocks of `show ID`: labelled lines, headings and lists, wrapped for reading. Every value is made printable here. */
import { defangText } from "./defang.ts";
import { forTerminal } from "./printable.ts";
import { wrapped } from "./terminal.ts";

/** `show` also goes into files and mail, so its width does not depend on the terminal. */
const WIDTH = 96;
const LABEL_COLUMNS = 12;

/** Mail text as dead text on one line. */
export function quoted(text: string, max = 400): string {
  return forTerminal(defangText(text), max);
}

/** `From        Name <address>`; nothing for an empty value. `value` must be printable already. */
export function labelled(label: string, value: string): string[] {
  if (value === "") return [];
  return wrapped(value, WIDTH, " ".repeat(LABEL_COLUMNS), label.padEnd(LABEL_COLUMNS));
}

/** A block with its heading, or nothing when it has no lines. */
export function block(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines];
}

/** `  - text`, wrapped. `text` must be printable already. */
export function bullet(text: string, depth = 1): string[] {
  const indent = "  ".repeat(depth);
  return wrapped(text, WIDTH, `${indent}  `, `${indent}- `);
}

/** For `map` on the lines of a bullet: stands below another one, and has no mark of its own. */
export function unmarked(line: string, index: number): string {
  return index === 0 ? line.replace("- ", "  ") : line;
}

/** The first `max` items, then `and N more`. */
export function firstOf<T>(
  items: readonly T[],
  max: number,
  lines: (item: T, index: number) => readonly string[],
): string[] {
  const left = items.length - max;
  return [...items.slice(0, max).flatMap(lines), ...(left > 0 ? [`  and ${left} more`] : [])];
}
