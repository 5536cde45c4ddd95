/**
 * A body in every encoding that a reader may undo: those that are claimed, in each of the ways that decoders part on (what
 * stops base64, what a broken escape means), and those that the bytes themselves look like (hostile-mail HM-086, 090 to 093).
 *
 * Total, linear; what comes out is bounded by what goes in, a fixed number of times.
 */
import { createHash } from "node:crypto";
import { limits } from "../../base/limits.ts";
import { decodeBase64 } from "../base64.ts";
import { hexValue } from "../bytes.ts";
import type { TransferEncoding } from "../message.ts";
import { decodeQuotedPrintable } from "../quoted-printable.ts";
import { decodeUuencoded, decodeUuencodedBody, findUuencoded } from "../uuencode.ts";
import { decodeYenc, findYenc } from "./yenc.ts";

export interface BodyReading {
  readonly bytes: Buffer;
  /** How it was come by: `base64`, `base64 up to its padding`, … */
  readonly how: string;
  /** File name that an encoded file brings along; empty when none. */
  readonly name: string;
}

/** Fewer digits than this are words. */
const DIGITS_MIN = 16;
/** A run of base64 in other text that is no long word. */
const CARVED_BYTES_MIN = 40;
/** So much is looked at when something must be told apart by its bytes. */
const SAMPLE_BYTES = 4096;

const EQUALS = 0x3d;
const DASH = 0x2d;
const UNDERSCORE = 0x5f;
const BACKSLASH = 0x5c;
const QUESTION = 0x3f;
const AMPERSAND = 0x26;
const QUERY_NAME_MAX = 40;
const CR_CR = Buffer.from("\r\r");
/** Needles of seven bytes and more are found several times faster than shorter ones. */
const BEGIN = Buffer.from("\nbegin ");
const BEGIN_INDENTED = Buffer.from(" begin ");
const BEGIN_BASE64 = Buffer.from("begin-base64 ");
const YBEGIN = Buffer.from("=ybegin ");
/** Readings are compared byte by byte as long as they are few. */
const COMPARED_MAX = 16;

/**
 * All readings but identity, each content once. `claimed`: what any reading of the header says; `isText`: encoded files may
 * stand in it; `codes`: takes `limit.entities` where these are too many.
 */
export function bodyReadings(
  block: Buffer,
  claimed: readonly TransferEncoding[],
  isText = true,
  codes: Set<string> = new Set(),
): readonly BodyReading[] {
  const found: BodyReading[] = [];
  const hashes = new Set<string>();
  const isKnown = (bytes: Buffer) => {
    if (found.length <= COMPARED_MAX) return found.some((one) => one.bytes.equals(bytes));
    if (hashes.size === 0) for (const one of found) hashes.add(hashOf(one.bytes));
    const { size } = hashes;
    return hashes.add(hashOf(bytes)).size === size;
  };
  const add = (bytes: Buffer, how: string, name = "") => {
    const isNew = bytes.length > 0 && !bytes.equals(block) && !isKnown(bytes);
    if (isNew) found.push({ bytes, how, name });
  };
  if (claimed.includes("base64")) for (const { bytes, how } of base64Readings(block, codes)) add(bytes, how);
  else if (looksLikeBase64(block)) add(decodeBase64(block).bytes, "base64 that is not declared");
  if (claimed.includes("quoted-printable")) for (const { bytes, how } of quotedReadings(block, codes)) add(bytes, how);
  else if (looksQuotedPrintable(block)) {
    for (const { bytes } of quotedReadings(block, codes)) add(bytes, "quoted-printable that is not declared");
  }
  if (claimed.includes("uuencode")) add(decodeUuencodedBody(block).bytes, "uuencode");
  if (isText) for (const { bytes, how, name } of embeddedFiles(block, codes)) add(bytes, how, name);
  return found;
}

function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("latin1");
}

/** Files inside text: uuencode and yEnc blocks, `limits.entitiesMax` of each; `limit.entities` goes to `codes` when there are more. */
export function embeddedFiles(block: Buffer, codes: Set<string>): readonly BodyReading[] {
  const found: BodyReading[] = [];
  const upToLimit = <T>(files: readonly T[]): readonly T[] => {
    if (files.length > limits.entitiesMax) codes.add("limit.entities");
    return files.slice(0, limits.entitiesMax);
  };
  if (block.includes(BEGIN) || block.includes(BEGIN_INDENTED) || block.toString("latin1", 0, 6) === "begin ") {
    for (const text of [block, unindented(block)]) {
      for (const file of upToLimit(findUuencoded(text, { start: 0, end: text.length }))) {
        found.push({ bytes: decodeUuencoded(text, file), how: "uuencoded file in a text", name: file.name });
      }
    }
  }
  if (block.includes(BEGIN_BASE64)) found.push(...upToLimit(base64Files(block)));
  if (block.includes(YBEGIN)) {
    for (const file of upToLimit(findYenc(block))) {
      found.push({ bytes: decodeYenc(block, file), how: "yEnc file in a text", name: file.name });
    }
  }
  return found;
}

