/**
 * Dates of mail headers to instants.
 *
 * Reads RFC 5322 3.3 and its obsolete forms (4.3: two-digit years, named zones, comments), the ctime form of mbox `From `
 * lines, RFC 850, ISO 8601, and the word orders that broken mailers use. What is missing is read as: no time, midnight;
 * no zone or an unknown one, UTC. Total: an instant between 1970 and 2099, or null; never NaN.
 */
import { type EpochMs, epochMs } from "../base/brand.ts";
import { commentEnd } from "./parameters.ts";

/** Years outside are errors or jokes; no mail is older, and none from later should sort above all others. */
const YEAR_MIN = 1970;
const YEAR_MAX = 2099;
/** A date has some 30 characters, with comments at times 100. */
const DATE_CHARS_MAX = 300;

/** The instant that a date text names; `null` when it names none. */
export function parseDate(text: string): EpochMs | null {
  const fields = readPlain(text) ?? readOdd(text);
  return fields === null ? null : toInstant(fields);
}

/** `Mon, 25 Mar 2024 10:20:30 +0100 (CET)`: how nearly all mail writes dates (RFC 5322 3.3). */
const plainDate =
  /^\s*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?([0-2]?\d|3[01]) ([A-Z][a-z]{2}) ([12]\d{3}) (\d\d):(\d\d):(\d\d) ([+-]\d{4})(?: \([A-Z]{1,5}\))?$/;

function readPlain(text: string): DateFields | null {
  const parts = plainDate.exec(text);
  const month = parts === null ? 0 : months.indexOf((parts[2] ?? "").toLowerCase()) + 1;
  if (parts === null || month === 0) return null;
  return {
    year: Number(parts[3]),
    month,
    day: Number(parts[1]),
    hour: Number(parts[4]),
    minute: Number(parts[5]),
    second: Number(parts[6]),
    zone: readZone(parts[7] ?? "") ?? 0,
  };
}

function readOdd(text: string): DateFields | null {
  const plain = withoutComments(text.slice(0, DATE_CHARS_MAX))
    .replace(/\s*:\s*/g, ":")
    .trim();
  return readIso(plain) ?? readSlashed(plain) ?? readWords(plain);
}

interface DateFields {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Minutes east of UTC. */
  zone: number;
}

const months: readonly string[] = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** RFC 5322 4.3 and the zones that mail uses besides; minutes east of UTC. Single letters are UTC, as the RFC advises. */
const zones: ReadonlyMap<string, number> = new Map([
  ["ut", 0],
  ["utc", 0],
  ["gmt", 0],
  ["wet", 0],
  ["bst", 60],
  ["west", 60],
  ["cet", 60],
  ["met", 60],
  ["mez", 60],
  ["cest", 120],
  ["mest", 120],
  ["mesz", 120],
  ["eet", 120],
  ["sast", 120],
  ["eest", 180],
  ["msk", 180],
  ["msd", 240],
  ["jst", 540],
  ["kst", 540],
  ["hkt", 480],
  ["sgt", 480],
  ["awst", 480],
  ["aest", 600],
  ["aedt", 660],
  ["nzst", 720],
  ["nzdt", 780],
  ["nst", -210],
  ["ndt", -150],
  ["ast", -240],
  ["adt", -180],
  ["est", -300],
  ["edt", -240],
  ["cst", -360],
  ["cdt", -300],
  ["mst", -420],
  ["mdt", -360],
  ["pst", -480],
  ["pdt", -420],
  ["akst", -540],
  ["akdt", -480],
  ["hst", -600],
]);

/** Minutes of the widest zone in use (UTC+14), with an hour to spare; wider ones are errors and read as UTC. */
const ZONE_MINUTES_MAX = 15 * 60;

function withoutComments(text: string): string {
  let plain = text;
  for (let open = plain.indexOf("("); open !== -1; open = plain.indexOf("(", open)) {
    const end = commentEnd(plain, open);
    plain = `${plain.slice(0, open)} ${end === -1 ? "" : plain.slice(end)}`;
  }
  return plain;
}

/** `2024-03-25T10:20:30.5+01:00`, also with a space, slashes or no time (ISO 8601, RFC 3339). */
function readIso(text: string): DateFields | null {
  const parts =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?[ \t]*(\S*)/i.exec(
      text,
    );
  if (parts === null) return null;
  const number = (index: number) => Number(parts[index] ?? 0);
  return {
    year: number(1),
    month: number(3),
    day: number(4),
    hour: number(5),
    minute: number(6),
    second: number(7),
    zone: readZone(parts[8] ?? "") ?? 0,
  };
}

