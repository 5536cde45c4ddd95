/** Items of a slice of files that are one message each. */
import { join } from "node:path";
import type { Problem } from "../../base/problem.ts";
import type { Slice, SliceItem } from "../../ports/mailbox.ts";
import { parseCountLine } from "../emlx/count-line.ts";
import { type EmlxMessage, readEmlx } from "../emlx/read.ts";
import { ExpansionBudget } from "../expansion.ts";
import { faultNotCovered, faultOf } from "../files/not-covered.ts";
import { type FileState, FileStream, type OpenFile, openFile } from "../files/open-file.ts";
import { GunzipStream } from "../gzip/gunzip.ts";
import { damageItem, messageItem, notCoveredItem, problemsOf } from "../items.ts";
import { LOOSE, maildirKeys, maildirWhereabouts } from "../maildir/list.ts";
import { maildirMarks, uniqueName } from "../maildir/names.ts";
import { outlookFile, type ReadItem, rebuiltMessage } from "../outlook/outlook-file.ts";
import type { MessageReader } from "../single.ts";
import { contentKind, packingOf, SNIFF_BYTES } from "../sniff.ts";
import { UnzstdStream } from "../zstd/unzstd.ts";

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
  const other = nameOfOther(slice, name);
  const outlook = other === null ? null : await outlookFile(file, reader);
  if (outlook !== null) {
    yield* outlookItems(outlook, found, slice);
    return;
  }
  const stream = new FileStream(file, 0, fileSize);
  const read = await readOne(stream, () => new FileStream(file, 0, fileSize), reader, other);
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

function* outlookItems(outlook: ReadItem, { file, name, key }: Found, slice: Slice): Generator<SliceItem> {
  const place = { path: file.path, folder: slice.source.folder, marks: [], keyPrefix: "", problems: [] };
  const { message, damages } = rebuiltMessage(outlook, place, key);
  const problems = isChanged(file) ? [...message.problems, { code: "source.changed" }] : message.problems;
  yield messageItem({ ...message, problems, atSourceEnd: false }, { size: file.size, mtimeMs: file.mtimeMs, name });
  for (const damage of damages) yield damageItem(file.path, damage);
}

/** Null in cur/ and new/ of a Maildir, where every file is a bare message; elsewhere it may be an emlx or an Outlook item. */
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
  const packing = name === null ? packingOf(head) : null;
  if (packing !== null) return readPacked(again(), reader, whole.size, packing);
  const isBare = name === null || parseCountLine(head) === null || contentKind(head, name, false) !== "emlx";
  if (isBare) return { ...whole, offset: 0, marks: [], problems: [], damages: stream.damages };
  const second = again();
  const emlx = await readEmlx(second, reader);
  return { ...emlx, damages: [...emlx.damages, ...second.damages] };
}

/** Servers can keep the messages of a Maildir packed, each by itself (Dovecot's compression), under their usual names. */
async function readPacked(
  packed: FileStream,
  reader: MessageReader,
  packedBytes: number,
  packing: "gzip" | "zstd",
): Promise<EmlxMessage> {
  const budget = new ExpansionBudget(packedBytes);
  const stream = packing === "gzip" ? new GunzipStream(packed, budget, null) : new UnzstdStream(packed, budget);
  try {
    const whole = await reader.read(stream);
    return { ...whole, offset: 0, marks: [], problems: [], damages: stream.damages };
  } finally {
    stream.close();
  }
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
