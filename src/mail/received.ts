/**
 * One `Received` line (RFC 5321 4.4): which server took a message from whom, and when.
 *
 * Reads the clauses of the RFC in the shapes of Postfix, sendmail, Exim, qmail, Exchange, Gmail, Yahoo, Courier, Domino,
 * fetchmail and others. Of the sender's side it keeps apart what the sender said (HELO) from what the server found (reverse
 * name, address): only the second is the server's word. Total, linear; one line says nothing about whether it is true.
 */
import { type EpochMs, epochMs } from "../base/brand.ts";
import { trimmed } from "../base/trim.ts";
import { Scanner } from "./addresses.ts";
import { parseDate } from "./dates.ts";
import { fieldText } from "./headers.ts";
import { type IpAddress, parseIp } from "./ip-address.ts";
import type { HeaderField, Message } from "./message.ts";

/** Names in lower case without a last dot, empty where the line does not say. */
export interface ReceivedLine {
  /** The name that the sender gave in HELO or EHLO: free to make up. */
  readonly helo: string;
  /** The name that the server found for the sender's address. */
  readonly reverseName: string;
  readonly ip: IpAddress | null;
  /** The server. */
  readonly by: string;
  readonly byIp: IpAddress | null;
  /** Protocol, as written: `ESMTPS`, `Microsoft SMTP Server`. */
  readonly with: string;
  readonly id: string;
  /** The reader it was taken for. */
  readonly for: string;
  readonly date: EpochMs | null;
  /** Whether it says who sent at all: a line of a program on the server itself does not. */
  readonly hasFrom: boolean;
}

/** Parses an unfolded value as `fieldText` gives it. Never throws. */
export function parseReceived(text: string): ReceivedLine {
  return lineOf(text, readClauses(text.slice(0, CLAUSES_CHARS_MAX)));
}

function lineOf(text: string, clauses: ReadonlyMap<string, Clause>): ReceivedLine {
  const from = clauses.get("from") ?? noClause;
  const by = clauses.get("by") ?? noClause;
  const comments = [...from.comments].reverse();
  const helo = named(heloIn(comments));
  const [first = ""] = from.words;
  return {
    helo: helo === "" ? named(first) : helo,
    reverseName: helo === "" ? reverseNameIn(comments) : hostName(first),
    ip: firstIp([...comments.map(withoutHelo), ...from.words.slice(0, 2)]),
    by: named(by.words[0] ?? ""),
    byIp: firstIp([by.words[0] ?? "", ...by.comments]),
    with: (clauses.get("with") ?? noClause).words.slice(0, 3).join(" ").slice(0, NAME_CHARS_MAX),
    id: (clauses.get("id")?.words[0] ?? "").replace(/^<|>$/g, "").slice(0, NAME_CHARS_MAX),
    for: (clauses.get("for")?.words[0] ?? "").replace(/^<|>$/g, "").slice(0, NAME_CHARS_MAX).toLowerCase(),
    date: receivedDate(text),
    hasFrom: from.words.length > 0,
  };
}

const lineOfField = new WeakMap<HeaderField, ReceivedLine>();
const clausesOfField = new WeakMap<HeaderField, ReceivedClauses>();

/** Of a field of the message; parsed once, whoever asks. */
export function receivedLine(message: Message, field: HeaderField): ReceivedLine {
  let line = lineOfField.get(field);
  if (line === undefined) {
    const { text, clauses } = receivedClauses(message, field);
    line = lineOf(text, clauses);
    lineOfField.set(field, line);
  }
  return line;
}

/** A line as it is written, unfolded, and its words and comments by keyword. */
export interface ReceivedClauses {
  readonly text: string;
  readonly clauses: ReadonlyMap<string, Clause>;
}

/** Of a field of the message; read once, whoever asks. */
export function receivedClauses({ bytes }: Message, field: HeaderField): ReceivedClauses {
  let own = clausesOfField.get(field);
  if (own === undefined) {
    const text = fieldText(bytes, field);
    own = { text, clauses: readClauses(text.slice(0, CLAUSES_CHARS_MAX)) };
    clausesOfField.set(field, own);
  }
  return own;
}

/** Whether a server says that it took the message: what a program keeps of what its user wrote has no such line. */
export function wasReceived({ root }: Message): boolean {
  return root.headers.firsts.has("received") || root.headers.firsts.has("x-received");
}

/**
 * The date after the last semicolon. When that is none (a comment may follow that holds a semicolon), the text after
 * each earlier one is tried, at most eight; at last a date at the end, since some relays leave the semicolon out.
 */
export function receivedDate(text: string): EpochMs | null {
  return dateAfterSemicolon(text) ?? dateAtEnd(text);
}

function dateAtEnd(text: string): EpochMs | null {
  const tail = text.slice(-TAIL_CHARS_MAX);
  const date = /(?:\d{4}-\d{2}-\d{2}|\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4})\s+\d{1,2}:\d{2}.*$/.exec(tail)?.[0];
  return date === undefined ? null : parseDate(date);
}

