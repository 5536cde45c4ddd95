/**
 * A file of the public record → what the ledger keeps of it, and what a hunt looks for. Files of indicators (STIX, MISP, CSV, lists) are
 * read as such; everything else as a document: its statements and its indicators, each with its quote. Total; the error is a sentence
 * for the user.
 *
 * Either way of reading is loaded when it is needed: a PDF needs no reader of STIX, and whoever runs a command reads documents elsewhere.
 */
import { decodeText } from "../base/decode-text.ts";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { IntelFile } from "../case/indicator.ts";
import type { LedgerDocument } from "../case/ledger.ts";
import type { CsvMapping } from "../intel/read-csv.ts";

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
  { asReport = readReportHere, columns }: PublishedOptions = {},
): Promise<Result<Published, string>> {
  if (bytes.length > limits.intelFileBytesMax) {
    return err(`is larger than ${limits.intelFileBytesMax / 1024 / 1024} MiB; give it in parts`);
  }
  if (columns === undefined && !mayBeIndicators(bytes)) {
    const read = await asReport(bytes, path);
    return read.ok ? ok({ document: read.value.document, file: read.value.file }) : read;
  }
  const { readListed } = await import("./read-listed.ts");
  return readListed(bytes, path, { asReport, columns });
}

const readReportHere: ReadReport = async (bytes, path) => {
  const { readReport } = await import("./read-report.ts");
  return readReport(bytes, path);
};

/** Begins like text, or like the JSON and XML of indicators; containers and HTML are documents. */
function mayBeIndicators(bytes: Uint8Array): boolean {
  const head = decodeText(bytes.subarray(0, 4_096)).text.trimStart();
  return (
    !head.startsWith("%PDF-") &&
    !head.startsWith("PK\u0003\u0004") &&
    !/^<(?:!doctype html|html|head|body)\b/i.test(head)
  );
}
