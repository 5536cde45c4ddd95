/**
 * Header fields as their reader sees them, where bytes stand raw in them: such mail says in what charset its text is, and
 * clients read the bytes of its header by that (hostile-mail HM-009).
 *
 * The addresses do not depend on it: the charset may take an ASCII byte into a character, so whoever names one could hide an
 * address; those of the bytes as they stand come first, and what else the charset shows is listed too. Pure, total, linear;
 * a field of ASCII costs one look at its text.
 */
import { isUtf8 } from "node:buffer";
import { limits } from "../base/limits.ts";
import { type AddressList, parseAddressList } from "./addresses.ts";
import { toBuffer } from "./bytes.ts";
import { resolveCharset } from "./charset-labels.ts";
import { decodeEncodedWords } from "./encoded-words.ts";
import { fieldText } from "./headers.ts";
import type { HeaderField, Mailbox, Message } from "./message.ts";

/** Of ISO-2022, which writes other letters in ASCII bytes. */
const ESCAPE = "\x1b";
/** Not those in which a field of a header cannot stand, and not those that it is read by anyway. */
const noHeaderCharset = /^(?:utf-|us-ascii$|windows-1252$|ibm|hz-)/;

/** A field's value for people, encoded-words decoded. May hold any character. */
export function shownText(message: Message, field: HeaderField): string {
  const text = fieldText(message.bytes, field);
  return decodeEncodedWords(isRaw(text) ? inCharset(message, field, text) : text);
}

/**
 * The mailboxes of a field; with `address.ambiguous` where the charset shows other addresses than the bytes. `text`: the field's
 * as `fieldText` gives it.
 */
export function shownMailboxes(message: Message, field: HeaderField, text: string): AddressList {
  const list = parseAddressList(text);
  const shown = isRaw(text) ? inCharset(message, field, text) : text;
  return shown === text ? list : joined(list, parseAddressList(shown));
}

/** Whether a charset could read it otherwise. */
function isRaw(text: string): boolean {
  return /[^\0-\x7f]/.test(text) || text.includes(ESCAPE);
}

function inCharset(message: Message, field: HeaderField, text: string): string {
  const { start, end } = field.value;
  const bytes = toBuffer(message.bytes).subarray(start, Math.min(end, start + limits.headerFieldBytesMax));
  if (isUtf8(bytes) && !text.includes(ESCAPE)) return text;
  const charset = textCharset(message);
  return charset === null ? text : fieldText(message.bytes, field, charset);
}

/** Of the first text that names one a header may be in. */
function textCharset({ entities }: Message): string | null {
  for (const { mediaType } of entities) {
    if (mediaType.type !== "text") continue;
    const charset = resolveCharset(mediaType.parameters.get("charset") ?? "");
    if (charset !== null && !noHeaderCharset.test(charset)) return charset;
  }
  return null;
}

/** Names as shown where all addresses are the same; else those of both. */
function joined(plain: AddressList, shown: AddressList): AddressList {
  const own = plain.mailboxes.map(addressOf);
  if (shown.mailboxes.map(addressOf).join("\0") === own.join("\0")) return shown;
  const known = new Set(own);
  const others = shown.mailboxes.filter(({ address }) => address !== "" && !known.has(address));
  const problems = [...plain.problems, ...shown.problems, { code: "address.ambiguous" }];
  return { mailboxes: [...plain.mailboxes, ...others], problems };
}

function addressOf({ address }: Mailbox): string {
  return address;
}
