/**
 * Indicators of comma-separated values with a heading, as vendors and NGOs publish them: the column with the value, its kind, dates
 * and words are known by a mapping that is given, or by their headings in the spellings that are common; without either every cell is looked at.
 */
import { type EpochMs, epochMs } from "../base/brand.ts";
import { type Csv, type CsvProblem, type CsvRow, csvRows, separatorOf } from "../base/csv.ts";
import { limits } from "../base/limits.ts";
import type { Beside, Collector } from "./collector.ts";
import { isJson } from "./formats/json.ts";
import type { TextBlock } from "./formats/text-blocks.ts";
import { observableOf } from "./observable.ts";
import { parsePattern } from "./pattern/parser.ts";
import { takePatternText } from "./read-stix.ts";

/** Which columns say what, by heading (without regard to case) or by number from 1. */
export interface CsvMapping {
  readonly value: string;
  readonly type?: string;
  readonly name?: string;
  readonly from?: string;
  readonly until?: string;
  readonly group?: string;
}

const COLUMNS = {
  value:
    /^(?:ioc|iocs|indicator|indicators|value|ioc[ _]?value|indicator[ _]?value|observable|artifact|data|domain|domains|url|urls|ip|ips|sha-?256(?:sum)?|md5|sha-?1|hash|hashes|email|pattern|domain[ _]name|hostname|host|fqdn|ip[ _]?addr(?:ess)?|ipv4|ipv6|e-?mail[ _]?address)$/,
  type: /^(?:type|ioc[ _]?type|indicator[ _]?type|kind|category|attribute[ _]?type)$/,
  name: /^(?:comment|comments|context|description|name|note|notes|title|details)$/,
  from: /^(?:valid[ _]?from|first[ _]?seen|creation[ _]?date|created|date|date[ _]?added|published)$/,
  until: /^(?:valid[ _]?(?:until|to)|end[ _]?of[ _]?validity|expires?|last[ _]?seen)$/,
  group: /^(?:actor|threat[ _]?actor|group|campaign|malware|family|tag|attribution|intrusion[ _]?set)$/,
} as const;

/** The line is a heading that names a column with values, or one with kinds. */
export function isHeading(line: string): boolean {
  const titles = line
    .replace(/^\ufeff/, "")
    .split(/[,;\t]/)
    .map((title) => title.trim().toLowerCase().replace(/^"|"$/g, ""));
  return (
    titles.some((title) => COLUMNS.value.test(title)) ||
    (titles.length > 1 && titles.some((title) => COLUMNS.type.test(title)))
  );
}

/** Places of the columns in a row; `values` may be several (`md5`, `sha1`, `sha256`). */
interface Columns {
  readonly values: readonly number[];
  readonly type: number | undefined;
  readonly name: number | undefined;
  readonly from: number | undefined;
  readonly until: number | undefined;
  readonly groups: readonly number[];
}

/** Gives a sentence when a column that is asked for is not there; else null. */
export function readCsv(blocks: Iterable<TextBlock>, collector: Collector, mapping?: CsvMapping): string | null {
  const problems: CsvProblem[] = [];
  let columns: Columns | null = null;
  for (const { line, cells } of rowsOf(blocks, problems)) {
    let isHeadingRow = false;
    if (columns === null) {
      const titles = cells.map((cell) => cell.trim().toLowerCase());
      const mapped = mapping === undefined ? null : mappedColumns(mapping, titles);
      if (typeof mapped === "string") return mapped;
      columns = mapped ?? guessedColumns(titles);
      // Columns by number alone: the first row may be one like any other.
      isHeadingRow = mapped === null ? columns.values.length > 0 : isNamed(mapping, titles);
    }
    if (!isHeadingRow) takeRow(cells, `line ${line}`, columns, collector);
  }
  for (const { line, code } of problems) collector.reject("", `line ${line}`, `the table is broken there (${code})`);
  return null;
}

function* rowsOf(blocks: Iterable<TextBlock>, problems: CsvProblem[]): Iterable<CsvRow> {
  let separator: Csv["separator"] | null = null;
  let rows = 0;
  for (const { text, firstLine } of blocks) {
    separator ??= separatorOf(text);
    for (const row of csvRows(text, limits.indicatorsMax - rows, problems, { separator, firstLine })) {
      rows += 1;
      yield row;
    }
  }
}

/** A list of maps is a table whose headings are their keys. False when no key is one that names a column with values. */
export function readRecords(records: readonly unknown[], collector: Collector): boolean {
  const maps = records.filter(isJson);
  const titles = [...new Set(maps.slice(0, limits.csvCellsMax).flatMap((one) => Object.keys(one)))].slice(
    0,
    limits.csvCellsMax,
  );
  const columns = guessedColumns(titles.map((title) => title.trim().toLowerCase()));
  if (columns.values.length === 0) return false;
  for (const [at, record] of maps.entries()) {
    const cells = titles.map((title) => {
      const value = Object.hasOwn(record, title) ? record[title] : "";
      return typeof value === "string" || typeof value === "number" ? String(value) : "";
    });
    takeRow(cells, `record ${at + 1}`, columns, collector);
  }
  return true;
}

