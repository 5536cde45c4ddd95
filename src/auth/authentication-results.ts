/**
 * What mail servers wrote about a message's authentication: `Authentication-Results` (RFC 8601), the copies of it that
 * ARC keeps (RFC 8617 4.1.1; methods `arc-spf`, `arc-dkim`, …) and `Received-SPF` (RFC 7208 9.1; method `received-spf`).
 *
 * States only, never believes: anybody can write these fields, and only the topmost of its kind can be our own server's
 * (TF-305), so each result carries its position. Tolerant of what providers really write: no server name (Microsoft),
 * `;` inside comments, comments inside comments, quoted strings, versions, properties before and after a reason.
 *
 * Total on any bytes; linear in the field; at most `limits.authResultsMax` results a message.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import { trimmed } from "../base/trim.ts";
import { fieldText } from "../mail/headers.ts";
import type { HeaderField, Message } from "../mail/message.ts";

/** The same shape as the case's `AuthResultRecord`, stated here because this folder does not know the case. */
export interface AuthResult {
  /** Name of the server that says so; empty when the field does not name one. */
  readonly authservId: string;
  readonly method: string;
  readonly result: string;
  /** The domain the result speaks of, lower case; empty if not said. */
  readonly domain: string;
  /** 0 for the topmost field of its kind. */
  readonly position: number;
}

export interface Authentication {
  /** In the order of the message. */
  readonly results: readonly AuthResult[];
  /** `limit.auth-results`: there are more. */
  readonly problems: readonly Problem[];
}

/** Statements of one field that are read, empty ones too: ten times as many as results are kept. */
const STATEMENTS_MAX = 2_000;

type FieldReader = (text: string, position: number) => readonly AuthResult[];

const READERS: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
  ["authentication-results", (text, position) => parseAuthenticationResults(text, position)],
  ["arc-authentication-results", (text, position) => parseAuthenticationResults(text, position, "arc-")],
  ["received-spf", (text, position) => parseReceivedSpf(text, position)],
]);

export function readAuthentication(message: Message): Authentication {
  const results: AuthResult[] = [];
  const seen = new Map<string, number>();
  for (const field of message.root.headers.fields) {
    const read = READERS.get(field.key);
    if (read === undefined) continue;
    const position = seen.get(field.key) ?? 0;
    seen.set(field.key, position + 1);
    results.push(...read(textOf(message, field), position));
    if (results.length > limits.authResultsMax) {
      return { results: results.slice(0, limits.authResultsMax), problems: [{ code: "limit.auth-results" }] };
    }
  }
  return { results, problems: [] };
}

function textOf(message: Message, field: HeaderField): string {
  return fieldText(message.bytes, field).slice(0, limits.headerFieldBytesMax);
}

/** One field's value. `prefix` goes before each method. */
export function parseAuthenticationResults(text: string, position: number, prefix = ""): readonly AuthResult[] {
  const statements = splitStatements(text);
  if (/^i\s*=\s*\d+$/i.test(statements[0] ?? "")) statements.shift();
  const authservId = isResult(statements[0] ?? "") ? "" : serverName(statements.shift() ?? "");
  const results: AuthResult[] = [];
  for (const statement of statements) {
    const result = parseResult(statement, prefix);
    if (result !== null) results.push({ authservId, ...result, position });
  }
  return results;
}

/** `example.org 1` names a server and a version; RFC 8601 2.2. */
function serverName(statement: string): string {
  return (statement.split(/\s/, 1)[0] ?? "").replace(/^"|"$/g, "").toLowerCase().slice(0, 253);
}

function isResult(statement: string): boolean {
  return /^[a-z0-9][a-z0-9_-]*(?:\s*\/\s*\d+)?\s*=/i.test(statement);
}

function parseResult(statement: string, prefix: string): Pick<AuthResult, "method" | "result" | "domain"> | null {
  const match = /^([a-z0-9][a-z0-9_-]{0,40})(?:\s*\/\s*\d+)?\s*=\s*"?([a-z0-9_-]{1,40})/i.exec(statement);
  if (match === null) return null;
  const [head, method = "", result = ""] = match;
  const properties = propertiesOf(statement.slice(head.length));
  const domain = domainFor(method.toLowerCase(), properties);
  return { method: `${prefix}${method.toLowerCase()}`, result: result.toLowerCase(), domain };
}

/** The first value of each property, names lower case, quotes taken off. */
function propertiesOf(text: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  let start = 0;
  for (let equals = text.indexOf("="); equals >= 0; equals = text.indexOf("=", start)) {
    const name = nameAtEnd(text.slice(start, equals).trimEnd());
    start = equals + 1;
    if (name === "") continue;
    PROPERTY_VALUE.lastIndex = start;
    const [all = "", quoted, bare = ""] = PROPERTY_VALUE.exec(text) ?? [];
    start += all.length;
    const key = name.toLowerCase();
    if (!properties.has(key)) properties.set(key, (quoted ?? bare).toLowerCase());
  }
  return properties;
}

