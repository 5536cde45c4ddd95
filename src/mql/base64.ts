/**
 * Base64 in text (mql.md, 9.2): one text decoded, and every run found in a text. [I] What counts as a run is `runsOf`, what counts as decoded is
 * `decodedText`. Linear in the text.
 */
import { isPlainUtf8 } from "../base/utf8.ts";

export interface Base64Options {
  /** `ascii`, `utf8`, `utf16-le`. */
  readonly encodings: readonly string[];
  readonly ignorePadding: boolean;
  /** Line breaks inside a run are skipped. */
  readonly multiline: boolean;
  /** `url`: the alphabet with `-` and `_`, and the text is percent-decoded first. */
  readonly isUrl: boolean;
}

const RUN_CHARS_MIN = 4;
const STANDARD = /[A-Za-z0-9+/]+={0,2}/g;
const STANDARD_LINES = /[A-Za-z0-9+/]+(?:\r?\n[A-Za-z0-9+/]+)*={0,2}/g;
const URL_SAFE = /[A-Za-z0-9_-]+={0,2}/g;
const URL_SAFE_LINES = /[A-Za-z0-9_-]+(?:\r?\n[A-Za-z0-9_-]+)*={0,2}/g;
/** Control characters but tab, CR and LF. */
const CONTROLS = /[\p{Cc}--[\t\r\n]]/v;

/** Every run that decodes to text, in order; runs that begin one to three characters later only where none else decodes. */
export function scanBase64(text: string, options: Base64Options): readonly string[] {
  const runs = runsOf(options.isUrl ? percentDecoded(text) : text, options);
  const found = runs.flatMap((run) => decodedOf(run, options));
  return found.length > 0 ? found : runs.flatMap((run) => laterDecoded(run, options));
}

/** Null where the text is no base64 or does not decode to text. */
export function decodeBase64(text: string, options: Base64Options): string | null {
  return decodedOf(text, options)[0] ?? null;
}

/** Maximal stretches of the alphabet, at least four characters long, with the padding behind them and without line breaks. */
function runsOf(text: string, { multiline, isUrl }: Base64Options): readonly string[] {
  const runs: string[] = [];
  const pattern = isUrl ? (multiline ? URL_SAFE_LINES : URL_SAFE) : multiline ? STANDARD_LINES : STANDARD;
  for (const [match] of text.matchAll(pattern)) {
    const run = multiline ? match.replaceAll(/[\r\n]/g, "") : match;
    if (run.length >= RUN_CHARS_MIN) runs.push(run);
  }
  return runs;
}

function laterDecoded(run: string, options: Base64Options): readonly string[] {
  for (let skip = 1; skip <= 3; skip++) {
    const found = run.length - skip >= RUN_CHARS_MIN ? decodedOf(run.slice(skip), options) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** At most one text. */
function decodedOf(run: string, { encodings, ignorePadding, isUrl }: Base64Options): readonly string[] {
  const bare = run.replace(/=+$/, "");
  if (!ignorePadding && run.length % 4 !== 0) return [];
  if (bare.length % 4 === 1) return [];
  const bytes = bytesOf(isUrl ? bare.replaceAll("-", "+").replaceAll("_", "/") : bare);
  const text = bytes === null ? null : decodedText(bytes, encodings);
  return text === null ? [] : [text];
}

function bytesOf(base64: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*$/.test(base64)) return null;
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** By the first encoding in which the bytes are valid text without control characters. */
function decodedText(bytes: Uint8Array, encodings: readonly string[]): string | null {
  for (const encoding of encodings) {
    const text = decodedBy(bytes, encoding);
    if (text !== null && text !== "" && !CONTROLS.test(text)) return text;
  }
  return null;
}

/** What is refused here for its control characters `decodedText` would refuse: of words read as base64 nearly all are, at one of their first bytes. */
function decodedBy(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === "ascii") return isPlainUtf8(bytes) && isAscii(bytes) ? utf(bytes, "utf-8") : null;
  if (encoding === "utf8") return isPlainUtf8(bytes) ? utf(bytes, "utf-8") : null;
  return encoding === "utf16-le" && bytes.length % 2 === 0 ? utf(bytes, "utf-16le") : null;
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

const decoders = {
  "utf-8": new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }),
  "utf-16le": new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true }),
} as const;

function utf(bytes: Uint8Array, label: keyof typeof decoders): string | null {
  try {
    return decoders[label].decode(bytes);
  } catch {
    return null;
  }
}

/** Escapes that are no UTF-8 stay as they are. */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