function guessedColumns(titles: readonly string[]): Columns {
  const columns = (wanted: RegExp): readonly number[] =>
    titles.flatMap((title, at) => (wanted.test(title) ? [at] : []));
  return {
    values: columns(COLUMNS.value),
    type: columns(COLUMNS.type)[0],
    name: columns(COLUMNS.name)[0],
    from: columns(COLUMNS.from)[0],
    until: columns(COLUMNS.until)[0],
    groups: columns(COLUMNS.group),
  };
}

function mappedColumns(mapping: CsvMapping, titles: readonly string[]): Columns | string {
  const missing = Object.values(mapping).find((column) => placeOf(column, titles) === undefined);
  if (missing !== undefined)
    return `has no column "${missing.slice(0, 80)}"; it has ${titles.slice(0, 20).join(", ").slice(0, 300)}`;
  const at = (column: string | undefined): number | undefined => placeOf(column, titles);
  const { value, type, name, from, until, group } = mapping;
  const list = (place: number | undefined): readonly number[] => (place === undefined ? [] : [place]);
  return {
    values: list(at(value)),
    type: at(type),
    name: at(name),
    from: at(from),
    until: at(until),
    groups: list(at(group)),
  };
}

function placeOf(column: string | undefined, titles: readonly string[]): number | undefined {
  if (column === undefined) return undefined;
  const named = titles.indexOf(column.trim().toLowerCase());
  const number = /^[1-9]\d{0,2}$/.test(column) ? Number(column) - 1 : -1;
  if (named >= 0) return named;
  return number >= 0 && number < titles.length ? number : undefined;
}

function isNamed(mapping: CsvMapping | undefined, titles: readonly string[]): boolean {
  const isByName = Object.values(mapping ?? {}).some((column) => titles.includes(String(column).trim().toLowerCase()));
  return isByName || isHeading(titles.join(","));
}

function takeRow(cells: readonly string[], place: string, columns: Columns, collector: Collector): void {
  const cell = (at: number | undefined): string => (at === undefined ? "" : (cells[at] ?? "").trim());
  const beside: Beside = {
    place,
    name: cell(columns.name).slice(0, 200),
    from: dayOf(cell(columns.from)),
    until: dayOf(cell(columns.until)),
    groups: columns.groups.length === 0 ? NO_GROUPS : columns.groups.map(cell).filter((group) => group !== ""),
  };
  if (columns.values.length === 0) takeAny(cells, beside, collector);
  else for (const at of columns.values) takeCell(cell(at), cell(columns.type), beside, collector);
}

const NO_GROUPS: readonly string[] = [];

/** Kinds that a value does not show by itself, by the words that tables use for them. */
const SUBJECT = /^(?:e-?mail[ _-]?)?subject$/i;
const FILE_NAME = /^file[ _-]?(?:name|path)$/i;
/** What mail shows nothing of. */
const NOT_SHOWN =
  /^(?:mutex|regkey|registry.*|process(?:[ _-]?name)?|user-?agent|app[ _-]?id|package|pdb|yara|ja3s?|imphash|ssdeep|asn?|cve|vulnerability|bitcoin|btc|certificate|x509.*)$/i;

function takeCell(text: string, type: string, beside: Beside, collector: Collector): void {
  if (text === "") return;
  if (text.startsWith("[") && parsePattern(text).ok) takePatternText(text, beside, collector);
  else if (SUBJECT.test(type)) collector.add("email-subject", text, beside);
  else if (FILE_NAME.test(type)) collector.add("file-name", text, beside);
  else if (NOT_SHOWN.test(type))
    collector.reject(text, beside.place, `mail does not show values of the type ${type.slice(0, 40)}`);
  else collector.written(text, beside);
}

/** A row without headings is of use when one cell is a value. */
function takeAny(cells: readonly string[], beside: Beside, collector: Collector): void {
  const found = cells.flatMap((cell) => observableOf(cell.trim()) ?? []);
  for (const one of found) collector.observable(one, beside);
  if (found.length === 0)
    collector.reject(cells.join(","), beside.place, "no cell is a host, address, URL, mail address or hash");
}

function dayOf(text: string): EpochMs | null {
  // Days without a time are in UTC; with one they are taken so, since no table names its zone.
  const written = text.replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T").replace(/ UTC$/, "Z");
  const zoned = /T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(written) ? `${written}Z` : written;
  const at = /^\d{4}-\d{2}-\d{2}/.test(zoned) ? Date.parse(zoned) : Number.NaN;
  return Number.isNaN(at) ? null : epochMs(at);
}
