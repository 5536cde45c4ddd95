/** Signatures of a hop, by the tags of RFC 6376 3.2: what they say, not whether it holds. Pure and total. */
import { fieldText } from "../mail/headers.ts";
import type { HopFacts } from "./hop-fields.ts";
import { type ModelObject, maker } from "./model-object.ts";

/** Tags by name, and `type`. */
type Tags = ReadonlyMap<string, string>;

const tag =
  (name: string) =>
  (tags: Tags): string | null =>
    tags.get(name) ?? null;

export const signatureObject = maker<"Signature", Tags>("Signature", {
  algorithm: tag("a"),
  body_hash: tag("bh"),
  domain: (tags) => tags.get("d")?.toLowerCase() ?? null,
  headers: tag("h"),
  instance: (tags) => (tags.get("type") === "arc-message" ? (tags.get("i") ?? null) : null),
  selector: tag("s"),
  signature: tag("b"),
  type: tag("type"),
  version: tag("v"),
});

const FIELDS: readonly (readonly [key: string, type: string])[] = [
  ["dkim-signature", "dkim"],
  ["domainkey-signature", "domainkey"],
  ["x-google-dkim-signature", "google-dkim"],
  ["arc-message-signature", "arc-message"],
];

/** The first of the best kind; null for a hop without any. */
export function signatureOf({ message, fields }: HopFacts): ModelObject<Tags> | null {
  for (const [key, type] of FIELDS) {
    const found = fields.find(({ field }) => field.key === key);
    if (found !== undefined) return signatureObject(tagsOf(fieldText(message.bytes, found.field), type));
  }
  return null;
}

/** White space has no meaning in them; the first of a name counts. */
function tagsOf(text: string, type: string): Tags {
  const tags = new Map<string, string>([["type", type]]);
  for (const piece of text.split(";", TAGS_MAX)) {
    const equals = piece.indexOf("=");
    const name = piece.slice(0, Math.max(0, equals)).trim();
    if (name !== "" && !tags.has(name)) tags.set(name, piece.slice(equals + 1).replace(/\s+/g, ""));
  }
  return tags;
}

const TAGS_MAX = 64;
