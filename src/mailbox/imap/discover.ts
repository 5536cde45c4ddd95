/**
 * Finds the folders of an account and lists what is in them. The listing is kept for the planning, so that a folder is
 * planned as it was counted; the worker that reads it sees whether it is still the same (UIDVALIDITY).
 */
import { limits } from "../../base/limits.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Discovered, Source } from "../../ports/mailbox.ts";
import { shown } from "../files/names.ts";
import { notCovered } from "../files/not-covered.ts";
import type { ImapConnection, ListedFolder } from "./connection.ts";
import { faultItem, type ImapFault, isOfAccount, SENTENCES } from "./faults.ts";
import { chooseFolders, type FolderChoice } from "./folder-choice.ts";
import { FolderListing, flagBits } from "./listing.ts";
import type { ImapSession } from "./session.ts";
import { accountUrl, folderUrl, type ImapTarget, parseImapUrl, targetUrl } from "./url.ts";

/** Folders that a sentence names, to help with a wrong name. */
const NAMED_MAX = 12;
/** A row of the listing, its UID, size and flags: as it mostly is, and with room for many long keywords. */
const ROW_BYTES = 100;
const ROW_BYTES_MAX = 2 * 1024;

export interface ImapDiscovery {
  readonly session: ImapSession;
  readonly choice: FolderChoice;
  readonly listings: Map<string, FolderListing>;
  /** For the progress line; names in it are escaped. */
  readonly onProgress: (text: string) => void;
}

export async function* discoverImap(target: ImapTarget, discovery: ImapDiscovery): AsyncGenerator<Discovered> {
  const { session, choice } = discovery;
  const given = targetUrl(target);
  discovery.onProgress(`connecting to ${shown(target.account.host)}`);
  const connected = await session.connect();
  const listed = connected.ok ? await session.run((connection) => connection.list()) : connected;
  if (!listed.ok) {
    yield { kind: "not-covered", notCovered: faultItem(given, listed.error) };
    return;
  }
  const wish = target.folder === null ? choice : { ...choice, only: [target.folder] };
  const { folders, missing } = chooseFolders(listed.value, wish);
  for (const name of missing) yield missingFolder(target, name, listed.value);
  if (folders.length > limits.imapFoldersMax) yield tooManyFolders(given, folders.length);
  for (const folder of folders.slice(0, limits.imapFoldersMax)) {
    // Two addresses of one scan may name the same folder.
    const url = folderUrl(target.account, folder.path);
    if (discovery.listings.has(url)) continue;
    if (!isWritable(url, folder)) {
      yield { kind: "not-covered", notCovered: faultItem(url, { code: "protocol", message: SENTENCES.unreadable }) };
      continue;
    }
    const found = await discoverFolder(target, folder, discovery);
    if (found.ok) yield { kind: "source", source: found.value };
    else if (isOfAccount(found.error)) {
      yield { kind: "not-covered", notCovered: faultItem(given, found.error) };
      return;
    } else yield { kind: "not-covered", notCovered: faultItem(url, found.error) };
  }
}

/** A name with control characters, or one that is no text, is not sent back to the server that gave it. */
function isWritable(url: string, { path }: ListedFolder): boolean {
  const parsed = parseImapUrl(url);
  return parsed.ok && parsed.value.folder === path;
}

async function discoverFolder(
  { account }: ImapTarget,
  { path, label }: ListedFolder,
  { session, listings, onProgress }: ImapDiscovery,
): Promise<Result<Source, ImapFault>> {
  onProgress(`listing ${shown(label)}`);
  const counted = [...listings.values()].reduce((sum, { length }) => sum + length, 0);
  // As it is, not as it was when it was last opened.
  session.leaveFolder();
  const listing = await session.inFolder({ path, uidValidity: null }, (connection, { uidValidity, exists }) =>
    listFolder(connection, { uidValidity, exists, rowsMax: limits.imapMessagesMax - counted }),
  );
  if (!listing.ok) return listing;
  const url = folderUrl(account, path);
  listings.set(url, listing.value);
  return ok({ path: url, kind: "imap", size: listing.value.bytes, mtimeMs: 0, folder: label });
}

async function listFolder(
  connection: ImapConnection,
  { uidValidity, exists, rowsMax }: { readonly uidValidity: string; readonly exists: number; readonly rowsMax: number },
): Promise<Result<FolderListing, ImapFault>> {
  const listing = new FolderListing(uidValidity);
  if (exists === 0) return ok(listing);
  if (exists > rowsMax) return err(tooManyMessages(exists));
  // Mail may arrive meanwhile, and some servers say a row twice.
  const rows = Math.min(2 * exists + 1_000, rowsMax);
  const fetched = await connection.fetch(
    "1:*",
    { uid: true, flags: true, size: true },
    { rowsMax: rows, bytes: exists * ROW_BYTES, bytesMax: (exists + 1_000) * ROW_BYTES_MAX },
    ({ uid, size, flags }) => {
      if (uid !== undefined) listing.add({ uid, size: size ?? 0, flags: flagBits(flags ?? []) });
    },
  );
  return fetched.ok ? ok(listing) : fetched;
}

function tooManyMessages(exists: number): ImapFault {
  const message = `says that it holds ${exists.toLocaleString("en")} messages, which with the folders before is more than ${limits.imapMessagesMax.toLocaleString("en")}, so it was not read. Scan it by itself, or export it to a file.`;
  return { code: "limit", message };
}

function tooManyFolders(given: string, count: number): Discovered {
  const message = `${shown(given)} lists ${count.toLocaleString("en")} folders; only the first ${limits.imapFoldersMax.toLocaleString("en")} are read. Name the others with --folder.`;
  return { kind: "not-covered", notCovered: notCovered(given, "limit", message) };
}

function missingFolder({ account }: ImapTarget, name: string, all: readonly ListedFolder[]): Discovered {
  const path = folderUrl(account, name);
  const labels = all.filter(({ isSelectable }) => isSelectable).map(({ label }) => shown(label));
  const named = labels.sort().slice(0, NAMED_MAX).join(", ");
  const more = labels.length > NAMED_MAX ? `, and ${labels.length - NAMED_MAX} more` : "";
  const message = `${shown(path)} does not exist: ${shown(accountUrl(account))} has no folder called "${shown(name)}", so nothing was read from it. Its folders are: ${named}${more}.`;
  return { kind: "not-covered", notCovered: notCovered(path, "not-found", message) };
}
