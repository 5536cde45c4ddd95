/** What people call a mail folder, from where its file or directory lies. */
import { decodeFolderName, maildirFolder } from "./maildir/names.ts";

/** Endings that say how mail is kept, not what it is: mbox files, Thunderbird's `.sbd` directories, packed copies. */
const ENDING = /\.(?:(?:imap)?mbo?x|sbd|t?gz|t?zst|tar|zip|emlx?)$/i;
/** Directories that are the whole of somebody's mail: their own messages are the inbox. */
const INBOX_DIRECTORY = /^\.?maildir$/i;

/** For the path that the user named. */
export function rootLabel(name: string): string {
  return INBOX_DIRECTORY.test(name) ? "INBOX" : (maildirFolder(name) ?? plain(name));
}

/** For something below: levels below the named path, joined by `/`. Maildir++ names hold all levels in themselves. */
export function childLabel(parent: { readonly path: string; readonly label: string }, name: string, root: string) {
  const own = maildirFolder(name) ?? plain(name);
  if (isAppleStorage(parent.path, name)) return parent.label;
  if (parent.path === root || parent.label === "") return own;
  // Apple's `Name.mbox/mbox` is one folder, not two.
  return own === "mbox" ? parent.label : `${parent.label}/${own}`;
}

/** For an entry of an archive: its directory, and its own name if it is an mbox. */
export function entryLabel(name: string, archive: string): string {
  // A name is a label, never a way: what only climbs or stays says nothing (HM-144).
  const parts = name.split(/[/\\]/).filter((part) => part !== "" && part !== "." && part !== "..");
  const own = parts.pop() ?? "";
  const isMbox = /\.mbo?x(?:\.(?:gz|zst))?$/i.test(own);
  const isMaildir = parts.at(-1) === "cur" || parts.at(-1) === "new";
  if (isMaildir) parts.pop();
  const mailbox = parts.findIndex((part) => /\.(?:imap)?mbox$/i.test(part));
  const kept = parts.filter((part, i) => mailbox < 0 || i <= mailbox || !APPLE_STORAGE.test(part));
  const levels = kept.map((part) => maildirFolder(part) ?? plain(part));
  if (isMaildir && INBOX_DIRECTORY.test(parts.at(-1) ?? "")) levels.splice(-1, 1, "INBOX");
  if (isMbox) levels.push(plain(own));
  return levels.length === 0 ? archive : levels.join("/");
}

/**
 * Apple Mail keeps `Name.mbox/UUID/Data/3/1/Messages/13042.emlx`: what is below the mailbox is storage, no folder. An
 * older one keeps `Name.mbox/Messages/`.
 */
function isAppleStorage(parent: string, name: string): boolean {
  return /\.(?:imap)?mbox(?:\/|$)/i.test(parent) && APPLE_STORAGE.test(name);
}

const APPLE_STORAGE = /^(?:Data|Messages|\d|[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})$/;

function plain(name: string): string {
  return decodeFolderName(name).replace(ENDING, "").replace(ENDING, "");
}
