/**
 * What reading a document for indicators gives: values with the words that hold them, and what looked like a value and is none, with
 * the reason. Types only.
 */
import type { Quote } from "../../case/document.ts";

/** By the names of STIX where it has one. */
export type ExtractedType =
  | "domain-name"
  | "url"
  | "ipv4-addr"
  | "ipv6-addr"
  | "email-addr"
  | "file-hash"
  | "file-name"
  | "file-path"
  | "windows-registry-key"
  | "vulnerability"
  /** MITRE ATT&CK: tactic, technique, group, software, mitigation, campaign, data source. */
  | "attack-id"
  | "autonomous-system"
  | "cryptocurrency-wallet"
  | "user-agent"
  | "yara-rule"
  | "mutex";

export interface ExtractedIndicator {
  readonly type: ExtractedType;
  /** Comparable, without defanging: hosts in lower-case A-labels, URLs resolved, hashes in lower case, networks as `address/bits`. */
  readonly value: string;
  /** What the type leaves open: `SHA-256`, `technique`, `bitcoin`; empty for nothing. */
  readonly kind: string;
  /** Of an address or host that stands with one; null for none. */
  readonly port: number | null;
  /** Of the mention that says it best: one that is not doubted, else the first. */
  readonly quote: Quote;
  /** Times that the document has the value. */
  readonly mentions: number;
  /** Heading under which the quote stands; empty for none. */
  readonly section: string;
  /** The writer took care that nobody clicks it. */
  readonly isDefanged: boolean;
  /** Why it may be none, one sentence without a full stop; null for no doubt. */
  readonly doubt: string | null;
}

/** What looks like a value and is none. */
export interface RejectedCandidate {
  readonly type: ExtractedType;
  /** In the form of `ExtractedIndicator.value`. */
  readonly value: string;
  readonly quote: Quote;
  /** One sentence without a full stop. */
  readonly why: string;
}

export interface Extraction {
  /** Each value of a type once, by the place of its quote. */
  readonly indicators: readonly ExtractedIndicator[];
  /** Each value of a type once, and none that is also among the indicators; by place. */
  readonly rejected: readonly RejectedCandidate[];
  /** There were more than are kept. */
  readonly isPartial: boolean;
}
