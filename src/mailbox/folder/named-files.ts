/**
 * Message files that the user named one by one. Each belongs to the source that its directory is, with the same path and
 * key, so that a file is one place however it was named; the source is restricted to them.
 */
import { lstatSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Source } from "../../ports/mailbox.ts";
import { diskPath } from "../files/names.ts";
import { faultOf } from "../files/not-covered.ts";
import { rootLabel } from "../folder-label.ts";
import { isMaildirMessage, LOOSE } from "../maildir/list.ts";

interface NamedSource {
  readonly path: string;
  readonly kind: "maildir" | "folder";
  size: number;
  readonly names: string[];
}

export class NamedFiles {
  readonly #sources = new Map<string, NamedSource>();

  /** `path` is absolute and of a file that is one message, or a Maildir's. */
  add(path: string, size: number): void {
    const name = basename(path);
    const directory = dirname(path);
    const part = basename(directory);
    if (isMaildirFile(path)) this.#put(dirname(directory), "maildir", `${part}/${name}`, size);
    else if (isMaildir(directory)) this.#put(directory, "maildir", `${LOOSE}${name}`, size);
    else this.#put(directory, "folder", name, size);
  }

  /** Sorted by path. */
  sources(): Source[] {
    const sources = [...this.#sources.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return sources.map(({ path, kind, size, names }) => {
      return { path, kind, size, mtimeMs: 0, folder: rootLabel(basename(path)), only: names.sort() };
    });
  }

  #put(path: string, kind: NamedSource["kind"], name: string, size: number): void {
    const source = this.#sources.get(path) ?? { path, kind, size: 0, names: [] };
    this.#sources.set(path, source);
    source.size += size;
    source.names.push(name);
  }
}

/** A message in cur/ or new/: there every file is one, whatever it holds. */
export function isMaildirFile(path: string): boolean {
  const directory = dirname(path);
  const part = basename(directory);
  if ((part !== "cur" && part !== "new") || !isMaildir(dirname(directory))) return false;
  return isMaildirMessage(directory, basename(path));
}

/** As the walk sees it; asks for three names only, since thousands of files of one directory may be named. */
function isMaildir(path: string): boolean {
  return isDirectory(join(path, "cur")) && (isDirectory(join(path, "new")) || isDirectory(join(path, "tmp")));
}

function isDirectory(path: string): boolean {
  try {
    return lstatSync(diskPath(path)).isDirectory();
  } catch (error) {
    faultOf(error);
    return false;
  }
}
