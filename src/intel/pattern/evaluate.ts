/**
 * A STIX pattern held against observations (STIX 2.1, section 9): which of them match it, if any.
 *
 * Three steps, each its own function. A comparison gives the objects of one observation that it holds for; AND of the same
 * type of object means the same object, AND of different types one of each. An observation expression gives *bindings*: sets
 * of observations, no observation twice in one. Qualifiers let bindings through. Bindings are made one at a time, since
 * their number grows with powers; the search ends at the first one, or undetermined when its fuel is spent.
 */
import { limits } from "../../base/limits.ts";
import { Undetermined, type ValueTest, valueTest } from "./compare.ts";
import type { Observation, StixObject } from "./observation.ts";
import type { Comparison, ComparisonExpression, ObservationExpression, PathStep } from "./syntax.ts";

export type PatternOutcome =
  /** Indices of the observations of one binding, ascending. */
  | { readonly kind: "match"; readonly observations: readonly number[] }
  | { readonly kind: "no-match" }
  /** Why, as a sentence without a full stop. */
  | { readonly kind: "undetermined"; readonly why: string };

export function evaluatePattern(pattern: ObservationExpression, observations: readonly Observation[]): PatternOutcome {
  try {
    const search = new Search(observations);
    for (const binding of search.bindings(pattern, NOTHING_TAKEN)) {
      const found = new Set(binding.map((instance) => search.observationOf(instance)));
      return { kind: "match", observations: [...found].sort((a, b) => a - b) };
    }
    return { kind: "no-match" };
  } catch (error) {
    if (error instanceof Undetermined) return { kind: "undetermined", why: error.message };
    throw error;
  }
}

interface Choice {
  readonly times: number;
  /** Index to begin at. */
  readonly from: number;
  readonly untilMs: number;
  readonly withinMs: number;
}

/** Numbers of instances, in no order. */
type Binding = readonly number[];
const NOTHING_TAKEN: ReadonlySet<number> = new Set();

/** An observation that was seen `count` times is as many instances. */
class Search {
  readonly #observations: readonly Observation[];
  readonly #instances: readonly number[];
  readonly #matches = new Map<ComparisonExpression, readonly number[]>();
  #fuel: number = limits.patternStepsMax;

