/**
 * Calls of one message's rules, each function with the same arguments answered once, failures too (mql.md, section 13): some four hundred public
 * rules unpack the same attachment. Arguments are the same when they are equal scalars or the same object of the host.
 */
import { implementations } from "./functions/index.ts";
import { LimitReached } from "./limit-reached.ts";
import { type Outcome, toValue, undeterminedOf } from "./outcome.ts";
import { aliases } from "./signatures.ts";
import type { Host, HostFunction } from "./types.ts";
import { Json, Undetermined, type Value } from "./value.ts";

/** Answers of one function, by one argument after the other. */
interface Branch {
  answer: Value | undefined;
  readonly next: Map<unknown, Branch>;
}

export class CallCache {
  readonly #host: Host;
  /** By function; by the place of a call whose other arguments are literals. */
  readonly #answers = new Map<object, Branch>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Never throws but for fuel: what the function throws is undetermined. */
  call(called: HostFunction, args: readonly Outcome[], keywords: ReadonlyMap<string, Outcome>): Value {
    const unknown = undeterminedOf(args) ?? (keywords.size > 0 ? undeterminedOf([...keywords.values()]) : null);
    if (unknown !== null) return unknown;
    const branch = this.#branch(called, args, keywords);
    branch.answer ??= this.#ask(called, args.map(toValue), keywords as ReadonlyMap<string, Value>) ?? NOTHING;
    return branch.answer === NOTHING ? null : branch.answer;
  }

  /**
   * The same for a call of which only one argument changes from element to element, told by its place in the rules: thousands of literals
   * beside it need no look at.
   */
  callOn(place: object, varying: Outcome, name: string, ask: (value: Value) => Value): Value {
    const branch = nextOf(this.#root(place), keyOf(varying));
    branch.answer ??= answered(name, () => ask(toValue(varying))) ?? NOTHING;
    return branch.answer === NOTHING ? null : branch.answer;
  }

  #root(of: object): Branch {
    let branch = this.#answers.get(of);
    if (branch === undefined) {
      branch = { answer: undefined, next: new Map() };
      this.#answers.set(of, branch);
    }
    return branch;
  }

  #branch(called: HostFunction, args: readonly Outcome[], keywords: ReadonlyMap<string, Outcome>): Branch {
    let branch = this.#root(called);
    for (const arg of args) branch = nextOf(branch, keyOf(arg));
    if (keywords.size > 0) {
      for (const name of [...keywords.keys()].sort()) {
        branch = nextOf(nextOf(branch, `${name}=`), keyOf(keywords.get(name)));
      }
    }
    return branch;
  }

  #ask(called: HostFunction, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Value {
    return answered(called.name, () => called.call(this.#host, args, keywords));
  }
}

function answered(name: string, ask: () => Value): Value {
  try {
    return ask();
  } catch (cause) {
    return failure(name, cause);
  }
}

/** Stands for null among the answers, which tell "not asked" by undefined. */
const NOTHING: Value = new Json(null);

/** JSON scalars are made anew at each access, so they are known by what they hold. */
function keyOf(arg: Outcome | undefined): unknown {
  return arg instanceof Json && typeof arg.value !== "object" ? arg.value : arg;
}

function nextOf(branch: Branch, key: unknown): Branch {
  let next = branch.next.get(key);
  if (next === undefined) {
    next = { answer: undefined, next: new Map() };
    branch.next.set(key, next);
  }
  return next;
}

function failure(name: string, cause: unknown): Undetermined {
  return new Undetermined([cause instanceof LimitReached ? cause.reason : `error:${name}`]);
}

/** A function of the language that has no body to evaluate; total like the host's. */
export function callBuiltin(name: string, args: readonly Outcome[], keywords: ReadonlyMap<string, Outcome>): Outcome {
  const implementation = implementations.get(aliases.get(name) ?? name);
  try {
    return implementation === undefined ? new Undetermined([`error:${name}`]) : implementation(args, keywords);
  } catch (cause) {
    return failure(name, cause);
  }
}
