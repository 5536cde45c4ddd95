/**
 * URLs that a parser gives back as they stand, which most mail is full of: told by one walk over their characters, so
 * that no parser needs to be asked (WHATWG URL 4.4 and 3.5; what is in doubt is not plain).
 *
 * Plain are `http://` and `https://`, a host of lower-case labels that ends in letters, and a path of characters that are
 * never encoded, without dot segments; then query and fragment of the same.
 */

/** A host that is longer is left to the parser, with its limits. */
const HOST_CHARS_MAX = 60;

const DASH = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const PERCENT = 0x25;
const QUESTION = 0x3f;
const HASH = 0x23;

/** Characters of a host's labels, and those that stay as they are in path, query and fragment alike. */
const LABEL = 1;
const PLAIN = 2;
const kinds = characterKinds();

function characterKinds(): Uint8Array {
  const table = new Uint8Array(128);
  const mark = (characters: string, bits: number): void => {
    for (const code of Buffer.from(characters, "latin1")) table[code] = (table[code] ?? 0) | bits;
  };
  mark("abcdefghijklmnopqrstuvwxyz0123456789-", LABEL | PLAIN);
  mark("ABCDEFGHIJKLMNOPQRSTUVWXYZ._~!$&()*+,;=:@%/", PLAIN);
  return table;
}

/** The host of a plain URL; empty for every other text. Cost: linear in the text. */
export function plainHost(text: string): string {
  const start = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : 0;
  if (start === 0) return "";
  const end = hostEnd(text, start);
  return end > start && isPlainFrom(text, end) ? text.slice(start, end) : "";
}

/** The slash after the host; -1 when the host or what follows it is not plain. */
function hostEnd(text: string, start: number): number {
  const stop = Math.min(text.length, start + HOST_CHARS_MAX);
  let labelStart = start;
  let hasDigit = false;
  for (let at = start; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    // A last label with digits may be an address in numbers.
    if (code === SLASH) return at > labelStart && !hasDigit ? at : -1;
    if (code === DOT) {
      if (at === labelStart) return -1;
      labelStart = at + 1;
      hasDigit = false;
    } else if (code >= 0x80 || ((kinds[code] as number) & LABEL) === 0) {
      return -1;
    } else if (code < 0x61) {
      // `xn--` asks for a look at what it encodes.
      if (code === DASH && text.charCodeAt(at - 1) === DASH) return -1;
      hasDigit = true;
    }
  }
  return -1;
}

/** Path, query and fragment, of which the first begins at `start` with its slash. */
function isPlainFrom(text: string, start: number): boolean {
  let isPath = true;
  let isFragment = false;
  let before = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUESTION) {
      isPath = false;
    } else if (code === HASH && !isFragment) {
      isPath = false;
      isFragment = true;
    } else if (code >= 0x80 || ((kinds[code] as number) & PLAIN) === 0) {
      return false;
    } else if (isPath && before === SLASH && (code === DOT || code === PERCENT)) {
      // `/.`, `/..` and `/%2e` may be taken away.
      return false;
    }
    before = code;
  }
  return true;
}
