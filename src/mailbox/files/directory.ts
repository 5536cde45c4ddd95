/** One directory, listed once: names only, sorted; nothing is opened and no link is followed. */
import { type Dirent, lstatSync } from "node:fs";
import { opendir } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "../../base/result.ts";
import { diskPath, nameFromLatin1 } from "./names.ts";
import { type FaultCode, faultOf } from "./not-covered.ts";

export interface Listing {
  readonly files: readonly string[];
  readonly directories: readonly string[];
  readonly links: readonly string[];
  /** Pipes, sockets, devices. */
  readonly specials: readonly string[];
}

type Kind = keyof Listing;

/** Directory entries fetched at once. */
const BUFFER_ENTRIES = 1024;

/** All names are held: about 60 MB for a million. Names are sorted by UTF-16 code unit. */
export async function listDirectory(path: string): Promise<Result<Listing, FaultCode>> {
  const listing: Record<Kind, string[]> = { files: [], directories: [], links: [], specials: [] };
  try {
    // Each byte a character: names need not be UTF-8.
    const directory = await opendir(diskPath(path), { encoding: "latin1", bufferSize: BUFFER_ENTRIES });
    for await (const entry of directory) {
      const name = nameFromLatin1(entry.name);
      listing[kindOf(path, name, entry)].push(name);
    }
  } catch (error) {
    return err(faultOf(error));
  }
  for (const names of Object.values(listing)) names.sort();
  return ok(listing);
}

function kindOf(path: string, name: string, entry: Dirent): Kind {
  if (entry.isFile()) return "files";
  if (entry.isDirectory()) return "directories";
  if (entry.isSymbolicLink()) return "links";
  const isKnown = entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice();
  return isKnown ? "specials" : kindByStat(join(path, name));
}

/** Some file systems do not say the kind in the listing. */
function kindByStat(path: string): Kind {
  try {
    const stats = lstatSync(diskPath(path));
    if (stats.isFile()) return "files";
    if (stats.isDirectory()) return "directories";
    return stats.isSymbolicLink() ? "links" : "specials";
  } catch (error) {
    faultOf(error);
    return "files";
  }
}
