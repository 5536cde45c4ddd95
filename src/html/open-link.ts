/**
 * The link that is open at a place of the token stream, and its text. Independent of the elements around it: a link
 * runs to its end tag or to the next link, as the adoption agency of HTML makes it do through blocks and cells.
 */
import { limits } from "../base/limits.ts";
import type { HtmlLink } from "./reading.ts";
import { VisibleText } from "./visible-text.ts";

/** Characters collected before folding; white space and unseen characters shrink away. */
const RAW_CHARS_MAX = 4 * limits.linkTextCharsMax;

export class OpenLink {
  #link: Omit<HtmlLink, "text"> | null = null;
  #text = "";

  begin(link: Omit<HtmlLink, "text">): void {
    this.#link = link;
    this.#text = "";
  }

  /** Adds visible characters, or white space. */
  add(chars: string): void {
    if (this.#link !== null && this.#text.length < RAW_CHARS_MAX) this.#text += chars;
  }

  /** The finished link; `null` when none is open. */
  end(): HtmlLink | null {
    const link = this.#link;
    if (link === null) return null;
    this.#link = null;
    return { ...link, text: linkText(this.#text) };
  }
}

/** Text as a reader sees it, on one line, cut at `limits.linkTextCharsMax`. */
export function linkText(text: string): string {
  const folder = new VisibleText();
  for (const word of text.split(/[ \t\n\r\f]+/)) {
    if (word !== "") folder.add(word);
    folder.space();
  }
  return folder.toString().slice(0, limits.linkTextCharsMax);
}
