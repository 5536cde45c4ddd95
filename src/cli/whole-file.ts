/** A file that is written for the user: whole or not at all, for nobody else to read; an older one stays until the new one is complete. */
import { randomBytes } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { err, ok, type Result } from "../base/result.ts";

/** The error says why, for the user. */
export function writeWhole(file: string, text: string): Result<undefined, string> {
  // A new name that nobody can have laid a link at, with a mode that an older file's cannot widen.
  const unfinished = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    writeFileSync(unfinished, text, { mode: 0o600, flag: "wx" });
    renameSync(unfinished, file);
    return ok(undefined);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    const { code = "unknown" } = cause as NodeJS.ErrnoException;
    return err(REASONS.get(code) ?? code);
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "ENOENT: its folder does not exist"],
  ["ENOTDIR", "ENOTDIR: what should be its folder is a file"],
  ["EISDIR", "EISDIR: there is a folder of that name"],
  ["EACCES", "EACCES: you may not write there"],
  ["EPERM", "EPERM: you may not write there"],
  ["EROFS", "EROFS: nothing can be written there"],
  ["ENOSPC", "ENOSPC: the disk is full"],
]);
