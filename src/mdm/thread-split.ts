/**
 * A message's text cut into what its sender wrote and the messages it quotes (mdm.md, 4.6), by the marks that `mail/reply-parts.ts` knows and
 * the quotes that HTML has containers for.
 *
 * The rules ask mostly for the sender's own text. Cut too early, it loses the sender's words; too late, it holds other people's. So text
 * that nothing introduces as quoted stays the sender's: a single marked line, or a whole message in quotes without a line that says
 * whose. Total; linear.
 */
import { type ReplyPart, splitReply } from "../mail/reply-parts.ts";
import type { PlacedLink } from "./links.ts";

/** Text under one depth of quotes, with its links in the order of their places. */
export interface Block {
  readonly depth: number;
  readonly text: string;
  readonly links: readonly PlacedLink[];
}

export interface ThreadText {
  /** Lines that introduce it; empty for none. */
  readonly preamble: string;
  readonly text: string;
  readonly links: readonly PlacedLink[];
}

export interface Threads {
  readonly current: ThreadText;
  /** The latest first. */
  readonly previous: readonly ThreadText[];
}

/** `isReply`: the message says that it answers or forwards another. */
export function splitThreads(blocks: readonly Block[], isReply: boolean): Threads {
  const { text, links } = markedText(blocks);
  const parts = splitReply(text);
  if (!quotes(text, parts, isReply)) return { current: wholeThread(blocks), previous: [] };
  return gather(text, parts, links);
}

/** The deepest quotes that are told apart. */
const MARKS_MAX = 32;

interface Marked {
  readonly text: string;
  readonly links: readonly PlacedLink[];
}

/** As plain text would quote it: `> ` before each line. */
function markedText(blocks: readonly Block[]): Marked {
  const pieces: string[] = [];
  const links: PlacedLink[] = [];
  let length = 0;
  for (const { depth, text, links: own } of blocks) {
    const marks = "> ".repeat(Math.min(depth, MARKS_MAX));
    let next = 0;
    let at = 0;
    for (const line of text.split("\n")) {
      const end = at + line.length;
      for (let link = own[next]; link !== undefined && link.at <= end; link = own[next]) {
        links.push({ ...link, at: length + marks.length + Math.max(0, link.at - at) });
        next += 1;
      }
      pieces.push(marks, line, "\n");
      length += marks.length + line.length + 1;
      at = end + 1;
    }
    for (const link of own.slice(next)) links.push({ ...link, at: length - 1 });
  }
  return { text: pieces.join(""), links };
}

function quotes(text: string, parts: readonly ReplyPart[], isReply: boolean): boolean {
  if (parts.some(({ kind }) => kind === "attribution")) return true;
  const isBlank = parts.every(({ kind, start, end }) => isQuoted(kind) || text.slice(start, end).trim() === "");
  if (isBlank) return false;
  const quoted = parts.filter(({ kind }) => isQuoted(kind));
  return (
    quoted.length > 0 && (isReply || quoted.some(({ start, end }) => text.slice(start, end).trim().includes("\n")))
  );
}

function isQuoted(kind: ReplyPart["kind"]): boolean {
  return kind === "quote" || kind === "forwarded";
}

function wholeThread(blocks: readonly Block[]): ThreadText {
  const links: PlacedLink[] = [];
  let length = 0;
  for (const block of blocks) {
    for (const link of block.links) links.push({ ...link, at: length + link.at });
    length += block.text.length + 1;
  }
  return { preamble: "", text: trimmed(blocks.map(({ text }) => text).join("\n")), links };
}

/** A quoted message while its parts come in. */
interface OpenThread {
  readonly level: number;
  readonly preamble: string;
  readonly texts: string[];
  readonly links: PlacedLink[];
}

/** Lines that introduce a quoted message. */
interface Heading {
  readonly text: string;
  readonly links: readonly PlacedLink[];
}

function gather(text: string, parts: readonly ReplyPart[], links: readonly PlacedLink[]): Threads {
  const current: OpenThread = { level: 0, preamble: "", texts: [], links: [] };
  const previous: OpenThread[] = [];
  let preamble: Heading | null = null;
  let next = 0;
  const linksUntil = (end: number): readonly PlacedLink[] => {
    const start = next;
    while (next < links.length && (links[next] as PlacedLink).at < end) next += 1;
    return links.slice(start, next);
  };
  for (const part of parts) {
    const own = text.slice(part.start, part.end);
    const inside = linksUntil(part.end);
    if (part.kind === "attribution") {
      preamble = joined(preamble, { text: own, links: inside });
      continue;
    }
    const thread = isQuoted(part.kind) ? threadAt(previous, part.depth, preamble) : current;
    if (isQuoted(part.kind)) preamble = null;
    thread.texts.push(own);
    thread.links.push(...inside);
  }
  if (preamble !== null) threadAt(previous, Number.POSITIVE_INFINITY, preamble);
  return { current: toThread(current), previous: previous.map(toThread) };
}

function joined(before: Heading | null, { text, links }: Heading): Heading {
  return before === null ? { text, links } : { text: before.text + text, links: [...before.links, ...links] };
}

/** An attribution begins a message; quotes without one belong to the latest of their depth. */
function threadAt(threads: OpenThread[], level: number, preamble: Heading | null): OpenThread {
  const known = preamble === null ? threads.findLast((thread) => thread.level === level) : undefined;
  if (known !== undefined) return known;
  const links = [...(preamble?.links ?? [])];
  const thread: OpenThread = { level, preamble: withoutMarks(preamble?.text ?? ""), texts: [], links };
  threads.push(thread);
  return thread;
}

function toThread({ preamble, texts, links, level }: OpenThread): ThreadText {
  const text = texts.join("");
  return { preamble: trimmed(preamble), text: trimmed(level === 0 ? text : withoutMarks(text)), links };
}

function withoutMarks(text: string): string {
  return text.replace(/^(?: {0,3}>)+ ?/gm, "");
}

function trimmed(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}
