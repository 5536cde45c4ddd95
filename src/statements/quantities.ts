/**
 * Numbers with what they count: `over 10,000 malicious emails`, `a handful of members`, `up to 10 million USD`. Years, days, versions, sections and
 * addresses count nothing and are left alone; spans of time are told by `times.ts`. Pure; linear in the items.
 */
import type { Span } from "../base/span.ts";
import type { Grammar } from "./grammar.ts";
import type { Item } from "./items.ts";
import { isIn } from "./word-lists.ts";

export interface PlacedQuantity {
  readonly what: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly span: Span;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1_000],
  ["million", 1_000_000],
  ["m", 1_000_000],
  ["billion", 1_000_000_000],
  ["bn", 1_000_000_000],
]);
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["\u00a3", "GBP"],
  ["\u20ac", "EUR"],
  ["usd", "USD"],
  ["dollars", "USD"],
  ["eur", "EUR"],
  ["euros", "EUR"],
  ["gbp", "GBP"],
  ["pounds", "GBP"],
]);
const LOWER = new Set(["over", "exceeding"]);
const ABOUT = new Set(["about", "around", "approximately", "roughly", "some", "circa"]);

export interface QuantityWish {
  readonly items: readonly Item[];
  readonly text: string;
  readonly grammar: Grammar;
}

export function quantitiesOf({ items, text, grammar }: QuantityWish): readonly PlacedQuantity[] {
  const found: PlacedQuantity[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const number = numberAt(items, at, grammar);
    if (number === null) continue;
    const after = at + number.count;
    const quantity = withWhat({ items, text, grammar }, at, after, number);
    if (quantity !== null) found.push(quantity);
    at = after - 1;
  }
  return found;
}

interface NumberFound {
  readonly count: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly isVague: boolean;
}

/** A number or vague word that begins at `at`. */
function numberAt(items: readonly Item[], at: number, grammar: Grammar): NumberFound | null {
  const item = items[at];
  if (item === undefined) return null;
  const vague = vagueAt(items, at, grammar);
  if (vague !== null) return vague;
  if (item.tag !== "num") return null;
  const value = numberOf(item, grammar);
  if (value === null) return null;
  const scale = SCALES.get(items[at + 1]?.lower ?? "");
  const total = value * (scale ?? 1);
  return { count: scale === undefined ? 1 : 2, min: total, max: total, isVague: false };
}

const VAGUE_WORDS_MAX = 3;

/** The longest wording of the grammar that begins at `at`; hardly any word begins one. */
function vagueAt(items: readonly Item[], at: number, grammar: Grammar): NumberFound | null {
  const first = items[at]?.lower ?? "";
  if (!grammar.vagueStarts.has(first)) return null;
  let words = first;
  let best: NumberFound | null = null;
  for (let count = 1; count <= VAGUE_WORDS_MAX; count += 1) {
    const range = grammar.vagueNumbers.get(words);
    if (range !== undefined) best = { count, min: range[0], max: range[1], isVague: true };
    words += ` ${items[at + count]?.lower ?? ""}`;
  }
  return best;
}

function numberOf(item: Item, grammar: Grammar): number | null {
  const word = grammar.numberWords.get(item.lower);
  if (word !== undefined) return word;
  if (/(?:st|nd|rd|th)$/.test(item.lower)) return null;
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(item.lower) ? item.lower.replaceAll(",", "") : item.lower;
  return /^\d{1,12}(?:\.\d{1,3})?$/.test(plain) ? Number(plain) : null;
}

