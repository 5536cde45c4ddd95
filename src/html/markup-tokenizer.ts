/**
 * Cuts markup into start tags, end tags, words, white space and comments, as HTML 13.2.5 has it: parse5's tokenizer, with
 * ordinary tokens taken whole.
 *
 * Almost all of mail is ordinary: tags with quoted attributes, words, white space, comments that end in `-->`. Between two
 * tokens the tokenizer is in its data state, which remembers nothing; so that an ordinary token that begins there can be
 * cut out of the text by itself and given on, without parse5's step for each character and object for each token. At
 * anything else (a NUL, an attribute without its value, more attributes than a tag has, the end of the text, foreign
 * content, raw text) the token is left to parse5 from its first character on. Gives exactly the tokens and offsets of
 * parse5's own (a property test compares them on random input), save that white space taken whole is told as
 * one space and that text may come in pieces.
 * parse5 documents these members as its extension surface (`protected`); its version is pinned.
 *
 * Cost: linear. A token is looked at once here, and once more by parse5 if it turns out not to be ordinary.
 */
import { decodeHTML } from "entities/decode";
import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from "parse5";
import { Attribute, type AttributeName, attributeNames } from "./attribute.ts";
import { type ElementKind, kindOf } from "./element-kinds.ts";
import { type NameEntry, NameTable } from "./name-table.ts";

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

/** One bit each: what a character ends, or is. Above ASCII nothing is, but that names are left to parse5 there. */
const ENDS = { WORD: 1, NAME: 2, UNQUOTED: 4, SPACE: 8, LETTER: 16 } as const;
const endsOf = new Uint8Array(128);
for (let code = 0; code < endsOf.length; code += 1) endsOf[code] = maskOf(code);

function maskOf(code: number): number {
  if (code === 0) return ENDS.WORD | ENDS.NAME | ENDS.UNQUOTED;
  const white = code === SPACE || code === LF || code === CR || code === TAB || code === FF;
  if (white) return ENDS.WORD | ENDS.NAME | ENDS.UNQUOTED | ENDS.SPACE;
  if (code === LESS_THAN) return ENDS.WORD;
  if (code === GREATER_THAN) return ENDS.NAME | ENDS.UNQUOTED;
  if (code === SOLIDUS || code === EQUALS) return ENDS.NAME;
  return isLetter(code) ? ENDS.LETTER : 0;
}

/** parse5's data state, which it names only in a const enum of its own. */
const DATA = 0 as Tokenizer["state"];

/** A tag with more is left to parse5, which looks for doubles in a set. */
const ATTRIBUTES_MAX = 24;

/** A start tag. One object serves for all: it is valid during the call that gives it. */
export interface StartTag {
  /** In lower case. */
  readonly name: string;
  readonly kind: ElementKind;
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
  /** Without doubles; the first of a name counts. */
  readonly attributes: Attribute[];
}

/** Takes the tokens, in the order of the source. Offsets are in the source. */
export interface MarkupHandler {
  startTag(tag: StartTag): void;
  endTag(name: string, kind: ElementKind, start: number, end: number): void;
  /** Characters that are no white space, references decoded. */
  text(chars: string, end: number): void;
  /** `chars`: the white space in foreign content and raw text; anywhere else it may be told as one space. */
  space(chars: string, end: number): void;
  comment(start: number, end: number): void;
  endOfFile(): void;
}

const tagNames = new NameTable<ElementKind>(kindOf);

class OpenTag implements StartTag {
  name = "";
  kind = kindOf("");
  start = 0;
  end = 0;
  selfClosing = false;
  readonly attributes: Attribute[] = [];
  readonly #pool: Attribute[] = [];

  begin({ name, info }: NameEntry<ElementKind>, start: number): void {
    this.name = name;
    this.kind = info;
    this.start = start;
    this.selfClosing = false;
    this.attributes.length = 0;
  }

  /** A new attribute at the end of the list. */
  add(): Attribute {
    const { length } = this.attributes;
    let attribute = this.#pool[length];
    if (attribute === undefined) {
      attribute = new Attribute();
      if (length < ATTRIBUTES_MAX) this.#pool.push(attribute);
    }
    this.attributes.push(attribute);
    return attribute;
  }

