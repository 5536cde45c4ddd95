/**
 * A body in every encoding that a reader may undo: those that are claimed, in each of the ways that decoders part on (what
 * stops base64, what a broken escape means), and those that the bytes themselves look like (hostile-mail HM-086, 090 to 093).
 *
 * Total, linear; what comes out is bounded by what goes in, a fixed number of times.
 */
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
/** Of one text. */
const FILES_MAX = 256;

/**
 * All readings but identity, each content once. `claimed`: what any reading of the header says; `isText`: encoded files may
 * stand in it.
 */
export function bodyReadings(
  block: Buffer,
  claimed: readonly TransferEncoding[],
  isText = true,
): readonly BodyReading[] {
  const found: BodyReading[] = [];
  const add = (bytes: Buffer, how: string, name = "") => {
    const isNew = bytes.length > 0 && !bytes.equals(block) && !found.some((one) => one.bytes.equals(bytes));
    if (isNew) found.push({ bytes, how, name });
  };
  if (claimed.includes("base64")) for (const { bytes, how } of base64Readings(block)) add(bytes, how);
  else if (looksLikeBase64(block)) add(decodeBase64(block).bytes, "base64 that is not declared");
  if (claimed.includes("quoted-printable")) for (const { bytes, how } of quotedReadings(block)) add(bytes, how);
  else if (looksQuotedPrintable(block)) {
    for (const { bytes } of quotedReadings(block)) add(bytes, "quoted-printable that is not declared");
  }
  if (claimed.includes("uuencode")) add(decodeUuencodedBody(block).bytes, "uuencode");
  if (isText) for (const { bytes, how, name } of embeddedFiles(block)) add(bytes, how, name);
  return found;
}

/** Files inside text: uuencode and yEnc blocks. */
export function embeddedFiles(block: Buffer): readonly BodyReading[] {
  const found: BodyReading[] = [];
  if (block.includes(BEGIN) || block.includes(BEGIN_INDENTED) || block.toString("latin1", 0, 6) === "begin ") {
    for (const text of [block, unindented(block)]) {
      for (const file of findUuencoded(text, { start: 0, end: text.length })) {
        found.push({ bytes: decodeUuencoded(text, file), how: "uuencoded file in a text", name: file.name });
      }
    }
  }
  if (block.includes(BEGIN_BASE64)) found.push(...base64Files(block));
  if (block.includes(YBEGIN)) {
    for (const file of findYenc(block)) {
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

/** POSIX `uuencode -m`: base64 between `begin-base64` and `====`. */
function base64Files(block: Buffer): readonly BodyReading[] {
  const files: BodyReading[] = [];
  for (const [, name = "", digits = ""] of block
    .toString("latin1")
    .matchAll(/^begin-base64[ \t]+[0-7]{1,6}[ \t]*([^\r\n]*)[\r\n]+((?:[\w+/=-]*[ \t]*[\r\n]+)*)/gm)) {
    const bytes = decodeBase64(Buffer.from(digits.replace(/^====[\s\S]*/m, ""), "latin1")).bytes;
    files.push({ bytes, how: "uuencoded file in a text", name: name.trim() });
    if (files.length >= FILES_MAX) break;
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

function base64Readings(block: Buffer): readonly Decoded[] {
  const { bytes, codes } = decodeBase64(block);
  const found: Decoded[] = [{ bytes, how: "base64" }];
  if (codes.includes("base64.data-after-padding")) {
    found.push({ bytes: upToPadding(block), how: "base64 up to its padding" });
    found.push({ bytes: acrossPadding(block), how: "base64 across its padding" });
  }
  if (hasOtherAlphabet(block))
    found.push({ bytes: decodeBase64(toStandard(block)).bytes, how: "base64 of either alphabet" });
  if (isUrlSafe(block))
    found.push({ bytes: decodeBase64(standardOnly(block)).bytes, how: "base64 without foreign digits" });
  if (block.includes(BACKSLASH))
    found.push({ bytes: decodeBase64(withoutEscapes(block)).bytes, how: "base64 without foreign digits" });
  const digits = codes.includes("base64.junk") ? base64Run(block) : null;
  if (digits !== null) found.push({ bytes: decodeBase64(digits).bytes, how: "base64 without the lines around it" });
  return found;
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
  return Buffer.from(block.toString("latin1").replace(/[-_]/g, ""), "latin1");
}

/** Line ends that a program wrote out as `\n`. */
function withoutEscapes(block: Buffer): Buffer {
  return Buffer.from(block.toString("latin1").replace(/\\[rn]/g, ""), "latin1");
}

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
  return decodeBase64(Buffer.from(block.toString("latin1").replaceAll("=", ""), "latin1")).bytes;
}

function toStandard(block: Buffer): Buffer {
  return Buffer.from(block.toString("latin1").replaceAll("-", "+").replaceAll("_", "/"), "latin1");
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

function quotedReadings(block: Buffer): readonly Decoded[] {
  const { bytes, codes } = decodeQuotedPrintable(block);
  const whole: Decoded = { bytes, how: "quoted-printable" };
  if (!codes.includes("qp.bad-escape") && !block.includes(CR_CR)) return [whole];
  const text = block.toString("latin1");
  // A soft break inside an escape: `=3` and `D` on the next line.
  const joined = text.replace(/=([0-9a-f]?)[ \t]*(?:\r+\n|\n|\r)([0-9a-f]{0,2})/gi, (all, high: string, low: string) =>
    high === "" ? low : low === "" ? all : `=${high}${low}`,
  );
  const skipped = text.replace(/=(?![0-9a-f]{2}|[ \t]*(?:\r|\n|$))/gi, "");
  const cut = text.replace(/=(?![0-9a-f]{2}|[ \t]*(?:\r|\n|$)).?/gi, "");
  return [
    whole,
    ...[joined, skipped, cut].map((one) => ({
      bytes: decodeQuotedPrintable(Buffer.from(one, "latin1")).bytes,
      how: "quoted-printable with broken escapes mended",
    })),
  ];
}

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
