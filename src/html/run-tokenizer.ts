/**
 * parse5's tokenizer, with runs of ordinary characters, and whole ordinary tags, taken at once instead of one by one.
 *
 * Gives exactly the tokens and offsets of parse5's own (a property test compares them on random input), but for places
 * that nobody here asks for: lines and columns are not kept, and an attribute carries its offsets itself instead of in a
 * dictionary by name. Why it may: in the states below, a character that is none of the state's stops only ever extends
 * what is pending, so looking ahead for the next stop and moving on to there is the same as being called for each.
 * Whatever is out of the ordinary (a reference, NUL, CR in a value, the end of the text) is left to parse5: the
 * tokenizer is put into the very state it would be in, and goes on from there. parse5 documents these members as its
 * extension surface (`protected`); its version is pinned.
 *
 * Cost: linear. No character is looked at more than twice here, whatever is left to parse5.
 */
import { type Token, Tokenizer } from "parse5";
import { lowerCaseName } from "./markup-names.ts";

const TAB = 0x09;
const LF = 0x0a;
const FF = 0x0c;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const SOLIDUS = 0x2f;
const LESS_THAN = 0x3c;
const EQUALS = 0x3d;
const GREATER_THAN = 0x3e;

/** One bit a kind of run; a character's mask says which kinds it stops. */
const STOPS = {
  TEXT: 1,
  WHITE_SPACE: 2,
  DOUBLE_QUOTED: 4,
  SINGLE_QUOTED: 8,
  COMMENT: 16,
  UNQUOTED: 32,
  TAG_NAME: 64,
  ATTRIBUTE_NAME: 128,
  /** White space inside a tag, where CR needs no care. */
  TAG_SPACE: 256,
} as const;
const EVERY_KIND = 511;
const INSIDE_TAG = STOPS.UNQUOTED | STOPS.TAG_NAME | STOPS.ATTRIBUTE_NAME;

const stopsOf = new Uint16Array(128);
for (let code = 0; code < stopsOf.length; code += 1) stopsOf[code] = maskOf(code);

function maskOf(code: number): number {
  if (code === 0) return EVERY_KIND;
  if (code === CR) return EVERY_KIND & ~STOPS.TAG_SPACE;
  const white = isWhite(code);
  let mask = white ? STOPS.TEXT | INSIDE_TAG : STOPS.WHITE_SPACE | STOPS.TAG_SPACE;
  if (code === LESS_THAN) mask |= STOPS.TEXT | STOPS.COMMENT;
  if (code === AMPERSAND) mask |= STOPS.TEXT | STOPS.DOUBLE_QUOTED | STOPS.SINGLE_QUOTED | STOPS.UNQUOTED;
  if (code === QUOTE) mask |= STOPS.DOUBLE_QUOTED;
  if (code === APOSTROPHE) mask |= STOPS.SINGLE_QUOTED;
  if (code === HYPHEN) mask |= STOPS.COMMENT;
  if (code === GREATER_THAN) mask |= INSIDE_TAG;
  if (code === SOLIDUS) mask |= STOPS.TAG_NAME | STOPS.ATTRIBUTE_NAME;
  if (code === EQUALS) mask |= STOPS.ATTRIBUTE_NAME;
  return mask;
}

/** Those of parse5's states that are entered here; it names them only in a const enum of its own. */
type State = Tokenizer["state"];
const STATE = {
  DATA: 0 as State,
  BEFORE_ATTRIBUTE_NAME: 31 as State,
  BEFORE_ATTRIBUTE_VALUE: 34 as State,
  DOUBLE_QUOTED: 35 as State,
  SINGLE_QUOTED: 36 as State,
  UNQUOTED: 37 as State,
} as const;

/** An attribute with its place: offsets of the whole of it in the text, quotes included. */
export interface PlacedAttribute extends Token.Attribute {
  readonly start: number;
  end: number;
}

/** From this many attributes on, names are looked up in a set. */
const FEW_ATTRIBUTES = 24;

