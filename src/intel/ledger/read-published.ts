/**
 * A file of the public record → what the ledger keeps of it, and what a hunt looks for. Files of indicators (STIX, MISP, CSV, lists) are
 * read as such; everything else as a document: its statements and its indicators, each with its quote. Total; the error is a sentence
 * for the user.
 */
import { createHash } from "node:crypto";
import { decodeText } from "../../base/decode-text.ts";
import { limits } from "../../base/limits.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { PublishedDocument } from "../../case/document.ts";
import type { Indicator, IndicatorType, IntelFile, UnusableIndicator } from "../../case/indicator.ts";
import type { LedgerDocument, LedgerFormat, QuotedIndicator } from "../../case/ledger.ts";
import { readStatements } from "../assertions/read-statements.ts";
import { readDocument } from "../document/read-document.ts";
import { extractIndicators } from "../extraction/extract.ts";
import { profileOf } from "../profile/profile-of.ts";
import { readIntel } from "../read-intel.ts";
import { fromBundle } from "../stix-out/from-bundle.ts";
import { received } from "../stix-out/outward.ts";
import { EXTENSION_ID } from "../stix-out/to-bundle.ts";

export interface Published {
  /** As its source's first revision; `keepDocument` numbers it. */
  readonly document: LedgerDocument;
  /** For the hunt. */
  readonly file: IntelFile;
}

/** `path`: as it is told, and by which the source is known when it is read again. */
export async function readPublished(bytes: Uint8Array, path: string): Promise<Result<Published, string>> {
  if (bytes.length > limits.intelFileBytesMax) {
    return err(`is larger than ${limits.intelFileBytesMax / 1024 / 1024} MiB; give it in parts`);
  }
  const listed = mayBeIndicators(bytes) ? readIntel(bytes, path) : null;
  if (listed?.ok && listed.value.format !== "text" && !isProse(listed.value, path)) {
    return ok({ document: withLedger(ofIndicators(listed.value, bytes), bytes), file: listed.value });
  }
  // JSON that is no known format is told as what it is, not read as prose.
  if (listed !== null && !listed.ok && isJson(bytes)) return listed;
  const read = await readDocument(bytes, path);
  if (!read.ok) return listed?.ok ? ok({ document: ofIndicators(listed.value, bytes), file: listed.value }) : read;
  const document = ofDocument(read.value, bytes.length);
  const isList = listed?.ok && read.value.format === "text" && isPlainList(read.value.text);
  return ok({ document, file: isList && listed.ok ? listed.value : fileOf(read.value, document) });
}

/** A paragraph with commas looks like a row of a table, and names nothing: what the file is called decides. */
function isProse({ format, indicators }: IntelFile, path: string): boolean {
  return format === "csv" && indicators.length === 0 && !/\.[ct]sv$/i.test(path);
}

/** A bundle that another Letterlock wrote holds statements. */
function withLedger(bundle: LedgerDocument, bytes: Uint8Array): LedgerDocument {
  if (bundle.format !== "stix" || !Buffer.from(bytes).includes(EXTENSION_ID)) return bundle;
  try {
    const back = fromBundle(JSON.parse(decodeText(bytes).text));
    if (back === null) return bundle;
    const lost = `${back.leftOut} objects of its ledger have another form than Letterlock writes, and were left out`;
    const problems = back.leftOut === 0 ? bundle.problems : [...bundle.problems, lost];
    return { ...received(bundle, back.documents), problems, isPartial: problems.length > 0 };
  } catch {
    // One object a line, which is no bundle of ours.
    return bundle;
  }
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

/** Most lines are one word, remarks aside. */
function isPlainList(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/(?:^|\s)(?:#|\/\/|;).*$/, "").trim());
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

function ofIndicators(
  { path, sha256, format, title, tlp, unusableCount }: IntelFile,
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
    problems: [],
    isPartial: false,
  };
}

function ofDocument(read: PublishedDocument, size: number): LedgerDocument {
  const stated = readStatements(read);
  const { assertions, notRead, ...said } = stated;
  const { indicators, rejected, isPartial } = extractIndicators(read);
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
    indicators: indicators.map(({ type, value, quote, doubt }) => ({ type, value, quote, doubt })),
    rejectedCount: rejected.length,
    techniques: said.techniques,
    quantities: said.quantities,
    actors: said.actors,
    targets: said.targets,
    unread: said.unread,
    problems: notRead === null ? read.problems : [...read.problems, notRead],
    isPartial: read.isPartial || isPartial,
    // Made here, since the document's text is at hand only when it is read.
    profile: profileOf(read, stated),
  };
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
