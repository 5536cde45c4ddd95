/**
 * The body that RTF holds: HTML or text that Outlook wrapped in it, taken out again (MS-OXRTFEX 2.1, 3.1), or the text of RTF
 * that is itself the body.
 *
 * Total and linear; groups deeper than `limits.rtfDepthMax` are left out. Wrapped HTML stands in `{\*\htmltag …}` groups,
 * copied as they are, and between them as text; what lies between `\htmlrtf` and `\htmlrtf0` is only for RTF readers.
 *
 * What names something outside the document is collected as it stands: instructions of fields, the template, names of
 * shapes' pictures, data of linked objects. `rtf-references.ts` reads addresses out of it.
 */
import { limits } from "../../base/limits.ts";
import { hexValue } from "../bytes.ts";
import { decodeCharset } from "../charset.ts";
import { charsetOfCodePage, codePageOfFontCharset } from "./code-pages.ts";

export interface RtfBody {
  /** `rtf`: the document itself is the body, and `text` is its text without any form. */
  readonly kind: "html" | "text" | "rtf";
  readonly text: string;
  readonly problems: readonly string[];
  /** In order, at most `limits.rtfOutwardMax`. */
  readonly outward: readonly RtfOutward[];
}

/**
 * `field`: the instruction of a field, as `INCLUDEPICTURE "…"` · `template`: the document's template · `picture`: the name of a
 * shape's picture · `object`: the data of an object that is linked or updated, in hexadecimal.
 */
export interface RtfOutward {
  readonly kind: "field" | "template" | "picture" | "object";
  readonly text: string;
}

/** Reads RTF; null for bytes that do not begin with `{\rt`. */
export function readRtfBody(bytes: Buffer): RtfBody | null {
  if (bytes.toString("latin1", 0, 4) !== "{\\rt") return null;
  return new RtfReader(bytes).read();
}

type Kept = RtfOutward["kind"] | "shape-name" | "shape-value" | "";

/** Destinations whose text is kept. */
const KEPT_DESTINATIONS: ReadonlyMap<string, Kept> = new Map([
  ["fldinst", "field"],
  ["template", "template"],
  ["objdata", "object"],
  ["sn", "shape-name"],
  ["sv", "shape-value"],
]);

/** The text of a group that is kept. */
interface Keeping {
  readonly kept: Kept;
  /** Groups around it. */
  readonly depth: number;
  readonly text: string[];
}

/** What a group hands on to the groups inside it. */
interface GroupState {
  /** In a destination that is not shown. */
  isHidden: boolean;
  isFontTable: boolean;
  isHtmlTag: boolean;
  isRtfOnly: boolean;
  /** What the text of this group is kept as, besides being hidden. */
  kept: Kept;
  font: number;
  /** Characters after `\u` that stand for it in old readers. */
  fallbackChars: number;
}

const HIDDEN_DESTINATIONS: ReadonlySet<string> = new Set([
  ...[
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
  ],
  ...[
    "footerf",
    "listtable",
    "listoverridetable",
    "revtbl",
    "rsidtbl",
    "filetbl",
    "themedata",
    "datastore",
    "nonshppict",
  ],
]);

