/** Lambda functions, compiled: the same results as `lambdas.ts`, which does the rare cases. */
import { isOpenTextTest } from "./compile-builtins.ts";
import type { Code, Compiling, Test } from "./compiling.ts";
import { part, wholeOf } from "./compiling.ts";
import type { Interned } from "./interned.ts";
import { anyOf, distinctOf, type Elements, filtered, type LambdaBody, mapped, ratioOf, sumOf } from "./lambdas.ts";
import { elementsOf, isArray, type Outcome } from "./outcome.ts";
import type { Ternary } from "./reason-sets.ts";
import type { Run } from "./run.ts";
import { Truth } from "./truth.ts";
import { ANY_OF_ALL, IS_FALSE, IS_NULL, IS_TRUE, Undetermined, type Value } from "./value.ts";

/** Of `any` and `all`. */
export function quantifierTest(compiler: Compiling, node: Interned): Test {
  const { expression } = node;
  const kind = expression.kind === "call" && expression.name === "any" ? "or" : "and";
  const test = quantified(kind, compiler.code(part(node, 0)), compiler.test(part(node, 1)));
  return overAbsentText(compiler, node, test) ?? test;
}

/**
 * `any($list, strings.contains(text, .))` of a text that is not there, as hundreds of members ask of headers that most letters lack: each says null.
 * Null for other shapes.
 */
function overAbsentText(compiler: Compiling, node: Interned, test: Test): Test | null {
  const [list, body] = [part(node, 0).expression, part(node, 1)];
  const [text, member, ...more] = body.parts;
  if (list.kind !== "list" || !isOpenTextTest(body.expression) || text === undefined || more.length > 0) return null;
  if (text.reach > 0 || member?.expression.kind !== "scope" || member.expression.depth !== 1) return null;
  const code = compiler.code(text);
  const { name } = list;
  return (run) => {
    if (code(run) !== null) return test(run);
    const members = run.list(name);
    if (members instanceof Undetermined || members.values.length === 0) return test(run);
    if (!members.values.every((value) => typeof value === "string")) return test(run);
    run.charge(2 * members.values.length);
    return IS_NULL;
  };
}

/** Of the others. */
export function compileLambda(compiler: Compiling, node: Interned): Code {
  const { expression } = node;
  const name = expression.kind === "call" ? expression.name : "";
  const array = compiler.code(part(node, 0));
  const body = node.parts[1];
  const isTested = name === "filter" || name === "ratio";
  const test = body === undefined || !isTested ? null : compiler.test(body);
  const value = body === undefined || isTested ? null : compiler.code(body);
  return collected(name, array, test, value);
}

/** The fast way is for arrays whose every element is there; half-known ones go the plain way. */
function quantified(kind: "or" | "and", array: Code, body: Test): Test {
  const neutral = kind === "or" ? IS_FALSE : IS_TRUE;
  const ends = kind === "or" ? IS_TRUE : IS_FALSE;
  return (run) => {
    const elements = elementsOf(array(run));
    if (!isArray(elements)) return packed(run, anyOf(kind, elements, testOn(run, body)));
    let all: Ternary = neutral;
    const top = ++run.top;
    for (const element of elements) {
      run.charge(1);
      run.stack[top] = element;
      const truth = body(run);
      if (truth === neutral) continue;
      if (truth === ends) {
        all = ends;
        break;
      }
      all = kind === "or" ? run.reasons.or(all, truth) : run.reasons.and(all, truth);
    }
    run.top--;
    return all;
  };
}

function packed(run: Run, { mask, reasons }: Truth): Ternary {
  return (run.reasons.numberOf({ reasons }) << 3) | mask;
}

function collected(name: string, array: Code, test: Test | null, value: Code | null): Code {
  const collect = collectorOf(name);
  return (run) => {
    const elements = elementsOf(array(run));
    const onTest: LambdaBody<Truth> =
      test === null ? () => new Truth(ANY_OF_ALL, [`error:${name}`]) : testOn(run, test);
    const onValue: LambdaBody<Value> = value === null ? (element) => element : inside(run, (at) => wholeOf(value(at)));
    return collect(elements, onTest, onValue);
  };
}

type Collector = (elements: Elements, test: LambdaBody<Truth>, value: LambdaBody<Value>) => Outcome;

function collectorOf(name: string): Collector {
  switch (name) {
    case "filter":
      return (elements, test) => filtered(elements, test);
    case "map":
      return (elements, _, value) => mapped(elements, value);
    case "distinct":
      return (elements, _, value) => distinctOf(elements, value);
    case "ratio":
      return (elements, test) => ratioOf(elements, test);
    case "sum":
      return (elements, _, value) => sumOf(elements, value);
    default:
      return () => new Undetermined([`error:${name}`]);
  }
}

const SETTLED: readonly Truth[] = [1, 2, 3, 4].map((mask) => new Truth(mask, []));

function testOn(run: Run, test: Test): LambdaBody<Truth> {
  return inside(run, (at) => {
    const truth = test(at);
    return (truth < 8 ? SETTLED[truth - 1] : undefined) ?? new Truth(truth & 7, run.reasons.reasons(truth));
  });
}

/** The body with one more element on the stack. */
function inside<T>(run: Run, body: (run: Run) => T): LambdaBody<T> {
  return (element) => {
    run.charge(1);
    run.stack[++run.top] = element;
    const result = body(run);
    run.top--;
    return result;
  };
}
