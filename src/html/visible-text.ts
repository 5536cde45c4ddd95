/**
 * Collects what a reader sees: white space folded, block elements as line breaks, at most
 * `limits.visibleTextCharsMax` characters.
 */
import { limits } from "../base/limits.ts";
import { countInvisible, INVISIBLE_MIN, openWord } from "./invisible-text.ts";

/** Spaces that HTML does not fold but a reader sees as space, and characters nobody sees. */
const unusual = /[^\x21-\x7e]/;
const foldable = /[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u2800\u3164]+/g;
/** Controls and what Unicode calls ignorable (soft hyphen, zero-width space, byte order mark …), joiners excepted. */
const unseen = /[[\p{Default_Ignorable_Code_Point}\p{Cc}\u200e\u200f]--[\t\n\v\f\r\u200c\u200d\u3164]]+/gv;
/** Joiners matter between letters (Persian, emoji) and are padding elsewhere. */
const looseJoiners = /(?<=^|\s)[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/g;

type Pending = "" | " " | "\n";

/** Characters folded in one go. */
const PIECE_CHARS = 128 * 1024;

export class VisibleText {
  /** Not one text that grows: the engine keeps such a sum as a tree, many times as large, and a look at its end copies it whole. */
  readonly #pieces: string[] = [];
  #length = 0;
  #pending: Pending = "";
  /** A letter and what nobody sees behind it, at the end of the text so far: the word may go on in the next element. */
  #salt = "";
  #invisible = 0;
  #isCut = false;

  /** Where the next character will stand, in UTF-16 units. */
  get position(): number {
    return this.#length === 0 ? 0 : this.#length + this.#pending.length;
  }

  get isFull(): boolean {
    return this.#length >= limits.visibleTextCharsMax;
  }

  /** Places inside words where something stands that nobody sees; counted up to `INVISIBLE_MIN` or a little more. */
  get invisibleCount(): number {
    return this.#invisible;
  }

  /** There was more than fits. */
  get isCut(): boolean {
    return this.#isCut || this.#length > limits.visibleTextCharsMax;
  }

  /** White space between words. */
  space(): void {
    if (this.#pending === "") this.#pending = " ";
  }

  /** A line ends: a block begins or ends here. */
  lineBreak(): void {
    this.#pending = "\n";
  }

  /** Adds characters; returns whether a reader sees any of them. Piece by piece: to fold a text of millions costs many times its memory. */
  add(chars: string): boolean {
    if (chars.length <= PIECE_CHARS) return this.#addPiece(chars);
    let isSeen = false;
    for (let start = 0; start < chars.length && !(isSeen && this.#isCut); start += PIECE_CHARS) {
      isSeen = this.#addPiece(chars.slice(start, start + PIECE_CHARS)) || isSeen;
    }
    return isSeen;
  }

  #addPiece(chars: string): boolean {
    if (!unusual.test(chars)) {
      if (this.#salt !== "") this.#readSalt(chars.slice(0, 2));
      this.#append(chars);
      return true;
    }
    if (this.#invisible < INVISIBLE_MIN && !this.isFull) this.#readSalt(chars);
    const folded = chars.replace(unseen, "").replace(foldable, " ").replace(looseJoiners, "").replace(/ {2,}/g, " ");
    const words = folded.trim();
    // What nobody sees parts no words either: in the middle of one it may have an element of its own.
    if (folded.startsWith(" ")) this.space();
    if (words !== "") this.#append(words);
    if (folded.endsWith(" ")) this.space();
    return words !== "";
  }

  toString(): string {
    return this.#pieces.join("").slice(0, limits.visibleTextCharsMax);
  }

  #readSalt(chars: string): void {
    const before = this.#salt === "" ? (this.#pieces.at(-1) ?? "").slice(-1) : this.#salt;
    const word = this.#pending === "" ? before + chars : chars;
    this.#invisible += countInvisible(word);
    this.#salt = openWord.exec(word)?.[0] ?? "";
  }

  #append(words: string): void {
    this.#isCut ||= this.isFull;
    if (this.isFull) return;
    const piece = this.#length === 0 ? words : this.#pending + words;
    this.#pending = "";
    if (piece === "") return;
    this.#pieces.push(piece);
    this.#length += piece.length;
  }
}
