/**
 * HTML that ends inside a tag, in a message with an encrypted part (EFAIL, direct exfiltration; hostile-mail HM-220): a client
 * that puts the parts together sends the decrypted text to the server that the tag names.
 *
 * We never put parts together, so this only says that somebody hoped for it. Pure; costs a look at the types of the parts where
 * nothing is encrypted.
 */
import { toBuffer } from "../mail/bytes.ts";
import type { Entity } from "../mail/message.ts";
import type { DecodedBytes } from "../mail/transfer.ts";

const PGP = Buffer.from("-----BEGIN PGP MESSAGE");
/** Armour stands at the start of its part. */
const PGP_BYTES_MAX = 1_024;
const TAIL_BYTES = 4_096;
/** Starts of tags, from the end, that are tried whatever stands before them. */
const TAGS_MAX = 16;

/** `bodies`: of each leaf. */
export function hasEfailShape(bodies: ReadonlyMap<Entity, DecodedBytes>): boolean {
  const pages = [...bodies.keys()].filter(({ mediaType }) => mediaType.subtype === "html" && mediaType.type === "text");
  if (pages.length === 0 || bodies.size === 1) return false;
  if (![...bodies].some(([leaf, { bytes }]) => isEncrypted(leaf, bytes))) return false;
  return pages.some((page) => endsInTag(bodies.get(page)?.bytes));
}

function isEncrypted({ mediaType: { type, subtype } }: Entity, bytes: Uint8Array): boolean {
  if (type === "application" && /^(?:(?:x-)?pkcs7-mime|pgp-encrypted)$/.test(subtype)) return true;
  return subtype !== "html" && toBuffer(bytes).subarray(0, PGP_BYTES_MAX).includes(PGP);
}

function endsInTag(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined) return false;
  const tail = toBuffer(bytes).toString("latin1", Math.max(0, bytes.length - TAIL_BYTES));
  const starts = [...tail.matchAll(/<[a-z]/gi)].map(({ index }) => index);
  // From tag to tag, so that no number of signs in a value hides it; and the last ones, where the tail begins inside a tag.
  let next = 0;
  for (const start of starts) {
    if (start < next) continue;
    const end = tagEnd(tail, start);
    if (end === "open") return true;
    if (end === "none") break;
    next = end;
  }
  return starts.slice(-TAGS_MAX).some((start) => tagEnd(tail, start) === "open");
}

/** After the `>` of the tag, outside quotes, which count after an equals sign alone; `open`: it has a value and does not end. */
function tagEnd(text: string, start: number): number | "open" | "none" {
  let quote = "";
  let before = "";
  let hasValue = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === ">") return at + 1;
    else if (before === "=" && (char === '"' || char === "'")) quote = char;
    hasValue ||= char === "=";
    if (!/\s/.test(char)) before = char;
  }
  return hasValue ? "open" : "none";
}
