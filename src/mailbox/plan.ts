/**
 * Which slices of a source must be read, given what earlier runs left.
 *
 * A file is `same` when size, time and fingerprint are as they were and all its slices are done. An mbox that became
 * larger with its old part unchanged is `grown`: slices that more bytes cannot change are left out. A file that is
 * unchanged but was not read to the end is `grown` too if some of its slices are done (what was read still holds; only
 * the missing slices come), else `new`. Everything else that was known before is `changed`: all of it comes again.
 * Maildirs and folders are compared file by file and never `changed`.
 */
import type { Plan, PlanMemory, Slice, SliceMemory, Source } from "../ports/mailbox.ts";
import { planFileByFile } from "./file-by-file.ts";
import { faultOf } from "./files/not-covered.ts";
import { type OpenFile, openFile } from "./files/open-file.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { fileSlices } from "./folder/plan.ts";
import { gridSlices, keptStarts } from "./mbox/plan.ts";
import { fileBytes } from "./outlook/outlook-file.ts";
import { pstRanges } from "./outlook/pst/store.ts";
import type { ZipIndexCache } from "./zip/index-cache.ts";
import { zipRanges } from "./zip/zip-index.ts";

/** Folders are compared file by file: their fingerprint says nothing. */
const NO_FINGERPRINT = "1:files";

export async function planSource(source: Source, memory: PlanMemory, indexes: ZipIndexCache): Promise<Plan> {
  if (source.kind === "maildir" || source.kind === "folder") {
    return planFileByFile(fileSlices(source, memory), memory, NO_FINGERPRINT);
  }
  const opened = openFile(source.path);
  // Reading will meet the same fault and say it.
  if (!opened.ok) return { state: "new", fingerprint: "", slices: toAsync(wholeSlice(source)) };
  try {
    return await planFile(source, opened.value, memory, indexes);
  } finally {
    opened.value.close();
  }
}

async function planFile(source: Source, file: OpenFile, memory: PlanMemory, indexes: ZipIndexCache): Promise<Plan> {
  const fingerprint = (await fingerprintOf(file, source.size)) ?? "";
  const all = await allSlices(source, file, indexes);
  const before = memory.source;
  if (before === null) return { state: "new", fingerprint, slices: toAsync(all) };
  if (before.size === source.size && before.mtimeMs === source.mtimeMs && before.fingerprint === fingerprint) {
    const kept =
      source.kind === "mbox" ? keptStarts(memory.slices, source.size, source.size) : doneStarts(memory.slices, all);
    const missing = all.filter(({ start }) => !kept.has(start));
    const state = missing.length === 0 ? "same" : kept.size > 0 ? "grown" : "new";
    return { state, fingerprint, slices: toAsync(missing) };
  }
  const hasGrown = source.kind === "mbox" && before.size > 0 && source.size > before.size;
  if (hasGrown && (await fingerprintOf(file, before.size)) === before.fingerprint) {
    const kept = keptStarts(memory.slices, before.size, source.size);
    return { state: "grown", fingerprint, slices: toAsync(all.filter(({ start }) => !kept.has(start))) };
  }
  return { state: "changed", fingerprint, slices: toAsync(all) };
}

function doneStarts(slices: readonly SliceMemory[], all: readonly Slice[]): ReadonlySet<number> {
  const ends = new Map(slices.filter(({ done }) => done).map(({ start, end }) => [start, end]));
  return new Set(all.filter(({ start, end }) => ends.get(start) === end).map(({ start }) => start));
}

async function allSlices(source: Source, file: OpenFile, indexes: ZipIndexCache): Promise<readonly Slice[]> {
  if (source.kind === "mbox") return [...gridSlices(source)];
  if (source.kind !== "zip" && source.kind !== "pst") return wholeSlice(source);
  try {
    if (source.kind === "pst") return pstSlices(source, file);
    const ranges = [...zipRanges(await indexes.of(file))];
    return ranges.map((range) => ({ source, files: [], ...range }));
  } catch (error) {
    faultOf(error);
    return wholeSlice(source);
  }
}

/** Each slice stands for the same part of the file. */
function pstSlices(source: Source, file: OpenFile): readonly Slice[] {
  const ranges = pstRanges(fileBytes(file));
  return ranges.map((range) => ({ source, files: [], bytes: source.size / ranges.length, ...range }));
}

function wholeSlice(source: Source): readonly Slice[] {
  return [{ source, start: 0, end: 1, files: [], bytes: source.size }];
}

async function* toAsync(slices: readonly Slice[]): AsyncGenerator<Slice> {
  yield* slices;
}
