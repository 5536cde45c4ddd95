/**
 * Cuts markup into start tags, end tags, words, white space and comments, as HTML 13.2.5 has it.
 *
 * Almost all of mail is ordinary: tags with quoted attributes, words, white space, comments that end in `-->`. Between two
 * tokens HTML's tokenizer is in its data state, which remembers nothing; so that an ordinary token that begins there can
 * be cut out of the text by itself, without a step for each character and an object for each token. At anything else (a
 * NUL, an attribute without its value, the end of the text, foreign content, raw text that is shown) parse5 reads on from
 * the token's first character (`odd-markup.ts`). The tokens and offsets are exactly parse5's (a property test compares them
 * on random input), save that white space taken whole is told as one space and that text may come in pieces.
 *
 * Cost: linear. A token is looked at once here, and once more by parse5 if it turns out not to be ordinary.
 */
import { decodeHTML } from "entities/decode";
import { type Tokenizer, TokenizerMode } from "parse5";
import { Attribute, attributeNames } from "./attribute.ts";
import { type ElementKind, kindOf, type RawContent } from "./element-kinds.ts";
import { type MarkupHandler, OpenTag } from "./markup.ts";
import { NameTable } from "./name-table.ts";
import { DATA, OddMarkup } from "./odd-markup.ts";

const TAB = 0x09;
const LF = 0x0a;
const FF = 0x0c;
const CR = 0x0d;
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const SOLIDUS = 0x2f;
const LESS_THAN = 0x3c;
const EQUALS = 0x3d;
const GREATER_THAN = 0x3e;
const QUESTION = 0x3f;

/** One bit each: what a character ends. Above ASCII it ends nothing, but that names are left to parse5 there. */
const ENDS = { WORD: 1, NAME: 2, UNQUOTED: 4 } as const;
/** Beside them: it begins a character reference. */
const REFERENCE = 8;
const endsOf = new Uint8Array(128);
for (let code = 0; code < endsOf.length; code += 1) endsOf[code] = maskOf(code);

function maskOf(code: number): number {
  if (code === 0 || isWhite(code)) return ENDS.WORD | ENDS.NAME | ENDS.UNQUOTED;
  if (code === LESS_THAN) return ENDS.WORD;
  if (code === AMPERSAND) return REFERENCE;
  if (code === GREATER_THAN) return ENDS.NAME | ENDS.UNQUOTED;
  return code === SOLIDUS || code === EQUALS ? ENDS.NAME : 0;
}

const tagNames = new NameTable<ElementKind>(kindOf);

export class MarkupTokenizer {
  readonly #source: string;
  readonly #markup: MarkupHandler;
  readonly #tag = new OpenTag();
  /** Takes what is written of an attribute that does not count. */
  readonly #doubled = new Attribute();
  /** Reads what is not ordinary; made when the first such piece comes. */
  #odd: OddMarkup | null = null;
  /** How the text of the element that began last is read; null for markup. */
  #raw: RawContent | null = null;
  #inForeignContent = false;
  #paused = false;
  #lastStartTag = "";
  /** Where the next `--!>` and the next `-->` begin at the earliest: each is looked for once. */
  #bangEnd = -1;
  #commentEnd = -1;
  /** Up to here the text is left to parse5: a word is looked at once. */
  #leftUntil = 0;

  constructor(source: string, markup: MarkupHandler) {
    this.#source = source;
    this.#markup = markup;
  }

  /** Gives all tokens to the handler. Once. */
  run(): void {
    const { length } = this.#source;
    for (let at = 0; at < length && !this.#paused; ) at = this.#step(at);
    if (!this.#paused) this.#markup.endOfFile(this.#odd?.openTag ?? null);
  }

  /** The handler wants no more tokens. */
  pause(): void {
    this.#paused = true;
    this.#odd?.pause();
  }

  /**
   * What follows the start tag that was just given is raw text. It is given as text where the element shows it, and else
   * as no tokens but for odd pieces: the handler takes it from the source by its offsets.
   */
  enterRawText(raw: RawContent): void {
    this.#raw = raw;
  }

  /** Text and tags that follow are in SVG or MathML. */
  set inForeignContent(inForeignContent: boolean) {
    this.#inForeignContent = inForeignContent;
    if (this.#odd !== null) this.#odd.inForeignNode = inForeignContent;
  }

  /** Takes what begins at `at`; returns its end, which lies behind. */
  #step(at: number): number {
    const raw = this.#raw;
    this.#raw = null;
    if (raw !== null) return this.#takeRawText(at, raw);
    const end = this.#inForeignContent || at < this.#leftUntil ? -1 : this.#takeOne(at);
    return end < 0 ? this.#takeOdd(at, DATA) : end;
  }

  #takeOdd(at: number, state: Tokenizer["state"]): number {
    this.#odd ??= this.#createOdd();
    return this.#odd.read(at, { state, lastStartTag: this.#lastStartTag, leftUntil: this.#leftUntil });
  }

  #createOdd(): OddMarkup {
    const { startTag, ...rest } = this.#markup;
    const odd = new OddMarkup(this.#source, this.#tag, {
      ...rest,
      startTag: (tag) => {
        this.#lastStartTag = tag.name;
        startTag(tag);
        // Raw text may be passed over whole.
        if (this.#raw !== null) odd.pause();
      },
    });
    odd.inForeignNode = this.#inForeignContent;
    return odd;
  }

