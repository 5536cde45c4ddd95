/** Makes a find smaller: leaves out lines, then stretches of bytes, as long as the same thing breaks (delta debugging). */

const TRIES_MAX = 1_500;
const MS_MAX = 6_000;

/** The smallest bytes found; `isSame` is asked at most `TRIES_MAX` times. */
export function minimise(bytes: Buffer, isSame: (candidate: Buffer) => boolean): Buffer {
  const until = performance.now() + MS_MAX;
  let tries = 0;
  let best = bytes;
  const attempt = (candidate: Buffer): boolean => {
    tries += 1;
    if (candidate.length >= best.length || !isSame(candidate)) return false;
    best = candidate;
    return true;
  };
  const isOver = () => tries >= TRIES_MAX || performance.now() > until;
  for (let before = -1; before !== best.length && !isOver(); ) {
    before = best.length;
    for (let size = Math.ceil(best.length / 2); size >= 1 && !isOver(); size = size >> 1) {
      for (let at = 0; at < best.length && !isOver(); ) {
        const shorter = Buffer.concat([best.subarray(0, at), best.subarray(at + size)]);
        if (!attempt(shorter)) at += size;
      }
    }
  }
  return best;
}
