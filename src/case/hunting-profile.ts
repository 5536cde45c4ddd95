/**
 * What a document without indicators lets one look for: how the mail it describes works, what it poses as, whom it is aimed at, and
 * when. Held against a campaign it gives *consistency with a description*, which is no indicator match and no attribution: the
 * same description fits several senders (threat-facts, rule 3).
 */
import type { EpochMs } from "../base/brand.ts";
import type { Quote } from "./document.ts";
import type { WalkOfLife } from "./walks-of-life.ts";

export type Lure = "news" | "invitation" | "login" | "document" | "appeal";

/** What of a campaign shows a trait. */
export type TraitSign =
  /** A MITRE ATT&CK technique that findings bear, or one above or below it. */
  | { readonly kind: "technique"; readonly id: string }
  /** Opening the mail is enough to tell its sender something of the reader. */
  | { readonly kind: "opening" }
  | { readonly kind: "lure"; readonly lure: Lure }
  | { readonly kind: "bulk-service" }
  | { readonly kind: "target"; readonly walk: WalkOfLife }
  | { readonly kind: "personal-accounts" }
  /** Half open; null for an open end, never both. */
  | { readonly kind: "time"; readonly from: EpochMs | null; readonly until: EpochMs | null };

export interface ProfileTrait {
  readonly sign: TraitSign;
  /** What the document says, in our words: completes "it says that …". */
  readonly says: string;
  /** The words that say it. */
  readonly quote: Quote;
}

export interface HuntingProfile {
  /** Of the document. */
  readonly source: string;
  readonly sha256: string;
  /** Each sign once, in the order of the document. */
  readonly traits: readonly ProfileTrait[];
  /** What it says of the mail that no mail can show: `techniques outside mail`, each a sentence. */
  readonly beyondMail: readonly string[];
}

/** `cannot-tell`: this case does not show it either way. */
export type TraitFit = "fits" | "contradicts" | "cannot-tell";

export interface ComparedTrait {
  readonly trait: ProfileTrait;
  readonly fit: TraitFit;
  /** What the campaign shows, or why it cannot be told: a sentence without a full stop. */
  readonly why: string;
  /** Most mail campaigns of anybody fit it: for itself it says nothing. */
  readonly isBroad: boolean;
}

/**
 * `closely`: three and more telling traits fit, a third and more of all, about two and more of how, by what, whom and when, and none
 * contradicts · `partly`: some telling trait fits, and more of them than contradict · `broadly`: only what fits most campaigns of anybody ·
 * `not`: as much or more contradicts · `untold`: nothing could be compared.
 */
export type ConsistencyGrade = "closely" | "partly" | "broadly" | "not" | "untold";

/** One campaign against one description, with how many of this case fit it as well: a description that all of them fit tells none from another. */
export interface Description extends Consistency {
  /** Campaigns of this case that were compared, and others of them whose grade is as good or better. */
  readonly compared: number;
  readonly othersAsGood: number;
}

/** One campaign against one description. */
export interface Consistency {
  /** Of the document. */
  readonly source: string;
  readonly sha256: string;
  readonly grade: ConsistencyGrade;
  /** In the order of the profile. */
  readonly traits: readonly ComparedTrait[];
  /** One sentence for a person, with its figures and that it is no attribution. */
  readonly sentence: string;
}
