/**
 * What an XML file makes a program fetch when it is shown or taken apart: style sheets, document types and entities kept elsewhere,
 * included files, and the relationships and templates of Office's own XML (RL-75; xml-stylesheet 1.0, XML 1.0 4.2.2, XInclude,
 * ECMA-376 part 2).
 *
 * Pure, total, linear; nothing is resolved. Texts are one character a byte.
 */
import { addressesInText, isNamespace, pointsAway } from "./addresses.ts";
import { utf8Of } from "./content-lines.ts";
import type { PartReference } from "./reference.ts";

const PATTERNS: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/<\?xml-stylesheet\b[^<>]*?\bhref\s*=\s*["']([^"'<>]{1,4096})/gi, "the style sheet of an XML file"],
  [
    /<!DOCTYPE\s[^<>[]*?(?:SYSTEM|PUBLIC\s+["'][^"'<>]*["'])\s+["']([^"'<>]{1,4096})/gi,
    "the document type of an XML file",
  ],
  [/<!ENTITY\s[^<>]*?(?:SYSTEM|PUBLIC\s+["'][^"'<>]*["'])\s+["']([^"'<>]{1,4096})/gi, "an entity of an XML file"],
  [
    /<(?:[\w.-]{1,40}:)?(?:include|import)\b[^<>]*?\bhref\s*=\s*["']([^"'<>]{1,4096})/gi,
    "a file that an XML file takes in",
  ],
  [/<w:attachedTemplate\b[^<>]*?\bw:val\s*=\s*["']([^"'<>]{1,4096})/gi, "the template of a document"],
  [/<(?:w:)?(?:imagedata|pict)\b[^<>]*?\b(?:src|href)\s*=\s*["']([^"'<>]{1,4096})/gi, "a picture of a document"],
];

export function xmlReferences(text: string): readonly PartReference[] {
  const found: PartReference[] = [];
  for (const [pattern, by] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const written = match[1] ?? "";
      const url = decodeXmlText(utf8Of(written)).trim();
      const end = match.index + match[0].length;
      if (pointsAway(url) && !isNamespace(url)) {
        found.push({ vector: "RL-75", url, by, fires: "attachment", start: end - written.length, end });
      }
    }
  }
  // Office documents in one file (flat OPC) hold their relationships as they are.
  return [...found, ...relationships(text)];
}

/** Of a relationship's type, its last word: what a document makes of its target. */
const RELATIONSHIP_WORDS: ReadonlyMap<string, string> = new Map([
  ["attachedtemplate", "the template of a document"],
  ["image", "a picture of a document"],
  ["oleobject", "a linked object of a document"],
  ["frame", "a frame of a document"],
  ["subdocument", "a document inside a document"],
  ["externallinkpath", "another workbook that a spreadsheet takes values from"],
  ["xlexternallinkpath", "another workbook that a spreadsheet takes values from"],
  ["mailmergesource", "the data source of a document"],
  ["video", "a video of a document"],
  ["audio", "a sound of a document"],
  ["media", "a sound or video of a document"],
  ["stylesheet", "the style sheet of a document"],
]);

/** Relationships to targets outside the document. Ordinary links are left out, but not those that Windows itself answers. */
export function relationships(text: string): readonly PartReference[] {
  if (!/TargetMode/i.test(text)) return [];
  const found: PartReference[] = [];
  for (const match of text.matchAll(/<(?:[\w.-]{1,40}:)?Relationship\s[^<>]*>/gi)) {
    const [tag] = match;
    if (!/\bTargetMode\s*=\s*["']\s*External/i.test(tag)) continue;
    const url = decodeXmlText(utf8Of(attribute(tag, "Target"))).trim();
    const type = (attribute(tag, "Type").split("/").at(-1) ?? "").toLowerCase();
    if (!pointsAway(url)) continue;
    const isLink = type === "hyperlink";
    if (isLink && !isSystemLink(url)) continue;
    const by =
      RELATIONSHIP_WORDS.get(type) ??
      (isLink ? "a link of a document" : `something outside a document (${type.slice(0, 40)})`);
    const place = { start: match.index, end: match.index + tag.length };
    found.push({ vector: "RL-71", url, by, fires: isLink ? "click" : "attachment", ...place });
  }
  return found;
}

/** What Windows answers by signing in somewhere or by starting another program. */
const SYSTEM_LINK = /^(?:\\\\|file:[\\/]{2}[^\\/]|smb:|ms-[a-z]|search-ms:|search:|mhtml:|ldaps?:|davs?:)/i;

export function isSystemLink(url: string): boolean {
  return SYSTEM_LINK.test(url);
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(tag);
  return match?.[1] ?? match?.[2] ?? "";
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The five names and numbers of XML 1.0 4.1 and 4.6. */
export function decodeXmlText(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES.get(String(name).toLowerCase()) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Addresses in functions of a spreadsheet that ask a server. */
export function formulaAddresses(text: string): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/\b(?:WEBSERVICE|IMAGE|RTD|DDE|FILTERXML)\s*\(([^<>]{1,4096})/gi)) {
    found.push(...addressesInText(decodeXmlText(match[1] ?? "")).map(({ url }) => url));
  }
  return found;
}
