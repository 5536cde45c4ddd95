/** Kinds of HTML elements that the document reader treats alike, as data. */
import { TokenizerMode } from "parse5";

/** Content that is text for the tokenizer: `state` for it, and what the reader makes of it. */
export interface RawElement {
  readonly state: (typeof TokenizerMode)[keyof typeof TokenizerMode];
  /** `markup`: read as a document of its own, since some clients do. */
  readonly use: "style" | "skip" | "text" | "markup";
}

export const rawElements: ReadonlyMap<string, RawElement> = new Map<string, RawElement>([
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

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
/** A line of text begins and ends with one of these. */
export const lineElements = words(
  "address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 head header hgroup hr html li main menu nav ol option p pre section summary table tbody tfoot thead tr ul",
);
/** Cells stand beside each other on a line. */
export const cellElements = words("td th");
/** Elements that show something without any text. */
export const replacedElements = words(
  "img input video audio iframe frame object embed applet canvas svg hr button select textarea meter",
);
/** Elements whose load has the size of the element; backgrounds fill theirs. */
export const imageElements = words(
  "img input video iframe frame embed object source amp-img image svg use feimage track",
);
/** A document in one of these is a picture; in any other element it is a page of its own (RL-16). */
export const pictureElements = words("img image use feimage");
/** Their text is never shown. */
export const voidText = words("head title script style template");
/** Background vectors: nothing is shown of them on an element that stays empty. */
export const backgroundVectors = words("RL-04 RL-05 RL-06 RL-11");
