/**
 * A file of the public record → what the ledger keeps of it, and what a hunt looks for. Files of indicators (STIX, MISP, CSV, lists) are
 * read as such; everything else as a document: its statements and its indicators, each with its quote. Total; the error is a sentence
 * for the user.
 */
import { createHash } from "node:crypto";
import { decodeText } from "../base/decode-text.ts";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { PublishedDocument, Quote } from "../case/document.ts";
import type { Indicator, IndicatorType, IntelFile, UnusableIndicator } from "../case/indicator.ts";
import type { LedgerDocument, LedgerFormat, QuotedIndicator } from "../case/ledger.ts";
import { blockAt } from "../documents/quote.ts";
import { readDocument } from "../documents/read-document.ts";
import { NO_WATCH, PART_TOO_DEAR, type ReadingWatch } from "../documents/reading-watch.ts";
import { extractIndicators } from "../intel/extraction/extract.ts";
import type { Warnings } from "../intel/extraction/warnings.ts";
import { parseJson } from "../intel/formats/json.ts";
import { FEED_HASHES_TOLD } from "../intel/misp/feed.ts";
import type { CsvMapping } from "../intel/read-csv.ts";
import { readIntel } from "../intel/read-intel.ts";
import { readStatements } from "../statements/read-statements.ts";
import { namesIn } from "./names-in-text.ts";
import { profileOf } from "./profile/profile-of.ts";
import { galaxyDocument, withWhatIsSaid } from "./said/in-objects.ts";
import { fromBundle } from "./stix-out/from-bundle.ts";
import { received } from "./stix-out/outward.ts";
import { EXTENSION_ID } from "./stix-out/to-bundle.ts";

export interface Published {
  /** As its source's first revision; `keepDocument` numbers it. */
  readonly document: LedgerDocument;
  /** For the hunt. */
  readonly file: IntelFile;
}

/** What is no file of indicators, read as a document. */
export interface Report extends Published {
  /** Most lines are one word: the file may be a list all the same. */
  readonly isList: boolean;
}

/** Reads a document; whoever runs a command does it where a hostile one can be ended. */
export type ReadReport = (bytes: Uint8Array, path: string) => Promise<Result<Report, string>>;

export interface PublishedOptions {
  readonly asReport?: ReadReport;
  /** Then the file is read as a table, whatever it looks like. */
  readonly columns?: CsvMapping | undefined;
}

/** `path`: as it is told, and by which the source is known when it is read again. */
export async function readPublished(
  bytes: Uint8Array,
  path: string,
  { asReport = readReport, columns }: PublishedOptions = {},
): Promise<Result<Published, string>> {
  if (bytes.length > limits.intelFileBytesMax) {
    return err(`is larger than ${limits.intelFileBytesMax / 1024 / 1024} MiB; give it in parts`);
  }
  if (columns !== undefined) {
    const table = readIntel(bytes, path, { columns });
    return table.ok ? ok({ document: ofIndicators(table.value, bytes), file: table.value }) : table;
  }
  const listed = mayBeIndicators(bytes) ? readIntel(bytes, path) : null;
  if (listed?.ok && listed.value.format !== "text" && !isProse(listed.value, path)) {
    return ok({ document: withLedger(ofIndicators(listed.value, bytes), bytes), file: listed.value });
  }
  // More than is quoted of any document: each line of a list is a value, and a quote of it says no more.
  if (listed?.ok && listed.value.indicators.length > limits.extractedMax) {
    return ok({ document: ofIndicators(listed.value, bytes), file: listed.value });
  }
  // JSON and XML of no known format, or broken, are told as what they are, not read as prose.
  if (listed !== null && !listed.ok && isJson(bytes)) return galaxyIn(bytes, path) ?? listed;
  if (listed !== null && !listed.ok && isXml(bytes)) return listed;
  if (listed?.ok === false && listed.error === FEED_HASHES_TOLD) return listed;
  const read = await asReport(bytes, path);
  if (!read.ok && listed?.ok && listed.value.indicators.length + listed.value.unusableCount > 0) {
    const document = ofIndicators(listed.value, bytes);
    const problems = [...document.problems, `Read as a list alone; as a document it ${read.error}.`];
    return ok({ document: { ...document, problems, isPartial: true }, file: listed.value });
  }
  if (!read.ok) return read;
  const { document, file, isList } = read.value;
  return ok({ document, file: listed?.ok && isList ? listed.value : file });
}

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

/** A paragraph with commas looks like a row of a table, and names nothing: what the file is called decides. */
function isProse({ format, indicators }: IntelFile, path: string): boolean {
  return format === "csv" && indicators.length === 0 && !/\.[ct]sv$/i.test(path);
}