  has({ name }: AttributeName): boolean {
    for (const attribute of this.attributes) if (attribute.name === name) return true;
    return false;
  }
}

/** An attribute of parse5's with its offsets, instead of in a dictionary of its tag by name. */
interface PlacedAttribute extends Token.Attribute {
  readonly start: number;
  end: number;
}

export class MarkupTokenizer extends Tokenizer {
  /** Raw text is given as no tokens, but for odd pieces of it: for a reader that takes it from the source by its offsets. */
  dropsRawText = false;
  readonly #source: string;
  readonly #markup: MarkupHandler;
  readonly #tag: OpenTag;
  declare protected currentAttr: PlacedAttribute;
  /** Where the next `--!>` and the next `-->` begin at the earliest: each is looked for once. */
  #bangEnd = -1;
  #commentEnd = -1;
  /** Up to here the text is left to parse5: a word is looked at once. */
  #leftUntil = 0;

  constructor(source: string, markup: MarkupHandler) {
    const tag = new OpenTag();
    super({ sourceCodeLocationInfo: true }, bridge(source, markup, tag));
    this.#source = source;
    this.#markup = markup;
    this.#tag = tag;
    // The text is at hand as a whole: nothing is gained by cutting off what is read, and offsets stay what they are.
    this.preprocessor.bufferWaterline = Number.POSITIVE_INFINITY;
  }

