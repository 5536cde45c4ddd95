/** A rule as a file holds it (mql.md, section 1), before its source is read. */

/** `rule` and `dlp` say something of a message, `exclusion` takes it out, `query` answers any value, `triage_rule` is for analysts' workflows. */
export type RuleKind = "rule" | "query" | "dlp" | "exclusion" | "triage_rule";

/**
 * What a finding of the rule is evidence of. `targeting`: that somebody chose these readers · `crime`: fraud, phishing, harmful files that are sent to
 * anybody · `posture`: a matter of the owner's own. Only the first makes an answer.
 */
export type RuleAbout = "targeting" | "crime" | "posture";

export type RuleSeverity = "critical" | "high" | "medium" | "low" | "informational";

export interface Rule {
  /** Stable across renames; kind and name where a file gives none: `query/Links in body`. */
  readonly id: string;
  readonly name: string;
  readonly kind: RuleKind;
  /** Null where a file gives none. */
  readonly severity: RuleSeverity | null;
  readonly about: RuleAbout;
  readonly description: string;
  /** MQL. */
  readonly source: string;
  /** ATT&CK technique ids; of public rules none. */
  readonly techniques: readonly string[];
  /** As the file lists them, in its order. */
  readonly tags: readonly string[];
  readonly attackTypes: readonly string[];
  readonly tacticsAndTechniques: readonly string[];
  readonly detectionMethods: readonly string[];
  readonly falsePositives: readonly string[];
  readonly references: readonly string[];
  /** Their names, whatever service these are of. */
  readonly authors: readonly string[];
  /** Of our own rules: the account of why it holds. */
  readonly why: string;
  /**
   * Of our own rules: what raises the severity, and the sentences that a finding gives. MQL: conditions, values that are texts or lists of texts (null is
   * nothing said), and loads for the places in the mail. Empty where a file has none.
   */
  readonly mediumWhen: string;
  readonly highWhen: string;
  readonly reasons: readonly string[];
  readonly openQuestions: readonly string[];
  readonly evidence: string;
  /** For people: the file it came from. */
  readonly path: string;
}
