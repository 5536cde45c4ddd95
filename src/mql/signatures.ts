/**
 * Functions that are part of the language: what they are called with and what they answer, one table for checker and evaluator
 * (mql.md, section 9.1 to 9.4). What needs a message, a parser of mail or data comes from the host's schema instead.
 */

import { commonType, JSON_VALUE, STRING } from "./type-rules.ts";
import type { Field, HostFunction, Schema, Type } from "./types.ts";

/** What an argument may be: a type, or a class of types. `array` takes JSON too, which iterates like one. */
export type Accepts = Type | "any" | "array" | "map" | "number";

export interface BuiltinParameter {
  readonly name: string;
  readonly accepts: readonly Accepts[];
  readonly optional: boolean;
}

export interface Builtin {
  readonly name: string;
  readonly positional: readonly BuiltinParameter[];
  /** The last positional parameter may be repeated. */
  readonly variadic: boolean;
  readonly keywords: ReadonlyMap<string, BuiltinParameter>;
  /** The positional arguments behind the first are evaluated once for each element of the first, in a scope of their own. */
  readonly isLambda: boolean;
  /** Positional arguments from this one on are regular expressions; null: none. */
  readonly patternsFrom: number | null;
  /** Type of the result by the types of the positional arguments; null: these do not go together. */
  readonly result: (args: readonly Type[]) => Type | null;
  /** One sentence for people who write rules. */
  readonly meaning: string;
}

const BOOL: Type = { kind: "bool" };
const INT: Type = { kind: "int" };
const FLOAT: Type = { kind: "float" };
const STRINGS: Type = { kind: "array", of: STRING };

/** Objects that built-in functions make; the evaluator reads their fields itself. */
export const builtinObjects: ReadonlyMap<
  string,
  ReadonlyMap<string, Pick<Field, "name" | "type" | "meaning">>
> = new Map([
  [
    "RegexMatch",
    fields([
      ["full_match", STRING, "The whole match."],
      ["groups", STRINGS, "Captures in order, empty where one took no part; the first is the first capture."],
      ["named_groups", { kind: "map", of: STRING }, "Captures by name."],
    ]),
  ],
]);

/** Other names of built-in functions (mql.md, 9.2). */
export const aliases: ReadonlyMap<string, string> = new Map([
  ["ilike", "strings.ilike"],
  ["beta.scan_base64", "strings.scan_base64"],
]);

export const builtins: ReadonlyMap<string, Builtin> = new Map(
  [...core(), ...texts(), ...patterns(), ...encodings(), ...unknowns()].map((builtin) => [builtin.name, builtin]),
);

/** What a call's name means: the language's own function before the host's; null where nobody knows it. */
export function builtinOf(name: string): Builtin | null {
  return builtins.get(aliases.get(name) ?? name) ?? null;
}

export function functionOf(name: string, schema: Schema): Builtin | HostFunction | null {
  return builtinOf(name) ?? schema.functions.get(name) ?? null;
}

/** In residuals only (`residual.ts`): what no later moment will know. It goes with every type, like `null`. */
function unknowns(): readonly Builtin[] {
  const words = [required("outcomes", [STRING]), required("reason", [STRING])];
  return [variadic("undetermined", words, () => ({ kind: "null" }), "What is not known, with the reasons why.")];
}

function core(): readonly Builtin[] {
  const array = required("array", ["array"]);
  const test = required("condition", [BOOL]);
  return [
    lambda("any", [array, test], () => BOOL, "True where the condition holds for some element."),
    lambda("all", [array, test], () => BOOL, "True where the condition holds for every element; true of none."),
    lambda("filter", [array, test], ([of]) => arrayType(of), "The elements that the condition holds for, in order."),
    lambda("map", [array, required("value", ["any"])], ([, of]) => arrayOf(of), "What the value is for each element."),
    lambda("distinct", [array, optional("key", ["any"])], ([of]) => arrayType(of), "The first element of each key."),
    lambda("ratio", [array, test], () => FLOAT, "Share of the elements that the condition holds for."),
    lambda("sum", [array, optional("value", ["number"])], summed, "Sum of the elements, or of the value of each."),
    plain(
      "length",
      [required("value", [STRING, "array", "map", JSON_VALUE])],
      () => INT,
      "Code points of a text, entries of an array or map.",
    ),
    variadic("coalesce", [required("value", ["any"])], common, "The first argument that is not null."),
    plain("flatten", [required("arrays", ["array"])], ([of]) => flattened(of), "Nested arrays as one."),
    plain("keys", [required("map", ["map"])], () => STRINGS, "The keys of a map, in order."),
    plain(
      "values",
      [required("map", ["map"])],
      ([of]) => (of?.kind === "map" ? arrayOf(of.of) : null),
      "The values of a map, in order.",
    ),
    variadic("min", [required("number", ["number", "array"])], extreme, "The smallest number."),
    variadic("max", [required("number", ["number", "array"])], extreme, "The largest number."),
  ];
}

