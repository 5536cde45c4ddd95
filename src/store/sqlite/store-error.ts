/** Faults of the disk and of other processes, as the codes a caller acts on; everything else is our bug and is rethrown. */
import type { StoreError } from "../../ports/store.ts";
import { DamagedCase } from "./rows.ts";

/** Thrown where the port has no `Result`: by reads of a case that opened well. `message` is fit for the user. */
export class CaseFault extends Error {
  override readonly name = "CaseFault";
  readonly error: StoreError;
  constructor(error: StoreError, cause: unknown) {
    super(error.message, { cause });
    this.error = error;
  }
}

type Code = StoreError["code"];

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const CODES_BY_SQLITE: ReadonlyMap<number, Code> = new Map([
  [3, "io"], // PERM
  [5, "busy"], // BUSY
  [8, "io"], // READONLY
  [10, "io"], // IOERR
  [11, "damaged"], // CORRUPT
  [13, "full"], // FULL
  [14, "io"], // CANTOPEN
  [15, "busy"], // PROTOCOL: lost a race for the WAL index too often
  [22, "io"], // NOLFS
  [26, "damaged"], // NOTADB
]);

/** SQLITE_IOERR_SHMSIZE: the WAL index could not grow, which only a full disk or quota causes. */
const SHARED_MEMORY_SIZE = 4874;

const CODES_BY_ERRNO: ReadonlyMap<string, Code> = new Map([
  ["ENOSPC", "full"],
  ["EDQUOT", "full"],
  ["EACCES", "io"],
  ["EPERM", "io"],
  ["EROFS", "io"],
  ["EIO", "io"],
  ["ENOTDIR", "io"],
  ["EEXIST", "io"],
  ["EISDIR", "io"],
  ["ELOOP", "io"],
  ["ENAMETOOLONG", "io"],
  ["EMFILE", "io"],
  ["ENFILE", "io"],
]);

/** `folder` is the case's. Rethrows what no caller can act on. */
export function toStoreError(cause: unknown, folder: string): StoreError {
  const code = codeOf(cause);
  if (code === null) throw cause;
  return storeError(code, folder, detailOf(cause));
}

/** The `Error` to throw from a read. */
export function toThrown(cause: unknown, folder: string): Error {
  const code = codeOf(cause);
  if (code !== null) return new CaseFault(storeError(code, folder, detailOf(cause)), cause);
  // An integer beyond 2^53, which we never write.
  if (cause instanceof RangeError && "code" in cause && cause.code === "ERR_OUT_OF_RANGE") {
    return new CaseFault(storeError("damaged", folder, "a number is out of range"), cause);
  }
  return cause instanceof Error ? cause : new Error("a read of the case failed", { cause });
}

/** What, where, why it matters, what to do. `detail` holds no mail text. */
export function storeError(code: Code, folder: string, detail: string): StoreError {
  return { code, message: detail === "" ? WORDS[code](folder) : `${WORDS[code](folder)} (${detail})` };
}

const WORDS: Readonly<Record<Code, (folder: string) => string>> = {
  busy: (folder) =>
    `The case ${folder} is in use by another run that writes to it. Two at once would undo each other's work. ` +
    "Wait until that run has ended, or name another case with --case.",
  older: (folder) =>
    `The case ${folder} was written by an earlier version of letterlock and lacks what this version needs. ` +
    "Nothing in it was changed. Run the same scan again, which brings it up to date where that can be done; else scan " +
    "the mail into another case with --case.",
  newer: (folder) =>
    `The case ${folder} was written by a later version of letterlock, which this version cannot read safely. ` +
    "Use that version, or scan the mail into another case with --case.",
  damaged: (folder) =>
    `The index of the case ${folder} (case.db) is damaged or is not a letterlock case. Its answers could miss messages, ` +
    "so it is not used; nothing in it was changed. Keep it as it is, and scan the mail into another case with --case.",
  full: (folder) =>
    `No space is left on the disk of the case ${folder}. What was read so far is kept. ` +
    "Make space and run the same command again: it goes on where it stopped.",
  io: (folder) =>
    `The case ${folder} cannot be read or written. Without it nothing can be remembered or answered. ` +
    "Check that the folder exists, that it is yours to write, and that its disk is well.",
  missing: (folder) =>
    `There is no case in ${folder}. A case is made by reading mail (scan PATH…). ` +
    "Do that first, or name the case with --case.",
};

function codeOf(cause: unknown): Code | null {
  if (cause instanceof CaseFault) return cause.error.code;
  if (cause instanceof DamagedCase) return "damaged";
  if (!(cause instanceof Error)) return null;
  const errcode = sqliteCodeOf(cause);
  if (errcode === SHARED_MEMORY_SIZE) return "full";
  if (errcode !== null) return CODES_BY_SQLITE.get(errcode & 0xff) ?? null;
  if (!("code" in cause) || typeof cause.code !== "string") return null;
  return CODES_BY_ERRNO.get(cause.code) ?? null;
}

/** The extended result code of an error that `node:sqlite` threw; null for others. */
export function sqliteCodeOf(cause: unknown): number | null {
  if (!(cause instanceof Error) || !("errcode" in cause) || typeof cause.errcode !== "number") return null;
  return cause.errcode;
}

function detailOf(cause: unknown): string {
  const errcode = sqliteCodeOf(cause);
  if (errcode !== null && cause instanceof Error) return `SQLite ${errcode}: ${cause.message}`;
  if (cause instanceof DamagedCase) return cause.message;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