/** A date and its comment are shorter. */
const TAIL_CHARS_MAX = 120;

function dateAfterSemicolon(text: string): EpochMs | null {
  let end = text.length;
  for (let tries = 0; tries < 8; tries++) {
    const at = text.lastIndexOf(";", end - 1);
    if (at === -1 || end <= 0) return null;
    const date = parseDate(text.slice(at + 1));
    if (date !== null) return epochMs(date);
    end = at;
  }
  return null;
}

/** Clauses are read of so much; real lines are shorter than RFC 5322's longest line. */
const CLAUSES_CHARS_MAX = 4_096;
/** RFC 5321 4.5.3.1.2, and so for other names. */
const NAME_CHARS_MAX = 255;

export interface Clause {
  readonly words: string[];
  /** Without their brackets. */
  readonly comments: string[];
}

const noClause: Clause = { words: [], comments: [] };
const keywords: ReadonlySet<string> = new Set(["from", "by", "via", "with", "id", "for"]);

/** The words and comments after each keyword. `from` counts only as the first word; of each clause the first counts. */
function readClauses(text: string): ReadonlyMap<string, Clause> {
  const clauses = new Map<string, Clause>();
  let current: Clause | null = null;
  let isFirst = true;
  for (const token of tokensOf(text)) {
    if (token === ";") {
      current = null;
    } else if (token.startsWith("(") && token.endsWith(")")) {
      const comment = token.slice(1, -1);
      // sendmail, for mail of a program on the same machine: `(from ada@localhost) by …`
      if (isFirst && /^from\s/i.test(comment)) clauses.set("from", { words: [comment.slice(5).trim()], comments: [] });
      else current?.comments.push(comment);
    } else {
      const word = token.toLowerCase();
      // A sender may say HELO as `by`: what follows `from` is a name.
      const isName = current !== null && current === clauses.get("from") && current.words.length === 0;
      if (keywords.has(word) && !isName && !clauses.has(word) && (word !== "from" || isFirst)) {
        current = { words: [], comments: [] };
        clauses.set(word, current);
      } else {
        current?.words.push(token);
      }
    }
    isFirst = false;
  }
  return clauses;
}

/** Words, whole comments, and semicolons. */
function tokensOf(text: string): readonly string[] {
  const scan = new Scanner(text);
  const tokens: string[] = [];
  let start = -1;
  const endWord = (at: number): void => {
    if (start !== -1) tokens.push(text.slice(start, at));
    start = -1;
  };
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const end = isWordCode(code) ? at + 1 : scan.next(at);
    const isComment = code === OPEN && end > at + 1;
    if (isComment || code === SEMICOLON || code <= SPACE) {
      endWord(at);
      if (isComment) tokens.push(text.slice(at, end));
      else if (code === SEMICOLON) tokens.push(";");
    } else if (start === -1) {
      start = at;
    }
    at = end;
  }
  endWord(text.length);
  return tokens;
}

const SPACE = 0x20;
const OPEN = 0x28;
const SEMICOLON = 0x3b;

/** Letters, digits, `.` and `-`: what most of a line consists of, and never begins anything. */
function isWordCode(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x2d && code <= 0x39);
}

/** `helo=x` (Exim), `HELO x` and `EHLO x` (qmail, Yahoo, PowerMTA). */
const heloWord = /(?:^|[\s"])(?:helo|ehlo)[= ]"?([^\s")]+)/i;

function heloIn(comments: readonly string[]): string {
  for (const comment of comments) {
    const name = heloWord.exec(comment)?.[1];
    if (name !== undefined) return name;
  }
  return "";
}

function withoutHelo(comment: string): string {
  return comment.replace(heloWord, " ");
}

/** `ident@mail.example.org [192.0.2.1]`: the name before the address, which `unknown` says there is none of. */
function reverseNameIn(comments: readonly string[]): string {
  for (const comment of comments) {
    const name = /^([^\s[\]()]+)\s*\[/.exec(comment)?.[1];
    if (name !== undefined) return hostName(name.slice(name.lastIndexOf("@") + 1));
  }
  return "";
}

function hostName(text: string): string {
  const name = named(text);
  return name === "unknown" || parseIp(name) !== null ? "" : name;
}

function named(text: string): string {
  return trimmed(text, '"<>,').replace(/\.$/, "").slice(0, NAME_CHARS_MAX).toLowerCase();
}

/** Of each text the last address in brackets, else one that stands by itself; the first text that has one. */
function firstIp(texts: readonly string[]): IpAddress | null {
  for (const text of texts) {
    const words = [
      ...text.matchAll(/\[([^[\]\s]{2,80})\]/g),
      ...text.matchAll(/(?:^|[\s@])([0-9a-f.:]{2,45})(?=$|[\s:])/gi),
    ];
    const bracketed = words.filter(([all]) => all.startsWith("["));
    for (const [, word = ""] of [...bracketed.reverse(), ...words]) {
      const ip = parseIp(word);
      if (ip !== null) return ip;
    }
  }
  return null;
}
