/** Files as a folder of mail through the real reading: mailbox adapter, worker threads that are ended when they hang. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadStatus } from "../../src/case/record.ts";
import { createMailboxReader } from "../../src/mailbox/reader.ts";
import type { PlanMemory, Source } from "../../src/ports/mailbox.ts";
import type { ReadingOutcome, ReadingTask } from "../../src/ports/reading.ts";
import { createPool } from "../../src/queue/local/pool.ts";

export interface PoolReading extends ReadingOutcome {
  /** Status by SHA-256; a repeated message would stand twice. */
  readonly records: readonly (readonly [sha256: string, status: ReadStatus])[];
  /** Codes of what could not be read. */
  readonly notCovered: readonly string[];
}

const nothingKnown: PlanMemory = { source: null, slices: [], files: async () => new Map() };
const entry = new URL("../../src/cli/reading-worker.ts", import.meta.url);

/** Writes the messages into the folder, which must be empty, and reads it with two workers. */
export async function throughPool(folder: string, messages: readonly Buffer[]): Promise<PoolReading> {
  for (const [n, bytes] of messages.entries()) writeFileSync(join(folder, `${n}.eml`), bytes);
  const reader = createMailboxReader();
  const sources: Source[] = [];
  const notCovered: string[] = [];
  for await (const found of reader.discover([folder])) {
    if (found.kind === "source") sources.push(found.source);
    else notCovered.push(found.notCovered.code);
  }
  async function* tasks(): AsyncGenerator<ReadingTask> {
    for (const source of sources) {
      const { slices } = await reader.plan(source, nothingKnown);
      for await (const slice of slices) yield { slice, owners: [] };
    }
  }
  const records: [string, ReadStatus][] = [];
  const pool = createPool({ workers: 2, entry });
  const outcome = await pool.run(tasks(), async ({ batch }) => {
    for (const { record } of batch.items) records.push([record.sha256, record.status]);
    for (const { code } of batch.notCovered) notCovered.push(code);
  });
  await pool.close();
  return { ...outcome, records, notCovered };
}

/** How mailboxes and packed files begin. */
const CONTAINER_STARTS = ["From ", ">From ", "PK\x03\x04", "\x1f\x8b"];

/** Whether a folder's file of these bytes is one message to the mailbox adapter: no mailbox, nothing packed, not empty. */
export function isOneMessage(bytes: Buffer): boolean {
  const start = bytes.toString("latin1", 0, 16);
  return bytes.length > 0 && !CONTAINER_STARTS.some((known) => start.startsWith(known));
}
