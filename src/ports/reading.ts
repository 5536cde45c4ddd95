/** The reading step: slices in, batches out, on as many workers as there are (DESIGN 6). */
import type { Slice } from "./mailbox.ts";
import type { Batch } from "./store.ts";

export interface ReadingTask {
  readonly slice: Slice;
  /** The owner's known addresses: tokens made from them are found even where a mail does not name its reader. */
  readonly owners: readonly string[];
  /** Names and networks of the owner's own mail servers: what stands below their lines is not trusted. */
  readonly boundary?: readonly string[];
}

/** A batch, and what it moved, for the progress line. */
export interface ReadingProgress {
  readonly batch: Batch;
  readonly messages: number;
  /** Bytes of raw messages. */
  readonly bytes: number;
  /** Bytes of the source on disk that are done with: the slice's when it ends, else 0. */
  readonly diskBytes: number;
}

/** What the whole run of the step has to say besides its batches. */
export interface ReadingOutcome {
  /** Messages whose analysis failed by our own fault: recorded as unparseable, and exit code 2. */
  readonly faults: number;
  /** Messages that ended or hung a worker twice: recorded as unparseable with reason `poison`. */
  readonly poisoned: number;
}

export interface ReadingStep {
  /**
   * Runs all tasks. `onBatch` is awaited before its worker may run far ahead, so memory stays bounded; when it
   * rejects, the run stops and rejects with the same reason.
   */
  run(
    tasks: AsyncIterable<ReadingTask>,
    onBatch: (progress: ReadingProgress) => Promise<void>,
  ): Promise<ReadingOutcome>;
  close(): Promise<void>;
}
