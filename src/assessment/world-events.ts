/**
 * A file of world events that the user gives (CSV: date, title, kind) → events; and how often a campaign's waves began soon
 * after one, against how often that happens by chance.
 *
 * Reading is total: any text gives events and problems together, at most `limits.worldEventsMax` events. The test keeps the
 * waves' own spacing and shifts them over all days of the mail (`shiftTest`). One window, fixed beforehand; few waves say
 * nothing.
 */
import { type EpochMs, epochMs } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import { shiftTest } from "./chance.ts";
import { DAY_MS, isPlausible, type Wave } from "./waves.ts";

export interface WorldEvent {
  /** Midnight UTC of its day. */
  readonly day: EpochMs;
  readonly title: string;
  /** As the user calls it: `election`, `vote` …; may be empty. */
  readonly kind: string;
}

export interface WorldEvents {
  readonly events: readonly WorldEvent[];
  /** Lines that were left out, as sentences; at most 20. */
  readonly problems: readonly string[];
}

const PROBLEMS_MAX = 20;
const TITLE_CHARS = 200;
const KIND_CHARS = 40;

/**
 * Fields by comma, semicolon or tab, whichever stands after the first one; quoted as in RFC 4180. Lines with `#` are remarks. A first
 * line that names the columns (`date`, `title`, `kind`) gives their order; else it is that.
 */
export function parseWorldEvents(text: string): WorldEvents {
  const events: WorldEvent[] = [];
  const problems: string[] = [];
  let left = 0;
  let columns = IN_ORDER;
  let isFirst = true;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const fields = fieldsOf(line);
    const named = isFirst ? columnsOf(fields) : null;
    isFirst = false;
    if (named !== null) {
      columns = named;
      continue;
    }
    const [date = "", title = "", kind = ""] = [fields[columns.date], fields[columns.title], fields[columns.kind]];
    const day = dayOf(date);
    if (day === null) {
      problems.push(`line ${index + 1}: ${JSON.stringify(date.slice(0, 40))} is no day; write YYYY-MM-DD`);
    } else if (title === "") problems.push(`line ${index + 1}: an event without a title`);
    else if (events.length >= limits.worldEventsMax) left += 1;
    else events.push({ day, title: title.slice(0, TITLE_CHARS), kind: kind.slice(0, KIND_CHARS) });
  }
  if (left > 0) problems.unshift(`${left} events were left out: a file may hold ${limits.worldEventsMax}`);
  events.sort((a, b) => a.day - b.day || (a.title < b.title ? -1 : 1));
  return { events, problems: problems.slice(0, PROBLEMS_MAX) };
}

interface Columns {
  readonly date: number;
  readonly title: number;
  readonly kind: number;
}

const IN_ORDER: Columns = { date: 0, title: 1, kind: 2 };
/** Fields of a line that are looked at. */
const FIELDS_MAX = 12;

/** Null for a line that names no columns. */
function columnsOf(fields: readonly string[]): Columns | null {
  const names = fields.map((field) => field.toLowerCase());
  const at = (...words: readonly string[]) => names.findIndex((name) => words.includes(name));
  const date = at("date", "day", "when");
  const title = at("title", "event", "what", "name");
  return date < 0 || title < 0 ? null : { date, title, kind: at("kind", "type") };
}

function fieldsOf(line: string): readonly string[] {
  const separator = /^"?[^,;\t"]*"?([,;\t])/.exec(line)?.[1] ?? ",";
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let at = 0; at < line.length && fields.length < FIELDS_MAX; at += 1) {
    const char = line[at] ?? "";
    if (quoted && char === '"' && line[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) {
      fields.push(field.trim());
      field = "";
    } else field += char;
  }
  if (fields.length < FIELDS_MAX) fields.push(field.trim());
  return fields;
}

function dayOf(text: string): EpochMs | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(text) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (!Number.isFinite(at) || new Date(at).getUTCDate() !== Number(day)) return null;
  return isPlausible(at) ? epochMs(at) : null;
}

/** A wave that begins on an event's day or on one of so many days after it is near it (threat-facts, TF-209). Fixed, so that nobody looks for the window that fits. */
export const NEAR_DAYS = 7;
/** Fewer waves say nothing. */
export const WAVES_MIN = 4;
const WAVES_MAX = 500;
/** Where so much of the time is near some event, being near one means nothing. */
const MARKED_SHARE_MAX = 0.5;

export interface NearEvent {
  readonly event: WorldEvent;
  /** Index of the wave. */
  readonly wave: number;
  readonly daysAfter: number;
}

export interface EventCheck {
  /** Events within the time of the mail. */
  readonly events: readonly WorldEvent[];
  /** Each wave with the nearest event before it within the window; none where there is none. */
  readonly near: readonly NearEvent[];
  readonly waves: number;
  /** 0 to 1, corrected for the campaigns that were tried; null where nothing can be said. */
  readonly chance: number | null;
  /** Why nothing can be said; empty where something can. */
  readonly why: string;
}

/** The time in which mail of the case was found. */
export interface Period {
  readonly first: EpochMs;
  readonly last: EpochMs;
}

/** `tried`: campaigns that are compared with the same events, at least 1. */
export function checkEvents(
  all: readonly WorldEvent[],
  waves: readonly Wave[],
  { period, tried }: { readonly period: Period | null; readonly tried: number },
): EventCheck {
  const events = period === null ? [] : all.filter(({ day }) => day >= dayStart(period.first) && day <= period.last);
  const near = nearEvents(events, waves);
  const nothing = (why: string): EventCheck => ({ events, near, waves: waves.length, chance: null, why });
  if (period === null || events.length === 0) return nothing("no event lies within the time of the mail");
  if (waves.length < WAVES_MIN) {
    return nothing(`${waves.length === 1 ? "one wave" : `${waves.length} waves`}: too few to tell from chance`);
  }
  const origin = dayStart(period.first);
  const size = Math.floor((dayStart(period.last) - origin) / DAY_MS) + 1;
  const marked = new Array<boolean>(size).fill(false);
  for (const { day } of events) {
    const from = Math.floor((day - origin) / DAY_MS);
    for (let at = from; at <= from + NEAR_DAYS && at < size; at += 1) marked[at] = true;
  }
  const share = marked.filter(Boolean).length / size;
  if (share > MARKED_SHARE_MAX) {
    return nothing(`${Math.round(share * 100)} of 100 days lie near some event: nearness means nothing then`);
  }
  const days = waves.slice(0, WAVES_MAX).map(({ first }) => (Math.floor((first - origin) / DAY_MS) + size) % size);
  const { chance } = shiftTest(days, marked);
  return { events, near, waves: waves.length, chance: Math.min(1, chance * Math.max(1, tried)), why: "" };
}

function nearEvents(events: readonly WorldEvent[], waves: readonly Wave[]): readonly NearEvent[] {
  return waves.slice(0, WAVES_MAX).flatMap(({ first }, wave) => {
    const day = dayStart(first);
    const event = events.findLast((one) => one.day <= day && day - one.day <= NEAR_DAYS * DAY_MS);
    return event === undefined ? [] : [{ event, wave, daysAfter: Math.round((day - event.day) / DAY_MS) }];
  });
}

function dayStart(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}
