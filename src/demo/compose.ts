/**
 * Writes mail: header fields, encoded-words, transfer encodings, MIME parts. RFC 5322, 2045–2047, 3676.
 *
 * Everything is an *octet string*: one character a byte (0 to 255), lines end in `\n`. Containers that want CRLF turn
 * the line ends round at the very end.
 */
import { assert } from "../base/assert.ts";

/** One character a byte, lines end in `\n`. */
export type Octets = string;

export type Charset = "us-ascii" | "utf-8" | "iso-8859-1" | "iso-8859-7" | "windows-1251";
export type TransferEncoding = "7bit" | "8bit" | "quoted-printable" | "base64";

export interface Header {
  readonly name: string;
  /** Octets. A value that holds a line end is folded already and left as it is. */
  readonly value: Octets;
}

/** How a writer's program turns text beyond ASCII into header and body. */
export interface Script {
  readonly charset: Charset;
  /** Encoded-word form, RFC 2047 section 4. */
  readonly word: "B" | "Q";
  readonly encoding: TransferEncoding;
}

export interface Leaf {
  readonly kind: "leaf";
  /** Content-Type value with parameters; empty for mail older than MIME. */
  readonly type: string;
  readonly encoding: TransferEncoding;
  /** The content before transfer encoding. */
  readonly octets: Octets;
  readonly headers: readonly Header[];
}

export interface Multipart {
  readonly kind: "multipart";
  readonly subtype: string;
  readonly boundary: string;
  /** Further parameters with their leading `; `. */
  readonly parameters: string;
  readonly parts: readonly Part[];
}

export type Part = Leaf | Multipart;

export interface NamedAddress {
  readonly name: string;
  readonly address: string;
}

const LINE_COLUMNS = 76;

export function header(name: string, value: Octets): Header {
  return { name, value };
}

/** Text of a script as bytes; throws on a character that the charset lacks, since our texts are fixed. */
export function encodeText(text: string, charset: Charset): Octets {
  if (isAscii(text)) return text;
  if (charset === "utf-8") return Buffer.from(text, "utf8").toString("latin1");
  return Array.from(text, (character) => String.fromCharCode(byteOf(character, charset))).join("");
}

/** Whether the charset has every character of the text. */
export function canEncode(text: string, charset: Charset): boolean {
  if (charset === "utf-8") return true;
  return Array.from(text).every((character) => pointByte(character.codePointAt(0) ?? 0, charset) <= 0xff);
}

function byteOf(character: string, charset: Charset): number {
  const point = character.codePointAt(0) ?? 0;
  const byte = pointByte(point, charset);
  assert(byte <= 0xff, `U+${point.toString(16)} is not in ${charset}`);
  return byte;
}

function pointByte(point: number, charset: Charset): number {
  return point < 0x80 ? point : highByteOf(point, charset);
}

/** Letters of Ukrainian outside the run from А to я. */
const WINDOWS_1251_UKRAINIAN: ReadonlyMap<number, number> = new Map([
  [0x404, 0xaa],
  [0x406, 0xb2],
  [0x407, 0xaf],
  [0x454, 0xba],
  [0x456, 0xb3],
  [0x457, 0xbf],
]);

function highByteOf(point: number, charset: Charset): number {
  if (charset === "iso-8859-1" && point >= 0xa0 && point <= 0xff) return point;
  if (charset === "iso-8859-7" && point >= 0x386 && point <= 0x3ce) return point - 0x2d0;
  if (charset === "windows-1251" && point >= 0x410 && point <= 0x44f) return point - 0x350;
  if (charset === "windows-1251") return WINDOWS_1251_UKRAINIAN.get(point) ?? 0x100;
  return 0x100;
}

export function isAscii(text: string): boolean {
  return !/[^\0-~]/.test(text);
}

/** Header text: as it stands when ASCII, else encoded-words of at most 75 characters (RFC 2047 section 2). */
export function headerText(text: string, script: Script): Octets {
  if (isAscii(text)) return text;
  const charset = script.charset === "us-ascii" ? "utf-8" : script.charset;
  const room = 75 - `=?${charset}?${script.word}??=`.length;
  const words: string[] = [];
  let current = "";
  for (const character of text) {
    const longer = current + character;
    if (wordBody(longer, charset, script.word).length > room) {
      words.push(current);
      current = character;
    } else {
      current = longer;
    }
  }
  words.push(current);
  return words.map((word) => `=?${charset}?${script.word}?${wordBody(word, charset, script.word)}?=`).join(" ");
}

function wordBody(text: string, charset: Charset, form: "B" | "Q"): string {
  const octets = encodeText(text, charset);
  if (form === "B") return Buffer.from(octets, "latin1").toString("base64");
  return octets.replace(/[^A-Za-z0-9 !*+/-]/g, (octet) => `=${hexPair(octet)}`).replaceAll(" ", "_");
}

function hexPair(octet: string): string {
  return octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}