/** A galaxy of MISP: names of groups, and nothing to hunt for. Null for other files. */
function galaxyIn(bytes: Uint8Array, path: string): Result<Published, string> | null {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const title = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const head = { path, sha256, format: "misp", title, tlp: "", unusable: [], unusableCount: 0 } as const;
  const file: IntelFile = { ...head, indicators: [] };
  const document = galaxyDocument(ofIndicators(file, bytes), bytes);
  return document === null ? null : ok({ document, file: { ...file, title: document.title } });
}

/** What a bundle that another Letterlock wrote held there; of other files what their objects say. */
function withLedger(bundle: LedgerDocument, bytes: Uint8Array): LedgerDocument {
  const { buffer, byteOffset, length } = bytes;
  if (bundle.format !== "stix" || !Buffer.from(buffer, byteOffset, length).includes(EXTENSION_ID))
    return withWhatIsSaid(bundle, bytes);
  const told = (problem: string): LedgerDocument => ({
    ...bundle,
    problems: [...bundle.problems, problem],
    isPartial: true,
  });
  if (length > limits.jsonWholeBytesMax) {
    return told(
      `It holds a ledger of Letterlock, but is larger than ${limits.jsonWholeBytesMax / 1024 / 1024} MiB: its statements were not read; export fewer documents at once.`,
    );
  }
  const parsed = parseJson(decodeText(bytes).text);
  // One object a line, which is no bundle of ours.
  if (!parsed.ok) return bundle;
  const back = fromBundle(parsed.value);
  if (back === null) return withWhatIsSaid(bundle, bytes);
  const whole = received(bundle, back.documents);
  if (back.leftOut === 0) return { ...whole, isPartial: whole.problems.length > 0 };
  const lost = `${back.leftOut} objects of its ledger have another form than Letterlock writes, and were left out`;
  return { ...whole, problems: [...whole.problems, lost], isPartial: true };
}

/** `d-` and the first 12 hex digits of the hash. */
export function documentId(sha256: string): string {
  return `d-${sha256.slice(0, 12)}`;
}

/** Begins like text, or like the JSON and XML of indicators; containers and HTML are documents. */
function mayBeIndicators(bytes: Uint8Array): boolean {
  const head = decodeText(bytes.subarray(0, 4_096)).text.trimStart();
  return (
    !head.startsWith("%PDF-") &&
    !head.startsWith("PK\u0003\u0004") &&
    !/^<(?:!doctype html|html|head|body)\b/i.test(head)
  );
}

function isJson(bytes: Uint8Array): boolean {
  return /^\s*(?:\{|\[\s*\{)/.test(decodeText(bytes.subarray(0, 4_096)).text);
}

function isXml(bytes: Uint8Array): boolean {
  const start = decodeText(bytes.subarray(0, 4_096)).text.trimStart();
  return /^<(?:\?xml|(?:\w+:)?(?:STIX_Package|ioc|OpenIOC|Observables)\b)/i.test(start) && !/<html\b/i.test(start);
}

/** Most lines are one word, remarks aside. */
function isPlainList(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/(?:^|\s)(?:#|\/\/|;).*$/s, "").trim());
  const told = lines.filter((line) => line !== "");
  return told.filter((line) => !/\s/.test(line)).length * 2 >= told.length;
}

const NOTHING_SAID = {
  statements: [],
  aliases: [],
  indicators: [],
  techniques: [],
  quantities: [],
  actors: [],
  targets: [],
  unread: [],
} as const;

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

function ofIndicators(
  { path, sha256, format, title, tlp, unusable, unusableCount }: IntelFile,
  bytes: Uint8Array,
): LedgerDocument {
  return {
    ...NOTHING_SAID,
    id: documentId(sha256),
    origin: "added",
    source: path,
    sha256,
    size: bytes.length,
    format: format satisfies LedgerFormat,
    title,
    publisher: "",
    date: null,
    language: "",
    tlp,
    revision: 1,
    rejectedCount: unusableCount,
    rejected: unusable,
    problems: [],
    isPartial: false,
  };
}

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

const HUNTED: ReadonlySet<string> = new Set<IndicatorType>([
  "domain-name",
  "url",
  "ipv4-addr",
  "ipv6-addr",
  "email-addr",
  "email-subject",
  "file-hash",
  "file-name",
]);

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
export function placeOf({ page, line }: Pick<QuotedIndicator["quote"], "page" | "line">): string {
  return page > 0 ? `page ${page}, line ${line}` : `line ${line}`;
}
