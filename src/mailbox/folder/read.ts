/** Items of a slice of files that are one message each. */
import { join } from "node:path";
import type { Problem } from "../../base/problem.ts";
import type { Slice, SliceItem } from "../../ports/mailbox.ts";
import { faultNotCovered, faultOf } from "../files/not-covered.ts";
import { type FileState, FileStream, type OpenFile, openFile } from "../files/open-file.ts";
import { damageItem, messageItem, notCoveredItem, problemsOf } from "../items.ts";
import { LOOSE, maildirKeys, maildirWhereabouts } from "../maildir/list.ts";
import { maildirMarks, uniqueName } from "../maildir/names.ts";
import type { MessageReader } from "../single.ts";

/** A file of the slice as it was found. */
interface Found {
  readonly key: string;
  /** Relative to the source, as it is called now. */
  readonly name: string;
  readonly file: OpenFile;
}

export async function* readFiles(slice: Slice, reader: MessageReader): AsyncGenerator<SliceItem> {
  const { files, source } = slice;
  const isMaildir = source.kind === "maildir";
  const keys = isMaildir ? maildirKeys(files) : files;
  const seeker = isMaildir ? new MovedFiles(source.path) : null;
  for (const [i, name] of files.entries()) {
    const opened = await openOrFollow(source.path, name, seeker);
    if ("error" in opened) {
      yield notCoveredItem(faultNotCovered(join(source.path, name), opened.error));
      continue;
    }
    try {
      yield* readFile({ key: keys[i] ?? name, ...opened }, slice, reader);
    } finally {
      opened.file.close();
    }
  }
}

async function* readFile(found: Found, slice: Slice, reader: MessageReader): AsyncGenerator<SliceItem> {
  const { file, name, key } = found;
  const stream = new FileStream(file, 0, file.size);
  const { bytes, size, sha256 } = await reader.read(stream);
  const marks = slice.source.kind === "maildir" ? maildirMarks(name) : [];
  const location = { path: file.path, offset: 0, length: size, folder: slice.source.folder, marks };
  const problems: Problem[] = problemsOf(size, bytes.length, stream.damages);
  if (isChanged(file) && !problems.some(({ code }) => code === "source.changed")) {
    problems.push({ code: "source.changed" });
  }
  const message = { bytes, size, sha256, key, location, problems, atSourceEnd: false };
  yield messageItem(message, { size: file.size, mtimeMs: file.mtimeMs, name });
  for (const damage of stream.damages) yield damageItem(file.path, damage);
}

/** Size and time are compared with those at the opening (HM-231). */
function isChanged(file: OpenFile): boolean {
  try {
    const now: FileState = file.state();
    return now.size !== file.size || now.mtimeMs !== file.mtimeMs;
  } catch (error) {
    faultOf(error);
    return true;
  }
}

async function openOrFollow(root: string, name: string, seeker: MovedFiles | null) {
  const opened = openFile(join(root, name));
  if (opened.ok) return { name, file: opened.value };
  const moved = opened.error === "not-found" ? await seeker?.find(name) : undefined;
  const again = moved === undefined ? opened : openFile(join(root, moved));
  return again.ok ? { name: moved ?? name, file: again.value } : { error: opened.error };
}

/** Looks for files that a mail program renamed since the plan was made; lists the Maildir once, at the first miss. */
class MovedFiles {
  readonly #root: string;
  #places: ReadonlyMap<string, string> | null = null;

  constructor(root: string) {
    this.#root = root;
  }

  async find(name: string): Promise<string | undefined> {
    if (name.startsWith(LOOSE)) return undefined;
    this.#places ??= await maildirWhereabouts(this.#root);
    return this.#places.get(uniqueName(name.slice(name.indexOf("/") + 1)));
  }
}
