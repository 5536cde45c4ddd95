/** Did the owner send a message, did somebody else, or does somebody write in the owner's name? */
import { alignedPass } from "../auth/alignment.ts";
import { isDraftFolder, isSentFolder } from "../case/folder-names.ts";
import { flagsOf, labelsOf } from "../case/marks.ts";
import type { MessageOutline } from "../case/outline.ts";
import { receivedResults } from "../case/received-results.ts";
import type { LocationRecord, MarkRecord, MessageRecord } from "../case/record.ts";
import { fromAddress, isOwner } from "../cluster/sender.ts";
import type { CaseStore } from "../ports/store.ts";

/** The owner's addresses, and the names of the owner's own mail servers. */
export interface Owner {
  readonly owners: ReadonlySet<string>;
  readonly servers: readonly string[];
}

/** `forged`: in the owner's name, and what was recorded at receipt does not agree · `unvouched`: in the owner's name, and nothing says whose it is. */
export type Ownership = "own" | "forged" | "unvouched" | "other";

/**
 * Did the owner send it? From alone says nothing: whoever forges it would be one of us. It is the owner's where a result vouches for it, where it lies
 * among the sent mail, or where no server ever took it: a forger's always was taken.
 */
export async function ownership(
  store: CaseStore,
  record: MessageRecord,
  { owners, servers }: Owner,
): Promise<Ownership> {
  if (!isOwner(fromAddress(record), owners)) return "other";
  const isRecorded = receivedResults(record.auth, servers).length > 0;
  if (!isRecorded && record.received !== true) return "own";
  const { dkim, spf, dmarc } = alignedPass(record.auth, record.claims, servers);
  if (dkim || spf || dmarc) return "own";
  const locations = await locationsOf(store, record);
  if (locations.some(isAmongSent)) return "own";
  return isRecorded ? "forged" : "unvouched";
}

/** Not by the path: what lies above the folder is called as whoever handed the mail over liked. */
function isAmongSent({ folder, marks }: LocationRecord): boolean {
  return [folder, ...labelsOf(marks.filter(isKept))].some(isSentFolder);
}

/** By a server or program that keeps mail, or in a field that counts above all that came with the message; a sender can write the others as well. */
function isKept({ origin }: MarkRecord): boolean {
  return origin === "imap" || origin === "gmail" || origin === "outlook";
}

/** As `ownership`. Only mail in the owner's name that a server received asks for its record. */
export async function ownershipByOutline(store: CaseStore, outline: MessageOutline, owner: Owner): Promise<Ownership> {
  if (!isOwner(fromAddress(outline), owner.owners)) return "other";
  if (!outline.authenticated && outline.received !== true) return "own";
  const stored = await store.message(outline.sha256);
  return stored === null ? "other" : ownership(store, stored.record, owner);
}

/** It lies among drafts alone: written, and sent to nobody. */
export async function isUnsent(store: CaseStore, message: Pick<MessageRecord, "sha256">): Promise<boolean> {
  const locations = await locationsOf(store, message);
  return locations.length > 0 && locations.every(isAmongDrafts);
}

export function isAmongDrafts({ folder, marks }: LocationRecord): boolean {
  return flagsOf(marks).includes("\\Draft") || [folder, ...labelsOf(marks)].some(isDraftFolder);
}

/** Where it lies: asked for the few messages whose places matter. */
export async function locationsOf(
  store: CaseStore,
  { sha256 }: Pick<MessageRecord, "sha256">,
): Promise<readonly LocationRecord[]> {
  return (await store.message(sha256))?.locations ?? [];
}
