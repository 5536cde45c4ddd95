/**
 * East Asian charsets, by our own state machines over the platform's character tables.
 *
 * The platform's decoders leave it open where each character begins, and some of them throw or let bytes through on
 * invalid input. Here every character and every U+FFFD has its exact first byte, the answer does not depend on chunking,
 * and nothing throws. Structure: WHATWG Encoding 10–13; ISO-2022-KR: RFC 1557; HZ: RFC 1843. Each two-byte table is asked
 * of the platform once, on first use (some 20 ms).
 */

/** Takes UTF-16 units in order, each with the byte offset where its character begins. */
export interface UnitSink {
  /** True when nothing more is wanted: a walk may stop early. */
  readonly isDone: boolean;
  put(unit: number, start: number): void;
}

export type MultiByteCharset =
  | "shift_jis"
  | "euc-jp"
  | "iso-2022-jp"
  | "gbk"
  | "gb18030"
  | "big5"
  | "euc-kr"
  | "iso-2022-kr"
  | "hz-gb-2312";

const ESC = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const TILDE = 0x7e;
const REPLACEMENT = 0xfffd;

/** One step at `at`: puts what the bytes there mean and gives the next position, always further on. */
type Step = (bytes: Buffer, at: number, sink: UnitSink) => number;

export function isMultiByteCharset(charset: string): charset is MultiByteCharset {
  return steps.has(charset as MultiByteCharset);
}

/** Puts every unit of the decoded text. A byte never gives more than one unit. Total and linear. */
export function walkMultiByte(bytes: Buffer, charset: MultiByteCharset, sink: UnitSink): void {
  const step = steps.get(charset)?.() ?? stepAscii;
  let at = 0;
  while (at < bytes.length && !sink.isDone) at = step(bytes, at, sink);
}

/** Each makes a fresh step, since some keep a shift state. */
const steps: ReadonlyMap<MultiByteCharset, () => Step> = new Map<MultiByteCharset, () => Step>([
  ["shift_jis", () => stepShiftJis],
  ["euc-jp", () => stepEucJp],
  ["iso-2022-jp", createIso2022Jp],
  ["gbk", () => stepGb18030],
  ["gb18030", () => stepGb18030],
  ["big5", () => (bytes, at, sink) => stepPair(bytes, at, sink, pairTable("big5"))],
  ["euc-kr", () => (bytes, at, sink) => stepPair(bytes, at, sink, pairTable("euc-kr"))],
  ["iso-2022-kr", createIso2022Kr],
  ["hz-gb-2312", createHz],
]);

function stepAscii(bytes: Buffer, at: number, sink: UnitSink): number {
  const byte = bytes[at] as number;
  sink.put(byte < 0x80 ? byte : REPLACEMENT, at);
  return at + 1;
}

function putCodePoint(sink: UnitSink, codePoint: number, start: number): void {
  if (codePoint < 0x10000) {
    sink.put(codePoint, start);
    return;
  }
  sink.put(0xd800 + ((codePoint - 0x10000) >> 10), start);
  sink.put(0xdc00 + ((codePoint - 0x10000) & 0x3ff), start);
}

/** ASCII, or a lead byte and its trail. An unknown pair gives U+FFFD and leaves an ASCII trail to be read again. */
function stepPair(bytes: Buffer, at: number, sink: UnitSink, table: Uint32Array): number {
  const lead = bytes[at] as number;
  if (lead < 0x81 || lead === 0xff) return stepAscii(bytes, at, sink);
  const trail = bytes[at + 1];
  const codePoint = trail === undefined ? 0 : (table[(lead << 8) | trail] as number);
  if (codePoint !== 0) {
    putCodePoint(sink, codePoint, at);
    return at + 2;
  }
  sink.put(REPLACEMENT, at);
  return trail === undefined || trail < 0x80 ? at + 1 : at + 2;
}

function stepShiftJis(bytes: Buffer, at: number, sink: UnitSink): number {
  const byte = bytes[at] as number;
  if (byte === 0x80) {
    sink.put(byte, at);
    return at + 1;
  }
  if (byte >= 0xa1 && byte <= 0xdf) return stepKatakana(byte, at, sink);
  if (byte === 0xa0 || byte > 0xfc) return stepAscii(bytes, at, sink);
  return stepPair(bytes, at, sink, pairTable("shift_jis"));
}

function stepKatakana(byte: number, at: number, sink: UnitSink): number {
  sink.put(0xff61 + byte - 0xa1, at);
  return at + 1;
}