/** Files among other text, as the last net: runs of base64 lines whose content is a file or text (catalogue 2.5). */
export function carvedFiles(block: Buffer): readonly BodyReading[] {
  const run = base64Run(block);
  if (run === null || run.length < CARVED_BYTES_MIN) return [];
  const { bytes } = decodeBase64(run);
  return bytes.length >= DIGITS_MIN && isPlausible(bytes) ? [{ bytes, how: "carved base64", name: "" }] : [];
}

/** POSIX `uuencode -m`: base64 between `begin-base64` and `====`. At most one more than `limits.entitiesMax`. */
function base64Files(block: Buffer): readonly BodyReading[] {
  const files: BodyReading[] = [];
  for (const [, name = "", digits = ""] of block
    .toString("latin1")
    .matchAll(/^begin-base64[ \t]+[0-7]{1,6}[ \t]*([^\r\n]*)[\r\n]+((?:[\w+/=-]*[ \t]*[\r\n]+)*)/gm)) {
    const bytes = decodeBase64(Buffer.from(digits.replace(/^====[\s\S]*/m, ""), "latin1")).bytes;
    files.push({ bytes, how: "uuencoded file in a text", name: name.trim() });
    if (files.length > limits.entitiesMax) break;
  }
  return files;
}

/** Without white space before lines, by which some tools set quoted files off. */
function unindented(block: Buffer): Buffer {
  return Buffer.from(block.toString("latin1").replace(/^[ \t]{1,8}(?=\S)/gm, ""), "latin1");
}

interface Decoded {
  readonly bytes: Buffer;
  readonly how: string;
}

function base64Readings(block: Buffer, limitCodes: Set<string>): readonly Decoded[] {
  const { bytes, codes } = decodeBase64(block);
  const others: [how: string, make: () => Buffer][] = [];
  if (codes.includes("base64.data-after-padding")) {
    others.push(["base64 up to its padding", () => upToPadding(block)]);
    others.push(["base64 across its padding", () => acrossPadding(block)]);
  }
  if (hasOtherAlphabet(block)) {
    others.push(["base64 of either alphabet", () => decodeBase64(toStandard(block)).bytes]);
  }
  if (isUrlSafe(block)) others.push(["base64 without foreign digits", () => decodeBase64(standardOnly(block)).bytes]);
  if (block.includes(BACKSLASH)) {
    others.push(["base64 without foreign digits", () => decodeBase64(withoutEscapes(block)).bytes]);
  }
  if (isBrokenByLine(block)) others.push(["base64 line by line", () => decodeBase64(wholeGroups(block)).bytes]);
  const digits = codes.includes("base64.junk") ? base64Run(block) : null;
  if (digits !== null) others.push(["base64 without the lines around it", () => decodeBase64(digits).bytes]);
  return [{ bytes, how: "base64" }, ...inTurn(block, others, limitCodes)];
}

/** As many as fit into `limits.viewBytesMax` together with a first one: of large bodies fewer, which `codes` are told. */
function inTurn(
  block: Buffer,
  makers: readonly (readonly [how: string, make: () => Buffer])[],
  codes: Set<string>,
): readonly Decoded[] {
  const room = Math.max(1, Math.floor(limits.viewBytesMax / Math.max(1, block.length)) - 1);
  if (makers.length > room) codes.add("limit.view-bytes");
  return makers.slice(0, room).map(([how, make]) => ({ bytes: make(), how }));
}

/** A line before the last one ends inside a group of digits: decoders that read by lines begin anew after it. */
function isBrokenByLine(block: Buffer): boolean {
  let digits = 0;
  let isBroken = false;
  for (const byte of block) {
    const kind = KINDS[byte];
    if (kind === LINE_END) {
      isBroken ||= (digits & 3) !== 0;
      digits = 0;
    } else if (kind === DIGIT) {
      if (isBroken) return true;
      digits += 1;
    }
  }
  return false;
}

/** Of each line as many digits as make whole groups. */
function wholeGroups(block: Buffer): Buffer {
  const kept = Buffer.allocUnsafe(block.length);
  let length = 0;
  let lineStart = 0;
  for (const byte of block) {
    const kind = KINDS[byte];
    if (kind === DIGIT) {
      kept[length] = byte;
      length += 1;
    } else if (kind === LINE_END) {
      length -= (length - lineStart) & 3;
      lineStart = length;
    }
  }
  return kept.subarray(0, length);
}

