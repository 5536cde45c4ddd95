/**
 * The state of one pass of compiled rules over one message: what shared expressions answered, what texts hold, the elements of the lambdas that are
 * open, and what is left of the fuel. Mutable and hot; made anew for each message by `RuleSet`.
 */
import { limits } from "../base/limits.ts";
import { CallCache } from "./calls.ts";
import type { JoinedFields } from "./element-literals.ts";
import { LimitReached } from "./limit-reached.ts";
import type { LiteralIndex } from "./literal-index.ts";
import type { Outcome } from "./outcome.ts";
import type { ReasonSets, Ternary } from "./reason-sets.ts";
import { TextFacts } from "./text-facts.ts";
import type { Host } from "./types.ts";
import type { List, Undetermined, Value } from "./value.ts";

/** What a pass needs to know of the rules. */
export interface RunPlan {
  readonly slotCount: number;
  readonly memoCount: number;
  readonly joinedCount: number;
  readonly literals: LiteralIndex;
  readonly reasons: ReasonSets;
}

/** With what it cost, as of slots. */
interface Kept<T> {
  readonly answer: T;
  readonly cost: number;
}

export interface RunOptions {
  /** Steps of one rule. */
  readonly stepsMax?: number | undefined;
  /** Of the same host; what was called before is not called again. */
  readonly calls?: CallCache | undefined;
}

export class Run {
  readonly host: Host;
  readonly reasons: ReasonSets;
  readonly calls: CallCache;
  /** Answers of shared expressions: a value, or a `Ternary`; undefined until it is known. */
  readonly values: (Outcome | undefined)[];
  readonly truths: Int32Array;
  /** What the answer of a slot cost, charged to every rule that uses it: so a rule costs the same in any company. */
  readonly costs: Int32Array;
  /** Answers of expressions that read one element, by it; made when they are asked. */
  readonly #truthsOf: (Map<Value, Kept<Ternary>> | undefined)[];
  readonly #valuesOf: (Map<Value, Kept<Outcome>> | undefined)[];
  /** Fields of all elements of an array; undefined until asked, null where they are not known. */
  readonly #joined: (JoinedFields | null | undefined)[];
  /** Elements of the lambdas around; `top` is the innermost. */
  readonly stack: Value[] = [];
  top = -1;
  /** Steps that are left to the rule and to the message. */
  #left = 0;
  #total: number = limits.mqlMessageStepsMax;
  readonly #stepsMax: number;
  readonly #texts = new Map<string, TextFacts>();
  #last: TextFacts;
  readonly #literals: LiteralIndex;
  readonly #lists = new Map<string, List | Undetermined>();

  constructor(host: Host, plan: RunPlan, { stepsMax = limits.mqlStepsMax, calls }: RunOptions = {}) {
    this.host = host;
    this.reasons = plan.reasons;
    this.calls = calls ?? new CallCache(host);
    this.values = new Array<Outcome | undefined>(plan.slotCount).fill(undefined);
    this.truths = new Int32Array(plan.slotCount);
    this.costs = new Int32Array(plan.slotCount);
    this.#truthsOf = new Array<undefined>(plan.memoCount).fill(undefined);
    this.#valuesOf = new Array<undefined>(plan.memoCount).fill(undefined);
    this.#joined = new Array<undefined>(plan.joinedCount).fill(undefined);
    this.#literals = plan.literals;
    this.#last = new TextFacts("", plan.literals);
    this.#stepsMax = stepsMax;
  }

  /** Before each rule. */
  begin(): void {
    this.top = -1;
    this.#left = Math.min(this.#stepsMax, this.#total);
  }

  get left(): number {
    return this.#left;
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new LimitReached("fuel");
  }

  /** Work that was really done, of all rules. */
  charge(steps: number): void {
    this.#total -= steps;
    this.spend(steps);
  }

  facts(text: string): TextFacts {
    // Rules ask one text of many things, one after the other.
    if (text === this.#last.text) return this.#last;
    let facts = this.#texts.get(text);
    if (facts === undefined) {
      facts = new TextFacts(text, this.#literals);
      this.#texts.set(text, facts);
    }
    this.#last = facts;
    return facts;
  }

  /** The fields of all elements; charged to every rule that asks. */
  joined(number: number, make: (run: Run) => JoinedFields | null): JoinedFields | null {
    let joined = this.#joined[number];
    if (joined === undefined) {
      joined = make(this);
      this.#joined[number] = joined;
    }
    if (joined !== null) this.spend(joined.cost);
    return joined;
  }

  list(name: string): List | Undetermined {
    let list = this.#lists.get(name);
    if (list === undefined) {
      list = this.host.list(name);
      this.#lists.set(name, list);
    }
    return list;
  }

  /** A boolean answer of a shared expression. */
  sharedTruth(slot: number, test: (run: Run) => Ternary): Ternary {
    const known = this.truths[slot] ?? 0;
    if (known !== 0) {
      this.spend(this.costs[slot] ?? 0);
      return known;
    }
    const before = this.#left;
    const truth = test(this);
    this.truths[slot] = truth;
    this.costs[slot] = before - this.#left;
    return truth;
  }

  /** Of an expression that reads nothing but the element that is bound `up` lambdas outside. */
  elementTruth(number: number, up: number, test: (run: Run) => Ternary): Ternary {
    this.#truthsOf[number] ??= new Map();
    return this.#kept(this.#truthsOf[number], this.stack[this.top - up] ?? null, test);
  }

  elementValue(number: number, up: number, code: (run: Run) => Outcome): Outcome {
    this.#valuesOf[number] ??= new Map();
    return this.#kept(this.#valuesOf[number], this.stack[this.top - up] ?? null, code);
  }

  #kept<T>(answers: Map<Value, Kept<T>>, element: Value, ask: (run: Run) => T): T {
    const known = answers.get(element);
    if (known !== undefined) {
      this.spend(known.cost);
      return known.answer;
    }
    const before = this.#left;
    const answer = ask(this);
    answers.set(element, { answer, cost: before - this.#left });
    return answer;
  }

  sharedValue(slot: number, code: (run: Run) => Outcome): Outcome {
    const known = this.values[slot];
    if (known !== undefined) {
      this.spend(this.costs[slot] ?? 0);
      return known;
    }
    const before = this.#left;
    const value = code(this);
    this.values[slot] = value;
    this.costs[slot] = before - this.#left;
    return value;
  }
}
