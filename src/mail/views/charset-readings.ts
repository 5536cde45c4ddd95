/**
 * The charsets by which some client would read a text: that of a byte order mark, of the header, of a `<meta>`, and what the
 * bytes look like (hostile-mail HM-100, 101). Clients rank these differently.
 *
 * Pure and total. Ordinary text has one, at the cost of a look at its first bytes.
 */
import { isAscii } from "node:buffer";
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
  /** The text in other charsets than `strict`, where that changes more than letters beyond ASCII; at most `limits.charsetReadingsMax`. */
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
  const texts = new Map<string, string>();
  if (is7Bit) texts.set("us-ascii", buffer.toString("ascii"));
  for (const label of [...claims, ...guesses, "utf-8"]) {
    const charset = resolveCharset(label);
    if (charset !== null && !texts.has(charset)) texts.set(charset, decodeCharset(body, label).text);
  }
  const readings = new Set(declared.map((charset) => texts.get(charset)));
  const isOtherWide = isWide && declared.length > 0 && !declared.some((charset) => charset.startsWith("utf-16"));
  return { isConflict: readings.size > 1 || isOtherWide, ...othersOf(texts, strict) };
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

function othersOf(
  texts: ReadonlyMap<string, string>,
  strict: CharsetReading,
): Pick<CharsetReadings, "others" | "isCut"> {
  const seen = new Set([asciiOf(strict.text)]);
  const others: CharsetReading[] = [];
  for (const [charset, text] of texts) {
    const ascii = asciiOf(text);
    if (charset === strict.charset || seen.has(ascii)) continue;
    seen.add(ascii);
    if (others.length === limits.charsetReadingsMax) return { others, isCut: true };
    others.push({ charset, text });
  }
  return { others, isCut: false };
}

/** Markup, hosts and paths: what loads depend on; and NULs, which break them up. */
function asciiOf(text: string): string {
  return text.replace(/[^\0\x20-\x7e]+/g, "");
}
