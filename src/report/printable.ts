/**
 * Text from mail, made safe to show (hostile-mail INV-9).
 *
 * Guarantees, for any string: the result holds no C0 or C1 control, no bidi control, no character that takes no room
 * and cannot be seen (zero-width, tag, filler, variation selector), no private-use character and no lone surrogate; each
 * stands there as a visible mark such as `⟨U+202E⟩` (but for the colour selector after an emoji, which is left out). The brackets themselves are marked when mail holds them, so a mark
 * cannot be forged. So escape sequences are dead text. The length is limited by columns shown, not by characters given.
 * Cost: linear in what is shown, plus the length of runs of white space.
 */
import { charWidth, displayWidth, isMark } from "./display-width.ts";

/** Columns of one field on a terminal, unless the caller says otherwise. */
const TERMINAL_COLUMNS = 240;
/** Columns of one field in a page, unless the caller says otherwise. */
const HTML_COLUMNS = 2_000;
/** Marks stacked on one character before they are spelled out: more than any living script stacks. */
const MARKS_MAX = 4;
/** Spaces in a row before they are counted instead: `invoice.pdf<200 spaces>.exe` hides its end (HM-111). */
const SPACES_MAX = 3;

const PLAIN = /^[\x20-\x7e]*$/;
const SPACE = /^\p{Zs}/u;
/** What must not be shown raw. Braille blank (U+2800) is no control but as invisible as one. */
const UNSEEN_CLASS = String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800`;
const UNSEEN = new RegExp(`^[${UNSEEN_CLASS}]`, "u");
const UNSEEN_ANYWHERE = new RegExp(`[${UNSEEN_CLASS}]`, "gu");
/** The brackets of our own marks. */
const MARK_BRACKET = /^[⟨⟩]/u;
/** Chooses the coloured or the plain form of the emoji before it. There it is left out: it hides nothing, and is common. */
const PICTURE_STYLE = /^[\ufe0e\ufe0f]/u;
const PICTURE = /^\p{Extended_Pictographic}/u;

/** One line for a terminal or a log, at most `max` columns; a cut shows as `…`. */
export function forTerminal(text: string, max = TERMINAL_COLUMNS): string {
  return printable(text, max);
}

/** Text for HTML content or a quoted attribute, at most `max` columns before escaping. Plain text: no element is added. */
export function forHtml(text: string, max = HTML_COLUMNS): string {
  return escapeHtml(printable(text, max));
}

/**
 * JSON on one line that is safe on a terminal too: what `forTerminal` would mark is written as `\uXXXX` escapes, so that
 * reading it back gives the same value.
 */
export function forJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(UNSEEN_ANYWHERE, (char) =>
    Array.from({ length: char.length }, (_, at) => `\\u${hex(char.charCodeAt(at))}`).join(""),
  );
}

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => ENTITIES.get(char) ?? "");
}

function printable(text: string, max: number): string {
  if (text.length <= max && PLAIN.test(text) && !text.includes(" ".repeat(SPACES_MAX + 1))) return text;
  const line = new Line(max);
  let spaces = 0;
  let marks = 0;
  let before = "";
  for (const char of text) {
    if (SPACE.test(char)) {
      spaces += 1;
      continue;
    }
    if (spaces > 0 && !line.add(spacesShown(spaces))) return line.cut();
    if (spaces > 0) before = " ";
    spaces = 0;
    if (PICTURE_STYLE.test(char) && PICTURE.test(before)) continue;
    marks = isMark(char) ? marks + 1 : 0;
    if (!line.add(marks > MARKS_MAX || mustBeSpelled(char) ? codeShown(char) : char)) return line.cut();
    before = char;
  }
  return spaces === 0 || line.add(spacesShown(spaces)) ? line.text : line.cut();
}

function mustBeSpelled(char: string): boolean {
  return UNSEEN.test(char) || MARK_BRACKET.test(char);
}

/** A line that fills up to a number of columns and remembers where it can be cut. */
class Line {
  text = "";
  #width = 0;
  #cutAt = 0;
  readonly #max: number;

  constructor(max: number) {
    this.#max = Math.max(1, max);
  }

  /** False when `piece` does not fit; it is then not added. */
  add(piece: string): boolean {
    const width = this.#width + (piece.length === 1 ? charWidth(piece) : displayWidth(piece));
    if (width > this.#max) return false;
    this.text += piece;
    this.#width = width;
    if (width < this.#max) this.#cutAt = this.text.length;
    return true;
  }

  cut(): string {
    return `${this.text.slice(0, this.#cutAt)}…`;
  }
}

function spacesShown(spaces: number): string {
  return spaces > SPACES_MAX ? `⟨${spaces} spaces⟩` : " ".repeat(spaces);
}

function codeShown(char: string): string {
  return `⟨U+${hex(char.codePointAt(0) ?? 0)}⟩`;
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, "0");
}
