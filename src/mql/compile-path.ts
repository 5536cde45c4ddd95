/**
 * Fields of fields (`.href_url.domain.root_domain`), compiled to one closure: two of five expressions that rules evaluate on a letter are such steps, and
 * most of what one costs by itself is the call.
 */
import type { Code } from "./compiling.ts";
import { part } from "./compiling.ts";
import { fieldOf } from "./evaluate.ts";
import type { Interned } from "./interned.ts";
import { type Outcome, type RegexMatch, undeterminedOfOne } from "./outcome.ts";
import type { Run } from "./run.ts";
import type { Field, Schema } from "./types.ts";
import { type HostObject, Undetermined } from "./value.ts";

const MATCH_TYPE: RegexMatch["type"] = "RegexMatch";

/** One field. It is found by the static type; an object of another type is looked at when it comes. */
interface Step {
  readonly name: string;
  readonly typeName: string | null;
  readonly field: Field | undefined;
}

/** What the path sets out from: an element of a lambda around, or any expression that has code of its own. */
type Origin = { readonly up: number } | { readonly code: Code };

/** `node` is a member. `isKept`: the answer of a part is remembered by itself, so it is asked by its own code, which `codeOf` gives. */
export function compilePath(
  node: Interned,
  schema: Schema,
  isKept: (part: Interned) => boolean,
  codeOf: (part: Interned) => Code,
): Code {
  const steps: Step[] = [];
  let at = node;
  while (at.expression.kind === "member" && (at === node || !isKept(at))) {
    const of = part(at, 0);
    steps.unshift(stepOf(of, at.expression.name, schema));
    at = of;
  }
  const { expression } = at;
  const origin: Origin = expression.kind === "scope" ? { up: expression.depth - 1 } : { code: codeOf(at) };
  const [only] = steps;
  if (only !== undefined && steps.length === 1) return oneStep(origin, only, schema);
  return (run) => {
    let value = begin(run, origin);
    for (const step of steps) {
      if (value === null) return null;
      value = fieldAt(value, step, schema);
    }
    return value;
  };
}

function oneStep(origin: Origin, step: Step, schema: Schema): Code {
  if ("code" in origin) {
    const { code } = origin;
    return (run) => {
      const value = code(run);
      return value === null ? null : fieldAt(value, step, schema);
    };
  }
  const { up } = origin;
  return (run) => {
    const value = run.stack[run.top - up] ?? null;
    return value === null ? null : fieldAt(value, step, schema);
  };
}

function begin(run: Run, origin: Origin): Outcome {
  return "code" in origin ? origin.code(run) : (run.stack[run.top - origin.up] ?? null);
}

function stepOf({ type }: Interned, name: string, schema: Schema): Step {
  const typeName = type.kind === "object" ? type.name : null;
  // What a regular expression found is no object of the schema.
  const isOfSchema = typeName !== null && typeName !== MATCH_TYPE;
  return { name, typeName, field: isOfSchema ? schema.objects.get(typeName)?.fields.get(name) : undefined };
}

function fieldAt(value: Outcome, { name, typeName, field }: Step, schema: Schema): Outcome {
  if (field !== undefined && typeof value === "object" && (value as HostObject).type === typeName) {
    try {
      return field.read(value as HostObject);
    } catch {
      return new Undetermined([`error:${typeName}.${name}`]);
    }
  }
  return undeterminedOfOne(value) ?? fieldOf(value, name, { schema });
}
