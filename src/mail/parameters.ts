/**
 * Structured header values: `value; name=value; …` (RFC 2045 5.1, RFC 2183) with the extended and continued parameters
 * of RFC 2231.
 *
 * Comments are removed, quoted strings unquoted, and what mailers get wrong is tolerated: missing semicolons before
 * well-known parameters, spaces in unquoted values, unclosed quotes, encoded-words in file names. Total and linear; names
 * go into a Map. Of a parameter given twice the first wins.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import { hexValue } from "./bytes.ts";
import { decodeCharset } from "./charset.ts";
import { decodeEncodedWords } from "./encoded-words.ts";

export interface StructuredValue {
  /** Before the first semicolon, comments and white space around it removed; case as written. */
  readonly value: string;
  /** Lower-case name → value. Extended forms are decoded and win over a plain one of the same name. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Codes only: the caller knows the field's span. */
  readonly problems: readonly Problem[];
}

/** Parses an unfolded value as `fieldText` gives it. Never throws. */
export function parseStructured(text: string): StructuredValue {
  return new StructuredParser(text).parse();
}

const DQUOTE = 0x22;
const OPEN = 0x28;
const CLOSE = 0x29;
const SEMICOLON = 0x3b;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;

/** Parameters that may begin after a space where a semicolon was forgotten; other words there belong to the value. */
const unseparated = /^(?:boundary|charset|delsp|filename|format|name|protocol|report-type|type)\*?(?:\d+\*?)?[ \t]*=/i;

/** Names of files: mailers put encoded-words and unescaped backslashes there. */
const fileNames: ReadonlySet<string> = new Set(["name", "filename"]);

