/**
 * Writing header fields (RFC 5322, 2047, 2231) from values that anybody may have made: what comes out is one field, ASCII
 * or UTF-8 (RFC 6532), whatever the value holds. Deterministic.
 */
import { limits } from "../../base/limits.ts";

/** Longer lines are encoded, since encoded-words can be folded. RFC 5322 2.1.1 allows 998. */
const LINE_CHARS_MAX = 900;
const WORD_BYTES_MAX = 45;
const CRLF = "\r\n";

/** A field with text, for example a subject. */
export function textField(name: string, value: string): string {
  return `${name}: ${encodeText(value)}${CRLF}`;
}

/** A field whose value is written as it is; control characters go. */
export function plainField(name: string, value: string): string {
  return `${name}: ${withoutControls(value)}${CRLF}`;
}

/** A field with addresses, folded after each. */
export function addressField(name: string, mailboxes: readonly MailboxText[]): string {
  return `${name}: ${mailboxes.map(mailboxText).join(`,${CRLF} `)}${CRLF}`;
}

export interface MailboxText {
  readonly name: string;
  /** Empty for none. */
  readonly address: string;
}

/** A display name goes without an address where there is none: some Outlook addresses are names in a directory. */
function mailboxText({ name, address }: MailboxText): string {
  const clean = address.replace(/[\s<>,;"\p{Cc}]/gu, "");
  if (name === "" || name === address) return `<${clean}>`;
  return `${phrase(name)} <${clean}>`;
}

function phrase(name: string): string {
  if (!isPlain(name)) return encodeWords(name);
  return `"${name.replace(/["\\]/g, "\\$&")}"`;
}

function encodeText(value: string): string {
  return isPlain(value) && value === value.trim() ? value : encodeWords(value);
}

/** Printable ASCII that nothing reads as more than it is. */
function isPlain(text: string): boolean {
  return text.length <= LINE_CHARS_MAX && /^[\x20-\x7e]*$/.test(text) && !text.includes("=?");
}

/** B encoding; words end between characters (RFC 2047 5). */
function encodeWords(text: string): string {
  const words: string[] = [];
  let word = "";
  let bytes = 0;
  const cut = text.slice(0, limits.mapiTextBytesMax).toWellFormed();
  for (const character of cut) {
    const size = Buffer.byteLength(character);
    if (bytes + size > WORD_BYTES_MAX) {
      words.push(word);
      word = "";
      bytes = 0;
    }
    word += character;
    bytes += size;
  }
  if (word !== "") words.push(word);
  return words.map((part) => `=?utf-8?B?${Buffer.from(part).toString("base64")}?=`).join(`${CRLF} `);
}

/** `; name="value"`, or in the form of RFC 2231 where that is not enough. */
export function parameter(name: string, value: string): string {
  if (/^[\x20-\x7e]*$/.test(value) && value.length <= LINE_CHARS_MAX) {
    return `;${CRLF} ${name}="${value.replace(/["\\]/g, "\\$&")}"`;
  }
  const cut = value.slice(0, PARAMETER_CHARS_MAX).toWellFormed();
  return `;${CRLF} ${name}*=utf-8''${encodeURIComponent(cut).replace(/['()*!~]/g, percent)}`;
}

const PARAMETER_CHARS_MAX = 4_096;

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

export function withoutControls(value: string): string {
  return value.replace(/\p{Cc}/gu, " ").trim();
}

/** RFC 5322 3.3, in UTC. */
export function dateText(ms: number): string {
  return new Date(ms).toUTCString().replace("GMT", "+0000");
}
