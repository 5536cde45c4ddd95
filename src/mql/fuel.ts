/**
 * What a rule may cost on one message (mql.md, section 13). Counted in steps, not by a clock, so that the same rule on the same message always
 * ends the same way.
 */
import { limits } from "../base/limits.ts";
import { LimitReached } from "./limit-reached.ts";

export class Fuel {
  #left: number;
  readonly #max: number;

  constructor(max: number = limits.mqlStepsMax) {
    this.#max = max;
    this.#left = max;
  }

  get spent(): number {
    return this.#max - this.#left;
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new LimitReached("fuel");
  }
}

/** Steps of a call: more for the characters that it looks at. */
export function callSteps(args: readonly unknown[]): number {
  let steps = 1;
  for (const arg of args) {
    if (typeof arg === "string") steps += arg.length >> 8;
    else if (Array.isArray(arg)) steps += arg.length >> 4;
  }
  return steps;
}
