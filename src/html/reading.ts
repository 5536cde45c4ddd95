/** What reading an HTML part gives: facts with their places, no judgement. */
export interface HtmlReference {
  /** Catalogue id of threat-facts 2.3, `RL-01`… */
  readonly vector: string;
  /** Entities and CSS escapes decoded, surrounding white space removed, cut at `limits.urlCharsMax`. */
  readonly url: string;
  /** UTF-16 offsets in the text: the attribute value, the CSS token, or the whole attribute where finer is impossible. */
  readonly start: number;
  readonly end: number;
  readonly hidden: boolean;
  /** Why it is judged hidden or shown, a short plain phrase. */
  readonly why: string;
  /** As `LoadRecord.fires`. */
  readonly fires: "open" | "click" | "attachment" | "delivery";
  /** Pixels as far as the mail says; `null` when it does not. */
  readonly width: number | null;
  readonly height: number | null;
}

export interface HtmlLink {
  readonly url: string;
  /** Visible text, white space folded, at most `limits.linkTextCharsMax` characters. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly hidden: boolean;
}

export interface HtmlReading {
  /** Everything that contacts a server: resolves to remote, unc or other. By first seen, at most `limits.loadsMax`. */
  readonly references: readonly HtmlReference[];
  /** Exact, also when `references` was cut. */
  readonly referenceCount: number;
  readonly links: readonly HtmlLink[];
  /** Absolute base for relative URLs (RL-26); `null` when the mail states none. */
  readonly base: string | null;
  /** What a reader sees: hidden text left out, lines at block elements, at most `limits.visibleTextCharsMax` characters. */
  readonly visibleText: string;
  /** Places inside its words where characters stood that nobody sees (`invisible-text.ts`), counted no further than matters. */
  readonly invisibleCount: number;
  /** Words that nobody sees, in fonts of no size and colours of the ground; what is no text at all, as a title or a style, left out. */
  readonly hiddenWords: number;
  /** Stable codes, each once. */
  readonly problems: readonly string[];
}