/** `25/03/2024 10:20:30`: only when one of the two numbers can be no month. */
function readSlashed(text: string): DateFields | null {
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[ ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?[ \t]*(\S*)/.exec(text);
  if (parts === null) return null;
  const number = (index: number) => Number(parts[index] ?? 0);
  const [first, second] = [number(1), number(3)];
  if (first <= 12 && second <= 12 && first !== second) return null;
  return {
    year: number(4),
    month: Math.min(first, second),
    day: Math.max(first, second),
    hour: number(5),
    minute: number(6),
    second: number(7),
    zone: readZone(parts[8] ?? "") ?? 0,
  };
}

/** Words in any order that leaves no doubt: a month's name, a time with colons, a zone, and numbers for day and year. */
function readWords(text: string): DateFields | null {
  const found = new WordReader();
  for (const [word] of text.matchAll(
    /[+-]\d{1,2}:\d{2}(?!:)|\d{1,2}[:.]\d{2}[:.]\d{2}(?:[.,]\d+)?|\d{1,2}:\d{2}|[a-z]+|[+-]?\d+/gi,
  )) {
    found.take(word.toLowerCase());
  }
  return found.fields();
}

class WordReader {
  readonly #numbers: { value: number; digits: number }[] = [];
  #month = 0;
  #time: readonly number[] | null = null;
  #zone: number | null = null;
  #afternoon: boolean | null = null;

  take(word: string): void {
    if (/^[a-z]/.test(word)) this.#takeName(word);
    else if (/^\d+[:.]/.test(word)) this.#time ??= word.split(/[:.,]/).map(Number);
    else if (/^[+-]/.test(word) && this.#time !== null) this.#zone = readZone(word) ?? this.#zone ?? 0;
    else this.#numbers.push({ value: Number(word.replace(/^[+-]/, "")), digits: word.replace(/^[+-]/, "").length });
  }

  fields(): DateFields | null {
    const [first, second] = this.#numbers;
    if (this.#month === 0 || first === undefined || second === undefined) return null;
    // A four-digit number first, or one that is no day, is the year: `2024 Mar 25`.
    const yearFirst = first.digits > 2 || first.value > 31;
    const [day, year] = yearFirst ? [second, first] : [first, second];
    const [hour = 0, minute = 0, secondOfMinute = 0] = this.#time ?? [];
    return {
      year: fullYear(year.value, year.digits),
      month: this.#month,
      day: day.value,
      hour: this.#hour(hour),
      minute,
      second: secondOfMinute,
      zone: this.#zone ?? 0,
    };
  }

  #takeName(word: string): void {
    const month = months.indexOf(word.slice(0, 3)) + 1;
    if (month > 0 && this.#month === 0 && word.length >= 3) this.#month = month;
    else if (word === "am" || word === "pm") this.#afternoon = word === "pm";
    else if (this.#time !== null) this.#zone ??= zones.get(word) ?? (word.length === 1 ? 0 : null);
  }

  #hour(hour: number): number {
    if (this.#afternoon === null || hour > 12) return hour;
    return (hour % 12) + (this.#afternoon ? 12 : 0);
  }
}

/** RFC 5322 4.3: 00–49 are 2000–2049, 50–99 and three-digit years count from 1900 (`0102` was a bug of many mailers). */
function fullYear(value: number, digits: number): number {
  if (value >= 1000) return value;
  return value < 50 && digits <= 2 ? value + 2000 : value + 1900;
}

/** Minutes east of UTC; `null` when the word is no zone. */
function readZone(word: string): number | null {
  const name = zones.get(word.toLowerCase());
  if (name !== undefined) return name;
  if (/^[a-z]$/i.test(word)) return 0;
  const offset = /^(?:gmt|utc?)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(word);
  if (offset === null) return null;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  if (minutes > ZONE_MINUTES_MAX) return 0;
  return offset[1] === "-" ? -minutes : minutes;
}

function toInstant(fields: DateFields): EpochMs | null {
  const { year, month, day, hour, minute, second, zone } = fields;
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12) return null;
  if (day < 1 || day > daysIn(year, month)) return null;
  // 24:00 and the leap second 60 roll over to the next minute.
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  return epochMs(Date.UTC(year, month - 1, day, hour, minute - zone, second));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
