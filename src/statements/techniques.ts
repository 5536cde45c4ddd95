/**
 * Techniques in plain words: phrases of the grammar in the tokens of a sentence, the longest first, each with its words. Built once to an
 * index by first word. Pure; linear in the tokens times the phrases that begin alike.
 */
import type { Span } from "../base/span.ts";
import type { Grammar } from "./grammar.ts";
import { type Token, tokensOf } from "./tokens.ts";

export interface PlacedTechnique {
  readonly id: string;
  readonly name: string;
  readonly span: Span;
}

interface Step {
  readonly text: string;
  /** Any ending. */
  readonly isStem: boolean;
  /** Up to two words may stand before it. */
  readonly isLoose: boolean;
}

interface Phrase {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly Step[];
}

export interface TechniqueIndex {
  readonly whole: ReadonlyMap<string, readonly Phrase[]>;
  /** By the first three letters of a first word that is a stem. */
  readonly stems: ReadonlyMap<string, readonly Phrase[]>;
}

const LOOSE_WORDS_MAX = 2;
const STEM_KEY = 3;

export function techniqueIndex(grammar: Grammar): TechniqueIndex {
  const whole = new Map<string, Phrase[]>();
  const stems = new Map<string, Phrase[]>();
  for (const { id, name, phrases } of grammar.techniques) {
    for (const phrase of phrases) {
      const steps = stepsOf(phrase);
      const [first] = steps;
      if (first === undefined) continue;
      const map = first.isStem ? stems : whole;
      const key = first.isStem ? first.text.slice(0, STEM_KEY) : first.text;
      const list = map.get(key);
      if (list === undefined) map.set(key, [{ id, name, steps }]);
      else list.push({ id, name, steps });
    }
  }
  return { whole, stems };
}

function stepsOf(phrase: string): readonly Step[] {
  const steps: Step[] = [];
  let isLoose = false;
  for (const word of phrase.split(" ")) {
    if (word === "_") {
      isLoose = true;
      continue;
    }
    const isStem = word.endsWith("*");
    const tokens = tokensOf(isStem ? word.slice(0, -1) : word);
    for (const [at, { lower }] of tokens.entries()) {
      steps.push({ text: lower, isStem: isStem && at === tokens.length - 1, isLoose: isLoose && at === 0 });
    }
    isLoose = false;
  }
  return steps;
}

export function techniquesOf(tokens: readonly Token[], index: TechniqueIndex): readonly PlacedTechnique[] {
  const found: PlacedTechnique[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    let best: { readonly phrase: Phrase; readonly end: number } | null = null;
    const candidates = [index.whole.get(token.lower), index.stems.get(token.lower.slice(0, STEM_KEY))];
    for (const phrase of candidates.flatMap((list) => list ?? [])) {
      const end = matchEnd(tokens, at, phrase);
      if (end !== null && (best === null || end > best.end)) best = { phrase, end };
    }
    const last = best === null ? undefined : tokens[best.end - 1];
    if (best === null || last === undefined) {
      at += 1;
      continue;
    }
    found.push({ id: best.phrase.id, name: best.phrase.name, span: { start: token.start, end: last.end } });
    at = best.end;
  }
  return found;
}

/** Index after the last token of the phrase, or null. */
function matchEnd(tokens: readonly Token[], at: number, phrase: Phrase): number | null {
  let index = at;
  for (const step of phrase.steps) {
    let skipped = 0;
    while (!matches(tokens[index], step)) {
      if (!step.isLoose || skipped >= LOOSE_WORDS_MAX || index >= tokens.length) return null;
      skipped += 1;
      index += 1;
    }
    index += 1;
  }
  return index;
}

function matches(token: Token | undefined, step: Step): boolean {
  if (token === undefined) return false;
  return step.isStem ? token.lower.startsWith(step.text) : token.lower === step.text;
}
