/**
 * What a text asks of its reader, by phrases in some twenty languages: to give credentials, to pay, to answer (threat-facts
 * TF-203 to TF-205). Words and their weights are data (`lures/`); this walks over a text once, whatever their number.
 *
 * A theme's score is the sum of the weights of its distinct phrases, so that repeating one says no more. Words, not truth:
 * honest mail asks too, and every threshold is a rule's. Pure; linear in the words looked at.
 */
import { slotOf, slotOfPair, WORD_SLOTS } from "../base/word-slots.ts";
import { wordsInRuns, wordsOf } from "../base/words.ts";
import { runPhrases, spacedPhrases } from "./lures/index.ts";
import { type LurePhrase, type LureTheme, STEP_THEMES, type StepTheme } from "./lures/lure.ts";

export interface Lures {
  /** Sum of the weights of the distinct phrases, by theme; themes without any are absent. */
  readonly scores: ReadonlyMap<LureTheme, number>;
  /** Of all themes. */
  readonly total: number;
  /** The same of steps, which are in no total. */
  readonly steps: ReadonlyMap<StepTheme, number>;
  /** Of the phrases alone that honest mail hardly ever has. */
  readonly rare: number;
  /** Words that were looked at, those of runs without spaces about: long letters say more of everything. */
  readonly words: number;
}

/** A lure says what it wants on its first pages. */
const WORDS_MAX = 3_000;
const GAP_MAX = 3;
/** Of a phrase that honest mail hardly ever has (`lures/lure.ts`). */
const RARE_WEIGHT = 3;

/** Phrases that begin with one word, in the order of the tables. */
interface Beginning {
  /** Of one word, or with a gap behind the first: asked wherever that stands. */
  readonly loose: LurePhrase[];
  /** The others, by their second word: most words that begin a phrase are followed by another. */
  readonly bySecond: Map<string, LurePhrase[]>;
}

const byFirst = new Map<string, Beginning>();
/** Places in the tables: of phrases found at one place the earlier comes first. */
const order = new Map<LurePhrase, number>();
for (const phrase of spacedPhrases) {
  const [first = "", second] = phrase.words;
  const beginning = byFirst.get(first) ?? { loose: [], bySecond: new Map<string, LurePhrase[]>() };
  byFirst.set(first, beginning);
  order.set(phrase, order.size);
  if (second === undefined || second === "~") beginning.loose.push(phrase);
  else beginning.bySecond.set(second, [...(beginning.bySecond.get(second) ?? []), phrase]);
}

/** 1 where a loose phrase's first word, or the first two of another one, have their slot. */
const mayBeLoose = new Uint8Array(WORD_SLOTS);
const mayBePair = new Uint8Array(WORD_SLOTS);
for (const [first, { loose, bySecond }] of byFirst) {
  if (loose.length > 0) mayBeLoose[slotOf(first)] = 1;
  for (const second of bySecond.keys()) mayBePair[slotOfPair(slotOf(first), slotOf(second))] = 1;
}

const CHARS_MAX = 30_000;
const RUNS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** `known`: the text's words, where somebody has them, all or at least `WORDS_MAX` of them. */
export function luresIn(text: string, known: readonly string[] | null = null): Lures {
  const shown = text.slice(0, CHARS_MAX);
  // Of a longer text those behind the cut do not count.
  const words = known === null || text.length > CHARS_MAX ? wordsOf(shown, WORDS_MAX) : known.slice(0, WORDS_MAX);
  const found = new Set<LurePhrase>();
  let slot = slotOf(words[0] ?? "");
  for (let at = 0; at < words.length; at += 1) {
    const here = slot;
    slot = slotOf(words[at + 1] ?? "");
    if (mayBeLoose[here] === 0 && mayBePair[slotOfPair(here, slot)] === 0) continue;
    const beginning = byFirst.get(words[at] ?? "");
    if (beginning === undefined) continue;
    const next = beginning.bySecond.get(words[at + 1] ?? "");
    if (next === undefined && beginning.loose.length === 0) continue;
    const stand = beginning.loose.filter((phrase) => standsAt(words, at, phrase.words));
    for (const phrase of next ?? []) if (standsAt(words, at, phrase.words)) stand.push(phrase);
    if (stand.length > 1) stand.sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
    for (const phrase of stand) found.add(phrase);
  }
  let inRuns = 0;
  if (RUNS.test(shown)) {
    inRuns = wordsInRuns(shown);
    for (const phrase of runPhrases) if (shown.includes(phrase.words.join(" "))) found.add(phrase);
  }
  return { ...sumsOf(found), words: Math.min(WORDS_MAX, words.length + inRuns) };
}

function sumsOf(found: ReadonlySet<LurePhrase>): Omit<Lures, "words"> {
  const scores = new Map<LureTheme, number>();
  const steps = new Map<StepTheme, number>();
  let total = 0;
  let rare = 0;
  for (const { theme, weight } of found) {
    if (isStep(theme)) {
      steps.set(theme, (steps.get(theme) ?? 0) + weight);
      continue;
    }
    scores.set(theme, (scores.get(theme) ?? 0) + weight);
    total += weight;
    if (weight >= RARE_WEIGHT) rare += weight;
  }
  return { scores, total, rare, steps };
}

function isStep(theme: LurePhrase["theme"]): theme is StepTheme {
  return (STEP_THEMES as readonly string[]).includes(theme);
}

/** The first word is known to stand there. A gap takes the nearest place that fits. */
function standsAt(words: readonly string[], start: number, phrase: readonly string[]): boolean {
  let at = start + 1;
  for (let part = 1; part < phrase.length; part += 1) {
    const word = phrase[part] ?? "";
    if (word !== "~") {
      if (words[at] !== word) return false;
      at += 1;
      continue;
    }
    part += 1;
    const wanted = phrase[part] ?? "";
    const place = words.slice(at, at + GAP_MAX + 1).indexOf(wanted);
    if (place < 0) return false;
    at += place + 1;
  }
  return true;
}
