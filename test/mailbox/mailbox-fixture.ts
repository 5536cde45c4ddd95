/** What the mailbox tests share: folders of invented mail, and reading everything under a path. */
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { NotCovered } from "../../src/case/answer.ts";
import { createMailboxReader } from "../../src/mailbox/reader.ts";
import type {
  FileMemory,
  MailboxReader,
  PlanMemory,
  RawMessage,
  Slice,
  SliceMemory,
  Source,
} from "../../src/ports/mailbox.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A message as it was when it was yielded, its bytes copied to text. */
export interface ReadMessage extends Omit<RawMessage, "bytes"> {
  readonly text: string;
  readonly file: FileMemory | null;
  readonly source: Source;
}

export interface Reading {
  readonly sources: Source[];
  readonly slices: Slice[];
  readonly messages: ReadMessage[];
  readonly notCovered: NotCovered[];
}

export const NO_MEMORY: PlanMemory = { source: null, slices: [], files: async () => new Map() };

/** Discovers, plans and reads; `memories` by source path. */
export async function readAll(
  paths: readonly string[],
  memories: ReadonlyMap<string, PlanMemory> = new Map(),
  reader: MailboxReader = createMailboxReader(),
): Promise<Reading> {
  const reading: Reading = { sources: [], slices: [], messages: [], notCovered: [] };
  for await (const found of reader.discover(paths)) {
    if (found.kind === "source") reading.sources.push(found.source);
    else reading.notCovered.push(found.notCovered);
  }
  for (const source of reading.sources) {
    const plan = await reader.plan(source, memories.get(source.path) ?? NO_MEMORY);
    for await (const slice of plan.slices) await readInto(reading, reader, slice);
  }
  return reading;
}

export async function readInto(reading: Reading, reader: MailboxReader, slice: Slice): Promise<void> {
  reading.slices.push(slice);
  for await (const item of reader.read(slice)) {
    if (item.kind === "not-covered") reading.notCovered.push(item.notCovered);
    else {
      const { bytes, ...message } = item.message;
      const text = Buffer.from(bytes).toString("latin1");
      reading.messages.push({ ...message, text, file: item.file, source: slice.source });
    }
  }
}

/** What a store would remember of a reading of one source. */
export function memoryOf(reading: Reading, source: Source, fingerprint: string): PlanMemory {
  const files = new Map(reading.messages.flatMap(({ key, file }) => (file === null ? [] : [[key, file] as const])));
  const slices = reading.slices.map(({ start, end }): SliceMemory => {
    const own = reading.messages.filter(
      ({ location }) => location.offset >= start && location.offset < end + 200 && source.kind === "mbox",
    );
    return { start, end, done: true, atSourceEnd: own.some(({ atSourceEnd }) => atSourceEnd) };
  });
  return {
    source: { size: source.size, mtimeMs: source.mtimeMs, fingerprint },
    slices,
    files: async (keys) => new Map(keys.flatMap((key) => [...files].filter(([known]) => known === key))),
  };
}

/** An invented message; `subject` tells it from others. */
export function letter(subject: string, body = "Hello,\n\nsee you on Monday.\n"): string {
  return `From: Ada Marsh <ada@example.org>\nTo: bo@example.net\nSubject: ${subject}\nDate: Thu, 22 Aug 2002 15:25:29 +0000\n\n${body}`;
}

export const SEPARATOR = "From ada@example.org Thu Aug 22 15:25:29 2002\n";

/** mboxrd. */
export function mboxOf(messages: readonly string[]): string {
  return messages.map((text) => `${SEPARATOR}${text.replace(/^(>*From )/gm, ">$1")}\n`).join("");
}

/** Writes files below a new folder, calls `use` with its path, removes it. */
export async function withFiles(
  files: Readonly<Record<string, string | Buffer>>,
  use: (root: string) => Promise<void>,
): Promise<void> {
  const root = temporaryFolder();
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content, typeof content === "string" ? "latin1" : null);
    }
    await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export function sha256(text: string | Buffer): string {
  return createHash("sha256")
    .update(typeof text === "string" ? Buffer.from(text, "latin1") : text)
    .digest("hex");
}

export function codes(reading: Pick<Reading, "notCovered">): string[] {
  return reading.notCovered.map(({ code }) => code);
}
