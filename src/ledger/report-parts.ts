/**
 * The parts that a document's text is looked at for: each is told to the watch when it is begun, and left out where the watch says so. What
 * was left out is told; what was read stands.
 */
import { PART_TOO_DEAR, type ReadingWatch } from "../documents/reading-watch.ts";

/** In the order in which they are told. */
export const REPORT_PARTS = ["statements", "indicators", "description", "names"] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

export interface PartsReader {
  readonly within: <T>(part: ReportPart, work: () => T, otherwise: T) => T;
  /** Those left out until now. */
  readonly dear: readonly ReportPart[];
}

export function partsUnder(watch: ReadingWatch): PartsReader {
  const dear: ReportPart[] = [];
  const within = <T>(part: ReportPart, work: () => T, otherwise: T): T => {
    if (watch.step() === "read") return work();
    dear.push(part);
    return otherwise;
  };
  return { within, dear };
}

/** A sentence for each. */
export function dearParts(dear: readonly ReportPart[]): readonly string[] {
  return REPORT_PARTS.filter((part) => dear.includes(part)).map(
    (part) => `Looking for its ${part} ${PART_TOO_DEAR}; none were looked for.`,
  );
}
