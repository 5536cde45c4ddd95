import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";

/** Collects problems; of each code only the first `limits.problemsPerCodeMax` are kept, so hostile mail cannot fill memory. */
export class ProblemList {
  readonly #kept: Problem[] = [];
  readonly #counts = new Map<string, number>();

  /** `[start, end)` are byte offsets into the raw message. */
  add(code: string, start: number, end: number): void {
    this.#keep(code, { code, span: { start, end } });
  }

  /** For what concerns the whole input. */
  addWhole(code: string): void {
    this.#keep(code, { code });
  }

  get problems(): readonly Problem[] {
    return this.#kept;
  }

  #keep(code: string, problem: Problem): void {
    const count = this.#counts.get(code) ?? 0;
    if (count >= limits.problemsPerCodeMax) return;
    this.#counts.set(code, count + 1);
    this.#kept.push(problem);
  }
}
