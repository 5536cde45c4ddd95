/**
 * What documents that are zips of XML make an office program fetch when they are opened: Office's (RL-71; ECMA-376 parts 1 and 2)
 * and OpenDocument's (RL-72; OASIS ODF 1.3). External relationships, fields, functions and connections; linked pictures, objects
 * and sections. Ordinary links are left out, as in a mail, but not those that Windows itself answers.
 *
 * Pure, total, linear in what the message's budget lets out.
 */
import { rtfReferences } from "../mail/outlook/rtf-references.ts";
import { addressesInText, isNamespace, pointsAway } from "./addresses.ts";
import { utf8Of } from "./content-lines.ts";
import { append, type InnerFile, type PartBudget, type PartReading, type PartReference } from "./reference.ts";
import { decodeXmlText, formulaAddresses, isSystemLink, relationships } from "./xml-references.ts";
import type { ZipEntry } from "./zip.ts";

export function isOfficeDocument(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name === "[Content_Types].xml" || name === "_rels/.rels");
}

export function isOpenDocument(entries: readonly ZipEntry[]): boolean {
  return (
    entries.some(({ name }) => name === "META-INF/manifest.xml") && entries.some(({ name }) => name === "content.xml")
  );
}

/** Parts whose text may hold instructions; documents name them as they like, within these folders. */
const TEXT_PARTS = /^(?:word|xl|ppt|visio)\/(?:[^/]+|worksheets\/[^/]+|queryTables\/[^/]+|externalLinks\/[^/]+)\.xml$/i;
const EMBEDDED = /\/(?:embeddings|media)\/[^/]+\.(?:docx|xlsx|pptx|svg|bin|rtf)$/i;

/** References of all parts, and files that are embedded. */
export function readOfficeDocument(entries: readonly ZipEntry[], budget: PartBudget): PartReading {
  const references: PartReference[] = [];
  const files: InnerFile[] = [];
  // Relationships first: they are small and tell most.
  for (const entry of entries.filter(({ name }) => /\.rels$/i.test(name))) {
    append(references, relationships(textOf(entry)).map(placeless));
  }
  for (const entry of entries) {
    if (budget.bytesLeft <= 0) break;
    if (TEXT_PARTS.test(entry.name)) append(references, partReferences(entry));
    else if (EMBEDDED.test(entry.name)) {
      const bytes = entry.read();
      if (bytes !== null) files.push({ name: entry.name.split("/").at(-1) ?? "", mediaType: "", bytes });
    }
  }
  return { references: distinct(references), files };
}

function partReferences(entry: ZipEntry): readonly PartReference[] {
  const text = textOf(entry);
  const found: PartReference[] = [];
  const add = (url: string, by: string, fires: PartReference["fires"] = "attachment") =>
    found.push({ vector: "RL-71", url, by, fires });
  if (FIELD_WORDS.test(text)) {
    for (const instruction of instructions(text)) {
      for (const { url, by, fires } of rtfReferences([{ kind: "field", text: instruction }])) {
        if (fires === "open") add(url, by);
        else if (isSystemLink(url)) add(url, by, "click");
      }
    }
  }
  for (const url of formulaAddresses(text)) add(url, "a function of a spreadsheet that asks a server");
  if (/\/(?:connections|queryTable[^/]*)\.xml$/i.test(entry.name)) {
    for (const { url } of addressesInText(decodeXmlText(text)))
      if (!isNamespace(url)) add(url, "a data connection of a spreadsheet");
  }
  return found;
}

const FIELD_WORDS = /INCLUDE|DDE|IMPORT|\bLINK\b|\bRD\b|HYPERLINK/;

