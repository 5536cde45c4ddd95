/** What documents of the three kinds (zip of XML, compound file, rich text) say beside their text, in one form. Total. */
import { limits } from "../../base/limits.ts";
import { readRtfBody } from "../../mail/outlook/rtf-body.ts";
import { addressesInBytes } from "../../parts/addresses.ts";
import type { FileKind } from "../../parts/file-kind.ts";
import { printableRuns } from "../../parts/file-text.ts";
import type { NamedStream } from "../../parts/macros.ts";
import {
  ddeInstructions,
  officeText,
  packagedFile,
  propertiesOf,
  type Relationship,
  relationshipsOf,
  rtfObjects,
  summaryOf,
} from "../../parts/office-facts.ts";
import type { InnerFile, PartBudget } from "../../parts/reference.ts";
import type { ZipEntry } from "../../parts/zip.ts";

export interface OfficeFacts {
  readonly container: "OpenXML" | "OLE" | "RTF";
  readonly text: string;
  /** By the names that metadata readers use. */
  readonly metadata: ReadonlyMap<string, string>;
  /** To the outside, ordinary links among them. */
  readonly relationships: readonly Relationship[];
  readonly dde: readonly string[];
  /** Files packed into it that are no members: objects of old documents and rich text. */
  readonly objects: readonly InnerFile[];
  readonly objectCount: number;
  readonly hasMacros: boolean;
  readonly isEncrypted: boolean;
  readonly imageCount: number;
  readonly slideCount: number;
  readonly flashCount: number;
  readonly hasObjectPool: boolean;
  readonly isCut: boolean;
}

const TEXT_MEMBER =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)|xl\/(?:sharedStrings|worksheets\/[^/]+)|ppt\/(?:slides|notesSlides)\/[^/]+)\.xml$/i;

export function openOfficeFacts(entries: readonly ZipEntry[], budget: PartBudget): OfficeFacts {
  const texts: string[] = [];
  const dde: string[] = [];
  const relationships: Relationship[] = [];
  const metadata = new Map<string, string>();
  let textChars = 0;
  // Relationships first: they are small and tell most, and padding that lets out too much hides none of them.
  for (const entry of entries) {
    if (!/\.rels$/i.test(entry.name)) continue;
    for (const one of relationshipsOf(latin(entry))) if (one.isExternal) relationships.push(one);
  }
  for (const entry of entries) {
    const { name } = entry;
    if (/^docProps\/(?:core|app|custom)\.xml$/i.test(name)) {
      for (const [key, value] of propertiesOf(latin(entry))) add(metadata, METADATA.get(key) ?? capital(key), value);
    } else if (TEXT_MEMBER.test(name) && textChars <= limits.fileTextBytesMax) {
      const xml = latin(entry);
      dde.push(...ddeInstructions(xml));
      const text = officeText(xml);
      texts.push(text);
      textChars += text.length;
    } else if (/^xl\/externalLinks\/[^/]+\.xml$/i.test(name)) dde.push(...ddeInstructions(latin(entry)));
  }
  const count = (pattern: RegExp) => entries.filter(({ name }) => pattern.test(name)).length;
  return {
    container: "OpenXML",
    text: texts.join("\n"),
    metadata,
    relationships: relationships.slice(0, limits.fileFactsMax),
    dde,
    objects: [],
    objectCount: count(/\/embeddings\/[^/]+$/i),
    hasMacros: count(/(?:^|\/)(?:vbaProject\.bin|macrosheets\/[^/]+)$/i) > 0,
    isEncrypted: entries.some(({ isEncrypted }) => isEncrypted),
    imageCount: count(/\/media\/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)$/i),
    slideCount: count(/^ppt\/slides\/[^/]+\.xml$/i),
    flashCount: 0,
    hasObjectPool: false,
    isCut: [...budget.codes].some((code) => code.startsWith("limit.")) || textChars > limits.fileTextBytesMax,
  };
}

function latin(entry: ZipEntry): string {
  const bytes = entry.read();
  if (bytes === null) return "";
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
  return isWide ? bytes.toString("utf16le") : bytes.toString("latin1");
}

function add(fields: Map<string, string>, name: string, value: string): void {
  if (!fields.has(name) && value.trim() !== "") fields.set(name, value.trim());
}

