/** Charset labels as mail writes them → the encoding's name. WHATWG Encoding 4.2, IANA aliases, and what mailers invent. */

/** Longest label looked at; the longest real ones have about 30 characters. */
const LABEL_CHARS_MAX = 64;

/** Labels that the WHATWG table lacks, squashed to letters and digits. */
const mailLabels: ReadonlyMap<string, string> = new Map([
  ["ascii", "us-ascii"],
  ["usascii", "us-ascii"],
  ["us", "us-ascii"],
  ["iso646us", "us-ascii"],
  ["ansix341968", "us-ascii"],
  ["ansix341986", "us-ascii"],
  ["7bit", "us-ascii"],
  ["cp932", "shift_jis"],
  ["windows932", "shift_jis"],
  ["mskanji", "shift_jis"],
  ["shiftjis", "shift_jis"],
  ["sjis", "shift_jis"],
  ["xsjis", "shift_jis"],
  ["xeucjp", "euc-jp"],
  ["eucjp", "euc-jp"],
  ["iso2022jp1", "iso-2022-jp"],
  ["iso2022jp2", "iso-2022-jp"],
  ["iso2022jpms", "iso-2022-jp"],
  ["cp50220", "iso-2022-jp"],
  ["cp50221", "iso-2022-jp"],
  ["ksc56011987", "euc-kr"],
  ["ksc5601", "euc-kr"],
  ["ksx1001", "euc-kr"],
  ["cp949", "euc-kr"],
  ["uhc", "euc-kr"],
  ["windows949", "euc-kr"],
  ["euckr", "euc-kr"],
  ["iso2022kr", "iso-2022-kr"],
  ["csiso2022kr", "iso-2022-kr"],
  ["hzgb2312", "hz-gb-2312"],
  ["hz", "hz-gb-2312"],
  ["cp936", "gbk"],
  ["windows936", "gbk"],
  ["xgbk", "gbk"],
  ["euccn", "gbk"],
  ["gb2312", "gbk"],
  ["gb231280", "gbk"],
  ["gb18030", "gb18030"],
  ["gb180302000", "gb18030"],
  ["cp950", "big5"],
  ["windows950", "big5"],
  ["big5", "big5"],
  ["big5hkscs", "big5"],
  ["big5eten", "big5"],
  ["tis620", "windows-874"],
  ["cp874", "windows-874"],
  ["latin9", "iso-8859-15"],
  ["latin10", "iso-8859-16"],
  ["latin7", "iso-8859-13"],
  ["latin8", "iso-8859-14"],
  ["koi8r", "koi8-r"],
  ["koi8u", "koi8-u"],
  ["koi8ru", "koi8-u"],
  ["macroman", "macintosh"],
  ["utf7", "utf-7"],
  ["unicode11utf7", "utf-7"],
  ["csunicode11utf7", "utf-7"],
  ["xunicode20utf7", "utf-7"],
  ["utf8", "utf-8"],
  ["utf8mb4", "utf-8"],
  ["utf16", "utf-16le"],
  ["utf16le", "utf-16le"],
  ["utf16be", "utf-16be"],
  ["ucs2", "utf-16le"],
]);

/** The WHATWG name of what a label means; `us-ascii` for that claim; `null` when nobody knows it (or it is empty). */
export function resolveCharset(label: string): string | null {
  if (label.length === 0 || label.length > LABEL_CHARS_MAX) return null;
  const lower = label.toLowerCase();
  if (lower === "utf-8") return lower;
  const cached = resolved.get(lower);
  if (cached !== undefined) return cached;
  const squashed = lower.replace(/[^a-z0-9]/g, "");
  const name =
    mailLabels.get(squashed) ?? numberedCharset(squashed) ?? ebcdicCharset(squashed) ?? platformCharset(lower.trim());
  // Only names that exist are remembered: labels come from mail and may be invented without end.
  if (name !== null && resolved.size < RESOLVED_MAX) resolved.set(lower, name);
  return name;
}

/** Enough for every spelling in use; past it labels are worked out anew. */
const RESOLVED_MAX = 1_000;
const resolved = new Map<string, string>();

/** `windows-1252`, `cp1252`, `win1252`; `iso-8859-1`, `8859_1`, `iso8859-8-i`. */
function numberedCharset(squashed: string): string | null {
  const windows = /^(?:x?cp|windows|win|xwindows|ms|msansi)(125[0-8])$/.exec(squashed)?.[1];
  if (windows !== undefined) return `windows-${windows}`;
  const iso = /^(?:x?iso)?8859(1[0-6]|[1-9])(?:[12][90][0-9]{2}|[ei])?$/.exec(squashed)?.[1];
  return iso === undefined || iso === "12" ? null : (platformCharset(`iso-8859-${iso}`) ?? null);
}

/** `IBM037`, `cp500`, `x-ebcdic-koreanextended`: the code pages of EBCDIC that Windows has, read as one. */
function ebcdicCharset(squashed: string): string | null {
  if (/^(?:cs)?(?:x?ibm|x?cp|ccsid)0*1026$/.test(squashed)) return "ibm1026";
  const isPage =
    /^(?:cs)?(?:x?ibm|x?cp|ccsid)0*(?:37|273|27[78]|28[045]|290|297|42[034]|500|838|870|871|875|1025|1047|114[0-9]|20\d{3})$/;
  return isPage.test(squashed) || /^(?:x|cs)?ebcdic/.test(squashed) ? "ibm037" : null;
}

/** What the platform's own label table says. */
function platformCharset(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
