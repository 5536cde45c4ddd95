/**
 * Cuts CSS into the tokens of CSS Syntax 3, section 4.3, one at a time. Total: every text is tokens from its first to its
 * last character. A property test compares it with css-tree's tokenizer on random input.
 *
 * Our own because it runs for every sheet of every mail: it makes nothing but the offsets of the token it stands at.
 * Cost: linear.
 */

/** Numbers, percentages, dimensions and square brackets say nothing here: they are `OTHER`. */
export const CSS = {
  OTHER: 0,
  IDENT: 1,
  /** With its opening parenthesis. */
  FUNCTION: 2,
  AT_KEYWORD: 3,
  HASH: 4,
  STRING: 5,
  BAD_STRING: 6,
  URL: 7,
  BAD_URL: 8,
  DELIM: 9,
  WHITE_SPACE: 10,
  COMMENT: 11,
  /** `<!--` and `-->`. */
  SGML_COMMENT: 12,
  COLON: 13,
  SEMICOLON: 14,
  COMMA: 15,
  OPENING: 16,
  CLOSING: 17,
  OPENING_BRACE: 18,
  CLOSING_BRACE: 19,
} as const;

const TAB = 0x09;
const LF = 0x0a;
const FF = 0x0c;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const NUMBER_SIGN = 0x23;
const PERCENT = 0x25;
const APOSTROPHE = 0x27;
const OPENING = 0x28;
const CLOSING = 0x29;
const ASTERISK = 0x2a;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const STOP = 0x2e;
const SOLIDUS = 0x2f;
const SEMICOLON = 0x3b;
const LESS_THAN = 0x3c;
const AT = 0x40;
const BACKSLASH = 0x5c;
const CLOSING_BRACE = 0x7d;

/** What a character may be, one bit each; above ASCII all are `NAME` and `NAME_START`. */
const IS = { NAME: 1, NAME_START: 2, DIGIT: 4, HEX: 8, WHITE: 16, NEWLINE: 32, UNPRINTABLE: 64, PLAIN: 128 } as const;
const kindsOf = new Uint8Array(128);
/** The tokens that are one character. */
const singleOf = new Uint8Array(128);
for (let code = 0; code < kindsOf.length; code += 1) kindsOf[code] = kindsOfCode(code);
for (const [char, type] of [
  [":", CSS.COLON],
  [";", CSS.SEMICOLON],
  [",", CSS.COMMA],
  ["(", CSS.OPENING],
  [")", CSS.CLOSING],
  ["{", CSS.OPENING_BRACE],
  ["}", CSS.CLOSING_BRACE],
] as const) {
  singleOf[char.charCodeAt(0)] = type;
}

