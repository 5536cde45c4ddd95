/** Boundary lines of multiparts (RFC 2046 5.1.1). */
import { isBlank, LF } from "./bytes.ts";
import { type HeaderSource, isFieldStart } from "./headers.ts";

/** The boundary with its leading `--`: what a boundary line begins with. */
export type Boundary = Buffer;

export interface BoundaryLine {
  /** `--boundary--`: no part follows. */
  readonly isEnd: boolean;
  /** Nothing but white space follows on the line. */
  readonly isClean: boolean;
  /** Start of the next line. */
  readonly next: number;
}

const DASH = 0x2d;
const CR = 0x0d;

/** Lines that are looked at for a boundary nobody declared; it stands after a preamble of a few lines. */
const DISCOVERY_LINES_MAX = 1_000;
/** Longest boundary accepted there; RFC 2046 allows 70. */
const DISCOVERED_CHARS_MAX = 200;

/** A declared boundary as bytes; null when there is none to search for. Trailing white space is not part of it. */
export function toBoundary(declared: string): Boundary | null {
  const trimmed = declared.trimEnd();
  return trimmed === "" ? null : Buffer.from(`--${trimmed}`, "utf8");
}

/**
 * Reads the line at `lineStart`, which begins with `--`, as a line of this boundary; null when it is none.
 *
 * After the boundary may stand anything that could not be part of a longer boundary: RFC 2046 asks for no more than that
 * the line begins with it.
 */
export function readBoundaryLine(source: HeaderSource, lineStart: number, boundary: Boundary): BoundaryLine | null {
  const { bytes, end } = source;
  const boundaryEnd = lineStart + boundary.length;
  if (boundaryEnd > end) return null;
  for (let index = 2; index < boundary.length; index++) {
    if (bytes[lineStart + index] !== boundary[index]) return null;
  }
  let at = boundaryEnd;
  const dashes = bytes[at] === DASH ? (bytes[at + 1] === DASH ? 2 : isTailDash(source, at) ? 1 : 0) : 0;
  at += dashes;
  while (at < end && isBlank(bytes[at])) at++;
  if (bytes[at] === CR && source.lineEnd === LF) at++;
  const isClean = dashes !== 1 && (at >= end || bytes[at] === source.lineEnd);
  if (!isClean && dashes === 0 && isBoundaryByte(bytes[boundaryEnd] as number)) return null;
  const lineEnd = bytes.indexOf(source.lineEnd, at);
  return { isEnd: dashes > 0, isClean, next: lineEnd === -1 ? end : lineEnd + 1 };
}

/** The first line that looks like a boundary, when the header names none: `--token`, then a part's header or blank line. */
export function discoverBoundary(source: HeaderSource, bodyStart: number): Boundary | null {
  let at = bodyStart;
  for (let lines = 0; lines < DISCOVERY_LINES_MAX && at < source.end; lines++) {
    if (source.isDelimiter(at)) return null;
    const found = source.bytes.indexOf(source.lineEnd, at);
    const lineEnd = found === -1 ? source.end : found;
    const token = tokenOf(source.bytes, at, lineEnd);
    if (token !== null && startsPart(source, lineEnd + 1)) return token;
    at = lineEnd + 1;
  }
  return null;
}

function tokenOf(bytes: Buffer, lineStart: number, lineEnd: number): Boundary | null {
  if (bytes[lineStart] !== DASH || bytes[lineStart + 1] !== DASH) return null;
  if (lineEnd - lineStart > DISCOVERED_CHARS_MAX) return null;
  const line = bytes.toString("latin1", lineStart, lineEnd).trimEnd();
  return /^--[!-~]{2,}$/.test(line) && /[0-9a-z]/i.test(line) ? Buffer.from(line, "latin1") : null;
}

function startsPart(source: HeaderSource, at: number): boolean {
  const first = source.bytes[at];
  return first === source.lineEnd || first === CR || isFieldStart(source.bytes, at, source.end);
}

/** `--boundary-` at the end of a line: the end boundary with a dash lost. */
function isTailDash(source: HeaderSource, at: number): boolean {
  const next = source.bytes[at + 1];
  return next === undefined || next === source.lineEnd || next === CR;
}

/** RFC 2046 bchars, without the space. */
function isBoundaryByte(byte: number): boolean {
  if (byte >= 0x30 && byte <= 0x39) return true;
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || "'()+_,-./:=?".includes(String.fromCharCode(byte));
}