const METADATA: ReadonlyMap<string, string> = new Map([
  ["creator", "Creator"],
  ["lastModifiedBy", "LastModifiedBy"],
  ["revision", "RevisionNumber"],
  ["created", "CreateDate"],
  ["modified", "ModifyDate"],
  ["TotalTime", "TotalEditTime"],
  ["lpstr", "TitlesOfParts"],
  ["HLinks", "Hyperlinks"],
]);

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

export function oldOfficeFacts(streams: readonly NamedStream[], kind: FileKind): OfficeFacts {
  const has = (pattern: RegExp) => streams.some(({ path }) => pattern.test(path));
  const main = streams.find(({ path }) => /^(?:WordDocument|Workbook|Book|PowerPoint Document)$/.test(path))?.bytes;
  const objects = streams
    .filter(({ path }) => lastName(path) === "\x01Ole10Native")
    .flatMap(({ bytes }) => {
      const file = packagedFile(bytes);
      return file === null ? [] : [{ ...file, mediaType: "" }];
    });
  const links = streams
    .filter(({ path }) => lastName(path) === "\x01Ole")
    .flatMap(({ bytes }) => addressesInBytes(bytes))
    .map(({ url }): Relationship => ({ name: "oleObject", target: url, isExternal: true }));
  return {
    container: "OLE",
    text: main === undefined ? "" : wideText(main),
    metadata: summaryOf(streams),
    relationships: links.slice(0, limits.fileFactsMax),
    dde:
      main === undefined
        ? []
        : (/\bDDE(?:AUTO)?\s[\x20-\x7e]{1,512}/g.exec(main.toString("latin1"))?.slice(0, 1) ?? []),
    objects,
    objectCount: new Set(
      streams
        .filter(({ path }) => /(?:^|\/)(?:ObjectPool\/|MBD)/.test(path))
        .map(({ path }) => path.split("/").slice(0, 2).join("/")),
    ).size,
    hasMacros: has(/(?:^|\/)VBA\/dir$/i),
    isEncrypted: kind.flavors.includes("encrypted_word_document") || (main !== undefined && isScrambled(streams, main)),
    imageCount: 0,
    slideCount: 0,
    flashCount: 0,
    hasObjectPool: has(/^ObjectPool\//),
    isCut: false,
  };
}

/** Flag of Word's header (MS-DOC 2.5.1), the record of Excel (MS-XLS 2.4.117). */
function isScrambled(streams: readonly NamedStream[], main: Buffer): boolean {
  const isWord = streams.some(({ path }) => path === "WordDocument");
  if (isWord) return main.length > 12 && main.readUInt16LE(0) === 0xa5ec && (main.readUInt16LE(10) & 0x0100) !== 0;
  for (let at = 0, records = 0; at + 4 <= main.length && records < 64; records += 1) {
    if (main.readUInt16LE(at) === 0x2f) return true;
    at += 4 + main.readUInt16LE(at + 2);
  }
  return false;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Runs of letters in one byte or two, as the stream has them; no piece table is read. */
function wideText(main: Buffer): string {
  return printableRuns(main).items.join("\n");
}

export function richTextFacts(bytes: Buffer, budget: PartBudget): OfficeFacts {
  const body = readRtfBody(bytes);
  const data = rtfObjects(bytes, budget);
  const outward = body?.outward ?? [];
  const relationships = outward.flatMap(({ kind, text }): readonly Relationship[] => {
    const target = addressesInBytes(Buffer.from(text, "latin1"))[0]?.url;
    return target === undefined
      ? []
      : [{ name: kind === "template" ? "attachedTemplate" : kind, target, isExternal: true }];
  });
  const objects = data.flatMap((object): readonly InnerFile[] => {
    const file = packagedFile(object);
    const isPackage = file !== null && file.name !== "" && file.bytes.length > 0;
    return [{ name: isPackage ? file.name : "object", mediaType: "", bytes: isPackage ? file.bytes : object }];
  });
  return {
    container: "RTF",
    text: body?.text ?? "",
    metadata: new Map(),
    relationships: relationships.slice(0, limits.fileFactsMax),
    dde: outward
      .map(({ text }) => /\bDDE(?:AUTO)?\s[\s\S]{1,512}/i.exec(text)?.[0] ?? "")
      .filter((text) => text !== ""),
    objects,
    objectCount: data.length,
    hasMacros: false,
    isEncrypted: false,
    imageCount: 0,
    slideCount: 0,
    flashCount: 0,
    hasObjectPool: false,
    isCut: false,
  };
}
