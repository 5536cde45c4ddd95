/** Windows code page and language numbers → charset labels that `decodeCharset` knows. Source: MS-UCODEREF 2.2.1, MS-LCID. */

const LABELS: ReadonlyMap<number, string> = new Map([
  [437, "ibm437"],
  [708, "iso-8859-6"],
  [850, "ibm850"],
  [852, "ibm852"],
  [866, "ibm866"],
  [874, "windows-874"],
  [932, "shift_jis"],
  [936, "gbk"],
  [949, "euc-kr"],
  [950, "big5"],
  [1200, "utf-16le"],
  [1201, "utf-16be"],
  [10000, "macintosh"],
  [10007, "x-mac-cyrillic"],
  [20127, "us-ascii"],
  [20866, "koi8-r"],
  [20932, "euc-jp"],
  [21866, "koi8-u"],
  [38598, "iso-8859-8"],
  [50220, "iso-2022-jp"],
  [50221, "iso-2022-jp"],
  [50222, "iso-2022-jp"],
  [50225, "iso-2022-kr"],
  [51932, "euc-jp"],
  [51936, "gbk"],
  [51949, "euc-kr"],
  [52936, "hz-gb-2312"],
  [54936, "gb18030"],
  [65000, "utf-7"],
  [65001, "utf-8"],
]);

/** Empty for a code page that is not known: decoding then guesses. */
export function charsetOfCodePage(codePage: number): string {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  if (codePage >= 28591 && codePage <= 28606) return `iso-8859-${codePage - 28590}`;
  return LABELS.get(codePage) ?? "";
}

/** Primary language (the low ten bits of an LCID) → ANSI code page. */
const BY_LANGUAGE: ReadonlyMap<number, number> = new Map([
  [0x01, 1256],
  [0x02, 1251],
  [0x05, 1250],
  [0x08, 1253],
  [0x0d, 1255],
  [0x0e, 1250],
  [0x11, 932],
  [0x12, 949],
  [0x15, 1250],
  [0x18, 1250],
  [0x19, 1251],
  [0x1b, 1250],
  [0x1e, 874],
  [0x1f, 1254],
  [0x20, 1256],
  [0x22, 1251],
  [0x23, 1251],
  [0x24, 1250],
  [0x25, 1257],
  [0x26, 1257],
  [0x27, 1257],
  [0x29, 1256],
  [0x2a, 1258],
  [0x2f, 1251],
]);

/** Of a Windows language id; 0 when it says nothing. */
export function codePageOfLanguage(lcid: number): number {
  const language = lcid & 0x3ff;
  // Chinese in Taiwan, Hong Kong and Macao is written otherwise than on the mainland and in Singapore.
  if (language === 0x04) return [0x0404, 0x0c04, 0x1404].includes(lcid & 0xffff) ? 950 : 936;
  return BY_LANGUAGE.get(language) ?? (language === 0 ? 0 : 1252);
}

/** `\fcharset` of RTF → code page; 0 for the document's own. */
export function codePageOfFontCharset(charset: number): number {
  return FONT_CHARSETS.get(charset) ?? 0;
}

const FONT_CHARSETS: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);
