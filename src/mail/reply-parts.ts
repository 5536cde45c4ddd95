/**
 * What of a message's text its writer wrote, and what is quoted history, a forwarded message, a signature or a footer.
 *
 * Works on lines, with the words that mail programs of many languages write (`reply-words.ts`); plain text and the visible
 * text of HTML alike. There is no standard but `>` and `-- ` (RFC 3676 4.3, 4.5), so this is a reading, not a truth: text
 * that no mark tells apart is new. Total; the parts tile the text; linear.
 */
import {
  attributionStarts,
  attributionVerbs,
  type HeadRole,
  headLabels,
  mobileLines,
  plainPhrase,
  separators,
} from "./reply-words.ts";

/**
 * `new`: the writer's own · `attribution`: lines that introduce what is quoted (`On … wrote:`, a separator, a head block) ·
 * `quote` · `forwarded` · `signature`: also the line that a mobile client adds · `footer`: what a mailing list adds.
 */
export type ReplyPartKind = "new" | "attribution" | "quote" | "forwarded" | "signature" | "footer";

export interface ReplyPart {
  readonly kind: ReplyPartKind;
  /** How many messages back: 0 for new text, at least 1 for quotes and forwarded messages; at most `DEPTH_MAX`. */
  readonly depth: number;
  /** `[start, end)` in the text, whole lines. */
  readonly start: number;
  readonly end: number;
}

export const DEPTH_MAX = 64;

/** Neighbours differ in kind or depth; together they are the text. No part for an empty text. */
export function splitReply(text: string): readonly ReplyPart[] {
  return new ReplySplitter(text).split();
}

/** The writer's own words alone. */
export function newText(text: string): string {
  return splitReply(text)
    .filter(({ kind }) => kind === "new")
    .map(({ start, end }) => text.slice(start, end))
    .join("");
}

/** Characters of a line that marks are looked for in; the marks are shorter. */
const MARK_CHARS_MAX = 300;
/** Lines that one attribution may go over: date, name, address, verb. */
const ATTRIBUTION_LINES_MAX = 4;
/** Lines of one head block, with long lists of readers wrapped. */
const HEAD_LINES_MAX = 40;
/** Lines that the value of one head line may be wrapped to. */
const WRAPPED_LINES_MAX = 16;
/** Blank lines between an attribution and what it introduces. */
const GAP_LINES_MAX = 3;

interface Line {
  readonly start: number;
  /** With the line end. */
  readonly end: number;
  /** Quote marks before the text. */
  readonly marks: number;
  /** After the quote marks, at most `MARK_CHARS_MAX`, trimmed. */
  readonly text: string;
}

type Mode = "own" | "signature" | "footer" | "below" | "forwarded";

class ReplySplitter {
  readonly #lines: readonly Line[];
  readonly #parts: ReplyPart[] = [];
  #mode: Mode = "own";
  /** Messages that the lines lie below, besides their quote marks. */
  #base = 0;
  #index = 0;

  constructor(text: string) {
    this.#lines = linesOf(text);
  }

  split(): readonly ReplyPart[] {
    while (this.#index < this.#lines.length) this.#takeNext();
    return this.#parts;
  }

  #takeNext(): void {
    const line = this.#lines[this.#index] as Line;
    if (line.text === "" && line.marks === 0) this.#takeBlank(line);
    else if (!this.#takeMark(line)) this.#takeText(line);
  }

  /** A blank line belongs to what stands above it. */
  #takeBlank(line: Line): void {
    const last = this.#parts.at(-1);
    if (last === undefined) this.#add(this.#plainKind(), this.#base, 1);
    else this.#parts[this.#parts.length - 1] = { ...last, end: line.end };
    if (last !== undefined) this.#index += 1;
  }

