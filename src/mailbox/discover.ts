/**
 * Finds the sources under the given paths, in sorted order, to any depth. Links found on the way are not followed, and
 * everything that is not read is said: one item a kind and given path.
 */
import { lstatSync, realpathSync, type Stats } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import { err, ok, type Result } from "../base/result.ts";
import type { NotCovered } from "../case/answer.ts";
import type { Discovered, Source, SourceKind } from "../ports/mailbox.ts";
import { type Listing, listDirectory } from "./files/directory.ts";
import { diskPath, shown } from "./files/names.ts";
import { type FaultCode, faultNotCovered, faultOf, notCovered } from "./files/not-covered.ts";
import { fileStateOf } from "./files/open-file.ts";
import { isDatabase, type SniffedFile, sniffFile } from "./files/sniff-file.ts";
import { Tally } from "./files/tally.ts";
import { isMaildirFile, NamedFiles } from "./folder/named-files.ts";
import { childLabel, rootLabel } from "./folder-label.ts";
import { isMaildirMessage } from "./maildir/list.ts";
import { isOneMessage } from "./sniff.ts";

/** Unreadable files and directories that are named one by one; more are counted. */
const FAULTS_MAX = 100;

export async function* discover(paths: readonly string[]): AsyncGenerator<Discovered> {
  const seen = new Set<string>();
  const named = new NamedFiles();
  for (const given of [...new Set(paths.map((path) => resolve(path)))].sort()) {
    for await (const found of discoverOne(given, named)) {
      // A path given twice, once inside the other, yields each source once.
      if (found.kind === "source" && !isNew(seen, found.source)) continue;
      yield found;
    }
  }
  // Last, when it is known which directories are read as a whole.
  for (const found of named.sources()) if (isNew(seen, found)) yield source(found);
}

function isNew(seen: Set<string>, { path, kind }: Source): boolean {
  const name = `${kind} ${path}`;
  if (seen.has(name)) return false;
  seen.add(name);
  return true;
}

/** A link that is given by name is followed: the user means what it leads to. */
async function* discoverOne(given: string, named: NamedFiles): AsyncGenerator<Discovered> {
  const real = realState(given);
  if (!real.ok) {
    yield { kind: "not-covered", notCovered: faultNotCovered(given, real.error) };
    return;
  }
  const { path, stats } = real.value;
  if (stats.isDirectory()) yield* new Walk(path).run();
  else if (!stats.isFile()) yield { kind: "not-covered", notCovered: faultNotCovered(path, "special-file") };
  else yield* givenFile(path, named);
}

function realState(given: string): Result<{ readonly path: string; readonly stats: Stats }, FaultCode> {
  try {
    const stats = lstatSync(diskPath(given));
    if (!stats.isSymbolicLink()) return ok({ path: given, stats });
    const path = realpathSync(given);
    return ok({ path, stats: lstatSync(path) });
  } catch (error) {
    return err(faultOf(error));
  }
}

function* givenFile(path: string, named: NamedFiles): Generator<Discovered> {
  const sniffed = sniffFile(path);
  if (!sniffed.ok) {
    yield { kind: "not-covered", notCovered: faultNotCovered(path, sniffed.error) };
    return;
  }
  const { kind, size, mtimeMs } = sniffed.value;
  const sourceKind = sourceKindOf(sniffed.value);
  if (isOneMessage(kind) || isMaildirFile(path)) named.add(path, size);
  else if (sourceKind !== null)
    yield source({ path, kind: sourceKind, size, mtimeMs, folder: rootLabel(basename(path)) });
  else {
    const code = codeOf(sniffed.value);
    const message = `${shown(path)}: ${SENTENCES.get(code) ?? code}`;
    yield { kind: "not-covered", notCovered: notCovered(path, code, message) };
  }
}

/** Kinds of content that make a file a source of its own. */
const FILE_KINDS: ReadonlySet<string> = new Set<SourceKind>(["mbox", "gzip", "zstd", "tar", "zip", "pst"]);

/** Null for files that are no source of their own. */
function sourceKindOf({ kind }: SniffedFile): SourceKind | null {
  return FILE_KINDS.has(kind) ? (kind as SourceKind) : null;
}