function stepEucJp(bytes: Buffer, at: number, sink: UnitSink): number {
  const lead = bytes[at] as number;
  const trail = bytes[at + 1] ?? 0;
  if (lead === 0x8e && trail >= 0xa1 && trail <= 0xdf) return stepKatakana(trail, at, sink) + 1;
  if (lead === 0x8f && trail >= 0xa1 && trail <= 0xfe) return stepJis0212(bytes, at, sink);
  if (lead >= 0x80 && lead < 0xa1 && lead !== 0x8e && lead !== 0x8f) return stepAscii(bytes, at, sink);
  return stepPair(bytes, at, sink, pairTable("euc-jp"));
}

/** Three bytes of JIS X 0212. */
function stepJis0212(bytes: Buffer, at: number, sink: UnitSink): number {
  const trail = bytes[at + 2];
  const codePoint =
    trail === undefined ? 0 : (pairTable("jis0212")[((bytes[at + 1] as number) << 8) | trail] as number);
  if (codePoint !== 0) {
    putCodePoint(sink, codePoint, at);
    return at + 3;
  }
  sink.put(REPLACEMENT, at);
  return trail === undefined ? at + 2 : trail < 0x80 ? at + 2 : at + 3;
}

function stepGb18030(bytes: Buffer, at: number, sink: UnitSink): number {
  const lead = bytes[at] as number;
  if (lead === 0x80) {
    sink.put(0x20ac, at);
    return at + 1;
  }
  const second = bytes[at + 1] ?? 0;
  if (lead < 0x81 || lead === 0xff || second < 0x30 || second > 0x39) {
    return stepPair(bytes, at, sink, pairTable("gb18030"));
  }
  return stepGbFour(bytes, at, sink);
}

/** Four bytes: the astral planes by their formula, the rest of the BMP asked of the platform one by one (it is rare). */
function stepGbFour(bytes: Buffer, at: number, sink: UnitSink): number {
  const [lead, second, third, fourth] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]] as number[];
  const isWhole = inRange(third, 0x81, 0xfe) && inRange(fourth, 0x30, 0x39);
  const codePoint = isWhole ? gbFour(lead as number, second as number, third as number, fourth as number) : 0;
  if (codePoint !== 0) {
    putCodePoint(sink, codePoint, at);
    return at + 4;
  }
  sink.put(REPLACEMENT, at);
  return at + 1;
}

