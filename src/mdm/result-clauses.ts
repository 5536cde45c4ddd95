/**
 * Fields in which servers wrote what they found out about a message's authentication, clause by clause with properties and comments:
 * `Authentication-Results` and its variants (RFC 8601, RFC 8617 4.1.1), `Received-SPF` (RFC 7208 9.1). States only; total, linear.
 */
import { limits } from "../base/limits.ts";
import { Scanner } from "../mail/addresses.ts";

export interface ResultClause {
  /** `spf`, `dkim` …; lower case. */
  readonly method: string;
  /** `pass`, `fail` …; lower case. */
  readonly result: string;
  /** By lower-case name (`smtp.mailfrom`), the first of each. */
  readonly properties: ReadonlyMap<string, string>;
  /** Comments without their brackets, joined. */
  readonly comment: string;
}

export interface ResultField {
  /** Of ARC: which set it belongs to; empty for none. */
  readonly instance: string;
  /** Name of the server, lower case; empty where the field names none. */
  readonly server: string;
  readonly clauses: readonly ResultClause[];
}

const CLAUSES_MAX = limits.authResultsMax;

/** The field's value as `fieldText` gives it. */
export function parseResultField(text: string): ResultField {
  const statements = statementsOf(text);
  let instance = "";
  let server = "";
  const clauses: ResultClause[] = [];
  for (const [index, statement] of statements.entries()) {
    const clause = clauseOf(statement);
    if (/^i\s*=\s*\d{1,3}$/i.test(statement.text) && index === 0) instance = statement.text.replace(/\D+/g, "");
    else if (clause !== null) clauses.push(clause);
    else if (server === "" && clauses.length === 0) server = serverName(statement.text);
  }
  return { instance, server, clauses };
}

/** `pass (comment) key=value; key=value`. Null where no result stands at the start. */
export function parseReceivedSpf(text: string): ResultClause | null {
  const statements = statementsOf(text);
  const result = /^([a-z]{1,20})\b/i.exec(statements[0]?.text ?? "")?.[1];
  if (result === undefined) return null;
  const all = statements.map((statement) => statement.text).join(" ");
  const comment = statements
    .map((statement) => statement.comment)
    .join(" ")
    .trim();
  return { method: "spf", result: result.toLowerCase(), properties: propertiesOf(all), comment };
}

interface Statement {
  readonly text: string;
  readonly comment: string;
}

const OPEN = 0x28;
const SEMICOLON = 0x3b;

/** At `;` outside of comments and quoted strings. */
function statementsOf(text: string): readonly Statement[] {
  const scan = new Scanner(text);
  const statements: Statement[] = [];
  let words = "";
  let comments: string[] = [];
  let start = 0;
  const end = (at: number): void => {
    const all = (words + text.slice(start, at)).trim();
    if (all !== "") statements.push({ text: all, comment: comments.join(" ") });
    words = "";
    comments = [];
  };
  for (let at = 0; at < text.length && statements.length < CLAUSES_MAX; ) {
    const code = text.charCodeAt(at);
    const next = scan.next(at);
    if (code === OPEN && next > at + 1) {
      words += `${text.slice(start, at)} `;
      comments.push(text.slice(at + 1, next - 1));
      start = next;
    } else if (code === SEMICOLON) {
      end(at);
      start = next;
    }
    at = next;
  }
  end(text.length);
  return statements;
}

function clauseOf({ text, comment }: Statement): ResultClause | null {
  const match = /^([a-z0-9][a-z0-9_-]{0,40})(?:\s*\/\s*\d+)?\s*=\s*"?([a-z0-9_-]{1,40})/i.exec(text);
  if (match === null) return null;
  const [head, method = "", result = ""] = match;
  if (method.toLowerCase() === "i" && /^\d+$/.test(result)) return null;
  const properties = propertiesOf(text.slice(head.length));
  return { method: method.toLowerCase(), result: result.toLowerCase(), properties, comment };
}

/** `example.org 1` names a server and a version; RFC 8601 2.2. */
function serverName(text: string): string {
  return (text.split(/\s/, 1)[0] ?? "").replace(/^"|"$/g, "").toLowerCase().slice(0, NAME_CHARS_MAX);
}

const NAME_CHARS_MAX = 253;
const PROPERTY = /([a-z][a-z0-9._-]{0,60})\s*=\s*(?:"([^"]*)"|([^\s;]*))/gi;

/** Names in lower case, values as written. */
export function propertiesOf(text: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const [, name = "", quoted, bare = ""] of text.matchAll(PROPERTY)) {
    const key = name.toLowerCase();
    if (!properties.has(key)) properties.set(key, quoted ?? bare);
  }
  return properties;
}
