/** What goes into the comparison of one mailing's copies, and what comes out of it. */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import type { Span } from "../base/span.ts";
import type { LoadRecord } from "../case/record.ts";
import type { UrlLayout } from "./url-layout.ts";

export interface Copy {
  readonly sha256: Sha256;
  /** Lower case address. */
  readonly reader: string;
  /** One of the owner's people; everybody is while no owner is known. */
  readonly isPerson: boolean;
  readonly date: EpochMs | null;
  /** Empty when there is none. */
  readonly messageId: string;
  /** Of From, as `senderKey` has it. */
  readonly sender: string;
  /** Addresses of To and Cc, lower case. */
  readonly stated: readonly string[];
  readonly loads: readonly LoadRecord[];
}

/**
 * What else explains a difference. `time`: the time of sending, a number against caches, a signature of these; the same value
 * in another message to the reader refutes it · `picture`: one of two pictures that are tried on readers, which the same refutes ·
 * `few`: a variant or language, which may stay with a reader as well, but not with each of several over several mailings.
 */
export type Doubt = "none" | "time" | "picture" | "few";

/** Part of a load's URL that differs from reader to reader. */
export interface TellingPart extends Span {
  /** Names the field across the sender's mailings. */
  readonly series: string;
  readonly value: string;
  readonly doubt: Doubt;
}

/** Part of a load's URL that all copies of the mailing share. */
export interface CommonPart extends Span {
  readonly series: string;
  readonly value: string;
}

interface FindBase {
  /** Indexes into the copies and into the copy's loads. */
  readonly copy: number;
  readonly load: number;
  /** What was laid beside it. */
  readonly other: { readonly copy: number; readonly load: number };
  /** Distinct readers compared; and of these the owner's people, or all while no owner is known. */
  readonly readers: number;
  readonly people: number;
}

export type CopyFind =
  | (FindBase & {
      readonly kind: "tells";
      /** Never empty, at most 8, in the order of the URL; `otherParts` are the same fields of the other load. */
      readonly parts: readonly TellingPart[];
      readonly otherParts: readonly Span[];
      /** At most 8. */
      readonly common: readonly CommonPart[];
    })
  /** The same URL came to several readers, more than one in four of those compared; `readers` counts those who have it. */
  | (FindBase & { readonly kind: "shared" })
  /** The copy of another reader, passed on. */
  | (FindBase & { readonly kind: "forward" });

/** A load in a copy. */
export interface Place {
  readonly owner: number;
  /** The owner is one of the owner's people. */
  readonly isPerson: boolean;
  readonly copy: number;
  readonly index: number;
  readonly load: LoadRecord;
}

/** Laid out. */
export interface Cell extends Place {
  readonly layout: UrlLayout;
  /** Of the layout's fields, one each. */
  readonly values: readonly string[];
}

/** Of owners, that is readers or those who got one message together. */
export interface OwnerCount {
  readonly readers: number;
  readonly people: number;
}

export function countOwners(all: readonly { readonly owner: number; readonly isPerson: boolean }[]): OwnerCount {
  const people = all.filter(({ isPerson }) => isPerson);
  return {
    readers: new Set(all.map(({ owner }) => owner)).size,
    people: new Set(people.map(({ owner }) => owner)).size,
  };
}

export function toLoad({ copy, index }: Place): { readonly copy: number; readonly load: number } {
  return { copy, load: index };
}
