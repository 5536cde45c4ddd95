/**
 * Booleans of the compiled form: one small integer each, `set << 3 | mask`. The mask says what it may be; `set` numbers the reasons why that is not
 * settled, 0 for none. Sets are kept once each and their unions remembered, so that gathering reasons costs a look-up where two meet and nothing
 * where all is known.
 */
import { AND, isSettled, NOT, OR } from "./truth.ts";
import { ANY_OF_ALL, IS_FALSE, IS_TRUE, Undetermined, type Value } from "./value.ts";

/** `set << 3 | mask`. */
export type Ternary = number;

/** Capabilities are some forty, and rules combine few of them: a message makes some hundred sets. More are forgotten between messages. */
const SETS_KEPT = 20_000;
/** Beyond it a union is "all reasons seen": honest, though not exact. */
const SETS_MAX = 100_000;

export class ReasonSets {
  /** Reasons that may be gone one day; of the others, where these are given, it is known that they stay. */
  readonly #later: ReadonlySet<string>;
  /** By number of a set: some reason of it is one of `later`; undefined until asked. */
  readonly #waits: (boolean | undefined)[] = [];
  readonly #sets: (readonly string[])[] = [[]];
  readonly #numbers = new Map<string, number>([["", 0]]);
  readonly #unions = new Map<number, number>();
  /** One value that is not known is asked for by rule after rule; lists of reasons never change. */
  readonly #ofList = new WeakMap<readonly string[], number>();

  constructor(later: ReadonlySet<string>) {
    this.#later = later;
  }

  /** Time to begin anew. */
  get isLarge(): boolean {
    return this.#sets.length > SETS_KEPT;
  }

  reasons(ternary: Ternary): readonly string[] {
    return this.#sets[ternary >> 3] ?? [];
  }

  /** Any outcome, for the reasons of a value that is not known. */
  unknown(outcome: { readonly reasons: readonly string[] }): Ternary {
    return (this.numberOf(outcome) << 3) | ANY_OF_ALL;
  }

  /** The number of the reasons of one value. */
  numberOf({ reasons }: { readonly reasons: readonly string[] }): number {
    const [only] = reasons;
    if (only !== undefined && reasons.length === 1) return this.#numbers.get(only) ?? this.#intern(reasons);
    let number = this.#ofList.get(reasons);
    if (number === undefined) {
      number = this.#intern(reasons);
      this.#ofList.set(reasons, number);
    }
    return number;
  }

  and(a: Ternary, b: Ternary): Ternary {
    const mask = AND[((a & 7) << 3) | (b & 7)] ?? ANY_OF_ALL;
    return isSettled(mask) || (a | b) < 8 ? mask : (this.union(a >> 3, b >> 3) << 3) | mask;
  }

  or(a: Ternary, b: Ternary): Ternary {
    const mask = OR[((a & 7) << 3) | (b & 7)] ?? ANY_OF_ALL;
    return isSettled(mask) || (a | b) < 8 ? mask : (this.union(a >> 3, b >> 3) << 3) | mask;
  }

  /** Not settled, and never will be. */
  isForEver(ternary: Ternary): boolean {
    const set = ternary >> 3;
    return set !== 0 && this.#later.size > 0 && !this.#isWaiting(set);
  }

  /** Where waiting helps no more: without the reasons that it was for. */
  withoutLater(ternary: Ternary): Ternary {
    if (!this.#isWaiting(ternary >> 3)) return ternary;
    const reasons = this.reasons(ternary).filter((reason) => !this.#later.has(reason));
    return (this.numberOf({ reasons }) << 3) | (ternary & 7);
  }

  #isWaiting(set: number): boolean {
    let isWaiting = this.#waits[set];
    if (isWaiting === undefined) {
      isWaiting = (this.#sets[set] ?? []).some((reason) => this.#later.has(reason));
      this.#waits[set] = isWaiting;
    }
    return isWaiting;
  }

  not(a: Ternary): Ternary {
    return (a & ~7) | (NOT[a & 7] ?? ANY_OF_ALL);
  }

  /** As a value: a boolean that is not settled is undetermined. */
  valueOf(ternary: Ternary): Value {
    const mask = ternary & 7;
    if (mask === IS_TRUE) return true;
    if (mask === IS_FALSE) return false;
    return ternary < 8 ? null : new Undetermined(this.reasons(ternary));
  }

  union(a: number, b: number): number {
    if (a === b || b === 0) return a;
    if (a === 0) return b;
    const key = (a < b ? a : b) * SETS_MAX * 2 + (a < b ? b : a);
    let number = this.#unions.get(key);
    if (number === undefined) {
      number = this.#intern([...(this.#sets[a] ?? []), ...(this.#sets[b] ?? [])]);
      this.#unions.set(key, number);
    }
    return number;
  }

  #intern(reasons: readonly string[]): number {
    const sorted = [...new Set(reasons)].sort();
    const key = sorted.join("\n");
    const found = this.#numbers.get(key);
    if (found !== undefined) return found;
    if (this.#sets.length >= SETS_MAX) return this.#all();
    this.#sets.push(sorted);
    this.#numbers.set(key, this.#sets.length - 1);
    return this.#sets.length - 1;
  }

  /** The last set stands for everything. */
  #all(): number {
    const last = SETS_MAX;
    this.#sets[last] ??= [...new Set(this.#sets.flat())].sort();
    return last;
  }
}
