/**
 * Slices of sources that are many files: Maildirs and folders of single messages. A file is left out when an earlier
 * run read it under the same key, with the same name (so the same flags), size and time.
 */
import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { FileMemory, PlanMemory, Slice, Source } from "../../ports/mailbox.ts";
import { listDirectory } from "../files/directory.ts";
import { diskPath } from "../files/names.ts";
import { faultOf } from "../files/not-covered.ts";
import { type FileState, fileStateOf } from "../files/open-file.ts";
import { sniffFile } from "../files/sniff-file.ts";
import { maildirGroups, maildirKeys } from "../maildir/list.ts";
import { isOneMessage } from "../sniff.ts";

const SLICE_FILES = 256;
const SLICE_BYTES = 8 * 1024 * 1024;
/** Keys asked for at once. */
const LOOKUP_FILES = 1024;

/** Files that are read together or not at all; `files` and `keys` run in parallel. */
interface Group {
  readonly files: readonly string[];
  readonly keys: readonly string[];
}

/** Order: by key. `start` and `end` of a slice count the files of this plan. */
export async function* fileSlices(source: Source, memory: PlanMemory): AsyncGenerator<Slice> {
  const { path, kind, size, mtimeMs, folder } = source;
  // A slice names its own files.
  const whole: Source = { path, kind, size, mtimeMs, folder };
  let files: string[] = [];
  let bytes = 0;
  let start = 0;
  const take = (): Slice => {
    const slice = { source: whole, start, end: start + files.length, files, bytes };
    start = slice.end;
    files = [];
    bytes = 0;
    return slice;
  };
  for await (const group of unreadGroups(source, memory)) {
    files.push(...group.files);
    for (const file of group.files) bytes += stateOf(join(source.path, file))?.size ?? 0;
    if (files.length >= SLICE_FILES || bytes >= SLICE_BYTES) yield take();
  }
  if (files.length > 0) yield take();
}

async function* unreadGroups(source: Source, memory: PlanMemory): AsyncGenerator<Group> {
  let batch: Group[] = [];
  for await (const group of source.kind === "maildir" ? maildirFiles(source) : folderFiles(source)) {
    batch.push(group);
    if (batch.length < LOOKUP_FILES) continue;
    yield* unreadOf(batch, source, memory);
    batch = [];
  }
  yield* unreadOf(batch, source, memory);
}

async function* unreadOf(groups: readonly Group[], source: Source, memory: PlanMemory): AsyncGenerator<Group> {
  const known = memory.source === null ? new Map() : await memory.files(groups.flatMap(({ keys }) => keys));
  for (const group of groups) {
    if (isUnread(group, known, source.path) && isWanted(group, source)) yield group;
  }
}

function isUnread({ files, keys }: Group, known: ReadonlyMap<string, FileMemory>, root: string): boolean {
  return files.some((file, i) => {
    const memory = known.get(keys[i] ?? "");
    if (memory === undefined || memory.name !== file) return true;
    const state = stateOf(join(root, file));
    return state === null || state.size !== memory.size || state.mtimeMs !== memory.mtimeMs;
  });
}

/** In a folder only files that are one message belong to it; in a Maildir all do. */
function isWanted({ files }: Group, source: Source): boolean {
  if (source.kind === "maildir") return true;
  const sniffed = sniffFile(join(source.path, files[0] ?? ""));
  return sniffed.ok && isOneMessage(sniffed.value.kind);
}

async function* maildirFiles(source: Source): AsyncGenerator<Group> {
  const only = source.only === undefined ? null : new Set(source.only);
  for await (const { files } of maildirGroups(source.path)) {
    // Files of one unique name are read together: their keys hang on each other.
    if (only === null || files.some((file) => only.has(file))) yield { files, keys: maildirKeys(files) };
  }
}

async function* folderFiles(source: Source): AsyncGenerator<Group> {
  for (const name of source.only ?? (await fileNames(source.path))) yield { files: [name], keys: [name] };
}

async function fileNames(path: string): Promise<readonly string[]> {
  const listed = await listDirectory(path);
  return listed.ok ? listed.value.files : [];
}

function stateOf(path: string): FileState | null {
  try {
    return fileStateOf(lstatSync(diskPath(path)));
  } catch (error) {
    faultOf(error);
    return null;
  }
}