export class RunTokenizer extends Tokenizer {
  /** Raw text is given as no tokens, but for odd pieces of it: for a reader that takes it from the source by its offsets. */
  dropsRawText = false;
  declare protected currentAttr: PlacedAttribute;
  /** Names of the current tag's attributes, once they are many. */
  #names: Set<string> | null = null;

  // — Runs ————————————————————————————————————————————————————————————————————————————————————————————————

  protected override _stateData(cp: number): void {
    const { state } = this;
    super._stateData(cp);
    if (this.state === state) this.#takeText(cp);
    else if (cp === LESS_THAN) this.#takeTag();
  }

  protected override _stateRawtext(cp: number): void {
    const { state } = this;
    if (this.dropsRawText && cp > 0 && cp !== LESS_THAN) {
      this.#dropText();
      return;
    }
    super._stateRawtext(cp);
    if (this.state === state) this.#takeText(cp);
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    const { state } = this;
    super._stateAttributeValueDoubleQuoted(cp);
    if (this.state === state) this.#takeValue(STOPS.DOUBLE_QUOTED);
  }

  protected override _stateAttributeValueSingleQuoted(cp: number): void {
    const { state } = this;
    super._stateAttributeValueSingleQuoted(cp);
    if (this.state === state) this.#takeValue(STOPS.SINGLE_QUOTED);
  }

  protected override _stateAttributeValueUnquoted(cp: number): void {
    const { state } = this;
    super._stateAttributeValueUnquoted(cp);
    if (this.state === state) this.#takeValue(STOPS.UNQUOTED);
  }

  protected override _stateComment(cp: number): void {
    const { state } = this;
    super._stateComment(cp);
    if (this.state === state) this.#take(STOPS.COMMENT);
  }