  #takeText(line: Line): void {
    if (line.marks > 0 && (this.#mode === "signature" || this.#mode === "footer")) this.#mode = "own";
    const kind = line.marks > 0 && this.#mode !== "forwarded" ? "quote" : this.#plainKind();
    this.#add(kind, this.#base + line.marks, 1);
  }

  #plainKind(): ReplyPartKind {
    if (this.#mode === "own") return "new";
    return this.#mode === "below" ? "quote" : this.#mode;
  }

  /** Takes lines that mark what follows; false when this line marks nothing. */
  #takeMark(line: Line): boolean {
    const separator = separatorOf(line);
    if (separator !== null) return this.#takeSeparator(separator, line);
    const attribution = this.#attributionLines();
    if (attribution > 0) return this.#takeAttribution(attribution, line);
    const head = this.#headLines();
    if (head > 0) return this.#takeBelow(head, line);
    if (line.marks > 0 || this.#mode === "forwarded" || this.#mode === "below") return false;
    if (isSignatureMark(line.text)) this.#mode = "signature";
    else if (this.#isListFooter(line)) this.#mode = "footer";
    else if (isMobileLine(line.text)) return this.#add("signature", 0, 1);
    else return false;
    return this.#add(this.#plainKind(), 0, 1);
  }

  #takeSeparator(kind: "original" | "forwarded" | "end", line: Line): boolean {
    if (kind === "end") {
      this.#add("attribution", this.#base + line.marks, 1);
      if (this.#mode === "forwarded") this.#leave();
      return true;
    }
    if (kind === "original" || line.marks > 0) return this.#takeBelow(1 + this.#headLines(1), line);
    this.#add("attribution", this.#base, 1 + this.#headLines(1));
    this.#enter("forwarded");
    return true;
  }

  /** Within quote marks the marks go on telling the depth; outside, all that follows lies below. */
  #takeBelow(count: number, line: Line): boolean {
    this.#add("attribution", this.#base + line.marks, count);
    if (line.marks === 0) this.#enter(this.#mode === "forwarded" ? "forwarded" : "below");
    return true;
  }

  /** What `On … wrote:` introduces has marks of its own, or, where it has none, goes on to the end. */
  #takeAttribution(count: number, line: Line): boolean {
    const next = this.#nextText(this.#index + count);
    this.#add("attribution", this.#base + line.marks, count);
    if (line.marks > 0 || (next?.marks ?? 0) > line.marks) return true;
    this.#enter(this.#mode === "forwarded" ? "forwarded" : "below");
    return true;
  }

