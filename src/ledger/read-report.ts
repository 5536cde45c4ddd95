/**
 * A document → its statements, its indicators and its description, each with its quote; total, the error is a sentence for the user.
 *
 * What looks at its text is told to the watch, and left out where it ended an earlier reader.
 */
import { createHash } from "node:crypto";
import { limits } from "../base/limits.ts";
import { ok, type Result } from "../base/result.ts";
import type { PublishedDocument, Quote } from "../case/document.ts";
import {
  INDICATOR_TYPES,
  type Indicator,
  type IndicatorType,
  type IntelFile,
  type UnusableIndicator,
} from "../case/indicator.ts";
import type { LedgerDocument, QuotedIndicator } from "../case/ledger.ts";
import { blockAt } from "../documents/quote.ts";
import { readDocument } from "../documents/read-document.ts";
import { NO_WATCH, PART_TOO_DEAR, type ReadingWatch } from "../documents/reading-watch.ts";
import { extractIndicators } from "../intel/extraction/extract.ts";
import type { Warnings } from "../intel/extraction/warnings.ts";
import { readStatements } from "../statements/read-statements.ts";
import { documentId } from "./document-id.ts";
import { namesIn } from "./names-in-text.ts";
import { profileOf } from "./profile/profile-of.ts";
import type { Report } from "./read-published.ts";

/** `watch`: of whoever may end it. `warnings`: lists of the user, whose values are doubted. */
export async function readReport(
  bytes: Uint8Array,
  path: string,
  watch: ReadingWatch = NO_WATCH,
  warnings: Warnings | null = null,
): Promise<Result<Report, string>> {
  const read = await readDocument(bytes, path, watch);
  if (!read.ok) return read;
  const document = ofDocument(read.value, bytes.length, { watch, warnings });
  const isList = read.value.format === "text" && isPlainList(read.value.text);
  return ok({ document, file: fileOf(read.value, document), isList });
}

/** Most lines are one word, remarks aside. */
function isPlainList(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/(?:^|\s)(?:#|\/\/|;).*$/s, "").trim());
  const told = lines.filter((line) => line !== "");
  return told.filter((line) => !/\s/.test(line)).length * 2 >= told.length;
}

/** Characters on each side of a value that are quoted with it. */
const AROUND_CHARS = 80;

/** A value with the words of its sentence or cell, so that a reader sees what is said of it; its page and line stay. */
function inSentence(read: PublishedDocument, quote: Quote): Quote {
  const block = blockAt(read, quote.start);
  if (block === null) return quote;
  const from = Math.max(block.span.start, quote.start - AROUND_CHARS);
  const to = Math.min(block.span.end, quote.end + AROUND_CHARS);
  const before = read.text.slice(from, quote.start);
  const behind = read.text.slice(quote.end, to);
  const begin = Math.max(0, ...[...before.matchAll(/[.!?:]\s+|\n|\t/g)].map(({ index, 0: gap }) => index + gap.length));
  const end = /[.!?](?=\s)|\n|\t/.exec(behind);
  const start = from + begin;
  const stop = quote.end + (end === null ? behind.length : end.index + (end[0].trim() === "" ? 0 : 1));
  const text = read.text.slice(start, stop);
  const { length } = text.trimStart();
  return { ...quote, start: start + text.length - length, end: start + text.trimEnd().length, text: text.trim() };
}

const NO_STATEMENTS: ReturnType<typeof readStatements> = {
  assertions: [],
  notRead: null,
  techniques: [],
  quantities: [],
  actors: [],
  targets: [],
  unread: [],
};
const NO_INDICATORS: ReturnType<typeof extractIndicators> = { indicators: [], rejected: [], isPartial: false };

interface Looking {
  readonly watch: ReadingWatch;
  readonly warnings: Warnings | null;
}

function ofDocument(read: PublishedDocument, size: number, { watch, warnings }: Looking): LedgerDocument {
  const dear: string[] = [];
  /** What was looked for is told when it was too much; what was read stands. */
  const within = <T>(what: string, work: () => T, otherwise: T): T => {
    if (watch.step() === "read") return work();
    dear.push(`Looking for its ${what} ${PART_TOO_DEAR}; none were looked for.`);
    return otherwise;
  };
  const stated = within("statements", () => readStatements(read), NO_STATEMENTS);
  const { assertions, notRead, ...said } = stated;
  const { indicators, rejected, isPartial } = within(
    "indicators",
    () => extractIndicators(read, warnings === null ? {} : { warnings }),
    NO_INDICATORS,
  );
  // Made here, since the document's text is at hand only when it is read.
  const profile = within("description", () => profileOf(read, stated), null);
  return {
    id: documentId(read.sha256),
    origin: "added",
    source: read.path,
    sha256: read.sha256,
    size,
    format: read.format,
    title: read.title,
    publisher: read.publisher,
    date: read.date,
    language: read.language,
    tlp: read.tlp,
    revision: 1,
    statements: assertions
      .slice(0, limits.statementsMax)
      .map((assertion) => ({ assertion, isVerbatim: true, publisher: "", source: "", mark: "" })),
    aliases: [],
    indicators: indicators.map(({ type, value, quote, doubt }) => ({
      type,
      value,
      quote: inSentence(read, quote),
      doubt,
    })),
    rejectedCount: rejected.length,
    rejected: rejected
      .slice(0, limits.unusableListedMax)
      .map(({ value, quote, why }) => ({ place: placeOf(quote), text: value.slice(0, 200), why })),
    techniques: said.techniques,
    quantities: said.quantities,
    actors: said.actors,
    targets: said.targets,
    unread: said.unread,
    nameWords: within("names", () => namesIn(textsOf(read)), []),
    problems: [...read.problems, ...(notRead === null ? [] : [notRead]), ...dear],
    isPartial: read.isPartial || isPartial || dear.length > 0,
    profile,
  };
}

/** What it says; furniture and code name nobody who is quoted. */
function textsOf({ text, blocks }: PublishedDocument): readonly string[] {
  return blocks
    .filter(({ kind }) => kind !== "furniture" && kind !== "code")
    .map(({ span }) => text.slice(span.start, span.end));
}

const HUNTED: ReadonlySet<string> = new Set(INDICATOR_TYPES.filter((type) => type !== "pattern"));

const isHunted = (type: string): type is IndicatorType => HUNTED.has(type);

/** Doubted ones are not hunted for, and are told with their reason. */
function fileOf(
  { path, sha256, title, tlp }: PublishedDocument,
  { indicators, rejectedCount }: LedgerDocument,
): IntelFile {
  const hunted: Indicator[] = [];
  const unusable: UnusableIndicator[] = [];
  let doubted = 0;
  for (const { type, value, quote, doubt } of indicators) {
    const place = placeOf(quote);
    if (doubt !== null) {
      doubted += 1;
      if (unusable.length < limits.unusableListedMax) unusable.push({ place, text: value.slice(0, 200), why: doubt });
    } else if (isHunted(type)) {
      const id = `i-${createHash("sha256").update(`${sha256} ${type} ${value}`).digest("hex").slice(0, 12)}`;
      hunted.push({ id, type, value, name: "", place, from: null, until: null, groups: [] });
    }
  }
  return {
    path,
    sha256,
    format: "text",
    title,
    tlp,
    indicators: hunted,
    unusable,
    unusableCount: doubted + rejectedCount,
  };
}

/** `page 3, line 12`, `line 12`. */
function placeOf({ page, line }: Pick<QuotedIndicator["quote"], "page" | "line">): string {
  return page > 0 ? `page ${page}, line ${line}` : `line ${line}`;
}
