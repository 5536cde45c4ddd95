/**
 * A large table or list a piece at a time, so that it is never a text as a whole: pieces end with a line, outside quotes. Of a file whose quotes do
 * not close, the rest is one piece.
 */
import { decodeText } from "../../base/decode-text.ts";
import { limits } from "../../base/limits.ts";

export interface TextBlock {
  readonly text: string;
  /** Line of the file in which it begins, from 1. */
  readonly firstLine: number;
}

const QUOTE = 0x22;
const LINE_END = 0x0a;

/** UTF-16 and what is small is one piece. Each piece is decoded by itself, as a file of its bytes would be. */
export function* textBlocks(bytes: Uint8Array): Iterable<TextBlock> {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  let start = 0;
  let firstLine = 1;
  while (start < bytes.length) {
    const { end, lines } = isUtf16 ? { end: bytes.length, lines: 0 } : blockFrom(bytes, start);
    yield { text: decodeText(bytes.subarray(start, end)).text, firstLine };
    start = end;
    firstLine += lines;
  }
}

/** A piece that begins at `start`: where it ends, and its line ends. A loop of its own, since it walks over each byte. */
function blockFrom(bytes: Uint8Array, start: number): { readonly end: number; readonly lines: number } {
  const least = start + limits.textBlockBytes;
  let lines = 0;
  let isQuoted = false;
  for (let at = start; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === QUOTE) isQuoted = !isQuoted;
    if (code !== LINE_END) continue;
    lines += 1;
    if (!isQuoted && at + 1 >= least) return { end: at + 1, lines };
  }
  return { end: bytes.length, lines };
}