/** Control words that are a character. `\par` and `\line` are line ends in wrapped HTML too. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["par", "\r\n"],
  ["line", "\r\n"],
  ["row", "\r\n"],
  ["tab", "\t"],
  ["cell", "\t"],
  ["lquote", "\u2018"],
  ["rquote", "\u2019"],
  ["ldblquote", "\u201c"],
  ["rdblquote", "\u201d"],
  ["bullet", "\u2022"],
  ["endash", "\u2013"],
  ["emdash", "\u2014"],
  ["emspace", "\u2003"],
  ["enspace", "\u2002"],
]);

const KEPT_RUN_BYTES = 16 * 1024;
const WORD_CHARS_MAX = 32;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

class RtfReader {
  readonly #bytes: Buffer;
  readonly #stack: GroupState[] = [];
  #state: GroupState = {
    isHidden: false,
    isFontTable: false,
    isHtmlTag: false,
    isRtfOnly: false,
    kept: "",
    font: -1,
    fallbackChars: 1,
  };
  #at = 0;
  /** Open groups beyond those whose state is kept. */
  #tooDeep = 0;
  #kind: RtfBody["kind"] = "rtf";
  #codePage = 1252;
  #defaultFont = -1;
  readonly #fontCodePages = new Map<number, number>();
  /** After `\*`: the next word names a destination that may be left out. */
  #isStarred = false;
  #skipChars = 0;
  readonly #out: string[] = [];
  /** Bytes of one code page that wait for being decoded. */
  readonly #run: Buffer;
  #runFill = 0;
  #runCodePage = 1252;
  readonly #problems = new Set<string>();
  readonly #outward: RtfOutward[] = [];
  readonly #keepings: Keeping[] = [];
  #keptChars = 0;
  /** The shape property that was named last. */
  #shapeName = "";
  /** The object around is linked, or says that it wants to be updated. */
  #isLinked = false;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#run = Buffer.allocUnsafe(bytes.length);
  }

  read(): RtfBody {
    const bytes = this.#bytes;
    while (this.#at < bytes.length) {
      const byte = bytes[this.#at] as number;
      this.#at += 1;
      if (byte === BACKSLASH) this.#control();
      else if (byte === OPEN) this.#openGroup();
      else if (byte === CLOSE) this.#closeGroup();
      else if (byte !== 0x0d && byte !== 0x0a && byte !== 0) this.#byte(byte);
    }
    while (this.#keepings.length > 0) this.#keepDone();
    this.#flush();
    const text = this.#out.join("").toWellFormed();
    return { kind: this.#kind, text, problems: [...this.#problems], outward: this.#outward };
  }

  #openGroup(): void {
    this.#skipChars = 0;
    if (this.#tooDeep > 0 || this.#stack.length === limits.rtfDepthMax) {
      this.#tooDeep += 1;
      this.#problems.add("limit.rtf-depth");
      return;
    }
    this.#stack.push({ ...this.#state });
  }

  #closeGroup(): void {
    this.#skipChars = 0;
    this.#isStarred = false;
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    if (this.#keepings.at(-1)?.depth === this.#stack.length) this.#keepDone();
    this.#state = this.#stack.pop() ?? this.#state;
  }

  /** The text of the group so far belongs to what is outside of it. */
  #keep(kept: Kept): void {
    this.#flush();
    this.#state.kept = kept;
    // A second destination in one group is the first one's end.
    if (this.#keepings.at(-1)?.depth === this.#stack.length) this.#keepDone();
    this.#keepings.push({ kept, depth: this.#stack.length, text: [] });
  }

  #keepDone(): void {
    this.#flush();
    const done = this.#keepings.pop();
    if (done === undefined) return;
    const text = done.text.join("").toWellFormed().trim();
    if (done.kept === "shape-name") this.#shapeName = text.toLowerCase();
    const kind = done.kept === "shape-value" && this.#shapeName === "pibname" ? "picture" : done.kept;
    if (text === "" || kind === "" || kind === "shape-name" || kind === "shape-value") return;
    if (this.#outward.length < limits.rtfOutwardMax) this.#outward.push({ kind, text });
    else this.#problems.add("limit.rtf-outward");
  }

  /** After a backslash. */
  #control(): void {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return;
    if (isLetter(byte)) {
      this.#word();
      return;
    }
    this.#at += 1;
    switch (byte) {
      case 0x27: {
        const high = hexValue(this.#bytes[this.#at]);
        const low = hexValue(this.#bytes[this.#at + 1]);
        if (high < 0 || low < 0) return;
        this.#at += 2;
        this.#byte(high * 16 + low);
        return;
      }
      case 0x2a:
        this.#isStarred = true;
        return;
      case 0x7e:
        this.#text("\u00a0");
        return;
      case 0x5f:
        this.#text("\u2011");
        return;
      case 0x0d:
      case 0x0a:
        this.#text("\r\n");
        return;
      case BACKSLASH:
      case OPEN:
      case CLOSE:
        this.#byte(byte);
    }
  }

  #word(): void {
    const start = this.#at;
    const bytes = this.#bytes;
    while (this.#at < bytes.length && isLetter(bytes[this.#at] as number) && this.#at - start < WORD_CHARS_MAX) {
      this.#at += 1;
    }
    const word = bytes.toString("latin1", start, this.#at);
    const value = this.#number();
    if (bytes[this.#at] === 0x20) this.#at += 1;
    const isStarred = this.#isStarred;
    this.#isStarred = false;
    if (this.#tooDeep > 0) {
      if (word === "bin") this.#skipBinary(value);
      return;
    }
    if (isStarred || HIDDEN_DESTINATIONS.has(word) || KEPT_DESTINATIONS.has(word) || word === "fonttbl")
      this.#destination(word);
    else this.#apply(word, value);
  }

  /** NaN for none; at most ten digits count. */
  #number(): number {
    const start = this.#at;
    const bytes = this.#bytes;
    if (bytes[this.#at] === 0x2d) this.#at += 1;
    while (this.#at - start <= 10 && isDigit(bytes[this.#at])) this.#at += 1;
    return this.#at === start ? Number.NaN : Number.parseInt(bytes.toString("latin1", start, this.#at), 10);
  }

  #destination(word: string): void {
    const kept = KEPT_DESTINATIONS.get(word) ?? "";
    if (word === "htmltag") this.#state.isHtmlTag = !this.#state.isHidden;
    else {
      if (this.#state.kept !== "") this.#flush();
      this.#state.isHidden = true;
      this.#state.isFontTable = word === "fonttbl";
      this.#state.kept = "";
      if (kept !== "" && (kept !== "object" || this.#isLinked)) this.#keep(kept);
    }
  }

  #apply(word: string, value: number): void {
    const character = CHARACTERS.get(word);
    if (character !== undefined) {
      if (this.#takesFallback()) return;
      this.#text(character);
      return;
    }
    switch (word) {
      case "u":
        this.#unicode(value);
        return;
      case "uc":
        this.#state.fallbackChars = value >= 0 && value <= 64 ? value : 1;
        return;
      case "bin":
        this.#skipBinary(value);
        return;
      case "htmlrtf":
        this.#state.isRtfOnly = value !== 0;
        return;
      case "fromhtml":
        this.#kind = value === 0 ? this.#kind : "html";
        return;
      case "fromtext":
        this.#kind = "text";
        return;
      case "object":
        this.#isLinked = false;
        return;
      case "objlink":
      case "objautlink":
      case "objupdate":
        this.#isLinked = true;
        return;
      default:
        this.#font(word, value);
    }
  }

  #font(word: string, value: number): void {
    switch (word) {
      case "ansicpg":
        if (value > 0) this.#codePage = value;
        return;
      case "deff":
        this.#defaultFont = value;
        return;
      case "f":
        this.#state.font = value;
        return;
      case "plain":
        this.#state.font = this.#defaultFont;
        return;
      case "fcharset":
      case "cpg": {
        if (!this.#state.isFontTable || this.#fontCodePages.size >= FONTS_MAX) return;
        const codePage = word === "cpg" ? value : codePageOfFontCharset(value);
        if (codePage > 0) this.#fontCodePages.set(this.#state.font, codePage);
      }
    }
  }

  #skipBinary(length: number): void {
    if (length <= 0 || Number.isNaN(length)) return;
    const start = this.#at;
    this.#at = Math.min(this.#bytes.length, start + length);
    // An object's data may stand as bytes instead of digits.
    if (this.#state.kept !== "object" || !this.#isShown) return;
    this.#flush();
    this.#write(this.#bytes.toString("hex", start, Math.min(this.#at, start + limits.rtfOutwardCharsMax)));
  }

  #unicode(value: number): void {
    if (Number.isNaN(value)) return;
    this.#text(String.fromCharCode(value & 0xffff));
    this.#skipChars = this.#state.fallbackChars;
  }

  /** True for a character that only stands for the `\u` before it. */
  #takesFallback(): boolean {
    if (this.#skipChars === 0) return false;
    this.#skipChars -= 1;
    return true;
  }

  get #isShown(): boolean {
    const { isHidden, isHtmlTag, isRtfOnly, kept } = this.#state;
    if (this.#tooDeep > 0) return false;
    if (kept !== "") return this.#keptChars < limits.rtfOutwardCharsMax;
    if (isHidden) return false;
    return this.#kind === "rtf" || isHtmlTag || !isRtfOnly;
  }

  #byte(byte: number): void {
    if (this.#takesFallback() || !this.#isShown) return;
    const codePage = this.#fontCodePages.get(this.#state.font) ?? this.#codePage;
    if (byte >= 0x80 && codePage !== this.#runCodePage) {
      this.#flush();
      this.#runCodePage = codePage;
    }
    this.#run[this.#runFill] = byte;
    this.#runFill += 1;
    // What is kept counts when it is written.
    if (this.#runFill >= KEPT_RUN_BYTES && this.#state.kept !== "") this.#flush();
  }

  #text(text: string): void {
    this.#skipChars = 0;
    if (!this.#isShown) return;
    this.#flush();
    this.#write(text);
  }

  #write(text: string): void {
    const keeping = this.#state.kept === "" ? undefined : this.#keepings.at(-1);
    if (keeping === undefined) this.#out.push(text);
    else {
      keeping.text.push(text);
      this.#keptChars += text.length;
      if (this.#keptChars >= limits.rtfOutwardCharsMax) this.#problems.add("limit.rtf-outward");
    }
  }

  #flush(): void {
    if (this.#runFill === 0) return;
    const run = this.#run.subarray(0, this.#runFill);
    this.#runFill = 0;
    const charset = charsetOfCodePage(this.#runCodePage);
    // What looks like a byte order mark is two letters here.
    const isMark = (run[0] as number) >= 0xef;
    const text = decodeCharset(isMark ? Buffer.concat([SPACE, run]) : run, charset).text;
    this.#write(isMark ? text.slice(1) : text);
  }
}

const SPACE = Buffer.from(" ");
const FONTS_MAX = 4_096;

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
