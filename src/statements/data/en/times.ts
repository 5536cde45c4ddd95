/**
 * Expressions of time in English: each a pattern and what range it stands for. Years alone count only after words that make them years.
 * Every pattern is a fixed sequence of bounded pieces, so matching is linear.
 */

import type { TimePattern, TimeRange } from "../../grammar.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";
const YEAR = "(?:19[89]\\d|20\\d\\d)";
const PART =
  "(?:early|mid|late|spring|summer|autumn|winter|the (?:first|second) half of|the (?:start|beginning|end|summer|spring|autumn|fall|winter) of)";
/** A point in time as pieces named with `n` at their end. */
const POINT = (n: string) =>
  `(?:(?<part${n}>${PART})[ -])?(?:(?<day${n}>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<dm${n}>${MONTH}),? ?(?<dy${n}>${YEAR})?|(?<mm${n}>${MONTH}) (?<md${n}>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<my${n}>${YEAR}))?(?!\\d)|(?<om${n}>${MONTH})(?: of)?,? (?<oy${n}>${YEAR})|(?<iso${n}>${YEAR}-\\d\\d-\\d\\d)|(?<y${n}>${YEAR})(?![\\d-]))`;

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase());
const utc = (year: number, month = 0, day = 1): number => Date.UTC(year, month, day);

/** Of the point named with `n`; a day without a year has none. */
function pointOf(groups: Readonly<Record<string, string | undefined>>, n: string): TimeRange | null {
  const at = (name: string) => groups[`${name}${n}`];
  const iso = at("iso");
  if (iso !== undefined) {
    const start = Date.parse(`${iso}T00:00:00Z`);
    return Number.isNaN(start) ? null : { from: start, until: start + DAY_MS };
  }
  const day = at("day") ?? at("md");
  if (day !== undefined) {
    const year = at("dy") ?? at("my");
    const month = monthOf(at("dm") ?? at("mm") ?? "");
    if (year === undefined || month < 0 || Number(day) < 1 || Number(day) > 31) return null;
    return { from: utc(Number(year), month, Number(day)), until: utc(Number(year), month, Number(day) + 1) };
  }
  const monthYear = at("oy");
  if (monthYear !== undefined) {
    const month = monthOf(at("om") ?? "");
    return { from: utc(Number(monthYear), month), until: utc(Number(monthYear), month + 1) };
  }
  const year = at("y");
  return year === undefined ? null : partOf(Number(year), at("part"));
}

const DAY_MS = 86_400_000;

/** `early`, `mid`, `late` are thirds; seasons are left as their year, since hemispheres differ. */
function partOf(year: number, part: string | undefined): TimeRange {
  if (part === "early" || part?.startsWith("the start") === true || part?.startsWith("the beginning") === true)
    return { from: utc(year), until: utc(year, 4) };
  if (part === "mid") return { from: utc(year, 4), until: utc(year, 8) };
  if (part === "late" || part?.startsWith("the end") === true) return { from: utc(year, 8), until: utc(year + 1) };
  if (part === "the first half of") return { from: utc(year), until: utc(year, 6) };
  if (part === "the second half of") return { from: utc(year, 6), until: utc(year + 1) };
  return { from: utc(year), until: utc(year + 1) };
}

const COUNT =
  "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|(?<![\\d.,])\\d{1,3}(?:\\.\\d)?)";

