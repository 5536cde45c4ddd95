/**
 * Indicators of comma-separated values with a heading, as vendors and NGOs publish them: the column with the value, its kind, dates
 * and words are known by their headings, in the spellings that are common; without such headings every cell is looked at.
 */
import { type EpochMs, epochMs } from "../base/brand.ts";
import { parseCsv } from "../base/csv.ts";
import { limits } from "../base/limits.ts";
import type { Beside, Collector } from "./collector.ts";
import { observableOf } from "./observable.ts";
import { parsePattern } from "./pattern/parser.ts";

const COLUMNS = {
  value:
    /^(?:ioc|indicator|value|ioc_?value|indicator_?value|observable|artifact|data|domain|url|ip|sha-?256(?:sum)?|md5|sha-?1|hash|email|pattern|domain_name|ip_address)$/,
  type: /^(?:type|ioc_?type|indicator_?type|kind|category)$/,
  name: /^(?:comment|comments|context|description|name|note|notes|title|details)$/,
  from: /^(?:valid[ _]?from|first[ _]?seen|creation[ _]?date|created|date|date[ _]?added)$/,
  until: /^(?:valid[ _]?(?:until|to)|end[ _]?of[ _]?validity|expires?|last[ _]?seen)$/,
  group: /^(?:actor|threat[ _]?actor|group|campaign|malware|family|tag|attribution)$/,
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

export function readCsv(text: string, collector: Collector): void {
  const { rows, problems } = parseCsv(text, limits.indicatorsMax);
  for (const { line, code } of problems) collector.reject("", `line ${line}`, `the table is broken there (${code})`);
  const [heading, ...body] = rows;
  if (heading === undefined) return;
  const titles = heading.cells.map((cell) => cell.trim().toLowerCase());
  const columns = (wanted: RegExp): readonly number[] =>
    titles.flatMap((title, at) => (wanted.test(title) ? [at] : []));
  const values = columns(COLUMNS.value);
  const [name] = columns(COLUMNS.name);
  const [from] = columns(COLUMNS.from);
  const [until] = columns(COLUMNS.until);
  const groups = columns(COLUMNS.group);
  const hasHeading = values.length > 0;
  for (const { line, cells } of hasHeading ? body : rows) {
    const cell = (at: number | undefined): string => (at === undefined ? "" : (cells[at] ?? "").trim());
    const beside: Beside = {
      place: `line ${line}`,
      name: cell(name).slice(0, 200),
      from: dayOf(cell(from)),
      until: dayOf(cell(until)),
      groups: groups.map(cell).filter((group) => group !== ""),
    };
    if (hasHeading) for (const at of values) takeCell(cell(at), beside, collector);
    else takeAny(cells, beside, collector);
  }
}

function takeCell(text: string, beside: Beside, collector: Collector): void {
  if (text === "") return;
  if (text.startsWith("[") && parsePattern(text).ok) collector.add("pattern", text, beside);
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
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text.replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T")) : Number.NaN;
  return Number.isNaN(at) ? null : epochMs(at);
}
