/** The first line of Apple Mail's `.emlx`: how many bytes the message behind it has, padded with spaces. */

/** Longer lines are none: 15 digits, and the padding. */
const LINE_BYTES_MAX = 64;
const LINE = /^([0-9]{1,15})[ \t]*\r?\n/;

export interface CountLine {
  readonly count: number;
  /** Offset of the message. */
  readonly next: number;
}

/** Null when the bytes do not begin so. */
export function parseCountLine(head: Buffer): CountLine | null {
  const first = head[0] ?? 0;
  if (first < 0x30 || first > 0x39) return null;
  const match = LINE.exec(head.toString("latin1", 0, LINE_BYTES_MAX));
  return match === null ? null : { count: Number(match[1]), next: match[0].length };
}
