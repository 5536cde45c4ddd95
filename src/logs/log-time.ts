/**
 * Times as logs write them. A time without a zone is in the zone that the user names, and in none where nobody does; one without a year is
 * placed in a year that the reader of the whole file puts right. Total; `bad` for what is no time, and for years outside 1990 to 2099.
 */
import { type EpochMs, epochMs } from "../base/brand.ts";

export interface LogClock {
  /** `UTC`, an offset (`+01:00`) or a name (`Europe/Lisbon`); null where nobody said. */
  readonly zone: string | null;
  /** For times that have none. */
  readonly year: number;
}

/** `zone`: a time without one, and nobody said. `bad`: no time. */
export type LogTime = EpochMs | "zone" | "bad";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface Parts {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** As written; empty for none. */
  readonly zone: string;
}

/** `20/Jan/2021:09:12:33 +0100`, the time of common and combined logs. */
export function bracketTime(text: string, clock: LogClock): LogTime {
  const found = /^(\d{1,2})\/([A-Za-z]{3})\/(\d{4}):(\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?\s*([+-]\d{4}|Z)?$/.exec(text);
  if (found === null) return "bad";
  const [, day, month = "", year, hour, minute, second, zone = ""] = found;
  return placed({ ...numbers({ year, day, hour, minute, second }), month: monthOf(month), zone }, clock);
}

/** Seconds since 1970, with or without a fraction. */
export function unixTime(text: string): LogTime {
  const seconds = /^\d{1,12}(?:\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  return plausible(Math.round(seconds * 1000));
}

export interface LeadingTime {
  readonly at: LogTime;
  readonly rest: string;
}

/** Syslog as RFC 3164 has it: month, day and time, and no year. */
export function isYearless(line: string): boolean {
  return /^(?:<\d{1,3}>)?[A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:/.test(line);
}

/** The front of a line of syslog, of BIND or of Exim, and what follows it; null where no time stands there. */
export function leadingTime(line: string, clock: LogClock): LeadingTime | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?\s?(Z|[+-]\d{2}:?\d{2})?[ \t]+/.exec(
    line,
  );
  if (iso !== null) {
    const [whole, year, month, day, hour, minute, second, zone = ""] = iso;
    const parts = numbers({ year, day, hour, minute, second });
    return { at: placed({ ...parts, month: Number(month) - 1, zone }, clock), rest: line.slice(whole.length) };
  }
  const bsd = /^(?:<\d{1,3}>)?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?[ \t]+/.exec(
    line,
  );
  if (bsd !== null) {
    const [whole, month = "", day, year, hour, minute, second] = bsd;
    const parts = {
      ...numbers({ year: year ?? String(clock.year), day, hour, minute, second }),
      month: monthOf(month),
      zone: "",
    };
    return { at: placed(parts, clock), rest: line.slice(whole.length) };
  }
  const named = /^(\d{1,2})-([A-Z][a-z]{2})-(\d{4}) (\d{2}):(\d{2}):(\d{2})(?:\.\d+)?[ \t]+/.exec(line);
  if (named !== null) {
    const [whole, day, month = "", year, hour, minute, second] = named;
    const parts = { ...numbers({ year, day, hour, minute, second }), month: monthOf(month), zone: "" };
    return { at: placed(parts, clock), rest: line.slice(whole.length) };
  }
  const unix = /^\[(\d{9,11})\][ \t]+/.exec(line);
  return unix === null ? null : { at: unixTime(unix[1] ?? ""), rest: line.slice(unix[0].length) };
}

function placed({ year, month, day, hour, minute, second, zone }: Parts, clock: LogClock): LogTime {
  if (month < 0 || month > 11 || hour > 24 || minute > 59 || second > 60) return "bad";
  const local = Date.UTC(year, month, day, hour, minute, second);
  if (new Date(Date.UTC(year, month, day)).getUTCDate() !== day) return "bad";
  const where = zone === "" ? clock.zone : zone;
  if (where === null) return plausible(local) === "bad" ? "bad" : "zone";
  return plausible(local - offsetAt(where, local) * MINUTE_MS);
}

/** True for `UTC`, an offset up to 14 hours, and the names of the time zone database. */
export function isZone(text: string): boolean {
  if (fixedOffset(text) !== null) return true;
  return /^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/.test(text) && zoneFormat(text) !== null;
}

/** Minutes east of UTC at that local time. In the hour that autumn has twice, the first. */
function offsetAt(zone: string, local: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const format = zoneFormat(zone);
  if (format === null || !Number.isFinite(local)) return 0;
  const day = Math.floor(local / DAY_MS);
  if (steady.zone === zone && steady.day === day) return steady.offset;
  const before = shownOffset(format, (day - 1) * DAY_MS);
  const after = shownOffset(format, (day + 2) * DAY_MS);
  if (before === after) {
    // Lines come by the million, and nearly every day has one offset.
    steady = { zone, day, offset: before };
    return before;
  }
  const fits = [Math.max(before, after), Math.min(before, after)].find(
    (offset) => shownOffset(format, local - offset * MINUTE_MS) === offset,
  );
  return fits ?? before;
}

let steady = { zone: "", day: 0, offset: 0 };

function shownOffset(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 1, day, hour, minute] = (["year", "month", "day", "hour", "minute"] as const).map((type) =>
    parts.get(type),
  );
  return Math.round(
    (Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / MINUTE_MS) * MINUTE_MS) / MINUTE_MS,
  );
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    const fields = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
    made = new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", ...fields });
  } catch {
    // No zone of that name.
  }
  if (formats.size < 100) formats.set(timeZone, made);
  return made;
}

/** Null for what is neither UTC nor an offset. */
function fixedOffset(zone: string): number | null {
  if (/^(?:utc|gmt|z)$/i.test(zone)) return 0;
  const [, sign = "", hours = "0", minutes = "0"] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  const all = Number(hours) * 60 + Number(minutes);
  if (sign === "" || all > 14 * 60) return null;
  return sign === "-" ? -all : all;
}

function plausible(ms: number): LogTime {
  if (!(ms >= Date.UTC(1990, 0, 1) && ms < Date.UTC(2100, 0, 1))) return "bad";
  return epochMs(ms) ?? "bad";
}

function monthOf(text: string): number {
  return MONTHS.indexOf(text.toLowerCase());
}

function numbers<K extends string>(texts: Readonly<Record<K, string | undefined>>): Record<K, number> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, Number(text)])) as Record<K, number>;
}
