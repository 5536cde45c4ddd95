/**
 * The message files of a Maildir, grouped by unique name. Messages that lie beside cur/ and new/ belong to it too, as
 * `./name`: a directory is one source, whatever it holds.
 */
import { join } from "node:path";
import { listDirectory } from "../files/directory.ts";
import { sniffFile } from "../files/sniff-file.ts";
import { isOneMessage } from "../sniff.ts";
import { infoStart, uniqueName } from "./names.ts";

/** Before the names of messages that lie in the directory itself; no unique name begins so. */
export const LOOSE = "./";

/** Files of one unique name, relative to the Maildir, sorted. Nearly always one: more means copied or damaged mail. */
export interface MaildirGroup {
  readonly unique: string;
  readonly files: readonly string[];
}

/** Hidden files are for programs, says the format; one that is plainly mail is taken all the same. */
export function isMaildirMessage(directory: string, name: string): boolean {
  if (!name.startsWith(".")) return true;
  const sniffed = sniffFile(join(directory, name));
  return sniffed.ok && sniffed.value.kind === "message";
}

/**
 * In the order of cur/, then new/, each sorted; files of one unique name together at the place of the first. Parts that
 * cannot be listed are empty here: discovery has named them. Memory: the names, and 4 bytes a file.
 */
export async function* maildirGroups(path: string): AsyncGenerator<MaildirGroup> {
  const cur = await messageNames(path, "cur");
  const fresh = await messageNames(path, "new");
  const shared = sharedNames(cur, fresh);
  for (const [part, names] of [["cur", cur] as const, ["new", fresh] as const]) {
    for (const name of names) {
      const unique = uniqueName(name);
      const files = shared.get(unique) ?? [`${part}/${name}`];
      if (files[0] === `${part}/${name}`) yield { unique, files };
    }
  }
  yield* looseMessages(path);
}

/** Any file may lie there: only those that are one message are meant. */
async function* looseMessages(path: string): AsyncGenerator<MaildirGroup> {
  const listed = await listDirectory(path);
  for (const name of listed.ok ? listed.value.files : []) {
    const sniffed = sniffFile(join(path, name));
    if (sniffed.ok && isOneMessage(sniffed.value.kind)) yield { unique: `${LOOSE}${name}`, files: [`${LOOSE}${name}`] };
  }
}

async function messageNames(path: string, part: string): Promise<readonly string[]> {
  const directory = join(path, part);
  const listed = await listDirectory(directory);
  return listed.ok ? listed.value.files.filter((name) => isMaildirMessage(directory, name)) : [];
}

/** Files of each unique name that may have several. Found by their hashes, since a map of all names would be large. */
function sharedNames(cur: readonly string[], fresh: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const hashes = new Uint32Array(cur.length + fresh.length);
  for (const [i, name] of cur.entries()) hashes[i] = hashOf(name);
  for (const [i, name] of fresh.entries()) hashes[cur.length + i] = hashOf(name);
  hashes.sort();
  const suspects = new Set(hashes.filter((hash, i) => i > 0 && hash === hashes[i - 1]));
  const shared = new Map<string, string[]>();
  if (suspects.size === 0) return shared;
  for (const [part, names] of [["cur", cur] as const, ["new", fresh] as const]) {
    for (const name of names) {
      if (!suspects.has(hashOf(name))) continue;
      const unique = uniqueName(name);
      const files = shared.get(unique) ?? [];
      shared.set(unique, files);
      files.push(`${part}/${name}`);
    }
  }
  return shared;
}

/** FNV-1a over the unique part of a file name. */
function hashOf(name: string): number {
  const end = infoStart(name);
  let hash = 0x811c9dc5;
  for (let i = 0; i < end; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * Keys of files, in order: the unique name for the first of its group, the whole relative path for every further one.
 * Groups must be whole, as `maildirGroups` gives them.
 */
export function maildirKeys(files: readonly string[]): string[] {
  let previous: string | null = null;
  return files.map((file) => {
    const unique = file.startsWith(LOOSE) ? file : uniqueName(file.slice(file.indexOf("/") + 1));
    const key = unique === previous ? file : unique;
    previous = unique;
    return key;
  });
}

/**
 * Where a message is now: mail programs rename files when flags change, and move them from new/ to cur/. By unique name,
 * relative to the Maildir.
 */
export async function maildirWhereabouts(path: string): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  for await (const { unique, files } of maildirGroups(path)) places.set(unique, files[0] ?? "");
  return places;
}
