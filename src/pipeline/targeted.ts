/** What the answer is about, counted: messages with signs that their readers were chosen. */
import type { Targeted } from "../case/answer.ts";
import type { Judgement } from "../case/judgement.ts";

/** As many as the answer shows beside its campaigns. */
const LOOSE_MAX = 8;

/** `judgements`: all that are of interest, in date order. */
export function targetedOf(judgements: readonly Judgement[]): Targeted {
  const hostile = judgements.filter(({ targeting }) => targeting === "hostile");
  const suspicious = judgements.filter(({ targeting }) => targeting === "suspicious");
  const loose = [...hostile, ...suspicious].filter(({ campaign }) => campaign === null);
  return {
    hostile: hostile.length,
    suspicious: suspicious.length,
    loose: loose.slice(0, LOOSE_MAX).map(({ sha256 }) => sha256),
  };
}
