/**
 * Files as rules see them: `Exploded` with its scans (mql.md 10.1). A scan that does not apply is null, one that would apply and is not
 * there is undetermined with its capability. Everything is worked out when a rule asks, once.
 */

import { limits } from "../../base/limits.ts";
import { MoreItems, Undetermined, type Value } from "../../mql/value.ts";
import { addressesOf, entropyOf, type Found, printableRuns } from "../../parts/file-text.ts";
import { isSmuggling, readMarkupFacts } from "../../parts/html-scripts.ts";
import { macroWords } from "../../parts/macros.ts";
import { qrKind } from "../../parts/qr-codes.ts";
import { decodeXmlText } from "../../parts/xml-references.ts";
import { maker, valueObject } from "../model-object.ts";
import { calendarScan } from "./calendar-scan.ts";
import { type FileNode, isCut } from "./file-node.ts";
import { metadataOf } from "./metadata.ts";
import { relationshipObject } from "./oletools.ts";
import { ocrScan } from "./pictures.ts";
import type { FileTools } from "./tools.ts";

/** A node, and what the rest of the model answers about texts in it. */
export interface ScannedFile {
  readonly node: FileNode;
  /** The file that was exploded and all that lies in it, this one among them. */
  readonly nodes: readonly FileNode[];
  readonly tools: FileTools;
}

const EXPLODE = new Undetermined(["explode"]);
const MORE = new MoreItems(["explode"]);

export const explodedObject = maker<"Exploded", ScannedFile>("Exploded", {
  depth: ({ node }) => node.place.depth,
  file_extension: ({ node }) => node.extension,
  file_name: ({ node }) => node.content.name,
  flavors: ({ node }) => (node.isHere ? flavorsOf(node) : new Undetermined(["flavors"])),
  node_id: ({ node }) => node.place.id,
  parent_node_id: ({ node }) => node.place.parentId,
  scan: (file) => scanObject(file),
  size: ({ node }) => node.size,
  source: ({ node }) => node.place.source || null,
  letterlock: (file) => (file.node.isHere ? signsObject(file) : EXPLODE),
});

function flavorsOf(node: FileNode): Value {
  const { mime, flavors } = node.kind();
  const external = node.content.mediaType === "" ? [] : [node.content.mediaType];
  return valueObject("ScanFlavors", { external, mime, yara: flavors });
}

type Reader = (file: ScannedFile) => Value;

/** Nothing is known of a file that is not here; a fault of ours is told as one. */
function scanner(read: Reader): Reader {
  return (file) => {
    if (!file.node.isHere) return EXPLODE;
    try {
      return read(file);
    } catch {
      return new Undetermined(["error:file.explode"]);
    }
  };
}

const scanObject = maker<"Scan", ScannedFile>("Scan", {
  bzip2: scanner(({ node }) => (node.kind().type === "bz2" ? EXPLODE : null)),
  docx: scanner((file) => documentScan(file, "docx")),
  encrypted_doc: scanner(({ node }) => (node.office()?.isEncrypted === true ? EXPLODE : null)),
  encrypted_zip: scanner(encryptedZip),
  entropy: scanner(({ node }) => valueObject("ScanEntropy", { entropy: entropyOf(bytesOf(node)) })),
  exiftool: scanner(({ node }) => metadataOf(node)),
  gif: scanner(({ node }) => trailer(node, "gif")),
  gzip: scanner(({ node }) =>
    node.kind().type === "gz" ? valueObject("ScanGZip", { size: gzipSize(bytesOf(node)) }) : null,
  ),
  hash: scanner(({ node }) =>
    valueObject("ScanHash", {
      md5: node.hash("md5"),
      sha1: node.hash("sha1"),
      sha256: node.hash("sha256"),
      ssdeep: EXPLODE,
    }),
  ),
  html: scanner(pageScan),
  ics: scanner(({ node, tools }) => calendarScan(node, tools)),
  javascript: scanner(scriptScan),
  jpeg: scanner(({ node }) => trailer(node, "jpg")),
  libarchive: scanner(({ node }) => (node.kind().type === "iso" ? valueObject("ScanLibArchive", {}, EXPLODE) : null)),
  lnk: scanner(linkScan),
  macho: scanner(({ node }) => (node.kind().type === "macho" ? EXPLODE : null)),
  ocr: scanner(({ node, nodes }) => ocrScan(node, () => nodes)),
  ole: scanner(({ node }) => {
    const streams = node.streams();
    return streams === null ? null : valueObject("ScanOle", { total_extracted: streams.length });
  }),
  pdf: scanner(pdfScan),
  pdf_obj_hash: scanner(({ node }) => (node.kind().type === "pdf" ? new Undetermined(["pdfobjhash"]) : null)),
  pptx: scanner((file) => documentScan(file, "pptx")),
  qr: scanner(qrScan),
  rar: scanner(({ node }) => (node.kind().type === "rar" ? valueObject("ScanRar", {}, EXPLODE) : null)),
  rtf: scanner(({ node }) => {
    const office = node.kind().type === "rtf" ? node.office() : null;
    return office === null ? null : valueObject("ScanRTF", { total_extracted: office.objects.length });
  }),
  strings: scanner(stringScan),
  tar: scanner(({ node }) => (node.kind().type === "tar" ? valueObject("ScanTar", {}, EXPLODE) : null)),
  url: scanner(urlScan),
  vba: scanner(macroScan),
  xml: scanner(markupScan),
  yara: scanner(signatureScan),
  zip: scanner(zipScan),
  zlib: scanner(({ node }) => (node.kind().mime === "application/zlib" ? EXPLODE : null)),
});

