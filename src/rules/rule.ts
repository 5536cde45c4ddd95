/** A rule as a file holds it (mql.md, section 1), before its source is read. */

/** `rule` and `dlp` say something of a message, `exclusion` takes it out, `query` answers any value, `triage_rule` is for analysts' workflows. */
export type RuleKind = "rule" | "query" | "dlp" | "exclusion" | "triage_rule";

export type RuleSeverity = "critical" | "high" | "medium" | "low" | "informational";

export interface Rule {
  /** Stable across renames; kind and name where a file gives none: `query/Links in body`. */
  readonly id: string;
  readonly name: string;
  readonly kind: RuleKind;
  /** Null where a file gives none. */
  readonly severity: RuleSeverity | null;
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
  /** For people: the file it came from. */
  readonly path: string;
}
