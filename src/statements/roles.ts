/** What the frames share: who does what a clause says, to whom, and the words that roles are found by. Pure. */
import type { AssertionKind, Party, StatedConfidence } from "../case/assertion.ts";
import type { Block } from "../case/document.ts";
import type { Chunk } from "./chunks.ts";
import type { Clause } from "./clauses.ts";
import type { PartyWish } from "./descriptions.ts";
import type { Scale } from "./estimates.ts";
import type { FrameClass, Grammar } from "./grammar.ts";
import type { Memory } from "./memory.ts";
import type { Complement } from "./objects.ts";
import { partiesOf } from "./parties.ts";
import type { NounPhrase } from "./phrases.ts";
import type { WordList } from "./word-lists.ts";

/** A statement before its quote, times, quantities and techniques are added. */
export interface Draft {
  readonly kind: AssertionKind;
  readonly by: readonly Party[];
  readonly via: readonly Party[];
  readonly against: readonly Party[];
  readonly targets: readonly Party[];
  readonly isNegated: boolean;
  readonly confidence: StatedConfidence;
  /** Of the text: where what is said begins and ends; empty range for nothing. */
  readonly aboutStart: number;
  readonly aboutEnd: number;
  /** Of the text: the whole clause, and its verb. */
  readonly start: number;
  readonly end: number;
  readonly verb: number;
  /** What was done, told by its own verb: all times are the act's. */
  readonly isAct: boolean;
  /** Text between a verb of saying that governs it and its own beginning: times there are the statement's. */
  readonly saying: { readonly start: number; readonly end: number } | null;
}

export interface SentenceWish extends PartyWish {
  readonly chunks: readonly Chunk[];
  readonly clauses: readonly Clause[];
  readonly memory: Memory;
  readonly side: Scale;
  /** Of the block that the sentence stands in. */
  readonly kind: Block["kind"];
}

export interface Scope {
  readonly isConsumed: boolean;
  readonly speakers: readonly Party[];
  /** Who reports the speakers, where one verb of saying stands in another. */
  readonly reporters: readonly Party[];
  readonly isNegated: boolean;
  readonly saying: Clause | null;
}

export type Role = Pick<Draft, "kind" | "against" | "targets"> & {
  readonly by: readonly Party[] | null;
  readonly made: FrameClass;
  readonly aboutFrom: number;
  readonly isNegated?: boolean;
};

export const has = (clause: Clause | undefined, ...names: readonly FrameClass[]): boolean =>
  clause?.group.verb.classes.some((name) => names.includes(name)) === true;

export const parties = (wish: SentenceWish, phrases: readonly NounPhrase[]): readonly Party[] =>
  phrases.flatMap((phrase) => partiesOf(wish, wish.memory, phrase));

export const complement = (clause: Clause, ...preps: readonly string[]): readonly Complement[] =>
  clause.complements.filter(({ prep }) => preps.includes(prep));

export const complementParties = (wish: SentenceWish, clause: Clause, ...preps: readonly string[]): readonly Party[] =>
  parties(
    wish,
    complement(clause, ...preps).flatMap(({ phrases }) => phrases),
  );

/** Who does what the verb says: the subject, or in the passive the one after `by`; null where nobody is named. */
export function doers(wish: SentenceWish, clause: Clause): readonly Party[] | null {
  const found = clause.group.isPassive ? complementParties(wish, clause, "by") : parties(wish, clause.subject);
  return found.length === 0 ? null : found;
}

export const undergoers = (clause: Clause): readonly NounPhrase[] =>
  clause.group.isPassive ? clause.subject : clause.object;

export const isAccusable = ({ kind }: Party): boolean => kind !== "sector" && kind !== "public";

export const afterVerb = (wish: SentenceWish, clause: Clause): number => wish.chunks[clause.at]?.end ?? 0;

/** Start of the first of these chunks that there is. */
export function startOf(wish: SentenceWish, ...at: readonly (number | undefined)[]): number {
  for (const index of at) {
    const chunk = index === undefined ? undefined : wish.chunks[index];
    if (chunk !== undefined) return chunk.start;
  }
  return 0;
}

export function isTrade(grammar: Grammar, phrase: NounPhrase): boolean {
  return phrase.head.items.some(({ lower }) => grammar.tradeNouns.has(lower));
}

export const hasWord = (phrase: NounPhrase, list: WordList): boolean =>
  phrase.head.items.some(({ lists }) => lists.has(list));

export function subjectIsNone(wish: SentenceWish, clause: Clause): boolean {
  return clause.subject.some(({ head }) => head.items.some(({ lower }) => wish.grammar.negativeWords.has(lower)));
}

export function unique(list: readonly Party[]): readonly Party[] {
  const seen = new Set<string>();
  return list.filter((party) => {
    const key = `${party.kind} ${party.name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
