/**
 * What can become of a rule where some capabilities are missing, read off its text alone: every condition that needs none of them may be true, false or
 * null, every value that needs one is undetermined. The statuses are those of mql-usage.json (`level_status`).
 */
import type { Checked } from "../../src/mql/checked.ts";
import { partsOf } from "../../src/mql/interned.ts";
import { builtinOf } from "../../src/mql/signatures.ts";
import type { Expression } from "../../src/mql/syntax.ts";
import { IS_FALSE, IS_NULL, IS_TRUE } from "../../src/mql/value.ts";
import { capabilityOfField, capabilityOfFunction, capabilityOfList, foundNames } from "./needs.ts";
import {
  canBe,
  FREE,
  junctionReach,
  notReach,
  ofReach,
  quantifierReach,
  type Reach,
  reachOf,
  UNKNOWN,
} from "./outcomes.ts";

export type Status = "complete" | "can_fire" | "fires_if_exclusions_assumed_clear" | "cannot_fire";

/**
 * `some`: it answers for some messages or files only. `found`: a list of what was found, which never says that something is not there.
 */
export type Have = "all" | "some" | "found" | "none";

/** `need` is a function, `Type.field` or `$list`; `capability` the name it goes by, null where the message alone tells it. */
export type Level = (capability: string | null, need: string) => Have;

/** Whether a value can be known, and whether it can be undetermined. */
interface Knowing {
  readonly known: boolean;
  readonly open: boolean;
  /** A list that may hold something for certain, and always may hold more. */
  readonly found?: boolean;
}

/** Of an array its elements as well. */
interface State extends Knowing {
  readonly elements: Knowing;
}

const KNOWN: Knowing = { known: true, open: false };
const haves: Readonly<Record<Have, Knowing>> = {
  all: KNOWN,
  some: { known: true, open: true },
  found: { known: false, open: true, found: true },
  none: { known: false, open: true },
};

function joined(...states: readonly Knowing[]): Knowing {
  return { known: states.every(({ known }) => known), open: states.some(({ open }) => open) };
}

const stateOf = (self: Knowing, elements: Knowing = KNOWN): State => ({ ...self, elements });

/** Everything that a rule may ask for: need → capability. */
export function needsOf(checked: Checked): ReadonlyMap<string, string> {
  const needs = new Map<string, string>();
  new Walk(checked, (capability, need) => {
    if (capability !== null) needs.set(need, capability);
    return "all";
  }).reach(checked.expression, { frames: [], isOdd: false });
  return needs;
}

export function statusOf(checked: Checked, level: Level): Status {
  const isComplete = [...needsOf(checked)].every(([need, capability]) => level(capability, need) === "all");
  if (isComplete) return "complete";
  const { expression } = checked;
  const start = { frames: [], isOdd: false };
  if (canBe(new Walk(checked, level).reach(expression, start), IS_TRUE)) return "can_fire";
  const assuming = new Walk(checked, level, true).reach(expression, start);
  return canBe(assuming, IS_TRUE) ? "fires_if_exclusions_assumed_clear" : "cannot_fire";
}

const SHOTS: ReadonlySet<string> = new Set(["file.message_screenshot", "beta.message_screenshot"]);

interface Place {
  /** Elements of the lambdas around, the innermost last. */
  readonly frames: readonly Knowing[];
  /** Under an odd number of `not`. */
  readonly isOdd: boolean;
}

class Walk {
  readonly #types: Checked["types"];
  readonly #level: Level;
  /** Undetermined exclusions count as false. */
  readonly #isAssuming: boolean;

  constructor({ types }: Checked, level: Level, isAssuming = false) {
    this.#types = types;
    this.#level = level;
    this.#isAssuming = isAssuming;
  }

  /** Where a condition is wanted. */
  reach(node: Expression, place: Place): Reach {
    switch (node.kind) {
      case "bool":
        return reachOf(node.value ? IS_TRUE : IS_FALSE);
      case "null":
        return reachOf(IS_NULL);
      case "not":
        return notReach(this.reach(node.of, { ...place, isOdd: !place.isOdd }));
      case "and":
      case "or": {
        const { kind } = node;
        return node.items.map((item) => this.reach(item, place)).reduce((a, b) => junctionReach(kind, a, b));
      }
      case "of":
        return ofReach(
          node.count.kind === "int" ? node.count.value : 1,
          node.items.map((item) => this.reach(item, place)),
        );
      case "in":
        return this.#leaf(node, { ...place, isOdd: place.isOdd !== node.not });
      case "compare": {
        const [first] = node.operands;
        const isMore = node.operators[0] === ">" || node.operators[0] === ">=";
        const isFound = isMore && first !== undefined && this.#state(first, place).found === true;
        return this.#leaf(node, place) | (isFound ? reachOf(IS_TRUE) : 0);
      }
      case "call":
        return node.name === "any" || node.name === "all"
          ? this.#quantifier(node, node.name, place)
          : this.#leaf(node, place);
      default:
        return this.#leaf(node, place);
    }
  }

  #leaf(node: Expression, place: Place): Reach {
    const { known, open } = this.#state(node, place);
    return (known ? FREE : 0) | (open ? this.#unknown(place) : 0);
  }