class StructuredParser {
  readonly #text: string;
  readonly #plain = new Map<string, string>();
  readonly #extended = new Map<string, ExtendedParameter>();
  readonly #codes = new Set<string>();
  #at = 0;
  /** Parameters so far; the pieces of one are one. */
  #count = 0;
  /** A quote or comment was found to have no end; the rest of the text is not searched for one again. */
  #commentsEnd = false;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): StructuredValue {
    const value = this.#readValue(true);
    while (this.#at < this.#text.length && this.#count < limits.parametersMax) this.#readParameter();
    if (this.#at < this.#text.length && /[^\s;]/.test(this.#text.slice(this.#at))) this.#codes.add("limit.parameters");
    return { value, parameters: this.#merge(), problems: [...this.#codes].map((code) => ({ code })) };
  }

  /** One `name=value`, or whatever stands between two semicolons. */
  #readParameter(): void {
    this.#skipBetween();
    const nameStart = this.#at;
    while (this.#at < this.#text.length && !this.#isAny(EQUALS, SEMICOLON, OPEN)) this.#at++;
    const name = this.#text.slice(nameStart, this.#at).replaceAll("\0", "").trim().toLowerCase();
    this.#skipComments();
    if (this.#text.charCodeAt(this.#at) !== EQUALS) {
      if (name !== "") this.#codes.add("header.bad-parameter");
      while (this.#at < this.#text.length && this.#text.charCodeAt(this.#at) !== SEMICOLON) this.#at++;
      return;
    }
    this.#at++;
    this.#keep(name, this.#readValue(false, name));
  }

  /** White space, comments and semicolons before a name. */
  #skipBetween(): void {
    for (;;) {
      while (this.#at < this.#text.length && (isSpace(this.#code()) || this.#code() === SEMICOLON)) this.#at++;
      const before = this.#at;
      this.#skipComments();
      if (this.#at === before) return;
    }
  }

  /** A value up to its semicolon: quoted, or words. `isFirst` is the one before all parameters. */
  #readValue(isFirst: boolean, name = ""): string {
    let value = "";
    let start = this.#skipBlankAndComments();
    while (this.#at < this.#text.length && this.#code() !== SEMICOLON) {
      const code = this.#code();
      if (code === DQUOTE && value === "" && start === this.#at) return this.#readQuoted(name);
      const isComment =
        code === OPEN && (isFirst || this.#at === start || isSpace(this.#text.charCodeAt(this.#at - 1)));
      if (isComment && this.#commentEnd() !== -1) {
        value += this.#text.slice(start, this.#at);
        this.#at = this.#commentEnd();
        start = this.#at;
      } else if (isSpace(code) && this.#isUnseparated()) {
        break;
      } else {
        this.#at++;
      }
    }
    return trimSpace(value + this.#text.slice(start, this.#at));
  }

  /** A forgotten semicolon: white space and then a well-known name with its equals sign. */
  #isUnseparated(): boolean {
    if (isSpace(this.#text.charCodeAt(this.#at + 1))) return false;
    return unseparated.test(this.#text.slice(this.#at + 1, this.#at + 40));
  }

  #skipBlankAndComments(): number {
    for (;;) {
      while (this.#at < this.#text.length && isSpace(this.#code())) this.#at++;
      const before = this.#at;
      this.#skipComments();
      if (this.#at === before) return before;
    }
  }

  /** A quoted string; what stands between it and the next semicolon is left out. */
  #readQuoted(name: string): string {
    const start = ++this.#at;
    let end = start;
    while (end < this.#text.length && this.#text.charCodeAt(end) !== DQUOTE) {
      end += this.#text.charCodeAt(end) === BACKSLASH ? 2 : 1;
    }
    if (end >= this.#text.length) this.#codes.add("header.unterminated-quote");
    const inner = this.#text.slice(start, Math.min(end, this.#text.length));
    this.#at = Math.min(end + 1, this.#text.length);
    while (this.#at < this.#text.length && this.#code() !== SEMICOLON && !this.#startsUnseparated()) this.#at++;
    return inner.includes("\\") ? unescapeQuoted(inner, fileNames.has(name)) : inner;
  }

  #startsUnseparated(): boolean {
    const before = this.#text.charCodeAt(this.#at - 1);
    if (before !== DQUOTE && !isSpace(before)) return false;
    return unseparated.test(this.#text.slice(this.#at, this.#at + 40));
  }

  #skipComments(): void {
    while (this.#code() === OPEN) {
      const end = this.#commentEnd();
      if (end === -1) return;
      this.#at = end;
    }
  }

  /** After the comment that starts here (nested ones counted); -1 when it has no end, and then it is text. */
  #commentEnd(): number {
    if (this.#commentsEnd) return -1;
    const end = commentEnd(this.#text, this.#at);
    if (end !== -1) return end;
    this.#commentsEnd = true;
    this.#codes.add("header.unterminated-comment");
    return -1;
  }

  #keep(written: string, value: string): void {
    const form = /^([^*]*)\*(?:(\d{1,6})(\*)?)?$/.exec(written);
    const name = form?.[1] ?? written;
    if (name === "") this.#keepNothing();
    else if (form === null) this.#keepPlain(name, value);
    else
      this.#keepPiece(name, {
        value,
        index: Number(form[2] ?? -1),
        isEncoded: form[2] === undefined || form[3] === "*",
      });
  }

  #keepNothing(): void {
    this.#count++;
    this.#codes.add("header.bad-parameter");
  }

  #keepPlain(name: string, value: string): void {
    this.#count++;
    if (this.#plain.has(name)) this.#codes.add("header.duplicate-parameter");
    else this.#plain.set(name, fileNames.has(name) ? decodeEncodedWords(value) : value);
  }

  #keepPiece(name: string, piece: Piece): void {
    const known = this.#extended.get(name) ?? new Map<number, Piece>();
    if (known.size === 0) this.#count++;
    if (known.has(piece.index)) this.#codes.add("header.duplicate-parameter");
    else if (known.size >= limits.parameterPiecesMax) this.#codes.add("limit.parameter-pieces");
    else known.set(piece.index, piece);
    this.#extended.set(name, known);
  }

  #merge(): ReadonlyMap<string, string> {
    if (this.#extended.size === 0) return this.#plain;
    for (const [name, pieces] of this.#extended) {
      const value = joinPieces(pieces);
      if (value === null) this.#codes.add("header.bad-parameter");
      else this.#plain.set(name, value);
    }
    return this.#plain;
  }

  #isAny(first: number, second: number, third: number): boolean {
    const code = this.#code();
    return code === first || code === second || code === third;
  }

  #code(): number {
    return this.#text.charCodeAt(this.#at);
  }
}

/** RFC 2231: `index` is -1 for `name*=`; an encoded piece is percent-encoded, the first one after `charset'language'`. */
interface Piece {
  readonly value: string;
  readonly index: number;
  readonly isEncoded: boolean;
}

type ExtendedParameter = Map<number, Piece>;

/** Puts pieces 0, 1, 2 … together; a missing piece ends the value, `name*=` stands alone. Null when there is no piece 0. */
function joinPieces(pieces: ExtendedParameter): string | null {
  const single = pieces.get(-1);
  const first = single ?? pieces.get(0);
  if (first === undefined) return null;
  const { charset, text } = splitCharset(first);
  if (single !== undefined) return decodePercent([{ ...single, value: text }], charset);
  const run: Piece[] = [{ ...first, value: text }];
  for (let piece = pieces.get(1); piece !== undefined; piece = pieces.get(run.length)) run.push(piece);
  return decodePercent(run, charset);
}

function splitCharset(piece: Piece): { charset: string; text: string } {
  const parts = piece.isEncoded ? /^([^']*)'[^']*'/.exec(piece.value) : null;
  return parts === null
    ? { charset: "", text: piece.value }
    : { charset: parts[1] ?? "", text: piece.value.slice(parts[0].length) };
}

/** Encoded pieces are joined as bytes before decoding: a character may be split between two. */
function decodePercent(pieces: readonly Piece[], charset: string): string {
  let text = "";
  let waiting: Buffer[] = [];
  const flush = () => {
    if (waiting.length > 0) text += decodeCharset(Buffer.concat(waiting), charset).text;
    waiting = [];
  };
  for (const piece of pieces) {
    if (piece.isEncoded) {
      waiting.push(percentBytes(piece.value));
    } else {
      flush();
      text += piece.value;
    }
  }
  flush();
  return text;
}

function percentBytes(text: string): Buffer {
  const source = Buffer.from(text, "utf8");
  let length = 0;
  for (let at = 0; at < source.length; at++) {
    const byte = source[at] as number;
    const high = byte === 0x25 ? hexValue(source[at + 1]) : -1;
    const low = high < 0 ? -1 : hexValue(source[at + 2]);
    source[length++] = low < 0 ? byte : (high << 4) | low;
    if (low >= 0) at += 2;
  }
  return source.subarray(0, length);
}

/** RFC 5322 3.2.1. In file names a backslash stands for itself unless it escapes a quote or a backslash: `C:\file`. */
function unescapeQuoted(inner: string, isFileName: boolean): string {
  return inner.replace(isFileName ? /\\(["\\])/g : /\\(.)/g, "$1");
}

/** After the comment at `start`, nested comments and quoted pairs taken in (RFC 5322 3.2.2); -1 when it never ends. */
export function commentEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return at + 1;
  }
  return -1;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0;
}

function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