  /** Gives all tokens to the handler. Once. */
  run(): void {
    this.write(this.#source, true);
  }

  // — parse5 —————————————————————————————————————————————————————————————————————————————————————————————

  protected override _stateData(cp: number): void {
    const { preprocessor } = this;
    const from = cp > 0xffff ? preprocessor.pos - 1 : preprocessor.pos;
    if (cp < 0 || this.inForeignNode || from < this.#leftUntil) {
      super._stateData(cp);
      return;
    }
    this.#givePending(from);
    const end = this.#takeOrdinary(from);
    if (end === from) {
      super._stateData(cp);
      return;
    }
    preprocessor.pos = end - 1;
    this.currentLocation = locationOf(end);
    // parse5 may have read a CR last, and would pass over an LF that comes next: behind a tag, reading its end undoes that.
    if (this.#source.charCodeAt(end - 1) !== GREATER_THAN) return;
    preprocessor.pos = end - 2;
    preprocessor.advance();
  }

  /** Gives on the text that parse5 has gathered. */
  #givePending(end: number): void {
    if (this.currentCharacterToken === null) return;
    this.currentLocation = locationOf(end);
    this._emitCurrentCharacterToken(this.currentLocation);
  }

  protected override _stateRawtext(cp: number): void {
    if (!this.dropsRawText || cp <= 0 || cp === LESS_THAN) {
      super._stateRawtext(cp);
      return;
    }
    // Only a `<` can end it.
    const { preprocessor } = this;
    if (this.#source.charCodeAt(preprocessor.pos) === CR) return;
    const next = this.#source.indexOf("<", preprocessor.pos + 1);
    preprocessor.pos = (next < 0 ? this.#source.length : next) - 1;
  }

  protected override _createAttr(name: string): void {
    this._flushRun("");
    const { offset } = this.preprocessor;
    this.currentAttr = { name, value: "", start: offset, end: offset };
  }

  protected override _leaveAttrName(): void {
    super._leaveAttrName();
    this._leaveAttrValue();
  }

  protected override _leaveAttrValue(): void {
    this.currentAttr.end = this.preprocessor.offset;
  }

  protected override getCurrentLocation(back: number): Token.Location {
    return locationOf(this.preprocessor.offset - back);
  }

  // — Ordinary tokens ————————————————————————————————————————————————————————————————————————————————————

  /** Takes tokens from `from` on, as long as they are ordinary; returns where it stopped. */
  #takeOrdinary(from: number): number {
    let at = from;
    do {
      const next = this.#takeOne(at);
      if (next < 0) return at;
      at = next;
      // A handler may have changed how to go on.
      if (this.state !== DATA && this.#dropsText()) at = this.#takeRawText(at);
    } while (at < this.#source.length && this.state === DATA && !this.paused && !this.inForeignNode);
    return at;
  }

  #dropsText(): boolean {
    return this.dropsRawText && (this.state === TokenizerMode.RAWTEXT || this.state === TokenizerMode.RCDATA);
  }

  /** To behind the end tag of raw text, which alone is given on; to the `<` of an odd one, or to the end of the text. */
  #takeRawText(from: number): number {
    const source = this.#source;
    const { length } = this.lastStartTagName;
    for (let at = source.indexOf("</", from); at >= 0; at = source.indexOf("</", at + 2)) {
      const nameEnd = at + 2 + length;
      if ((endsAt(source, nameEnd) & ENDS.NAME) === 0 || source.charCodeAt(nameEnd) === EQUALS) continue;
      if (source.slice(at + 2, nameEnd).toLowerCase() !== this.lastStartTagName) continue;
      const end = afterWhite(source, nameEnd);
      if (source.charCodeAt(end) !== GREATER_THAN) return at;
      this.state = DATA;
      return this.#takeEndTag(at);
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
    this.#markup.space(" ", end);
    return end;
  }

  #takeWord(at: number): number {
    const source = this.#source;
    let end = at;
    let references = false;
    for (; end < source.length; end += 1) {
      const code = source.charCodeAt(end);
      if (code < 128 && ((endsOf[code] ?? 0) & ENDS.WORD) !== 0) break;
      if (code === AMPERSAND) references = true;
    }
    const written = source.slice(at, end);
    const chars = references ? decodeHTML(written) : written;
    // What a reference to white space stands for is a token of its own.
    if (source.charCodeAt(end) === 0 || (references && /[\t\n\f ]/.test(chars))) {
      this.#leftUntil = end;
      return -1;
    }
    this.#markup.text(chars, end);
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
    this.lastStartTagName = tag.name;
    this.#markup.startTag(tag);
    return tag.end;
  }

  /** Adds the attribute at `start`; returns its end, or -1 when parse5 has to look at the tag. */
  #takeAttribute(start: number): number {
    const source = this.#source;
    const nameEnd = endOf(source, start, ENDS.NAME);
    if (nameEnd === start || !isOrdinaryEnd(source, nameEnd)) return -1;
    const name = attributeNames.at(source, start, nameEnd);
    const isDouble = this.#tag.has(name);
    if (!isDouble && this.#tag.attributes.length >= ATTRIBUTES_MAX) return -1;
    const attribute = isDouble ? doubled : this.#tag.add();
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

/** Takes what is written of an attribute that does not count. */
const doubled = new Attribute();

/** From parse5's tokens to the handler's. */
function bridge(source: string, markup: MarkupHandler, tag: OpenTag): TokenHandler {
  const endOfToken = (token: Token.Token) => token.location?.endOffset ?? 0;
  return {
    onStartTag(token) {
      tag.begin(tagNames.of(token.tagName), token.location?.startOffset ?? 0);
      tag.end = endOfToken(token);
      tag.selfClosing = token.selfClosing;
      for (const attribute of token.attrs as PlacedAttribute[]) {
        tag.add().copy(attribute.name, attribute.value, source, attribute);
      }
      markup.startTag(tag);
    },
    onEndTag: (token) =>
      markup.endTag(token.tagName, kindOf(token.tagName), token.location?.startOffset ?? 0, endOfToken(token)),
    onCharacter: (token) => markup.text(token.chars, endOfToken(token)),
    onWhitespaceCharacter: (token) => markup.space(token.chars, endOfToken(token)),
    onNullCharacter() {},
    onComment: (token) => markup.comment(token.location?.startOffset ?? 0, endOfToken(token)),
    onDoctype() {},
    onEof: () => markup.endOfFile(),
    // Null, not absent: parse5 then skips its checks for odd characters.
    onParseError: null,
  };
}

function locationOf(offset: number): Token.Location {
  return { startLine: 0, startCol: 0, startOffset: offset, endLine: 0, endCol: 0, endOffset: 0 };
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
  return code === SPACE || code === LF || code === CR || code === TAB || code === FF;
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}