function hasOtherAlphabet(block: Buffer): boolean {
  return isUrlSafe(block) && (block.includes(0x2b) || block.includes(0x2f));
}

/** It holds digits that only the URL-safe alphabet has. */
export function isUrlSafe(block: Buffer): boolean {
  return block.includes(0x2d) || block.includes(0x5f);
}

/** The digits of the URL-safe alphabet are junk to most decoders. */
function standardOnly(block: Buffer): Buffer {
  return withoutBytes(block, 0x2d, 0x5f);
}

/** Byte by byte: to take millions of characters out of a text costs many times its memory. */
function withoutBytes(block: Buffer, one: number, other: number): Buffer {
  const kept = Buffer.allocUnsafe(block.length);
  let length = 0;
  for (let at = 0; at < block.length; at += 1) {
    const byte = block[at] as number;
    if (byte === one || byte === other) continue;
    kept[length] = byte;
    length = (length + 1) | 0;
  }
  return kept.subarray(0, length);
}

/** Line ends that a program wrote out as `\n`. */
function withoutEscapes(block: Buffer): Buffer {
  return replaced(block, (text) => text.replace(/\\[rn]/g, ""));
}

/**
 * Piece by piece: to replace millions of places in one text costs many times its memory. What spans two pieces stays, unless it
 * lies around the line end that they are cut at.
 */
function replaced(block: Buffer, replace: (text: string) => string): Buffer {
  const pieces: Buffer[] = [];
  for (let start = 0; start < block.length; ) {
    const wanted = start + PIECE_BYTES;
    const cut = wanted >= block.length ? -1 : block.lastIndexOf(0x0a, wanted);
    const end = wanted >= block.length ? block.length : cut > start ? cut + 1 : wanted;
    pieces.push(Buffer.from(replace(block.toString("latin1", start, end)), "latin1"));
    start = end;
  }
  return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
}

const PIECE_BYTES = 1024 * 1024;

/** Padding that is missing, too long or at the wrong end, and line ends of CR alone. */
export function hasOddPadding(block: Buffer, decodedBytes: number): boolean {
  let end = block.length;
  let pads = 0;
  while (end > 0 && ((block[end - 1] as number) <= 0x20 || block[end - 1] === EQUALS)) {
    end -= 1;
    if (block[end] === EQUALS) pads += 1;
  }
  if (pads !== (3 - (decodedBytes % 3)) % 3) return decodedBytes > 0 || pads > 0;
  return block[0] === EQUALS || (block.includes(0x0d) && !block.includes(0x0a));
}

function upToPadding(block: Buffer): Buffer {
  const pad = block.indexOf(EQUALS);
  return pad < 0 ? decodeBase64(block).bytes : decodeBase64(block.subarray(0, pad)).bytes;
}

/** Padding is one more foreign byte to some. */
function acrossPadding(block: Buffer): Buffer {
  return decodeBase64(withoutBytes(block, EQUALS, EQUALS)).bytes;
}

function toStandard(block: Buffer): Buffer {
  const standard = Buffer.from(block);
  for (let at = 0; at < standard.length; at += 1) {
    if (standard[at] === 0x2d) standard[at] = 0x2b;
    else if (standard[at] === 0x5f) standard[at] = 0x2f;
  }
  return standard;
}

/** The longest run of lines that are all digits, when there are other lines too. */
function base64Run(block: Buffer): Buffer | null {
  let best: Buffer | null = null;
  let start = -1;
  const take = (end: number) => {
    if (start >= 0 && end - start > (best?.length ?? DIGITS_MIN - 1)) best = block.subarray(start, end);
    start = -1;
  };
  for (let at = 0; at < block.length; ) {
    const digitsEnd = passKind(block, at, DIGIT);
    if (isEndOfLine(block, digitsEnd) && !isRule(block, at, digitsEnd)) {
      start = start < 0 ? at : start;
      at = digitsEnd + 1;
    } else {
      take(at);
      at = digitsEnd;
      while (!isEndOfLine(block, at)) at += 1;
      at += 1;
    }
  }
  take(block.length);
  return best;
}

const DIGIT = 1;
const LINE_END = 2;

