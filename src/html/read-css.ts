/**
 * Style sheets and style attributes: every URL that CSS makes a client load, and the declarations that hide something.
 *
 * Reads the token stream of CSS Syntax 3 with a small state machine instead of by a recursive parser: linear, no
 * recursion, so that 100,000 nested blocks or a selector of 1 MB cost their length (hostile-mail HM-122). A URL is
 * found wherever its token stands, also in broken rules that a browser would drop: a superset of what any client loads.
 * Limit: `limits.cssCharsMax` characters, then problem `limit.css`.
 */
import { ident, string, url } from "css-tree/utils";
import { limits } from "../base/limits.ts";
import { TextMemo } from "../base/text-memo.ts";
import { applyDeclaration, type Box, createBox, emptyBox, isBoxProperty } from "./box.ts";
import { plainUrlNames } from "./css-escapes.ts";
import { CSS, CssTokens } from "./css-tokens.ts";
import { plainDeclarations } from "./plain-declarations.ts";

export interface CssUrl {
  /** Escapes decoded. */
  readonly url: string;
  /** UTF-16 offsets of the URL or string token in the CSS text. */
  readonly start: number;
  readonly end: number;
  /** `RL-05`, `RL-06`, `RL-07`, `RL-09`, `RL-10` or `RL-11`. */
  readonly vector: string;
  /** What the same rule says about visibility. */
  readonly box: Readonly<Box>;
}

export interface StyleRule {
  readonly selector: string;
  readonly box: Readonly<Box>;
}

export interface CssReading {
  readonly urls: readonly CssUrl[];
  /** Rules that hold for an ordinary screen and say something about visibility, in order, at most `limits.cssRulesMax`. */
  readonly rules: readonly StyleRule[];
  /** The declarations outside any block: those of a style attribute. */
  readonly box: Readonly<Box>;
  readonly problems: readonly string[];
}

/** Sheets are 2,000 characters on average; the bound on characters is for hostile ones, whose readings are larger. */
const sheetMemo = new TextMemo<CssReading>(256, 512 * 1024);

/** A whole style sheet. The mails of a campaign or of a newsletter share theirs, so that the latest are remembered. */
export function readStyleSheet(css: string): CssReading {
  return sheetMemo.get(css, readNewSheet);
}

function readNewSheet(css: string): CssReading {
  return new CssScanner(css, "sheet").run();
}

/** A campaign repeats a few hundred style attributes in all of its mails and in each mail's copy for Outlook. */
const declarationsMemo = new TextMemo<CssReading>(8192, 512 * 1024);

/** The value of a style attribute. */
export function readDeclarations(css: string): CssReading {
  return declarationsMemo.get(css, readNewDeclarations);
}

function readNewDeclarations(css: string): CssReading {
  const box = css.length > limits.cssCharsMax ? null : plainDeclarations(css, emptyBox);
  return box === null ? scanDeclarations(css) : { urls: [], rules: [], box, problems: [] };
}

/** The same by CSS's own tokens, whatever the value is. */
export function scanDeclarations(css: string): CssReading {
  return new CssScanner(css, "declarations").run();
}

type BlockKind = "declarations" | "rule" | "conditional" | "screen" | "font-face" | "other";

interface Block {
  readonly kind: BlockKind;
  readonly selector: string;
  box: Box | null;
  /** Index of the first URL of this block. */
  readonly urlsFrom: number;
}

interface FoundUrl {
  url: string;
  start: number;
  end: number;
  vector: string;
  box: Readonly<Box>;
}

const conditionalAtRules: ReadonlySet<string> = new Set([
  "media",
  "supports",
  "container",
  "-moz-document",
  "document",
]);
const screenMedia = /^\s*(?:only\s+)?(?:all|screen)?\s*$/i;

/** Whether a media query list holds for every ordinary screen. */
export function isScreenMedia(media: string): boolean {
  return screenMedia.test(media);
}

/** Functions whose string argument is a URL. */
const urlFunctions: ReadonlySet<string> = new Set([
  "url",
  "src",
  "image",
  "image-set",
  "-webkit-image-set",
  "cross-fade",
]);
const variantFunctions: ReadonlySet<string> = new Set(["image-set", "-webkit-image-set"]);
/** Microsoft's filters take `src='…'` (AlphaImageLoader) and `colorSpace='…'` (ICMFilter). */
const filterProperties: ReadonlySet<string> = new Set(["filter", "-ms-filter"]);

