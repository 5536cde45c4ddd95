/** The watch of a worker's thread: tells each step to whoever may end it, leaves out what ended an earlier one, and stops when time is up. */
import type { ReadingWatch } from "../documents/reading-watch.ts";
import { clockMs } from "../queue/local/protocol.ts";
import { beginStep, type StepShare } from "../queue/local/watched-worker.ts";

/** `msLeft`: from now. `leftOut`: numbers of steps. */
export function watchUntil(steps: StepShare, msLeft: number, leftOut: readonly number[] = []): ReadingWatch {
  const begun = clockMs();
  const omitted = new Set(leftOut);
  const step = () => {
    if (omitted.has(beginStep(steps))) return "leave-out";
    return clockMs() - begun > msLeft ? "stop" : "read";
  };
  return { step };
}