  /** Text is cut into tokens of white space and of other characters: a run keeps to the kind of its first. */
  #takeText(cp: number): void {
    const { preprocessor } = this;
    for (let code = cp; code > 0; ) {
      this.#take(isWhite(code) ? STOPS.WHITE_SPACE : STOPS.TEXT);
      const { html, pos } = preprocessor;
      code = html.charCodeAt(pos + 1);
      if (!isPlainText(code) || html.charCodeAt(pos) === CR) return;
      preprocessor.pos = pos + 1;
      this._emitCodePoint(code);
    }
  }

  /** Moves on to the next `<`, which alone can end raw text. */
  #dropText(): void {
    const { preprocessor } = this;
    const { html, pos } = preprocessor;
    if (html.charCodeAt(pos) === CR) return;
    const next = html.indexOf("<", pos + 1);
    preprocessor.pos = (next < 0 ? html.length : next) - 1;
  }

  /** Extends the pending run, which ends with the current character, up to the next stop. */
  #take(kind: number): void {
    const { preprocessor } = this;
    const { html, pos } = preprocessor;
    // The run does not end here after a reference or a replaced character; a CR may want to swallow the next LF.
    if (this.runEnd !== pos + 1 || html.charCodeAt(pos) === CR) return;
    this.runEnd = stopAfter(html, pos + 1, kind);
    preprocessor.pos = this.runEnd - 1;
  }

  /** The same for a value, where most ampersands only part the arguments of a URL. */
  #takeValue(kind: number): void {
    const { preprocessor } = this;
    const { html, pos } = preprocessor;
    if (this.runEnd !== pos + 1 || html.charCodeAt(pos) === CR) return;
    this.#takeValueFrom(pos + 1, kind);
  }

  #takeValueFrom(from: number, kind: number): void {
    const { preprocessor } = this;
    const { html } = preprocessor;
    let at = valueStop(html, from, kind);
    while (html.startsWith("&amp;", at)) {
      this.runEnd = at;
      this._flushRun("&");
      this.runStart = at + "&amp;".length;
      at = valueStop(html, this.runStart, kind);
    }
    this.runEnd = at;
    preprocessor.pos = at - 1;
  }

  // — Tags ————————————————————————————————————————————————————————————————————————————————————————————————

  protected override _stateBeforeAttributeName(cp: number): void {
    super._stateBeforeAttributeName(cp);
    this.#continueTag();
  }

  protected override _stateAfterAttributeValueQuoted(cp: number): void {
    super._stateAfterAttributeValueQuoted(cp);
    this.#continueTag();
  }

  #continueTag(): void {
    const { html, pos } = this.preprocessor;
    // A CR may want to swallow the next LF.
    if (this.state !== STATE.BEFORE_ATTRIBUTE_NAME || html.charCodeAt(pos) === CR) return;
    this._flushRun("");
    this.#takeAttributes(pos + 1);
  }

  /** A start or end tag whose `<` is the current character. */
  #takeTag(): void {
    const { preprocessor } = this;
    const { html, pos } = preprocessor;
    const ends = html.charCodeAt(pos + 1) === SOLIDUS;
    const start = ends ? pos + 2 : pos + 1;
    if (!isLetter(html.charCodeAt(start))) return;
    const end = stopAfter(html, start, STOPS.TAG_NAME);
    if (!isPlainStop(html, end)) return;
    preprocessor.pos = start;
    if (ends) this._createEndTagToken();
    else this._createStartTagToken();
    (this.currentToken as Token.TagToken).tagName = lowerCaseName(html, start, end);
    this.#takeAttributes(end);
  }

  /** The attributes from `from` on and the end of the tag, up to something that parse5 has to look at. */
  #takeAttributes(from: number): void {
    const { html } = this.preprocessor;
    for (let at = from; ; ) {
      at = stopAfter(html, at, STOPS.TAG_SPACE);
      const code = html.charCodeAt(at);
      if (code === GREATER_THAN) {
        this.#finishTag(at);
        return;
      }
      if (code === SOLIDUS && html.charCodeAt(at + 1) === GREATER_THAN) {
        (this.currentToken as Token.TagToken).selfClosing = true;
        this.#finishTag(at + 1);
        return;
      }
      const end = stopAfter(html, at, STOPS.ATTRIBUTE_NAME);
      if (end === at || !isPlainStop(html, end)) {
        this.#leaveTo(STATE.BEFORE_ATTRIBUTE_NAME, at);
        return;
      }
      at = this.#takeAttribute(at, end);
      if (at < 0) return;
    }
  }

  /** An attribute whose name is given; returns where it ends, or -1 when parse5 has to look at its value. */
  #takeAttribute(start: number, nameEnd: number): number {
    const { html, droppedBufferSize } = this.preprocessor;
    const attribute: PlacedAttribute = {
      name: lowerCaseName(html, start, nameEnd),
      value: "",
      start: start + droppedBufferSize,
      end: nameEnd + droppedBufferSize,
    };
    this.currentAttr = attribute;
    this.#keep(attribute);
    const equals = stopAfter(html, nameEnd, STOPS.TAG_SPACE);
    if (html.charCodeAt(equals) !== EQUALS) return equals;
    const opening = stopAfter(html, equals + 1, STOPS.TAG_SPACE);
    const quote = html.charCodeAt(opening);
    const kind = quote === QUOTE ? STOPS.DOUBLE_QUOTED : quote === APOSTROPHE ? STOPS.SINGLE_QUOTED : STOPS.UNQUOTED;
    const quoted = kind !== STOPS.UNQUOTED;
    const valueStart = quoted ? opening + 1 : opening;
    const valueEnd = valueStop(html, valueStart, kind);
    if (quoted ? html.charCodeAt(valueEnd) !== quote : valueEnd === valueStart || !isPlainStop(html, valueEnd)) {
      this.#leaveValue(valueStart, kind, quoted);
      return -1;
    }
    attribute.value = html.slice(valueStart, valueEnd);
    const end = quoted ? valueEnd + 1 : valueEnd;
    attribute.end = end + droppedBufferSize;
    return end;
  }

  #finishTag(end: number): void {
    this.preprocessor.pos = end;
    this.state = STATE.DATA;
    this.emitCurrentTagToken();
  }

  /** parse5 goes on in this state with the character at `next`. */
  #leaveTo(state: State, next: number): void {
    this.state = state;
    this.preprocessor.pos = next - 1;
  }

  #leaveValue(start: number, kind: number, quoted: boolean): void {
    if (!quoted) {
      this.#leaveTo(STATE.BEFORE_ATTRIBUTE_VALUE, start);
      return;
    }
    this.state = kind === STOPS.DOUBLE_QUOTED ? STATE.DOUBLE_QUOTED : STATE.SINGLE_QUOTED;
    this.runStart = start;
    this.#takeValueFrom(start, kind);
  }

  /** Adds the attribute to the current tag, unless there is one of its name. */
  #keep(attribute: PlacedAttribute): void {
    const { attrs } = this.currentToken as Token.TagToken;
    const { name } = attribute;
    if (attrs.length < FEW_ATTRIBUTES) {
      for (const { name: known } of attrs) if (known === name) return;
    } else {
      this.#names ??= new Set(attrs.map((known) => known.name));
      if (this.#names.has(name)) return;
      this.#names.add(name);
    }
    attrs.push(attribute);
  }

  protected override _createAttr(name: string): void {
    this._flushRun("");
    const { offset } = this.preprocessor;
    this.currentAttr = { name, value: "", start: offset, end: offset };
  }

  protected override _leaveAttrName(): void {
    this.#keep(this.currentAttr);
    this._leaveAttrValue();
  }

  protected override _leaveAttrValue(): void {
    this.currentAttr.end = this.preprocessor.offset;
  }

  protected override emitCurrentTagToken(): void {
    this.#names = null;
    super.emitCurrentTagToken();
  }

  /** Offsets alone. */
  protected override getCurrentLocation(back: number): Token.Location {
    const startOffset = this.preprocessor.offset - back;
    return { startLine: 0, startCol: 0, startOffset, endLine: 0, endCol: 0, endOffset: 0 };
  }
}

