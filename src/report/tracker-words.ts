/** What a tracker learns and how long it has been there, as the terminal and the page say it. */
import type { Tracker } from "./model.ts";
import { counted, listed, withCommas } from "./wording.ts";

/** A sentence without its end: what one opening of such a mail tells whoever holds the server. */
export function learns({ tokens, loads, hidden }: Tracker): string {
  const copy = [
    ...(tokens.proven > 0 ? [`proven in ${counted(tokens.proven, "load")}`] : []),
    ...(tokens.likely > 0
      ? [`likely in ${tokens.proven > 0 ? withCommas(tokens.likely) : counted(tokens.likely, "load")}`]
      : []),
  ];
  const parts = [
    ...(tokens.decoded > 0 ? [`the reader's own address (in ${counted(tokens.decoded, "load")})`] : []),
    ...(copy.length > 0 ? [`which reader's copy was opened (${copy.join(", ")})`] : []),
  ];
  const unseen =
    hidden === 0 ? "" : hidden === loads ? "; all hidden" : `; ${withCommas(hidden)} of ${withCommas(loads)} hidden`;
  return `${listed(parts)}${unseen}`;
}

/** Trackers of mail that no known service or steady sender explains, and the others. */
export function parted(trackers: readonly Tracker[]): {
  readonly unexplained: readonly Tracker[];
  readonly commercial: readonly Tracker[];
} {
  const isCommercial = ({ trackingClass }: Tracker) => trackingClass === "commercial";
  return {
    unexplained: trackers.filter((tracker) => !isCommercial(tracker)),
    commercial: trackers.filter(isCommercial),
  };
}

/** The years from the first to the last of all of them, at most `max`, the latest; empty where none has a date. */
export function yearsOf(trackers: readonly Tracker[], max: number): readonly number[] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { years } of trackers) {
    for (const { year } of years) {
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
  }
  if (last < first) return [];
  const from = Math.max(first, last - max + 1);
  return Array.from({ length: last - from + 1 }, (_, index) => from + index);
}
