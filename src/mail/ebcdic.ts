/**
 * EBCDIC, which Windows mail programs read under the names of IBM's code pages, and which hides all markup from whoever takes
 * the bytes for ASCII (hostile-mail HM-101).
 *
 * The code pages share letters, digits and the characters of markup; their brackets and letters with marks differ. This is
 * code page 37 for all of them, but for the double quote of the Turkish page 1026, which stands elsewhere.
 */

/** 0x40 to 0xFF, sixteen a row. */
// biome-ignore format: a table reads by row
const ROWS = [
  " \u00a0\u00e2\u00e4\u00e0\u00e1\u00e3\u00e5\u00e7\u00f1\u00a2.<(+|",
  "&\u00e9\u00ea\u00eb\u00e8\u00ed\u00ee\u00ef\u00ec\u00df!$*);\u00ac",
  "-/\u00c2\u00c4\u00c0\u00c1\u00c3\u00c5\u00c7\u00d1\u00a6,%_>?",
  "\u00f8\u00c9\u00ca\u00cb\u00c8\u00cd\u00ce\u00cf\u00cc`:#@'=\"",
  "\u00d8abcdefghi\u00ab\u00bb\u00f0\u00fd\u00fe\u00b1",
  "\u00b0jklmnopqr\u00aa\u00ba\u00e6\u00b8\u00c6\u00a4",
  "\u00b5~stuvwxyz\u00a1\u00bf\u00d0\u00dd\u00de\u00ae",
  "^\u00a3\u00a5\u00b7\u00a9\u00a7\u00b6\u00bc\u00bd\u00be[]\u00af\u00a8\u00b4\u00d7",
  "{ABCDEFGHI\u00ad\u00f4\u00f6\u00f2\u00f3\u00f5",
  "}JKLMNOPQR\u00b9\u00fb\u00fc\u00f9\u00fa\u00ff",
  "\\\u00f7STUVWXYZ\u00b2\u00d4\u00d6\u00d2\u00d3\u00d5",
  "0123456789\u00b3\u00db\u00dc\u00d9\u00da\u009f",
];

const FIRST = 0x40;
const SPACE = 0x20;
/** Tab, CR, new line, LF; other controls are white space in text. */
const CONTROLS: ReadonlyMap<number, number> = new Map([
  [0x00, 0x00],
  [0x05, 0x09],
  [0x0d, 0x0d],
  [0x15, 0x0a],
  [0x25, 0x0a],
]);

const TURKISH_QUOTE = 0xfc;
const PLAIN_QUOTE = 0x7f;

/** The 256 characters of `ibm037` or `ibm1026`. */
export function ebcdicTable(charset: string): Uint16Array {
  const text = ROWS.join("");
  const table = Uint16Array.from({ length: 256 }, (_, byte) =>
    byte < FIRST ? (CONTROLS.get(byte) ?? SPACE) : text.charCodeAt(byte - FIRST),
  );
  if (charset !== "ibm1026") return table;
  table[TURKISH_QUOTE] = 0x22;
  table[PLAIN_QUOTE] = 0xdc;
  return table;
}

/** True for the names that `resolveCharset` gives to code pages of EBCDIC. */
export function isEbcdic(charset: string): boolean {
  return charset === "ibm037" || charset === "ibm1026";
}
