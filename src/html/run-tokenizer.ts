/**
 * parse5's tokenizer, with runs of ordinary characters taken at once instead of one by one.
 *
 * Gives exactly the tokens and offsets of parse5's own (a property test compares them on random input; lines and columns
 * aside, which nobody here asks for). Why it may: in the states below, a character that is none of the state's stops only
 * ever extends the pending run, so looking ahead for the next stop and moving the end of the run there is the same as
 * being called for each. Stops are the state's own characters and those that parse5's preprocessor treats: NUL, CR and
 * surrogates. parse5 documents these members as its extension surface (`protected`); its version is pinned.
 */
import { Tokenizer } from "parse5";

const TAB = 0x09;
const LF = 0x0a;
const FF = 0x0c;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const LESS_THAN = 0x3c;

/** One bit a kind of run; a character's mask says which kinds it stops. */
const STOPS = { TEXT: 1, WHITE_SPACE: 2, DOUBLE_QUOTED: 4, SINGLE_QUOTED: 8, COMMENT: 16 } as const;
const EVERY_KIND = 31;

const stopsOf = new Uint8Array(128);
for (let code = 0; code < stopsOf.length; code += 1) stopsOf[code] = maskOf(code);

function maskOf(code: number): number {
  if (code === 0 || code === CR) return EVERY_KIND;
  const white = code === SPACE || code === LF || code === TAB || code === FF;
  let mask = white ? STOPS.TEXT : STOPS.WHITE_SPACE;
  if (code === LESS_THAN) mask |= STOPS.TEXT | STOPS.COMMENT;
  if (code === AMPERSAND) mask |= STOPS.TEXT | STOPS.DOUBLE_QUOTED | STOPS.SINGLE_QUOTED;
  if (code === QUOTE) mask |= STOPS.DOUBLE_QUOTED;
  if (code === APOSTROPHE) mask |= STOPS.SINGLE_QUOTED;
  if (code === HYPHEN) mask |= STOPS.COMMENT;
  return mask;
}

export class RunTokenizer extends Tokenizer {
  protected override _stateData(cp: number): void {
    const { state } = this;
    super._stateData(cp);
    if (this.state === state) this.#takeText(cp);
  }

  protected override _stateRawtext(cp: number): void {
    const { state } = this;
    super._stateRawtext(cp);
    if (this.state === state) this.#takeText(cp);
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    const { state } = this;
    super._stateAttributeValueDoubleQuoted(cp);
    if (this.state === state) this.#take(STOPS.DOUBLE_QUOTED);
  }

  protected override _stateAttributeValueSingleQuoted(cp: number): void {
    const { state } = this;
    super._stateAttributeValueSingleQuoted(cp);
    if (this.state === state) this.#take(STOPS.SINGLE_QUOTED);
  }

  protected override _stateComment(cp: number): void {
    const { state } = this;
    super._stateComment(cp);
    if (this.state === state) this.#take(STOPS.COMMENT);
  }

  /** Text is cut into tokens of white space and of other characters: a run keeps to the kind of its first. */
  #takeText(cp: number): void {
    if (cp === 0) return;
    const white = cp === SPACE || cp === LF || cp === TAB || cp === FF;
    this.#take(white ? STOPS.WHITE_SPACE : STOPS.TEXT);
  }

  /** Extends the pending run, which ends with the current character, up to the next stop. */
  #take(kind: number): void {
    const { preprocessor } = this;
    const { html, pos } = preprocessor;
    // The run does not end here after a reference or a replaced character; a CR may want to swallow the next LF.
    if (this.runEnd !== pos + 1 || html.charCodeAt(pos) === CR) return;
    let at = pos + 1;
    for (; at < html.length; at += 1) {
      const code = html.charCodeAt(at);
      if (code < 128 ? ((stopsOf[code] ?? EVERY_KIND) & kind) !== 0 : stopsAbove(code, kind)) break;
    }
    this.runEnd = at;
    preprocessor.pos = at - 1;
  }
}

/** Above ASCII nothing is white space to the tokenizer, and surrogates are for the preprocessor. */
function stopsAbove(code: number, kind: number): boolean {
  return kind === STOPS.WHITE_SPACE || (code >= 0xd800 && code <= 0xdfff);
}