class CssScanner {
  readonly #css: string;
  readonly #text: string;
  readonly #urls: FoundUrl[] = [];
  /** Indexes of those that no block has said anything about, so that each is given its box once. */
  readonly #boxless: number[] = [];
  readonly #rules: StyleRule[] = [];
  readonly #problems: string[] = [];
  readonly #blocks: Block[] = [];
  #block: Block;
  /** Open blocks that are `conditional`: variants chosen by the reader's screen or client. */
  #conditionals = 0;
  /** Names of open functions, innermost last. */
  readonly #functions: string[] = [];
  #variants = 0;
  /** Offset of the statement's first token, -1 before it. */
  #statement = -1;
  #atRule = "";
  #property = "";
  /** The statement's first identifier, until its colon. */
  #candidate = "";
  #valueStart = -1;
  /** Only delimiters of the statement were seen. */
  #awaitsName = false;
  #importTaken = false;

  constructor(css: string, kind: "sheet" | "declarations") {
    this.#css = css.length > limits.cssCharsMax ? css.slice(0, limits.cssCharsMax) : css;
    if (css.length > limits.cssCharsMax) this.#problems.push("limit.css");
    this.#text = plainUrlNames(this.#css);
    this.#block = { kind: kind === "sheet" ? "screen" : "declarations", selector: "", box: null, urlsFrom: 0 };
  }

  run(): CssReading {
    const { length } = this.#text;
    const tokens = new CssTokens(this.#text);
    while (tokens.next()) {
      this.#token(tokens.type, tokens.start, tokens.end);
      if (tokens.type === CSS.COLON && this.#valueStart === tokens.end) tokens.passPlain();
    }
    this.#endStatement(length);
    while (this.#blocks.length > 0) this.#closeBlock();
    const box = this.#block.box ?? emptyBox;
    this.#giveBox(this.#block);
    return { urls: this.#urls, rules: this.#rules, box, problems: this.#problems };
  }

  #token(type: number, start: number, end: number): void {
    switch (type) {
      case CSS.WHITE_SPACE:
      case CSS.COMMENT:
      case CSS.SGML_COMMENT:
        return;
      case CSS.SEMICOLON:
        if (this.#functions.length === 0) this.#endStatement(start);
        return;
      case CSS.OPENING_BRACE:
        this.#openBlock(start);
        return;
      case CSS.CLOSING_BRACE:
        this.#endStatement(start);
        this.#closeBlock();
        return;
      case CSS.OPENING:
        this.#functions.push("");
        break;
      case CSS.CLOSING:
        this.#closeFunction();
        break;
      case CSS.FUNCTION:
        this.#openFunction(start, end);
        break;
      case CSS.URL:
      case CSS.BAD_URL:
        this.#found(url.decode(closed(this.#text.slice(start, end))), start, end);
        break;
      case CSS.STRING:
      case CSS.BAD_STRING:
        this.#string(start, end);
        break;
      default:
    }
    if (this.#statement < 0) {
      this.#statement = start;
      this.#first(type, start, end);
    } else if (this.#awaitsName) this.#first(type, start, end);
    else if (this.#candidate !== "") this.#afterName(type, end);
  }

  /** A statement's first token; the star hack of old clients (`*background:…`) is read as the property it stands for. */
  #first(type: number, start: number, end: number): void {
    this.#awaitsName = type === CSS.DELIM;
    if (type === CSS.IDENT) this.#candidate = this.#name(start, end);
    else if (type === CSS.AT_KEYWORD) this.#atRule = this.#name(start + 1, end);
  }

  #afterName(type: number, end: number): void {
    if (type === CSS.COLON) {
      this.#property = this.#candidate;
      this.#valueStart = end;
    }
    this.#candidate = "";
  }

  #name(start: number, end: number): string {
    const written = this.#text.slice(start, end).toLowerCase();
    return written.includes("\\") ? ident.decode(written).toLowerCase() : written;
  }

  #openFunction(start: number, end: number): void {
    const name = this.#name(start, end - 1);
    this.#functions.push(name);
    if (variantFunctions.has(name)) this.#variants++;
  }

  #closeFunction(): void {
    const name = this.#functions.pop();
    if (name !== undefined && variantFunctions.has(name)) this.#variants--;
  }

  #string(start: number, end: number): void {
    const isImport = this.#atRule === "import" && !this.#importTaken;
    const within = this.#functions.at(-1) ?? "";
    if (isImport || urlFunctions.has(within)) {
      this.#found(string.decode(closed(this.#text.slice(start, end))), start, end);
    } else if (filterProperties.has(this.#property)) {
      this.#filterString(string.decode(closed(this.#text.slice(start, end))), start, end);
    }
  }

  /** `filter: progid:…(src='…')`, or the same quoted once more in `-ms-filter`. */
  #filterString(value: string, start: number, end: number): void {
    if (!value.includes("progid:")) {
      if (value.includes("/") || value.includes("\\")) this.#found(value, start, end);
      return;
    }
    const tokens = new CssTokens(value);
    while (tokens.next()) {
      if (tokens.type !== CSS.STRING && tokens.type !== CSS.BAD_STRING) continue;
      this.#found(string.decode(value.slice(tokens.start, tokens.end)), start, end);
    }
  }

