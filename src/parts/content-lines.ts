/**
 * The content lines of calendars and contact cards: unfolded, with parameters and value (RFC 5545 3.1, RFC 6350 3.3, vCard 2.1).
 *
 * Pure, total, linear. Texts are one character a byte, so offsets are those of the bytes. As clients do, a line that is none by
 * itself continues the one before, and quoted-printable lines continue behind their soft breaks.
 */

import { limits } from "../base/limits.ts";

export interface ContentLine {
  /** Upper case, without a group. */
  readonly name: string;
  /** Upper-case names; of repeated ones the first. Quotes and RFC 6868 escapes undone. Types without a name (vCard 2.1) are their own names. */
  readonly parameters: ReadonlyMap<string, string>;
  /** In UTF-8 where the bytes are; quoted-printable undone. */
  readonly value: string;
  /** It has more parameters than were read. */
  readonly isCut: boolean;
  /** Of the whole line. */
  readonly start: number;
  readonly end: number;
}

/** One character a byte. Mail programs write these files in UTF-16 as well; `isMoved` then says that places are lost. */
export function bytesAsText(bytes: Buffer): { readonly text: string; readonly isMoved: boolean } {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const isWide = isLittle || isBig || (bytes[1] === 0 && bytes[3] === 0 && bytes.length > 3);
  if (!isWide) return { text: bytes.toString("latin1"), isMoved: false };
  const even = bytes.subarray(0, bytes.length & ~1);
  const little = isBig ? Buffer.from(even).swap16() : even;
  return {
    text: Buffer.from(little.toString("utf16le").replace(/^\ufeff/, ""), "utf8").toString("latin1"),
    isMoved: true,
  };
}

/** The bytes that stand for characters one each, as UTF-8 where they are. */
export function utf8Of(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside ASCII is meant
  if (!/[^\x00-\x7f]/.test(text)) return text;
  const wide = Buffer.from(text, "latin1").toString("utf8");
  return wide.includes("\ufffd") ? text : wide;
}

export function* contentLines(text: string): Generator<ContentLine> {
  let pieces: string[] = [];
  let start = 0;
  let end = 0;
  for (const line of physicalLines(text)) {
    const first = line.text[0] ?? "";
    const isFold = first === " " || first === "\t";
    const before = pieces.at(-1) ?? "";
    const isSoft = before.endsWith("=") && QUOTED.test(pieces[0] ?? "");
    if (pieces.length > 0 && (isFold || isSoft || !LINE_START.test(line.text))) {
      if (isSoft) pieces[pieces.length - 1] = before.slice(0, -1);
      pieces.push(isFold ? line.text.slice(1) : line.text);
      end = line.end;
      continue;
    }
    const whole = parseLine(pieces.join(""), start, end);
    if (whole !== null) yield whole;
    pieces = [line.text];
    start = line.start;
    end = line.end;
  }
  const whole = parseLine(pieces.join(""), start, end);
  if (whole !== null) yield whole;
}

const LINE_START = /^[A-Za-z0-9._-]{1,80}[;:]/;
const QUOTED = /^[^:]{0,1000}quoted-printable/i;

interface PhysicalLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function* physicalLines(text: string): Generator<PhysicalLine> {
  let start = 0;
  for (const match of text.matchAll(/\r\n?|\n/g)) {
    yield { text: text.slice(start, match.index), start, end: match.index };
    start = match.index + match[0].length;
  }
  if (start < text.length) yield { text: text.slice(start), start, end: text.length };
}

/** Null where there is no name or no value. */
function parseLine(line: string, start: number, end: number): ContentLine | null {
  const name = /^[A-Za-z0-9._-]{1,80}(?=[;:])/.exec(line)?.[0];
  if (name === undefined) return null;
  const parameters = new Map<string, string>();
  let at = name.length;
  for (let count = 0; line[at] === ";" && count < limits.partParametersMax; count += 1) {
    const next = parameterEnd(line, at + 1);
    const [, key = "", value = ""] = /^([^=]*)=?([\s\S]*)$/.exec(line.slice(at + 1, next)) ?? [];
    const upper = key.trim().toUpperCase();
    if (!parameters.has(upper)) parameters.set(upper, utf8Of(parameterText(value)));
    at = next;
  }
  const isCut = line[at] === ";";
  const colon = line.indexOf(":", at);
  if (colon < 0) return null;
  const raw = line.slice(colon + 1);
  const isQuoted = /quoted-printable/i.test(parameters.get("ENCODING") ?? "") || parameters.has("QUOTED-PRINTABLE");
  const value = utf8Of(isQuoted ? fromQuotedPrintable(raw) : raw);
  return { name: name.slice(name.lastIndexOf(".") + 1).toUpperCase(), parameters, value, isCut, start, end };
}

/** A semicolon or colon outside quotes. */
function parameterEnd(line: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < line.length; at += 1) {
    const char = line[at];
    if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (char === ";" || char === ":")) return at;
  }
  return line.length;
}

function parameterText(value: string): string {
  const plain = value.replaceAll('"', "").trim();
  return plain.replace(/\^([n'^])/g, (_, char: string) => (char === "n" ? "\n" : char === "'" ? '"' : "^"));
}

function fromQuotedPrintable(text: string): string {
  return text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** RFC 5545 3.3.11, RFC 6350 3.4. */
export function withoutEscapes(value: string): string {
  return value.replace(/\\([nN\\;,:])/g, (_, char: string) => (char === "n" || char === "N" ? "\n" : char));
}
