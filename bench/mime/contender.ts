/**
 * One contender of `bench/mime.ts` in a process of its own: `node contender.ts NAME FRAMES PASSES`.
 *
 * Goes through all messages PASSES times and prints a `Report` as one line of JSON. Messages come in batches of some
 * megabytes; only the work on them is timed, not reading them from disk, and only one batch is held at a time.
 */
import { createHash } from "node:crypto";
import { type Batch, readBatches } from "./frames.ts";
import { emptyTally, type Read, type Report, type Tally } from "./tally.ts";

/** Loaded on demand, so that none is in the memory of another. */
export async function loadContender(name: string): Promise<Read> {
  switch (name) {
    case "strict":
      return (await import("./letterlock.ts")).readStrict;
    case "views":
      return (await import("./letterlock.ts")).readAllViews;
    case "mailparser":
      return (await import("./mailparser.ts")).read;
    case "postal-mime":
      return (await import("./postal-mime.ts")).read;
    case "letterparser":
      return (await import("./letterparser.ts")).read;
    case "sha256":
      return (message, tally) => {
        tally.bytes += createHash("sha256").update(message).digest().length;
      };
    case "touch":
      return touch;
    default:
      throw new Error(`no contender is called ${name}`);
  }
}

/** The floor of whoever has to see every byte: one native search that finds nothing. */
function touch(message: Buffer, tally: Tally): void {
  if (message.includes("\0\0\0\0letterlock")) tally.bytes += 1;
}

/** Works on all messages of a batch. Cheap where a contender answers at once: only promises are awaited. */
export async function readBatch(read: Read, batch: Batch, tally: Tally): Promise<void> {
  for (const message of batch) {
    tally.messages += 1;
    try {
      const waiting = read(message, tally);
      if (waiting !== undefined) await waiting;
    } catch {
      tally.failed += 1;
    }
  }
}

async function measure(read: Read, file: string, passes: number): Promise<Report> {
  const seconds: number[] = [];
  let tally = emptyTally();
  for (let pass = 0; pass < passes; pass += 1) {
    tally = emptyTally();
    let milliseconds = 0;
    for (const batch of readBatches(file)) {
      const started = performance.now();
      await readBatch(read, batch, tally);
      milliseconds += performance.now() - started;
    }
    seconds.push(milliseconds / 1000);
  }
  return { seconds, peakMiB: process.resourceUsage().maxRSS / 1024, tally };
}

if (import.meta.main) {
  const [name = "", file = "", passes = "1"] = process.argv.slice(2);
  console.log(JSON.stringify(await measure(await loadContender(name), file, Number(passes))));
}