  #found(value: string, start: number, end: number): void {
    const vector = this.#vector();
    if (vector === null || value.length === 0) return;
    this.#boxless.push(this.#urls.length);
    this.#urls.push({ url: value, start, end, vector, box: emptyBox });
  }

  #vector(): string | null {
    if (this.#atRule === "import") {
      const taken = this.#importTaken;
      this.#importTaken = true;
      return taken ? null : "RL-07";
    }
    // `@namespace` and `@document` name URLs without loading them.
    if (this.#atRule !== "") return null;
    if (this.#block.kind === "font-face") return "RL-09";
    if (this.#property === "behavior" || this.#property === "-ms-behavior" || this.#property === "-moz-binding")
      return "RL-10";
    if (this.#conditionals > 0 || this.#variants > 0) return "RL-11";
    return this.#property.startsWith("background") ? "RL-05" : "RL-06";
  }

  #endStatement(end: number): void {
    if (this.#valueStart >= 0 && isBoxProperty(this.#property)) {
      this.#block.box ??= createBox();
      applyDeclaration(this.#block.box, this.#property, this.#text.slice(this.#valueStart, end));
    }
    this.#statement = -1;
    this.#atRule = "";
    this.#property = "";
    this.#candidate = "";
    this.#valueStart = -1;
    this.#awaitsName = false;
    this.#importTaken = false;
    if (this.#functions.length > 0) this.#functions.length = 0;
    this.#variants = 0;
  }

  #openBlock(start: number): void {
    const prelude = this.#statement < 0 ? "" : this.#text.slice(this.#statement, start);
    const kind = this.#blockKind(prelude);
    this.#blocks.push(this.#block);
    if (kind === "conditional") this.#conditionals++;
    this.#block = { kind, selector: kind === "rule" ? prelude : "", box: null, urlsFrom: this.#urls.length };
    this.#valueStart = -1;
    this.#endStatement(start);
  }

  #blockKind(prelude: string): BlockKind {
    if (this.#atRule === "") return "rule";
    if (this.#atRule === "font-face") return "font-face";
    if (this.#atRule === "layer") return "screen";
    if (!conditionalAtRules.has(this.#atRule)) return "other";
    return this.#atRule === "media" && isScreenMedia(prelude.slice("@media".length)) ? "screen" : "conditional";
  }

  #closeBlock(): void {
    const parent = this.#blocks.pop();
    if (parent === undefined) return;
    const block = this.#block;
    this.#block = parent;
    if (block.kind === "conditional") this.#conditionals--;
    this.#giveBox(block);
    const applies = this.#conditionals === 0 && parent.kind === "screen";
    if (block.kind === "rule" && block.box !== null && applies) this.#keepRule(block.selector, block.box);
  }

  /** A URL in a rule is seen or not as the rule itself says. */
  #giveBox(block: Block): void {
    if (block.box === null || block.kind === "conditional" || block.kind === "screen") return;
    for (let last = this.#boxless.at(-1); last !== undefined && last >= block.urlsFrom; last = this.#boxless.at(-1)) {
      const found = this.#urls[last];
      if (found !== undefined) found.box = block.box;
      this.#boxless.pop();
    }
  }

  #keepRule(selector: string, box: Box): void {
    if (this.#rules.length < limits.cssRulesMax) this.#rules.push({ selector, box });
    else if (!this.#problems.includes("limit.css-rules")) this.#problems.push("limit.css-rules");
  }
}

/**
 * A URL or string token that the end of the text ends, with an escaped parenthesis or quote last: css-tree would take that for its
 * end. The closing one is added.
 */
function closed(token: string): string {
  const last = token.length - 1;
  if (token.charCodeAt(last - 1) !== BACKSLASH) return token;
  let backslashes = 1;
  while (token.charCodeAt(last - 1 - backslashes) === BACKSLASH) backslashes++;
  return backslashes % 2 === 0 ? token : token + token.charAt(last);
}

const BACKSLASH = 0x5c;
