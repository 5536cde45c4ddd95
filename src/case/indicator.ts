/**
 * Indicators: values and patterns that a source calls malicious (STIX 2.1, 4.7), as they are kept in the case, and where they
 * were seen (STIX: a sighting).
 */
import type { EpochMs, Sha256 } from "../base/brand.ts";

/** By the names of STIX; `pattern` is what needs more than one value. */
export const INDICATOR_TYPES = [
  "domain-name",
  "url",
  "ipv4-addr",
  "ipv6-addr",
  "email-addr",
  "email-subject",
  "file-hash",
  "file-name",
  "pattern",
] as const;

export type IndicatorType = (typeof INDICATOR_TYPES)[number];

export interface Indicator {
  /** STIX id, or `i-` and 12 hex digits of what it says: the same value of the same file has the same id. */
  readonly id: string;
  readonly type: IndicatorType;
  /** Comparable: hosts in lower case A-labels, URLs resolved, hashes in lower case; of a pattern its text. */
  readonly value: string;
  /** What the source calls it; empty if nothing. */
  readonly name: string;
  /** Where in its file: `line 14`, `indicator--…`. */
  readonly place: string;
  /** Half open window in which the source says it is of use; null where it does not say. */
  readonly from: EpochMs | null;
  readonly until: EpochMs | null;
  /** Groups, campaigns and malware that the source ties it to, as the source names them, at most 10. */
  readonly groups: readonly string[];
}

/** What could not be used, so that nothing is dropped silently. */
export interface UnusableIndicator {
  readonly place: string;
  /** As written, cut. */
  readonly text: string;
  /** One sentence without a full stop. */
  readonly why: string;
}

/** In the order of the file. There may be a million: an `IndicatorList` makes each when it is asked for. */
export interface Indicators extends Iterable<Indicator> {
  readonly length: number;
  /** As of an array. */
  at(place: number): Indicator | undefined;
  map<T>(each: (one: Indicator) => T): readonly T[];
}

export type IntelFormat = "stix" | "misp" | "openioc" | "stix-1" | "csv" | "text";

/** What one file gave. */
export interface IntelFile {
  /** Absolute path. */
  readonly path: string;
  readonly sha256: string;
  readonly format: IntelFormat;
  /** Title that the document gives itself; else the file's name. */
  readonly title: string;
  /** Traffic light that it bears (`TLP:AMBER`); empty for none. */
  readonly tlp: string;
  readonly indicators: Indicators;
  /** The first ones; `unusableCount` is exact. */
  readonly unusable: readonly UnusableIndicator[];
  readonly unusableCount: number;
}

/** How surely a message holds what an indicator names. */
export type IndicatorSightingKind =
  /** The value itself, or a host below the domain that it names. */
  | "exact"
  /** The host of the URL that it names; the path differs or the index does not hold it. */
  | "host";

/** An indicator seen in a message. */
export interface IndicatorSighting {
  readonly sha256: Sha256;
  readonly indicator: Indicator;
  /** Title of the file it is from. */
  readonly source: string;
  readonly kind: IndicatorSightingKind;
  /** What of the message it is, in words: `domain of the sender`, `remote load`, `link`. */
  readonly where: readonly string[];
  /** The value as the message has it. */
  readonly value: string;
  /**
   * Why it weighs little, as a sentence without a full stop; null if it does not: the value is used by strangers, or the mail is from
   * outside the time that the source gives.
   */
  readonly doubt: string | null;
}

const PLACES_TOLD = 2;

/** Where in the message, at most two: a host of a sender's own stands in five places, and says the same in each. */
export function placesTold(where: readonly string[]): string {
  const more = where.length - PLACES_TOLD;
  return `${where.slice(0, PLACES_TOLD).join(", ")}${more > 0 ? ` and ${more} more ${more === 1 ? "place" : "places"}` : ""}`;
}

/** A file that is hunted for, without its indicators: there may be a million. */
export interface KeptIntel extends Pick<IntelFile, "path" | "sha256" | "title" | "tlp"> {
  /** That its indicators name, each once. */
  readonly groups: readonly string[];
}
