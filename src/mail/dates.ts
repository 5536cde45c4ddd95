/**
 * Dates of mail headers to instants.
 *
 * Reads RFC 5322 3.3 and its obsolete forms (4.3: two-digit years, named zones, comments), the ctime form of mbox `From `
 * lines, RFC 850, ISO 8601, the word orders that broken mailers use, and month names of many languages. What is missing is
 * read as: no time, midnight; no zone or an unknown one, UTC. Total: an instant between 1970 and 2099, or null; never NaN.
 */

import { type EpochMs, epochMs } from "../base/brand.ts";
import { normalForm } from "../base/normal-form.ts";
import { monthOf, plainWord, weekdayOf, zoneOf } from "./date-words.ts";
import { decodeEncodedWords } from "./encoded-words.ts";
import { commentEnd } from "./parameters.ts";

/** Years outside are errors or jokes; no mail is older, and none from later should sort above all others. */
const YEAR_MIN = 1970;
const YEAR_MAX = 2099;
/** A date has some 30 characters, with comments at times 100. */
const DATE_CHARS_MAX = 300;

/** The instant that a date text names; `null` when it names none. */
export function parseDate(text: string): EpochMs | null {
  return readDate(text).at;
}

interface ReadDate {
  readonly text: string;
  readonly fields: DateFields | null;
  readonly at: EpochMs | null;
}

/** The latest text: one message's date is asked for from several sides, one after the other. */
let latest: ReadDate = { text: "", fields: null, at: null };

function readDate(text: string): ReadDate {
  if (text === latest.text) return latest;
  const fields = readPlain(text) ?? readOdd(text);
  const read = { text, fields, at: fields === null ? null : toInstant(fields) };
  // A longer text is a field of something else, and a part of a mail that would keep all of it.
  if (text.length <= DATE_CHARS_MAX) latest = read;
  return read;
}

/**
 * Whether a text that names an instant was made up by a program that does not know how: an English weekday that is not the
 * date's (RFC 5322 3.3 forbids it), or a zone that is none. False where there is no date.
 */