/** `Name <local@domain>`; the name is quoted or encoded where it must be. */
export function addressText(who: NamedAddress, script: Script): Octets {
  if (who.name === "") return who.address;
  const plain = isAscii(who.name);
  const name = plain && /[^A-Za-z0-9 '-]/.test(who.name) ? `"${who.name}"` : headerText(who.name, script);
  return `${name} <${who.address}>`;
}

export function quotedPrintable(octets: Octets): Octets {
  return octets.split("\n").map(quotedPrintableLine).join("\n");
}

function quotedPrintableLine(line: Octets): Octets {
  if (line.length < LINE_COLUMNS && /^(?:[\t -<>-~]*[!-<>-~])?$/.test(line)) return line;
  const units = line.match(/[\s\S]/g) ?? [];
  const lines: string[] = [];
  let current = "";
  for (const [index, octet] of units.entries()) {
    const unit = isQuotedPrintableSafe(octet, index === units.length - 1) ? octet : `=${hexPair(octet)}`;
    if (current.length + unit.length > LINE_COLUMNS - 1) {
      lines.push(`${current}=`);
      current = "";
    }
    current += unit;
  }
  lines.push(current);
  return lines.join("\n");
}

function isQuotedPrintableSafe(octet: string, last: boolean): boolean {
  if (octet === " " || octet === "\t") return !last;
  return octet > " " && octet <= "~" && octet !== "=";
}

export function base64Lines(octets: Octets): Octets {
  const encoded = Buffer.from(octets, "latin1").toString("base64");
  return (encoded.match(/.{1,76}/g) ?? []).join("\n");
}

function transferEncoded(leaf: Leaf): Octets {
  if (leaf.encoding === "base64") return `${base64Lines(leaf.octets)}\n`;
  const body = leaf.octets.endsWith("\n") ? leaf.octets : `${leaf.octets}\n`;
  return leaf.encoding === "quoted-printable" ? quotedPrintable(body) : body;
}

/** A text part. `flowed` marks RFC 3676 text; its lines must be broken so already. */
export function textPart(subtype: string, text: string, script: Script, parameters = ""): Leaf {
  return {
    kind: "leaf",
    type: `text/${subtype}; charset=${script.charset}${parameters}`,
    encoding: script.encoding,
    octets: encodeText(text, script.charset),
    headers: [],
  };
}

export function leafPart(
  type: string,
  encoding: TransferEncoding,
  octets: Octets,
  headers: readonly Header[] = [],
): Leaf {
  return { kind: "leaf", type, encoding, octets, headers };
}

export function multipart(subtype: string, boundary: string, parts: readonly Part[], parameters = ""): Multipart {
  return { kind: "multipart", subtype, boundary, parameters, parts };
}

/** The fields that describe a part, in the order most programs write them. */
export function partHeaders(part: Part): readonly Header[] {
  if (part.kind === "multipart") {
    return [header("Content-Type", `multipart/${part.subtype};\n boundary="${part.boundary}"${part.parameters}`)];
  }
  if (part.type === "") return part.headers;
  const encoding = part.encoding === "7bit" ? [] : [header("Content-Transfer-Encoding", part.encoding)];
  return [header("Content-Type", part.type), ...encoding, ...part.headers];
}

export function partBody(part: Part): Octets {
  if (part.kind === "leaf") return transferEncoded(part);
  const inner = part.parts.map(
    (child) => `--${part.boundary}\n${headerLines(partHeaders(child))}\n${partBody(child)}\n`,
  );
  return `${inner.join("")}--${part.boundary}--\n`;
}

/** A whole message: the fields given, then the part's own fields, then its body. */
export function composeMail(headers: readonly Header[], part: Part): Octets {
  const mime = part.kind === "leaf" && part.type === "" ? [] : [header("MIME-Version", "1.0")];
  return `${headerLines([...headers, ...mime, ...partHeaders(part)])}\n${partBody(part)}`;
}

export function headerLines(headers: readonly Header[]): Octets {
  return headers.map(({ name, value }) => `${folded(name, value)}\n`).join("");
}

/** Folds at spaces so that lines stay within 76 columns where words allow (RFC 5322 2.2.3). */
function folded(name: string, value: Octets): Octets {
  if (value.includes("\n")) return `${name}: ${value}`;
  let out = `${name}:`;
  let column = out.length;
  for (const word of value.split(" ")) {
    if (column + 1 + word.length > LINE_COLUMNS && column > name.length + 1) {
      out += "\n";
      column = 0;
    }
    out += ` ${word}`;
    column += 1 + word.length;
  }
  return out;
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const pad = (value: number): string => String(value).padStart(2, "0");

/** RFC 5322 date-time. `offsetMinutes` is east of UTC. */
export function mailDate(at: number, offsetMinutes: number): string {
  const local = new Date(at + offsetMinutes * 60_000);
  const sign = offsetMinutes < 0 ? "-" : "+";
  const size = Math.abs(offsetMinutes);
  const clock = `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}:${pad(local.getUTCSeconds())}`;
  const day = `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
  return `${DAYS[local.getUTCDay()]}, ${day} ${clock} ${sign}${pad(Math.floor(size / 60))}${pad(size % 60)}`;
}

/** The date of an mbox `From ` line: C `asctime` in UTC. */
export function asctime(at: number): string {
  const date = new Date(at);
  const clock = `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
  const day = String(date.getUTCDate()).padStart(2, " ");
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${clock} ${date.getUTCFullYear()}`;
}

/** `YYYYMMDDTHHMMSSZ`, as iCalendar writes UTC (RFC 5545 3.3.5). */
export function calendarTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Breaks lines at `columns`, quoted ones excepted; `lineEnd` is `" "` for format=flowed text (RFC 3676). */
export function wrapText(text: string, columns: number, lineEnd = ""): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    if (paragraph.startsWith(">")) {
      lines.push(paragraph);
      continue;
    }
    let current = "";
    for (const word of paragraph.split(" ")) {
      if (current !== "" && current.length + 1 + word.length > columns) {
        lines.push(current + lineEnd);
        current = word;
      } else {
        current = current === "" ? word : `${current} ${word}`;
      }
    }
    lines.push(current);
  }
  return lines.join("\n");
}
