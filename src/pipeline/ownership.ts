/** Did the owner send a message, did somebody else, or does somebody write in the owner's name? */
import { alignedPass } from "../auth/alignment.ts";
import type { MessageOutline } from "../case/outline.ts";
import type { LocationRecord, MessageRecord } from "../case/record.ts";
import { fromAddress, isOwner } from "../cluster/sender.ts";
import type { CaseStore } from "../ports/store.ts";

/** The owner's addresses, and the names of the owner's own mail servers. */
export interface Owner {
  readonly owners: ReadonlySet<string>;
  readonly servers: readonly string[];
}

export type Ownership = "own" | "forged" | "other";

/** Names of the folder for sent mail, in the languages of the large mail programs. */
const SENT_FOLDER =
  /(?:^|[/.\s_-])(?:sent|gesendet|envoy|enviad|inviat|verzonden|skickat|sendt|wys[lł]ane|odeslan|lähetetyt|отправленн|надіслан|已发送|送信済)/i;

/**
 * Did the owner send it? From alone says nothing: whoever forges it would be one of us. A message that a server received
 * and that no aligned result vouches for is forged, most likely; one without any result was probably never received.
 */
export async function ownership(
  store: CaseStore,
  record: MessageRecord,
  { owners, servers }: Owner,
): Promise<Ownership> {
  if (!isOwner(fromAddress(record), owners)) return "other";
  if (record.auth.length === 0) return "own";
  const { dkim, spf, dmarc } = alignedPass(record.auth, record.claims, servers);
  if (dkim || spf || dmarc) return "own";
  const locations = await locationsOf(store, record);
  return locations.some(({ folder, path }) => SENT_FOLDER.test(folder) || SENT_FOLDER.test(path)) ? "own" : "forged";
}

/** As `ownership`. Only mail in the owner's name that a server received asks for its record. */
export async function ownershipByOutline(store: CaseStore, outline: MessageOutline, owner: Owner): Promise<Ownership> {
  if (!isOwner(fromAddress(outline), owner.owners)) return "other";
  if (!outline.authenticated) return "own";
  const stored = await store.message(outline.sha256);
  return stored === null ? "other" : ownership(store, stored.record, owner);
}

/** Where it lies: asked for the few messages whose places matter. */
export async function locationsOf(store: CaseStore, { sha256 }: MessageRecord): Promise<readonly LocationRecord[]> {
  return (await store.message(sha256))?.locations ?? [];
}
