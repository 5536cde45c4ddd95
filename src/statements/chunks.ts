/**
 * Items → chunks: groups of nouns (`the US Justice Department`), groups of verbs with tense, voice, polarity and modality
 * (`has never been accused`), and the small words between. Pure; one pass; every item is in exactly one chunk.
 */
import type { Grammar, VerbForm, VerbReading, WordTag } from "./grammar.ts";
import type { Item } from "./items.ts";
import { isIn } from "./word-lists.ts";

export type ChunkKind =
  | "np"
  | "vg"
  | "prep"
  | "cc"
  | "sub"
  | "rel"
  | "comma"
  | "stop"
  | "dash"
  | "open"
  | "close"
  | "quote"
  | "other";

export interface VerbGroup {
  readonly verb: VerbReading;
  /** `participle` without an auxiliary, `ing` without one, or an infinitive are not finite. */
  readonly isFinite: boolean;
  readonly form: VerbForm;
  readonly isInfinitive: boolean;
  readonly isPassive: boolean;
  readonly isNegated: boolean;
  /** Past or perfect by form or auxiliary; `is targeting` is neither and is told by `isProgressive`. */
  readonly isPast: boolean;
  readonly isProgressive: boolean;
  /** `may`, `could`, `would`; empty for none. */
  readonly modal: string;
  /** Only an auxiliary stands there (`is a`, `has an`). */
  readonly isCopula: boolean;
  readonly adverbs: readonly string[];
}

export interface Chunk {
  readonly kind: ChunkKind;
  readonly start: number;
  readonly end: number;
  readonly items: readonly Item[];
  readonly group: VerbGroup | null;
}

const IN_GROUP: ReadonlySet<WordTag> = new Set(["det", "num", "adj", "noun", "entity", "poss"]);
const SMALL: Readonly<Partial<Record<WordTag, ChunkKind>>> = {
  prep: "prep",
  cc: "cc",
  sub: "sub",
  rel: "rel",
  comma: "comma",
  stop: "stop",
  dash: "dash",
  open: "open",
  close: "close",
  quote: "quote",
};

export function chunksOf(items: readonly Item[], grammar: Grammar): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (item === undefined) break;
    const verbs = verbGroupAt(items, at, grammar);
    const count = verbs?.count ?? nounGroupAt(items, at) ?? 1;
    const part = items.slice(at, at + count);
    const kind: ChunkKind = verbs !== null ? "vg" : kindOf(items, at, count);
    chunks.push({
      kind,
      start: item.start,
      end: part.at(-1)?.end ?? item.end,
      items: part,
      group: verbs?.group ?? null,
    });
    at += count;
  }
  return chunks;
}

function kindOf(items: readonly Item[], at: number, count: number): ChunkKind {
  const item = items[at];
  if (item === undefined) return "other";
  if (item.lower === "that" && count === 1) return "rel";
  if (nounGroupAt(items, at) === count && (count > 1 || IN_GROUP.has(item.tag) || item.tag === "pron")) {
    return "np";
  }
  return SMALL[item.tag] ?? "other";
}

/** Number of items of the group of nouns at `at`, or null. A determiner begins a new group. */
function nounGroupAt(items: readonly Item[], at: number): number | null {
  const first = items[at];
  if (first === undefined) return null;
  if (first.tag === "pron") return 1;
  let index = at;
  let hasNoun = false;
  for (; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) break;
    if (item.tag === "adv") {
      // `more than 10`, `highly skilled`: inside, when the group goes on.
      const next = items[index + 1]?.tag;
      if (index > at && hasNoun) break;
      if (next === undefined || (next !== "adj" && next !== "num" && !(index > at && next === "noun"))) break;
      continue;
    }
    if (item.lower === "that" && index === at) {
      const next = items[index + 1];
      // `that group` is a group; `that the`, `that seven` and `that Finland` join sentences.
      const last = items[index + 2]?.tag;
      const isAlone = next?.tag === "noun" && (last === "comma" || last === "stop" || last === undefined);
      const isDeterminer = isAlone || !hasNounBefore(items, at);
      if (next?.tag !== "noun" || next.lower.endsWith("s") || next.isCapital || !isDeterminer)
        return index === at ? (hasNoun ? 1 : null) : index - at;
    }
    if (!IN_GROUP.has(item.tag)) break;
    // `the office last autumn`: a time begins anew.
    if (index > at && hasNoun && isIn(item, "last-word") && isIn(items[index + 1], "time-noun")) break;
    const isDeterminer = item.tag === "det" && !item.lists.has("det-inside") ? true : item.tag === "det";
    const previous = items[index - 1];
    if (isDeterminer && index > at && previous?.tag !== "det" && previous?.tag !== "adv") break;
    if (item.tag === "poss" && index === at) break;
    if (item.tag !== "det" && item.tag !== "poss") hasNoun = true;
    if (item.tag === "poss") hasNoun = false;
  }
  const count = index - at;
  return count === 0 ? null : count;
}

