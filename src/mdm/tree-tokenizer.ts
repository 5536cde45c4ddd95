/**
 * parse5's tokenizer for trees, with the same tokens in less time: where it stands inside a text, a name, a value or a comment, the characters that
 * follow and mean nothing but themselves are taken in one run, not by a step each. Of places only offsets are kept, and none of attributes. What
 * ends a run (a mark of markup, NUL, CR, half of a surrogate pair) is parse5's to read. White space behind a word belongs to the word's token: for
 * the tree it comes to the same, save around frames, where words are dropped and white space is not (HTML 13.2.6.4.20).
 *
 * parse5 documents the members that are overridden here as its extension surface (`protected`); its version is pinned, and a property test
 * compares the trees.
 */
import { type DefaultTreeAdapterMap, InsertionMode, type Parser, Token, Tokenizer } from "parse5";

/** One bit each: where a character may go on a run. */
const RUN = { WORD: 1, WHITE: 2, NAME: 4, DOUBLE_QUOTED: 8, SINGLE_QUOTED: 16, COMMENT: 32 } as const;
const CR = 0x0d;
const LATIN = 128;
/** Of what is not ASCII and no half of a pair; names end there. */
const OTHERS = RUN.WORD | RUN.DOUBLE_QUOTED | RUN.SINGLE_QUOTED | RUN.COMMENT;

const runsOf = Uint8Array.from({ length: LATIN }, (_, code) => maskOf(String.fromCharCode(code)));

function maskOf(letter: string): number {
  if (letter === "\0" || letter === "\r") return 0;
  let mask = RUN.DOUBLE_QUOTED | RUN.SINGLE_QUOTED | RUN.COMMENT | RUN.WORD;
  if (/[\t\n\f ]/.test(letter)) mask ^= RUN.WORD | RUN.WHITE;
  if (/[a-z0-9:_-]/i.test(letter)) mask |= RUN.NAME;
  if (letter === '"') mask ^= RUN.DOUBLE_QUOTED;
  if (letter === "'") mask ^= RUN.SINGLE_QUOTED;
  if (letter === "-") mask ^= RUN.COMMENT;
  if (letter === "<") mask ^= RUN.WORD | RUN.COMMENT;
  if (letter === "&") mask ^= RUN.WORD | RUN.DOUBLE_QUOTED | RUN.SINGLE_QUOTED;
  return mask;
}

export class TreeTokenizer extends Tokenizer {
  readonly #parser: Parser<DefaultTreeAdapterMap>;

  constructor(parser: Parser<DefaultTreeAdapterMap>) {
    super(parser.options, parser);
    this.#parser = parser;
    // The text is at hand as a whole: offsets stay what they are.
    this.preprocessor.bufferWaterline = Number.POSITIVE_INFINITY;
  }

  protected override getCurrentLocation(back: number): Token.Location | null {
    const startOffset = this.preprocessor.offset - back;
    return { startLine: 0, startCol: 0, startOffset, endLine: 0, endCol: 0, endOffset: -1 };
  }

  protected override _createAttr(name: string): void {
    this._flushRun("");
    this.currentAttr = { name, value: "" };
  }

  protected override _stateData(cp: number): void {
    super._stateData(cp);
    this.#goOnText();
  }

  protected override _stateRawtext(cp: number): void {
    super._stateRawtext(cp);
    this.#goOnText();
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    super._stateAttributeValueDoubleQuoted(cp);
    this.#goOn(RUN.DOUBLE_QUOTED);
  }

  protected override _stateAttributeValueSingleQuoted(cp: number): void {
    super._stateAttributeValueSingleQuoted(cp);
    this.#goOn(RUN.SINGLE_QUOTED);
  }

  protected override _stateComment(cp: number): void {
    super._stateComment(cp);
    this.#goOn(RUN.COMMENT);
  }

  protected override _stateTagName(cp: number): void {
    const { state } = this;
    super._stateTagName(cp);
    const token = this.currentToken;
    if (this.state !== state || token === null || !("tagName" in token)) return;
    token.tagName += this.#nameGoingOn();
  }

  protected override _stateAttributeName(cp: number): void {
    const { state } = this;
    super._stateAttributeName(cp);
    if (this.state === state) this.currentAttr.name += this.#nameGoingOn();
  }

  #goOnText(): void {
    const type = this.currentCharacterToken?.type;
    if (type === Token.TokenType.WHITESPACE_CHARACTER) this.#goOn(RUN.WHITE);
    if (type === Token.TokenType.CHARACTER) this.#goOn(this.#isAmongFrames ? RUN.WORD : RUN.WORD | RUN.WHITE);
  }

  get #isAmongFrames(): boolean {
    const { insertionMode: mode } = this.#parser;
    return (
      mode === InsertionMode.IN_FRAMESET ||
      mode === InsertionMode.AFTER_FRAMESET ||
      mode === InsertionMode.AFTER_AFTER_FRAMESET
    );
  }

  /** Where the character that was just read stands in a run, the run goes on as far as it may. */
  #goOn(kind: number): void {
    const { preprocessor } = this;
    if (preprocessor.pos + 1 !== this.runEnd || preprocessor.html.charCodeAt(preprocessor.pos) === CR) return;
    const end = endOfRun(preprocessor.html, this.runEnd, kind);
    preprocessor.pos = end - 1;
    this.runEnd = end;
  }

  /** The rest of a name, in lower case. */
  #nameGoingOn(): string {
    const { preprocessor } = this;
    const from = preprocessor.pos + 1;
    const end = endOfRun(preprocessor.html, from, RUN.NAME);
    if (end === from) return "";
    preprocessor.pos = end - 1;
    return preprocessor.html.slice(from, end).toLowerCase();
  }
}

function endOfRun(text: string, from: number, kind: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < LATIN ? ((runsOf[code] ?? 0) & kind) === 0 : (OTHERS & kind) === 0 || isSurrogate(code)) break;
  }
  return at;
}

function isSurrogate(code: number): boolean {
  return (code & 0xf800) === 0xd800;
}
