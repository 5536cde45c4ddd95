/**
 * Address lists of header fields: RFC 5322 3.4 with its obsolete syntax (4.4), RFC 6532 (UTF-8 everywhere).
 *
 * Groups, comments, quoted strings, routes; and what real and hostile mail writes instead. Syntax is read before
 * encoded-words are decoded, so that no decoded comma or bracket moves an address. Where clients disagree, every address
 * that one of them would show is listed, with the problem `address.ambiguous`. Total, iterative, linear.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import { TextMemo } from "../base/text-memo.ts";
import { decodeEncodedWords, encodedWordEnd } from "./encoded-words.ts";
import type { Mailbox } from "./message.ts";
import { commentEnd } from "./parameters.ts";

export interface AddressList {
  /** In order, at most `limits.addressesMax`; a name without an address has `address` empty. */
  readonly mailboxes: readonly Mailbox[];
  /** Codes only: the caller knows the field's span. */
  readonly problems: readonly Problem[];
}

/** Longer lists come once. */
const KEPT_CHARS_MAX = 512;
const LISTS_KEPT = 256;
/** From is read from several sides, and whom a mailbox's mail goes to comes back with every message. */
const known = new TextMemo<AddressList>(LISTS_KEPT, LISTS_KEPT * KEPT_CHARS_MAX);

/** Parses an unfolded value as `fieldText` gives it. Never throws. */
export function parseAddressList(text: string): AddressList {
  return text.length > KEPT_CHARS_MAX ? parse(text) : known.get(text, parse);
}

function parse(text: string): AddressList {
  const lone = loneMailbox(text);
  return lone === null ? new AddressListParser(text).parse() : { mailboxes: [lone], problems: noProblems };
}

const noProblems: readonly Problem[] = [];
/** `Name <a@example.org>` and `"Name" <a@example.org>`, with nothing in the name or address that could be syntax. */
const namedMailbox = /^(?:"([^"\\]*)"[ \t]*|([^"(),:;<>[\]\\@]*))<([\w.+=-]+)@([A-Za-z0-9.-]+)>$/;
const bareMailbox = /^([\w.+=-]+)@([A-Za-z0-9.-]+)$/;

/** The one mailbox that most fields hold, in its two plain forms; null for everything else. */
function loneMailbox(text: string): Mailbox | null {
  const named = namedMailbox.exec(text);
  if (named !== null) {
    const [, quoted, phrase = "", local, domain = ""] = named;
    return { name: displayName(quoted ?? phrase), address: `${local}@${domain.toLowerCase()}` };
  }
  const bare = bareMailbox.exec(text);
  return bare === null ? null : { name: "", address: `${bare[1]}@${(bare[2] ?? "").toLowerCase()}` };
}

const DQUOTE = 0x22;
const OPEN = 0x28;
const COMMA = 0x2c;
const DOT = 0x2e;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const AT = 0x40;
const BRACKET_OPEN = 0x5b;
const BACKSLASH = 0x5c;

/** Splits the list at its top-level separators. */
class AddressListParser {
  readonly #text: string;
  readonly #scan: Scanner;
  readonly #codes = new Set<string>();
  readonly #mailboxes: Mailbox[] = [];
  /** Words before a comma that were no address: the first half of `Last, First <address>`. */
  #pendingName = "";

  constructor(text: string) {
    this.#text = text;
    this.#scan = new Scanner(text);
  }

