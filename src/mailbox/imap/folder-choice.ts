/** Which folders of an account are read: all, those that are named, or all but those. */
import type { ListedFolder } from "./connection.ts";

export interface FolderChoice {
  /** Empty means all. `NAME` is the folder of that name, `NAME/*` all below it; levels are parted by `/`. */
  readonly only: readonly string[];
  readonly not: readonly string[];
}

export interface ChosenFolders {
  /** Sorted by label; each name once. */
  readonly folders: readonly ListedFolder[];
  /** Names in `only` that no folder has. */
  readonly missing: readonly string[];
}

export function chooseFolders(all: readonly ListedFolder[], { only, not }: FolderChoice): ChosenFolders {
  const selectable = [...new Map(all.filter(({ isSelectable }) => isSelectable).map((f) => [f.path, f])).values()];
  const folders = selectable
    .filter((folder) => only.length === 0 || only.some((name) => isMeant(folder, name)))
    .filter((folder) => !not.some((name) => isMeant(folder, name)))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const missing = only.filter((name) => !selectable.some((folder) => isMeant(folder, name)));
  return { folders, missing };
}

/** A folder can be named as people see it and as the server calls it. INBOX has no case (RFC 3501 5.1). */
function isMeant({ path, label }: ListedFolder, name: string): boolean {
  if (name.endsWith("/*")) return label.startsWith(name.slice(0, -1));
  return label === name || path === name || (label === "INBOX" && name.toUpperCase() === "INBOX");
}