function bytesOf(node: FileNode): Buffer {
  return node.bytes ?? Buffer.alloc(0);
}

/** What was left out may be anything. */
function withMore(values: readonly Value[], isCut: boolean): readonly Value[] {
  return isCut ? [...values, MORE] : values;
}

function listOf({ items, isCut }: Found<string>): readonly Value[] {
  return withMore(items, isCut);
}

function stringScan({ node }: ScannedFile): Value {
  const text = node.text();
  return valueObject("ScanStrings", {
    raw: text === null ? null : text.isCut ? EXPLODE : text.text,
    strings: listOf(printableRuns(bytesOf(node))),
  });
}

/** Texts, and what a document points to. */
function urlScan({ node, tools }: ScannedFile): Value {
  const text = node.text();
  const office = node.office();
  const targets = office?.relationships.map(({ target }) => target) ?? [];
  if (text === null && office === null) return null;
  const found = addressesOf(
    text === null ? (office?.text ?? "") : node.isMarkup() ? decodeXmlText(text.text) : text.text,
  );
  return urlObject(
    "ScanURL",
    {
      items: [...new Set([...found.items, ...targets])],
      isCut: found.isCut || text?.isCut === true || hidesParts(node),
    },
    tools,
  );
}

function urlObject(name: "ScanURL" | "ScanPDF", { items, isCut }: Found<string>, tools: FileTools): Value {
  const urls: Value[] = [];
  const invalid: string[] = [];
  for (const item of items) {
    const url = tools.url(item);
    if (url === null) invalid.push(item);
    else urls.push(url);
  }
  const values = { urls: withMore(urls, isCut), invalid_urls: withMore(invalid, isCut) };
  return name === "ScanURL"
    ? valueObject("ScanURL", values)
    : valueObject("ScanPDF", { ...values, total_extracted: EXPLODE });
}

function pdfScan({ node, tools }: ScannedFile): Value {
  const pdf = node.pdf();
  if (pdf === null) return null;
  return urlObject(
    "ScanPDF",
    { items: pdf.urls, isCut: pdf.isEncrypted || isCut(node.budget.codes) || pdf.urls.length >= limits.fileFactsMax },
    tools,
  );
}

function zipScan({ node }: ScannedFile): Value {
  const entries = node.zip();
  if (entries === null) return null;
  const isMore = node.budget.codes.has("limit.part-entries");
  const files = entries.filter(({ name }) => !name.endsWith("/"));
  const names = withMore(
    entries.map(({ name }) => name),
    isMore,
  );
  const taken = files.filter(({ isEncrypted }) => !isEncrypted);
  return valueObject("ScanZip", {
    all_paths: names,
    attempted_files: withMore(
      taken.map(({ name }) => name),
      isMore,
    ),
    encrypted: entries.some(({ isEncrypted }) => isEncrypted),
    total_files: isMore ? EXPLODE : entries.length,
    total_extracted: isMore ? EXPLODE : taken.length,
  });
}

