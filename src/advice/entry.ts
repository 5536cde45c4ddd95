/** A piece of advice as data. Official advice and our own are two types, so that nothing can show one as the other. */
import type { Audience, Country, FindingCode, Self } from "./situation.ts";

interface Entry {
  /** Stable; `GD-…` as in the guidance notes. */
  readonly id: string;
  readonly audience: readonly Audience[];
  /** Any of them; empty: whatever was found, if anything was. */
  readonly when: readonly FindingCode[];
  /** Only for those who say they are one of these; empty: for anybody. */
  readonly self: readonly Self[];
  /** In our own words. */
  readonly action: string;
  /** About how long it takes; 0 where it is something not to do. */
  readonly minutes: number;
  /** What comes first, 1 to 100. */
  readonly rank: number;
  /** Of one topic only one stands among the first actions. */
  readonly topic: string;
}

export interface OfficialAdvice extends Entry {
  readonly kind: "official";
  /** A state's or parliament's own body · the maker of a service, for its own service · a body that helps people at risk. */
  readonly by: "authority" | "provider" | "helper";
  /** Null: for any country. */
  readonly country: Country | null;
  /** Body and title, so that a reader can find and check it. */
  readonly source: string;
  /** Whether the body's own page was read, or what others report of it. */
  readonly read: "official" | "reported";
  /** Day, `YYYY-MM-DD`, on which the page was last read, as a stored copy; null: when our notes were made, and not since. */
  readonly checkedOn: string | null;
}

export interface OwnAdvice extends Entry {
  readonly kind: "own";
}

export type Advice = OfficialAdvice | OwnAdvice;
