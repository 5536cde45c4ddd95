/** What people decided about campaigns by hand: kept in the case, and respected at every judging. */
import type { Sha256 } from "../base/brand.ts";

/** One of the two things that a decision is about, as it was then: a message, or a campaign by messages that stand for it. */
export interface HandSide {
  /** Of a campaign; null for a message. */
  readonly campaign: string | null;
  /** At most `HAND_MESSAGES_MAX`. */
  readonly messages: readonly Sha256[];
}

/** `cut`: no message of the one side is in a campaign with one of the other · `join`: all of both are in one. The last one counts. */
export interface HandDecision {
  readonly what: "cut" | "join";
  readonly a: HandSide;
  readonly b: HandSide;
}

/** Of a campaign: spread over its time. */
export const HAND_MESSAGES_MAX = 24;
/** More are no work of hands. */
export const HAND_DECISIONS_MAX = 1_000;