const SENTENCES: ReadonlyMap<string, string> = new Map([
  [
    "no-mail",
    "no mail in a format that is known here (mbox, Maildir, eml, emlx, msg, pst; gzip, zstd, tar or zip of these), so not searched.",
  ],
  ["empty", "empty, so there is nothing to search. If mail should be there, look for another copy."],
  [
    "unsupported",
    "perhaps mail, in a format that is not read yet (Outlook for Mac, Babyl, an mbox whose lines end in CR alone, 7z, xz, bzip2 and the like), so not searched. Export or unpack it to mbox or eml and scan that.",
  ],
  [
    "special-file",
    "no regular file (a pipe, socket or device); such files are never opened. If mail lies behind it, save that mail to a file and scan the file.",
  ],
  [
    "symlink",
    "a symbolic link that is broken or leads out of the folder; links found in folders are not followed. Name its target on the command line if it should be read.",
  ],
  [
    "maildir-tmp",
    "in tmp/ of a Maildir, where unfinished deliveries lie; not read. Scan the file by name if it matters.",
  ],
]);

/** The database of a case, and what SQLite and its lock put beside it (docs/formats/case.md). */
const CASE_FILE = "case.db";
const CASE_FILES: ReadonlySet<string> = new Set([
  CASE_FILE,
  "case.db-wal",
  "case.db-shm",
  "case.db-journal",
  "case.lock",
]);
const CASE_SENTENCE = "a letterlock case, not mail, so not searched.";

function isCaseFolder(path: string, names: readonly string[]): boolean {
  return names.includes(CASE_FILE) && isDatabase(join(path, CASE_FILE));
}

/** Whoever names a mail so does not hide it: only what holds no mail is passed over. */
function isNoMail({ kind }: SniffedFile): boolean {
  return kind === "none" || kind === "empty";
}

interface Visit {
  readonly path: string;
  /** Folder name for people. */
  readonly label: string;
}

/** The walk below one given directory. */
class Walk {
  readonly #root: string;
  readonly #tally: Tally;
  #sources = 0;
  #faults = 0;
  #cases = 0;

  constructor(root: string) {
    this.#root = root;
    this.#tally = new Tally(root, SENTENCES);
  }

