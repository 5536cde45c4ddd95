/** What people call a mail folder, from where its file or directory lies. */
import { decodeFolderName, maildirFolder } from "./maildir/names.ts";

/** Endings that say how mail is kept, not what it is: mbox files, Thunderbird's `.sbd` directories, packed copies. */
const ENDING = /\.(?:mbo?x|sbd|gz|zip|eml|pst|ost|msg|oft)$/i;
/** Directories that are the whole of somebody's mail: their own messages are the inbox. */
const INBOX_DIRECTORY = /^\.?maildir$/i;

/** For the path that the user named. */
export function rootLabel(name: string): string {
  return INBOX_DIRECTORY.test(name) ? "INBOX" : (maildirFolder(name) ?? plain(name));
}

/** For something below: levels below the named path, joined by `/`. Maildir++ names hold all levels in themselves. */
export function childLabel(parent: { readonly path: string; readonly label: string }, name: string, root: string) {
  const own = maildirFolder(name) ?? plain(name);
  if (parent.path === root || parent.label === "") return own;
  // Apple's `Name.mbox/mbox` is one folder, not two.
  return own === "mbox" ? parent.label : `${parent.label}/${own}`;
}

/** For an entry of an archive: its directory, and its own name if it is an mbox. */
export function entryLabel(name: string, archive: string): string {
  // A name is a label, never a way: what only climbs or stays says nothing (HM-144).
  const parts = name.split(/[/\\]/).filter((part) => part !== "" && part !== "." && part !== "..");
  const own = parts.pop() ?? "";
  const isMbox = /\.mbo?x(?:\.gz)?$/i.test(own);
  if (parts.at(-1) === "cur" || parts.at(-1) === "new") parts.pop();
  const levels = parts.map((part) => maildirFolder(part) ?? plain(part));
  if (isMbox) levels.push(plain(own));
  return levels.length === 0 ? archive : levels.join("/");
}

function plain(name: string): string {
  return decodeFolderName(name).replace(ENDING, "").replace(ENDING, "");
}