/** A letter or digit and what follows of letters, digits, `.`, `_`, `-`; walked backwards, so long words cost little. */
function nameAtEnd(text: string): string {
  let start = text.length;
  while (start > 0 && isNameCode(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start).replace(/^[._-]+/, "");
}

function isNameCode(code: number): boolean {
  const letter = code | 0x20;
  if ((letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39)) return true;
  return code === 0x2d || code === 0x2e || code === 0x5f;
}

const PROPERTY_VALUE = /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/y;

/** By method: which property names the domain, the first that is there. `smtp.mail` is what Yandex writes. */
const DOMAIN_PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map([
  ["dkim", ["header.d", "header.i"]],
  ["dkim-adsp", ["header.from"]],
  ["dkim-atps", ["header.from"]],
  ["domainkeys", ["header.d", "header.from", "header.sender"]],
  ["spf", ["smtp.mailfrom", "smtp.mail", "smtp.envelope-from", "envelope-from", "smtp.from", "smtp.helo", "smtp.ehlo"]],
  ["sender-id", ["header.from", "header.sender"]],
  ["dmarc", ["header.from"]],
  ["compauth", ["header.from"]],
  ["arc", ["header.d", "arc.chain"]],
  ["bimi", ["header.d"]],
  ["auth", ["smtp.auth", "smtp.mailfrom"]],
]);

function domainFor(method: string, properties: ReadonlyMap<string, string>): string {
  for (const name of DOMAIN_PROPERTIES.get(method) ?? ["header.d", "header.from", "smtp.mailfrom"]) {
    const domain = domainIn(properties.get(name) ?? "");
    if (domain !== "") return domain;
  }
  return "";
}

/** Of an address or a bare domain; Microsoft writes `header.d=none`. */
function domainIn(value: string): string {
  const domain = trimmed(value.slice(value.lastIndexOf("@") + 1).trim(), "<>. \t\r\n");
  return domain.includes(".") && /^[^\s<>;,()"]{3,253}$/.test(domain) ? domain : "";
}

/** RFC 7208 9.1: `pass (comment) key=value; key=value`. */
export function parseReceivedSpf(text: string, position: number): readonly AuthResult[] {
  const statements = splitStatements(text);
  const first = /^\s*([a-z]{1,20})\b/i.exec(statements[0] ?? "");
  if (first === null) return [];
  const properties = propertiesOf(statements.join(" "));
  const result = (first[1] ?? "").toLowerCase();
  const spoken = domainIn(properties.get("envelope-from") ?? "") || domainOfComment(text);
  return [
    {
      authservId: (properties.get("receiver") ?? "").slice(0, 253),
      method: "received-spf",
      result,
      domain: spoken || domainIn(properties.get("helo") ?? ""),
      position,
    },
  ];
}

/** `(protection.outlook.example: domain of sender.example designates …)`: where no envelope-from is written. */
function domainOfComment(text: string): string {
  const named = /\bdomain of\s+(?:transitioning\s+)?([^\s()]{3,320})/i.exec(text)?.[1] ?? "";
  return domainIn(named.toLowerCase());
}

/**
 * Splits at `;` outside comments and quoted strings, and takes comments out (RFC 5322 3.2.2). A comment that never
 * closes, or a quote, hides nothing: the field is then read again with such marks as plain text.
 */
function splitStatements(text: string): string[] {
  return splitOutsideComments(text) ?? statementsOf(text.split(";", STATEMENTS_MAX));
}

const DQUOTE = 0x22;
const OPEN = 0x28;
const CLOSE = 0x29;
const SEMICOLON = 0x3b;
const BACKSLASH = 0x5c;

/** `null` when a comment or quote never closes. */
function splitOutsideComments(text: string): string[] | null {
  const statements: string[] = [];
  let current = "";
  /** Where the text begins that is not yet in `current`. */
  let start = 0;
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) {
      if (depth > 0 || isQuoted) i += 1;
    } else if (code === DQUOTE) {
      if (depth === 0) isQuoted = !isQuoted;
    } else if (isQuoted) {
      // Nothing has a meaning in here.
    } else if (code === OPEN) {
      if (depth === 0) current += text.slice(start, i);
      depth += 1;
    } else if (code === CLOSE && depth > 0) {
      depth -= 1;
      current += " ";
      start = i + 1;
    } else if (code === SEMICOLON && depth === 0) {
      statements.push(current + text.slice(start, i));
      if (statements.length >= STATEMENTS_MAX) return statementsOf(statements);
      current = "";
      start = i + 1;
    }
  }
  if (depth > 0 || isQuoted) return null;
  statements.push(current + text.slice(start));
  return statementsOf(statements);
}

/** Without the empty ones, but for the first, which names the server. */
function statementsOf(pieces: readonly string[]): string[] {
  return pieces.map((piece) => piece.trim()).filter((statement, index) => statement !== "" || index === 0);
}
