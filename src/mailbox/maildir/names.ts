/**
 * Names of a Maildir (https://cr.yp.to/proto/maildir.html) and of Maildir++ folders: who a file is, its flags, and what
 * people call its folder.
 */

import { markOf } from "../../case/marks.ts";
import type { MarkRecord } from "../../case/record.ts";

/** Between unique name and flags stands `:2,`; systems that forbid the colon put `;` or `!` there. */
const SEPARATORS: readonly string[] = [":2,", ";2,", "!2,"];

const FLAG_NAMES: ReadonlyMap<string, string> = new Map([
  ["D", "\\Draft"],
  ["F", "\\Flagged"],
  ["P", "$Forwarded"],
  ["R", "\\Answered"],
  ["S", "\\Seen"],
  ["T", "\\Deleted"],
]);

/** Where the info part begins; the length of the name when it has none. */
export function infoStart(fileName: string): number {
  const at = Math.max(...SEPARATORS.map((separator) => fileName.lastIndexOf(separator)));
  return at < 0 ? fileName.length : at;
}

/** The name that a message keeps when its flags change. */
export function uniqueName(fileName: string): string {
  return fileName.slice(0, infoStart(fileName));
}

/** IMAP names of the flags, sorted, each once; unknown letters (keywords of the server) are left out. */
export function flagsOf(fileName: string): readonly string[] {
  const letters = fileName.slice(infoStart(fileName) + 3);
  const flags = new Set<string>();
  for (const letter of letters.slice(0, 64)) {
    const flag = FLAG_NAMES.get(letter);
    if (flag !== undefined) flags.add(flag);
  }
  return [...flags].sort();
}

/**
 * What the last two parts of a path say: flags for a file in cur/, none set for one in new/; nothing for other files. In
 * cur/ a name without the info part says nothing either, since programs that keep flags elsewhere write it so.
 */
export function maildirMarks(path: string): readonly MarkRecord[] {
  const [part, name = ""] = path.split("/").slice(-2);
  if (part === "new") return [markOf("maildir", [])];
  return part === "cur" && infoStart(name) < name.length ? [markOf("maildir", flagsOf(name))] : [];
}

/** `.Sent.2020` → `Sent/2020`, each level decoded from modified UTF-7; null when the name is no Maildir++ folder. */
export function maildirFolder(directoryName: string): string | null {
  if (!directoryName.startsWith(".") || directoryName.length < 2) return null;
  return directoryName.slice(1).split(".").map(decodeFolderName).join("/");
}

/** Modified UTF-7 of mailbox names (RFC 3501 5.1.3). What is no such text stays as it is. */
export function decodeFolderName(name: string): string {
  return name.replace(/&([A-Za-z0-9+,]*)-/g, (whole, base64: string) => {
    if (base64 === "") return "&";
    const units = Buffer.from(base64.replaceAll(",", "/"), "base64");
    const text = units
      .subarray(0, units.length & ~1)
      .swap16()
      .toString("utf16le");
    return text !== "" && text.isWellFormed() ? text : whole;
  });
}
