/** The candidates of a `srcset` (HTML 4.8.4.2.2): each URL with its place in the value. Linear, no limit on candidates. */
export interface Candidate {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

export function srcsetCandidates(value: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let at = 0;
  while (at < value.length) {
    while (at < value.length && isSpaceOrComma(value.charCodeAt(at))) at++;
    const start = at;
    while (at < value.length && !isSpace(value.charCodeAt(at))) at++;
    let end = at;
    const endsWithComma = value.charCodeAt(end - 1) === 0x2c;
    while (end > start && value.charCodeAt(end - 1) === 0x2c) end--;
    if (end > start) candidates.push({ url: value.slice(start, end), start, end });
    if (!endsWithComma) at = descriptorsEnd(value, at);
  }
  return candidates;
}

/** URLs of a list separated by white space or commas (`ping`, `archive`). */
export function listedUrls(value: string): readonly Candidate[] {
  const urls: Candidate[] = [];
  let at = 0;
  while (at < value.length) {
    while (at < value.length && isSpaceOrComma(value.charCodeAt(at))) at++;
    const start = at;
    while (at < value.length && !isSpaceOrComma(value.charCodeAt(at))) at++;
    if (at > start) urls.push({ url: value.slice(start, at), start, end: at });
  }
  return urls;
}

/** Descriptors run to the next comma outside parentheses. */
function descriptorsEnd(value: string, from: number): number {
  let at = from;
  let depth = 0;
  for (; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === 0x28) depth++;
    else if (code === 0x29) depth = 0;
    else if (code === 0x2c && depth === 0) break;
  }
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}

function isSpaceOrComma(code: number): boolean {
  return code === 0x2c || isSpace(code);
}
