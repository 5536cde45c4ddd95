/**
 * The URL of `<meta http-equiv=refresh content="…">`, by the algorithm of HTML 4.2.5.3 ("shared declarative refresh
 * steps"), a little laxer at the start, as old clients are. `null` when it only reloads.
 */
export function refreshUrl(
  content: string,
): { readonly url: string; readonly start: number; readonly end: number } | null {
  let at = skip(content, 0, isSpaceCode);
  at = skip(content, at, isTimeCode);
  const afterTime = at;
  at = skip(content, at, isSeparatorCode);
  if (at === afterTime && afterTime > 0) return null;
  if (/^url\s*=/i.test(content.slice(at, at + 20))) {
    at = skip(content, content.indexOf("=", at) + 1, isSpaceCode);
  }
  const quote = content.charAt(at);
  const quoted = quote === '"' || quote === "'";
  const start = quoted ? at + 1 : at;
  const close = quoted ? content.indexOf(quote, start) : -1;
  const end = close < 0 ? content.length : close;
  const url = content.slice(start, end).trim();
  return url === "" ? null : { url, start, end };
}

function skip(text: string, from: number, fits: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && fits(text.charCodeAt(at))) at++;
  return at;
}

function isSpaceCode(code: number): boolean {
  return code <= 0x20;
}

function isTimeCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2e;
}

function isSeparatorCode(code: number): boolean {
  return code <= 0x20 || code === 0x3b || code === 0x2c;
}
