/**
 * Test messages of rules on disk: beside rule files a folder `tests`, in it one folder a rule, called by the rule's id, with mailboxes
 * `match-…` and `clear-…` (docs/rules.md). A mailbox is whatever `scan` reads: a file of one message, an mbox, a folder. Reads only.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { err, ok, type Result } from "../base/result.ts";

/** `match`: the rule must give a finding on one of its messages at least; `clear`: on none. */
export type Wanted = "match" | "clear";

export interface TestMailbox {
  readonly path: string;
  readonly wanted: Wanted;
}

export interface TestFolder {
  readonly path: string;
  /** As `testFolderName` of the rule's id. */
  readonly name: string;
  readonly mailboxes: readonly TestMailbox[];
  /** Whose mail it is, as `scan --owner` takes it; of `owner.txt` in the folder, or in the one above. Empty: as the mail lets it infer. */
  readonly owners: readonly string[];
  /** Its rule must be among those that are tested: false where one rule file was named, beside which others' tests lie as well. */
  readonly isExpected: boolean;
  /** What lies there and is neither: a misspelt name must not pass for a test. */
  readonly strange: readonly string[];
}

export const TESTS = "tests";
const OWNER = "owner.txt";

/** What a file system would not take is a dash: `rule/My rule` → `rule-My-rule`. */
export function testFolderName(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9._-]+/g, "-");
}

/** Of all `tests` folders in the operands that are folders, and beside those that are rule files; by path. The error is a sentence for the user. */
export function readTestFolders(operands: readonly string[]): Result<readonly TestFolder[], string> {
  const found = new Map<string, TestFolder>();
  try {
    for (const operand of operands) {
      const isExpected = statSync(operand).isDirectory();
      const roots = isExpected ? testRootsIn(operand) : [join(dirname(operand), TESTS)];
      for (const root of roots.filter((path) => existsSync(path))) {
        for (const folder of foldersOf(root, isExpected)) {
          if (isExpected || !found.has(folder.path)) found.set(folder.path, folder);
        }
      }
    }
  } catch (cause) {
    const { code = "unknown", path = "a folder of tests" } = cause as NodeJS.ErrnoException;
    return err(`${path} could not be read: ${code}`);
  }
  return ok([...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
}

function testRootsIn(operand: string): readonly string[] {
  const roots: string[] = [];
  const open = [operand];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name.startsWith(".")) continue;
      (entry.name === TESTS ? roots : open).push(join(next, entry.name));
    }
  }
  return roots;
}

function foldersOf(root: string, isExpected: boolean): readonly TestFolder[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => testFolder(root, name, isExpected));
}

function testFolder(root: string, name: string, isExpected: boolean): TestFolder {
  const path = join(root, name);
  const mailboxes: TestMailbox[] = [];
  const strange: string[] = [];
  for (const entry of readdirSync(path).sort()) {
    const wanted = /^(match|clear)-./.exec(entry)?.[1] as Wanted | undefined;
    if (wanted !== undefined) mailboxes.push({ path: join(path, entry), wanted });
    else if (entry !== OWNER && !entry.startsWith(".")) strange.push(join(path, entry));
  }
  const owner = [join(path, OWNER), join(root, OWNER)].find((file) => existsSync(file));
  return { path, name, mailboxes, owners: owner === undefined ? [] : ownersIn(owner), isExpected, strange };
}

/** Addresses or `@domain`s, one a line; lines that begin with # are comments. */
function ownersIn(file: string): readonly string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim().toLowerCase())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
