/**
 * Takes the defanging off a written indicator: `hxxps://news[.]example/a` → `https://news.example/a`. Only what people write so
 * that nobody clicks by accident; a sound value comes out as it went in. Linear.
 */

const DOT = /\s?(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\}|\[\.|\.\]|\\\.|\u3002|\uff0e)\s?/gi;
const AT = /\s?(?:\[@\]|\(@\)|\{@\}|\[at\]|\(at\)|\{at\})\s?/gi;
const COLON = /\[:\]|\(:\)/g;
const SCHEME = /^(?:h(?:xx|tt|\*\*|XX)p(s?)|hxtp(s?)|fxp)(?=\s?(?::|\[:\]))/i;
/** Soft hyphen, zero width space, byte order mark and the like: tables and PDF leave them in. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** Without one of these signs nothing but the scheme is defanged; most values of a list have none. */
const SIGNS = /[[\](){}\\\u3002\uff0e\u00ad\u200b-\u200f\u2060\ufeff]/;
const SLASHES = /\[(?::\/\/|\/)\]/g;

export function refang(written: string): string {
  const dotted = SIGNS.test(written) ? withoutSigns(written) : written.trim();
  return dotted.replace(SCHEME, (found, secure: string | undefined, other: string | undefined) => {
    if (/^fxp/i.test(found)) return "ftp";
    return `http${(secure ?? other ?? "").toLowerCase()}`;
  });
}

function withoutSigns(written: string): string {
  return written
    .replace(INVISIBLE, "")
    .trim()
    .replace(SLASHES, (found) => found.slice(1, -1))
    .replace(COLON, ":")
    .replace(DOT, ".")
    .replace(AT, "@");
}

/** The text bears signs that its writer did not want it clicked. */
export function isDefanged(written: string): boolean {
  return refang(written) !== written.trim();
}