function withWhat(
  { items, text }: QuantityWish,
  at: number,
  after: number,
  number: NumberFound,
): PlacedQuantity | null {
  const before = items[at - 1];
  const first = items[at];
  if (first === undefined) return null;
  const sign = CURRENCIES.get(before?.lower ?? "");
  const unit = CURRENCIES.get(items[after]?.lower ?? "") ?? CURRENCIES.get(items[after + 1]?.lower ?? "");
  const bounds = boundsOf(items, sign === undefined ? at : at - 1, number);
  if (sign !== undefined || (unit !== undefined && items[after]?.tag !== "stop")) {
    const hasOwn = CURRENCIES.has(items[after]?.lower ?? "");
    const isSpelled = !hasOwn && sign === undefined;
    const last = sign !== undefined ? items[after - 1] : items[after + (isSpelled ? 1 : 0)];
    return {
      what: sign ?? unit ?? "",
      min: bounds.min,
      max: bounds.max,
      span: { start: items[bounds.from]?.start ?? first.start, end: last?.end ?? first.end },
    };
  }
  if (before !== undefined && !number.isVague && before.lists.has("no-count-before")) return null;
  if (
    before !== undefined &&
    before.end === first.start &&
    !number.isVague &&
    before.tag !== "open" &&
    before.tag !== "quote"
  )
    return null;
  const next = items[after];
  if (
    next !== undefined &&
    next.start === (items[after - 1]?.end ?? -1) &&
    next.tag !== "comma" &&
    next.tag !== "stop" &&
    next.tag !== "close"
  )
    return null;
  if (isIn(next, "time-unit")) return null;
  let from = after;
  // `of the`, `of its`: what is counted comes after.
  if (items[from]?.lower === "of") from += 1;
  while (items[from]?.tag === "det" || items[from]?.tag === "poss") from += 1;
  const words: Item[] = [];
  for (let index = from; index < items.length && words.length < 8; index += 1) {
    const item = items[index];
    if (
      item === undefined ||
      !(item.tag === "noun" || item.tag === "adj" || item.tag === "entity" || (item.tag === "num" && words.length > 0))
    )
      break;
    words.push(item);
  }
  const counted = words.filter((item) => item.known?.kind !== "demonym" && item.known?.kind !== "state");
  const last = words.at(-1) ?? items[after - 1];
  if (last !== undefined && words.length > 0 && last.lists.has("time-unit")) return null;
  if (counted.length === 0 && !number.isVague) {
    // `between 2021 and 2022`, `seven of them`: only a number above one that a verb or a stop follows counts somebody.
    return null;
  }
  const isYear = !number.isVague && /^(?:19|20)\d\d$/.test(first.lower);
  if (isYear) return null;
  const isCounted = counted.some(({ lower }) => /[a-z]/.test(lower));
  if (!isCounted && !number.isVague) return null;
  if (!number.isVague && first.lower === "one" && !counted.at(-1)?.lower.match(/s$/)) {
    if (bounds.from === at) return null;
  }
  const start = counted[0]?.start;
  const what = start === undefined ? "" : text.slice(start, counted.at(-1)?.end);
  return {
    what: what.replace(/\s+/g, " "),
    min: bounds.min,
    max: bounds.max,
    span: { start: items[bounds.from]?.start ?? first.start, end: last?.end ?? first.end },
  };
}

interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
  /** Item at which the words of the bound begin. */
  readonly from: number;
}

/** `over`, `more than`, `at least`, `up to`, `nearly`, `about` before a number. */
function boundsOf(items: readonly Item[], at: number, { min, max }: NumberFound): Bounds {
  const one = items[at - 1]?.lower ?? "";
  const two = `${items[at - 2]?.lower ?? ""} ${one}`;
  if (two === "more than" || two === "at least" || two === "upwards of" || two === "greater than")
    return { min, max: null, from: at - 2 };
  if (two === "up to" || two === "fewer than" || two === "less than" || two === "as many" || two === "at most")
    return { min: null, max, from: at - 2 };
  if (LOWER.has(one)) return { min, max: null, from: at - 1 };
  if (one === "under" || one === "below" || one === "nearly" || one === "almost")
    return { min: one === "nearly" || one === "almost" ? Math.round((min ?? 0) * 0.9) : null, max, from: at - 1 };
  if (ABOUT.has(one))
    return { min: Math.round((min ?? 0) * 0.9), max: max === null ? null : Math.round(max * 1.1), from: at - 1 };
  return { min, max, from: at };
}