  async *run(): AsyncGenerator<Discovered> {
    const open: Visit[] = [{ path: this.#root, label: rootLabel(basename(this.#root)) }];
    for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
      const children: Visit[] = [];
      for await (const found of this.#visit(visit, children)) {
        if (found.kind === "source") this.#sources += 1;
        yield found;
      }
      open.push(...children.reverse());
    }
    for (const item of this.#remarks()) yield { kind: "not-covered", notCovered: item };
  }

  #remarks(): NotCovered[] {
    const items = this.#tally.items();
    if (this.#faults > FAULTS_MAX) {
      const rest = this.#faults - FAULTS_MAX;
      const message = `${rest} more files or folders in ${shown(this.#root)} could not be read, so their mail is not part of the answer. Mend what is named above and scan again.`;
      items.push(notCovered(this.#root, "io", message));
    }
    if (this.#sources > 0 || this.#faults > 0 || items.some(({ code }) => code === "no-mail")) return items;
    const message = `${shown(this.#root)} holds no mail in a format that is known here (mbox, Maildir, eml, emlx, msg, pst; gzip, zstd, tar or zip of these), so nothing was searched. Check the path.`;
    return [...items, notCovered(this.#root, "no-mail", message)];
  }

  async *#visit(visit: Visit, children: Visit[]): AsyncGenerator<Discovered> {
    const listed = await listDirectory(visit.path);
    if (!listed.ok) {
      yield* this.#fault(visit.path, listed.error);
      return;
    }
    const { files, directories, links, specials } = listed.value;
    this.#tallyLinks(visit.path, links);
    for (const name of specials) this.#tally.add("special-file", join(visit.path, name));
    const isMaildir = holdsMaildir(listed.value);
    const inMaildir = isMaildir ? yield* this.#maildir(visit, children) : 0;
    const { size, messages } = yield* this.#files(visit, files);
    if (isMaildir || messages > 0) {
      const kind = isMaildir ? "maildir" : "folder";
      yield source({ path: visit.path, kind, size: inMaildir + size, mtimeMs: 0, folder: visit.label });
    }
    for (const name of directories) {
      if (isMaildir && (name === "cur" || name === "new" || name === "tmp")) continue;
      children.push({ path: join(visit.path, name), label: childLabel(visit, name, this.#root) });
    }
  }

  /** Sources of their own; counts the files that are messages. */
  *#files(visit: Visit, names: readonly string[]): Generator<Discovered, { size: number; messages: number }> {
    let size = 0;
    let messages = 0;
    const isCase = isCaseFolder(visit.path, names);
    for (const name of names) {
      const path = join(visit.path, name);
      const sniffed = sniffFile(path);
      if (!sniffed.ok) {
        yield* this.#fault(path, sniffed.error);
        continue;
      }
      const kind = sourceKindOf(sniffed.value);
      const state = { size: sniffed.value.size, mtimeMs: sniffed.value.mtimeMs };
      if (kind !== null) yield source({ path, kind, ...state, folder: childLabel(visit, name, this.#root) });
      else if (isCase && CASE_FILES.has(name) && isNoMail(sniffed.value)) yield* this.#caseFile(path);
      else if (!isOneMessage(sniffed.value.kind)) this.#tally.add(codeOf(sniffed.value), path);
      else {
        messages += 1;
        size += state.size;
      }
    }
    return { size, messages };
  }

  /** One remark for all files of a case. */
  *#caseFile(path: string): Generator<Discovered> {
    if (basename(path) !== CASE_FILE) return;
    this.#cases += 1;
    if (this.#cases > FAULTS_MAX) this.#tally.add("no-mail", path);
    else yield { kind: "not-covered", notCovered: notCovered(path, "no-mail", `${shown(path)}: ${CASE_SENTENCE}`) };
  }

  /** Every file in cur/ and new/ is a message, whatever it holds; only hidden ones are looked into. Gives their bytes. */
  async *#maildir(visit: Visit, children: Visit[]): AsyncGenerator<Discovered, number> {
    let size = 0;
    for (const part of ["cur", "new", "tmp"]) {
      const path = join(visit.path, part);
      const listed = await listDirectory(path);
      if (!listed.ok) {
        // One of new/ and tmp/ may be missing.
        if (listed.error !== "not-found") yield* this.#fault(path, listed.error);
        continue;
      }
      const { files, directories, links, specials } = listed.value;
      this.#tallyLinks(path, links);
      for (const name of specials) this.#tally.add("special-file", join(path, name));
      for (const name of directories) children.push({ path: join(path, name), label: visit.label });
      for (const name of files) {
        if (part === "tmp") this.#tally.add("maildir-tmp", join(path, name));
        else if (isMaildirMessage(path, name)) size += sizeOf(join(path, name));
        else this.#tally.add("no-mail", join(path, name));
      }
    }
    return size;
  }

  /** Links to something inside the walk are covered at its own place. */
  #tallyLinks(directory: string, names: readonly string[]): void {
    for (const name of names) {
      const path = join(directory, name);
      if (!leadsInto(path, this.#root)) this.#tally.add("symlink", path);
    }
  }

  *#fault(path: string, code: FaultCode): Generator<Discovered> {
    this.#faults += 1;
    if (this.#faults <= FAULTS_MAX) yield { kind: "not-covered", notCovered: faultNotCovered(path, code) };
  }
}

function source(found: Source): Discovered {
  return { kind: "source", source: found };
}

function codeOf({ kind }: SniffedFile): string {
  return kind === "none" ? "no-mail" : kind;
}

function holdsMaildir({ directories }: Listing): boolean {
  return directories.includes("cur") && (directories.includes("new") || directories.includes("tmp"));
}

function sizeOf(path: string): number {
  try {
    return fileStateOf(lstatSync(diskPath(path))).size;
  } catch (error) {
    // Delivered mail moves while we look; reading tells what became of it.
    faultOf(error);
    return 0;
  }
}

function leadsInto(link: string, root: string): boolean {
  try {
    const target = realpathSync(diskPath(link)).toString();
    const base = realpathSync(diskPath(root)).toString();
    return target === base || target.startsWith(base + sep);
  } catch (error) {
    faultOf(error);
    return false;
  }
}