function gbFour(lead: number, second: number, third: number, fourth: number): number {
  const pointer = (((lead - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
  if (pointer >= 189_000) return pointer <= 1_237_575 ? pointer - 189_000 + 0x10000 : 0;
  return askPlatform("gb18030", [lead, second, third, fourth]);
}

function inRange(byte: number | undefined, low: number, high: number): boolean {
  return byte !== undefined && byte >= low && byte <= high;
}

/** ISO-2022-JP: escapes choose the set; JIS X 0208 is EUC-JP with the high bits off. Escapes belong to what follows. */
function createIso2022Jp(): Step {
  let set = "B";
  return (bytes, at, sink) => {
    const byte = bytes[at] as number;
    if (byte === ESC) {
      const next = iso2022JpSet(bytes, at);
      if (next === null) return putOne(sink, REPLACEMENT, at);
      set = next;
      return at + (next === "D" ? 4 : 3);
    }
    if (set === "@" || set === "D") return stepSevenBit(bytes, at, sink, "euc-jp");
    if (set === "I" && byte >= 0x21 && byte <= 0x5f) return stepKatakana(byte + 0x80, at, sink);
    if (set === "J" && byte === 0x5c) return putOne(sink, 0xa5, at);
    if (set === "J" && byte === TILDE) return putOne(sink, 0x203e, at);
    return stepAscii(bytes, at, sink);
  };
}

/** The set that the escape at `at` chooses: `B` ASCII, `J` Roman, `I` katakana, `@` JIS X 0208, `D` JIS X 0212 (read as 0208). */
function iso2022JpSet(bytes: Buffer, at: number): string | null {
  const sequence = bytes.toString("latin1", at + 1, at + 4);
  if (sequence.startsWith("(B") || sequence.startsWith("(J") || sequence.startsWith("(I")) return sequence.charAt(1);
  if (sequence.startsWith("$@") || sequence.startsWith("$B")) return "@";
  return sequence === "$(D" ? "D" : null;
}

function putOne(sink: UnitSink, unit: number, at: number): number {
  sink.put(unit, at);
  return at + 1;
}

/** A pair of 7-bit bytes that stand for their 8-bit twins in an EUC table; control bytes stand for themselves. */
function stepSevenBit(bytes: Buffer, at: number, sink: UnitSink, table: TableName): number {
  const lead = bytes[at] as number;
  const trail = bytes[at + 1];
  if (lead <= 0x20 || lead >= 0x7f) return stepAscii(bytes, at, sink);
  if (trail === undefined || trail <= 0x20 || trail >= 0x7f) return putOne(sink, REPLACEMENT, at);
  const codePoint = pairTable(table)[((lead | 0x80) << 8) | trail | 0x80] as number;
  putCodePoint(sink, codePoint === 0 ? REPLACEMENT : codePoint, at);
  return at + 2;
}

/** RFC 1557: a header escape, then SO and SI switch between KS X 1001 and ASCII; a line end switches back. */
function createIso2022Kr(): Step {
  let isShifted = false;
  return (bytes, at, sink) => {
    const byte = bytes[at] as number;
    if (byte === SHIFT_OUT || byte === SHIFT_IN) {
      isShifted = byte === SHIFT_OUT;
      return at + 1;
    }
    if (byte === ESC && bytes.toString("latin1", at + 1, at + 4) === "$)C") return at + 4;
    if (byte === 0x0a) isShifted = false;
    return isShifted ? stepSevenBit(bytes, at, sink, "euc-kr") : stepAscii(bytes, at, sink);
  };
}

/** RFC 1843: `~{` and `~}` switch between GB 2312 and ASCII, `~~` is a tilde, a `~` before a line end joins lines. */
function createHz(): Step {
  let isShifted = false;
  return (bytes, at, sink) => {
    const byte = bytes[at] as number;
    const next = bytes[at + 1];
    if (byte === TILDE && (next === 0x7b || next === 0x7d)) {
      isShifted = next === 0x7b;
      return at + 2;
    }
    if (byte === TILDE && next === TILDE) return putOne(sink, TILDE, at) + 1;
    if (byte === TILDE && next === 0x0a) return at + 2;
    if (byte === 0x0a) isShifted = false;
    return isShifted ? stepSevenBit(bytes, at, sink, "gb18030") : stepAscii(bytes, at, sink);
  };
}

type TableName = "shift_jis" | "euc-jp" | "jis0212" | "gb18030" | "big5" | "euc-kr";

/** Code point by `lead << 8 | trail`; 0 for none. */
const tables = new Map<TableName, Uint32Array>();

function pairTable(name: TableName): Uint32Array {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const table = new Uint32Array(0x10000);
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const pair = name === "jis0212" ? [0x8f, lead, trail] : [lead, trail];
      if (isPairOf(name, lead, trail)) {
        table[(lead << 8) | trail] = askPlatform(name === "jis0212" ? "euc-jp" : name, pair);
      }
    }
  }
  if (name === "euc-kr") addUnifiedHangul(table);
  tables.set(name, table);
  return table;
}

/** Pairs that the charset's structure allows; the platform would read others as two characters or let them through. */
function isPairOf(name: TableName, lead: number, trail: number): boolean {
  if (name === "euc-jp" || name === "jis0212" || name === "euc-kr") return lead >= 0xa1 && trail >= 0xa1;
  if (trail === 0x7f) return false;
  return name !== "shift_jis" || ((lead <= 0x9f || lead >= 0xe0) && lead <= 0xfc && trail <= 0xfc);
}

/** The one character those bytes decode to; 0 when they are not exactly one. */
function askPlatform(encoding: string, bytes: readonly number[]): number {
  const text = decodePair(encoding, bytes);
  const codePoint = text.codePointAt(0) ?? 0;
  const isOne = text.length === (codePoint > 0xffff ? 2 : 1);
  return isOne && codePoint >= 0x80 && codePoint !== REPLACEMENT ? codePoint : 0;
}

const decoders = new Map<string, TextDecoder>();

function decodePair(encoding: string, bytes: readonly number[]): string {
  let decoder = decoders.get(encoding);
  if (decoder === undefined) {
    decoder = new TextDecoder(encoding);
    decoders.set(encoding, decoder);
  }
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return "";
  }
}

/**
 * Unified Hangul Code (windows-949), which the Encoding Standard calls euc-kr and platforms leave out: the syllables that
 * KS X 1001 lacks, in Unicode order, over the free places of the table.
 */
function addUnifiedHangul(table: Uint32Array): void {
  const known = new Set(table);
  let syllable = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail < 0xff; trail++) {
      if (!isHangulExtension(lead, trail)) continue;
      while (known.has(syllable)) syllable++;
      if (syllable > 0xd7a3) return;
      table[(lead << 8) | trail] = syllable++;
    }
  }
}

/** Trails are letters and 0x81–0xFE; from lead 0xA1 on, the KS X 1001 square is taken. */
function isHangulExtension(lead: number, trail: number): boolean {
  const isLetter = (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a);
  return isLetter || (trail >= 0x81 && (lead < 0xa1 || trail < 0xa1));
}
