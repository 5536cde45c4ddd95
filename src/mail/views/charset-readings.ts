/**
 * The charsets by which some client would read a text: that of a byte order mark, of the header, of a `<meta>`, and what the
 * bytes look like (hostile-mail HM-100, 101). Clients rank these differently.
 *
 * Pure and total. Ordinary text has one, at the cost of a look at its first bytes.
 */
import { isAscii } from "node:buffer";
import { createHash } from "node:crypto";
import { limits } from "../../base/limits.ts";
import { toBuffer } from "../bytes.ts";
import { charsetOfMark, decodeCharset, markLength } from "../charset.ts";
import { resolveCharset } from "../charset-labels.ts";

export interface CharsetReading {
  readonly text: string;
  readonly charset: string;
}

export interface CharsetReadings {
  /** Two of mark, header and `<meta>` name charsets that read these bytes differently. */
  readonly isConflict: boolean;
  /**
   * The text in other charsets than `strict`, where that changes more than letters beyond ASCII, up to a unit more than
   * `limits.htmlBytesMax`; at most `limits.charsetReadingsMax`.
   */
  readonly others: readonly CharsetReading[];
  /** There are more. */
  readonly isCut: boolean;
}

export interface CharsetClaims {
  /** The `charset` parameters, of every field and in every form that some client believes. */
  readonly headers: readonly string[];
  /** What a `<meta>` names; empty for none. */
  readonly meta: string;
  /** As what the strict reading took it. */
  readonly strict: CharsetReading;
}

const NO_OTHERS: CharsetReadings = { isConflict: false, others: [], isCut: false };
/** Charsets, and labels of them, in which letters may stand for markup. */
const WRITES_MARKUP = /utf-?7|2022|hz|utf-?16|ibm/i;
/** `<` in UTF-7, as programs write it; twice is no chance, and old clients take that for a sign. */
const UTF7_TAG = Buffer.from("+ADw");
/** A byte order mark in UTF-7. */
const UTF7_MARK = /^\+\/v[89+/]/;
/** `<` with its eighth bit set, which ASCII clears. */
const HIGH_TAG = 0xbc;
/** So much shows whether every second byte is zero. */
const SAMPLE_BYTES = 256;

export function charsetReadings(bytes: Uint8Array, { headers, meta, strict }: CharsetClaims): CharsetReadings {
  const buffer = toBuffer(bytes);
  const mark = charsetOfMark(buffer);
  const isWide = hasZeros(buffer);
  const guesses = [...(isWide ? ["utf-16le", "utf-16be"] : []), ...(isLikeUtf7(buffer) ? ["utf-7"] : [])];
  const is7Bit = headers.some((label) => resolveCharset(label) === "us-ascii") && buffer.includes(HIGH_TAG);
  const isCertain = mark === null && guesses.length === 0 && !is7Bit;
  // In ASCII all of them say the same, but for those that write markup in letters.
  if (isCertain && isPlain(buffer, [...headers, meta])) return NO_OTHERS;
  const declared = [
    ...new Set([mark ?? "", ...headers, meta].map(resolveCharset).filter((charset) => charset !== null)),
  ];
  // Nobody has a reason to read it otherwise: nearly all mail.
  const isAgreed = declared.length === 0 || (declared.length === 1 && declared[0] === strict.charset);
  if (isCertain && isAgreed && !WRITES_MARKUP.test(strict.charset)) return NO_OTHERS;
  const body = mark === null ? buffer : buffer.subarray(markLength(buffer, mark));
  const claims = [mark ?? "", ...headers, meta].filter((label) => label !== "");
  const found = new OtherTexts(strict);
  if (is7Bit) found.add("us-ascii", buffer.toString("ascii"));
  for (const label of [...claims, ...guesses, "utf-8"]) {
    const charset = resolveCharset(label);
    if (charset !== null && !found.has(charset)) found.add(charset, decodeCharset(body, label).text);
  }
  const isOtherWide = isWide && declared.length > 0 && !declared.some((charset) => charset.startsWith("utf-16"));
  return { isConflict: found.differ(declared) || isOtherWide, others: found.others, isCut: found.isCut };
}

function isPlain(buffer: Buffer, labels: readonly string[]): boolean {
  return isAscii(buffer) && !labels.some((label) => WRITES_MARKUP.test(resolveCharset(label) ?? label));
}

function isLikeUtf7(buffer: Buffer): boolean {
  const tag = buffer.indexOf(UTF7_TAG);
  if (tag >= 0 && buffer.includes(UTF7_TAG, tag + UTF7_TAG.length)) return true;
  return UTF7_MARK.test(buffer.toString("latin1", 0, 4));
}

function hasZeros(buffer: Buffer): boolean {
  return buffer.subarray(0, SAMPLE_BYTES).includes(0);
}

/** Only those texts are kept that are news: each may be as large as the message twice over. */
class OtherTexts {
  readonly others: CharsetReading[] = [];
  isCut = false;
  readonly #strict: string;
  /** By charset: a hash of the whole text. */
  readonly #whole = new Map<string, string>();
  /** Hashes of what loads depend on in each. */
  readonly #seen: Set<string>;

  constructor(strict: CharsetReading) {
    this.#strict = strict.charset;
    this.#seen = new Set([hashesOf(strict.text).ascii]);
  }

  has(charset: string): boolean {
    return this.#whole.has(charset);
  }

  add(charset: string, text: string): void {
    const { whole, ascii } = hashesOf(text);
    this.#whole.set(charset, whole);
    if (charset === this.#strict || this.#seen.has(ascii)) return;
    this.#seen.add(ascii);
    if (this.others.length < limits.charsetReadingsMax) this.others.push({ charset, text: kept(text) });
    else this.isCut = true;
  }

  /** Whether two of them are different texts. */
  differ(charsets: readonly string[]): boolean {
    return new Set(charsets.map((charset) => this.#whole.get(charset))).size > 1;
  }
}

/** A unit more than is read, by which its reader sees that there is more. */
const KEPT_UNITS = limits.htmlBytesMax + 1;

/** As much of a text as is read, outside the heap: decoding a large one leaves it there whole. */
function kept(text: string): string {
  return text.length <= KEPT_UNITS ? text : Buffer.from(text.slice(0, KEPT_UNITS), "utf16le").toString("utf16le");
}

/** Units hashed at a time. */
const PIECE_UNITS = 64 * 1024;

/** `ascii`: of markup, hosts and paths, which loads depend on, and NULs, which break them up. Piece by piece: a text may be large. */
function hashesOf(text: string): { readonly whole: string; readonly ascii: string } {
  const whole = createHash("sha256");
  const ascii = createHash("sha256");
  const plain = Buffer.allocUnsafe(Math.min(text.length, PIECE_UNITS));
  for (let start = 0; start < text.length; start += PIECE_UNITS) {
    const piece = text.slice(start, start + PIECE_UNITS);
    whole.update(Buffer.from(piece, "utf16le"));
    let length = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const unit = piece.charCodeAt(at);
      if (unit !== 0 && (unit < 0x20 || unit > 0x7e)) continue;
      plain[length] = unit;
      length += 1;
    }
    ascii.update(plain.subarray(0, length));
  }
  return { whole: whole.digest("latin1"), ascii: ascii.digest("latin1") };
}
