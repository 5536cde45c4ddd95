/**
 * Messages that were put together from pieces (message/partial, RFC 2046 5.2.2): they lie in a source of their own, and the
 * path of such a place names the pieces by their hashes, the first one first.
 */
import { type Sha256, sha256Of } from "../base/brand.ts";

/** Path of the source; no file is called so, since paths of files are absolute. */
export const JOINED_SOURCE = "joined:";

export function joinedPath(pieces: readonly Sha256[]): string {
  return JOINED_SOURCE + pieces.join("+");
}

/** Null for the place of a message that was found. */
export function piecesInPath(path: string): readonly Sha256[] | null {
  if (!path.startsWith(JOINED_SOURCE)) return null;
  const hashes = path.slice(JOINED_SOURCE.length).split("+");
  return hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash)) ? hashes.map(sha256Of) : null;
}
