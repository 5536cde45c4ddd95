/**
 * Text → tokens → sentences. A token is a word, a number, a possessive ending or one sign; a sentence ends at a stop that no abbreviation
 * explains, and with its block. Pure and total: tokens lie in order, without overlap, each `text.slice(start, end)`; between
 * them only white space. Cost: linear; a sentence longer than `limits.sentenceTokensMax` is cut there.
 */
import { limits } from "../base/limits.ts";
import type { Block } from "../case/document.ts";

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** Of the block it stands in. */
  readonly kind: Block["kind"];
}

/**
 * A token. In order: what is one word whatever stands in it (URL, dotted capitals), a sum of money's or a plain number, a word with hyphens and
 * inner apostrophes, a possessive ending, any other sign. No alternative can fail after a long run, so matching is linear.
 */
export const TOKEN =
  /\w{2,10}:\/\/[^\s<>"]+|(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th)?(?![\p{L}])|['\u2019]s(?![\p{L}])|n['\u2019]t(?![\p{L}])|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[-\u2010\u2011&](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}_]+|\.(?=\p{L})[\p{L}\p{M}\p{N}_]+|['\u2019](?!s(?![\p{L}]))[\p{L}]+)*|\S/gu;

/** As `TOKEN` finds them one after the other. Most are plain words, signs and gaps of ASCII, which are told without asking it. */
export function tokensOf(text: string, start = 0, end = text.length): readonly Token[] {
  const piece = text.slice(start, end);
  const tokens: Token[] = [];
  for (let at = 0; at < piece.length; ) {
    const code = piece.charCodeAt(at);
    if (code === SPACE || code === LINE_FEED) {
      at += 1;
      continue;
    }
    const next = plainEnd(piece, at, code);
    if (next > at) {
      const word = piece.slice(at, next);
      tokens.push({ start: start + at, end: start + next, text: word, lower: word.toLowerCase() });
      at = next;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(piece);
    if (match === null) break;
    const [word] = match;
    const from = start + match.index;
    at = match.index + word.length;
    tokens.push({ start: from, end: start + at, text: word, lower: word.toLowerCase().replaceAll("\u2019", "'") });
  }
  return tokens;
}

const SPACE = 0x20;
const LINE_FEED = 0x0a;

/** What an ASCII character may be to a token. `ASKS`: it may go on over a sign, or the pattern knows. */
const KINDS = { ASKS: 0, LETTER: 1, DIGIT: 2, SIGN: 3, GAP: 4 } as const;

const KIND_OF = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) return KINDS.LETTER;
  if (/\d/.test(char)) return KINDS.DIGIT;
  if (/\s/.test(char)) return KINDS.GAP;
  return /['\-&.:]/.test(char) ? KINDS.ASKS : KINDS.SIGN;
});

const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < KIND_OF.length ? (KIND_OF[code] ?? KINDS.ASKS) : KINDS.ASKS;
};

/** Behind the token at `at` where it is a run of ASCII letters and digits that begins with a letter, or one sign; else `at`. */
function plainEnd(text: string, at: number, code: number): number {
  const kind = code < KIND_OF.length ? KIND_OF[code] : KINDS.ASKS;
  if (kind === KINDS.SIGN) return at + 1;
  if (kind !== KINDS.LETTER) return at;
  let end = at + 1;
  for (let next = kindAt(text, end); next === KINDS.LETTER || next === KINDS.DIGIT; next = kindAt(text, end)) end += 1;
  if (end === text.length) return end;
  const behind = kindAt(text, end);
  if (behind === KINDS.GAP || behind === KINDS.SIGN) return end;
  // The stop at a sentence's end; one that letters follow may stand within a word.
  const isStop = text.charCodeAt(end) === STOP;
  const isLast =
    end + 1 === text.length || text.charCodeAt(end + 1) === SPACE || text.charCodeAt(end + 1) === LINE_FEED;
  return isStop && isLast ? end : at;
}

const STOP = 0x2e;

const ENDERS = new Set([".", "!", "?", "\u3002", "\u2026"]);
const CLOSERS = new Set(['"', "\u201d", "\u2019", "'", ")", "]", "\u00bb"]);
const BULLETS = new Set(["\u2022", "\u25cf", "\u25aa", "\u2023"]);

export interface SentenceWish {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly abbreviations: ReadonlySet<string>;
}

/** Furniture of pages and code say nothing, so they have no sentences. */
export function sentencesOf({ text, blocks, abbreviations }: SentenceWish): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const { kind, span } of blocks) {
    if (kind === "furniture" || kind === "code") continue;
    const tokens = tokensOf(text, span.start, span.end);
    let from = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      const size = at + 1 - from;
      const end = size >= limits.sentenceTokensMax ? at + 1 : endAfter({ text, tokens, abbreviations }, at);
      if (end === null) continue;
      push(sentences, tokens.slice(from, end), kind);
      from = end;
      at = end - 1;
    }
    push(sentences, tokens.slice(from), kind);
  }
  return sentences;
}

