/** Names, elements of lambdas, lists, fields, indexes (mql.md, sections 5 and 6). */
import { anA, type Checking, nearTo, tell } from "./checking.ts";
import { builtinObjects, builtins } from "./signatures.ts";
import type { Expression } from "./syntax.ts";
import { STRING } from "./type-rules.ts";
import type { Field, Type } from "./types.ts";

type Node<Kind extends Expression["kind"]> = Extract<Expression, { kind: Kind }>;
type Fields = ReadonlyMap<string, Pick<Field, "name" | "type">>;

export function checkName(to: Checking, node: Node<"name">): Type | null {
  const fields = fieldsOf(to, to.schema.root);
  const field = fields.get(node.name);
  if (field !== undefined) return field.type;
  const element = to.scopes.at(-1);
  const isOfElement = element?.kind === "object" && fieldsOf(to, element.name).has(node.name);
  const near = isOfElement ? `.${node.name}` : nearTo(to, node.name, fields.keys());
  return tell(to, node.span, unknownField(node.name, near === null ? "" : didYouMean(near)));
}

export function checkScope(to: Checking, node: Node<"scope">): Type | null {
  const element = to.scopes[to.scopes.length - node.depth];
  if (element !== undefined) return element;
  const around = to.scopes.length;
  const dots = ".".repeat(Math.min(node.depth, 8));
  if (around > 0) {
    const message = `\`${dots}\` reaches beyond the ${around === 1 ? "one list" : `${around} lists`} whose elements are looked at`;
    return tell(to, node.span, { message, hint: "a field of the message is written without dots" });
  }
  const hint =
    "it means the element in `any(…, …)`, `filter(…, …)` and the like; a field of the message is written without a dot";
  return tell(to, node.span, { message: `there is no element that \`${dots}\` could mean`, hint });
}

export function checkList(to: Checking, node: Node<"list">): Type | null {
  const of = to.schema.lists.get(node.name);
  if (of !== undefined) return { kind: "array", of };
  const near = nearTo(to, node.name, to.schema.lists.keys());
  const hint = near === null ? "" : `did you mean \`$${near}\`?`;
  return tell(to, node.span, { code: "unknown-list", message: `\`$${node.name}\` is not a list`, hint });
}

export function checkMember(to: Checking, node: Node<"member">): Type | null {
  const of = to.typeOf(node.of);
  if (of === null || of.kind === "null") return of;
  const nameSpan = { start: node.span.end - node.name.length, end: node.span.end };
  if (of.kind !== "object") return tell(to, nameSpan, { message: noFields(of, node), hint: memberHint(of, node) });
  const fields = fieldsOf(to, of.name);
  const field = fields.get(node.name);
  if (field !== undefined) return field.type;
  const path = pathOf(node.of);
  const near = nearTo(to, node.name, fields.keys());
  if (path === null) {
    const hint = near === null ? someOf(fields) : didYouMean(`.${near}`);
    const message = `\`.${node.name}\` is not a field of \`${of.name}\``;
    return tell(to, nameSpan, { code: "unknown-field", message, hint });
  }
  const prefix = path.endsWith(".") ? path : `${path}.`;
  const hint = near === null ? someOf(fields) : didYouMean(`${prefix}${near}`);
  return tell(to, node.span, unknownField(`${prefix}${node.name}`, hint));
}

export function checkIndex(to: Checking, node: Node<"index">): Type | null {
  const of = to.typeOf(node.of);
  const index = to.typeOf(node.index);
  if (of === null) return null;
  const wanted = indexKinds(of);
  if (wanted.length === 0) {
    const hint = of.kind === "string" ? "a part of a text is written `[0:1]`" : "";
    return tell(to, node.span, { message: `${anA(of)} has no elements to take one of`, hint });
  }
  if (index !== null && index.kind !== "null" && !wanted.includes(index.kind)) {
    const hint = of.kind === "map" ? 'write the key in quotes: `["key"]`' : "the first is `[0]`";
    const kinds = wanted.filter((kind) => kind !== "json").map((kind) => anA({ kind } as Type));
    tell(to, node.index.span, { message: `in the brackets stands ${kinds.join(" or ")}, not ${anA(index)}`, hint });
  }
  return of.kind === "array" || of.kind === "map" ? of.of : of;
}

export function checkSlice(to: Checking, node: Node<"slice">): Type | null {
  for (const bound of [node.start, node.end]) {
    const type = bound === null ? null : to.typeOf(bound);
    if (bound === null || type === null || type.kind === "int" || type.kind === "null") continue;
    tell(to, bound.span, { message: `a bound of a part is an int, not ${anA(type)}`, hint: "" });
  }
  const of = to.typeOf(node.of);
  if (of === null || of.kind === "array" || of.kind === "string") return of;
  if (of.kind === "json") return STRING;
  return tell(to, node.span, { message: `${anA(of)} has no parts`, hint: "only lists and strings have" });
}

function indexKinds(of: Type): readonly Type["kind"][] {
  if (of.kind === "array") return ["int"];
  if (of.kind === "map") return ["string", "json"];
  return of.kind === "json" ? ["string", "int", "json"] : [];
}

function fieldsOf(to: Checking, object: string): Fields {
  return builtinObjects.get(object) ?? to.schema.objects.get(object)?.fields ?? new Map();
}

function unknownField(path: string, hint: string) {
  return { code: "unknown-field", message: `\`${path}\` is not a field`, hint } as const;
}

function didYouMean(word: string): string {
  return `did you mean \`${word}\`?`;
}

const FIELDS_SHOWN = 8;
function someOf(fields: Fields): string {
  const shown = [...fields.keys()].slice(0, FIELDS_SHOWN).map((name) => `\`${name}\``);
  return shown.length === 0 ? "" : `it has ${shown.join(", ")}${fields.size > FIELDS_SHOWN ? " and more" : ""}`;
}

function noFields(of: Type, node: Node<"member">): string {
  const path = pathOf(node.of);
  return `${path === null ? "this" : `\`${path}\``} is ${anA(of)} and has no field \`${node.name}\``;
}

function memberHint(of: Type, node: Node<"member">): string {
  if (of.kind === "array") return `look at each element: \`any(${pathOf(node.of) ?? "…"}, .${node.name} …)\``;
  const path = pathOf(node.of);
  if (of.kind === "string" && path !== null && builtins.has(node.name)) return `write \`${node.name}(${path})\``;
  return of.kind === "map" || of.kind === "json" ? `write \`["${node.name}"]\`` : "";
}

/** `sender.email`, `..link`; null where the value is more than a path. */
function pathOf(node: Expression): string | null {
  if (node.kind === "name") return node.name;
  if (node.kind === "scope") return ".".repeat(node.depth);
  if (node.kind === "list") return `$${node.name}`;
  if (node.kind !== "member") return null;
  const path = pathOf(node.of);
  if (path === null) return null;
  return node.of.kind === "scope" ? `${path}${node.name}` : `${path}.${node.name}`;
}