/** The first offset from `from` on whose character stops such a run; the end of the text otherwise. */
function stopAfter(text: string, from: number, kind: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128 ? ((stopsOf[code] ?? EVERY_KIND) & kind) !== 0 : stopsAbove(code, kind)) break;
  }
  return at;
}

const SPACES = STOPS.WHITE_SPACE | STOPS.TAG_SPACE;
const NAMES = STOPS.TAG_NAME | STOPS.ATTRIBUTE_NAME;

/** Above ASCII nothing is white space to the tokenizer, names are for parse5, and surrogates for its preprocessor. */
function stopsAbove(code: number, kind: number): boolean {
  return (kind & (SPACES | NAMES)) !== 0 || (code >= 0xd800 && code <= 0xdfff);
}

/**
 * `stopAfter` in an attribute's value, except that it goes on behind an ampersand that is no reference: in a value, a
 * name followed by `=` is none, whatever the name (HTML 13.2.5.73).
 */
function valueStop(text: string, from: number, kind: number): number {
  let at = stopAfter(text, from, kind);
  while (text.charCodeAt(at) === AMPERSAND) {
    let end = at + 1;
    while (isAlphanumeric(text.charCodeAt(end))) end += 1;
    if (text.charCodeAt(end) !== EQUALS) break;
    at = stopAfter(text, end, kind);
  }
  return at;
}

/** What stops a name or an unquoted value is its ordinary end. */
function isPlainStop(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === GREATER_THAN || code === EQUALS || code === SOLIDUS || code === CR || isWhite(code);
}

/** A character that only ever is itself, in text of any kind; not the end of the text. */
function isPlainText(code: number): boolean {
  if (code >= 0x80) return code < 0xd800 || code > 0xdfff;
  return code > 0 && code !== CR && code !== LESS_THAN && code !== AMPERSAND;
}

function isWhite(code: number): boolean {
  return code === SPACE || code === LF || code === TAB || code === FF;
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

function isAlphanumeric(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39);
}
