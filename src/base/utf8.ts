/**
 * Whether bytes are text in UTF-8 (RFC 3629, section 4), told without decoding them. A decoder that is to fail throws, which costs some hundred times as
 * much as a look at the first bytes; and what is no text shows it there. Pure and total; linear, and done at the first byte that says no.
 */

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DELETE = 0x7f;

/** Well-formed, and without any control character of ASCII but tab, CR and LF. Empty bytes are. */
export function isPlainUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    const length = lengthAt(bytes, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** Bytes of the well-formed sequence that begins there; 0 for what is none, or a control character. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return isControl(first) ? 0 : 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const second = bytes[at + 1] ?? 0;
  if (second < leastSecond(first) || second > mostSecond(first)) return 0;
  for (let next = at + 2; next < at + length; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function isControl(byte: number): boolean {
  return byte < 0x20 ? byte !== TAB && byte !== LINE_FEED && byte !== CARRIAGE_RETURN : byte === DELETE;
}

/** Below it the sequence would be longer than it must be. */
function leastSecond(first: number): number {
  return first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
}

/** Above it lie surrogates, and what is beyond Unicode. */
function mostSecond(first: number): number {
  return first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
}
