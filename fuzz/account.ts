/**
 * The accounting of a scan, checked from outside (ARCHITECTURE: no message is skipped): found = ok + partial + unparseable, and
 * every file of the tree is a place of a message or is said not to be covered.
 *
 * The program itself scans into a case that is thrown away; the tree is walked here, by other code than the scan's. The remarks
 * of a folder give a count for each reason and three names: so each file that holds no message is asked about by itself, and the
 * sums must be the same. Of plain mail files every byte that is in no message must be a separator or told.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Answer, Coverage, NotCovered } from "../src/case/answer.ts";
import { piecesInPath } from "../src/case/joined.ts";
import { createMailboxReader } from "../src/mailbox/reader.ts";
import type { MessageJson } from "../src/report/json.ts";
import { outsideMessages, type Place } from "./outside-messages.ts";

/** Bytes that an mbox begins with and that are no mail. */
const LEADING = "mbox-leading-bytes";
const INSIDE = " inside ";
const OUTPUT_BYTES_MAX = 1 << 30;
const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const mailbox = createMailboxReader();

export interface Account {
  readonly files: number;
  /** Files that are places of messages. */
  readonly placed: number;
  readonly coverage: Coverage;
  /** Why the others hold none, by code, with their paths. */
  readonly reasons: ReadonlyMap<string, readonly string[]>;
  /** What does not hold, as sentences. */
  readonly faults: readonly string[];
}

/** What the program says on standard output, asked with these words. */
export type Run = (words: readonly string[]) => Promise<string>;

/** Scans the tree and checks what is said of it. Throws when the program says nothing. */
export async function account(path: string, run: Run = byProcess): Promise<Account> {
  const { answer, messages: all } = await scanned(path, run);
  const { coverage } = answer;
  const messages = foundOnes(all);
  const files = filesUnder(path);
  const placesOf = placesByFile(messages);
  const empty = files.filter((file) => !placesOf.has(file));
  const told = await toldByFile(path, empty, coverage.notCovered);
  const namesLeading = new Set(
    coverage.notCovered.filter(({ code }) => code === LEADING).map(({ path: file }) => file),
  );
  const outside = files.flatMap((file) => outsideMessages(file, placesOf.get(file) ?? [], namesLeading.has(file)));
  const joined = all.length - messages.length;
  const apart = joined === coverage.joined ? [] : [`joined: ${coverage.joined}, ${joined}`];
  const faults = [
    ...brokenSums(answer, messages),
    ...apart,
    ...strangePlaces(files, placesOf),
    ...told.faults,
    ...outside,
  ];
  return { files: files.length, placed: files.length - empty.length, coverage, reasons: told.reasons, faults };
}

interface Scanned {
  readonly answer: Answer;
  readonly messages: readonly MessageJson[];
}

