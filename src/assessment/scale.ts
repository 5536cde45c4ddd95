/**
 * Words of estimation and what they stand for: the yardstick of the Professional Head of Intelligence Assessment (PHIA,
 * United Kingdom), as published with its ranges. The ranges leave gaps on purpose; an estimate that falls into one is given the
 * word on the side of doubt, nearer to even chances.
 */

export interface EstimateWords {
  readonly id:
    | "remote-chance"
    | "highly-unlikely"
    | "unlikely"
    | "realistic-possibility"
    | "likely"
    | "highly-likely"
    | "almost-certain";
  readonly words: string;
  /** Per cent, both ends belong to it. */
  readonly from: number;
  readonly to: number;
}

// biome-ignore format: a table reads by column
export const SCALE: readonly EstimateWords[] = [
  { id: "remote-chance",         words: "a remote chance",         from: 0,  to: 5 },
  { id: "highly-unlikely",       words: "highly unlikely",         from: 10, to: 20 },
  { id: "unlikely",              words: "unlikely",                from: 25, to: 35 },
  { id: "realistic-possibility", words: "a realistic possibility", from: 40, to: 50 },
  { id: "likely",                words: "likely",                  from: 55, to: 75 },
  { id: "highly-likely",         words: "highly likely",           from: 80, to: 90 },
  { id: "almost-certain",        words: "almost certain",          from: 95, to: 100 },
];

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
