/** Statements and documents of an invented public record, for tests: each says what it is about and leaves the rest empty. */
import { createHash } from "node:crypto";
import { type EpochMs, epochMs } from "../../src/base/brand.ts";
import type { Assertion, AssertionKind, Party, PartyKind, StatedTime } from "../../src/case/assertion.ts";
import type { AliasClaim, LedgerDocument, LedgerStatement, RecordedStatement } from "../../src/case/ledger.ts";

export function party(name: string, kind: PartyKind = "agency", country = ""): Party {
  return { kind, name, words: name, country, count: null };
}

export function at(day: string): EpochMs {
  const found = epochMs(Date.parse(`${day}T00:00:00Z`));
  if (found === null) throw new Error(`no day: ${day}`);
  return found;
}

export function spell(from: string, until = from): StatedTime {
  return {
    from: at(from),
    until: epochMs(at(until) + 86_400_000),
    words: from === until ? from : `${from} .. ${until}`,
  };
}

export interface StatementWish extends Partial<Omit<Assertion, "kind" | "date" | "time" | "quote">> {
  readonly date?: string | StatedTime | null;
  readonly time?: StatedTime | null;
  readonly words?: string;
}

let made = 0;

function nextWords(): string {
  made += 1;
  return `statement ${made}`;
}

/** Ids are made of the words, which differ from call to call unless they are given. */
export function assertion(kind: AssertionKind, wish: StatementWish = {}): Assertion {
  const { date = null, time = null, words = nextWords(), ...rest } = wish;
  return {
    id: `a-${createHash("sha256").update(`${kind} ${words}`).digest("hex").slice(0, 12)}`,
    kind,
    by: [],
    via: [],
    against: [],
    targets: [],
    about: "",
    confidence: { words: "", scale: "", low: null, high: null },
    isNegated: false,
    techniques: [],
    quantities: [],
    ...rest,
    time,
    date: typeof date === "string" ? spell(date) : date,
    quote: { text: words, start: 0, end: words.length, page: 0, line: 1 },
  };
}

export function said(kind: AssertionKind, wish: StatementWish = {}): LedgerStatement {
  return { assertion: assertion(kind, wish), isVerbatim: true, publisher: "", source: "", mark: "" };
}

export interface DocumentWish extends Partial<Omit<LedgerDocument, "statements" | "aliases">> {
  readonly aliases?: readonly AliasClaim[];
}

/** `name` makes its hash. */
export function ledgerDocument(
  name: string,
  statements: readonly LedgerStatement[] = [],
  wish: DocumentWish = {},
): LedgerDocument {
  const sha256 = createHash("sha256").update(name).digest("hex");
  return {
    id: `d-${sha256.slice(0, 12)}`,
    origin: "added",
    source: `/record/${name}`,
    sha256,
    size: name.length,
    format: "text",
    title: name,
    publisher: "",
    date: null,
    language: "en",
    tlp: "",
    revision: 1,
    aliases: [],
    indicators: [],
    rejectedCount: 0,
    techniques: [],
    quantities: [],
    actors: [],
    targets: [],
    unread: [],
    problems: [],
    isPartial: false,
    ...wish,
    statements,
  };
}

export function recorded(kind: AssertionKind, wish: StatementWish = {}): RecordedStatement {
  const statement = said(kind, wish);
  return { ...statement, document: ledgerDocument(statement.assertion.id, [statement]) };
}