export function isMadeUpDate(text: string): boolean {
  const offset = /:\d\d\s*([+-]\d{2}):?(\d{2})\s*(?:\(|$)/.exec(text.slice(0, DATE_CHARS_MAX));
  const isOddZone = offset !== null && (Math.abs(Number(offset[1])) > 14 || Number(offset[2]) > 59);
  return (isOddZone && parseDate(text) !== null) || hasWrongWeekday(text);
}

function hasWrongWeekday(text: string): boolean {
  const { fields, at } = readDate(text);
  if (fields === null || fields.weekday === null || at === null) return false;
  return new Date(Date.UTC(fields.year, fields.month - 1, fields.day)).getUTCDay() !== fields.weekday;
}

/** `Mon, 25 Mar 2024 10:20:30 +0100 (CET)`: how nearly all mail writes dates (RFC 5322 3.3). */
const plainDate =
  /^\s*(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?([0-2]?\d|3[01]) ([A-Z][a-z]{2}) ([12]\d{3}) (\d\d):(\d\d):(\d\d) ([+-]\d{4})(?: \([A-Z]{1,5}\))?$/;

function readPlain(text: string): DateFields | null {
  const parts = plainDate.exec(text);
  const month = parts === null ? 0 : monthNames.indexOf(parts[3] ?? "") + 1;
  if (parts === null || month === 0) return null;
  return {
    year: Number(parts[4]),
    month,
    day: Number(parts[2]),
    hour: Number(parts[5]),
    minute: Number(parts[6]),
    second: Number(parts[7]),
    zone: readZone(parts[8] ?? "") ?? 0,
    weekday: weekdayOf((parts[1] ?? "").toLowerCase()),
  };
}

/** As RFC 5322 3.3 writes them; other spellings go the long way. */
const monthNames: readonly string[] = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function readOdd(text: string): DateFields | null {
  const short = text.slice(0, DATE_CHARS_MAX);
  const plain = withoutComments(plainForms(short.includes("=?") ? decodeEncodedWords(short) : short))
    .replace(/\s*:\s*/g, ":")
    .trim();
  return readIso(plain) ?? readNumbers(plain) ?? readWords(plain);
}

/** East Asian dates and times with ASCII marks: `2024年3月25日 下午3時20分` → `2024-3-25 3:20 PM`. */
function plainForms(text: string): string {
  if (!/[^ -~\t]/.test(text)) return text;
  return normalForm(text, "NFKC")
    .replace(/(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/g, "$1-$2-$3 ")
    .replace(/(\d{1,2})\s*[時时點点시]\s*(\d{1,2})\s*[分분](?:\s*(\d{1,2})\s*[秒초])?/g, clockOf)
    .replace(/[月火水木金土日一二三四五六월화수목금토일](?:曜日|요일)|(?:星期|週|周)[一二三四五六日天]/g, " ")
    .replace(/(?:午前|上午|오전)\s*(\d{1,2}:\d{2}(?::\d{2})?)/g, "$1 AM")
    .replace(/(?:午後|下午|오후)\s*(\d{1,2}:\d{2}(?::\d{2})?)/g, "$1 PM");
}

function clockOf(_: string, hour: string, minute: string, second: string | undefined): string {
  return [hour, minute.padStart(2, "0"), (second ?? "0").padStart(2, "0")].join(":");
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
  /** 0 for Sunday; null when none was named in English. */
  weekday: number | null;
}

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

/** Hour, minute, second with its fraction, half of the day. */
const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s*([ap])\.?m\b\.?)?`;
const isoDate = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|[ ,]+)${clock})?[ \t]*(\S*)`, "i");
const numberDate = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[ ,]+${clock})?[ \t]*(\S*)`, "i");

/** `2024-03-25T10:20:30.5+01:00`, also with a space, slashes or no time (ISO 8601, RFC 3339). */
function readIso(text: string): DateFields | null {
  const parts = isoDate.exec(text);
  if (parts === null) return null;
  return { ...clockFields(parts), year: Number(parts[1]), month: Number(parts[3]), day: Number(parts[4]) };
}

/** `25/03/2024 10:20:30`: only when one of the two numbers can be no month, or dots say that the day comes first. */
function readNumbers(text: string): DateFields | null {
  const parts = numberDate.exec(text);
  if (parts === null) return null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const isDayFirst = parts[2] === ".";
  if (!isDayFirst && first <= 12 && second <= 12 && first !== second) return null;
  const month = isDayFirst ? second : Math.min(first, second);
  return { ...clockFields(parts), year: Number(parts[4]), month, day: first + second - month };
}

/** What `clock` and the zone after it gave: groups 5 to 9. */
function clockFields(parts: RegExpExecArray): Pick<DateFields, "hour" | "minute" | "second" | "zone" | "weekday"> {
  const half = parts[8]?.toLowerCase();
  return {
    hour: hourOf(Number(parts[5] ?? 0), half === undefined ? null : half === "p"),
    minute: Number(parts[6] ?? 0),
    second: Number(parts[7] ?? 0),
    zone: readZone(parts[9] ?? "") ?? 0,
    weekday: null,
  };
}

function hourOf(hour: number, isAfternoon: boolean | null): number {
  if (isAfternoon === null || hour > 12) return hour;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

/** Words in any order that leaves no doubt: a month's name, a time with colons, a zone, and numbers for day and year. */
function readWords(text: string): DateFields | null {
  const found = new WordReader();
  for (const [word] of text.matchAll(
    /[+-]\d{1,2}:\d{2}(?!:)|\d{1,2}[:.]\d{2}[:.]\d{2}(?:[.,]\d+)?|\d{1,2}:\d{2}|[ap]\.m\.|\p{L}[\p{L}\p{M}]*|[+-]?\d+/giu,
  )) {
    found.take(plainWord(word));
  }
  return found.fields();
}

class WordReader {
  readonly #numbers: { value: number; digits: number }[] = [];
  #month = 0;
  /** A number came before the month: what looked like one till then may have been a weekday, as `mar` is in Spanish. */
  #monthIsSure = false;
  #weekday: number | null = null;
  #time: readonly number[] | null = null;
  #zone: number | null = null;
  #afternoon: boolean | null = null;

  take(word: string): void {
    if (/^\p{L}/u.test(word)) this.#takeName(word);
    else if (/^\d+[:.]/.test(word)) this.#time ??= word.split(/[:.,]/).map(Number);
    else if (/^[+-]/.test(word) && this.#time !== null) this.#zone = readZone(word) ?? this.#zone ?? 0;
    else this.#numbers.push({ value: Number(word.replace(/^[+-]/, "")), digits: word.replace(/^[+-]/, "").length });
  }

  fields(): DateFields | null {
    const [first, second] = this.#numbers;
    if (this.#month === 0 || first === undefined || second === undefined) return null;
    // A number first that is no day is the year: `2024 Mar 25`.
    const yearFirst = first.value > 31 || first.value === 0;
    const [day, year] = yearFirst ? [second, first] : [first, second];
    const [hour = 0, minute = 0, secondOfMinute = 0] = this.#time ?? [];
    return {
      year: fullYear(year.value, year.digits),
      month: this.#month,
      day: day.value,
      hour: hourOf(hour, this.#afternoon),
      minute,
      second: secondOfMinute,
      zone: this.#zone ?? 0,
      weekday: this.#weekday,
    };
  }

  #takeName(word: string): void {
    const weekday = weekdayOf(word);
    const month = weekday === null ? monthOf(word) : 0;
    if (weekday !== null) this.#weekday ??= weekday;
    else if (month > 0 && !this.#monthIsSure) {
      this.#month = month;
      this.#monthIsSure = this.#numbers.length > 0;
    } else if (/^[ap](?:m|\.m\.)$/.test(word)) this.#afternoon = word.startsWith("p");
    else if ((word === "daylight" || word === "summer") && this.#zone !== null) this.#zone += 60;
    else if (word === "european") this.#zone = this.#zone === zoneOf("eastern") ? zoneOf("eet") : zoneOf("cet");
    else if (this.#time !== null) this.#zone ??= zoneOf(word) ?? (/^[a-z]$/.test(word) ? 0 : null);
  }
}

/**
 * RFC 5322 4.3: 00–49 are 2000–2049, 50–99 and three-digit years count from 1900 (`0102` was a bug of many mailers). One
 * digit is no year.
 */
function fullYear(value: number, digits: number): number {
  if (value >= 1000 || digits < 2) return value;
  return value < 50 && digits === 2 ? value + 2000 : value + 1900;
}

/** Minutes east of UTC; `null` when the word is no zone. */
function readZone(word: string): number | null {
  const name = zoneOf(word.toLowerCase());
  if (name !== null) return name;
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