  constructor(observations: readonly Observation[]) {
    this.#observations = observations;
    this.#instances = observations.flatMap(({ count }, index) =>
      Array<number>(Math.min(Math.max(1, count), limits.patternRepeatsMax)).fill(index),
    );
  }

  observationOf(instance: number): number {
    return this.#instances[instance] ?? 0;
  }

  /** `withinMs`: no binding that spans more is of use; a part of one spans no more than the whole. */
  *bindings(expression: ObservationExpression, taken: ReadonlySet<number>, withinMs = Infinity): Generator<Binding> {
    switch (expression.kind) {
      case "observation":
        for (const instance of this.#matching(expression.comparison)) {
          this.#burn();
          if (!taken.has(instance)) yield [instance];
        }
        return;
      case "any":
        for (const operand of expression.operands) yield* this.bindings(operand, taken, withinMs);
        return;
      case "all":
      case "followed-by":
        yield* this.#joined(expression.operands, taken, { inOrder: expression.kind === "followed-by", withinMs });
        return;
      case "qualified":
        yield* this.#qualified(expression, taken, withinMs);
    }
  }

  *#joined(
    [first, ...rest]: readonly ObservationExpression[],
    taken: ReadonlySet<number>,
    asked: { readonly inOrder: boolean; readonly withinMs: number },
  ): Generator<Binding> {
    if (first === undefined) return;
    for (const left of this.bindings(first, taken, asked.withinMs)) {
      if (rest.length === 0) {
        yield left;
        continue;
      }
      for (const right of this.#joined(rest, new Set([...taken, ...left]), asked)) {
        this.#burn();
        const both = [...left, ...right];
        if (asked.inOrder && this.#latestFirst(left) > this.#earliestLast(right)) continue;
        if (this.#spanMs(both) <= asked.withinMs) yield both;
      }
    }
  }

  *#qualified(
    { expression, qualifier }: Extract<ObservationExpression, { kind: "qualified" }>,
    taken: ReadonlySet<number>,
    withinMs: number,
  ): Generator<Binding> {
    switch (qualifier.kind) {
      case "repeats":
        yield* this.#repeated(expression, qualifier.times, { taken, withinMs });
        return;
      case "within": {
        const narrowMs = Math.min(withinMs, qualifier.seconds * 1000);
        for (const binding of this.bindings(expression, taken, narrowMs)) {
          this.#burn();
          if (this.#spanMs(binding) <= narrowMs) yield binding;
        }
        return;
      }
      case "start-stop":
        for (const binding of this.bindings(expression, taken, withinMs)) {
          this.#burn();
          if (binding.every((instance) => this.#overlaps(instance, qualifier))) yield binding;
        }
    }
  }

  /** So many bindings without a common instance. Those of one observation each are chosen in rising order: none twice. */
  *#repeated(
    expression: ObservationExpression,
    times: number,
    { taken, withinMs }: { readonly taken: ReadonlySet<number>; readonly withinMs: number },
  ): Generator<Binding> {
    if (times > this.#instances.length) return;
    if (expression.kind === "observation") {
      const free = this.#matching(expression.comparison).filter((instance) => !taken.has(instance));
      yield* this.#choose(free, { times, from: 0, untilMs: Infinity, withinMs });
      return;
    }
    for (const one of this.bindings(expression, taken, withinMs)) {
      if (times === 1) {
        yield one;
        continue;
      }
      const further = { taken: new Set([...taken, ...one]), withinMs };
      for (const rest of this.#repeated(expression, times - 1, further)) {
        if (this.#spanMs([...one, ...rest]) <= withinMs) yield [...one, ...rest];
      }
    }
  }

  /** `free` by `first`. `untilMs`: what begins later is too far from the first one chosen; given up as soon as too few are left. */
  *#choose(free: readonly number[], asked: Choice): Generator<Binding> {
    const { times, from, untilMs, withinMs } = asked;
    if (times === 0) {
      yield [];
      return;
    }
    for (let at = from; at + times <= free.length; at += 1) {
      this.#burn();
      const instance = free[at];
      const enough = free[at + times - 1];
      if (instance === undefined || enough === undefined) return;
      const { first, last } = this.#of(instance);
      if (first > untilMs) return;
      const until = Math.min(untilMs, last + withinMs);
      if (this.#of(enough).first > until) continue;
      for (const rest of this.#choose(free, { times: times - 1, from: at + 1, untilMs: until, withinMs })) {
        yield [instance, ...rest];
      }
    }
  }

  #matching(comparison: ComparisonExpression): readonly number[] {
    const known = this.#matches.get(comparison);
    if (known !== undefined) return known;
    const compiled = compile(comparison);
    const holds = this.#observations.map((observation) => compiled.objects(observation).size > 0);
    const found = this.#instances.flatMap((index, instance) => (holds[index] === true ? [instance] : []));
    found.sort((a, b) => this.#of(a).first - this.#of(b).first || a - b);
    this.#matches.set(comparison, found);
    return found;
  }

  #of(instance: number): Observation {
    const observation = this.#observations[this.observationOf(instance)];
    if (observation === undefined) throw new Error("an instance has its observation");
    return observation;
  }

  /** How far apart two of them must at least have been seen. */
  #spanMs(binding: Binding): number {
    return this.#latestFirst(binding) - this.#earliestLast(binding);
  }

  #latestFirst(binding: Binding): number {
    return Math.max(...binding.map((instance) => this.#of(instance).first));
  }

  #earliestLast(binding: Binding): number {
    return Math.min(...binding.map((instance) => this.#of(instance).last));
  }

  #overlaps(instance: number, { start, stop }: { readonly start: number; readonly stop: number }): boolean {
    const { first, last } = this.#of(instance);
    return first < stop && last >= start;
  }

  #burn(): void {
    this.#fuel -= 1;
    if (this.#fuel < 0) throw new Undetermined("it has too many ways to match; ask for less in one pattern");
  }
}

/** A comparison made ready: which objects of an observation it holds for, by id. */
interface Compiled {
  /** Types of object that it looks at. */
  readonly types: ReadonlySet<string>;
  objects(observation: Observation): ReadonlySet<string>;
}

function compile(expression: ComparisonExpression): Compiled {
  if (expression.kind === "comparison") return compileOne(expression);
  const operands = expression.operands.map(compile);
  const types = new Set(operands.flatMap((operand) => [...operand.types]));
  if (expression.kind === "or") {
    return { types, objects: (observation) => new Set(operands.flatMap((one) => [...one.objects(observation)])) };
  }
  const groups = [...Map.groupBy(operands, (operand) => [...operand.types].sort().join(" ")).values()];
  return {
    types,
    objects(observation) {
      const found = groups.map((group) => common(group.map((operand) => operand.objects(observation))));
      return found.some(({ size }) => size === 0) ? new Set() : new Set(found.flatMap((ids) => [...ids]));
    },
  };
}

function common([first, ...rest]: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set([...(first ?? [])].filter((id) => rest.every((ids) => ids.has(id))));
}

function compileOne(comparison: Comparison): Compiled {
  const { type, steps } = comparison.path;
  const test = valueTest(comparison);
  const name = steps.findLast((step) => step.kind === "property")?.name ?? "";
  return {
    types: new Set([type]),
    objects(observation) {
      const found = new Set<string>();
      for (const [id, object] of observation.objects) {
        if (object["type"] === type && holds(object, steps, { observation, test, name })) found.add(id);
      }
      return found;
    },
  };
}

interface Look {
  readonly observation: Observation;
  readonly test: ValueTest;
  /** Of the last property. */
  readonly name: string;
}

/** Some value at the end of the path passes. `parent`: the property that led here, whose text may name another object. */
function holds(value: unknown, steps: readonly PathStep[], look: Look, parent = ""): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return look.test(value, look.name);
  if (step.kind === "property") {
    const object = typeof value === "string" ? referred(value, parent, look.observation) : value;
    if (typeof object !== "object" || object === null || !Object.hasOwn(object, step.name)) return false;
    return holds((object as StixObject)[step.name], rest, look, step.name);
  }
  if (step.kind === "index") {
    if (!Array.isArray(value)) return false;
    const element: unknown = value.at(step.index);
    return element !== undefined && holds(element, rest, look, parent);
  }
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((element) => holds(element, rest, look, parent));
}

/** STIX 2.1, 2.10: only properties that end so name other objects. */
function referred(id: string, parent: string, observation: Observation): StixObject | undefined {
  if (!parent.endsWith("_ref") && !parent.endsWith("_refs")) return undefined;
  return observation.objects.get(id) ?? observation.referred?.get(id);
}
