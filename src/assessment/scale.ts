/**
 * Words of estimation and what they stand for: the yardstick of the Professional Head of Intelligence Assessment (PHIA,
 * United Kingdom), as published with its ranges. The ranges leave gaps on purpose; an estimate that falls into one is given the
 * word on the side of doubt, nearer to even chances.
 */

import { type EstimateWords, PHIA } from "../case/estimation.ts";

export type { EstimateWords } from "../case/estimation.ts";

export const SCALE: readonly EstimateWords[] = PHIA;

export const SCALE_NAME = "PHIA probability yardstick (UK Professional Head of Intelligence Assessment)";

/** `share`: 0 to 1. */
export function wordsOf(share: number): EstimateWords {
  const percent = share * 100;
  const last = SCALE[SCALE.length - 1] ?? EVEN;
  // Below even chances the first word whose end is not below it, above them the last one whose start is not above it.
  if (percent <= EVEN.to) return SCALE.find(({ to }) => percent <= to) ?? EVEN;
  return SCALE.findLast(({ from }) => from <= percent) ?? last;
}

const EVEN: EstimateWords = { id: "realistic-possibility", words: "a realistic possibility", from: 40, to: 50 };
