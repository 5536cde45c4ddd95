/** A half-open range `[start, end)` of byte offsets into a raw message. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}
