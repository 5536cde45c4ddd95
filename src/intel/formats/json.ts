/** JSON that a stranger wrote: parsed with its bounds, and told where it breaks. */
import { limits } from "../../base/limits.ts";
import { err, ok, type Result } from "../../base/result.ts";

export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The maps of a list; none for what is no list. */
export function listIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** Empty for what is no text. */
export function textIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export interface JsonFault {
  /** A sentence without a full stop: what, and in which line and column. */
  readonly why: string;
  /** UTF-16 code unit at which reading ended. */
  readonly at: number;
}

/** One value. Refuses what nests deeper than `limits.jsonDepthMax`, since what walks it later recurses. */
export function parseJson(text: string): Result<unknown, JsonFault> {
  const deep = tooDeepAt(text);
  if (deep !== null)
    return err({ why: `nests deeper than ${limits.jsonDepthMax} levels ${placeOf(text, deep)}`, at: deep });
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    const at = brokenAt(text);
    const what = at >= text.trimEnd().length ? "it ends too early" : "something else is expected";
    return err({ why: `is broken JSON: ${what} ${placeOf(text, at)}`, at });
  }
}

/** A sign, a number or a word, behind white space. */
const TOKEN = /[ \t\r\n]*(?:([{}[\],:"])|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

/** What may follow: `value!` and `key!` where the list or map may also end. */
type Next = "value" | "value!" | "key" | "key!" | ":" | "," | "end";

/** Where a text that is no JSON ceases to be one, since the engine tells it only for some texts. Texts are not looked into. */
function brokenAt(text: string): number {
  const open: ("{" | "[")[] = [];
  let next: Next = "value";
  for (let at = 0; ; ) {
    TOKEN.lastIndex = at;
    const [whole, sign] = TOKEN.exec(text) ?? [];
    const start = at + (/^[ \t\r\n]*/.exec(text.slice(at, at + 1_000))?.[0].length ?? 0);
    if (whole === undefined) return start;
    const last = sign === '"' ? endOfText(text, at + whole.length - 1) : at + whole.length - 1;
    const following = followed(next, sign ?? "value", open);
    if (following === null) return start;
    next = following;
    at = Math.min(last + 1, text.length);
  }
}

/** Null where the sign may not stand; else what may follow. `open` is kept. */
function followed(next: Next, sign: string, open: ("{" | "[")[]): Next | null {
  const after = (): Next => (open.length === 0 ? "end" : ",");
  const closes = open.at(-1) === "{" ? "}" : "]";
  if (sign === closes && (next === "," || next === "value!" || next === "key!") && open.length > 0) {
    open.pop();
    return after();
  }
  if (next === "key" || next === "key!") return sign === '"' ? ":" : null;
  if (next === ":") return sign === ":" ? "value" : null;
  if (next === ",") return sign === "," ? (open.at(-1) === "{" ? "key" : "value") : null;
  if (next === "end") return null;
  if (sign === "{" || sign === "[") {
    open.push(sign);
    return sign === "{" ? "key!" : "value!";
  }
  return sign === '"' || sign === "value" ? after() : null;
}

/** `in line 12, column 3`. */
function placeOf(text: string, at: number): string {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) {
    line += 1;
    start = next + 1;
  }
  return `in line ${line}, column ${at - start + 1}`;
}

const QUOTE = 0x22;
const ESCAPE = 0x5c;

/** Where a value begins that lies too deep; null for none. Linear. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at);
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > limits.jsonDepthMax) return at;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return null;
}

/** Of the text that begins with a quote at `start`: its closing quote, or the end. */
function endOfText(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === ESCAPE) slashes += 1;
    if (slashes % 2 === 0) return at;
    at = text.indexOf('"', at + 1);
  }
  return text.length;
}

export interface JsonItem {
  /** Code units of the whole text, half-open. */
  readonly start: number;
  readonly end: number;
}

/**
 * Where the maps of a list stand: of the first list that is the text itself, or the value of `name` in it. Brackets and quotes are all that is
 * looked at, so the list is found in a text that is broken later, and one item is parsed at a time. Linear.
 */
export function* itemsOf(text: string, name: string): Iterable<JsonItem> {
  let at = startOfList(text, name);
  let depth = 0;
  let start = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at);
    else if (code === 0x7b || code === 0x5b) {
      if (depth === 0) start = at;
      depth += 1;
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth < 0) return;
      if (depth === 0) yield { start, end: at + 1 };
    }
  }
}

/** Behind the list's opening bracket; the text's length when there is none. */
function startOfList(text: string, name: string): number {
  const first = /\S/.exec(text.slice(0, 1_000))?.index ?? 0;
  if (text[first] === "[") return first + 1;
  for (let at = first + 1, depth = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfText(text, at);
      if (depth === 0 && text.slice(at + 1, end) === name) {
        const open = /^\s*:\s*\[/.exec(text.slice(end + 1, end + 1_001));
        if (open !== null) return end + 1 + open[0].length;
      }
      at = end;
    } else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return text.length;
}
