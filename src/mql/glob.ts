/**
 * Globs of `strings.like` (mql.md, 9.2): `*` is any run, line breaks included, `?` is exactly one code point, everything else is literal,
 * and there is no escape. The whole text must fit.
 */
export interface Glob {
  /** Texts between the stars, each without a star; `?` stays in them. */
  readonly pieces: readonly string[];
  /** Literals without `*` and `?` that must occur. */
  readonly literals: readonly string[];
}

export function parseGlob(glob: string): Glob {
  return { pieces: glob.split("*"), literals: glob.split(/[*?]+/).filter((literal) => literal !== "") };
}

/**
 * Both folded already, where case does not count. Pieces are placed as far left as they fit, which is right since stars take anything;
 * each search goes on where the one before ended. Linear in the text times the longest piece with a `?`, linear without.
 */
export function matchesGlob(text: string, { pieces }: Glob): boolean {
  const first = pieces[0] ?? "";
  const start = endOfPiece(text, first, 0);
  if (start < 0) return false;
  if (pieces.length === 1) return start === text.length;
  let at = start;
  for (let index = 1; index < pieces.length - 1; index++) {
    at = findPiece(text, pieces[index] ?? "", at);
    if (at < 0) return false;
  }
  return endsWithPiece(text, pieces.at(-1) ?? "", at);
}

/** Where the piece ends if it begins at `at`; -1 where it does not. */
function endOfPiece(text: string, piece: string, at: number): number {
  if (!piece.includes("?")) return text.startsWith(piece, at) ? at + piece.length : -1;
  let position = at;
  for (let index = 0; index < piece.length; index++) {
    if (position >= text.length) return -1;
    if (piece[index] === "?") position += codePointUnits(text, position);
    else if (piece.charCodeAt(index) === text.charCodeAt(position)) position++;
    else return -1;
  }
  return position;
}

/** The end of the first place at or behind `from`; -1 for none. */
function findPiece(text: string, piece: string, from: number): number {
  if (!piece.includes("?")) {
    const found = text.indexOf(piece, from);
    return found < 0 ? -1 : found + piece.length;
  }
  for (let at = from; at <= text.length; at++) {
    if (isInsideCodePoint(text, at)) continue;
    const end = endOfPiece(text, piece, at);
    if (end >= 0) return end;
  }
  return -1;
}

/** The last piece must end with the text and begin at or behind `from`. */
function endsWithPiece(text: string, piece: string, from: number): boolean {
  let start = text.length;
  for (let index = piece.length - 1; index >= 0; index--) {
    start -= piece[index] === "?" && start >= 2 && isInsideCodePoint(text, start - 1) ? 2 : 1;
    if (start < from) return false;
  }
  return endOfPiece(text, piece, start) === text.length;
}

function codePointUnits(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isInsideCodePoint(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
