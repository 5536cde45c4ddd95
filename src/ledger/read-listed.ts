/**
 * A file that may hold indicators → what the ledger keeps of it: read as STIX, MISP, a table or a list where it is one, else as the document
 * that it is. Total; the error is a sentence for the user.
 */
import { createHash } from "node:crypto";
import { decodeText } from "../base/decode-text.ts";
import { limits } from "../base/limits.ts";
import { ok, type Result } from "../base/result.ts";
import type { IntelFile } from "../case/indicator.ts";
import type { LedgerDocument, LedgerFormat } from "../case/ledger.ts";
import { parseJson } from "../intel/formats/json.ts";
import { FEED_HASHES_TOLD } from "../intel/misp/feed.ts";
import { readIntel } from "../intel/read-intel.ts";
import { documentId } from "./document-id.ts";
import type { Published, PublishedOptions } from "./read-published.ts";
import { galaxyDocument, withWhatIsSaid } from "./said/in-objects.ts";
import { fromBundle } from "./stix-out/from-bundle.ts";
import { received } from "./stix-out/outward.ts";
import { EXTENSION_ID } from "./stix-out/to-bundle.ts";

export async function readListed(
  bytes: Uint8Array,
  path: string,
  { asReport, columns }: Required<PublishedOptions>,
): Promise<Result<Published, string>> {
  if (columns !== undefined) {
    const table = readIntel(bytes, path, { columns });
    return table.ok ? ok({ document: ofIndicators(table.value, bytes), file: table.value }) : table;
  }
  const listed = readIntel(bytes, path);
  if (listed.ok && listed.value.format !== "text" && !isProse(listed.value, path)) {
    return ok({ document: withLedger(ofIndicators(listed.value, bytes), bytes), file: listed.value });
  }
  // More than is quoted of any document: each line of a list is a value, and a quote of it says no more.
  if (listed.ok && listed.value.indicators.length > limits.extractedMax) {
    return ok({ document: ofIndicators(listed.value, bytes), file: listed.value });
  }
  // JSON and XML of no known format, or broken, are told as what they are, not read as prose.
  if (!listed.ok && isJson(bytes)) return galaxyIn(bytes, path) ?? listed;
  if (!listed.ok && isXml(bytes)) return listed;
  if (!listed.ok && listed.error === FEED_HASHES_TOLD) return listed;
  const read = await asReport(bytes, path);
  if (!read.ok && listed.ok && listed.value.indicators.length + listed.value.unusableCount > 0) {
    const document = ofIndicators(listed.value, bytes);
    const problems = [...document.problems, `Read as a list alone; as a document it ${read.error}.`];
    return ok({ document: { ...document, problems, isPartial: true }, file: listed.value });
  }
  if (!read.ok) return read;
  const { document, file, isList } = read.value;
  return ok({ document, file: listed.ok && isList ? listed.value : file });
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

function isJson(bytes: Uint8Array): boolean {
  return /^\s*(?:\{|\[\s*\{)/.test(decodeText(bytes.subarray(0, 4_096)).text);
}

function isXml(bytes: Uint8Array): boolean {
  const start = decodeText(bytes.subarray(0, 4_096)).text.trimStart();
  return /^<(?:\?xml|(?:\w+:)?(?:STIX_Package|ioc|OpenIOC|Observables)\b)/i.test(start) && !/<html\b/i.test(start);
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
