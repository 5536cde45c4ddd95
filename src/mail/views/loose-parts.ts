/**
 * The parts of a message as any client could cut them: each line that may be a boundary is one, each block of fields about
 * a body begins a part (hostile-mail HM-004, 005, 010, 021 to 023, 071 to 085).
 *
 * Nesting is not followed: a boundary line of any level ends the part before it, which is what every reader does in the end.
 * So the parts that clients see with the outer, the inner, the first, the last or an undeclared boundary are all among
 * these. Lines end at CR, LF or both. Total; linear; bounded by `limits.loosePartsMax` and `limits.headsPerPartMax`.
 */
import { limits } from "../../base/limits.ts";
import { type Span, span } from "../../base/span.ts";
import { trimmed } from "../../base/trim.ts";
import { isMimeField, type LooseHeader, readLooseHeader } from "./loose-header.ts";

export interface LoosePart {
  /** Null for what stands between two boundaries without any field about it. */
  readonly header: LooseHeader | null;
  readonly body: Span;
}

export interface LooseParts {
  readonly parts: readonly LoosePart[];
  /** What the bound on parts leaves out, as a whole; null when it was not reached. */
  readonly rest: Span | null;
  /** Every boundary that is declared anywhere. */
  readonly boundaries: readonly string[];
  /** Codes of the bounds that stopped the search: `limit.loose-parts`, `limit.loose-boundaries` …; empty for none. */
  readonly limits: ReadonlySet<string>;
}

/** One line of Latin-1 text: `[start, end)`, and where the next one begins. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** White space before a boundary that is still overlooked. */
const INDENT_MAX = 32;

const DECLARED = /content-type[\s\0]*:[^\r\n]*(?:(?:\r\n|\n|\r)[ \t][^\r\n]*){0,64}/gi;
/** White space, a name, and white space before its colon. */
const NAME_MAX = 120;
const FIELD = /^[ \t]*[^\s:]{1,80}[ \t\0]*:/;
/** A name as programs make them: `=22https:` and `<a href="http:` are lines of a body. */
const PLAIN_FIELD = /^[ \t]*[a-z][\w.-]{0,79}[ \t\0]*:/i;
const BLANK = /^[ \t\0\f\v]*$/;

/** Finds them in the whole message. Never throws. */
export function findLooseParts(bytes: Buffer): LooseParts {
  return new PartFinder(bytes.toString("latin1")).run();
}

class PartFinder {
  readonly #text: string;
  readonly #parts: LoosePart[] = [];
  readonly #limits = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  run(): LooseParts {
    const boundaries = this.#declaredBoundaries();
    const delimiters = this.#delimiters(boundaries);
    let start = 0;
    for (const { start: end, next } of delimiters) {
      if (end > start) this.#readSegment(start, this.#withoutLineEnd(end));
      start = Math.max(start, next);
    }
    this.#readSegment(start, this.#text.length);
    const end = this.#parts.at(-1)?.body.end ?? 0;
    const isCut = this.#limits.has("limit.loose-parts") && end < this.#text.length;
    const rest = isCut ? span(end, this.#text.length) : null;
    return { parts: this.#parts, rest, boundaries, limits: this.#limits };
  }

  #declaredBoundaries(): readonly string[] {
    const found = new Set<string>();
    const seen = new Set<string>();
    for (const [field] of this.#text.matchAll(DECLARED)) {
      // The same words name the same boundary.
      if (seen.has(field)) continue;
      if (seen.size >= limits.loosePartsMax) {
        this.#limits.add("limit.loose-boundaries");
        break;
      }
      seen.add(field);
      const header = readLooseHeader(field);
      for (const boundary of header.boundaries) found.add(boundary);
      for (const code of header.limits) this.#limits.add(code);
      if (found.size > limits.looseBoundariesMax) break;
    }
    if (found.size > limits.looseBoundariesMax) this.#limits.add("limit.loose-boundaries");
    return [...found].slice(0, limits.looseBoundariesMax);
  }