/** Instructions of fields: whole in `w:instr`, or in pieces between a field's begin and its end. */
function instructions(text: string): readonly string[] {
  const whole = [...text.matchAll(/\bw:instr\s*=\s*"([^"<>]{1,8192})"/g)].map(([, instruction = ""]) => instruction);
  const joined: string[] = [];
  let pieces = "";
  for (const [tag, piece = ""] of text.matchAll(/<w:fldChar\b[^<>]*>|<w:instrText\b[^<>]*>([^<>]{0,8192})/g)) {
    if (tag.startsWith("<w:instrText")) pieces += piece;
    else if (pieces !== "") {
      joined.push(pieces);
      pieces = "";
    }
  }
  if (pieces !== "") joined.push(pieces);
  return [...whole, ...joined].map((instruction) => decodeXmlText(utf8Of(instruction)));
}

// biome-ignore format: a table reads by column
const OPEN_DOCUMENT_ELEMENTS: ReadonlyMap<string, string> = new Map([
  ["draw:image",              "a picture of a document"],
  ["draw:object",             "a linked object of a document"],
  ["draw:object-ole",         "a linked object of a document"],
  ["draw:plugin",             "a sound or video of a document"],
  ["draw:applet",             "a program in a document"],
  ["draw:floating-frame",     "a frame of a document"],
  ["draw:fill-image",         "a background picture of a document"],
  ["style:background-image",  "a background picture of a document"],
  ["text:section-source",     "a section that is taken from elsewhere"],
  ["text:list-level-style-image", "a picture of a list"],
  ["table:table-source",      "a table that is taken from elsewhere"],
  ["table:cell-range-source", "cells that are taken from elsewhere"],
  ["presentation:sound",      "a sound of a presentation"],
  ["meta:template",           "the template of a document"],
  ["script:event-listener",   "a program that a document calls"],
  ["svg:font-face-uri",       "a font of a document"],
]);

export function readOpenDocument(entries: readonly ZipEntry[], budget: PartBudget): PartReading {
  const references: PartReference[] = [];
  const files: InnerFile[] = [];
  for (const entry of entries) {
    if (budget.bytesLeft <= 0) break;
    if (/(?:^|\/)(?:content|styles|settings|meta)\.xml$/.test(entry.name)) append(references, linksOf(textOf(entry)));
    else if (/\.(?:svg|rtf|docx|xlsx)$/i.test(entry.name)) {
      const bytes = entry.read();
      if (bytes !== null) files.push({ name: entry.name, mediaType: "", bytes });
    }
  }
  return { references: distinct(references), files };
}

/** Of the XML of an OpenDocument, flat ones among them. */
export function linksOf(text: string): readonly PartReference[] {
  const found: PartReference[] = [];
  for (const match of text.matchAll(/<([\w.-]{1,40}:[\w.-]{1,60})\s([^<>]*)/g)) {
    const [, name = "", attributes = ""] = match;
    const written = /\bxlink:href\s*=\s*(?:"([^"]{1,4096})"|'([^']{1,4096})')/.exec(attributes);
    if (written === null) continue;
    const url = decodeXmlText(utf8Of(written[1] ?? written[2] ?? "")).trim();
    if (!pointsAway(url) || isNamespace(url)) continue;
    const by = OPEN_DOCUMENT_ELEMENTS.get(name);
    if (by !== undefined) found.push({ vector: "RL-72", url, by, fires: "attachment" });
    else if (isSystemLink(url)) found.push({ vector: "RL-72", url, by: "a link of a document", fires: "click" });
  }
  for (const url of formulaAddresses(text)) {
    found.push({ vector: "RL-72", url, by: "a function of a spreadsheet that asks a server", fires: "attachment" });
  }
  return found;
}

function textOf(entry: ZipEntry): string {
  const bytes = entry.read();
  if (bytes === null) return "";
  // XML may be in UTF-16 as well.
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
  return isWide ? bytes.toString("utf16le") : bytes.toString("latin1");
}

function placeless({ start: _, end: __, ...reference }: PartReference): PartReference {
  return reference;
}

function distinct(references: readonly PartReference[]): readonly PartReference[] {
  const known = new Map(
    references.map((reference) => [`${reference.fires} ${reference.by} ${reference.url}`, reference]),
  );
  return [...known.values()];
}