function kindsOfCode(code: number): number {
  // CSS Syntax 3.3: NUL is read as U+FFFD.
  if (code === 0) return IS.NAME | IS.NAME_START;
  const char = String.fromCharCode(code);
  const newline = code === LF || code === CR || code === FF;
  return (
    (/[a-z0-9_-]/i.test(char) ? IS.NAME : 0) |
    (/[a-z_]/i.test(char) ? IS.NAME_START : 0) |
    (/[0-9]/.test(char) ? IS.DIGIT : 0) |
    (/[0-9a-f]/i.test(char) ? IS.HEX : 0) |
    (newline || code === SPACE || code === TAB ? IS.WHITE : 0) |
    (newline ? IS.NEWLINE : 0) |
    (/[a-z0-9 \t\r\n\f_.,#%!+*-]/i.test(char) ? IS.PLAIN : 0) |
    (code <= 0x08 || code === 0x0b || (code >= 0x0e && code <= 0x1f) || code === 0x7f ? IS.UNPRINTABLE : 0)
  );
}

/** Bits of `IS`; 0 behind the end of the text. */
function kindsAt(css: string, at: number): number {
  const code = css.charCodeAt(at);
  return code < 128 ? (kindsOf[code] ?? 0) : code >= 128 ? IS.NAME | IS.NAME_START : 0;
}

export class CssTokens {
  /** Of the token that `next` moved to: one of `CSS`, and its offsets. */
  type = 0;
  start = 0;
  end = 0;
  readonly #css: string;

  constructor(css: string) {
    this.#css = css;
  }

  /** Moves to the next token; false at the end of the text. */
  next(): boolean {
    this.start = this.end;
    if (this.start >= this.#css.length) return false;
    this.#take(this.start);
    return true;
  }

  /**
   * Goes on behind the token: over names, numbers and what stands between them, up to a semicolon or a
   * closing brace; stays where anything else comes first that may be more than its characters say (a function, a string, a
   * comment, an escape, a colon, a block). For the values of declarations, which seldom need tokens.
   */
  passPlain(): void {
    const css = this.#css;
    let at = this.end;
    while (at < css.length && (kindsAt(css, at) & IS.PLAIN) !== 0) at += 1;
    const next = css.charCodeAt(at);
    if (next === SEMICOLON || next === CLOSING_BRACE) this.end = at;
  }

  #take(at: number): void {
    const css = this.#css;
    const code = css.charCodeAt(at);
    const kinds = kindsAt(css, at);
    if ((kinds & IS.WHITE) !== 0) this.#put(CSS.WHITE_SPACE, runEnd(css, at + 1, IS.WHITE));
    else if ((kinds & IS.NAME_START) !== 0) this.#takeNamed(at);
    else if ((kinds & IS.DIGIT) !== 0) this.#takeNumber(at);
    else if (singleOf[code] !== 0) this.#put(singleOf[code] ?? CSS.DELIM, at + 1);
    else this.#takeMarked(at, code);
  }

  /** What begins with a sign that may begin several tokens. */
  #takeMarked(at: number, code: number): void {
    const css = this.#css;
    switch (code) {
      case QUOTE:
      case APOSTROPHE:
        this.#takeString(at, code);
        return;
      case NUMBER_SIGN:
        if ((kindsAt(css, at + 1) & IS.NAME) !== 0 || isEscape(css, at + 1)) this.#put(CSS.HASH, nameEnd(css, at + 1));
        else this.#put(CSS.DELIM, at + 1);
        return;
      case AT:
        if (beginsName(css, at + 1)) this.#put(CSS.AT_KEYWORD, nameEnd(css, at + 1));
        else this.#put(CSS.DELIM, at + 1);
        return;
      case SOLIDUS:
        if (css.charCodeAt(at + 1) === ASTERISK) this.#put(CSS.COMMENT, endBehind(css, "*/", at + 2));
        else this.#put(CSS.DELIM, at + 1);
        return;
      case LESS_THAN:
        if (css.startsWith("!--", at + 1)) this.#put(CSS.SGML_COMMENT, at + 4);
        else this.#put(CSS.DELIM, at + 1);
        return;
      case BACKSLASH:
        if (isEscape(css, at)) this.#takeNamed(at);
        else this.#put(CSS.DELIM, at + 1);
        return;
      case PLUS:
      case STOP:
        if (beginsNumber(css, at)) this.#takeNumber(at);
        else this.#put(CSS.DELIM, at + 1);
        return;
      case HYPHEN:
        if (beginsNumber(css, at)) this.#takeNumber(at);
        else if (css.startsWith("->", at + 1)) this.#put(CSS.SGML_COMMENT, at + 3);
        else if (beginsName(css, at)) this.#takeNamed(at);
        else this.#put(CSS.DELIM, at + 1);
        return;
      default:
        this.#put(code === 0x5b || code === 0x5d ? CSS.OTHER : CSS.DELIM, at + 1);
    }
  }

  #put(type: number, end: number): void {
    this.type = type;
    this.end = end;
  }

  #takeNumber(at: number): void {
    const css = this.#css;
    const end = numberEnd(css, at);
    if (css.charCodeAt(end) === PERCENT) this.#put(CSS.OTHER, end + 1);
    else this.#put(CSS.OTHER, beginsName(css, end) ? nameEnd(css, end) : end);
  }

  /** CSS Syntax 4.3.4: an identifier, a function, or a URL that is not quoted. */
  #takeNamed(at: number): void {
    const css = this.#css;
    const end = nameEnd(css, at);
    if (css.charCodeAt(end) !== OPENING) {
      this.#put(CSS.IDENT, end);
      return;
    }
    if (end - at === 3 && css.slice(at, end).toLowerCase() === "url") {
      const first = runEnd(css, end + 1, IS.WHITE);
      const code = css.charCodeAt(first);
      if (code !== QUOTE && code !== APOSTROPHE) {
        this.#takeUrl(first);
        return;
      }
    }
    this.#put(CSS.FUNCTION, end + 1);
  }

  #takeUrl(from: number): void {
    const css = this.#css;
    for (let at = from; at < css.length; at += 1) {
      const code = css.charCodeAt(at);
      const kinds = kindsAt(css, at);
      if (code === CLOSING) {
        this.#put(CSS.URL, at + 1);
        return;
      }
      if ((kinds & IS.WHITE) !== 0) {
        const next = runEnd(css, at, IS.WHITE);
        if (next < css.length && css.charCodeAt(next) !== CLOSING) this.#put(CSS.BAD_URL, badUrlEnd(css, next));
        else this.#put(CSS.URL, Math.min(next + 1, css.length));
        return;
      }
      if (code === BACKSLASH && isEscape(css, at)) at = escapeEnd(css, at) - 1;
      else if (code === QUOTE || code === APOSTROPHE || code === OPENING || code === BACKSLASH) {
        this.#put(CSS.BAD_URL, badUrlEnd(css, at));
        return;
      } else if ((kinds & IS.UNPRINTABLE) !== 0) {
        this.#put(CSS.BAD_URL, badUrlEnd(css, at));
        return;
      }
    }
    this.#put(CSS.URL, css.length);
  }

  /** CSS Syntax 4.3.5. A newline ends it badly, and is counted with it; the end of the text ends it well. */
  #takeString(start: number, quote: number): void {
    const css = this.#css;
    for (let at = start + 1; at < css.length; at += 1) {
      const code = css.charCodeAt(at);
      if (code === quote) {
        this.#put(CSS.STRING, at + 1);
        return;
      }
      if ((kindsAt(css, at) & IS.NEWLINE) !== 0) {
        this.#put(CSS.BAD_STRING, newlineEnd(css, at));
        return;
      }
      if (code === BACKSLASH && at + 1 < css.length) {
        // A newline that is escaped goes on.
        at = (kindsAt(css, at + 1) & IS.NEWLINE) !== 0 ? newlineEnd(css, at + 1) - 1 : escapeEnd(css, at) - 1;
      }
    }
    this.#put(CSS.STRING, css.length);
  }
}

