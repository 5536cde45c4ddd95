/**
 * Plans of sources whose messages are compared one by one with what an earlier run read (Maildirs, folders, folders of a
 * mail server): `same` when none is new or changed, else `grown`; never `changed`, since what was read still holds.
 */
import type { Plan, PlanMemory, Slice } from "../ports/mailbox.ts";

/** `slices` hold what must be read, and nothing else. */
export async function planFileByFile(
  slices: AsyncGenerator<Slice>,
  memory: PlanMemory,
  fingerprint: string,
): Promise<Plan> {
  const isKnown = memory.source !== null;
  const first = await slices.next();
  if (first.done) {
    // A run that was ended after its last batch still has to say that it is finished.
    const isFinished = memory.slices.every(({ done }) => done);
    return { state: !isKnown ? "new" : isFinished ? "same" : "grown", fingerprint, slices: toAsync([]) };
  }
  return {
    state: isKnown ? "grown" : "new",
    fingerprint,
    slices: (async function* () {
      yield first.value;
      yield* slices;
    })(),
  };
}

async function* toAsync(slices: readonly Slice[]): AsyncGenerator<Slice> {
  yield* slices;
}