function texts(): readonly Builtin[] {
  const text = required("text", [STRING]);
  const more = (name: string) => [text, required(name, [STRING])];
  const two = [required("a", [STRING]), required("b", [STRING])];
  return [
    ...folded("contains", (name) =>
      variadic(name, more("part"), () => BOOL, "True where some part occurs in the text."),
    ),
    ...folded("starts_with", (name) => variadic(name, more("start"), () => BOOL, "True where the text begins so.")),
    ...folded("ends_with", (name) => variadic(name, more("end"), () => BOOL, "True where the text ends so.")),
    ...folded("like", (name) =>
      variadic(name, more("glob"), () => BOOL, "True where the whole text fits: `*` any run, `?` one code point."),
    ),
    ...folded("count", (name) => plain(name, more("part"), () => INT, "How often the part occurs, without overlap.")),
    ...folded("levenshtein", (name) =>
      plain(name, two, () => INT, "Edits of one code point from one text to the other."),
    ),
    variadic("strings.concat", [text], () => STRING, "The texts joined; null where one is."),
    plain("strings.replace_confusables", [text], () => STRING, "Look-alike characters as the ASCII they imitate."),
    plain("strings.parse_json", [text], () => JSON_VALUE, "The text as JSON; null where it is none."),
    plain("strings.parse_float", [text], () => FLOAT, "The text as a number; null where it is none."),
  ];
}

function patterns(): readonly Builtin[] {
  const text = required("text", [STRING]);
  const pattern = required("pattern", [STRING]);
  const found = arrayOf({ kind: "object", name: "RegexMatch" });
  const forms: readonly Builtin[] = [
    variadic("contains", [text, pattern], () => BOOL, "True where some pattern matches anywhere."),
    variadic("match", [text, pattern], () => BOOL, "True where some pattern matches the whole text."),
    plain("count", [text, pattern], () => INT, "Matches without overlap."),
    plain("extract", [text, pattern], () => found, "Every match with its captures."),
  ];
  return forms.flatMap((form) =>
    ["", "i"].map((prefix) => ({ ...form, name: `regex.${prefix}${form.name}`, patternsFrom: 1 })),
  );
}

function encodings(): readonly Builtin[] {
  const text = [required("text", [STRING])];
  const keywords = [
    optional("encodings", [STRINGS]),
    optional("ignore_padding", [BOOL]),
    optional("multiline", [BOOL]),
    optional("format", [STRING]),
  ];
  return [
    withKeywords(
      plain("strings.scan_base64", text, () => STRINGS, "Every run of base64 in the text, decoded."),
      keywords,
    ),
    withKeywords(
      plain("strings.decode_base64", text, () => STRING, "The text decoded; null where it is no base64."),
      keywords.filter(({ name }) => name !== "multiline"),
    ),
    plain("strings.decode_hex", text, () => STRING, "The text decoded; null where it is no hex."),
    ...["sha256", "sha1", "md5"].map((name) =>
      plain(`hash.${name}`, text, () => STRING, "Lower-case hex of the hash of the text's UTF-8 bytes."),
    ),
  ];
}

/** `strings.NAME` and its case-insensitive twin. */
function folded(name: string, make: (name: string) => Builtin): readonly Builtin[] {
  return [make(`strings.${name}`), make(`strings.i${name}`)];
}

function required(name: string, accepts: readonly Accepts[]): BuiltinParameter {
  return { name, accepts, optional: false };
}

function optional(name: string, accepts: readonly Accepts[]): BuiltinParameter {
  return { name, accepts, optional: true };
}

function plain(
  name: string,
  positional: readonly BuiltinParameter[],
  result: Builtin["result"],
  meaning: string,
): Builtin {
  const none = { variadic: false, keywords: new Map(), isLambda: false, patternsFrom: null };
  return { name, positional, result, meaning, ...none };
}

function variadic(...args: Parameters<typeof plain>): Builtin {
  return { ...plain(...args), variadic: true };
}

function lambda(...args: Parameters<typeof plain>): Builtin {
  return { ...plain(...args), isLambda: true };
}

function withKeywords(builtin: Builtin, keywords: readonly BuiltinParameter[]): Builtin {
  return { ...builtin, keywords: new Map(keywords.map((keyword) => [keyword.name, keyword])) };
}

function fields(rows: readonly (readonly [name: string, type: Type, meaning: string])[]) {
  return new Map(rows.map(([name, type, meaning]) => [name, { name, type, meaning }]));
}

function arrayOf(of: Type | undefined): Type {
  return { kind: "array", of: of ?? JSON_VALUE };
}

/** An array as it is; JSON in its place is an array of JSON. */
function arrayType(type: Type | undefined): Type {
  return type?.kind === "array" ? type : arrayOf(JSON_VALUE);
}

function common(types: readonly Type[]): Type | null {
  return types.reduce<Type | null>((all, type) => (all === null ? null : commonType(all, type)), { kind: "null" });
}

function summed([array, value]: readonly Type[]): Type | null {
  return numberType(value ?? elementType(array));
}

/** Of `min(1, 2.5)` and of `min([1, 2.5])`. */
function extreme(types: readonly Type[]): Type | null {
  return numberType(common(types.map((type) => (type.kind === "array" ? type.of : type))));
}

function numberType(type: Type | null): Type | null {
  if (type === null) return null;
  if (type.kind === "int" || type.kind === "float") return type;
  if (type.kind === "null") return INT;
  return type.kind === "json" ? FLOAT : null;
}

function elementType(type: Type | undefined): Type {
  return type?.kind === "array" ? type.of : JSON_VALUE;
}

function flattened(type: Type | undefined): Type {
  let of = elementType(type);
  while (of.kind === "array") of = of.of;
  return arrayOf(of);
}
