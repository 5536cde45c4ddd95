/**
 * What two records must agree in to be of one message: all that reading states of the mail, so that no verdict can hang on
 * which of the two is judged. Left out is what is of the bytes (hash, size, places in them) and what is of the place where they
 * lay (problems of containers, how they were come by).
 */
import { hash } from "node:crypto";
import type { MessageRecord } from "../../case/record.ts";

/** Hashes of an attached text are of its line ends. */
const OF_BYTES: ReadonlySet<string> = new Set(["sha256", "size", "span", "spans", "attached"]);
const OF_PLACE: ReadonlySet<string> = new Set(["problems", "fidelity", "outlook"]);

/** Equal for records that say the same. */
export function factsDigest(record: MessageRecord): string {
  const facts = Object.entries(record)
    .filter(([field]) => !OF_BYTES.has(field) && !OF_PLACE.has(field))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return hash("sha256", JSON.stringify(facts, withoutBytes), "hex");
}

function withoutBytes(field: string, value: unknown): unknown {
  return OF_BYTES.has(field) ? undefined : value;
}
