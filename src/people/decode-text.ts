/** The text of a file that a person made with some program: UTF-8, UTF-16 by its mark, else windows-1252. Total. */

export interface DecodedText {
  readonly text: string;
  /** Line of the first bytes that are no UTF-8, from 1; null where all are. */
  readonly oddLine: number | null;
}

export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decoded("utf-16le", bytes), oddLine: null };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decoded("utf-16be", bytes), oddLine: null };
  const text = decoded("utf-8", bytes);
  // A replacement character that the file itself holds is rare, and its three bytes are looked for.
  if (!text.includes("\ufffd") || isUtf8(bytes)) return { text, oddLine: null };
  const before = text.slice(0, text.indexOf("\ufffd"));
  return { text: decoded("windows-1252", bytes), oddLine: before.split(/\r\n|\r|\n/).length };
}

function decoded(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
