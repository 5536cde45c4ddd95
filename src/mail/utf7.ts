/** UTF-7 (RFC 2152): only old mail clients read it, which is why hostile mail uses it. */
import type { UnitSink } from "./multi-byte.ts";

const PLUS = 0x2b;
const MINUS = 0x2d;
const REPLACEMENT = 0xfffd;

/**
 * Puts each decoded UTF-16 unit with the byte where it begins. Total: bytes above 0x7F and a shift that ends inside a
 * character become U+FFFD; lone surrogates are left to the sink.
 */
export function walkUtf7(bytes: Buffer, sink: UnitSink): void {
  let at = 0;
  while (at < bytes.length && !sink.isDone) {
    const byte = bytes[at] as number;
    if (byte === PLUS) {
      at = walkShifted(bytes, at, sink);
      continue;
    }
    sink.put(byte < 0x80 ? byte : REPLACEMENT, at);
    at++;
  }
}

/** A run of modified base64 that begins with the `+` at `plus`; gives the byte after it. */
function walkShifted(bytes: Buffer, plus: number, sink: UnitSink): number {
  if (bytes[plus + 1] === MINUS) {
    sink.put(PLUS, plus);
    return plus + 2;
  }
  let at = plus + 1;
  let bits = 0;
  let bitCount = 0;
  let unitStart = plus;
  let pair = -1;
  for (let value = base64Value(bytes[at]); value >= 0; value = base64Value(bytes[at])) {
    bits = ((bits << 6) | value) & 0x3fffff;
    bitCount += 6;
    if (bitCount >= 16) {
      bitCount -= 16;
      const unit = (bits >> bitCount) & 0xffff;
      const isSecond = (unit & 0xfc00) === 0xdc00 && pair >= 0;
      sink.put(unit, isSecond ? pair : unitStart);
      pair = (unit & 0xfc00) === 0xd800 ? unitStart : -1;
      unitStart = bitCount > 0 ? at : at + 1;
    }
    at++;
  }
  if (bitCount >= 6 || (bits & ((1 << bitCount) - 1)) !== 0) sink.put(REPLACEMENT, unitStart);
  return bytes[at] === MINUS ? at + 1 : at;
}

function base64Value(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41;
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x47;
  if (byte >= 0x30 && byte <= 0x39) return byte + 4;
  return byte === PLUS ? 62 : byte === 0x2f ? 63 : -1;
}
