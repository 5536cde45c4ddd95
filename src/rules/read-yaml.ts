/**
 * YAML text → the pairs of its one top-level map, with places (decision 0015). Total. Aliases and tags are refused, so that no file grows by
 * naming its own parts; what is nested beyond `ruleFileDepthMax` is not composed at all. Values are texts and lists of texts, others are
 * left out: rules have nothing else that we read.
 */
import { Composer, type CST, isAlias, isMap, isScalar, isSeq, Lexer, type Node, Parser, type Scalar } from "yaml";
import { limits } from "../base/limits.ts";
import type { Span } from "../base/span.ts";
import { mapOffsets } from "./source-map.ts";

export type FileProblemCode = "yaml" | "key" | "limit";

export interface FileProblem {
  readonly code: FileProblemCode;
  /** UTF-16 code units of the file's text. */
  readonly span: Span;
  readonly message: string;
  readonly hint: string;
}

export interface YamlText {
  readonly kind: "text";
  readonly value: string;
  readonly span: Span;
  /** Where in the file an offset of the value is; worked out when asked. */
  readonly offsets: () => Uint32Array;
}

export type YamlValue =
  | YamlText
  | { readonly kind: "list"; readonly items: readonly string[]; readonly span: Span }
  /** A list of maps of texts; of each the texts in order, without their keys. */
  | { readonly kind: "maps"; readonly items: readonly (readonly string[])[]; readonly span: Span }
  /** Nothing behind the key. */
  | { readonly kind: "empty"; readonly span: Span }
  /** A map, an alias, lists of anything else. */
  | { readonly kind: "other"; readonly span: Span };

export interface YamlPairs {
  readonly pairs: ReadonlyMap<string, { readonly keySpan: Span; readonly value: YamlValue }>;
  readonly problems: readonly FileProblem[];
}

export function readYaml(text: string): YamlPairs {
  const problems: FileProblem[] = [];
  const tell = (code: FileProblemCode, span: Span, message: string, hint = "") => {
    if (problems.length < limits.ruleProblemsMax) problems.push({ code, span, message, hint });
  };
  const pairs = new Map<string, { readonly keySpan: Span; readonly value: YamlValue }>();
  const tokens: string[] = [];
  const stop = whereTooMuch(text, tokens);
  if (stop !== null) {
    tell("limit", { start: stop.at, end: stop.at + 1 }, stop.message);
    return { pairs, problems };
  }
  // The library compares each key with all before it where it looks for doubles.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const [first, second] = [...composer.compose(parsed(tokens))];
  for (const error of [...(first?.errors ?? []), ...(first?.warnings ?? [])]) {
    tell("yaml", { start: error.pos[0], end: error.pos[1] }, sentence(error.message));
  }
  if (second !== undefined) {
    const at = second.range[0];
    tell("yaml", { start: at, end: at + 3 }, "a second document begins here", "one file holds one rule");
  }
  const contents = first?.contents;
  if (!isMap(contents)) {
    if (problems.length === 0)
      tell("yaml", { start: 0, end: 1 }, "this is no rule file", "it begins with keys such as `name: …`");
    return { pairs, problems };
  }
  for (const { key, value } of contents.items) {
    if (!isScalar(key)) continue;
    const keySpan = spanOf(key);
    const name = String(key.source ?? key.value);
    if (pairs.has(name)) tell("key", keySpan, `\`${name}\` stands here a second time`, "leave one of them out");
    else pairs.set(name, { keySpan, value: toValue(text, value, { keySpan, tell }) });
  }
  return { pairs, problems };
}

function* parsed(tokens: readonly string[]): Generator<CST.Token> {
  const parser = new Parser();
  for (const token of tokens) yield* parser.next(token);
  yield* parser.end();
}

/** The first place where the file is longer or nested deeper than any rule; null where it is fine, and `tokens` are all of it. */
function whereTooMuch(text: string, tokens: string[]): { readonly at: number; readonly message: string } | null {
  if (text.length > limits.ruleFileBytesMax) {
    return { at: limits.ruleFileBytesMax, message: `the file is longer than ${limits.ruleFileBytesMax} bytes` };
  }
  let at = 0;
  let brackets = 0;
  let onLine = 0;
  let isScalarNext = false;
  for (const token of new Lexer().lex(text)) {
    tokens.push(token);
    if (!isScalarNext) {
      if (token === "[" || token === "{") brackets += 1;
      else if (token === "]" || token === "}") brackets -= 1;
      else if (token === "-" || token === "?") onLine += 1;
      else if (token.includes("\n")) onLine = 0;
      const depth = Math.max(brackets, onLine);
      if (depth > limits.ruleFileDepthMax)
        return { at, message: `lists lie more than ${limits.ruleFileDepthMax} levels deep` };
    }
    isScalarNext = token === SCALAR_NEXT;
    // Marks of the library, which are no part of the text.
    if (!MARKS.has(token)) at += token.length;
  }
  return null;
}

const SCALAR_NEXT = "\u001f";
const MARKS: ReadonlySet<string> = new Set(["\u0002", "\u0018", SCALAR_NEXT]);

interface Place {
  readonly keySpan: Span;
  readonly tell: (code: FileProblemCode, span: Span, message: string, hint?: string) => void;
}

function toValue(text: string, value: unknown, { keySpan, tell }: Place): YamlValue {
  const node = value as Node | null;
  if (node === null) return { kind: "empty", span: keySpan };
  const span = spanOf(node);
  if (isAlias(node)) tell("yaml", span, "aliases are not read", "write the value itself");
  if (isScalar(node)) {
    const shown = textOf(node);
    if (shown === null) return { kind: "empty", span };
    const style = node.type?.startsWith("BLOCK") ? "block" : node.type === "QUOTE_DOUBLE" ? "double-quoted" : "other";
    return { kind: "text", value: shown, span, offsets: () => mapOffsets(text, { ...span, value: shown, style }) };
  }
  if (!isSeq(node)) return { kind: "other", span };
  for (const item of node.items) {
    if (isAlias(item)) tell("yaml", spanOf(item), "aliases are not read", "write the value itself");
  }
  const items = textsOf(node.items);
  if (items !== null) return { kind: "list", items, span };
  const maps = node.items.map((item) => (isMap(item) ? textsOf(item.items.map((pair) => pair.value)) : null));
  const all = maps.filter((one) => one !== null);
  return all.length === maps.length ? { kind: "maps", items: all, span } : { kind: "other", span };
}

/** Null where one of them is no text. */
function textsOf(nodes: readonly unknown[]): readonly string[] | null {
  const texts: string[] = [];
  for (const node of nodes) {
    const text = isScalar(node) ? textOf(node) : null;
    if (text === null) return null;
    texts.push(text);
  }
  return texts;
}

/** The value's text (mql.md, section 1: `source: true`); numbers as they are written. */
function textOf({ value, source }: Scalar): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  return value === null || value === undefined ? null : (source ?? String(value));
}

function spanOf(node: { readonly range?: readonly [number, number, number] | null | undefined }): Span {
  const [start = 0, end = start + 1] = node.range ?? [];
  return { start, end: Math.max(end, start + 1) };
}

/** The library's first sentence, without a full stop. */
function sentence(message: string): string {
  const [first = message] = message.split("\n");
  return first.replace(/[.:]$/, "");
}
