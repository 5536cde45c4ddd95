/**
 * One comparison of a STIX pattern against one value (STIX 2.1, 9.6 to 9.8). Values of kinds that have no order or equality
 * with the constant are unequal to it and match nothing else. Patterns of MATCHES run in linear time (re2js); what only PCRE
 * knows is undetermined.
 */
import { RE2JS } from "re2js";
import { normalForm } from "../../base/normal-form.ts";
import { parseTimestamp } from "./constants.ts";
import type { Comparison, Constant, ObjectPath } from "./syntax.ts";

/** A comparison that cannot be answered; the sentence says why, without a full stop. */
export class Undetermined extends Error {}

/** `name`: of the property that holds the value; `…_hex` and `…_bin` hold bytes as text. */
export type ValueTest = (value: unknown, name: string) => boolean;

/** Compiles what can be compiled once. */
export function valueTest(comparison: Comparison): ValueTest {
  if (!isHexHash(comparison.path)) return testOf(comparison);
  // Publishers write hashes in capitals or not: they are numbers.
  const { operator, constants } = comparison;
  const folded = constants.map((constant) => foldedConstant(constant, operator === "MATCHES"));
  const test = testOf({ ...comparison, constants: folded });
  return (value, name) => test(typeof value === "string" ? value.toLowerCase() : value, name);
}

/** `hashes.'SHA-256'` and others that are written in hex; fuzzy hashes are not (STIX 2.1, 10.7). */
function isHexHash({ steps }: ObjectPath): boolean {
  const [parent, algorithm] = steps.slice(-2);
  if (parent?.kind !== "property" || parent.name !== "hashes" || algorithm?.kind !== "property") return false;
  return /^(?:md[56]|sha)/i.test(algorithm.name);
}

function foldedConstant(constant: Constant, isExpression: boolean): Constant {
  if (constant.kind !== "string") return constant;
  // `\D` in small letters would say something else.
  return { kind: "string", value: isExpression ? `(?i:${constant.value})` : constant.value.toLowerCase() };
}

function testOf({ operator, constants, negated }: Comparison): ValueTest {
  const [only] = constants;
  const plain = (): ValueTest => {
    switch (operator) {
      case "EXISTS":
        return (value) => value !== undefined && value !== null;
      case "IN":
        return setTest(constants);
      case "LIKE":
        return textTest(likePattern(textOf(only)));
      case "MATCHES":
        return textTest(normalForm(textOf(only), "NFC"));
      case "ISSUBSET":
        return (value) => isWithin(value, textOf(only));
      case "ISSUPERSET":
        return (value) => isWithin(textOf(only), value);
      case "=":
        return (value, name) => only !== undefined && order(value, name, only) === 0;
      case "!=":
        return (value, name) => only !== undefined && order(value, name, only) !== 0;
      default:
        return (value, name) => only !== undefined && inOrder(operator, order(value, name, only));
    }
  };
  const test = plain();
  return negated ? (value, name) => !test(value, name) : test;
}

function textOf(constant: Constant | undefined): string {
  return constant?.kind === "string" ? constant.value : "";
}

function inOrder(operator: "<" | "<=" | ">" | ">=", sign: number | null): boolean {
  if (sign === null) return false;
  if (operator === "<") return sign < 0;
  if (operator === "<=") return sign <= 0;
  return operator === ">" ? sign > 0 : sign >= 0;
}

/** Large sets of texts are the rule in published indicators. */
function setTest(constants: readonly Constant[]): ValueTest {
  const texts = new Set(constants.flatMap(({ kind, value }) => (kind === "string" ? [value] : [])));
  const isPlain = texts.size === constants.length;
  return (value, name) => {
    if (isPlain && typeof value === "string" && !isBinary(name)) return texts.has(value);
    return constants.some((constant) => order(value, name, constant) === 0);
  };
}

