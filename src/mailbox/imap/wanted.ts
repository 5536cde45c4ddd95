/**
 * A message of a slice, as text, so that slices stay plain data: `uidvalidity:uid:size` and, for one that was read before,
 * `:sha256` of what it was. `uidvalidity:uid` is the key of its place, the same for ever (RFC 3501 2.3.1.1).
 */
import type { FileMemory } from "../../ports/mailbox.ts";
import { flagNames, type ListedMessage } from "./listing.ts";

export interface Wanted {
  readonly key: string;
  readonly uid: number;
  readonly size: number;
  /** What the message was when it was read before; null when it was not. */
  readonly sha256: string | null;
}

export function keyOf(uidValidity: string, uid: number): string {
  return `${uidValidity}:${uid}`;
}

export function toEntry(uidValidity: string, { uid, size }: ListedMessage, before: FileMemory | undefined): string {
  const sha256 = before === undefined ? "" : sha256In(before);
  return `${keyOf(uidValidity, uid)}:${size}${sha256 === "" ? "" : `:${sha256}`}`;
}

export function fromEntry(entry: string): Wanted {
  const [uidValidity = "0", uid = "0", size = "0", sha256 = null] = entry.split(":");
  return { key: `${uidValidity}:${uid}`, uid: Number(uid), size: Number(size), sha256 };
}

/** The UIDVALIDITY that a slice was planned with. */
export function uidValidityOf(files: readonly string[]): string | null {
  return files[0]?.split(":", 1)[0] ?? null;
}

/** What is remembered of a message that was read: its promised size, its flags and its hash. */
export function toMemory(promisedSize: number, flags: number, sha256: string): FileMemory {
  return { size: promisedSize, mtimeMs: 0, name: [...flagNames(flags), sha256].join(" ") };
}

/** True when the server says the same of the message as when it was read. */
export function isAsRead({ size, flags }: ListedMessage, before: FileMemory | undefined): boolean {
  if (before === undefined || before.size !== size) return false;
  return before.name === toMemory(size, flags, sha256In(before)).name;
}

function sha256In({ name }: FileMemory): string {
  return name.split(" ").at(-1) ?? "";
}