/** What a byte is to base64 of either alphabet, padding taken for a digit; 0 for all others. */
const KINDS = new Uint8Array(256);
for (const digit of Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_="))
  KINDS[digit] = DIGIT;
for (const end of [0x0a, 0x0d]) KINDS[end] = LINE_END;

/** The first byte from `at` on that is not of the kind. */
function passKind(block: Buffer, at: number, kind: number): number {
  let end = at;
  while (end < block.length && KINDS[block[end] as number] === kind) end += 1;
  return end;
}

/** A rule of dashes or underscores is none of its lines: it would move all digits behind it. */
function isRule(block: Buffer, start: number, end: number): boolean {
  let at = start;
  while (at < end && (block[at] === DASH || block[at] === UNDERSCORE)) at += 1;
  return end > start && at === end;
}

function isEndOfLine(block: Buffer, at: number): boolean {
  return at >= block.length || KINDS[block[at] as number] === LINE_END;
}

/**
 * True for a body that is base64 and nothing else, whose content is a file or text. Ordinary text has a space among its
 * first bytes, so this costs nothing there.
 */
export function looksLikeBase64(block: Buffer): boolean {
  let digits = 0;
  for (let at = 0; at < block.length; at += 1) {
    const byte = block[at] as number;
    const kind = KINDS[byte];
    if (byte === EQUALS ? digits === 0 : kind === 0 && (byte !== 0x20 || digits > 0)) return false;
    if (kind === DIGIT && byte !== EQUALS) digits += 1;
  }
  return digits >= DIGITS_MIN && (digits & 3) !== 1 && isPlausible(decodeBase64(block).bytes);
}

function quotedReadings(block: Buffer, limitCodes: Set<string>): readonly Decoded[] {
  const { bytes, codes } = decodeQuotedPrintable(block);
  const whole: Decoded = { bytes, how: "quoted-printable" };
  if (!codes.includes("qp.bad-escape") && !block.includes(CR_CR)) return [whole];
  const others = QUOTED_MENDERS.map((mend) => {
    return [MENDED, () => decodeQuotedPrintable(replaced(block, mend)).bytes] as const;
  });
  return [whole, ...inTurn(block, others, limitCodes)];
}

const MENDED = "quoted-printable with broken escapes mended";

/** What decoders make of a broken escape: joined across a soft break (`=3` and `D` on the next line), without its sign, gone, or meant. */
const QUOTED_MENDERS: readonly ((text: string) => string)[] = [
  (text) =>
    text.replace(/=([0-9a-f]?)[ \t]*(?:\r+\n|\n|\r)([0-9a-f]{0,2})/gi, (all, high: string, low: string) =>
      high === "" ? low : low === "" ? all : `=${high}${low}`,
    ),
  (text) => text.replace(/=(?![0-9a-f]{2}|[ \t]*(?:\r|\n|$))/gi, ""),
  (text) => text.replace(/=(?![0-9a-f]{2}|[ \t]*(?:\r|\n|$)).?/gi, ""),
  // A doubled sign taken for one that was meant.
  (text) => text.replaceAll("==", "=3D"),
];

/**
 * Every equals sign is an escape or ends a line, and there are some. No text or markup is like that by chance but for numbers in
 * the query of a link (`?id=12&page=34`), which do not count.
 */
export function looksQuotedPrintable(block: Buffer): boolean {
  let escapes = 0;
  for (let at = block.indexOf(EQUALS); at >= 0; at = block.indexOf(EQUALS, at + 1)) {
    const next = block[at + 1];
    const isBreak = next === 0x0a || (next === 0x0d && block[at + 2] === 0x0a) || at + 1 === block.length;
    if (!isBreak && (hexValue(next) < 0 || hexValue(block[at + 2]) < 0)) return false;
    if (isBreak || !isInQuery(block, at)) escapes += 1;
  }
  // The checksum of a PGP block is an escape by chance.
  return escapes >= 2 && !block.includes("-----BEGIN PGP");
}

/** A name before the equals sign, and `?` or `&` before that. */
function isInQuery(block: Buffer, equals: number): boolean {
  let at = equals - 1;
  while (at > equals - QUERY_NAME_MAX && block[at] !== EQUALS && KINDS[block[at] ?? 0] === DIGIT) at -= 1;
  return at < equals - 1 && (block[at] === QUESTION || block[at] === AMPERSAND);
}

/** Text, or a file with a known beginning: what random words would not decode to. */
export function isPlausible(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (MAGICS.some((magic) => sample.length >= magic.length && sample.toString("latin1", 0, magic.length) === magic))
    return true;
  let odd = 0;
  for (const byte of sample)
    if (byte < 0x20 ? byte !== 0x09 && byte !== 0x0a && byte !== 0x0d : byte === 0x7f) odd += 1;
  if (odd > 0) return false;
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high += 1;
  return high === 0 || !sample.toString("utf8").slice(0, -1).includes("\ufffd");
}

/** Beginnings of the files that mail carries. */
const MAGICS = [
  "%PDF-",
  "PK\x03\x04",
  "\x89PNG",
  "GIF8",
  "\xff\xd8\xff",
  "MZ",
  "\x7fELF",
  "\xd0\xcf\x11\xe0",
  "Rar!",
  "7z\xbc\xaf",
  "\x1f\x8b\x08",
  "BM",
  "II*\0",
  "MM\0*",
  "{\\rt",
  "OggS",
  "ID3",
  "RIFF",
];
