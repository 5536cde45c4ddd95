/**
 * Offsets of a YAML scalar's value → offsets of the file. Walks both texts together: what is not white space stands in the file in the same
 * order, whatever the style, with indentation, line ends, quotes and escapes between. Exact for block scalars and plain texts; within an
 * escape of a double-quoted scalar it is the escape's start. Cost: linear in the file's part.
 */
export interface Scalar {
  readonly value: string;
  /** Range of the scalar in the file, header or quotes included. */
  readonly start: number;
  readonly end: number;
  readonly style: "block" | "double-quoted" | "other";
}

/** For each offset of the value, and its end, the place in the file. */
export function mapOffsets(file: string, { value, start, end, style }: Scalar): Uint32Array {
  const map = new Uint32Array(value.length + 1);
  let at = style === "block" ? Math.min(end, lineEnd(file, start)) : start;
  if (style === "double-quoted") at += 1;
  for (let n = 0; n < value.length; n += 1) {
    const wanted = value[n] ?? "";
    if (style === "double-quoted") at = skipContinuation(file, at);
    if (style === "double-quoted" && file[at] === "\\") {
      map[n] = at;
      at = Math.min(end, at + escapeLength(file[at + 1]));
      continue;
    }
    if (!isBlank(wanted)) while (at < end && file[at] !== wanted) at += 1;
    map[n] = Math.min(at, end);
    if (!isBlank(wanted) || isBlank(file[at] ?? "")) at += 1;
  }
  map[value.length] = Math.min(at, end);
  return map;
}

/** Behind the header of a block scalar. */
function lineEnd(file: string, start: number): number {
  const end = file.indexOf("\n", start);
  return end < 0 ? file.length : end + 1;
}

/** A backslash at the end of a line joins it with the next. */
function skipContinuation(file: string, at: number): number {
  if (file[at] !== "\\" || !/[\r\n]/.test(file[at + 1] ?? "")) return at;
  let next = at + 1;
  while (next < file.length && isBlank(file[next] ?? "")) next += 1;
  return next;
}

function escapeLength(kind: string | undefined): number {
  if (kind === "x") return 4;
  if (kind === "u") return 6;
  return kind === "U" ? 10 : 2;
}

function isBlank(character: string): boolean {
  return character === " " || character === "\n" || character === "\t" || character === "\r";
}
