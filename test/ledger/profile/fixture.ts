/** Documents and statements by hand, as the readers of files and of statements give them. */
import type { Assertion, DocumentStatements, Party } from "../../../src/case/assertion.ts";
import type { PublishedDocument } from "../../../src/case/document.ts";

/** One paragraph a line. */
export function documentOf(text: string): PublishedDocument {
  let at = 0;
  const blocks = text.split("\n").flatMap((line) => {
    const start = at;
    at += line.length + 1;
    const span = { start, end: start + line.length };
    return line.trim() === "" ? [] : [{ kind: "paragraph" as const, span, level: 0, page: 0, table: null, row: null }];
  });
  return {
    path: "/tmp/article.txt",
    sha256: "a".repeat(64),
    format: "text",
    title: "article.txt",
    publisher: "",
    date: null,
    language: "en",
    tlp: "",
    text,
    blocks,
    links: [],
    problems: [],
    isPartial: false,
  };
}

export const NOTHING_STATED: DocumentStatements = {
  assertions: [],
  techniques: [],
  quantities: [],
  actors: [],
  targets: [],
  unread: [],
  notRead: null,
};

export function party(words: string): Party {
  return { kind: "persons", name: words, words, country: "", count: null };
}

export function incident(changes: Partial<Assertion>): Assertion {
  return {
    id: "a-000000000000",
    kind: "incident",
    by: [],
    via: [],
    against: [],
    targets: [],
    about: "",
    time: null,
    date: null,
    confidence: { words: "", scale: "", low: null, high: null },
    isNegated: false,
    techniques: [],
    quantities: [],
    quote: { start: 0, end: 4, text: "They", page: 0, line: 1 },
    ...changes,
  };
}
