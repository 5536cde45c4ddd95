/**
 * What documents say beside their text: properties, relationships to the outside, fields that start programs (DDE), macros, objects
 * (ECMA-376 parts 1 and 2; MS-OLEPS for the old formats; RTF 1.9.1 for objects in rich text).
 *
 * The file is scanned, not parsed: bodies are damaged on purpose. Pure, total, linear.
 */
import { limits } from "../base/limits.ts";
import { utf8Of } from "./content-lines.ts";
import type { NamedStream } from "./macros.ts";
import { decodeXmlText } from "./xml-references.ts";

export interface Relationship {
  /** Last word of its type: `hyperlink`, `attachedTemplate`, `oleObject`, `image`. */
  readonly name: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** Of the XML of one `.rels` member, all of them. */
export function relationshipsOf(text: string): readonly Relationship[] {
  const found: Relationship[] = [];
  for (const [tag] of text.matchAll(/<(?:[\w.-]{1,40}:)?Relationship\s[^<>]*>/gi)) {
    if (found.length >= limits.fileFactsMax) break;
    found.push({
      name: attribute(tag, "Type").split("/").at(-1) ?? "",
      target: attribute(tag, "Target").trim(),
      isExternal: /\bTargetMode\s*=\s*["']\s*External/i.test(tag),
    });
  }
  return found;
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(tag);
  return decodeXmlText(utf8Of(match?.[1] ?? match?.[2] ?? ""));
}

/** Texts of a part's XML: paragraphs, cells and slides end lines. `text`: one character a byte. */
export function officeText(text: string): string {
  const pieces: string[] = [];
  let chars = 0;
  for (const [, end, content = ""] of text.matchAll(
    /<(\/(?:w|a):p|(?:w|a):br\/?|w:tab\/?|\/(?:si|c|row))>|<(?:(?:w|a|m):t|t|v)(?:\s[^<>]*)?>([^<]*)/g,
  )) {
    if (chars > limits.fileTextBytesMax) break;
    pieces.push(end === undefined ? content : "\n");
    chars += content.length + 1;
  }
  return decodeXmlText(utf8Of(pieces.join(""))).replace(/\n{3,}/g, "\n\n");
}

/** Metadata by element name, `cp:lastModifiedBy` as `lastModifiedBy`. Of `docProps/core.xml`, `app.xml`. */
export function propertiesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(
    /<(?:[\w-]{1,20}:)?([\w-]{1,60})(?:\s[^<>]*)?>([^<>]{1,8192})<\//g,
  )) {
    if (found.size >= limits.fileFactsMax) break;
    if (!found.has(name)) found.set(name, decodeXmlText(utf8Of(value)));
  }
  return found;
}

/** Instructions of fields and formulas that start a program. */
export function ddeInstructions(text: string): readonly string[] {
  const joined = [...text.matchAll(/<w:instrText\b[^<>]*>([^<]{0,8192})/g)].map(([, piece = ""]) => piece).join("");
  const whole = [...text.matchAll(/\bw:instr\s*=\s*"([^"<>]{1,8192})"/g)].map(([, piece = ""]) => piece);
  const links = [...text.matchAll(/<ddeLink\b[^<>]{0,2048}>/g)].map(([tag]) => tag);
  const found = [joined, ...whole]
    .map((instruction) => decodeXmlText(utf8Of(instruction)))
    .flatMap((instruction) => /\bDDE(?:AUTO)?\s[\s\S]{1,1024}/i.exec(instruction)?.[0] ?? []);
  return [...found, ...links].slice(0, limits.fileFactsMax);
}

// biome-ignore format: a table reads by column
const SUMMARY: ReadonlyMap<number, string> = new Map([
  [2, "Title"], [3, "Subject"], [4, "Author"], [5, "Keywords"], [6, "Comments"], [7, "Template"], [8, "LastModifiedBy"], [9, "RevisionNumber"],
  [14, "Pages"], [15, "Words"], [16, "Characters"], [18, "Software"],
]);

