/** Two numbers, each in half of one of 32 bits: how what is kept of millions of loads stays small. Pure. */
import type { Span } from "../base/span.ts";

const HALF = 0xffff;

/** Of numbers below 65,536. */
export function halves(high: number, low: number): number {
  return (Math.min(high, HALF) << 16) | Math.min(low, HALF);
}

export function placed({ start, end }: Span): number {
  return halves(start, end - start);
}

export function spanOf(packed: number): Span {
  return { start: highOf(packed), end: highOf(packed) + lowOf(packed) };
}

export function highOf(packed: number): number {
  return packed >>> 16;
}

export function lowOf(packed: number): number {
  return packed & HALF;
}
