/**
 * Random edits of a binary file: bytes, numbers of two and four bytes, blocks. Most keep the length, since places in such files are
 * counted. The same random source gives the same edits.
 */
import type { Random } from "../src/demo/random.ts";

const EDITS_MAX = 8;
const TELLING = [0, 1, 2, 0x7f, 0x80, 0xfe, 0xff];
/** Sectors and pages of the formats. */
const BLOCKS = [4, 8, 16, 64, 128, 512];

type Edit = (bytes: Buffer, random: Random) => Buffer;

const edits: readonly Edit[] = [
  (bytes, random) => {
    bytes[random.int(bytes.length)] = random.chance(0.5) ? random.pick(TELLING) : random.int(256);
    return bytes;
  },
  (bytes, random) => {
    const at = random.int(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(8));
    return bytes;
  },
  // Numbers: small ones, the largest, one that stands elsewhere.
  (bytes, random) => {
    const at = 2 * random.int(Math.max(1, (bytes.length - 4) >> 1));
    if (at + 4 <= bytes.length)
      bytes.writeUInt32LE(random.chance(0.5) ? random.int(64) : 0xffffffff - random.int(8), at);
    return bytes;
  },
  (bytes, random) => {
    const size = random.pick(BLOCKS);
    const place = () => Math.min(bytes.length, size * random.int(Math.floor(bytes.length / size) + 1));
    const from = place();
    bytes.copy(bytes, place(), from, Math.min(bytes.length, from + size));
    return bytes;
  },
  (bytes, random) => {
    const at = random.int(bytes.length);
    return bytes.fill(random.pick(TELLING), at, Math.min(bytes.length, at + random.pick(BLOCKS)));
  },
  // Length.
  (bytes, random) => (random.chance(0.3) ? bytes.subarray(0, 1 + random.int(bytes.length)) : bytes),
  (bytes, random) => {
    const at = random.int(bytes.length);
    const end = Math.min(bytes.length, at + random.pick(BLOCKS));
    return random.chance(0.3) ? Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]) : bytes;
  },
];

/** A copy with one to eight edits; an empty file stays so. */
export function mutateBytes(original: Buffer, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(original);
  const count = 1 + random.int(EDITS_MAX);
  for (let n = 0; n < count && bytes.length > 0; n++) bytes = random.pick(edits)(bytes, random);
  return bytes;
}
