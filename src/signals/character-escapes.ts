/**
 * Escapes of single characters that a token maker, a template or a mail's encoding leaves behind, besides percent-encoding:
 * HTML entities, `\u0040`, `%u0040`, `\x40`, quoted-printable's `=40` (threat-facts TF-121). Pure and total; linear.
 */

/** Of quoted-printable only what an address is escaped by, in capitals as RFC 2045 6.7 wants: `=ab12` is a parameter. */
const ESCAPES =
  /&#x([0-9a-f]{2,4});?|&#([0-9]{2,5});?|&(commat|period|lowbar|plus|hyphen|dash|equals|amp);|[\\%]u([0-9a-f]{4})|\\x([0-9a-f]{2})|=(40|2E|2D|5F|2B|3D|[67][0-9A-F])/gi;
const NAMED: ReadonlyMap<string, string> = new Map([
  ["commat", "@"],
  ["period", "."],
  ["lowbar", "_"],
  ["plus", "+"],
  ["hyphen", "-"],
  ["dash", "-"],
  ["equals", "="],
  ["amp", "&"],
]);

/** The text itself when there is nothing to undo; only ASCII is made. */
export function undoEscapes(text: string): string {
  if (!mayHoldEscapes(text)) return text;
  return text.replace(ESCAPES, (whole, hex, decimal, name, unicode, byte, quoted) => {
    if (name !== undefined) return NAMED.get(String(name).toLowerCase()) ?? whole;
    if (quoted !== undefined && quoted !== String(quoted).toUpperCase()) return whole;
    const digits = hex ?? unicode ?? byte ?? quoted;
    const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
    return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : whole;
  });
}

/** Most URLs hold none of these. */
function mayHoldEscapes(text: string): boolean {
  return text.includes("&#") || text.includes("=40") || text.includes("\\") || text.includes("%u") || NAMES.test(text);
}

const NAMES = /&(?:commat|period);/i;