  /** In the order of the message; they may overlap. */
  #delimiters(boundaries: readonly string[]): readonly Line[] {
    const dashed = this.#dashedLines();
    const counts = new Map<string, number>();
    for (const line of dashed) {
      const token = this.#token(line);
      counts.set(token, (counts.get(token) ?? 0) + 1);
    }
    const found = dashed.filter((line) => {
      const token = this.#token(line);
      return (
        (counts.get(token) ?? 0) > 1 || boundaries.some((boundary) => fits(token, boundary)) || this.#opensPart(line)
      );
    });
    for (const boundary of boundaries) found.push(...this.#gluedTo(boundary));
    found.sort((a, b) => a.start - b.start);
    if (Math.max(dashed.length, found.length) > limits.loosePartsMax) this.#limits.add("limit.loose-parts");
    return found.slice(0, limits.loosePartsMax);
  }

  /** Lines that begin with two dashes, after white space too. */
  #dashedLines(): Line[] {
    const found: Line[] = [];
    for (let at = this.#text.indexOf("--"); at >= 0 && found.length <= limits.loosePartsMax; ) {
      const start = this.#blankLineStart(at);
      const line = start < 0 ? null : { ...this.#lineAt(at), start };
      if (line !== null) found.push(line);
      at = this.#text.indexOf("--", line === null ? at + 2 : line.end);
    }
    return found;
  }

