/**
 * A stretch of a document as its writer would say it aloud: defanging undone, invisible characters gone, values joined that a page or
 * table broke over lines; each character knows its place in the original, so that a value found in the view is quoted as it stands.
 *
 * Total; linear: each sign is found by one pattern with bounded repeats, and what decides about it looks at a bounded stretch.
 */
import { isPublicSuffix } from "../../url/registrable-domain.ts";

export interface PlainView {
  readonly text: string;
  /** Original offset of the first character that stands for `text[at]`. */
  startOf(at: number): number;
  /** Behind the last original character that stands for `text[at - 1]`. */
  endOf(at: number): number;
  /** What of the original was rewritten between these places of the view. */
  changesIn(start: number, end: number): Changes;
}

export interface Changes {
  readonly change: ViewChange;
  /** Lines were put together. */
  readonly isJoined: boolean;
}

/** The strongest of what was done to a piece of text. */
export type ViewChange =
  | "none"
  /** Only what nobody sees was taken out. */
  | "invisible"
  /** The word `dot` or a space stood where a sign should. */
  | "words"
  | "defanged";

const OPEN = "[[({<\\uff08\\uff3b]";
const CLOSE = "[\\])}>\\uff09\\uff3d]";
const GAP = "[ \\t\\u00a0]{0,2}(?:\\r?\\n[ \\t]{0,8})?";
const SIGNS = new RegExp(
  [
    // Soft hyphen with the line end behind it; zero width characters, marks of direction, byte order mark.
    "(?<invisible>\\u00ad\\s{0,8}\\n[ \\t]{0,8}|[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff]{1,64})",
    `(?<![A-Za-z0-9])(?<scheme>h(?:xx|tt|\\*\\*|__|\\+\\+|tx|xt|x)p(?<secure>s|[[(]s[\\])])?|f[x*_]ps?|ftps?|meow(?:s)?)[ ]?(?:${OPEN}:[/\\\\]{0,2}${CLOSE}|[:\\uff1a])[ ]?(?:(?<=[/\\\\]${CLOSE})|//|\\\\\\\\|\\uff0f\\uff0f|${OPEN}//${CLOSE}|${OPEN}/${CLOSE}${OPEN}/${CLOSE})(?:[ ](?=[^\\s]{1,80}${OPEN}))?`,
    `(?<dot>${GAP}(?:${OPEN} ?(?:\\.|,|dot|\\u3002|\\uff0e) ?${CLOSE}|(?<=[A-Za-z0-9])\\[\\.(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])\\.\\](?=[A-Za-z0-9]))${GAP})`,
    `(?<at>${GAP}${OPEN} ?(?:@|at|\\uff20) ?${CLOSE}${GAP})`,
    `(?<colon>${OPEN}(?::|\\uff1a)${CLOSE}|\\[:(?=\\d))`,
    `(?<slash>${OPEN}/${CLOSE})`,
    "(?<backslash>(?<=[A-Za-z0-9])\\\\\\.(?=[A-Za-z0-9]))",
    "(?<wide>(?<=[A-Za-z0-9])[\\u3002\\uff0e\\uff61\\u2024\\ufe52](?=[A-Za-z0-9]))",
    "(?<word>(?<=[A-Za-z0-9])[ \\t]{1,2}dot[ \\t]{1,2}(?=[A-Za-z0-9]))",
    "(?<spelt>(?<=[A-Za-z0-9]) AT (?=[A-Za-z0-9-]{1,63} DOT ))",
    "(?<space>(?<=[A-Za-z0-9])(?: \\.|\\. )(?=[A-Za-z]{2,24}\\b))",
    "(?<line>(?<=\\S)[ \\t]{0,8}\\r?\\n[ \\t]{0,32}(?=\\S))",
  ].join("|"),
  "gi",
);
/** Nothing of the above can stand without one of these. */
const MAY_HAVE_SIGNS =
  /[[({<\\\n\u00ad\u200b-\u200f\u2024\u202a-\u202e\u2060-\u2064\u3002\ufe52\ufeff\uff0e\uff61]|\bdot\b|\.\]|[hf][x*_+]| \.|\. [a-z]|meow/i;
/** Words before `dot com` that are no name of a host. */
const NO_LABEL =
  /(?:^|[^A-Za-z0-9-])(?:the|a|an|this|that|each|every|polka|red|green|blue|white|black|of|to|and|or|with|by|microsoft|one)$/i;
/** Top-level domains that are also words, so that a space before them says nothing. */
const WORD_ENDINGS: ReadonlySet<string> = new Set(
  "am as at be by do for he how in is it me my no of on or so to us we all and are can has its now new one see the top use was who you".split(
    " ",
  ),
);
const LOOK_BACK = 256;
const LOOK_AHEAD = 256;
const HASH_LENGTHS: ReadonlySet<number> = new Set([32, 40, 64, 128]);
/** Lines over which one hash may be broken. */
const HASH_LINES_MAX = 6;

/** `isCell`: a cell of a table, in which a line break is the table's. */
export function plainViewOf(text: string, isCell: boolean): PlainView {
  return MAY_HAVE_SIGNS.test(text) ? rewritten(text, isCell) : identity(text);
}

const UNCHANGED: Changes = { change: "none", isJoined: false };

function identity(text: string): PlainView {
  return { text, startOf: (at) => at, endOf: (at) => at, changesIn: () => UNCHANGED };
}

interface Rewrite {
  /** In the view. */
  readonly at: number;
  readonly length: number;
  /** In the original. */
  readonly start: number;
  readonly end: number;
  readonly change: ViewChange | "joined";
}

function rewritten(text: string, isCell: boolean): PlainView {
  const rewrites: Rewrite[] = [];
  const parts: string[] = [];
  let length = 0;
  let done = 0;
  for (const match of text.matchAll(SIGNS)) {
    const start = match.index;
    const end = start + match[0].length;
    const found = replacementOf(match, text, isCell);
    if (found === null || (found.text === match[0] && found.change !== "defanged")) continue;
    parts.push(text.slice(done, start), found.text);
    length += start - done;
    rewrites.push({ at: length, length: found.text.length, start, end, change: found.change });
    length += found.text.length;
    done = end;
  }
  if (rewrites.length === 0) return identity(text);
  parts.push(text.slice(done));
  return viewOf(parts.join(""), rewrites);
}

function viewOf(text: string, rewrites: readonly Rewrite[]): PlainView {
  /** The last rewrite that begins before `at`, or at it; -1 for none. */
  const before = (at: number): number => {
    let low = 0;
    let high = rewrites.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rewrites[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const startOf = (at: number): number => {
    const last = rewrites[before(at)];
    if (last === undefined) return at;
    return at < last.at + last.length ? last.start : last.end + (at - last.at - last.length);
  };
  const endOf = (at: number): number => {
    if (at === 0) return 0;
    const last = rewrites[before(at - 1)];
    if (last === undefined) return at;
    return at <= last.at + last.length ? last.end : last.end + (at - last.at - last.length);
  };
  const changesIn = (start: number, end: number): Changes => {
    let change: ViewChange = "none";
    let isJoined = false;
    for (let index = Math.max(0, before(start)); index < rewrites.length; index += 1) {
      const one = rewrites[index];
      if (one === undefined || one.at >= end) break;
      if (one.length === 0 ? one.at <= start : one.at + one.length <= start) continue;
      if (one.change === "joined") isJoined = true;
      else if (ORDER.indexOf(one.change) > ORDER.indexOf(change)) change = one.change;
    }
    return { change, isJoined };
  };
  return { text, startOf, endOf, changesIn };
}

const ORDER: readonly ViewChange[] = ["none", "invisible", "words", "defanged"];

interface Replacement {
  readonly text: string;
  readonly change: ViewChange | "joined";
}

/** Null where the sign is what it is. */
function replacementOf(match: RegExpMatchArray, text: string, isCell: boolean): Replacement | null {
  const groups = match.groups ?? {};
  const start = match.index ?? 0;
  const end = start + match[0].length;
  if (groups["invisible"] !== undefined) return { text: "", change: "invisible" };
  if (groups["scheme"] !== undefined) return schemeOf(match[0], groups["scheme"], groups["secure"]);
  if (groups["dot"] !== undefined) return { text: ".", change: "defanged" };
  if (groups["at"] !== undefined) return { text: "@", change: "defanged" };
  if (groups["colon"] !== undefined) return { text: ":", change: "defanged" };
  if (groups["slash"] !== undefined) return { text: "/", change: "defanged" };
  if (groups["wide"] !== undefined) return { text: ".", change: "defanged" };
  if (groups["backslash"] !== undefined) return hasPathAround(text, start) ? null : { text: ".", change: "defanged" };
  if (groups["word"] !== undefined) return isSpokenDot(text, start, end) ? { text: ".", change: "words" } : null;
  if (groups["spelt"] !== undefined) return match[0] === " AT " ? { text: "@", change: "words" } : null;
  if (groups["space"] !== undefined)
    return isStrayedDot(text, start, end, isCell) ? { text: ".", change: "words" } : null;
  return isBrokenValue(text, start, end, isCell) ? { text: "", change: "joined" } : null;
}

function schemeOf(written: string, scheme: string, secure: string | undefined): Replacement {
  const isFile = /^f/i.test(scheme);
  const isSecure = isFile ? /s$/i.test(scheme) : secure !== undefined || /^meows/i.test(scheme);
  const plain = `${isFile ? "ftp" : "http"}${isSecure ? "s" : ""}://`;
  return { text: plain, change: written.toLowerCase() === plain ? "none" : "defanged" };
}

/** The word in which the sign stands has other backslashes: it is a path, not a host. */
function hasPathAround(text: string, at: number): boolean {
  const before = /\S*$/.exec(text.slice(Math.max(0, at - LOOK_BACK), at))?.[0] ?? "";
  const behind = /^\S*/.exec(text.slice(at + 2, at + LOOK_AHEAD))?.[0] ?? "";
  return /\\(?!\.)/.test(before) || /\\(?!\.)/.test(behind);
}

/** `news dot example`, not `the dot com boom`. */
function isSpokenDot(text: string, start: number, end: number): boolean {
  if (NO_LABEL.test(text.slice(Math.max(0, start - 16), start))) return false;
  const behind = text.slice(end, end + LOOK_AHEAD);
  // The last label of what follows must end a name.
  const labels =
    /^[A-Za-z0-9-]{1,63}(?:(?:[ \t]{1,2}dot[ \t]{1,2}|\.|\[\.\]|\(\.\)|\[dot\]|\(dot\))[A-Za-z0-9-]{1,63}){0,8}/i.exec(
      behind,
    )?.[0] ?? "";
  const ending = /[A-Za-z0-9-]+$/.exec(labels)?.[0].toLowerCase() ?? "";
  return isEnding(ending) && !WORD_ENDINGS.has(ending);
}

function isEnding(label: string): boolean {
  return isPublicSuffix(label) || /^(?:example|test|invalid)$/.test(label);
}

/** A space beside a dot, where the whole line is one value or the value bears a defanged scheme. */
function isStrayedDot(text: string, start: number, end: number, isCell: boolean): boolean {
  const ending = /^[A-Za-z]{2,24}/.exec(text.slice(end, end + 24))?.[0].toLowerCase() ?? "";
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  if (/h(?:xx|\*\*)ps?\S{0,8}\/\/\S{1,128}$/i.test(before)) return text[start] === " " && isEnding(ending);
  if (!isEnding(ending)) return false;
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const isFirst =
    /^\s{0,16}[A-Za-z0-9-]{1,63}(?:\s?\.\s?[A-Za-z0-9-]{1,63}){0,8}$/.test(line) &&
    (isCell || start < LOOK_BACK || before.includes("\n"));
  const behind = text.slice(end + ending.length, end + ending.length + LOOK_AHEAD);
  return isFirst && /^(?:\s?\.\s?[A-Za-z]{2,24})?[ \t]{0,8}(?:[\r\n]|$)/.test(behind);
}

/** Only with the next line does this one end in a value. */
function isBrokenValue(text: string, start: number, end: number, isCell: boolean): boolean {
  const last = text.charCodeAt(start - 1);
  const first = text.charCodeAt(end);
  if (isHexDigit(last) && isHexDigit(first) && isBrokenHash(text, start, end)) return true;
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  const slashes = before.lastIndexOf("//");
  const mayBeHost = isCell && (last === DOT) !== (first === DOT);
  if (slashes < 0 && !mayBeHost) return false;
  const behind = text.slice(end, end + LOOK_AHEAD);
  return (slashes >= 0 && isBrokenUrl(before, behind, isCell)) || (mayBeHost && isBrokenHost(before, behind));
}

const DOT = 0x2e;

function isHexDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}

function isBrokenHash(text: string, start: number, end: number): boolean {
  let head = tailOf(text, start);
  if (head === "") return false;
  const parts = partsBehind(text, end);
  let at = start - head.length;
  for (let lines = 0; head !== "" && lines < HASH_LINES_MAX; lines += 1) {
    if (isCompletedBy(head, parts)) return true;
    // Lines that were joined before this one belong to the same hash.
    const gap = /\n[ \t]{0,32}$/.exec(text.slice(Math.max(0, at - 34), at))?.[0].length ?? 0;
    if (gap === 0) return false;
    const tail = tailOf(text, at - gap);
    head = tail === "" ? "" : tail + head;
    at -= gap + tail.length;
  }
  return false;
}

/** Lines of hexadecimal digits that follow; the last one may have more behind it. */
function partsBehind(text: string, end: number): readonly string[] {
  const parts: string[] = [];
  for (let at = end; parts.length < HASH_LINES_MAX; ) {
    LINE_OF_DIGITS.lastIndex = at;
    const [whole = "", part = "", lineEnd] = LINE_OF_DIGITS.exec(text) ?? [];
    if (part === "" || HASH_LENGTHS.has(part.length)) break;
    parts.push(part);
    if (lineEnd === undefined) break;
    at += whole.length;
  }
  return parts;
}

const LINE_OF_DIGITS = /([0-9a-fA-F]{2,127})(?![A-Za-z0-9])([ \t\r]{0,32}\n[ \t]{0,32})?/y;

function isCompletedBy(head: string, parts: readonly string[]): boolean {
  let hash = head;
  for (const part of parts) {
    hash += part;
    if (HASH_LENGTHS.has(hash.length)) return /\d/.test(hash) && /[a-f]/i.test(hash);
    if (hash.length > 128) return false;
  }
  return false;
}

/** Hexadecimal digits that end before `end` and are no hash by themselves; empty where they are a word's. */
function tailOf(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 128 && isHexDigit(text.charCodeAt(start - 1))) start -= 1;
  const length = end - start;
  if (length < 4 || HASH_LENGTHS.has(length) || /[A-Za-z0-9]/.test(text[start - 1] ?? "")) return "";
  return text.slice(start, end);
}

const SCHEME_BEFORE = /(?:^|[^A-Za-z0-9])((?:h(?:xx|tt|\*\*)ps?|f[xt]ps?)\S{0,8}\/\/\S{0,240})$/i;
const OTHER_VALUE =
  /^(?:[a-z]{2,8}\S{0,4}:\S{0,4}\/\/|\S{1,253}(?:\[\.\]|\(\.\)|\[dot\])|\S{1,64}@|[0-9a-f]{32,128}\b|\d{1,3}(?:\.\d{1,3}){3}|-|\u2022|\*)/i;

function isBrokenUrl(before: string, behind: string, isCell: boolean): boolean {
  const url = SCHEME_BEFORE.exec(before)?.[1] ?? "";
  if (url === "") return false;
  const isGuarded = !/^(?:https?|ftps?):\/\//i.test(url) || /\[\.\]|\(\.\)|\[dot\]/i.test(url);
  if (!isGuarded && !isCell) return false;
  const word = /^\S{1,240}/.exec(behind)?.[0] ?? "";
  const isLast = /^\S{1,240}[ \t]{0,8}(?:[\r\n]|$)/.test(behind);
  if (!/\/\/[^/]{1,253}(?:\.|\[dot\]|\(dot\))[^/]/i.test(url))
    return isLast && /^[A-Za-z0-9-]{0,63}(?:\[?\(?\.|\[dot\])/i.test(word);
  if (OTHER_VALUE.test(word)) return false;
  if (/^[/?&=%#_]/.test(word)) return true;
  const isOpen = /[/\-_=&?%]$/.test(url);
  return isLast && isOpen && (isCell || /[/?=&\d_.]/.test(word.slice(0, -1)));
}

function isBrokenHost(before: string, behind: string): boolean {
  const isLabel = /(?:^|\n)[ \t]{0,8}[A-Za-z0-9][A-Za-z0-9.-]{0,200}$/.test(before);
  const rest = /^(\.?)([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,6})\s{0,8}$/.exec(behind);
  if (!isLabel || rest === null) return false;
  return (rest[1] === ".") !== before.endsWith(".") && isEnding(/[^.]*$/.exec(rest[2] ?? "")?.[0].toLowerCase() ?? "");
}
