/**
 * Which masks a condition can come to at all, over all messages: a set of masks (mql.md, section 8) as bits, bit m for the mask m. Parts of a condition
 * are taken as free of each other, which says too much where two of them contradict.
 */
import { AND, NOT, OR } from "../../src/mql/truth.ts";
import { ANY_OF_ALL, IS_FALSE, IS_NULL, IS_TRUE } from "../../src/mql/value.ts";

/** Bits 1 to 7: masks that can come out. */
export type Reach = number;

export const reachOf = (...masks: readonly number[]): Reach => masks.reduce((bits, mask) => bits | (1 << mask), 0);
export const FREE: Reach = reachOf(IS_TRUE, IS_FALSE, IS_NULL);
export const UNKNOWN: Reach = reachOf(ANY_OF_ALL);
export const canBe = (reach: Reach, mask: number): boolean => (reach & (1 << mask)) !== 0;

const MASKS = [1, 2, 3, 4, 5, 6, 7];

function masksOf(reach: Reach): readonly number[] {
  return MASKS.filter((mask) => canBe(reach, mask));
}

export function notReach(reach: Reach): Reach {
  return reachOf(...masksOf(reach).map((mask) => NOT[mask] ?? ANY_OF_ALL));
}

const known = new Map<number, Reach>();

export function junctionReach(kind: "and" | "or", a: Reach, b: Reach): Reach {
  const key = (a << 9) | (b << 1) | (kind === "and" ? 1 : 0);
  const before = known.get(key);
  if (before !== undefined) return before;
  const table = kind === "and" ? AND : OR;
  let reach = 0;
  for (const left of masksOf(a)) {
    for (const right of masksOf(b)) reach |= 1 << (table[(left << 3) | right] ?? ANY_OF_ALL);
  }
  known.set(key, reach);
  return reach;
}

/** `any` is the `or` of its body over any number of elements, `all` the `and`. */
export function quantifierReach(kind: "any" | "all", body: Reach): Reach {
  const junction = kind === "any" ? "or" : "and";
  let reach = reachOf(kind === "any" ? IS_FALSE : IS_TRUE);
  for (let more = 0; more !== reach; ) {
    more = reach;
    reach |= junctionReach(junction, reach, body);
  }
  return reach;
}

/** `count of (…)`: true where so many are surely true; false and null where too few can be true; else open. */
export function ofReach(count: number, items: readonly Reach[]): Reach {
  const sure = items.filter((item) => canBe(item, IS_TRUE)).length;
  const settled = items.filter((item) => (item & FREE) !== 0).length;
  const isNullable = items.some((item) => canBe(item, IS_NULL));
  let reach = sure >= count ? reachOf(IS_TRUE) : 0;
  if (settled === items.length) reach |= reachOf(IS_FALSE) | (isNullable ? reachOf(IS_NULL) : 0);
  if (items.some((item) => (item & ~FREE) !== 0)) {
    reach |= items.length - settled >= count ? UNKNOWN : reachOf(IS_FALSE | IS_NULL) | UNKNOWN;
  }
  return reach;
}