/** Texts and numbers of the summary information of an old document (MS-OLEPS 2.21), by the names that metadata readers use. */
export function summaryOf(streams: readonly NamedStream[]): ReadonlyMap<string, string> {
  const stream = streams.find(({ path }) => path === "\x05SummaryInformation")?.bytes;
  const found = new Map<string, string>();
  if (stream === undefined || stream.length < 48) return found;
  const set = stream.subarray(Math.min(stream.length, stream.readUInt32LE(44)));
  if (set.length < 8) return found;
  const count = Math.min(set.readUInt32LE(4), 256);
  for (let index = 0; index < count && 16 + index * 8 <= set.length; index += 1) {
    const name = SUMMARY.get(set.readUInt32LE(8 + index * 8));
    const value = name === undefined ? null : typedValue(set, set.readUInt32LE(12 + index * 8));
    if (name !== undefined && value !== null) found.set(name, value);
  }
  return found;
}

function typedValue(set: Buffer, at: number): string | null {
  if (at + 8 > set.length) return null;
  const type = set.readUInt16LE(at);
  if (type === 3) return String(set.readInt32LE(at + 4));
  if (type !== 30 && type !== 31) return null;
  const bytes = Math.min(set.readUInt32LE(at + 4) * (type === 31 ? 2 : 1), set.length - at - 8, 8_192);
  const text = set.subarray(at + 8, at + 8 + bytes);
  const value =
    type === 31 ? text.subarray(0, bytes & ~1).toString("utf16le") : new TextDecoder("windows-1252").decode(text);
  return value.split("\0", 1)[0] ?? "";
}

/** Objects in rich text: their data, hexadecimal digits behind `\objdata`, whatever is written between them. */
export function rtfObjects(bytes: Buffer, budget: { takeBytes(count: number): boolean }): readonly Buffer[] {
  const text = bytes.toString("latin1", 0, limits.fileTextBytesMax);
  const found: Buffer[] = [];
  for (
    let at = text.indexOf("\\objdata");
    at >= 0 && found.length < OBJECTS_MAX;
    at = text.indexOf("\\objdata", at + 1)
  ) {
    const next = text.indexOf("\\objdata", at + 1);
    const end = groupEnd(text, at, next < 0 ? text.length : next);
    const digits = text.slice(at + 8, end).replace(/\\[a-z]{1,32}-?\d{0,10} ?|\\'..|[{}\s]|\\\*/gi, "");
    const data = Buffer.from(/^[0-9a-f]*/i.exec(digits)?.[0] ?? "", "hex");
    if (data.length > 0 && budget.takeBytes(data.length)) found.push(objectData(data));
  }
  return found;
}

const OBJECTS_MAX = 200;

function groupEnd(text: string, from: number, until: number): number {
  let depth = 0;
  for (let at = from; at < until; at += 1) {
    const char = text[at];
    if (char === "{") depth += 1;
    else if (char === "}" && --depth < 0) return at;
  }
  return until;
}

/** MS-OLEDS 2.2.5: a version, a format, three names, then the data behind its length. */
function objectData(object: Buffer): Buffer {
  if (object.length < 24 || object.readUInt32LE(4) !== 2) return object;
  let at = 8;
  for (let names = 0; names < 3; names += 1) at += 4 + (at + 4 <= object.length ? object.readUInt32LE(at) : 0);
  return at + 4 < object.length ? object.subarray(at + 4, at + 4 + object.readUInt32LE(at)) : object;
}

/** A file packed into an old document or rich text (`\x01Ole10Native`, MS-OLEDS 2.3.6): its name and its bytes. */
export function packagedFile(stream: Buffer): { readonly name: string; readonly bytes: Buffer } | null {
  if (stream.length < 16) return null;
  let at = 6;
  const label = zeroEnded(stream, at);
  at += label.length + 1;
  at += zeroEnded(stream, at).length + 1;
  at += 4;
  if (at + 4 > stream.length) return null;
  at += 4 + stream.readUInt32LE(at);
  if (at + 4 > stream.length) return null;
  const size = stream.readUInt32LE(at);
  return { name: label, bytes: stream.subarray(at + 4, Math.min(stream.length, at + 4 + size)) };
}

function zeroEnded(bytes: Buffer, from: number): string {
  const end = bytes.indexOf(0, from);
  return bytes.toString("latin1", from, Math.min(end < 0 ? bytes.length : end, from + 1_024));
}
