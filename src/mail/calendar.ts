/**
 * The HTML that calendar files hold beside their plain description: `X-ALT-DESC`, which Outlook writes and shows as the body of
 * an invitation, pictures from elsewhere too, and `STYLED-DESCRIPTION` (hostile-mail HM-166; RFC 9073 6.5; RFC 5545 3.1 and 3.3.11
 * for folds and escapes). Total, linear.
 */

/** Of one file; an invitation has one. */
const DESCRIPTIONS_MAX = 16;

/** Each as markup, in order, at most `DESCRIPTIONS_MAX`. */
export function calendarMarkup(text: string): readonly string[] {
  const found: string[] = [];
  for (const [, value = ""] of unfolded(text).matchAll(DESCRIPTION)) {
    found.push(unescaped(value));
    if (found.length >= DESCRIPTIONS_MAX) break;
  }
  return found;
}

/** Parameters, of which quoted ones may hold a colon, then the value. */
const DESCRIPTION = /^(?:x-alt-desc|styled-description)(?:;[^:"\r\n]*(?:"[^"\r\n]*"[^:"\r\n]*)*)?:([^\r\n]*)/gim;

function unfolded(text: string): string {
  return text.replace(/(?:\r\n|\n|\r)[ \t]/g, "");
}

function unescaped(value: string): string {
  return value.replace(/\\([nN\\;,])/g, (_, char: string) => (char === "n" || char === "N" ? "\n" : char));
}