  #unknown({ isOdd }: Place): Reach {
    return this.#isAssuming && isOdd ? reachOf(IS_FALSE) : UNKNOWN;
  }

  #quantifier(node: Extract<Expression, { kind: "call" }>, name: "any" | "all", place: Place): Reach {
    const [array, body] = node.args;
    if (array === undefined || body === undefined) return FREE;
    const kind = name === "any" ? "or" : "and";
    // Items that are written out are all there.
    if (array.kind === "array" && array.items.length > 0) {
      return array.items
        .map((item) => this.reach(body, inside(place, this.#state(item, place))))
        .reduce((a, b) => junctionReach(kind, a, b));
    }
    const { elements, ...self } = this.#state(array, place);
    if (self.found === true) {
      const isFindable =
        name === "any" && namesFindable(body) && canBe(this.reach(body, inside(place, KNOWN)), IS_TRUE);
      return this.#unknown(place) | (isFindable ? reachOf(IS_TRUE) : 0);
    }
    const over = quantifierReach(name, this.reach(body, inside(place, elements)));
    return (self.known ? over | reachOf(IS_NULL) : 0) | (self.open ? this.#unknown(place) : 0);
  }

  #state(node: Expression, place: Place): State {
    switch (node.kind) {
      case "scope":
        return stateOf(place.frames.at(-node.depth) ?? KNOWN);
      case "list":
        return stateOf(this.#have(capabilityOfList(node.name), `$${node.name}`));
      case "member":
        return this.#member(node, place);
      case "array": {
        const items = node.items.map((item) => this.#state(item, place));
        return stateOf(joined(...items), either(items));
      }
      case "call":
        return this.#call(node, place);
      case "not":
      case "and":
      case "or":
      case "of":
        return stateOf(knowingOf(this.reach(node, place)));
      case "index":
      case "slice": {
        const parts = partsOf(node).map((part) => this.#state(part, place));
        const elements = parts[0]?.elements ?? KNOWN;
        return stateOf(joined(...parts, node.kind === "index" ? elements : KNOWN), elements);
      }
      default:
        return stateOf(joined(...partsOf(node).map((part) => this.#state(part, place))));
    }
  }

  #member(node: Extract<Expression, { kind: "member" }>, place: Place): State {
    const type = this.#types.get(node.of);
    const name = type?.kind === "object" ? type.name : "";
    const own = this.#have(capabilityOfField(name, node.name), `${name}.${node.name}`);
    const of = this.#state(node.of, place);
    return stateOf({ ...joined(of, own), found: of.known && own.found === true });
  }

  #call(node: Extract<Expression, { kind: "call" }>, place: Place): State {
    const [first, ...bodies] = node.args;
    if (first !== undefined && builtinOf(node.name)?.isLambda === true) return this.#lambda(node, first, bodies, place);
    // Codes are looked for in the pictures that a message brings, not in a picture of it.
    if (node.name === "beta.scan_qr" && first?.kind === "call" && SHOTS.has(first.name)) {
      return stateOf(this.#have(capabilityOfFunction(node.name), node.name));
    }
    const args = [...node.args, ...node.keywords.map(({ value }) => value)].map((arg) => this.#state(arg, place));
    if (node.name === "coalesce") {
      return stateOf({ known: args[0]?.known ?? true, open: joined(...args).open }, either(args));
    }
    const own = this.#have(capabilityOfFunction(node.name), node.name);
    return stateOf({ ...joined(own, ...args), found: node.name === "length" && args[0]?.found === true }, either(args));
  }

  #lambda(
    node: Extract<Expression, { kind: "call" }>,
    array: Expression,
    bodies: readonly Expression[],
    place: Place,
  ): State {
    if (node.name === "any" || node.name === "all") return stateOf(knowingOf(this.#quantifier(node, node.name, place)));
    const { elements, ...self } = this.#state(array, place);
    const isTest = node.name === "filter" || node.name === "ratio";
    const results = bodies.map((body) =>
      isTest ? knowingOf(this.reach(body, inside(place, elements))) : this.#state(body, inside(place, elements)),
    );
    // Of `map` each element is known for itself, and so is what was filtered.
    if (node.name === "map") return stateOf(self, joined(...results));
    const isFound = self.found === true && results.every(({ known }) => known) && bodies.every(namesFindable);
    return stateOf({ ...joined(self, ...results), found: isFound }, elements);
  }

  #have(capability: string | null, need: string): Knowing {
    return haves[this.#level(capability, need)];
  }
}

/** A condition that compares with names is true of what can be found under one of them. */
function namesFindable(body: Expression): boolean {
  const names: string[] = [];
  const open = [body];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "string") names.push(next.value);
    open.push(...partsOf(next));
  }
  return names.length === 0 || names.some((name) => foundNames.has(name));
}

function inside(place: Place, { known, open }: Knowing): Place {
  return { ...place, frames: [...place.frames, { known, open }] };
}

function either(states: readonly Knowing[]): Knowing {
  return states.length === 0
    ? KNOWN
    : { known: states.some(({ known }) => known), open: states.some(({ open }) => open) };
}

function knowingOf(reach: Reach): Knowing {
  return { known: (reach & FREE) !== 0, open: (reach & ~FREE) !== 0 };
}