/** Passwords are not tried. */
function encryptedZip({ node }: ScannedFile): Value {
  const entries = node.zip();
  if (entries === null || !entries.some(({ isEncrypted }) => isEncrypted)) return null;
  return valueObject("ScanEncryptedZip", {
    cracked_password: EXPLODE,
    total_extracted: EXPLODE,
    total_files: entries.length,
  });
}

function pageScan({ node }: ScannedFile): Value {
  const page = node.page();
  if (page === null) return null;
  const text = (value: string) => (value === "" ? null : value);
  return valueObject("ScanHTML", {
    hyperlinks: withMore(page.hyperlinks, page.isCut),
    title: text(page.title),
    scripts: withMore(
      page.scripts.map((one) =>
        valueObject("ScanEmbeddedHTMLScript", {
          language: text(one.language),
          scripts: one.source,
          type: text(one.type),
        }),
      ),
      page.isCut,
    ),
    spans: withMore(
      page.spanStyles.map((style) => valueObject("ScanHTMLSpan", { style })),
      page.isCut,
    ),
    total_extracted: page.scripts.length,
  });
}

function scriptScan({ node }: ScannedFile): Value {
  const words = node.words();
  if (words === null) return null;
  const { isCut } = words;
  return valueObject("ScanJavascript", {
    identifiers: withMore(words.identifiers, isCut),
    keywords: withMore(words.keywords, isCut),
    regular_expressions: withMore(words.regularExpressions, isCut),
    strings: withMore(words.strings, isCut),
    tokens: withMore(words.tokens, isCut),
  });
}

function markupScan({ node }: ScannedFile): Value {
  const text = node.isMarkup() && node.kind().type !== "html" ? node.text() : null;
  if (text === null) return null;
  const facts = readMarkupFacts(text.text);
  const isCut = facts.isCut || text.isCut;
  return valueObject("ScanXML", {
    doc_type: facts.docType || null,
    namespaces: withMore(facts.namespaces, isCut),
    tags: withMore(facts.tags, isCut),
    version: facts.version || null,
    total_extracted: 0,
  });
}

function linkScan({ node }: ScannedFile): Value {
  const link = node.link();
  if (link === null) return null;
  const text = (value: string) => (value === "" ? null : value);
  return valueObject("ScanLNK", {
    MAC: text(link.macAddress),
    command_line_arguments: text(link.commandLineArguments),
    drive_serial_number: text(link.driveSerial),
    drive_type: text(link.driveType),
    local_base_path: text(link.localBasePath),
    machine_id: text(link.machineId),
    relative_path: text(link.relativePath),
    volume_label: text(link.volumeLabel),
    working_dir: text(link.workingFolder),
  });
}

function documentScan({ node }: ScannedFile, type: "docx" | "pptx"): Value {
  const office = node.kind().type === type ? node.office() : null;
  if (office === null) return null;
  const text = (name: string) => office.metadata.get(name) ?? null;
  const number = (name: string) => (/^\d{1,9}$/.test(text(name) ?? "") ? Number(text(name)) : null);
  const common = {
    ...{
      author: text("Creator"),
      category: text("Category"),
      comments: text("Description"),
      keywords: text("Keywords"),
    },
    ...{
      subject: text("Subject"),
      title: text("Title"),
      revision: number("RevisionNumber"),
      image_count: office.imageCount,
    },
    word_count: number("Words"),
  };
  if (type === "docx") return valueObject("ScanDocX", common, EXPLODE);
  return valueObject(
    "ScanPPTX",
    { ...common, slide_count: office.slideCount, last_modified_by: text("LastModifiedBy") },
    EXPLODE,
  );
}

function macroScan({ node }: ScannedFile): Value {
  const macros = node.macros();
  if (macros === null || (macros.modules.length === 0 && !(node.office()?.hasMacros ?? false))) return null;
  // The project says that it is there, and none of its source came out.
  if (macros.modules.length === 0) return EXPLODE;
  const words = macroWords(macros.modules.map(({ source }) => source).join("\n"));
  const { isCut } = macros;
  return valueObject("ScanVBA", {
    auto_exec: withMore(words.autoExec, isCut),
    base64: withMore(words.base64, isCut),
    dridex: EXPLODE,
    hex: withMore(words.hex, isCut),
    ioc: withMore(words.indicators, isCut),
    suspicious: withMore(words.suspicious, isCut),
    total_extracted: macros.modules.length,
    total_files: macros.modules.length,
    vba_obfuscated: EXPLODE,
  });
}