  parse(): AddressList {
    let start = 0;
    let at = 0;
    while (at < this.#text.length && this.#mailboxes.length < limits.addressesMax) {
      const code = this.#text.charCodeAt(at);
      if (code === COMMA || code === SEMICOLON || code === COLON) {
        this.#endSegment(this.#text.slice(start, at), code);
        start = at + 1;
      }
      at = this.#scan.next(at);
    }
    if (this.#mailboxes.length < limits.addressesMax) this.#endSegment(this.#text.slice(start), SEMICOLON);
    else if (/[^\s,;:]/.test(this.#text.slice(start))) this.#codes.add("limit.addresses");
    this.#cut();
    if (this.#mailboxes.every(({ address }) => address === "")) this.#salvage();
    return { mailboxes: this.#mailboxes, problems: [...this.#codes].map((code) => ({ code })) };
  }

  /** One segment may give several. */
  #cut(): void {
    if (this.#mailboxes.length <= limits.addressesMax) return;
    this.#codes.add("limit.addresses");
    this.#mailboxes.length = limits.addressesMax;
  }

  #endSegment(segment: string, separator: number): void {
    if (separator === COLON) {
      this.#endGroupName(segment);
      return;
    }
    const mailboxes = parseSegment(segment, this.#codes);
    const [only] = mailboxes;
    const isNameOnly = mailboxes.length === 1 && only !== undefined && only.address === "";
    if (isNameOnly && separator === COMMA && this.#pendingName === "") {
      this.#pendingName = only.name;
      return;
    }
    this.#joinPending(mailboxes, segment.includes("<"));
    this.#mailboxes.push(...mailboxes);
  }

  /** Names a group (RFC 5322 3.4), which is no mailbox; but one that looks like an address is what some clients show. */
  #endGroupName(segment: string): void {
    this.#dropPending();
    if (!segment.includes("@")) return;
    this.#codes.add("address.ambiguous");
    this.#mailboxes.push(...parseSegment(segment, this.#codes).filter(({ address }) => address !== ""));
  }

  /** Without a name or brackets of its own, the address after the comma stands for itself: `root, a@example.org`. */
  #joinPending(mailboxes: Mailbox[], hasAngle: boolean): void {
    const [first] = mailboxes;
    if (this.#pendingName !== "" && first !== undefined && first.address !== "" && (first.name !== "" || hasAngle)) {
      this.#codes.add("address.unquoted-comma");
      const name = first.name === "" ? this.#pendingName : `${this.#pendingName}, ${first.name}`;
      mailboxes[0] = { name, address: first.address };
      this.#pendingName = "";
    }
    this.#dropPending();
  }

  #dropPending(): void {
    if (this.#pendingName !== "") this.#mailboxes.push({ name: this.#pendingName, address: "" });
    this.#pendingName = "";
  }

  /** Nothing parsed: an address somewhere in the text, or inside its encoded-words, is better than none. */
  #salvage(): void {
    const decoded = decodeEncodedWords(this.#text);
    const address = looseAddress(decoded);
    if (address === "") return;
    this.#codes.add(this.#text.includes(address) ? "address.malformed" : "address.encoded");
    const [only] = this.#mailboxes;
    if (this.#mailboxes.length === 1 && only !== undefined) this.#mailboxes[0] = { name: only.name, address };
    else this.#mailboxes.push({ name: "", address });
  }
}

/**
 * Walks a text character by character, jumping over what belongs together.
 *
 * What never closes is plain text; once that is known of one kind of bracket, the rest is not searched for it again, which
 * keeps `((((…` linear.
 */
export class Scanner {
  readonly #text: string;
  #quotesEnd = false;
  #commentsEnd = false;
  #anglesEnd = false;
  #bracketsEnd = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** After the quoted string, comment, `<…>`, `[…]`, encoded-word, quoted pair or character at `at`. */
  next(at: number): number {
    switch (this.#text.charCodeAt(at)) {
      case DQUOTE:
        return this.quoteEnd(at) ?? at + 1;
      case OPEN:
        return this.commentEnd(at) ?? at + 1;
      case LESS:
        return this.angleEnd(at) ?? at + 1;
      case BRACKET_OPEN:
        return this.#bracketEnd(at) ?? at + 1;
      case EQUALS:
        return this.#wordEnd(at) ?? at + 1;
      case BACKSLASH:
        return at + 2;
      default:
        return at + 1;
    }
  }

  quoteEnd(at: number): number | null {
    if (this.#quotesEnd) return null;
    let end = at + 1;
    while (end < this.#text.length && this.#text.charCodeAt(end) !== DQUOTE) {
      end += this.#text.charCodeAt(end) === BACKSLASH ? 2 : 1;
    }
    this.#quotesEnd = end >= this.#text.length;
    return this.#quotesEnd ? null : end + 1;
  }

  commentEnd(at: number): number | null {
    if (this.#commentsEnd) return null;
    const end = commentEnd(this.#text, at);
    this.#commentsEnd = end === -1;
    return this.#commentsEnd ? null : end;
  }

  /** Ends at the first `>` outside quotes; another `<` before it means that this one was left open. */
  angleEnd(at: number): number | null {
    if (this.#anglesEnd) return null;
    for (let end = at + 1; end < this.#text.length; end++) {
      const code = this.#text.charCodeAt(end);
      if (code === GREATER) return end + 1;
      if (code === LESS) return null;
      if (code === DQUOTE) end = (this.quoteEnd(end) ?? end + 1) - 1;
    }
    this.#anglesEnd = true;
    return null;
  }

  #bracketEnd(at: number): number | null {
    if (this.#bracketsEnd) return null;
    const end = this.#text.indexOf("]", at);
    this.#bracketsEnd = end === -1;
    return this.#bracketsEnd ? null : end + 1;
  }

  #wordEnd(at: number): number | null {
    if (this.#text.charAt(at + 1) !== "?") return null;
    const end = encodedWordEnd(this.#text, at);
    return end === -1 ? null : end;
  }
}

/** One mailbox between separators; more than one where clients disagree, none for blanks and `<>`. */
function parseSegment(segment: string, codes: Set<string>): Mailbox[] {
  const lone = loneMailbox(segment.trim());
  return lone === null ? parseOddSegment(segment, codes) : [lone];
}

function parseOddSegment(segment: string, codes: Set<string>): Mailbox[] {
  const parts = readParts(segment);
  if (parts.angles.length === 0) return withoutAngle(parts, codes);
  const addresses = distinct([...parts.angles.flatMap(angleAddresses), ...trailingAddresses(parts.after)]);
  const name = nameOf(parts);
  if (addresses.length > 1) codes.add("address.ambiguous");
  if (addresses.length > 0) return addresses.map((address, index) => ({ name: index === 0 ? name : "", address }));
  const shown = name === "" ? displayName(parts.angles.join(" ")) : name;
  return shown === "" ? [] : [{ name: shown, address: "" }];
}

function distinct(values: string[]): string[] {
  return values.length < 2 ? values : [...new Set(values)];
}

interface SegmentParts {
  /** Text outside comments and angle brackets, before the first of these and after. */
  readonly before: string;
  readonly after: string;
  readonly angles: readonly string[];
  /** Of the last comment, which old mail uses for the name. */
  readonly comment: string;
}

function readParts(segment: string): SegmentParts {
  const scan = new Scanner(segment);
  const texts: [string, string] = ["", ""];
  const angles: string[] = [];
  let comment = "";
  let start = 0;
  for (let at = 0; at < segment.length; ) {
    const code = segment.charCodeAt(at);
    const end = code === LESS ? scan.angleEnd(at) : code === OPEN ? scan.commentEnd(at) : null;
    if (end === null) {
      at = scan.next(at);
      continue;
    }
    texts[angles.length === 0 ? 0 : 1] += segment.slice(start, at);
    if (code === LESS) angles.push(segment.slice(at + 1, end - 1));
    else comment = segment.slice(at + 1, end - 1);
    at = end;
    start = end;
  }
  texts[angles.length === 0 ? 0 : 1] += segment.slice(start);
  return { before: texts[0], after: texts[1], angles, comment };
}

function nameOf(parts: SegmentParts): string {
  const name = displayName(parts.before);
  return name === ""
    ? displayName(parts.after.includes("@") ? parts.comment : `${parts.after} ${parts.comment}`)
    : name;
}

/**
 * Inside `<…>`: an address, a route before it (obsolete: `@a.example,@b.example:`, by mailers also with colons between), and
 * in broken lists several addresses with commas between.
 */
function angleAddresses(inner: string): string[] {
  const plain = inner.replace(/^\s*mailto:/i, "");
  const route = routeOf(plain);
  const isList = route === "" && plain.includes(",") && !plain.includes('"');
  const texts = isList ? plain.split(",") : [plain.slice(route.length)];
  return texts.map(addressOf).filter((address) => address !== "");
}

/** The obsolete route at the start of what stands in `<…>` (RFC 5322 4.4); empty when there is none. */
export function routeOf(inner: string): string {
  return /^\s*(?:@[^:@]*[:,]\s*)+/.exec(inner)?.[0] ?? "";
}

/** `<a@example.org>b@example.net`: clients show either. */
function trailingAddresses(after: string): string[] {
  return after.includes("@") ? [looseAddress(after)].filter((address) => address !== "") : [];
}

/** `a@example.org`, `a@example.org (Name)`, `Name a@example.org`, `Name <a@example.org` or only a name. */
function withoutAngle(parts: SegmentParts, codes: Set<string>): Mailbox[] {
  const open = openAngle(parts.before);
  const words = addressWords(open === -1 ? parts.before : parts.before.slice(open + 1));
  const found = words.filter(isAddressWord).map(addressOf);
  const addresses = distinct(found.filter((address) => address !== ""));
  if (addresses.length === 0) return withoutAddress(parts, codes);
  if (open !== -1) codes.add("address.malformed");
  if (addresses.length > 1) codes.add("address.ambiguous");
  const phrase = open === -1 ? words.filter((word) => !isAddressWord(word)).join(" ") : parts.before.slice(0, open);
  const name = displayName(phrase) || displayName(parts.comment);
  // `b@example.net a@example.org`: the last one is where mail would go.
  return addresses.map((address, index) => ({ name: index === addresses.length - 1 ? name : "", address }));
}

/** Only a name; at times the address stands in a comment: `"Name" (<a@example.org>)`. */
function withoutAddress(parts: SegmentParts, codes: Set<string>): Mailbox[] {
  const name = displayName(parts.before);
  const address = parts.comment.includes("@") ? looseAddress(parts.comment) : "";
  if (address !== "") codes.add("address.malformed");
  return name === "" && address === "" ? [] : [{ name, address }];
}

/** The last `<` outside quotes, which never closed; -1 for none. */
function openAngle(text: string): number {
  return text.includes("<") ? lastOf(text, "<") : -1;
}

function isAddressWord(word: string): boolean {
  return lastAt(word) > 0;
}

/** Splits at white space and comments outside quotes, but not around `@` and `.` (RFC 5322 4.4: `a . b @ example . org`). */
function addressWords(text: string): string[] {
  const scan = new Scanner(text);
  const words: string[] = [];
  let word = "";
  /** Where the run begins that is not yet in `word`. */
  let start = 0;
  let isGlue = false;
  for (let at = 0; at < text.length; ) {
    const end = scan.next(at);
    if (isGap(text, at, end)) {
      word += text.slice(start, at);
      start = end;
      if (word !== "" && !isGlue && !isGlueAhead(text, end)) {
        words.push(word);
        word = "";
      }
    } else {
      isGlue = end === at + 1 && isGlueCode(text.charCodeAt(at));
    }
    at = end;
  }
  word += text.slice(start);
  if (word !== "") words.push(word);
  return words;
}

/** White space or a comment. */
function isGap(text: string, start: number, end: number): boolean {
  return end === start + 1 ? isSpaceCode(text.charCodeAt(start)) : text.charCodeAt(start) === OPEN;
}

function isGlueCode(code: number): boolean {
  return code === AT || code === DOT;
}

/** Whether an `@` or `.` follows, after white space of so many characters at most. */
function isGlueAhead(text: string, from: number): boolean {
  const stop = Math.min(text.length, from + GLUE_CHARS_MAX);
  let at = from;
  while (at < stop && isSpaceCode(text.charCodeAt(at))) at += 1;
  return at < stop && isGlueCode(text.charCodeAt(at));
}

const GLUE_CHARS_MAX = 20;

/** `\s` of regular expressions, which are asked beyond ASCII only. */
function isSpaceCode(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}

/** Where the `@` before the domain stands: the last one outside quotes; -1 for none. */
function lastAt(word: string): number {
  return word.includes("@") ? lastOf(word, "@") : -1;
}

/** What `Scanner.next` does not pass one by one. */
const jumpMarks = /["(<[=\\]/;

/** The last place of a character outside quoted strings, comments, brackets and encoded-words; -1 for none. */
function lastOf(text: string, character: string): number {
  if (!jumpMarks.test(text)) return text.lastIndexOf(character);
  const scan = new Scanner(text);
  let found = -1;
  for (let at = 0; at < text.length; at = scan.next(at)) if (text.charAt(at) === character) found = at;
  return found;
}

/** `local@domain` of an addr-spec, white space and control characters removed; empty when it is none. */
function addressOf(text: string): string {
  const plain = bareMailbox.exec(text);
  if (plain !== null) return `${plain[1]}@${(plain[2] ?? "").toLowerCase()}`;
  const words = addressWords(text.replace(/\p{Cc}/gu, " "));
  const word = words.findLast((candidate) => lastAt(candidate) > 0) ?? "";
  const at = lastAt(word);
  if (at <= 0) return "";
  const domain = word
    .slice(at + 1)
    .replace(/[<>"]/g, "")
    .toLowerCase();
  return domain === "" ? "" : `${localPart(word.slice(0, at))}@${domain}`;
}

/** Quotes go where RFC 5322 3.4.1 does not need them. */
function localPart(local: string): string {
  const inner = /^"(.*)"$/s.exec(local)?.[1];
  if (inner === undefined) return local.replace(/[<>]/g, "");
  const plain = inner.replace(/\\(.)/gs, "$1");
  return /^[\w!#$%&'*+/=?^`{|}~\u0080-\uffff-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u0080-\uffff-]+)*$/.test(plain)
    ? plain
    : local;
}

/** A phrase as people read it: comments out, quotes off, encoded-words decoded, white space folded. */
function displayName(phrase: string): string {
  if (phrase === "" || /^\s*$/.test(phrase)) return "";
  const unquoted = phrase.includes('"') ? unquote(phrase) : phrase;
  const decoded = decodeEncodedWords(unquoted);
  return (unfoldedSpace.test(decoded) ? decoded.replace(/[\s\p{Cc}]+/gu, " ") : decoded).trim();
}

/** White space that is no single space, or a control character; not all beyond ASCII is, but it is rare enough. */
const unfoldedSpace = / {2}|[^ -~]/;

/** Quoted strings lose their quotes and quoted pairs; other text stays. */
function unquote(phrase: string): string {
  const scan = new Scanner(phrase);
  const pieces: string[] = [];
  for (let at = 0; at < phrase.length; ) {
    const end = scan.next(at);
    const piece = phrase.slice(at, end);
    pieces.push(piece.length > 1 && piece.startsWith('"') ? piece.slice(1, -1).replace(/\\(.)/gs, "$1") : piece);
    at = end;
  }
  return pieces.join("");
}

/** The first thing in a text that looks like an address; around each `@` only so many characters are looked at. */
function looseAddress(text: string): string {
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const domain = /^[^\s<>()[\]",;:@\\]+/.exec(text.slice(at + 1, at + 1 + LOOSE_CHARS_MAX))?.[0];
    if (domain === undefined) continue;
    let start = at;
    while (start > 0 && at - start < LOOSE_CHARS_MAX && /[^\s<>()[\]",;:@\\]/.test(text.charAt(start - 1))) start--;
    if (start < at) return addressOf(`${text.slice(start, at)}@${domain}`);
  }
  return "";
}

/** RFC 5321 4.5.3.1 allows 64 and 255. */
const LOOSE_CHARS_MAX = 256;