/** What `scan --json` and `messages --json` say, each by a run of the program. */
async function scanned(path: string, run: Run): Promise<Scanned> {
  const folder = mkdtempSync(join(tmpdir(), "letterlock-accounting-"));
  try {
    const answer = JSON.parse(await run(["scan", path, "--case", folder, "--json"])) as Answer;
    const listed = await run(["messages", "--case", folder, "--json"]);
    const lines = listed.split("\n").filter(Boolean);
    return { answer, messages: lines.map((line) => JSON.parse(line) as MessageJson) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Messages that lie somewhere: what was put together from pieces has no place on disk. */
function foundOnes(messages: readonly MessageJson[]): readonly MessageJson[] {
  return messages
    .map((message) => ({ ...message, locations: message.locations.filter(({ path }) => piecesInPath(path) === null) }))
    .filter(({ locations }) => locations.length > 0);
}

async function byProcess(words: readonly string[]): Promise<string> {
  const flags = ["--disable-warning=ExperimentalWarning", main, ...words];
  const { stdout, stderr } = spawnSync(process.execPath, flags, { encoding: "utf8", maxBuffer: OUTPUT_BYTES_MAX });
  if (stdout === "" && stderr !== "") throw new Error(stderr);
  return stdout;
}

function brokenSums({ coverage }: Answer, messages: readonly MessageJson[]): readonly string[] {
  const { ok, partial, unparseable, duplicates } = coverage;
  const places = messages.reduce((sum, { locations }) => sum + locations.length, 0);
  const count = (status: string) => formsOf(messages.filter((message) => message.status === status));
  const checks: readonly (readonly [what: string, says: number, is: number])[] = [
    ["messages beside ok + partial + unparseable", coverage.messages, ok + partial + unparseable],
    ["messages of the answer beside those listed", coverage.messages, formsOf(messages)],
    ["messages and duplicates beside places listed", coverage.messages + duplicates, places],
    ["messages of the sources beside places listed", sumOf(coverage.sources.map((one) => one.messages)), places],
    ["ok", ok, count("ok")],
    ["partial", partial, count("partial")],
    ["unparseable", unparseable, count("unparseable")],
    ["unfinished sources", coverage.unfinishedSources, 0],
  ];
  return checks.filter(([, says, is]) => says !== is).map(([what, says, is]) => `${what}: ${says}, ${is}`);
}

/** A message that lies there with both line ends is listed once, was found twice, and reads the same. */
function formsOf(messages: readonly MessageJson[]): number {
  return sumOf(messages.map(({ secondCopies }) => 1 + secondCopies.length));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Regular files, at any depth, by their absolute paths; links are left alone, as the scan leaves them. */
function filesUnder(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function placesByFile(messages: readonly MessageJson[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const { path, offset, length } of messages.flatMap(({ locations }) => locations)) {
    const at = path.indexOf("!/");
    const file = at < 0 ? path : path.slice(0, at);
    const list = places.get(file) ?? [];
    places.set(file, list);
    list.push({ offset, length, isInside: at >= 0 });
  }
  return places;
}

function strangePlaces(files: readonly string[], places: ReadonlyMap<string, unknown>): readonly string[] {
  const known = new Set(files);
  return [...places.keys()].filter((file) => !known.has(file)).map((file) => `a message in ${file}, which is no file`);
}

/** Why each file has no message, asked one by one; the sums of each reason must be what the scan of the tree said. */
async function toldByFile(root: string, files: readonly string[], notCovered: readonly NotCovered[]) {
  const reasons = new Map<string, string[]>();
  const faults: string[] = [];
  const byPath = Map.groupBy(notCovered, ({ path }) => path);
  for (const file of files) {
    const code = await reasonOf(file, byPath);
    if (code === null) faults.push(`${file}: neither a place of a message nor told`);
    else reasons.set(code, [...(reasons.get(code) ?? []), file]);
  }
  const opened = new Set([...reasons].filter(([code]) => code.includes(INSIDE)).flatMap(([, names]) => names));
  const says = countedByCode(root, notCovered, new Set(files.filter((file) => !opened.has(file))));
  for (const code of new Set([...says.keys(), ...reasons.keys()])) {
    if (code.includes(INSIDE)) continue;
    const [said = 0, known = 0] = [says.get(code), reasons.get(code)?.length];
    if (said !== known) faults.push(`${code}: the scan counts ${said}, the files ${known}`);
  }
  return { reasons, faults };
}

/** Null when nobody says why the file gave no message. */
async function reasonOf(file: string, byPath: ReadonlyMap<string, readonly NotCovered[]>): Promise<string | null> {
  if (isMaildirTmp(file)) return "maildir-tmp";
  for await (const found of mailbox.discover([file])) {
    if (found.kind === "not-covered") return found.notCovered.code;
    // A container is told by its own name, or by what is in it.
    const own = [...byPath].find(([path]) => path === file || path.startsWith(`${file}!/`));
    return own === undefined ? null : `${own[1][0]?.code}${INSIDE}${found.source.kind}`;
  }
  return null;
}

/** Named by itself it would be read. */
function isMaildirTmp(file: string): boolean {
  return basename(dirname(file)) === "tmp" && readdirSync(dirname(dirname(file))).includes("cur");
}

/** Of the remarks on files that were not opened: `n files in …`, one for each reason, and those on one file alone. */
function countedByCode(root: string, notCovered: readonly NotCovered[], files: ReadonlySet<string>) {
  const sums = new Map<string, number>();
  for (const { path, code, message } of notCovered) {
    const count = Number(/^(\d+) files? in /.exec(message)?.[1] ?? 0);
    const isSum = count > 0 && (path === root || (count === 1 && files.has(path)));
    const isOwn = count === 0 && files.has(path);
    if (isSum || isOwn) sums.set(code, (sums.get(code) ?? 0) + Math.max(1, count));
  }
  return sums;
}
