/**
 * Times as logs write them. A time without a zone is in the zone that the user names, and in none where nobody does; one without a year is
 * of the year that the file is of. Total; null for what is no time, and for years outside 1990 to 2099.
 */
import { type EpochMs, epochMs } from "../base/brand.ts";

export interface LogClock {
  /** Minutes east of UTC; null where nobody said. */
  readonly zoneMinutes: number | null;
  /** The last moment that a line of the file can be of, most likely: its name's day or when it was last changed. */
  readonly latest: EpochMs;
}

/** `zone`: a time without one, and nobody said. `bad`: no time. */
export type LogTime = EpochMs | "zone" | "bad";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const DAY_MS = 86_400_000;

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
    const parts = { ...numbers({ year: year ?? "0", day, hour, minute, second }), month: monthOf(month), zone: "" };
    return {
      at: year === undefined ? placedInYear(parts, clock) : placed(parts, clock),
      rest: line.slice(whole.length),
    };
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

/** The year in which the day is not after the file's last one. */
function placedInYear(parts: Parts, clock: LogClock): LogTime {
  const year = new Date(clock.latest).getUTCFullYear();
  const here = placed({ ...parts, year }, clock);
  return typeof here === "number" && here > clock.latest + DAY_MS ? placed({ ...parts, year: year - 1 }, clock) : here;
}

function placed({ year, month, day, hour, minute, second, zone }: Parts, { zoneMinutes }: LogClock): LogTime {
  if (month < 0 || month > 11 || hour > 24 || minute > 59 || second > 60) return "bad";
  const local = Date.UTC(year, month, day, hour, minute, second);
  if (new Date(Date.UTC(year, month, day)).getUTCDate() !== day) return "bad";
  if (zone === "" && zoneMinutes === null) return plausible(local) === "bad" ? "bad" : "zone";
  return plausible(local - (zone === "" ? (zoneMinutes ?? 0) : offsetOf(zone)) * 60_000);
}

function offsetOf(zone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const all = Number(hours) * 60 + Number(minutes);
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
