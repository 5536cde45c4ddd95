/**
 * What is known of the elements of HTML, as data: one bit for each kind of them that some place here treats alike, so that
 * a tag costs one look-up and every question about it is a test of bits.
 */
import { TokenizerMode } from "parse5";

/** Content that is text for the tokenizer: `state` for it, and what the reader makes of it. */
export interface RawContent {
  readonly state: (typeof TokenizerMode)[keyof typeof TokenizerMode];
  /** `markup`: read as a document of its own, since some clients do. */
  readonly use: "style" | "skip" | "text" | "markup";
}

export const IS = {
  /** Never has content (HTML 13.1.2, and the obsolete ones that never had). */
  VOID: 1 << 0,
  CLOSES_PARAGRAPH: 1 << 1,
  /** May stand in a table; anything else lands before it. */
  TABLE_PART: 1 << 2,
  /** What is in it and is no part of a table lands before the table. */
  FOSTERS: 1 << 3,
  FORMATTING: 1 << 4,
  /** Its start tag ends others of its sort. */
  ENDS_OTHERS: 1 << 5,
  /** May stand in a head; anything else ends it. */
  OF_HEAD: 1 << 6,
  /** An end tag that looks no further than its table. */
  ENDS_IN_TABLE: 1 << 7,
  /** A line of text begins and ends with it. */
  LINE: 1 << 8,
  /** Cells stand beside each other on a line. */
  CELL: 1 << 9,
  /** Shows something without any text. */
  REPLACED: 1 << 10,
  /** Its load has the size of the element; backgrounds fill theirs. */
  IMAGE: 1 << 11,
  /** A document in it is a picture; in any other element it is a page of its own (RL-16). */
  PICTURE: 1 << 12,
  /** Its text is never shown. */
  TEXTLESS: 1 << 13,
  /** Clients never show it, whatever the styles say. */
  UNSHOWN: 1 << 14,
} as const;

const rows: readonly (readonly [bit: number, names: string])[] = [
  [
    IS.VOID,
    "area base basefont bgsound br col command embed frame hr image img input isindex keygen link meta param source track wbr",
  ],
  [
    IS.CLOSES_PARAGRAPH,
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 " +
      "h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary ul xmp dd dt",
  ],
  [IS.TABLE_PART, "caption colgroup col tbody thead tfoot tr td th style script template"],
  [IS.FOSTERS, "table tbody thead tfoot tr"],
  [IS.FORMATTING, "a b big code em font i nobr s small strike strong tt u"],
  [IS.ENDS_OTHERS, "li dt dd option optgroup td th tr tbody thead tfoot"],
  [IS.OF_HEAD, "base basefont bgsound link meta title noscript noframes style script template head"],
  [IS.ENDS_IN_TABLE, "td th tr tbody thead tfoot caption colgroup"],
  [
    IS.LINE,
    "address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
      "h1 h2 h3 h4 h5 h6 head header hgroup hr html li main menu nav ol option p pre section summary table tbody tfoot thead " +
      "tr ul",
  ],
  [IS.CELL, "td th"],
  [IS.REPLACED, "img input video audio iframe frame object embed applet canvas svg hr button select textarea meter"],
  [IS.IMAGE, "img input video iframe frame embed object source amp-img image svg use feimage track"],
  [IS.PICTURE, "img image use feimage"],
  [IS.TEXTLESS, "head title script style template"],
  [IS.UNSHOWN, "template dialog datalist noembed noframes"],
];

/** Without a bit of their own: bounds of scopes, foreign ones among them, and what is frequent. */
const others =
  "annotation-xml desc dir foreignobject frameset html label map marquee mi mn mo ms mtext object picture " +
  "select span sub sup template";

const rawContents: ReadonlyMap<string, RawContent> = new Map<string, RawContent>([
  ["style", { state: TokenizerMode.RAWTEXT, use: "style" }],
  ["script", { state: TokenizerMode.SCRIPT_DATA, use: "skip" }],
  ["title", { state: TokenizerMode.RCDATA, use: "skip" }],
  ["textarea", { state: TokenizerMode.RCDATA, use: "text" }],
  ["xmp", { state: TokenizerMode.RAWTEXT, use: "text" }],
  ["plaintext", { state: TokenizerMode.PLAINTEXT, use: "text" }],
  ["iframe", { state: TokenizerMode.RAWTEXT, use: "markup" }],
  ["noembed", { state: TokenizerMode.RAWTEXT, use: "markup" }],
  ["noframes", { state: TokenizerMode.RAWTEXT, use: "markup" }],
]);

export interface ElementKind {
  /** Empty for elements that are not of HTML. */
  readonly name: string;
  /** Bits of `IS`. */
  readonly is: number;
  /** Counts the kinds, from 1; 0 for all elements that are not of HTML. */
  readonly index: number;
  readonly raw: RawContent | null;
}

const unknown: ElementKind = { name: "", is: 0, index: 0, raw: null };
const kinds: ReadonlyMap<string, ElementKind> = kindsByName();

/** Indexes of kinds are below this. */
export const KINDS = kinds.size + 1;

/** Of an element by its name in lower case. */
export function kindOf(name: string): ElementKind {
  return kinds.get(name) ?? unknown;
}

function kindsByName(): ReadonlyMap<string, ElementKind> {
  const bits = new Map<string, number>();
  for (const [bit, names] of rows) {
    for (const name of names.split(" ")) bits.set(name, (bits.get(name) ?? 0) | bit);
  }
  const names = new Set([...bits.keys(), ...rawContents.keys(), ...others.split(" ")]);
  return new Map(
    [...names].map((name, n) => [
      name,
      { name, is: bits.get(name) ?? 0, index: n + 1, raw: rawContents.get(name) ?? null },
    ]),
  );
}

/** Background vectors: nothing is shown of them on an element that stays empty. */
export const backgroundVectors: ReadonlySet<string> = new Set(["RL-04", "RL-05", "RL-06", "RL-11"]);