  // — Ordinary tokens ————————————————————————————————————————————————————————————————————————————————————

  /** To behind the end tag of raw text, which alone is given on, or to the end of the text. */
  #takeRawText(from: number, { state, use }: RawContent): number {
    if (use === "text") return this.#takeOdd(from, state);
    const source = this.#source;
    const name = this.#lastStartTag;
    for (let at = source.indexOf("</", from); at >= 0; at = source.indexOf("</", at + 2)) {
      const nameEnd = at + 2 + name.length;
      if ((endsAt(source, nameEnd) & ENDS.NAME) === 0 || source.charCodeAt(nameEnd) === EQUALS) continue;
      if (source.slice(at + 2, nameEnd).toLowerCase() !== name) continue;
      // Behind such a mark a script may go on over its end tag (HTML 13.2.5.18 ff.).
      if (state === TokenizerMode.SCRIPT_DATA && source.slice(from, at).includes("<!--"))
        return this.#takeOdd(from, state);
      const isOrdinary = source.charCodeAt(afterWhite(source, nameEnd)) === GREATER_THAN;
      return isOrdinary ? this.#takeEndTag(at) : this.#takeOdd(at, state);
    }
    return source.length;
  }

  /** The token at `at`; returns its end, or -1 when parse5 has to look at it. */
  #takeOne(at: number): number {
    const code = this.#source.charCodeAt(at);
    if (code !== LESS_THAN) return isWhite(code) ? this.#takeSpace(at) : this.#takeWord(at);
    const next = this.#source.charCodeAt(at + 1);
    if (isLetter(next)) return this.#takeStartTag(at);
    if (next === SOLIDUS) return this.#takeEndTag(at);
    if (next === EXCLAMATION) return this.#takeComment(at);
    return next === QUESTION ? this.#takeBogusComment(at) : -1;
  }

  #takeSpace(at: number): number {
    const end = afterWhite(this.#source, at);
    this.#markup.space(" ");
    return end;
  }

  #takeWord(at: number): number {
    const source = this.#source;
    let end = at;
    let bits = 0;
    for (; end < source.length; end += 1) {
      bits |= endsAt(source, end);
      if ((bits & ENDS.WORD) !== 0) break;
    }
    const references = (bits & REFERENCE) !== 0;
    const written = source.slice(at, end);
    const chars = references ? decodeHTML(written) : written;
    // What a reference to white space stands for is a token of its own.
    if (source.charCodeAt(end) === 0 || (references && /[\t\n\f ]/.test(chars))) {
      this.#leftUntil = end;
      return -1;
    }
    this.#markup.text(chars);
    return end;
  }

  #takeStartTag(at: number): number {
    const source = this.#source;
    const tag = this.#tag;
    const nameEnd = endOf(source, at + 1, ENDS.NAME);
    // An equals sign is a part of a tag's name.
    if (!isOrdinaryEnd(source, nameEnd) || source.charCodeAt(nameEnd) === EQUALS) return -1;
    tag.begin(tagNames.at(source, at + 1, nameEnd), at);
    for (let next = nameEnd; ; ) {
      next = afterWhite(source, next);
      const code = source.charCodeAt(next);
      if (code === GREATER_THAN) {
        tag.end = next + 1;
        break;
      }
      // A solidus ends the tag or stands for white space.
      if (code === SOLIDUS) tag.selfClosing = source.charCodeAt(next + 1) === GREATER_THAN;
      next = code === SOLIDUS ? next + 1 : this.#takeAttribute(next);
      if (next < 0) return -1;
    }
    this.#lastStartTag = tag.name;
    this.#markup.startTag(tag);
    return tag.end;
  }

  /** Adds the attribute at `start`; returns its end, or -1 when parse5 has to look at the tag. */
  #takeAttribute(start: number): number {
    const source = this.#source;
    const nameEnd = endOf(source, start, ENDS.NAME);
    if (nameEnd === start || !isOrdinaryEnd(source, nameEnd)) return -1;
    const name = attributeNames.at(source, start, nameEnd);
    const attribute = this.#tag.has(name) ? this.#doubled : this.#tag.add();
    attribute.write(name, source, start);
    attribute.end = nameEnd;
    const equals = afterWhite(source, nameEnd);
    if (source.charCodeAt(equals) !== EQUALS) return equals;
    const opening = afterWhite(source, equals + 1);
    const quote = source.charCodeAt(opening);
    const quoted = quote === QUOTE || quote === APOSTROPHE;
    const valueStart = quoted ? opening + 1 : opening;
    const valueEnd = quoted
      ? source.indexOf(quote === QUOTE ? '"' : "'", valueStart)
      : endOf(source, valueStart, ENDS.UNQUOTED);
    if (quoted ? valueEnd < 0 : valueEnd === valueStart || !isOrdinaryEnd(source, valueEnd)) return -1;
    attribute.writeValue(valueStart, valueEnd);
    attribute.end = quoted ? valueEnd + 1 : valueEnd;
    return attribute.end;
  }

  #takeEndTag(at: number): number {
    const source = this.#source;
    if (!isLetter(source.charCodeAt(at + 2))) return -1;
    const nameEnd = endOf(source, at + 2, ENDS.NAME);
    const end = afterWhite(source, nameEnd);
    if (source.charCodeAt(end) !== GREATER_THAN) return -1;
    const { name, info } = tagNames.at(source, at + 2, nameEnd);
    this.#markup.endTag(name, info, at, end + 1);
    return end + 1;
  }

  /** `<!-- … -->`, `<!DOCTYPE …>`, which says nothing here, and what begins like them (`<![if !mso]>`). */
  #takeComment(at: number): number {
    const source = this.#source;
    if (!source.startsWith("--", at + 2)) {
      const isDoctype = isLetter(source.charCodeAt(at + 2)) && /^doctype/i.test(source.slice(at + 2, at + 9));
      return isDoctype ? afterTag(source, at) : this.#takeBogusComment(at);
    }
    const from = at + 4;
    if (source.startsWith(">", from) || source.startsWith("->", from)) return -1;
    this.#commentEnd = nextOf(source, "-->", from, this.#commentEnd);
    this.#bangEnd = nextOf(source, "--!>", from, this.#bangEnd);
    if (this.#bangEnd <= this.#commentEnd) return -1;
    const end = this.#commentEnd + "-->".length;
    this.#markup.comment(at, end);
    return end;
  }

  #takeBogusComment(at: number): number {
    const end = afterTag(this.#source, at);
    if (end >= 0) this.#markup.comment(at, end);
    return end;
  }
}

