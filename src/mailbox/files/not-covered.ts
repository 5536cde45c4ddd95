/**
 * Sentences for what could not be read: what, where, why it matters, what to do. Names in them are escaped; the `path`
 * of an item is the true one.
 */
import type { NotCovered } from "../../case/answer.ts";
import { shown } from "./names.ts";

/** Why a file or directory cannot be used; the codes are stored and exported. */
export type FaultCode = "not-found" | "permission" | "symlink" | "special-file" | "io";

const FAULT_SENTENCES: Readonly<Record<FaultCode, string>> = {
  "not-found": "does not exist (any more), so no mail was read from it. Check the path and scan again.",
  permission:
    "may not be read by this user, so its mail is not part of the answer. Give this user permission to read it and scan again.",
  symlink:
    "is a symbolic link that leads nowhere or in a circle, so nothing was read through it. Name the file or folder it should lead to.",
  "special-file":
    "is no regular file (a pipe, socket or device); such files are never opened. If mail lies behind it, save that mail to a file and scan the file.",
  io: "could not be read: the disk or file system reported an error, so its mail is missing from the answer. Copy the data to a sound disk and scan the copy.",
};

export function notCovered(path: string, code: string, message: string): NotCovered {
  return { path, code, message };
}

export function faultNotCovered(path: string, code: FaultCode): NotCovered {
  return notCovered(path, code, `${shown(path)} ${FAULT_SENTENCES[code]}`);
}

const FAULT_BY_ERRNO: ReadonlyMap<string, FaultCode> = new Map([
  ["ENOENT", "not-found"],
  ["ENOTDIR", "not-found"],
  ["EACCES", "permission"],
  ["EPERM", "permission"],
  ["ELOOP", "symlink"],
  ["ENXIO", "special-file"],
  // A NUL in a path: no file can be called so.
  ["ERR_INVALID_ARG_VALUE", "not-found"],
]);

/** The code for an error of the file system; whatever is none is our own bug and thrown on. */
export function faultOf(error: unknown): FaultCode {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const known = FAULT_BY_ERRNO.get(code);
  if (known === undefined && !/^E[A-Z0-9]+$/.test(code)) throw error;
  return known ?? "io";
}
