/**
 * Counts by month, or by year when there are many: the numbers under the timeline.
 *
 * Mail with impossible dates (before mail programs wrote dates as today, or after the report was made) is counted apart, so
 * that one forged date does not squeeze ten years into a corner. At most 240 months or 111 years come out.
 */
import type { EpochMs } from "../base/brand.ts";
import type { MonthCount } from "../ports/store.ts";
import { isoOf } from "./wording.ts";

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const MONTHS_MAX = 240;
/** Up to here each bin has its own label on the axis. */
const LABELLED_MAX = 18;

const NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

export interface TimeBin {
  /** `2021-01` or `2021`. */
  readonly label: string;
  readonly hostile: number;
  readonly suspicious: number;
  /** Commercially tracked and neither suspicious nor hostile. */
  readonly commercial: number;
  readonly all: number;
}

export interface TimeBins {
  readonly unit: "month" | "year";
  /** Without holes, in order. */
  readonly bins: readonly TimeBin[];
  /** Month number (`year * 12 + month`) at which the first bin starts. */
  readonly start: number;
  /** True when each bin carries its own label, under its middle; else labels stand where a year begins. */
  readonly labelled: boolean;
  /** Places on the axis that carry a label; `at` counts bins from the left. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  readonly outside: { readonly messages: number; readonly serious: number };
}

export function timeBins(months: readonly MonthCount[], until: string): TimeBins {
  const latest = Math.min(monthNumber(until.slice(0, 7)) ?? Infinity, LAST_YEAR * 12 + 11);
  const inside: { at: number; row: MonthCount }[] = [];
  let messages = 0;
  let serious = 0;
  for (const row of months) {
    const at = monthNumber(row.month);
    if (at !== null && at >= FIRST_YEAR * 12 && at <= latest) {
      inside.push({ at, row });
      continue;
    }
    messages += row.messages;
    if (isSerious(row)) serious += row.messages;
  }
  return { ...binned(inside), outside: { messages, serious } };
}

/** Where an instant lies, in bins from the left edge; may lie outside. Null for no date. */
export function placeOf(ms: EpochMs | null, { unit, start }: TimeBins): number | null {
  const iso = isoOf(ms);
  const month = iso === null ? null : monthNumber(iso.slice(0, 7));
  if (iso === null || month === null) return null;
  const exact = month + (Number(iso.slice(8, 10)) - 1) / 31;
  return unit === "month" ? exact - start : (exact - start) / 12;
}

function binned(rows: readonly { readonly at: number; readonly row: MonthCount }[]): Omit<TimeBins, "outside"> {
  if (rows.length === 0) return { unit: "month", bins: [], start: 0, labelled: false, marks: [] };
  const first = rows.reduce((least, { at }) => Math.min(least, at), Infinity);
  const last = rows.reduce((most, { at }) => Math.max(most, at), -Infinity);
  const unit = last - first < MONTHS_MAX ? "month" : "year";
  const size = unit === "month" ? 1 : 12;
  const start = unit === "month" ? first : first - (first % 12);
  const bins = Array.from({ length: Math.floor((last - start) / size) + 1 }, (_, index) =>
    emptyBin(start + index * size, unit),
  );
  for (const { at, row } of rows) {
    const bin = bins[Math.floor((at - start) / size)];
    if (bin !== undefined) count(bin, row);
  }
  const labelled = bins.length <= LABELLED_MAX;
  return { unit, bins, start, labelled, marks: marksOf(unit, start, bins.length) };
}

function emptyBin(at: number, unit: TimeBins["unit"]): TimeBin {
  const year = String(Math.floor(at / 12));
  const label = unit === "year" ? year : `${year}-${String((at % 12) + 1).padStart(2, "0")}`;
  return { label, hostile: 0, suspicious: 0, commercial: 0, all: 0 };
}

type Counting = { -readonly [Key in keyof TimeBin]: TimeBin[Key] };

function count(bin: Counting, row: MonthCount): void {
  bin.all += row.messages;
  if (row.verdict === "hostile") bin.hostile += row.messages;
  else if (row.verdict === "suspicious") bin.suspicious += row.messages;
  else if (row.trackingClass === "commercial") bin.commercial += row.messages;
}

function marksOf(unit: TimeBins["unit"], start: number, length: number): TimeBins["marks"] {
  return Array.from({ length }, (_, at) => at).flatMap((at) => {
    const month = unit === "month" ? start + at : start + at * 12;
    const year = String(Math.floor(month / 12));
    if (unit === "year") return [{ at, label: year }];
    if (length <= LABELLED_MAX) return [{ at, label: monthLabel(month, at === 0) }];
    return month % 12 === 0 || at === 0 ? [{ at, label: year }] : [];
  });
}

function monthLabel(month: number, first: boolean): string {
  const name = NAMES[month % 12] ?? "";
  return first || month % 12 === 0 ? `${name} ${Math.floor(month / 12)}` : name;
}

function isSerious({ verdict }: MonthCount): boolean {
  return verdict === "hostile" || verdict === "suspicious";
}

/** `2021-01` as a month number; null for anything else. */
function monthNumber(month: string): number | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  return match === null ? null : Number(match[1]) * 12 + Number(match[2]) - 1;
}
