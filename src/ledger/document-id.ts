/** How the ledger numbers documents. */

/** `d-` and the first 12 hex digits of the hash. */
export function documentId(sha256: string): string {
  return `d-${sha256.slice(0, 12)}`;
}
