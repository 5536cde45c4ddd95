/** What the grammar of one language is made of. The readers know no words: all of them come from here, so that a language is data. */
import type { WordList } from "./word-lists.ts";

/** What a verb, or a noun after a verb that says little (`issued a denial`), makes of a sentence. */
export type FrameClass =
  | "accuse"
  /** Something is attributed to somebody: the accused stands after a preposition. */
  | "attribute"
  | "charge"
  | "sanction"
  | "deny"
  | "say"
  | "advise"
  | "notify"
  | "incident"
  /** Says nothing by itself (`used`, `sent`); with an object of the trade it is an incident. */
  | "act"
  | "impact"
  | "reward"
  | "policy";

export type WordTag =
  | "det"
  | "prep"
  | "cc"
  | "sub"
  | "rel"
  | "modal"
  | "be"
  | "have"
  | "do"
  | "neg"
  | "to"
  | "pron"
  | "poss"
  | "num"
  | "adv"
  | "verb"
  | "noun"
  | "adj"
  | "entity"
  | "comma"
  | "stop"
  | "dash"
  | "open"
  | "close"
  | "quote"
  | "other";

export type VerbForm = "base" | "s" | "past" | "participle" | "ing";

export interface VerbReading {
  readonly lemma: string;
  readonly forms: readonly VerbForm[];
  readonly classes: readonly FrameClass[];
  /** Takes little meaning of its own: its object's noun says what is done (`announced sanctions`). */
  readonly isLight: boolean;
  /** The word is a noun as often (`charges`). */
  readonly isNounToo: boolean;
  readonly lists: ReadonlySet<WordList>;
}

export interface TimeRange {
  readonly from: number | null;
  readonly until: number | null;
}

export interface TimePattern {
  readonly pattern: RegExp;
  /** `null` where it stands for words only; `now` is the document's date or null. */
  readonly range: (groups: Readonly<Record<string, string | undefined>>, now: number | null) => TimeRange | null;
  /** A point in time also where the document has no date to count from (`on Monday`). */
  readonly isPoint?: true;
}

/** A phrase that stands for a technique; `*` at a word's end stands for any ending, `_` for up to two words between. */
export interface TechniquePhrase {
  readonly id: string;
  readonly name: string;
  readonly phrases: readonly string[];
}

export interface Grammar {
  /** BCP 47 primary tag. */
  readonly language: string;
  /** Words that hardly any text of the language goes without; for telling whether a text is in it. */
  readonly commonWords: ReadonlySet<string>;
  /** Lower case, without the last stop: a stop after one ends no sentence. */
  readonly abbreviations: ReadonlySet<string>;
  readonly tags: ReadonlyMap<string, WordTag>;
  readonly verbs: ReadonlyMap<string, VerbReading>;
  /** A word that no list has and that by its ending is a verb's past (`researched`), or null. */
  readonly unknownVerb: (lower: string) => VerbReading | null;
  /** For a word that must be a verb in its base form and that no list has. */
  readonly unknownBase: VerbReading;
  /** Words, of verbs their lemma → the lists that they stand in. */
  readonly lists: ReadonlyMap<string, ReadonlySet<WordList>>;
  /** Words for states before a hyphen (`PRC-linked`) → code. */
  readonly stateWords: ReadonlyMap<string, string>;
  /** That a sentence often begins with: with a capital they look like names. */
  readonly adjectives: ReadonlySet<string>;
  /** Nouns, singular and plural → what a verb of little meaning makes with them. */
  readonly recordNouns: ReadonlyMap<string, FrameClass>;
  /** Nouns of the trade: an `act` on one of them is an incident. */
  readonly tradeNouns: ReadonlySet<string>;
  /** Plural nouns for people, and singular ones, → whether they are a public (`voters`) rather than single persons. */
  readonly personNouns: ReadonlyMap<string, "persons" | "public" | "group">;
  /** Endings of plural nouns for people that no list has (`separatists`). */
  readonly personEnding: RegExp;
  /** Nouns for bodies → kind of party. */
  readonly bodyNouns: ReadonlyMap<string, "state" | "agency" | "company" | "office" | "sector" | "group">;
  /** Nouns for who speaks for a body (`spokesperson`), and for what a body says (`statement`). */
  readonly speakingNouns: ReadonlySet<string>;
  /** Sectors: words → name. */
  readonly sectors: readonly (readonly [name: string, wordings: readonly string[]])[];
  readonly numberWords: ReadonlyMap<string, number>;
  readonly vagueNumbers: ReadonlyMap<string, readonly [min: number | null, max: number | null]>;
  /** First words of `vagueNumbers`. */
  readonly vagueStarts: ReadonlySet<string>;
  readonly hedges: ReadonlySet<string>;
  /** Verbs that turn what they govern into its opposite (`failed to`, `declined to`). */
  readonly negatingVerbs: ReadonlySet<string>;
  readonly prepositionalVerbs: ReadonlySet<string>;
  readonly negativeWords: ReadonlySet<string>;
  /** Words of the record: a sentence with one of them that no frame reads is listed as unread. Stems. */
  readonly recordStems: readonly string[];
  /** Where two overlap the earlier one, which says more, is kept. */
  readonly times: readonly TimePattern[];
  /** A text without one of these states no time. */
  readonly timeHint: RegExp;
  readonly techniques: readonly TechniquePhrase[];
  /** A sentence that begins with one of these verbs tells its reader what to do. */
  readonly imperatives: ReadonlySet<string>;
}
