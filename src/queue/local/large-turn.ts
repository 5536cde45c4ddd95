/**
 * One worker at a time analyses a large message, so that memory is bounded by one such message and not by one for each worker.
 *
 * The turn is one slot that all workers of a run share: the number of the worker that has it, 0 for none. A worker holds it
 * only while it analyses, which waits for nobody, so nobody waits for ever; the pool takes it from a worker that died.
 */

/**
 * Bytes of a message above which a worker waits for its turn. Read in every way, a message takes up to twelve times its size;
 * mail of this size is rare.
 */
export const LARGE_BYTES = 8 * 1024 * 1024;

export type LargeTurn = Int32Array<SharedArrayBuffer>;

const HOLDER = 0;

export function createLargeTurn(): LargeTurn {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Blocks the calling thread until the turn is its own. `worker`: its number, not 0. */
export function takeTurn(turn: LargeTurn, worker: number): void {
  for (;;) {
    const holder = Atomics.compareExchange(turn, HOLDER, 0, worker);
    if (holder === 0 || holder === worker) return;
    Atomics.wait(turn, HOLDER, holder);
  }
}

/** Does nothing where the turn is another's, so that the pool may call it for every worker that ends. */
export function giveTurn(turn: LargeTurn, worker: number): void {
  if (Atomics.compareExchange(turn, HOLDER, worker, 0) === worker) Atomics.notify(turn, HOLDER);
}