/** Where `what` stands next from `from` on, `Infinity` for nowhere; `known` is the answer to an earlier question. */
function nextOf(source: string, what: string, from: number, known: number): number {
  if (known >= from) return known;
  const at = source.indexOf(what, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** The first offset from `from` on whose character ends such a piece, or is no ASCII in a name; the end of the text otherwise. */
function endOf(source: string, from: number, kind: number): number {
  let at = from;
  for (; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code < 128 ? ((endsOf[code] ?? 0) & kind) !== 0 : kind === ENDS.NAME) break;
  }
  return at;
}

/** Behind the next `>`, or -1. */
function afterTag(source: string, from: number): number {
  const close = source.indexOf(">", from);
  return close < 0 ? -1 : close + 1;
}

/** Bits of `ENDS`. */
function endsAt(source: string, at: number): number {
  const code = source.charCodeAt(at);
  return code < 128 ? (endsOf[code] ?? 0) : 0;
}

/** What ends a name or an unquoted value there is its ordinary end: not NUL, not above ASCII, not the end of the text. */
function isOrdinaryEnd(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return code > 0 && code < 128;
}

function afterWhite(source: string, from: number): number {
  let at = from;
  while (isWhite(source.charCodeAt(at))) at += 1;
  return at;
}

function isWhite(code: number): boolean {
  return code <= SPACE && (code === SPACE || code === LF || code === CR || code === TAB || code === FF);
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}
