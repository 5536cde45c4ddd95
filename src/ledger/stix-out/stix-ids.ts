/** Ids that follow from what an object says: UUID version 5 (RFC 9562, 5.5) in a namespace of our own, so that the same ledger gives the same bundle. */
import { createHash } from "node:crypto";

/** Letterlock's own; the namespace of STIX is for cyber-observables only (STIX 2.1, 2.9). */
const NAMESPACE = Buffer.from("6f1b7c1e58a94c6a9a4e0d0f6f0c9b52", "hex");

/** `note--…` for what the parts say. */
export function stixId(type: string, ...parts: readonly (string | number | null)[]): string {
  const name = JSON.stringify([type, ...parts]);
  const digest = createHash("sha1").update(NAMESPACE).update(name).digest().subarray(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString("hex");
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  return `${type}--${uuid}`;
}
