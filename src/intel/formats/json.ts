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

/**
 * Texts of the maps of a list, one at a time: of the list that the file itself is, or that `name` holds in its map. Brackets and quotes are all that is
 * looked at (in UTF-8 they are no part of anything else), so the list is found in a file that breaks later, and a large one is
 * never a text as a whole. Linear.
 */
export function* itemsOf(bytes: Uint8Array, name: string): Iterable<string> {
  const decoder = new TextDecoder("utf-8");
  let depth = 0;
  let start = 0;
  for (let at = startOfList(bytes, name); at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === QUOTE) at = endOfQuote(bytes, at);
    else if (code === 0x7b || code === 0x5b) {
      if (depth === 0) start = at;
      depth += 1;
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth < 0) return;
      if (depth === 0) yield decoder.decode(bytes.subarray(start, at + 1));
    }
  }
}

/** Behind the list's opening bracket; the file's length when there is none. */
function startOfList(bytes: Uint8Array, name: string): number {
  let at = bytes[0] === 0xef ? 3 : 0;
  while (isSpace(bytes[at])) at += 1;
  if (bytes[at] === 0x5b) return at + 1;
  const key = new TextEncoder().encode(name);
  for (let depth = 0; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === QUOTE) {
      const end = endOfQuote(bytes, at);
      const isKey =
        depth === 1 && end - at - 1 === key.length && key.every((one, place) => bytes[at + 1 + place] === one);
      const open = isKey ? listBehind(bytes, end + 1) : null;
      if (open !== null) return open;
      at = end;
    } else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return bytes.length;
}

/** Behind `: [`. */
function listBehind(bytes: Uint8Array, from: number): number | null {
  let at = from;
  while (isSpace(bytes[at])) at += 1;
  if (bytes[at] !== 0x3a) return null;
  at += 1;
  while (isSpace(bytes[at])) at += 1;
  return bytes[at] === 0x5b ? at + 1 : null;
}

function isSpace(code: number | undefined): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** As `endOfText`. */
function endOfQuote(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(QUOTE, start + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === ESCAPE) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return bytes.length;
}
