/**
 * CSS escapes in the names of functions: `u\72l(https://…)` is a URL token for every client (CSS Syntax 4.3.4), but
 * css-tree recognises `url(` only when it is written plainly. The rewriting keeps every offset.
 */
import { ident } from "css-tree/utils";

/** Names whose argument is an unquoted URL; all that needs rewriting before tokenizing. */
const URL_NAME = "url";

/**
 * The same text with each escaped spelling of `url(` replaced by blanks and a plain `url(` of the same length in all.
 * Cost: linear; text without a backslash is returned as it is.
 */
export function plainUrlNames(css: string): string {
  let at = css.indexOf("\\");
  if (at < 0) return css;
  let out = "";
  let copied = 0;
  while (at >= 0) {
    const start = nameStart(css, at, copied);
    const end = nameEnd(css, at);
    if (css.charCodeAt(end) === 0x28 && ident.decode(css.slice(start, end)).toLowerCase() === URL_NAME) {
      out += css.slice(copied, start) + " ".repeat(end - start - URL_NAME.length) + URL_NAME;
      copied = end;
    }
    at = css.indexOf("\\", Math.max(end, at + 1));
  }
  return copied === 0 ? css : out + css.slice(copied);
}

/** Longest escaped spelling of `url`: three escapes of a backslash, six digits and CR LF. */
const NAME_CHARS_MAX = 27;

function nameStart(css: string, from: number, floor: number): number {
  let at = from;
  while (at > floor && from - at < NAME_CHARS_MAX && isNameCode(css.charCodeAt(at - 1))) at--;
  return at;
}

function nameEnd(css: string, from: number): number {
  let at = from;
  while (at < css.length) {
    const code = css.charCodeAt(at);
    if (isNameCode(code)) at++;
    else if (code === 0x5c && !isNewline(css.charCodeAt(at + 1))) at = escapeEnd(css, at);
    else break;
  }
  return Math.min(at, css.length);
}

/** CSS Syntax 4.3.7: one to six hex digits and one white space, or one character. */
function escapeEnd(css: string, backslash: number): number {
  let at = backslash + 1;
  while (at < backslash + 7 && isHex(css.charCodeAt(at))) at++;
  if (at === backslash + 1) return at + 1;
  if (css.charCodeAt(at) === 0x0d && css.charCodeAt(at + 1) === 0x0a) return at + 2;
  const code = css.charCodeAt(at);
  return code === 0x20 || code === 0x09 || isNewline(code) ? at + 1 : at;
}

function isNewline(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x0c;
}

function isHex(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}

function isNameCode(code: number): boolean {
  const letter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return letter || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x5f || code >= 0x80;
}