/** A file without a match is looked through as well: its list is empty. */
function signatureScan({ node }: ScannedFile): Value {
  const matches = node.session.signatures?.matches(bytesOf(node)) ?? null;
  if (matches === null) return new Undetermined(["yara"]);
  return valueObject("ScanYARA", {
    flags: [],
    matches: matches.map(({ name, meta }) => valueObject("ScanYARAMatch", { name, meta })),
  });
}

/** Null for a picture or PDF without a code; of a PDF what its pages draw, since its pictures are files of their own. */
function qrScan({ node, tools }: ScannedFile): Value {
  const { found, isAll } = node.codes();
  const [first] = found;
  if (first !== undefined) return codeObject(first, tools);
  return isAll ? null : new Undetermined(["qr"]);
}

export function codeObject(data: string, tools: FileTools): Value {
  const type = qrKind(data);
  return valueObject("ScanQR", { data, type, url: type === "url" ? tools.url(data.trim()) : null });
}

function trailer(node: FileNode, type: "gif" | "jpg"): Value {
  const at = node.kind().type === type ? (node.picture()?.trailerAt ?? null) : null;
  return at === null ? null : valueObject("ScanJpegGif", { trailer_index: at });
}

/** RFC 1952 2.3.1: modulo 2^32. */
function gzipSize(bytes: Buffer): number | null {
  return bytes.length < 18 ? null : bytes.readUInt32LE(bytes.length - 4);
}

const signsObject = maker<"FileSigns", ScannedFile>("FileSigns", {
  file_type: ({ node }) => node.kind().type,
  encrypted: signs(({ node }) => isEncrypted(node)),
  external_relationships: signs(({ node, tools }) =>
    withMore(
      outsideOf(node).map((one) => relationshipObject(one, tools)),
      hidesParts(node),
    ),
  ),
  remote_template: signs(
    ({ node }) => outsideOf(node).some(({ name }) => name === "attachedTemplate") || unlessHidden(node, false),
  ),
  dde: signs(({ node }) => withMore(node.office()?.dde ?? [], hidesParts(node))),
  embedded_objects: signs(({ node }) => unlessHidden(node, node.office()?.objectCount ?? 0)),
  has_macros: signs(({ node }) => node.office()?.hasMacros === true || unlessHidden(node, false)),
  pdf_actions: signs(({ node }) => withMore(node.pdf()?.actions ?? [], hidesActions(node))),
  pdf_launches: signs(({ node }) => withMore(node.pdf()?.launches ?? [], hidesActions(node))),
  shortcut_arguments: signs(({ node }) => node.link()?.commandLineArguments ?? null),
  smuggling: signs(({ node }) => isSmuggling(node.smuggling())),
  smuggling_signs: signs(({ node }) => node.smuggling()),
  qr_urls: signs(qrUrls),
});

function signs(read: Reader): Reader {
  return (file) => {
    try {
      return read(file);
    } catch {
      return new Undetermined(["error:file.explode"]);
    }
  };
}

/** Parts of a document that were not read: it needs a password, or a limit was reached. */
function hidesParts(node: FileNode): boolean {
  const office = node.office();
  return office !== null && (office.isEncrypted || office.isCut);
}

function hidesActions(node: FileNode): boolean {
  const pdf = node.pdf();
  return pdf !== null && (pdf.isEncrypted || isCut(node.budget.codes));
}

function unlessHidden(node: FileNode, value: Value): Value {
  return hidesParts(node) ? EXPLODE : value;
}

function outsideOf(node: FileNode) {
  return (node.office()?.relationships ?? []).filter(({ name }) => name !== "hyperlink");
}

function isEncrypted(node: FileNode): boolean {
  return (
    node.kind().flavors.some((flavor) => flavor === "encrypted_zip" || flavor === "encrypted_word_document") ||
    node.pdf()?.isEncrypted === true ||
    node.listing()?.isEncrypted === true ||
    node.office()?.isEncrypted === true
  );
}

function qrUrls({ node, tools }: ScannedFile): Value {
  const { found, isAll } = node.codes();
  const urls = found.filter((data) => qrKind(data) === "url").map((data) => tools.url(data.trim()));
  if (isAll) return urls;
  return urls.length === 0 ? new Undetermined(["qr"]) : [...urls, new MoreItems(["qr"])];
}