export const TIME_PATTERNS: readonly TimePattern[] = [
  {
    pattern: new RegExp(
      `\\b(?:between|from) (?:about |around |approximately |at least )?${POINT("A")} (?:and|to|until|through|till) ${POINT("B")}`,
      "giu",
    ),
    range: (groups) => {
      const last = pointOf(groups, "B");
      const first = pointOf(groups, "A") ?? yearless(groups, last);
      return first === null || last === null ? null : { from: first.from, until: last.until };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:between|from) (?<first>\\d{1,2}) (?:and|to) (?<last>\\d{1,2}) (?<month>${MONTH}),? ?(?<year>${YEAR})?`,
      "giu",
    ),
    range: ({ first, last, month, year }) =>
      year === undefined
        ? null
        : {
            from: utc(Number(year), monthOf(month ?? ""), Number(first)),
            until: utc(Number(year), monthOf(month ?? ""), Number(last) + 1),
          },
  },
  {
    pattern: new RegExp(
      `\\b(?:[Bb]etween|[Ff]rom) (?<first>${MONTH}) (?:and|to|until|through|till) (?<last>${MONTH})(?: of)?,? (?<year>${YEAR})`,
      "gu",
    ),
    range: ({ first, last, year }) => ({
      from: utc(Number(year), monthOf(first ?? "")),
      until: utc(Number(year), monthOf(last ?? "") + 1),
    }),
  },
  {
    pattern: new RegExp(`\\b(?<!\\d)(?<first>${YEAR}) ?(?:\u2013|-|to) ?(?<last>${YEAR})(?![\\d-])`, "gu"),
    range: ({ first, last }) => ({ from: utc(Number(first)), until: utc(Number(last) + 1) }),
  },
  {
    pattern: new RegExp(
      `\\b(?:since|from|starting (?:in|from)|beginning in|as early as|dating back to|dates back to) (?:at least |as early as |about |around |approximately )?${POINT("A")}(?: onwards?)?`,
      "giu",
    ),
    range: (groups) => {
      const point = pointOf(groups, "A");
      return point === null ? null : { from: point.from, until: null };
    },
  },
  {
    pattern: new RegExp(`\\b(?:until|till|up to|before|prior to) (?:at least |about |around )?${POINT("A")}`, "giu"),
    range: (groups) => {
      const point = pointOf(groups, "A");
      return point === null ? null : { from: null, until: point.until };
    },
  },
  {
    pattern: new RegExp(`\\b(?:(?:in|on|during|throughout|by|around|after) )?${POINT("A")}`, "giu"),
    range: (groups) => pointOf(groups, "A"),
    isPoint: true,
  },
  {
    // A month or a season alone is the last one up to the document's day; seasons differ by hemisphere and have no range.
    pattern: new RegExp(
      `\\b(?<joint>[Ii]n|[Dd]uring|[Ss]ince|throughout|until|[Bb]y) (?:(?:early|mid|late)[ -]|last |this )?(?<month>${MONTH})(?! ?\\d)\\b`,
      "gu",
    ),
    range: ({ month, joint }, now) => {
      const range = onMonth(monthOf(month ?? ""), now);
      if (range === null || joint?.toLowerCase() === "since") return range && { from: range.from, until: null };
      return joint === "until" ? { from: null, until: range.until } : range;
    },
    isPoint: true,
  },
  {
    pattern:
      /\b(?:(?:[Ii]n|[Dd]uring|[Oo]ver|[Ss]ince) (?:the )?(?:(?:early|late|last|this|previous) )?|(?:[Ll]ast|[Tt]his|previous) )(?:spring|summer|autumn|winter)(?:s)?(?! ?\d)\b/gu,
    range: () => null,
    isPoint: true,
  },
  {
    pattern: /\b(?:earlier |later )?(?<which>last|this|previous) (?<unit>year|month|week)\b/giu,
    range: ({ which, unit }, now) => relative(which?.toLowerCase() ?? "", unit?.toLowerCase() ?? "", now),
    isPoint: true,
  },
  {
    pattern: /\b(?:(?:on|last|late|early) )?(?<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gu,
    range: ({ weekday }, now) => onWeekday(weekday ?? "", now),
    isPoint: true,
  },
  {
    pattern: /\b(?<which>yesterday|today)\b/giu,
    range: ({ which }, now) => relative(which?.toLowerCase() ?? "", "day", now),
    isPoint: true,
  },
  {
    pattern:
      /\b(?:decades?|years?|months?|weeks?)-(?:long|spanning|old)\b|\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)-(?:year|month|week|day)s?(?:-long)?\b|\bmulti-year\b/giu,
    range: () => null,
  },
  {
    pattern: new RegExp(
      `\\b(?:for|over|during|in|spanning|lasting|within)? ?(?:more than |over |at least |about |around |nearly |almost |up to |approximately |the past |the last )*(?:${COUNT} (?:decades|years|months|weeks|days)|(?:a|an|one) (?:decade|year|month|week|day))(?: ago| earlier| later)?\\b`,
      "giu",
    ),
    range: () => null,
  },
];

function yearless(groups: Readonly<Record<string, string | undefined>>, last: TimeRange | null): TimeRange | null {
  const month = groups["dmA"] ?? groups["mmA"];
  const day = groups["dayA"] ?? groups["mdA"];
  if (last?.from === null || last?.from === undefined || month === undefined || day === undefined) return null;
  const year = new Date(last.from).getUTCFullYear();
  return { from: utc(year, monthOf(month), Number(day)), until: null };
}

const WEEKDAYS = ["Sun", "Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur"];

/** The last such day up to the document's. */
function onWeekday(weekday: string, now: number | null): TimeRange | null {
  if (now === null) return null;
  const day = Math.floor(now / DAY_MS) * DAY_MS;
  const back = (new Date(day).getUTCDay() - WEEKDAYS.indexOf(weekday) + 7) % 7;
  return { from: day - back * DAY_MS, until: day - (back - 1) * DAY_MS };
}

/** The last such month up to the document's. */
function onMonth(month: number, now: number | null): TimeRange | null {
  if (now === null || month < 0) return null;
  const date = new Date(now);
  const year = date.getUTCFullYear() - (month > date.getUTCMonth() ? 1 : 0);
  return { from: utc(year, month), until: utc(year, month + 1) };
}

function relative(which: string, unit: string, now: number | null): TimeRange | null {
  if (now === null) return null;
  const date = new Date(now);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const back = which === "this" || which === "today" ? 0 : 1;
  if (unit === "year") return { from: utc(year - back), until: utc(year - back + 1) };
  if (unit === "month") return { from: utc(year, month - back), until: utc(year, month - back + 1) };
  if (unit === "day")
    return { from: utc(year, month, date.getUTCDate() - back), until: utc(year, month, date.getUTCDate() - back + 1) };
  return null;
}
