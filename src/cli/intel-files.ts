/**
 * Files of the public record that the user names: read, told when they cannot be, and kept in the case: their indicators to hunt for,
 * what they say and their bytes in the ledger.
 */
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { epochMs } from "../base/brand.ts";
import { decodeText } from "../base/decode-text.ts";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { IntelFile, UnusableIndicator } from "../case/indicator.ts";
import type { LedgerDocument } from "../case/ledger.ts";
import { type FeedManifest, parseFeedHashes, parseManifest } from "../intel/misp/feed.ts";
import type { WarningList } from "../intel/read-warning-list.ts";
import { type Entered, enter } from "../ledger/revisions.ts";
import type { CaseStore } from "../ports/store.ts";
import type { Arguments, Flag } from "./flags.ts";
import { createReportDesk } from "./report-desk.ts";

export interface GivenIntel {
  readonly document: LedgerDocument;
  /** What it gives to hunt for; null for statements that somebody typed. */
  readonly file: IntelFile | null;
  readonly bytes: Uint8Array;
}

/** A file that gives something to hunt for. */
export interface GivenFile extends GivenIntel {
  readonly file: IntelFile;
}

/** Of the user, as written. */
export interface IntelWishes {
  /** Lists whose values are doubted where a document names them. */
  readonly warningFiles?: readonly string[] | undefined;
  /** What the columns of tables are: then all files are read as tables. */
  readonly columns?: readonly string[] | undefined;
}

/** What the flags of a command ask for. */
export function intelWishesOf({ values }: Arguments): IntelWishes {
  return { warningFiles: values.get(WARNING_FLAG.name), columns: values.get(COLUMNS_FLAG.name) };
}

/** Files, and folders of MISP feeds. The error is a sentence for the user. */
export async function readIntelFiles(
  paths: readonly string[],
  { warningFiles = [], columns = [] }: IntelWishes = {},
): Promise<Result<readonly GivenFile[], string>> {
  if (paths.length === 0) return ok([]);
  const warningLists = await readWarningFiles(warningFiles);
  if (!warningLists.ok) return warningLists;
  const { parseColumns } = await import("../intel/columns.ts");
  const mapping = columns.length === 0 ? ok(undefined) : parseColumns(columns);
  if (!mapping.ok) return err(`--${COLUMNS_FLAG.name} ${mapping.error}`);
  const desk = createReportDesk({ warningLists: warningLists.value });
  // Both threads load their readers at the same time.
  if (mapping.value === undefined && paths.some(isSurelyDocument)) desk.begin();
  // Loaded here: most runs are given none, and the readers of documents are large.
  const { readPublished } = await import("../ledger/read-published.ts");
  const read = async (bytes: Uint8Array, path: string): Promise<Result<GivenFile, string>> => {
    const published = await readPublished(bytes, path, { asReport: desk.read, columns: mapping.value });
    return published.ok ? ok({ ...published.value, bytes }) : published;
  };
  const found: GivenFile[] = [];
  try {
    for (const path of new Set(paths.map((one) => resolve(one)))) {
      const given = isFolder(path) ? await readFeed(path, read) : await readOne(path, read);
      if (!given.ok) return err(`${path} ${given.error}`);
      found.push(...[given.value].flat());
    }
  } finally {
    await desk.close();
  }
  return ok(found);
}

/** `--official`: of intel and hunt. */
export const OFFICIAL_FLAG: Flag = {
  name: "official",
  value: "NAME",
  help: "you vouch that NAME, which speaks for a state, published these files; what a file says of itself is a claim, and makes nothing surer",
};

/** With the publisher that the user vouches for, where one was named. */
export function vouchedFor<T extends GivenIntel>(given: readonly T[], args: Arguments): readonly T[] {
  const publisher = args.values.get(OFFICIAL_FLAG.name)?.[0]?.trim() ?? "";
  if (publisher === "") return given;
  return given.map((one) => ({ ...one, document: { ...one.document, publisher, vouchedBy: "user" as const } }));
}

/** `--warning-list`: of intel and hunt. */
export const WARNING_FLAG: Flag = {
  name: "warning-list",
  value: "FILE",
  repeats: true,
  help: "doubt what this MISP warning list names, when it stands in a document",
};

/** `--columns`: of intel and hunt. */
export const COLUMNS_FLAG: Flag = {
  name: "columns",
  value: "MAP",
  repeats: true,
  help: "the files are tables (CSV), and this says what their columns are, by heading or number: value=IOC,type=Kind,name=Note,from=2,until=3,group=Actor",
};

async function readWarningFiles(paths: readonly string[]): Promise<Result<readonly WarningList[], string>> {
  if (paths.length === 0) return ok([]);
  const { readWarningList } = await import("../intel/read-warning-list.ts");
  const lists: WarningList[] = [];
  for (const path of paths) {
    const bytes = readBytes(path);
    const list = bytes.ok ? readWarningList(decodeText(bytes.value).text) : bytes;
    if (!list.ok) return err(`${path} ${list.error}`);
    lists.push(list.value);
  }
  return ok(lists);
}

