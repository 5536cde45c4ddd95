/** What the comparing steps conclude from the records: derived, dropped and made again whenever mail or rules change. */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import type { Span } from "../base/span.ts";
import type { TokenRecord } from "./record.ts";

export type TrackingClass = "none" | "commercial" | "unexplained" | "covert";
export type Verdict = "clear" | "tracked" | "suspicious" | "hostile";
export type Severity = "info" | "low" | "medium" | "high";

/** A condition that fired on a message. */
export interface Finding {
  /** Stable id, for example `tracking.covert-token`. */
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  /** MITRE ATT&CK technique ids. */
  readonly techniques: readonly string[];
  /** Plain sentences that say why, each true by itself. */
  readonly reasons: readonly string[];
  /** What could not be decided, and why; empty when nothing. */
  readonly undetermined: readonly string[];
  readonly spans: readonly Span[];
}

/** The judgement of one message. */
export interface Judgement {
  readonly sha256: Sha256;
  readonly trackingClass: TrackingClass;
  /** Why this class, in plain sentences; never empty. */
  readonly classReasons: readonly string[];
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** Tokens that comparison changed, by index into the record's loads. */
  readonly tokens: readonly { readonly load: number; readonly token: TokenRecord }[];
  readonly campaign: string | null;
  /** Known bulk service that sent it, by name; empty for none. */
  readonly service: string;
}

/** A tie between two messages of a campaign. */
export interface CampaignLink {
  readonly from: Sha256;
  readonly to: Sha256;
  /** `sender-domain`, `load-host`, `text-print`, … */
  readonly kind: string;
  readonly value: string;
  /** 0 to 1. */
  readonly weight: number;
  readonly why: string;
}

export interface Campaign {
  /** `c-` and hex digits, stable for the same messages. */
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** By date, then hash. */
  readonly messages: readonly Sha256[];
  /** Ids of people. */
  readonly people: readonly string[];
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  readonly links: readonly CampaignLink[];
  readonly techniques: readonly string[];
  /** Plain sentences for the answer: proof, sender, contact, authentication. */
  readonly facts: readonly string[];
}

export type Likelihood = "possible" | "probable" | "confirmed";

/** What was disclosed about a person, on the scale of threat-facts 3 (0 to 6). */
export interface Exposure {
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly likelihood: Likelihood;
  readonly reasons: readonly string[];
}

export interface Person {
  /** `p-` and hex digits of the address's hash: stable, and safe to show in a log. */
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly role: string;
  /** Suspicious or hostile messages that reached this person. */
  readonly messages: readonly Sha256[];
  /** All messages seen for this person. */
  readonly messagesAll: number;
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  readonly exposure: Exposure;
}
