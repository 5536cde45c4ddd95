/** Items of a slice of files that are one message each. */
import { join } from "node:path";
import type { Problem } from "../../base/problem.ts";
import type { Slice, SliceItem } from "../../ports/mailbox.ts";
import { parseCountLine } from "../emlx/count-line.ts";
import { type EmlxMessage, readEmlx } from "../emlx/read.ts";
import { faultNotCovered, faultOf } from "../files/not-covered.ts";
import { type FileState, FileStream, type OpenFile, openFile } from "../files/open-file.ts";
import { damageItem, messageItem, notCoveredItem, problemsOf } from "../items.ts";
import { LOOSE, maildirKeys, maildirWhereabouts } from "../maildir/list.ts";
import { maildirMarks, uniqueName } from "../maildir/names.ts";
import type { MessageReader } from "../single.ts";
import { contentKind, SNIFF_BYTES } from "../sniff.ts";

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
  const { path, size: fileSize } = file;
  const stream = new FileStream(file, 0, fileSize);
  const read = await readOne(stream, () => new FileStream(file, 0, fileSize), reader, nameOfOther(slice, name));
  const { bytes, size, sha256, offset, damages } = read;
  const marks = slice.source.kind === "maildir" ? [...maildirMarks(name), ...read.marks] : read.marks;
  const location = { path, offset, length: size, folder: slice.source.folder, marks };
  const problems: Problem[] = [...read.problems, ...problemsOf(size, bytes.length, damages)];
  if (isChanged(file) && !problems.some(({ code }) => code === "source.changed")) {
    problems.push({ code: "source.changed" });
  }
  const message = { bytes, size, sha256, key, location, problems, atSourceEnd: false };
  yield messageItem(message, { size: fileSize, mtimeMs: file.mtimeMs, name });
  for (const damage of damages) yield damageItem(path, damage);
}

/** Null in cur/ and new/ of a Maildir, where every file is a bare message; else the name to tell an emlx by. */
function nameOfOther({ source }: Slice, name: string): string | null {
  return source.kind === "folder" || name.startsWith(LOOSE) ? name : null;
}

/** Nearly all files are bare messages, so that is tried first. */
async function readOne(
  stream: FileStream,
  again: () => FileStream,
  reader: MessageReader,
  name: string | null,
): Promise<EmlxMessage> {
  const whole = await reader.read(stream);
  const head = whole.bytes.subarray(0, SNIFF_BYTES);
  const isBare = name === null || parseCountLine(head) === null || contentKind(head, name, false) !== "emlx";
  if (isBare) return { ...whole, offset: 0, marks: [], problems: [], damages: stream.damages };
  const second = again();
  const emlx = await readEmlx(second, reader);
  return { ...emlx, damages: [...emlx.damages, ...second.damages] };
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
