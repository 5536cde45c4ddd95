/**
 * The ledger: what published documents say, kept side by side and never merged. A document is named by the hash of its bytes; the same
 * source read again with other bytes is a new revision of it, and the old one stays.
 */
import type { EpochMs } from "../base/brand.ts";
import type { Assertion, DocumentStatements } from "./assertion.ts";
import type { DocumentFormat, Quote } from "./document.ts";
import type { HuntingProfile } from "./hunting-profile.ts";
import type { IntelFormat, UnusableIndicator } from "./indicator.ts";

/** `added`: a document that the user gave · `by-hand`: statements that the user typed · `shipped`: the public record that comes with Letterlock. */
export type RecordOrigin = "added" | "by-hand" | "shipped";

/** `statements`: typed by hand, or shipped; the others are what the file is. */
export type LedgerFormat = DocumentFormat | IntelFormat | "statements";

/** What stands behind a shipped statement (threat-facts): P, the primary text was read; S, a summary of it; empty where nobody said. */
export type Provenance = "P" | "S" | "";

export interface LedgerStatement {
  readonly assertion: Assertion;
  /** The quote is the source's own words, else a sentence about them. */
  readonly isVerbatim: boolean;
  /** Who published it, where that is another than the document; else empty. */
  readonly publisher: string;
  /** Where it can be read, where that is not the document itself; else empty. */
  readonly source: string;
  readonly mark: Provenance;
}

/** `by` calls the group by these names. A claim of theirs: names of two vendors are never taken for one thing. */
export interface AliasClaim {
  readonly by: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Where that stands: title or address of the source. */
  readonly source: string;
}

export interface QuotedIndicator {
  readonly type: string;
  /** Comparable, as `Indicator.value`. */
  readonly value: string;
  readonly quote: Quote;
  /** Why it may be none, as a sentence without a full stop; null where nothing speaks against it. */
  readonly doubt: string | null;
}

export interface LedgerDocument {
  /** `d-` and the first 12 hex digits of its hash. */
  readonly id: string;
  readonly origin: RecordOrigin;
  /** What tells a source from another: the absolute path, or `letterlock:` and a name for what is shipped. */
  readonly source: string;
  /** Of the bytes that are kept, 64 lower-case hex digits. */
  readonly sha256: string;
  readonly size: number;
  readonly format: LedgerFormat;
  readonly title: string;
  readonly publisher: string;
  /**
   * Who vouches that `publisher` published it: `user`, who calls it a body that speaks for a state; `server`, the TAXII server of that name, by its
   * certificate. Absent where the document says so of itself, which anybody can write.
   */
  readonly vouchedBy?: "user" | "server" | undefined;
  readonly date: EpochMs | null;
  readonly language: string;
  /** `TLP:AMBER`; empty for none. */
  readonly tlp: string;
  /** From 1, in the order in which they were kept. */
  readonly revision: number;
  readonly statements: readonly LedgerStatement[];
  readonly aliases: readonly AliasClaim[];
  readonly indicators: readonly QuotedIndicator[];
  /** Values that look like indicators and were taken for none. */
  readonly rejectedCount: number;
  /** The first of them, each with its reason; absent in what was kept before they were listed. */
  readonly rejected?: readonly UnusableIndicator[] | undefined;
  readonly techniques: DocumentStatements["techniques"];
  readonly quantities: DocumentStatements["quantities"];
  readonly actors: DocumentStatements["actors"];
  readonly targets: DocumentStatements["targets"];
  readonly unread: DocumentStatements["unread"];
  /**
   * Words of its whole text, in small letters, that may be names of persons: withheld from what is handed on, and never handed on themselves.
   * Absent in what was kept before they were looked for, and in what has no text.
   */
  readonly nameWords?: readonly string[] | undefined;
  /** What could not be read, each a sentence for the user. */
  readonly problems: readonly string[];
  readonly isPartial: boolean;
  /** The day (its first instant, UTC) on which this revision was taken in; absent in what was kept before it was noted, and in what ships. */
  readonly added?: EpochMs | undefined;
  /** What it lets one look for beside indicators; null where it says nothing that mail could show, absent where nobody looked. */
  readonly profile?: HuntingProfile | null | undefined;
}

/** What the user took out: it stays out when the same file is given again. */
export interface RemovedItem {
  /** Of the document or the statement. */
  readonly id: string;
  readonly what: "document" | "statement";
  /** Of the document; of a statement the hash of the document that it was in. */
  readonly sha256: string;
  /** Of a statement: kind and quote, by which a later revision's is known as the same; empty for documents. */
  readonly words: string;
}

/** What stands for a name of a person in words that are handed on. */
export const NAME_WITHHELD = "[name withheld]";

/** A statement with the document that it stands in. */
export interface RecordedStatement extends LedgerStatement {
  readonly document: LedgerDocument;
}
