/**
 * Three-valued logic on booleans that may not be known (mql.md, sections 6 and 8). A boolean is the set of what it may be, as a mask of
 * three bits; every operator works on all combinations of the members. So nothing that was not evaluated becomes an answer, and
 * `x and false` is still false whatever `x` is.
 */
import { ANY_OF_ALL, IS_FALSE, IS_NULL, IS_TRUE, type Mask } from "./value.ts";

/** Members, in the order of their bits. */
const MEMBERS: readonly Mask[] = [IS_TRUE, IS_FALSE, IS_NULL];

type Kleene = (a: Mask, b: Mask) => Mask;

const and: Kleene = (a, b) => (a === IS_FALSE || b === IS_FALSE ? IS_FALSE : a === IS_NULL ? a : b);
const or: Kleene = (a, b) => (a === IS_TRUE || b === IS_TRUE ? IS_TRUE : a === IS_NULL ? a : b);

/** Of two masks: at `a << 3 | b`. */
export const AND: Readonly<Uint8Array> = table(and);
export const OR: Readonly<Uint8Array> = table(or);
/** Of one mask. */
export const NOT: Readonly<Uint8Array> = Uint8Array.from(
  { length: 8 },
  (_, mask) => ((mask & IS_TRUE) << 1) | ((mask & IS_FALSE) >> 1) | (mask & IS_NULL),
);

function table(combine: Kleene): Uint8Array {
  const all = new Uint8Array(64);
  for (let index = 0; index < 64; index++) {
    for (const a of MEMBERS) {
      for (const b of MEMBERS) {
        if (((index >> 3) & a) !== 0 && (index & b) !== 0) all[index] = (all[index] ?? 0) | combine(a, b);
      }
    }
  }
  return all;
}

/** True where exactly one outcome is left. */
export function isSettled(mask: number): boolean {
  return mask === IS_TRUE || mask === IS_FALSE || mask === IS_NULL;
}

export function maskOf(value: boolean | null): Mask {
  if (value === null) return IS_NULL;
  return value ? IS_TRUE : IS_FALSE;
}

/**
 * `N of (…)`: true if at least N are; else null if **any** is null, also when the nulls could not reach N; else false. Of masks: true may
 * be where enough items may be true; false where no item must be null and too few must be true when none is null; null where an item may
 * be null and too few are true for certain.
 */
export function countOf(needed: number, masks: readonly number[]): Mask {
  let mayBeTrue = 0;
  let areTrue = 0;
  let trueUnlessNull = 0;
  let mayBeNull = false;
  let hasNull = false;
  for (const mask of masks) {
    if ((mask & IS_TRUE) !== 0) mayBeTrue++;
    if (mask === IS_TRUE) areTrue++;
    if ((mask & IS_FALSE) === 0 && mask !== IS_NULL) trueUnlessNull++;
    if ((mask & IS_NULL) !== 0) mayBeNull = true;
    if (mask === IS_NULL) hasNull = true;
  }
  const outcome =
    (mayBeTrue >= needed ? IS_TRUE : 0) |
    (!hasNull && trueUnlessNull < needed ? IS_FALSE : 0) |
    (mayBeNull && areTrue < needed ? IS_NULL : 0);
  return toMask(outcome);
}

/** A number of three bits that is not empty; an empty one would be our bug and becomes "anything". */
export function toMask(bits: number): Mask {
  return bits >= 1 && bits <= 7 ? (bits as Mask) : ANY_OF_ALL;
}

/** A boolean of the plain evaluator. Reasons, sorted and each once, are there only where more than one outcome is left. */
export class Truth {
  readonly mask: Mask;
  readonly reasons: readonly string[];
  constructor(mask: number, reasons: readonly string[]) {
    this.mask = toMask(mask);
    this.reasons = isSettled(mask) ? [] : [...new Set(reasons)].sort();
  }
}