function hasNounBefore(items: readonly Item[], at: number): boolean {
  const tag = items[at - 1]?.tag;
  return tag === "noun" || tag === "entity" || tag === "verb";
}

interface VerbsFound {
  readonly count: number;
  readonly group: VerbGroup;
}

const AUXILIARY: ReadonlySet<WordTag> = new Set(["modal", "be", "have", "do"]);

/** A group of verbs at `at`, or null. */
function verbGroupAt(items: readonly Item[], at: number, grammar: Grammar): VerbsFound | null {
  let index = at;
  let modal = "";
  let isNegated = false;
  let isInfinitive = false;
  let lastAuxiliary: Item | null = null;
  let hasBe = false;
  let hasPast = false;
  let hasFiniteAuxiliary = false;
  const adverbs: string[] = [];
  for (; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) break;
    // `has yet to find`: has not found.
    const isYetTo = isIn(item, "yet") && lastAuxiliary !== null && items[index + 1]?.tag === "to";
    if (isYetTo) {
      isNegated = true;
      index += 1;
    } else if (item.tag === "adv" && adverbIsInside(items, index)) adverbs.push(item.lower);
    else if (item.tag === "neg" && (index > at || followsVerb(items, index))) isNegated = true;
    else if (item.tag === "neg" && index === at) isNegated = true;
    else if (item.tag === "to" && index === at) isInfinitive = true;
    else if (item.tag === "to" && isIn(lastAuxiliary, "finite-auxiliary") && isVerb(items[index + 1]))
      isInfinitive = false;
    else if (AUXILIARY.has(item.tag)) {
      if (isIn(item, "past-auxiliary")) hasPast = true;
      if (item.tag === "modal") modal = item.lower;
      if (item.tag === "be") hasBe = true;
      if (
        !isInfinitive &&
        item.lower !== "being" &&
        item.lower !== "having" &&
        item.lower !== "been" &&
        item.lower !== "be"
      )
        hasFiniteAuxiliary = true;
      if (item.tag === "be" && modal !== "") hasFiniteAuxiliary = true;
      lastAuxiliary = item;
    } else break;
  }
  const main = items[index];
  if (main !== undefined && main.verb !== null && main.form !== null) {
    const isBare = lastAuxiliary === null && !isInfinitive;
    if (main.form === "ing" && isInfinitive && lastAuxiliary === null) return null;
    const isPassive = main.form === "participle" && (hasBe || lastAuxiliary === null);
    const hasTense =
      hasFiniteAuxiliary || (isBare && (main.form === "past" || main.form === "s" || main.form === "base"));
    // `to` without a verb's base form is a preposition.
    if (isInfinitive && lastAuxiliary === null && !main.verb.forms.includes("base")) return null;
    return {
      count: index + 1 - at,
      group: {
        verb: main.verb,
        isFinite: hasTense,
        form: main.form,
        isInfinitive,
        isPassive,
        isNegated,
        isPast: hasPast || (lastAuxiliary === null && main.form === "past"),
        isProgressive: hasBe && main.form === "ing",
        modal,
        isCopula: false,
        adverbs,
      },
    };
  }
  if (lastAuxiliary === null || lastAuxiliary.verb === null) return null;
  // Adverbs at the end belong to what comes after a copula.
  let end = index;
  while (end > at && items[end - 1]?.tag === "adv") end -= 1;
  return {
    count: Math.max(1, end - at),
    group: {
      verb: lastAuxiliary.verb,
      isFinite: hasFiniteAuxiliary,
      form: "base",
      isInfinitive,
      isPassive: false,
      isNegated: isNegated || grammar.negativeWords.has(items[index]?.lower ?? ""),
      isPast: hasPast,
      isProgressive: false,
      modal,
      isCopula: true,
      adverbs,
    },
  };
}

const isVerb = (item: Item | undefined): boolean => item?.verb !== null && item?.verb !== undefined;

/** After this adverb, and others, the group of verbs goes on. */
function adverbIsInside(items: readonly Item[], at: number): boolean {
  let index = at + 1;
  while (items[index]?.tag === "adv" || items[index]?.tag === "neg") index += 1;
  const item = items[index];
  return (
    item !== undefined &&
    (AUXILIARY.has(item.tag) || (item.verb !== null && item.form !== null) || (item.tag === "to" && index > at + 1))
  );
}

function followsVerb(items: readonly Item[], at: number): boolean {
  return items[at - 1]?.verb !== null;
}
