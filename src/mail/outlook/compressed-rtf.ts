/**
 * Compressed RTF (MS-OXRTFCP): LZFu over a ring of 4,096 bytes that begins with usual words of RTF.
 *
 * Total: the claimed size allocates nothing. A pair of bytes gives 17 at most, so output is under nine times the input;
 * it ends at the end mark, the end of input, or the limit. The checksum is not held against the content.
 */
import { limits } from "../../base/limits.ts";

export interface DecompressedRtf {
  readonly bytes: Buffer;
  /**
   * `rtf.truncated` when the input ends early, `rtf.size` when another size was claimed, `rtf.unknown` for another form,
   * `limit.decoded-bytes` when more would come out.
   */
  readonly problems: readonly string[];
}

const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const RING_BYTES = 4096;
const OUTPUT_MAX = limits.decodedBytesMax;
const PRELOAD = Buffer.from(
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx",
  "latin1",
);

export function decompressRtf(input: Buffer): DecompressedRtf {
  if (input.length < 16) return { bytes: Buffer.alloc(0), problems: ["rtf.truncated"] };
  const claimed = input.readUInt32LE(4);
  const form = input.readUInt32LE(8);
  if (form === UNCOMPRESSED) return checked(input.subarray(16, 16 + claimed), claimed, true);
  if (form !== COMPRESSED) return { bytes: Buffer.alloc(0), problems: ["rtf.unknown"] };
  const { bytes, isEnded } = inflate(input);
  if (bytes.length <= OUTPUT_MAX) return checked(bytes, claimed, isEnded);
  return { bytes: bytes.subarray(0, OUTPUT_MAX), problems: ["limit.decoded-bytes"] };
}

function checked(bytes: Buffer, claimed: number, isEnded: boolean): DecompressedRtf {
  const problems: string[] = [];
  if (!isEnded) problems.push("rtf.truncated");
  if (bytes.length !== claimed) problems.push("rtf.size");
  return { bytes, problems };
}

/** Ends at the first byte beyond `OUTPUT_MAX`, or a few later. */
function inflate(input: Buffer): { readonly bytes: Buffer; readonly isEnded: boolean } {
  const ring = Buffer.alloc(RING_BYTES, 0x20);
  PRELOAD.copy(ring);
  const output = Buffer.allocUnsafe(Math.min(OUTPUT_MAX + 18, (input.length - 16) * 9 + 17));
  let write = PRELOAD.length;
  let fill = 0;
  for (let at = 16; at < input.length; ) {
    const control = input[at] as number;
    at += 1;
    for (let bit = 0; bit < 8 && at < input.length; bit += 1) {
      if (fill > OUTPUT_MAX) return { bytes: output.subarray(0, fill), isEnded: false };
      if (((control >> bit) & 1) === 0) {
        const byte = input[at] as number;
        at += 1;
        output[fill] = byte;
        ring[write] = byte;
        fill += 1;
        write = (write + 1) % RING_BYTES;
        continue;
      }
      if (at + 1 >= input.length) return { bytes: output.subarray(0, fill), isEnded: false };
      const pair = input.readUInt16BE(at);
      at += 2;
      const from = pair >> 4;
      if (from === write) return { bytes: output.subarray(0, fill), isEnded: true };
      for (let i = 0; i < (pair & 15) + 2; i += 1) {
        const byte = ring[(from + i) % RING_BYTES] as number;
        output[fill] = byte;
        ring[write] = byte;
        fill += 1;
        write = (write + 1) % RING_BYTES;
      }
    }
  }
  return { bytes: output.subarray(0, fill), isEnded: false };
}
