/** Reads one slice: opens its file, picks the reader of its kind, and says when the file is not what was planned. */
import { basename } from "node:path";
import { unreachable } from "../base/assert.ts";
import { limits } from "../base/limits.ts";
import type { Slice, SliceItem, Source } from "../ports/mailbox.ts";
import { ExpansionBudget } from "./expansion.ts";
import { shown } from "./files/names.ts";
import { faultNotCovered, faultOf, notCovered } from "./files/not-covered.ts";
import { FileStream, type OpenFile, openFile } from "./files/open-file.ts";
import { readFiles } from "./folder/read.ts";
import { notCoveredItem, type Place } from "./items.ts";
import { readMbox } from "./mbox/read.ts";
import { streamStart } from "./mbox/splitter.ts";
import { fileBytes } from "./outlook/outlook-file.ts";
import { readPst } from "./outlook/pst/read.ts";
import { readContent, type Unpacking } from "./packed.ts";
import { readTar } from "./tar/read.ts";
import type { Workspace, Workspaces } from "./workspace.ts";
import type { ZipIndexCache } from "./zip/index-cache.ts";
import { readZipRange } from "./zip/read.ts";
import { buildZipIndex, bytesOnDisk, zipRanges } from "./zip/zip-index.ts";

export async function* readSlice(
  slice: Slice,
  indexes: ZipIndexCache,
  workspaces: Workspaces,
): AsyncGenerator<SliceItem> {
  const workspace = workspaces.take();
  try {
    const { kind } = slice.source;
    if (kind === "maildir" || kind === "folder") yield* readFiles(slice, workspace.messages);
    else yield* readFileSlice(slice, indexes, workspace);
  } finally {
    workspaces.give(workspace);
  }
}

async function* readFileSlice(slice: Slice, indexes: ZipIndexCache, workspace: Workspace): AsyncGenerator<SliceItem> {
  const { source } = slice;
  const opened = openFile(source.path);
  if (!opened.ok) {
    yield notCoveredItem(faultNotCovered(source.path, opened.error));
    return;
  }
  const file = opened.value;
  try {
    if (isEdge(slice) && isOther(source, file)) yield notCoveredItem(changedRemark(source.path));
    yield* readFile(slice, file, indexes, workspace);
  } catch (error) {
    yield notCoveredItem(faultNotCovered(source.path, faultOf(error)));
  } finally {
    file.close();
  }
}

/** Of the many slices of a file only the first and last say what is wrong with all of it. */
function isEdge({ source, start, end }: Slice): boolean {
  return start === 0 || (source.kind === "mbox" && end >= source.size);
}

/** An mbox may grow under our hands: what was planned is still there. */
function isOther(source: Source, file: OpenFile): boolean {
  if (source.kind === "mbox" && file.size > source.size) return false;
  return file.size !== source.size || file.mtimeMs !== source.mtimeMs;
}

function changedRemark(path: string) {
  const message = `${shown(path)} was changed since the scan began, so what was read of it may not fit together. Scan again when nothing writes to it.`;
  return notCovered(path, "changed", message);
}

function readFile(
  slice: Slice,
  file: OpenFile,
  indexes: ZipIndexCache,
  workspace: Workspace,
): AsyncIterable<SliceItem> {
  const { source } = slice;
  const place: Place = { path: source.path, folder: source.folder, marks: [], keyPrefix: "", problems: [] };
  switch (source.kind) {
    case "mbox": {
      const from = streamStart(slice.start);
      const stream = new FileStream(file, from, source.size);
      return readMbox(stream, { start: slice.start, end: slice.end, streamStart: from }, place, workspace.windows);
    }
    case "gzip":
    case "zstd":
    case "tar":
      return readPackedFile(file, place, workspace);
    case "zip":
      return readZipFile({ slice, file, indexes }, place, workspace);
    case "pst":
      return readPst(fileBytes(file), slice, place, workspace.messages);
    case "maildir":
    case "folder":
      return readFiles(slice, workspace.messages);
    case "imap":
    case "joined":
      throw new TypeError(`a source of kind ${source.kind} is no file`);
    default:
      return unreachable(source.kind);
  }
}

async function* readPackedFile(file: OpenFile, place: Place, workspace: Workspace): AsyncGenerator<SliceItem> {
  const others: SliceItem[] = [];
  const onOther = (code: string) => others.push(notCoveredItem(contentRemark(file.path, code)));
  const reopen = (position: number) => new FileStream(file, position, file.size);
  const disk = { size: file.size, reopen };
  const unpacking = { ...outermost(file.path, workspace), budget: new ExpansionBudget(file.size), disk, onOther };
  yield* readContent(reopen(0), place, unpacking);
  yield* others;
}

function contentRemark(path: string, code: string) {
  const sentence = CONTENT_SENTENCES.get(code) ?? code;
  return notCovered(path, code, `${shown(path)} unpacks to ${sentence}`);
}

const CONTENT_SENTENCES: ReadonlyMap<string, string> = new Map([
  ["no-mail", "something that is no mail in a known format, so it was not searched."],
  ["empty", "nothing, so there is nothing to search. If mail should be there, look for another copy."],
  [
    "unsupported",
    "a format that is not read yet (7z or Babyl, for example), so it was not searched. Unpack it yourself and scan the result.",
  ],
]);

async function* readZipFile(
  { slice, file, indexes }: { readonly slice: Slice; readonly file: OpenFile; readonly indexes: ZipIndexCache },
  place: Place,
  workspace: Workspace,
): AsyncGenerator<SliceItem> {
  const index = await indexes.of(file);
  const { start, end } = slice;
  const bytes = bytesOnDisk(index, start, end);
  const budget = new ExpansionBudget(bytes, bytes / Math.max(1, index.size, index.claimedBytes));
  const unpacking = { ...outermost(file.path, workspace), budget };
  yield* readZipRange({ bytes: file, index, place, unpacking }, start, end);
}

function outermost(path: string, workspace: Workspace): Omit<Unpacking, "budget" | "onOther"> {
  return { level: 0, name: basename(path), workspace, disk: null, readZip: readHeldZip, readTar };
}

/** A zip inside an archive, from its first entry to its last. */
const readHeldZip: Unpacking["readZip"] = async function* (bytes, place, unpacking) {
  const index = await buildZipIndex(bytes, Math.min(limits.archiveEntriesMax, unpacking.budget.entriesLeft));
  for (const { start, end } of zipRanges(index)) yield* readZipRange({ bytes, index, place, unpacking }, start, end);
};