function push(sentences: Sentence[], all: readonly Token[], kind: Block["kind"]): void {
  const tokens = kind === "list-item" ? withoutMarker(all) : all;
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first !== undefined && last !== undefined) sentences.push({ start: first.start, end: last.end, tokens, kind });
}

const MARKERS = new Set(["-", "*", "+", "\u2013", ...BULLETS]);

/** The sign before a point of a list is none of its words. */
function withoutMarker(tokens: readonly Token[]): readonly Token[] {
  const first = tokens[0]?.text ?? "";
  return MARKERS.has(first) && tokens.length > 1 ? tokens.slice(1) : tokens;
}

interface EndWish {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly abbreviations: ReadonlySet<string>;
}

/** Index after the last token of a sentence that ends at `at`, or null. */
function endAfter({ text, tokens, abbreviations }: EndWish, at: number): number | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) return null;
  // A point of a list, or an empty line, begins anew.
  if (next !== undefined && (BULLETS.has(next.text) || isGap(text, token.end, next.start))) return at + 1;
  if (next !== undefined && isTitleLine(text, token, next)) return at + 1;
  if (token.text === ";" && next !== undefined && text.slice(token.end, next.start).includes("\n")) return at + 1;
  const isDotted = token.text.endsWith(".") && token.text.length > 1 && /^\p{Lu}/u.test(token.text);
  if (!ENDERS.has(token.text) && !isDotted) return null;
  const previous = tokens[at - 1];
  const isJoined = previous !== undefined && previous.end === token.start;
  if (token.text === "." && isJoined && isAbbreviation(previous, next, abbreviations)) return null;
  let end = at + 1;
  let last = token;
  for (let closer = tokens[end]; closer !== undefined && CLOSERS.has(closer.text) && closer.start === last.end; ) {
    last = closer;
    end += 1;
    closer = tokens[end];
  }
  const following = tokens[end];
  if (following === undefined) return end;
  if (following.start === last.end) return null;
  if (isDotted) return STARTERS.has(following.text) ? end : null;
  return /^[\p{Lu}\p{N}\p{Lo}"'\u201c\u2018(\u2022\u00ab[-]/u.test(following.text) ? end : null;
}

/** Words that begin a sentence after a dotted abbreviation, and hardly a name. */
const STARTERS = new Set([
  "The",
  "It",
  "In",
  "This",
  "These",
  "He",
  "She",
  "They",
  "A",
  "On",
  "However",
  "But",
  "We",
  "As",
  "At",
]);

function isAbbreviation(previous: Token, next: Token | undefined, abbreviations: ReadonlySet<string>): boolean {
  if (/^\p{Lu}$/u.test(previous.text)) return true;
  if (!abbreviations.has(previous.lower)) return false;
  // Short words that are both (`No.`, `may`): an abbreviation only before a number or a small letter, where it is one of these.
  if (previous.lower === "no" || previous.lower === "fig") return next !== undefined && /^\p{N}/u.test(next.text);
  if (
    previous.lower === "inc" ||
    previous.lower === "ltd" ||
    previous.lower === "etc" ||
    previous.lower === "co" ||
    previous.lower === "corp"
  )
    return next === undefined || !/^\p{Lu}/u.test(next.text) || !STARTERS.has(next.text);
  return true;
}

const TITLE_CHARS_MAX = 70;

/** The line that ends at `token` is a title: short, no stop, every longer word with a capital, and the next line begins with one. */
function isTitleLine(text: string, token: Token, next: Token): boolean {
  if (!/^\p{Lu}/u.test(next.text) || !/\n/.test(text.slice(token.end, Math.min(next.start, token.end + 4))))
    return false;
  const from = text.lastIndexOf("\n", token.end - 1) + 1;
  if (token.end - from > TITLE_CHARS_MAX) return false;
  const words = text.slice(from, token.end).trim().split(/\s+/);
  // A first line that runs on from the line before is no title of its own.
  if (/[.,;:]$/.test(words.at(-1) ?? "") || /[\p{Ll},]\s*$/u.test(text.slice(Math.max(0, from - 3), from)))
    return false;
  return (
    words.every((word) => word.length < 5 || /^[\p{Lu}\p{N}(\u201c"]/u.test(word)) &&
    /^[\p{Lu}\p{N}]/u.test(words[0] ?? "")
  );
}

function isGap(text: string, from: number, until: number): boolean {
  return until - from > 1 && /\n[ \t\r]*\n/.test(text.slice(from, until));
}
