/**
 * The text of a roster, CSV or YAML (docs/formats/roster.md) → rows of named values with their lines. What cannot be read is told;
 * the rest is used. Total.
 */
import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from "yaml";
import { type CsvProblem, parseCsv } from "../base/csv.ts";
import { limits } from "../base/limits.ts";
import { nearWord } from "../base/near-word.ts";
import type { RosterProblem } from "../case/roster.ts";

export const COLUMNS = ["person", "name", "addresses", "personal", "role", "groups", "household", "consent"] as const;
export type Column = (typeof COLUMNS)[number];

export interface RosterRow {
  readonly line: number;
  /** Texts of each column that is there; a list as it is written in YAML, one text of a cell. */
  readonly values: ReadonlyMap<Column, readonly string[]>;
}

export interface RosterRows {
  readonly rows: readonly RosterRow[];
  readonly problems: readonly RosterProblem[];
}

/** Other words for a column. */
const SYNONYMS: ReadonlyMap<string, Column> = new Map<string, Column>([
  ["id", "person"],
  ["key", "person"],
  ["display name", "name"],
  ["full name", "name"],
  ["address", "addresses"],
  ["email", "addresses"],
  ["emails", "addresses"],
  ["mail", "addresses"],
  ["personal addresses", "personal"],
  ["private", "personal"],
  ["group", "groups"],
  ["function", "role"],
]);

export function rosterRows(text: string): RosterRows {
  return isYaml(text) ? yamlRows(text) : csvRows(text);
}

/** By its first line that says something: a heading of CSV has no colon before a separator, and no dash first. */
function isYaml(text: string): boolean {
  for (const [line] of text.slice(0, 64 * 1024).matchAll(/[^\r\n]+/g)) {
    const told = line.replace(/^\ufeff/, "").trim();
    if (told === "" || told.startsWith("#")) continue;
    return /^(?:---|%YAML|- |-$|\[|\{|[\w ]+:(?:\s|$))/.test(told);
  }
  return false;
}

const CSV_WORDS: Readonly<Record<CsvProblem["code"], string>> = {
  "unclosed-quote": "a quotation mark is opened and not closed; the cell was taken up to the end of its line. Close it",
  "text-after-quote": "text follows a closing quotation mark; it was taken into the cell. Double a mark that is meant",
  "stray-quote": "a quotation mark stands inside a cell without quotes; it was taken as it is. Quote the whole cell",
  "too-many-cells": `the row has more than ${limits.csvCellsMax} cells; the rest was left out`,
  "long-cell": `a cell is longer than ${limits.csvCellCharsMax} characters; the rest was left out`,
};

function csvRows(text: string): RosterRows {
  const { rows, problems } = parseCsv(text, limits.rosterPeopleMax + 2);
  const found: RosterProblem[] = problems.map(({ line, code }) => ({ line, code: "syntax", message: CSV_WORDS[code] }));
  const [heading, ...rest] = rows;
  if (heading === undefined) return { rows: [], problems: found };
  const columns = heading.cells.map((cell) => columnOf(cell, heading.line, found));
  if (!columns.includes("addresses") && !columns.includes("personal")) {
    found.push({
      line: heading.line,
      code: "no-people",
      message: `the first line names no column of addresses. Begin with a heading: ${COLUMNS.join(",")}`,
    });
    return { rows: [], problems: found };
  }
  return { rows: rest.map(({ line, cells }) => csvRow(line, cells, columns, found)), problems: found };
}

function csvRow(
  line: number,
  cells: readonly string[],
  columns: readonly (Column | null)[],
  problems: RosterProblem[],
): RosterRow {
  if (cells.length !== columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
    const message = `the row has ${cells.length} cells and the heading ${columns.length}; what has no heading was left out. Quote cells that hold the separator`;
    problems.push({ line, code: "malformed-row", message });
  }
  const values = new Map<Column, readonly string[]>();
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]?.trim() ?? "";
    if (column !== null && cell !== "") values.set(column, [...(values.get(column) ?? []), cell]);
  }
  return { line, values };
}

