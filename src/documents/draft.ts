/**
 * What a reader of one format makes of a document, and the text it grows block by block.
 *
 * Guarantees: blocks in order, without overlap, each inside the text and neither beginning nor ending with white space; between them only
 * white space. Bounded by `limits.documentCharsMax`, `documentBlocksMax` and `documentLinksMax`; what does not fit is told once.
 */
import type { EpochMs } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { Block, BlockKind, DocumentLink } from "../case/document.ts";

/** Text with places, and what the format itself says about the document. */
export interface DocumentDraft {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly links: readonly DocumentLink[];
  /** Empty or null where the format's own data does not say. */
  readonly title: string;
  readonly publisher: string;
  readonly date: EpochMs | null;
  /** As declared, e.g. `en-GB`. */
  readonly language: string;
  readonly problems: readonly string[];
  readonly isPartial: boolean;
}

/** Where a block stands; what is left out is 0 or null. */
export interface BlockShape {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly page?: number;
  readonly table?: number | null;
  readonly row?: number | null;
}

/** A stretch of one block's text, with the link that it shows. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

/** Controls, but tab and line feed; and halves of characters. Nobody reads them, and output must not hold them. */
const UNREADABLE = /[[\p{Cc}\ufeff]--[\t\n]]/gv;

export function readable(text: string): string {
  const plain = text.replace(/\r\n?/g, "\n").replace(UNREADABLE, "");
  return plain.isWellFormed() ? plain : plain.toWellFormed();
}

const CUT = `It is longer than ${limits.documentCharsMax / 1_000_000} million characters or ${limits.documentBlocksMax} pieces; only the beginning was read.`;

export class DraftText {
  readonly blocks: Block[] = [];
  readonly links: DocumentLink[] = [];
  readonly problems: string[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  #isCut = false;

  /** Nothing more fits. */
  get isCut(): boolean {
    return this.#isCut;
  }

  get length(): number {
    return this.#length;
  }

  /** Adds a block of these pieces; nothing where they hold only white space. False when it does not fit: then no more will. */
  add(shape: BlockShape, pieces: readonly Piece[]): boolean {
    const parts = trimmedPieces(pieces);
    const chars = parts.reduce((sum, { text }) => sum + text.length, 0);
    if (chars === 0) return !this.#isCut;
    const before = this.#gapBefore(shape);
    const start = this.#length + before.length;
    if (this.#isCut || start + chars > limits.documentCharsMax || this.blocks.length >= limits.documentBlocksMax) {
      if (!this.#isCut) this.problems.push(CUT);
      this.#isCut = true;
      return false;
    }
    this.#append(before);
    for (const { text, href } of parts) {
      const from = this.#length;
      this.#append(text);
      if (href !== undefined) this.#link(from, text, href);
    }
    const { kind, level = 0, page = 0, table = null, row = null } = shape;
    this.blocks.push({ kind, span: { start, end: this.#length }, level, page, table, row });
    return true;
  }

  addText(shape: BlockShape, text: string): boolean {
    return this.add(shape, [{ text }]);
  }

  finish(): { readonly text: string; readonly blocks: readonly Block[]; readonly links: readonly DocumentLink[] } {
    return { text: this.#pieces.join(""), blocks: this.blocks, links: this.links };
  }

  #append(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }

  #link(from: number, text: string, href: string): void {
    const shown = text.trim();
    const start = from + (text.length - text.trimStart().length);
    const target = readable(href).trim();
    if (shown === "" || target === "" || this.links.length >= limits.documentLinksMax) return;
    this.links.push({ span: { start, end: start + shown.length }, href: target.slice(0, limits.indicatorCharsMax) });
  }

  /** Cells of a row stand beside each other, items of a list and rows on lines, all else with a blank line between. */
  #gapBefore({ kind, table = null, row = null }: BlockShape): string {
    const last = this.blocks.at(-1);
    if (last === undefined) return "";
    if (kind === "cell" && last.kind === "cell" && table === last.table) return row === last.row ? "\t" : "\n";
    return kind === "list-item" && last.kind === "list-item" ? "\n" : "\n\n";
  }
}

/** Without what is unreadable, and without white space at the ends of the whole. */
function trimmedPieces(pieces: readonly Piece[]): readonly Piece[] {
  const parts = pieces.map((piece) => ({ ...piece, text: readable(piece.text) }));
  let first = 0;
  while (first < parts.length && parts[first]?.text.trim() === "") first += 1;
  let end = parts.length;
  while (end > first && parts[end - 1]?.text.trim() === "") end -= 1;
  const kept = parts.slice(first, end);
  return kept.map((piece, index) => {
    const left = index === 0 ? piece.text.trimStart() : piece.text;
    return { ...piece, text: index === kept.length - 1 ? left.trimEnd() : left };
  });
}

/** A draft of a text without data of its own. */
export function draftOf(text: DraftText, more: Partial<DocumentDraft> = {}): DocumentDraft {
  return {
    ...text.finish(),
    title: "",
    publisher: "",
    date: null,
    language: "",
    isPartial: text.isCut,
    ...more,
    problems: [...text.problems, ...(more.problems ?? [])],
  };
}
