/**
 * Slices of an mbox: a fixed grid over its bytes, so that slices of a file that grew are the same as before.
 */
import type { Slice, SliceMemory, Source } from "../../ports/mailbox.ts";
import { LOOKAHEAD_BYTES } from "./from-line.ts";

export const GRID_BYTES = 4 * 1024 * 1024;

/** Every slice of the grid. */
export function* gridSlices(source: Source): Generator<Slice> {
  for (let start = 0; start < source.size; start += GRID_BYTES) {
    const end = Math.min(source.size, start + GRID_BYTES);
    yield { source, start, end, files: [], bytes: end - start };
  }
}

/**
 * The starts of slices that need not be read again, after a file of `oldSize` bytes was found unchanged up to there.
 * A slice counts as read only where more bytes behind it cannot change it: it is done, whole, its last message ended
 * before the end, and no separator in it was judged with a view cut off by the old end.
 */
export function keptStarts(slices: readonly SliceMemory[], oldSize: number, newSize: number): ReadonlySet<number> {
  const isSame = oldSize === newSize;
  const kept = slices.filter(({ start, end, done, atSourceEnd }) => {
    if (!done || start % GRID_BYTES !== 0 || end !== Math.min(newSize, start + GRID_BYTES)) return false;
    return isSame || (!atSourceEnd && end + LOOKAHEAD_BYTES <= oldSize);
  });
  return new Set(kept.map(({ start }) => start));
}