function columnOf(written: string, line: number, problems: RosterProblem[]): Column | null {
  const word = written.trim().toLowerCase().replaceAll(/[_-]/g, " ");
  const known = COLUMNS.find((column) => column === word) ?? SYNONYMS.get(word) ?? null;
  if (known !== null || word === "") return known;
  const near = nearWord(word, [...COLUMNS]);
  const hint = near === null ? `Known are ${COLUMNS.join(", ")}` : `Did you mean ${near}?`;
  const shown = JSON.stringify(written.trim().slice(0, 60));
  problems.push({
    line,
    code: "unknown-column",
    message: `${shown} is no column of a roster and was left out. ${hint}`,
  });
  return null;
}

function yamlRows(text: string): RosterRows {
  if (isTooDeep(text)) {
    return {
      rows: [],
      problems: [{ line: 0, code: "syntax", message: "lists and maps are nested too deep for a roster" }],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: false, uniqueKeys: false, logLevel: "silent" });
  const lineOf = (offset: number | undefined): number => (offset === undefined ? 0 : lines.linePos(offset).line);
  const problems: RosterProblem[] = document.errors.slice(0, limits.rosterProblemsMax).map((error) => ({
    line: lineOf(error.pos[0]),
    code: "syntax",
    message: `${
      error.message
        .split("\n")[0]
        ?.slice(0, 200)
        .replace(/ at line \d+.*$/, "") ?? "no YAML"
    }. What could be read is used`,
  }));
  const whole: unknown = document.contents;
  const list = isMap(whole) ? whole.get("people", true) : whole;
  if (!isSeq(list)) {
    problems.push({
      line: 1,
      code: "no-people",
      message: "no list of people was found. Write `people:` and a list under it",
    });
    return { rows: [], problems };
  }
  const rows: RosterRow[] = [];
  for (const item of list.items.slice(0, limits.rosterPeopleMax + 1)) {
    const node = item as { readonly range?: readonly number[] | null };
    const line = lineOf(node.range?.[0]);
    if (isMap(item)) rows.push(yamlRow(item, line, problems));
    else
      problems.push({
        line,
        code: "malformed-row",
        message: "an entry is no map of values (`name: …`) and was left out",
      });
  }
  return { rows, problems };
}

function yamlRow(map: YAMLMap, line: number, problems: RosterProblem[]): RosterRow {
  const values = new Map<Column, readonly string[]>();
  for (const { key, value } of map.items as readonly Pair[]) {
    const column = columnOf(scalarText(key) ?? "", line, problems);
    if (column === null) continue;
    const texts = isSeq(value) ? value.items.slice(0, limits.csvCellsMax).map(scalarText) : [scalarText(value)];
    if (texts.includes(null)) {
      const message = `the value of \`${column}\` is neither a text nor a list of texts; that part was left out`;
      problems.push({ line, code: "malformed-row", message });
    }
    const told = texts.flatMap((one) => (one === null || one.trim() === "" ? [] : [one.trim()]));
    if (told.length > 0) values.set(column, [...(values.get(column) ?? []), ...told]);
  }
  return { line, values };
}

/** Null for what is no single value; an empty text for nothing. */
function scalarText(node: unknown): string | null {
  if (node === null || node === undefined) return "";
  if (!isScalar(node)) return null;
  // As written: `no` and dates stay what the author wrote.
  const { source, value } = node;
  return (source ?? String(value ?? "")).slice(0, limits.csvCellCharsMax);
}

/** More levels than a roster has: by brackets, by dashes on one line, by indentation. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = sign === "[" || sign === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > limits.rosterDepthMax) return true;
  }
  const most = limits.rosterDepthMax;
  return new RegExp(`^[ \\t]*(?:[-?][ \\t]+){${most}}|^ {${most * 8}}`, "m").test(text);
}
