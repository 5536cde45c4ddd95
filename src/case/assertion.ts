/**
 * The public record: dated, sourced statements, kept side by side and never merged. A charge is an accusation, a sanction is an
 * administrative act, a denial is part of the record (threat-facts, rules 1 to 4).
 *
 * Every field is taken from the words quoted beside it; what a document does not say is null or empty, never guessed.
 */
import type { EpochMs } from "../base/brand.ts";
import type { Quote } from "./document.ts";

export const ASSERTION_KINDS = [
  /** Somebody says who did it: by a government an attribution, by anybody an accusation. */
  "accusation",
  "charge",
  "sanction",
  "denial",
  "advice",
  "notification",
  "incident",
  /** What it did or did not do ("no evidence that …"). */
  "impact",
  "reward",
  "policy",
] as const;
export type AssertionKind = (typeof ASSERTION_KINDS)[number];

export const PARTY_KINDS = [
  "state",
  "agency",
  "group",
  "company",
  "office",
  "sector",
  "public",
  "persons",
  "unknown",
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Somebody who says, is accused or is targeted. Natural persons stand as a count unless the user turns names on. */
export interface Party {
  readonly kind: PartyKind;
  /** Canonical name (`United Kingdom`, `APT31`); of persons a description (`seven nationals of China`). */
  readonly name: string;
  /** As the document has it. */
  readonly words: string;
  /** ISO 3166-1 alpha-2 of the state that the party is, or is said to belong to; empty where not said. */
  readonly country: string;
  /** Of persons, where said; else null. */
  readonly count: number | null;
}

/** Half-open; null where one end is open. `words` as the document has them. */
export interface StatedTime {
  readonly from: EpochMs | null;
  readonly until: EpochMs | null;
  readonly words: string;
}

export interface StatedQuantity {
  /** What is counted: `malicious emails`, `nationals`. */
  readonly what: string;
  /** Bounds in which the number lies by the words (`over 10,000`: 10,000 to null; `thousands`: 2,000 to null). */
  readonly min: number | null;
  readonly max: number | null;
  readonly quote: Quote;
}

export interface StatedTechnique {
  /** MITRE ATT&CK id. */
  readonly id: string;
  readonly name: string;
  readonly quote: Quote;
}

/** Words of estimation and the range that a published scale gives them (PHIA, ICD 203). */
export interface StatedConfidence {
  /** As the document has them; empty where it uses none. */
  readonly words: string;
  readonly scale: "phia" | "icd-203" | "analytic-confidence" | "";
  /** Probability, 0 to 1; null where the scale gives none. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface Assertion {
  /** `a-` and 12 hex digits of the document's hash, the quote's place and the kind: the same text gives the same id. */
  readonly id: string;
  readonly kind: AssertionKind;
  /** Whose statement it is: who accuses, charges, denies, advises. */
  readonly by: readonly Party[];
  /** Who reports that statement, where the document names somebody between (`the embassy said that Beijing …`). */
  readonly via: readonly Party[];
  /** Who is accused, charged, sanctioned; whom a denial defends. */
  readonly against: readonly Party[];
  /** Who was targeted or is concerned; whom advice is for. */
  readonly targets: readonly Party[];
  /** What is said, in the document's words, cut; empty when the quote says no more. */
  readonly about: string;
  /** When the act happened that the statement is about; null where not said. */
  readonly time: StatedTime | null;
  /** When the statement was made; the document's date is not put here. */
  readonly date: StatedTime | null;
  readonly confidence: StatedConfidence;
  /** The words deny what they speak of (`no evidence that …`, `was not affected`). */
  readonly isNegated: boolean;
  readonly techniques: readonly StatedTechnique[];
  readonly quantities: readonly StatedQuantity[];
  /** The sentence or clause that says it. */
  readonly quote: Quote;
}

/** All that one document says. */
export interface DocumentStatements {
  readonly assertions: readonly Assertion[];
  /** All of the document, also those outside any assertion. */
  readonly techniques: readonly StatedTechnique[];
  readonly quantities: readonly StatedQuantity[];
  readonly actors: readonly Party[];
  readonly targets: readonly Party[];
  /** Sentences with words of the record that no grammar could read, so that nothing is dropped silently. */
  readonly unread: readonly Quote[];
  /** Languages other than those with a grammar: a sentence for the user; null where all was read. */
  readonly notRead: string | null;
}
