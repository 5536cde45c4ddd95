/**
 * An address under a cipher that a script makes in one line (threat-facts TF-121, "XOR or custom alphabet").
 *
 * Letters exchanged one for one keep the places at which they repeat: `ada@` has the pattern 0 1 0 2 under every alphabet.
 * So a field is compared with the patterns of the addresses, plain and in base16, base32 and base64, whatever the
 * alphabet. That is only said to be *likely*, and only where enough letters repeat; a turn of the alphabet (rot-n) or its
 * mirror image is confirmed letter by letter. An exclusive or with one byte keeps the differences of neighbouring bytes.
 *
 * Pure; a field of no reader's length costs one look-up.
 */
import type { SplitAddress } from "./address-forms.ts";
import type { Hit } from "./address-tables.ts";

/** Repeats that chance must bring about: ten among the ten digits come one time in 10^10, among 64 letters in 10^18. */
const REPEATS_MIN = 10;

interface Spelling {
  readonly text: string;
  readonly hit: Hit;
}

/** Spellings are written out and kept by their length when a field of that length turns up. */
export function exchangedIndex(splits: readonly SplitAddress[]): (field: string) => Hit | null {
  const byLength = new Map<number, readonly Spelling[] | null>();
  for (const { address } of splits) for (const length of spellingLengths(address)) byLength.set(length, null);
  return (field) => {
    const known = byLength.get(field.length);
    if (known === undefined) return null;
    const alike = known ?? spellingsOfLength(splits, field.length);
    if (known === null) byLength.set(field.length, alike);
    const found = alike.find(({ text }) => isExchanged(text, field));
    if (found === undefined || found.text === field) return null;
    const cipher = simpleCipher(found.text, field);
    if (cipher === null) return found.hit;
    return { address: found.hit.address, detail: `${cipher} of ${found.hit.address}`, certain: true };
  };
}

/** Those in which enough letters repeat. */
function spellingsOfLength(splits: readonly SplitAddress[], length: number): readonly Spelling[] {
  return splits.flatMap(({ address }) =>
    spellings(address)
      .filter(([text]) => text.length === length && repeatsIn(text) >= REPEATS_MIN)
      .map(([text, name]) => {
        const detail = `${name}${address} with its letters exchanged one for one`;
        return { text, hit: { address, detail, certain: false } };
      }),
  );
}

/** Of `spellings`, in no order. */
function spellingLengths(address: string): readonly number[] {
  const bytes = Buffer.byteLength(address, "utf8");
  return [address.length, bytes * 2, Math.ceil((bytes * 8) / 5), Math.ceil((bytes * 4) / 3)];
}

function spellings(address: string): readonly (readonly [text: string, name: string])[] {
  const bytes = Buffer.from(address, "utf8");
  return [
    [address, ""],
    [bytes.toString("hex"), "base16 of "],
    [base32(bytes), "base32 of "],
    [bytes.toString("base64url"), "base64 of "],
  ];
}

function base32(bytes: Uint8Array): string {
  let out = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    for (held += 8; held >= 5; held -= 5) out += String.fromCharCode(0x41 + ((bits >> (held - 5)) & 31));
  }
  return held === 0 ? out : out + String.fromCharCode(0x41 + ((bits << (5 - held)) & 31));
}

function repeatsIn(text: string): number {
  const codes = new Set<number>();
  for (let at = 0; at < text.length; at += 1) codes.add(text.charCodeAt(at));
  return text.length - codes.size;
}

/** True where each letter of the one stands for one letter of the other, both ways. Nearly every field ends it after a few. */
function isExchanged(text: string, field: string): boolean {
  const there = new Map<number, number>();
  const back = new Map<number, number>();
  for (let at = 0; at < text.length; at += 1) {
    const from = text.charCodeAt(at);
    const to = field.charCodeAt(at);
    if ((there.get(from) ?? to) !== to || (back.get(to) ?? from) !== from) return false;
    there.set(from, to);
    back.set(to, from);
  }
  return true;
}

/** The name of a cipher with one number for a key that turns one text into the other; null for none. */
function simpleCipher(text: string, field: string): string | null {
  const pairs = [...text].map((letter, at) => [letter.charCodeAt(0), field.charCodeAt(at)] as const);
  const first = pairs[0];
  if (first === undefined) return null;
  if (pairs.every(([a, b]) => (a ^ b) === (first[0] ^ first[1]))) return "exclusive or with one byte";
  const letters = pairs.filter(([a]) => isLetter(a));
  const marks = pairs.filter(([a]) => !isLetter(a));
  if (marks.some(([a, b]) => a !== b) || letters.some(([, b]) => !isLetter(b))) {
    return pairs.every(([a, b]) => (b - a + 94) % 94 === (first[1] - first[0] + 94) % 94) ? "turned characters" : null;
  }
  const [a0, b0] = letters[0] ?? first;
  const turn = (b0 - a0 + 26) % 26;
  if (letters.every(([a, b]) => (b - a + 26) % 26 === turn)) return `rot${turn}`;
  return letters.every(([a, b]) => a + b === 0x61 + 0x7a) ? "mirrored alphabet (atbash)" : null;
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** Of a set of pairs of bytes: a bit each. */
const PAIR_BITS_BYTES = 2 ** 16 / 8;

/**
 * The first two differences are looked up for each place, so that nearly all bytes cost a table access each. What is kept
 * is that table alone, since many indexes live side by side; the rest is made again for the few bytes that get so far.
 */
export function veiledIndex(splits: readonly SplitAddress[]): (bytes: Uint8Array) => Hit | null {
  const beginnings = new Uint8Array(PAIR_BITS_BYTES);
  let lengthMin = Number.POSITIVE_INFINITY;
  for (const { differences } of needlesOf(splits)) {
    const pair = differences.readUInt16BE(0);
    beginnings[pair >> 3] = (beginnings[pair >> 3] as number) | (1 << (pair & 7));
    lengthMin = Math.min(lengthMin, differences.length);
  }
  return (bytes) => {
    if (bytes.length <= lengthMin || !holdsBeginning(bytes, beginnings)) return null;
    const differences = differencesOf(bytes);
    const needle = needlesOf(splits).find((needle) => differences.includes(needle.differences));
    if (needle === undefined) return null;
    const { address } = needle;
    return { address, detail: `exclusive or with one byte of ${address}`, certain: true };
  };
}

interface Needle {
  readonly address: string;
  readonly differences: Buffer;
}

function needlesOf(splits: readonly SplitAddress[]): readonly Needle[] {
  return splits.flatMap(({ address }) =>
    [address, address.toUpperCase()].map((text) => ({
      address,
      differences: differencesOf(Buffer.from(text, "utf8")),
    })),
  );
}

/** `beginnings`: a bit for each pair of bytes. */
function holdsBeginning(bytes: Uint8Array, beginnings: Uint8Array): boolean {
  let before = bytes[0] as number;
  let pair = 0;
  for (let at = 1; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    pair = ((pair << 8) | (before ^ byte)) & 0xffff;
    before = byte;
    if (((beginnings[pair >> 3] as number) & (1 << (pair & 7))) !== 0 && at > 1) return true;
  }
  return false;
}

function differencesOf(bytes: Uint8Array): Buffer {
  const count = Math.max(0, bytes.length - 1);
  const out = Buffer.allocUnsafe(count);
  for (let at = 0; at < count; at += 1) out[at] = (bytes[at] as number) ^ (bytes[at + 1] as number);
  return out;
}
