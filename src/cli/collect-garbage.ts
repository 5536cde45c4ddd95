/** Frees at once what nothing refers to any more, where the engine would wait for more of it and the process's memory bound does not. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Takes some ten milliseconds for each 20 MiB that are in use. */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  if (typeof gc === "function") gc();
}

/** A smaller heap leaves little behind. */
const LARGE_BYTES = 96 * 1024 * 1024;

/** Between steps of which each leaves much behind and the next needs the room. */
export function collectWhereLarge(): void {
  const { heapTotal, arrayBuffers } = process.memoryUsage();
  if (heapTotal + arrayBuffers > LARGE_BYTES) collectGarbage();
}