  /** Without dashes around it and white space; what follows a space is no part of it. */
  #token({ start, end }: Line): string {
    const text = this.#text.slice(start, Math.min(end, start + limits.looseBoundaryCharsMax)).trim();
    return trimmed(text, "-");
  }

  /** The next line is a field about a body. */
  #opensPart({ next }: Line): boolean {
    const { start, end } = this.#lineAt(next);
    return isMimeField(this.#text.slice(start, Math.min(end, start + 200)));
  }

  /** A declared boundary in the middle of a line: text was put before it. */
  #gluedTo(boundary: string): readonly Line[] {
    if (boundary.length < 4) return [];
    const found: Line[] = [];
    const needle = `--${boundary}`;
    for (let at = this.#text.indexOf(needle); at >= 0; at = this.#text.indexOf(needle, at + needle.length)) {
      if (found.length > limits.loosePartsMax) break;
      // The declaration itself has no dashes before the boundary but those that belong to it.
      if (this.#blankLineStart(at) < 0 && !this.#isDeclaration(at)) found.push(this.#lineAt(at));
    }
    return found;
  }

  #isDeclaration(at: number): boolean {
    return /bound[^=]{0,20}=[ \t"]*$/i.test(this.#text.slice(Math.max(0, at - 40), at));
  }

  /** A segment between two boundary lines: what it is as a whole, and as the body of each block of fields in it. */
  #readSegment(start: number, end: number): void {
    if (end <= start) return;
    const bodies = this.#bodiesIn(start, end);
    for (const { header, body } of bodies) this.#add({ header, body: span(body, end) });
    const first = bodies[0];
    const isHeadless = first === undefined || first.from > start;
    const headless = span(start, first === undefined ? end : first.from);
    if (isHeadless && !/^\s*$/.test(this.#text.slice(headless.start, Math.min(headless.end, headless.start + 4096)))) {
      this.#add({ header: null, body: headless });
    }
  }

  #add(part: LoosePart): void {
    if (this.#parts.length < limits.loosePartsMax) this.#parts.push(part);
    else this.#limits.add("limit.loose-parts");
  }

  /**
   * Where a body may begin: after the blank line of a block that has a field about it. Blocks that only blank lines part
   * are read together as well, since not every reader sees the same blank lines.
   */
  #bodiesIn(start: number, end: number): readonly { header: LooseHeader; from: number; body: number }[] {
    const found: { header: LooseHeader; from: number; body: number }[] = [];
    /** Start of the block of fields that is open or was just closed; -1 for none. */
    let from = -1;
    let hasMime = false;
    let isOpen = false;
    /** Only blank lines since the block was closed. */
    let wasBlank = false;
    let isFull = false;
    const add = (body: number) => {
      isFull = found.length >= limits.headsPerPartMax;
      if (isFull) {
        this.#limits.add("limit.heads-per-part");
        return;
      }
      const header = readLooseHeader(this.#text.slice(from, body));
      for (const code of header.limits) this.#limits.add(code);
      found.push({ header, from, body });
    };
    for (let line = this.#lineAt(start); line.start < end; line = this.#lineAt(line.next)) {
      // While no block is open only a line with a colon can open one: bodies are passed over.
      if (from < 0) line = this.#lineAt(this.#nextNamed(line.start, end));
      if (line.start >= end) break;
      const text = this.#text.slice(line.start, Math.min(line.end, line.start + 200));
      if (BLANK.test(text)) {
        // Also behind further blank lines, which some take for the end of the header as well.
        if (hasMime && (isOpen || wasBlank)) add(Math.min(line.next, end));
        wasBlank = isOpen || wasBlank;
        isOpen = false;
      } else if (FIELD.test(text)) {
        wasBlank = false;
        if (from < 0) from = line.start;
        isOpen = true;
        hasMime ||= isMimeField(text);
      } else if (isOpen && /^[ \t]/.test(text)) {
        // A fold.
      } else {
        // No blank line before the body, for whoever takes this line for none of the fields.
        if (isOpen && hasMime && !this.#isFieldAt(line.next, PLAIN_FIELD)) add(line.start);
        wasBlank = false;
        if (!isOpen || !this.#isFieldAt(line.next)) {
          from = -1;
          hasMime = false;
          isOpen = false;
        }
      }
      if (isFull || line.next >= end) break;
    }
    // A block that the part ends with has no body, but a client may show the block itself.
    return found;
  }

  /** Start of the first line from `start` on whose colon is near enough to end a name; `end` for none. */
  #nextNamed(start: number, end: number): number {
    for (let colon = this.#text.indexOf(":", start); colon >= 0 && colon < end; ) {
      let from = colon;
      while (from > start && from > colon - NAME_MAX && !isLineEnd(this.#text.charCodeAt(from - 1))) from -= 1;
      if (from === start || isLineEnd(this.#text.charCodeAt(from - 1))) return from;
      colon = this.#text.indexOf(":", colon + 1);
    }
    return end;
  }

  #isFieldAt(at: number, field = FIELD): boolean {
    const { start, end } = this.#lineAt(at);
    return field.test(this.#text.slice(start, Math.min(end, start + 200)));
  }

  #lineAt(start: number): Line {
    LINE_END.lastIndex = start;
    const found = LINE_END.exec(this.#text);
    if (found === null) return { start, end: this.#text.length, next: this.#text.length };
    return { start, end: found.index, next: found.index + found[0].length };
  }

  /** Start of the line when nothing but a little white space stands between it and `at`; -1 otherwise. */
  #blankLineStart(at: number): number {
    for (let before = at - 1; before >= at - INDENT_MAX; before -= 1) {
      const char = this.#text[before];
      if (before < 0 || char === "\n" || char === "\r") return before + 1;
      if (!/[ \t\0\f\v]/.test(char ?? "")) return -1;
    }
    return -1;
  }

  /** RFC 2046 5.1.1: the line end before a boundary line belongs to it. */
  #withoutLineEnd(end: number): number {
    if (this.#text[end - 1] === "\n") return this.#text[end - 2] === "\r" ? end - 2 : end - 1;
    return this.#text[end - 1] === "\r" ? end - 1 : end;
  }
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

const LINE_END = /\r\n|\n|\r/g;

/** One begins with the other: prefixes and cut boundaries are taken for the whole by some. */
function fits(token: string, boundary: string): boolean {
  const name = trimmed(boundary, "-").trim();
  if (name === "" || token === "") return name === token;
  return token.startsWith(name) || name.startsWith(token);
}