export async function readStatementFiles(paths: readonly string[]): Promise<Result<readonly GivenIntel[], string>> {
  const { readStatementFile } = await import("../ledger/read-statement-file.ts");
  const found: GivenIntel[] = [];
  for (const path of new Set(paths.map((one) => resolve(one)))) {
    const given = await readOne(path, async (bytes) => {
      const read = readStatementFile(bytes, path);
      return read.ok ? ok({ document: read.value, file: null, bytes }) : read;
    });
    if (!given.ok) return err(`${path} ${given.error}`);
    found.push(given.value);
  }
  return ok(found);
}

type ReadBytes<T> = (bytes: Uint8Array, path: string) => Promise<Result<T, string>>;

async function readOne<T>(path: string, read: ReadBytes<T>): Promise<Result<T, string>> {
  const bytes = readBytes(path);
  return bytes.ok ? read(bytes.value, path) : bytes;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A MISP feed: the events that its manifest names, each a file of its own. One that is not there or broken is told in the first one's list. */
async function readFeed(folder: string, read: ReadBytes<GivenFile>): Promise<Result<readonly GivenFile[], string>> {
  const manifest = readBytes(join(folder, "manifest.json"));
  if (!manifest.ok) return err("is a folder without a manifest.json: a MISP feed has one; name other files themselves");
  const parsed = parseManifest(decodeText(manifest.value).text);
  if (!parsed.ok) return err(`has a manifest.json that ${parsed.error}`);
  const files: GivenFile[] = [];
  const failed: UnusableIndicator[] = [];
  for (const { file, info } of parsed.value.entries) {
    const event = await readOne(join(folder, file), read);
    if (event.ok) files.push(event.value);
    else failed.push({ place: file, text: info.slice(0, 200), why: `the event ${event.error}` });
  }
  for (const one of unlisted(folder, parsed.value))
    failed.push({ place: "hashes.csv", text: one, why: "it names this event, and manifest.json does not" });
  for (const key of parsed.value.strange) failed.push({ place: "manifest.json", text: key, why: "the key is no uuid" });
  const [first, ...others] = files;
  if (first === undefined)
    return err(`is a MISP feed, and none of its events could be read: ${failed[0]?.why ?? "it names none"}`);
  const unusable = [...failed, ...first.file.unusable].slice(0, limits.unusableListedMax);
  const file = { ...first.file, unusable, unusableCount: first.file.unusableCount + failed.length };
  return ok([{ ...first, file }, ...others]);
}

/** Events of which the feed has hashes, and no entry: it was copied in part. */
function unlisted(folder: string, { entries }: FeedManifest): readonly string[] {
  const bytes = readBytes(join(folder, "hashes.csv"));
  if (!bytes.ok) return [];
  const known = new Set(entries.map(({ uuid }) => uuid));
  const named = new Set([...parseFeedHashes(decodeText(bytes.value).text).hashes.values()].flat());
  return [...named].filter((uuid) => !known.has(uuid));
}

/** PDF or DOCX by its first bytes; of other files it shows later whether they are documents. */
function isSurelyDocument(path: string): boolean {
  const head = Buffer.alloc(5);
  try {
    const file = openSync(path, "r");
    try {
      readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  return head.equals(Buffer.from("%PDF-")) || head.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"));
}

function readBytes(path: string): Result<Uint8Array, string> {
  try {
    const { size } = statSync(path);
    if (size > limits.intelFileBytesMax)
      return err(`has ${size} bytes; give it in parts of at most ${limits.intelFileBytesMax}`);
    return ok(readFileSync(path));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return err("was not found");
    return err(`cannot be read: ${message}`);
  }
}

/** What is hunted for after it. A file that was given before is replaced by what it holds today. `forgotten`: files that are kept no more. */
export async function keepIntel(
  store: CaseStore,
  files: readonly IntelFile[],
  forgotten: readonly string[] = [],
): Promise<Result<readonly IntelFile[], string>> {
  const known = (await store.intelHeads()).map(({ path }) => path);
  // An address was kept as it is.
  const gone = new Set(forgotten.map((one) => (known.includes(one) ? one : resolve(one))));
  const stranger = [...gone].find((path) => !known.includes(path));
  if (stranger !== undefined) return err(`${stranger} is not among the files that are hunted for`);
  const given = new Set([...files.map(({ path }) => path), ...gone]);
  const all = [...(await store.intel(given)), ...files];
  const saved = await store.saveIntel(files, [...gone]);
  return saved.ok ? ok(all) : err(saved.error.message);
}

/** Keeps what documents say, with their bytes. `today`: RFC 3339. `again`: also those that the user had taken out. */
export async function keepInLedger(
  store: CaseStore,
  given: readonly GivenIntel[],
  { today, again = false }: { readonly today: string; readonly again?: boolean },
): Promise<Result<readonly Entered[], string>> {
  const [documents, removed] = [[...(await store.documents())], await store.removed()];
  const entered: Entered[] = [];
  const kept: { readonly document: LedgerDocument; readonly bytes: Uint8Array }[] = [];
  const added = epochMs(Date.parse(today.slice(0, 10))) ?? undefined;
  for (const { document, bytes } of given) {
    const one = enter({ ...document, added }, { kept: documents, removed, again });
    entered.push(one);
    if (one.as === "removed") continue;
    kept.push({ document: one.document, bytes });
    if (one.as !== "same") documents.push(one.document);
  }
  const saved = kept.length === 0 ? ok(undefined) : await store.keepDocuments(kept);
  return saved.ok ? ok(entered) : err(saved.error.message);
}