  #enter(mode: Mode): void {
    this.#mode = mode;
    this.#base = Math.min(DEPTH_MAX, this.#base + 1);
  }

  #leave(): void {
    this.#mode = "own";
    this.#base = 0;
  }

  #add(kind: ReplyPartKind, depth: number, count: number): true {
    const start = this.#lines[this.#index]?.start ?? 0;
    this.#index += count;
    const end = this.#lines[this.#index - 1]?.end ?? start;
    const capped = Math.min(DEPTH_MAX, depth);
    const last = this.#parts.at(-1);
    if (last !== undefined && last.kind === kind && last.depth === capped) {
      this.#parts[this.#parts.length - 1] = { ...last, end };
    } else {
      this.#parts.push({ kind, depth: capped, start, end });
    }
    return true;
  }

  /** How many lines from here are one attribution; 0 for none. */
  #attributionLines(): number {
    const first = this.#lines[this.#index] as Line;
    let starts: boolean | null = null;
    let joined = "";
    for (let count = 1; count <= ATTRIBUTION_LINES_MAX; count++) {
      const line = this.#lines[this.#index + count - 1];
      if (line === undefined || line.text === "" || line.marks !== first.marks) return 0;
      joined = joined === "" ? line.text : `${joined} ${line.text}`;
      if (joined.length > MARK_CHARS_MAX) return 0;
      if (/[:：]\s*$/.test(line.text)) return this.#isAttribution(joined, count, first.marks) ? count : 0;
      starts ??= startsAttribution(first.text);
      if (!starts) return 0;
    }
    return 0;
  }

  /** A verb and a colon at the end; a date or address in it, or a quote right after it. */
  #isAttribution(text: string, count: number, marks: number): boolean {
    const phrase = plainPhrase(text);
    if (isDatedAddress(phrase)) return true;
    if (!hasVerb(phrase)) return false;
    if (/\d/.test(phrase) && (/@|\d[:.]\d\d|\d{4}/.test(phrase) || startsAttribution(phrase))) return true;
    return (this.#nextText(this.#index + count)?.marks ?? 0) > marks;
  }

  #nextText(from: number): Line | undefined {
    for (let index = from; index <= from + GAP_LINES_MAX; index++) {
      const line = this.#lines[index];
      if (line === undefined || line.text !== "") return line;
    }
    return undefined;
  }

  /** How many lines, `skip` lines further on, are a head block (`From: … Sent: … To: … Subject: …`); 0 for none. */
  #headLines(skip = 0): number {
    const marks = this.#lines[this.#index]?.marks ?? 0;
    const roles = new Set<HeadRole>();
    let labels = 0;
    let wrapped = 0;
    let count = 0;
    for (let seen = 0; seen < HEAD_LINES_MAX; seen++) {
      const line = this.#lines[this.#index + skip + seen];
      if (line === undefined || (line.marks !== marks && line.text !== "")) break;
      const found = rolesOf(line.text);
      if (found === null) {
        if (labels === 0 && (skip === 0 || line.text !== "" || seen >= GAP_LINES_MAX) && !isRule(line.text)) break;
        if (line.text === "" && labels > 0 && !this.#isLabelAhead(this.#index + skip + seen + 1)) break;
        wrapped += 1;
        if (wrapped > WRAPPED_LINES_MAX) break;
        continue;
      }
      // Who, a second time: another block follows.
      if (found.has("from") && found.size === 1 && roles.has("from")) break;
      for (const role of found) roles.add(role);
      labels += 1;
      wrapped = 0;
      count = seen + 1;
    }
    return isHead(roles, labels) ? count : 0;
  }

  /** Lotus Notes leaves lines blank between who and to whom. */
  #isLabelAhead(index: number): boolean {
    const line = this.#nextText(index);
    return line !== undefined && rolesOf(line.text) !== null;
  }

  /** A rule of underscores and then a line that names the list. */
  #isListFooter(line: Line): boolean {
    if (!/^[_-]{20,}$/.test(line.text)) return false;
    const next = this.#lines[this.#index + 1]?.text ?? "";
    return /mailing list|mailman|listinfo|unsubscribe|-list\b|list\b.*@/i.test(next);
  }
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  const add = (end: number): void => {
    const { at, marks } = quoteMarks(text, start, end);
    lines.push({ start, end, marks, text: shown(text.slice(at, Math.min(end, at + MARK_CHARS_MAX))) });
    start = end;
  };
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) add(index + lineEnd.length);
  if (start < text.length) add(text.length);
  return lines;
}

/** Trimmed, without the marks of direction that programs put around names in right-to-left text. */
function shown(text: string): string {
  return (/[\u200e-\u2069]/.test(text) ? text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "") : text).trim();
}

/** `>`, `> >`, `>>`, also after a space or two, as in `  > text`. */
function quoteMarks(text: string, start: number, end: number): { readonly at: number; readonly marks: number } {
  let marks = 0;
  let at = start;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === GREATER) {
      marks += 1;
      at = index + 1;
    } else if ((code !== SPACE && code !== TAB) || index - at > INDENT_MAX) {
      break;
    }
  }
  return { at, marks };
}

const SPACE = 0x20;
const TAB = 0x09;
const GREATER = 0x3e;
/** White space before a quote mark. */
const INDENT_MAX = 3;

/** `-----Original Message-----`, `Begin forwarded message:`, `---- Forwarded by Ada on 25 Mar ----`, `---- End …`. */
function separatorOf({ text }: Line): "original" | "forwarded" | "end" | null {
  if (text.length >= MARK_CHARS_MAX) return null;
  const hasRule = /^[-_=*~]{2,}/.test(text);
  if (!hasRule && !/[:：]$/.test(text)) return null;
  const words = plainPhrase(text.replace(/^[-_=*~\s]+|[-_=*~\s]+$/g, ""))
    .replace(/[:：]$/, "")
    .trim();
  const kind = separators.get(words);
  if (kind !== undefined) return hasRule || kind === "forwarded" ? kind : null;
  if (!hasRule) return null;
  if (/^end (?:of )?(?:the )?(?:forwarded|original) message$/.test(words)) return "end";
  return /^(?:forwarded (?:by|message from)|weitergeleitet von|transféré par|reenviado por) /.test(words)
    ? "forwarded"
    : null;
}

