/** The ledger laid out for reading: statements beside each other, never merged, each with why it stands where it does. */
import type { AliasClaim, LedgerDocument, RecordedStatement } from "./ledger.ts";

/** A denial beside an accusation. */
export interface Answered {
  readonly denial: RecordedStatement;
  /** By what it was taken for the answer, as a phrase. */
  readonly why: string;
}

export interface Member {
  readonly statement: RecordedStatement;
  /** Why it stands with the first of the matter, as a phrase; empty for that one. */
  readonly why: string;
}

/** Statements that speak of the same matter. */
export interface Matter {
  /** `m-` and the first statement's id without its `a-`. */
  readonly id: string;
  /** By when they were made; undated ones last. */
  readonly members: readonly Member[];
}

export type ConflictKind = "actor" | "confidence" | "impact" | "quantity" | "time";

export interface Conflict {
  readonly kind: ConflictKind;
  /** Ids of the two statements. */
  readonly a: string;
  readonly b: string;
  /** What each of them says. */
  readonly says: readonly [string, string];
}

export interface MatterEntry extends Member {
  /** It names somebody as having done it, so that somebody may have answered. */
  readonly isAccusation: boolean;
  readonly denials: readonly Answered[];
  /** It names somebody or a country, by which a denial could be known as its answer. */
  readonly canBeAnswered: boolean;
}

export interface MatterView {
  readonly id: string;
  readonly entries: readonly MatterEntry[];
  readonly conflicts: readonly Conflict[];
}

/** Claims of names that are tied by a name that they share. */
export interface ClaimedNames {
  /** By who claims, each claim once. */
  readonly claims: readonly AliasClaim[];
  /** Names that one claim shares with another, as first written. */
  readonly sharedNames: readonly string[];
}

export interface LedgerView {
  /** The newest revision of each source. */
  readonly documents: readonly LedgerDocument[];
  readonly matters: readonly MatterView[];
  /** Denials that no accusation of this record was found for. */
  readonly looseDenials: readonly RecordedStatement[];
  /** Advice and policy. */
  readonly others: readonly RecordedStatement[];
  readonly names: readonly ClaimedNames[];
  /** What an earlier revision says and the newest says no more. */
  readonly saidNoMore: readonly RecordedStatement[];
  /** Statements that were not laid beside others, since there are too many. */
  readonly leftOut: number;
}
