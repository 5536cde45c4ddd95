/** Numbers, dates and lists as a person reads them. English, the same on every machine: nothing asks the locale. */
import type { EpochMs } from "../base/brand.ts";

/** `184213` → `184,213`. */
export function withCommas(n: number): string {
  return String(Math.trunc(n)).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

/** `counted(1, "message")` → `1 message`; `counted(2, "person", "people")` → `2 people`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${withCommas(n)} ${n === 1 ? one : many}`;
}

export function messagesCounted(n: number): string {
  return counted(n, "message");
}

export function peopleCounted(n: number): string {
  return counted(n, "person", "people");
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** `YYYY-MM-DD`, UTC; `no date` for null. */
export function dayOf(ms: EpochMs | null): string {
  return isoOf(ms)?.split("T")[0] ?? "no date";
}

/** `YYYY-MM-DD HH:MM UTC`; `no date` for null. */
export function minuteOf(ms: EpochMs | null): string {
  const [day, time] = isoOf(ms)?.split("T") ?? [];
  return day === undefined || time === undefined ? "no date" : `${day} ${time.slice(0, 5)} UTC`;
}

/** ISO 8601 in UTC; null when there is no date, or none that can be written. */
export function isoOf(ms: EpochMs | null): string | null {
  if (ms === null || !Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return null;
  return new Date(ms).toISOString();
}

/** `2021-01-19 to 2021-02-04`, one day when both are the same, empty when neither is known. */
export function periodOf(first: string | null, last: string | null): string {
  const days = [first, last].flatMap((iso) => (iso === null ? [] : [iso.split("T")[0] ?? iso]));
  return [...new Set(days)].join(" to ");
}

/** The same for instants. */
export function periodOfInstants(first: EpochMs | null, last: EpochMs | null): string {
  return periodOf(isoOf(first), isoOf(last));
}

/** Decimal units with at most one digit after the point: `1.2 GB`. */
export function bytesOf(n: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let size = n;
  let unit = 0;
  while (size >= 999.95 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  if (unit === 0) return counted(n, "byte");
  return `${size < 99.95 ? size.toFixed(1).replace(/\.0$/, "") : size.toFixed(0)} ${units[unit]}`;
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
