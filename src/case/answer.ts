/** The answer of DESIGN 1 in its stable machine form (DESIGN 5, `schema: 1`: fields may be added, never changed). */
import type { Sha256 } from "../base/brand.ts";
import type { TrackingClass, Verdict } from "./judgement.ts";

export const ANSWER_SCHEMA = 1;

export interface SourceCoverage {
  readonly path: string;
  readonly kind: string;
  readonly messages: number;
}

/** A thing that could not be read, or that is known to be missing. */
export interface NotCovered {
  readonly path: string;
  /** Stable code, for example `not-found`, `no-mail`, `truncated`, `permission`. */
  readonly code: string;
  /** What, why it matters, what to do: one or two sentences. */
  readonly message: string;
}

/** Rules of one origin that the mail was judged by. */
export interface RulePack {
  /** Name of a pack that ships with the program, or the path that the user gave. */
  readonly source: string;
  readonly rules: number;
  /** Of these: asked of a message's whole text and files, so only when it is read. The others are asked whenever mail is judged. */
  readonly atReading: number;
}

/** What rules could not be asked, or could not decide: no finding of a rule means nothing there. */
export interface RuleTally {
  /** Messages by the set of rules they were read with (`RuleAnswersRecord.set`, empty for none); unreadable ones are left out. */
  readonly sets: readonly { readonly set: string; readonly messages: number }[];
  /** Messages on which some rule could not be decided, and the most rules on one message. */
  readonly undecidedMessages: number;
  readonly undecidedRulesMax: number;
  /** What was missing, by its name (`nlu` …), on most messages first. */
  readonly missing: readonly { readonly capability: string; readonly messages: number }[];
}

export interface RuleCoverage extends Omit<RuleTally, "sets"> {
  readonly packs: readonly RulePack[];
  /** Messages that were read with other rules than these: what is asked at reading was not asked of them. */
  readonly notAsked: number;
}

export const NO_RULES: RuleCoverage = {
  packs: [],
  notAsked: 0,
  undecidedMessages: 0,
  undecidedRulesMax: 0,
  missing: [],
};

export interface Coverage {
  /** Distinct messages that were found; always ok + partial + unparseable. */
  readonly messages: number;
  readonly ok: number;
  readonly partial: number;
  readonly unparseable: number;
  /** Of `messages`: the same message once more, with other line ends. Counted here, judged once with the message. */
  readonly secondCopies: number;
  /** Messages put together from pieces among these: judged and counted by verdict and class, but not found. */
  readonly joined: number;
  /** Further places where an already counted message lies. */
  readonly duplicates: number;
  /** Sources that are not read to their end: the run was stopped, or goes on. All other figures are of what was read. */
  readonly unfinishedSources: number;
  /** Bytes of the distinct messages. */
  readonly bytes: number;
  /** ISO 8601 dates of the first and last message; null when none has a date. */
  readonly first: string | null;
  readonly last: string | null;
  readonly sources: readonly SourceCoverage[];
  readonly notCovered: readonly NotCovered[];
  readonly rules: RuleCoverage;
}

/**
 * A provider's warning to one of its users that state attackers are after the account (threat-facts LK-15): evidence of its
 * own, which makes no answer.
 */
export interface AttackerWarning {
  readonly sha256: Sha256;
  /** Our word for it: `Google`. */
  readonly provider: string;
  /** Whom it reached, lower case, at most 20; empty when nothing says it. */
  readonly to: readonly string[];
  /** ISO 8601; null without a date. */
  readonly date: string | null;
  /** The provider's own authentication passed at receipt. False where no result was kept: then anybody may have written it. */
  readonly verified: boolean;
}

export interface AttackerWarnings {
  readonly total: number;
  /** At most 40 of them: verified ones first, else by date. */
  readonly listed: readonly AttackerWarning[];
}

/**
 * What the answer is about: messages with signs that their readers were chosen. The other suspicious and hostile ones are
 * fraud, phishing and harmful files as they are sent to anybody.
 */
export interface Targeted {
  readonly hostile: number;
  readonly suspicious: number;
  /** Of these in no campaign: hostile first, then by date; at most 8. */
  readonly loose: readonly Sha256[];
  /** Told apart: phishing tests that the user named as agreed, proven to be these. Absent where no domain was named for them. */
  readonly agreedTests?: number | undefined;
}

export interface Answer {
  readonly schema: typeof ANSWER_SCHEMA;
  /** From what is judged; a `no` means something only when `conclusive`. */
  readonly answer: "yes" | "possible" | "no";
  /** False while mail is unread or unjudged, or when none could be read. */
  readonly conclusive: boolean;
  /** Why not, in plain sentences; empty when conclusive. */
  readonly inconclusiveBecause: readonly string[];
  readonly summary: string;
  readonly coverage: Coverage;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Of `verdicts` what makes the answer. */
  readonly targeted: Readonly<Pick<Targeted, "hostile" | "suspicious">>;
  readonly classes: Readonly<Record<TrackingClass, number>>;
  readonly campaigns: number;
  /** People that a suspicious or hostile message reached. */
  readonly people: number;
  /** The addresses taken as the owner's, and whether the user named them. */
  readonly owners: readonly string[];
  readonly ownersFrom: "given" | "inferred" | "none";
  /** Distinct registrable domains of senders whose tracking is commercial. */
  readonly commercialSenders: number;
  /** Apart from the answer: who was warned of state attackers, by whom, when. */
  readonly attackerWarnings: AttackerWarnings;
  /** As `Targeted.agreedTests`. */
  readonly agreedTests?: number;
  readonly elapsedMs: number;
}