/** The first two letters of what begins an attribution, or the only one. */
const attributionHeads: ReadonlySet<string> = new Set([...attributionStarts].map((start) => start.slice(0, 2)));

function startsAttribution(text: string): boolean {
  // Most lines begin with other letters. What follows two letters may be a mark that makes another letter of the second.
  if (/^[a-z]{2}[ -~]/i.test(text)) {
    const head = text.slice(0, 2).toLowerCase();
    if (!attributionHeads.has(head) && !attributionHeads.has(head.charAt(0))) return false;
  }
  const [first = "", second = ""] = plainPhrase(text.slice(0, 40)).split(/[\s,]+/, 2);
  return (
    attributionStarts.has(first) ||
    attributionStarts.has(`${first} ${second}`) ||
    /^\d{4}[年년./-]|^\d{1,2}[./]/.test(first)
  );
}

/** The verb before the colon, or before the name that ends in it: `Am 25.03.2024 schrieb Ada Example:`. */
function hasVerb(phrase: string): boolean {
  return attributionVerbs.some((verb) => {
    const at = phrase.lastIndexOf(verb);
    return at !== -1 && !isLetter(phrase.charAt(at - 1), verb) && !isLetter(phrase.charAt(at + verb.length), verb);
  });
}

/** Scripts without spaces between words have no borders to look for. */
function isLetter(character: string, verb: string): boolean {
  return !/[\u3040-\u9fff\uac00-\ud7af]/.test(verb) && /\p{L}/u.test(character);
}

/** A time, an address, a colon: `2024年3月25日(月) 10:20 Ada <ada@example.org>:`, as Gmail writes in languages without a verb. */
function isDatedAddress(phrase: string): boolean {
  return /\d[:.]\d\d.{0,150}<[^<>]*@[^<>]*>\s*:$/.test(phrase);
}

const LABEL_CHARS_MAX = 30;

/** What the label of a head line may say, also in bold (`*From:*`); null for a line without one. */
function rolesOf(text: string): ReadonlySet<HeadRole> | null {
  const label = /^[*_|\s]*([^:：]{1,30}?)[*_\s]*[:：]/.exec(text.slice(0, LABEL_CHARS_MAX + 6))?.[1];
  return label === undefined ? null : (headLabels.get(plainPhrase(label)) ?? null);
}

/** Who, and two more; or, as Lotus Notes writes under name and date, readers, copies and subject. */
function isHead(roles: ReadonlySet<HeadRole>, labels: number): boolean {
  const further = ["date", "to", "subject"].filter((role) => roles.has(role as HeadRole)).length;
  return labels >= 3 && (roles.has("from") ? further >= 2 : roles.has("to") && roles.has("cc") && roles.has("subject"));
}

function isRule(text: string): boolean {
  return /^[_-]{5,}$/.test(text);
}

/** RFC 3676 4.3; the space is often lost. */
function isSignatureMark(text: string): boolean {
  return text === "--" || text === "—";
}

const MOBILE_CHARS_MAX = 100;

function isMobileLine(text: string): boolean {
  if (text.length > MOBILE_CHARS_MAX) return false;
  const phrase = plainPhrase(text).replace(/^[<("“]+|[>)".”]+$/g, "");
  return mobileLines.some(({ start, end }) =>
    end === "" ? phrase.startsWith(start) && isDevice(phrase) : phrase.endsWith(end) && isDevice(phrase),
  );
}

/** What such lines name; `Sent with kind regards` names nothing. */
function isDevice(phrase: string): boolean {
  return /iphon|ipad|android|samsung|galaxy|huawei|xiaomi|nokia|blackberry|outlook|gmail|yahoo|mail|mobil|handy|smartphone|phone|telefon|téléphone|teléfono|telefono|tablet|windows|телефон|手机|手機|携帯|스마트폰/.test(
    phrase,
  );
}
