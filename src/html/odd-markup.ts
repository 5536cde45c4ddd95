/**
 * Reads the pieces of markup that are not ordinary, by parse5's tokenizer: from the first character of such a piece until
 * parse5 is in its data state again, where the next token may be an ordinary one. parse5 documents the members that are
 * overridden here as its extension surface (`protected`); its version is pinned.
 */
import { Token, type TokenHandler, Tokenizer } from "parse5";
import { kindOf } from "./element-kinds.ts";
import type { MarkupHandler, OpenTag } from "./markup.ts";

type State = Tokenizer["state"];

/** parse5's data state, which it names only in a const enum of its own. */
export const DATA = 0 as State;

export interface OddPiece {
  /** In which state to begin. */
  readonly state: State;
  /** The name of the start tag before, which ends raw text. */
  readonly lastStartTag: string;
  /** Reads at least up to here. */
  readonly leftUntil: number;
}

/** An attribute of parse5's with its offsets, instead of in a dictionary of its tag by name. */
interface PlacedAttribute extends Token.Attribute {
  readonly start: number;
  end: number;
}

export class OddMarkup extends Tokenizer {
  declare protected currentAttr: PlacedAttribute;
  readonly #source: string;
  #from = 0;
  #leftUntil = 0;
  #end = 0;
  #openTag: number | null = null;

  constructor(source: string, tag: OpenTag, markup: MarkupHandler) {
    super({ sourceCodeLocationInfo: true }, bridge(source, tag, markup));
    this.#source = source;
    // The text is at hand as a whole: nothing is gained by cutting off what is read, and offsets stay what they are.
    this.preprocessor.bufferWaterline = Number.POSITIVE_INFINITY;
    this.preprocessor.write(source, true);
  }

  /** Gives the tokens of the piece that begins at `from` to the handler; returns its end. */
  read(from: number, { state, lastStartTag, leftUntil }: OddPiece): number {
    const { preprocessor } = this;
    this.#from = from;
    this.#leftUntil = leftUntil;
    this.#end = this.#source.length;
    this.state = state;
    this.lastStartTagName = lastStartTag;
    this.currentLocation = locationOf(from);
    this.active = true;
    this.paused = false;
    preprocessor.pos = from - 1;
    // parse5 may have read a CR last and would pass over an LF that comes next: behind a tag, reading its end undoes that.
    if (this.#source.charCodeAt(from) === LF && from > 0) {
      preprocessor.pos = from - 2;
      preprocessor.advance();
    }
    this._runParsingLoop();
    return this.#end;
  }

  /** Where the start tag begins that the end of the text left open; null for none. */
  get openTag(): number | null {
    return this.#openTag;
  }

  override pause(): void {
    this.#end = Math.min(this.#end, this.preprocessor.pos + 1);
    super.pause();
  }

  protected override _stateData(cp: number): void {
    const at = this.preprocessor.codePointStart;
    if (cp < 0 || at === this.#from || at < this.#leftUntil || this.inForeignNode) {
      super._stateData(cp);
      return;
    }
    this.currentLocation = locationOf(at);
    this._emitCurrentCharacterToken(this.currentLocation);
    this.#end = at;
    super.pause();
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

  protected override _emitEOFToken(): void {
    const open = this.currentToken;
    if (open?.type === Token.TokenType.START_TAG) this.#openTag = open.location?.startOffset ?? null;
    super._emitEOFToken();
  }

  protected override getCurrentLocation(back: number): Token.Location {
    return locationOf(this.preprocessor.offset - back);
  }
}

const LF = 0x0a;

/** From parse5's tokens to the handler's. */
function bridge(source: string, tag: OpenTag, markup: MarkupHandler): TokenHandler {
  const startOf = (token: Token.Token) => token.location?.startOffset ?? 0;
  const endOf = (token: Token.Token) => token.location?.endOffset ?? 0;
  return {
    onStartTag(token) {
      tag.begin({ name: token.tagName, info: kindOf(token.tagName) }, startOf(token));
      tag.end = endOf(token);
      tag.selfClosing = token.selfClosing;
      for (const attribute of token.attrs as PlacedAttribute[]) {
        tag.add().copy(attribute.name, attribute.value, source, attribute);
      }
      markup.startTag(tag);
    },
    onEndTag: (token) => markup.endTag(token.tagName, kindOf(token.tagName), startOf(token), endOf(token)),
    onCharacter: (token) => markup.text(token.chars),
    onWhitespaceCharacter: (token) => markup.space(token.chars),
    onNullCharacter() {},
    onComment: (token) => markup.comment(startOf(token), endOf(token)),
    onDoctype() {},
    // The one who asked for the piece knows the end of the text.
    onEof() {},
    // Null, not absent: parse5 then skips its checks for odd characters.
    onParseError: null,
  };
}

function locationOf(offset: number): Token.Location {
  return { startLine: 0, startCol: 0, startOffset: offset, endLine: 0, endCol: 0, endOffset: 0 };
}
