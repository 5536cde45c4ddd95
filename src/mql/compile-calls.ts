/** Calls of functions without a body, compiled: the language's own and the host's. */
import { callBuiltin } from "./calls.ts";
import { type Code, type Compiling, part } from "./compiling.ts";
import { callSteps } from "./fuel.ts";
import type { Interned } from "./interned.ts";
import { type Outcome, undeterminedOfOne } from "./outcome.ts";
import type { Run } from "./run.ts";
import type { Expression } from "./syntax.ts";
import type { HostFunction } from "./types.ts";
import type { Value } from "./value.ts";

/** A call with so many literal arguments is known by its place in the rules, not by each of them: public rules list 4,588 address ranges. */
const LITERALS_MIN = 8;
const NO_KEYWORDS: ReadonlyMap<string, never> = new Map<string, never>();

export function builtinCall(compiler: Compiling, node: Interned, name: string): Code {
  const read = argumentsOf(compiler, node);
  return (run) => {
    const { args, keywords } = read(run);
    run.charge(callSteps(args));
    return callBuiltin(name, args, keywords);
  };
}

export function hostCall(compiler: Compiling, node: Interned, called: HostFunction): Code {
  const rest = literalArguments(node);
  if (rest !== null && rest.length >= LITERALS_MIN) return listedCall(compiler.code(part(node, 0)), called, rest);
  const read = argumentsOf(compiler, node);
  return (run) => {
    const { args, keywords } = read(run);
    run.charge(callSteps(args));
    return run.calls.call(called, args, keywords);
  };
}

interface Arguments {
  readonly args: readonly Outcome[];
  readonly keywords: ReadonlyMap<string, Outcome>;
}

function argumentsOf(compiler: Compiling, node: Interned): (run: Run) => Arguments {
  const { expression } = node;
  const codes = node.parts.map((argument) => compiler.code(argument));
  const names = expression.kind === "call" ? expression.keywords.map(({ name }) => name) : [];
  const count = codes.length - names.length;
  if (names.length === 0) return (run) => ({ args: codes.map((code) => code(run)), keywords: NO_KEYWORDS });
  return (run) => {
    const values = codes.map((code) => code(run));
    const keywords = new Map(names.map((key, index) => [key, values[count + index] ?? null] as const));
    return { args: values.slice(0, count), keywords };
  };
}

function listedCall(code: Code, called: HostFunction, rest: readonly Value[]): Code {
  const place = {};
  const prepared = once(() => called.prepare?.(rest) ?? null);
  return (run) => {
    const first = code(run);
    run.charge(1);
    const unknown = undeterminedOfOne(first);
    return (
      unknown ??
      run.calls.callOn(place, first, called.name, (value) => {
        const call = prepared();
        return call === null ? called.call(run.host, [value, ...rest], NO_KEYWORDS) : call(run.host, value);
      })
    );
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The arguments behind the first, where all are literals and none has a name; null otherwise. */
function literalArguments({ expression }: Interned): readonly Value[] | null {
  if (expression.kind !== "call" || expression.keywords.length > 0) return null;
  const literals = expression.args.slice(1).map(literalOf);
  return literals.every((literal) => literal !== null) ? literals : null;
}

function literalOf(expression: Expression): string | number | boolean | null {
  switch (expression.kind) {
    case "string":
    case "int":
    case "float":
    case "bool":
      return expression.value;
    default:
      return null;
  }
}