/** The first offset from `from` on whose character is not of these kinds. */
function runEnd(css: string, from: number, kinds: number): number {
  let at = from;
  while ((kindsAt(css, at) & kinds) !== 0) at += 1;
  return at;
}

function endBehind(css: string, what: string, from: number): number {
  const at = css.indexOf(what, from);
  return at < 0 ? css.length : at + what.length;
}

/** CSS Syntax 4.3.8. */
function isEscape(css: string, at: number): boolean {
  return css.charCodeAt(at) === BACKSLASH && at + 1 < css.length && (kindsAt(css, at + 1) & IS.NEWLINE) === 0;
}

/** CSS Syntax 4.3.7: a backslash and one character, or up to six hex digits and one white space. */
function escapeEnd(css: string, backslash: number): number {
  let at = backslash + 1;
  while (at < backslash + 7 && (kindsAt(css, at) & IS.HEX) !== 0) at += 1;
  if (at === backslash + 1) return Math.min(at + 1, css.length);
  return (kindsAt(css, at) & IS.WHITE) !== 0 ? newlineEnd(css, at) : at;
}

/** Behind one white space; CR LF is one. */
function newlineEnd(css: string, at: number): number {
  return css.charCodeAt(at) === CR && css.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

/** CSS Syntax 4.3.9. */
function beginsName(css: string, from: number): boolean {
  const at = css.charCodeAt(from) === HYPHEN ? from + 1 : from;
  if ((kindsAt(css, at) & IS.NAME_START) !== 0 || isEscape(css, at)) return true;
  return at > from && css.charCodeAt(at) === HYPHEN;
}

function nameEnd(css: string, from: number): number {
  let at = from;
  for (;;) {
    if ((kindsAt(css, at) & IS.NAME) !== 0) at += 1;
    else if (isEscape(css, at)) at = escapeEnd(css, at);
    else return at;
  }
}

/** CSS Syntax 4.3.10. */
function beginsNumber(css: string, from: number): boolean {
  const code = css.charCodeAt(from);
  const at = code === PLUS || code === HYPHEN ? from + 1 : from;
  if ((kindsAt(css, at) & IS.DIGIT) !== 0) return true;
  return css.charCodeAt(at) === STOP && (kindsAt(css, at + 1) & IS.DIGIT) !== 0;
}

/** CSS Syntax 4.3.12. */
function numberEnd(css: string, from: number): number {
  const code = css.charCodeAt(from);
  let at = runEnd(css, code === PLUS || code === HYPHEN ? from + 1 : from, IS.DIGIT);
  if (css.charCodeAt(at) === STOP && (kindsAt(css, at + 1) & IS.DIGIT) !== 0) at = runEnd(css, at + 1, IS.DIGIT);
  if ((css.charCodeAt(at) | 0x20) !== 0x65) return at;
  const sign = css.charCodeAt(at + 1);
  const digits = sign === PLUS || sign === HYPHEN ? at + 2 : at + 1;
  return (kindsAt(css, digits) & IS.DIGIT) !== 0 ? runEnd(css, digits, IS.DIGIT) : at;
}

/** CSS Syntax 4.3.14. */
function badUrlEnd(css: string, from: number): number {
  for (let at = from; at < css.length; at += 1) {
    if (css.charCodeAt(at) === CLOSING) return at + 1;
    if (isEscape(css, at)) at = escapeEnd(css, at) - 1;
  }
  return css.length;
}