/** Negative, 0 or positive as the value stands to the constant; null where they do not compare. */
function order(value: unknown, name: string, constant: Constant): number | null {
  switch (constant.kind) {
    case "number":
      return typeof value === "number" ? value - constant.value : null;
    case "boolean":
      return typeof value === "boolean" ? Number(value) - Number(constant.value) : null;
    case "timestamp":
      return typeof value === "string" ? instantOf(value) - (parseTimestamp(constant.value) ?? 0) : null;
    case "binary": {
      const bytes = isBinary(name) ? bytesOf(value, name) : value;
      return typeof bytes === "string" && isBytes(bytes) ? byCodePoint(bytes, constant.value) : null;
    }
    case "string": {
      if (!isBinary(name)) return typeof value === "string" ? byCodePoint(value, constant.value) : null;
      const bytes = bytesOf(value, name);
      return bytes !== null && isBytes(constant.value) ? byCodePoint(bytes, constant.value) : null;
    }
  }
}

function instantOf(value: string): number {
  const instant = parseTimestamp(value);
  if (instant === null) throw new Undetermined("a value is compared with a time and is none");
  return instant;
}

function byCodePoint(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function isBinary(name: string): boolean {
  return name.endsWith("_bin") || name.endsWith("_hex");
}

function isBytes(text: string): boolean {
  return /^[\0-\xff]*$/.test(text);
}

/** A binary property's bytes as code units; null where its text is not written so. */
function bytesOf(value: unknown, name: string): string | null {
  if (typeof value !== "string") return null;
  const encoding = name.endsWith("_hex") ? "hex" : "base64";
  if (encoding === "hex" && !/^(?:[0-9a-fA-F]{2})*$/.test(value)) return null;
  if (encoding === "base64" && !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) return null;
  return encoding === "hex"
    ? value.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)))
    : atob(value);
}

/** `%` is any text, `_` one character; the whole value must match. */
function likePattern(text: string): string {
  const parts = [...normalForm(text, "NFC")].map((letter) => {
    if (letter === "%") return ".*";
    return letter === "_" ? "." : RE2JS.quote(letter);
  });
  return `^(?s:${parts.join("")})$`;
}

/** Anywhere in the value, `.` any character, as the OASIS tools search. */
function textTest(source: string): ValueTest {
  let compiled: RE2JS | null;
  try {
    compiled = RE2JS.compile(source, RE2JS.DOTALL);
  } catch {
    compiled = null;
  }
  return (value, name) => {
    const text = isBinary(name) ? bytesOf(value, name) : value;
    if (typeof text !== "string") return false;
    if (compiled === null) throw new Undetermined("its regular expression is not one that runs in linear time");
    return compiled.test(isBinary(name) ? text : normalForm(text, "NFC"));
  };
}

/** Both are addresses or networks of one family, and the first lies within the second. */
function isWithin(inner: unknown, outer: unknown): boolean {
  const small = typeof inner === "string" ? networkOf(inner) : null;
  const large = typeof outer === "string" ? networkOf(outer) : null;
  if (small === null || large === null || small.width !== large.width || small.bits < large.bits) return false;
  const shift = BigInt(large.width - large.bits);
  return small.address >> shift === large.address >> shift;
}

interface Network {
  readonly address: bigint;
  readonly bits: number;
  readonly width: 32 | 128;
}

/** Of `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`; null for what is none. */
export function networkOf(text: string): Network | null {
  const [, host = "", bits] = /^([0-9a-fA-F:.]{2,45})(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const address = host.includes(":") ? version6(host) : version4(host);
  if (address === null) return null;
  const width = host.includes(":") ? 128 : 32;
  const length = bits === undefined ? width : Number(bits);
  return length > width ? null : { address, bits: length, width };
}

function version4(host: string): bigint | null {
  const [, ...parts] = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host) ?? [];
  if (parts.length !== 4 || parts.some((part) => Number(part) > 255)) return null;
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

function version6(host: string): bigint | null {
  const [head = "", tail, more] = host.split("::");
  if (more !== undefined) return null;
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = 8 - front.length - back.length;
  if (tail === undefined ? gap !== 0 : gap < 1) return null;
  const groups = [...front, ...Array<string>(gap).fill("0"), ...back];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return null;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}
