/** `and` and `or`, compiled. What ends one, or changes nothing in it, is not combined with the rest: most operands say one of these. */
import type { Test } from "./compiling.ts";
import type { Ternary } from "./reason-sets.ts";
import { IS_FALSE, IS_TRUE } from "./value.ts";

/** `and` */
export function allOf(items: readonly Test[]): Test {
  return (run) => {
    let all: Ternary = IS_TRUE;
    for (const item of items) {
      const truth = item(run);
      if (truth === IS_FALSE) return IS_FALSE;
      if (truth !== IS_TRUE) all = run.reasons.and(all, truth);
    }
    return all;
  };
}

/** An `and` of which is asked only whether it is true or may be. */
export function neverTrueEnds(items: readonly Test[]): Test {
  return (run) => {
    let all: Ternary = IS_TRUE;
    let isHopeless = false;
    for (const item of items) {
      const truth = item(run);
      if (truth === IS_TRUE) continue;
      if ((truth & IS_TRUE) === 0) return IS_FALSE;
      all = run.reasons.and(all, truth);
      if (truth > 7) isHopeless ||= run.reasons.isForEver(truth);
    }
    return isHopeless ? run.reasons.withoutLater(all) : all;
  };
}

/** `or` */
export function anyTrueEnds(items: readonly Test[]): Test {
  return (run) => {
    let all: Ternary = IS_FALSE;
    for (const item of items) {
      const truth = item(run);
      if (truth === IS_TRUE) return truth;
      if (truth !== IS_FALSE) all = run.reasons.or(all, truth);
    }
    return all;
  };
}
