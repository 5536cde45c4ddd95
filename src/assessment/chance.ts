/** Exact tests by counting, without drawing lots: the same numbers give the same chance. */

/** Chance of at least `hits` successes in `tries` independent ones of probability `share` (binomial, upper tail). */
export function atLeastSuccesses(hits: number, tries: number, share: number): number {
  if (hits <= 0) return 1;
  if (hits > tries || share <= 0) return 0;
  if (share >= 1) return 1;
  let logTerm = 0;
  for (let k = 0; k < tries; k += 1) logTerm += Math.log1p(-share);
  let sum = 0;
  for (let k = 0; k <= tries; k += 1) {
    if (k >= hits) sum += Math.exp(logTerm);
    if (k < tries) logTerm += Math.log(tries - k) - Math.log(k + 1) + Math.log(share) - Math.log1p(-share);
  }
  return Math.min(1, sum);
}

/**
 * How often the pattern `days` would meet `marked` days as often, when it is laid anywhere on the circle of days: the share of
 * all shifts with at least as many meetings. Keeps the pattern's own spacing, so that a series of close waves counts as what it
 * is. `days`: places on the circle. Cost: days on the circle × days of the pattern.
 */
export function shiftTest(
  days: readonly number[],
  marked: readonly boolean[],
): { readonly hits: number; readonly chance: number } {
  const size = marked.length;
  if (size === 0) return { hits: 0, chance: 1 };
  const meetings = (shift: number) => days.filter((day) => marked[(day + shift) % size] === true).length;
  const hits = meetings(0);
  let asMany = 0;
  for (let shift = 0; shift < size; shift += 1) if (meetings(shift) >= hits) asMany += 1;
  return { hits, chance: asMany / size };
}
