/**
 * A published document as text with places: what every reading of it (indicators, statements) points into.
 *
 * All spans are half-open ranges of UTF-16 code units of `text`, so that `text.slice(start, end)` is the quote.
 */
import type { EpochMs } from "../base/brand.ts";
import type { Span } from "../base/span.ts";

export type DocumentFormat = "text" | "markdown" | "html" | "pdf" | "docx" | "eml";

/** What a stretch of text is on its page. */
export type BlockKind =
  | "heading"
  | "paragraph"
  | "list-item"
  /** One cell of a table; cells of one row share `row`. */
  | "cell"
  | "code"
  | "quote"
  /** Navigation, headers and feet of pages, page numbers: not what the document says. */
  | "furniture";

export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** 1 for the title, up to 6; 0 for what is no heading. */
  readonly level: number;
  /** 1-based; 0 where the format has none. */
  readonly page: number;
  /** 0-based number of the table in the document and of the row in it; null outside tables. */
  readonly table: number | null;
  readonly row: number | null;
}

/** A link that the document carries beside its text. */
export interface DocumentLink {
  /** Of the text that shows it. */
  readonly span: Span;
  /** As written, at most `limits.indicatorCharsMax`. */
  readonly href: string;
}

export interface PublishedDocument {
  /** As it was given. */
  readonly path: string;
  /** Of the file's bytes, 64 lower-case hex digits. */
  readonly sha256: string;
  readonly format: DocumentFormat;
  /** That the document gives itself; else the file's name. */
  readonly title: string;
  /** Who published it, as the document's own data says; empty where it does not. */
  readonly publisher: string;
  /** Of publication, as the document says; null where it does not. */
  readonly date: EpochMs | null;
  /** Primary language (`en`), by what the document declares or by its words; empty where neither tells. */
  readonly language: string;
  /** Traffic light that it bears (`TLP:AMBER`); empty for none. */
  readonly tlp: string;
  readonly text: string;
  /** In order, without overlap; between them only white space. */
  readonly blocks: readonly Block[];
  readonly links: readonly DocumentLink[];
  /** What could not be read, each a sentence for the user; `isPartial` when text is missing because of it. */
  readonly problems: readonly string[];
  readonly isPartial: boolean;
}

/** A verbatim piece of a document, with its place. */
export interface Quote extends Span {
  readonly text: string;
  /** 1-based; 0 where the format has none. */
  readonly page: number;
  /** 1-based line of `text` of the document in which it begins. */
  readonly line: number;
}
