/**
 * One signature over a message, of DKIM (RFC 6376 6.1) or ARC (RFC 8617 4.1.2, 4.1.3), checked with what is known.
 *
 * What needs no key is checked always: the form of the field, and the hash of the body. Where the key is not known the outcome
 * says so, and is neither a pass nor a failure. Total on any bytes; linear in the message for each signature.
 */
import { hash as digest, verify } from "node:crypto";
import { toBuffer } from "../mail/bytes.ts";
import type { HeaderField, Message } from "../mail/message.ts";
import { bodyHash, type Canonicalization, canonicalField, unsignedForm } from "./canonical.ts";
import type { Resolver } from "./resolver.ts";
import { type KeyLookup, lookUpKey, type SignatureKey } from "./signature-key.ts";
import { bare, type TagList } from "./tag-list.ts";

export type Hash = "sha256" | "sha1";

export interface Algorithm {
  readonly kind: "rsa" | "ed25519";
  readonly hash: Hash;
}

const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map<string, Algorithm>([
  ["rsa-sha256", { kind: "rsa", hash: "sha256" }],
  ["rsa-sha1", { kind: "rsa", hash: "sha1" }],
  ["ed25519-sha256", { kind: "ed25519", hash: "sha256" }],
]);

/** Null for one that nobody defined. */
export function algorithmOf(list: TagList): Algorithm | null {
  return ALGORITHMS.get(bare(list, "a").toLowerCase()) ?? null;
}

/** Names in one `h=` that are read: a header that has more fields is cut at `limits.headerFieldsMax` anyway. */
const NAMES_MAX = 10_000;

export function signedNames(list: TagList): readonly string[] {
  const text = bare(list, "h").toLowerCase();
  return text === "" ? [] : text.split(":", NAMES_MAX);
}

export interface Forms {
  readonly header: Canonicalization;
  readonly body: Canonicalization;
}

/** `c=`, simple where it says nothing (RFC 6376 3.5); null for one that nobody defined. */
export function formsOf(list: TagList): Forms | null {
  const match = /^(simple|relaxed)(?:\/(simple|relaxed))?$/.exec(bare(list, "c").toLowerCase() || "simple");
  if (match === null) return null;
  const [, header, body = "simple"] = match;
  return { header: header as Canonicalization, body: body as Canonicalization };
}

/** The signed fields, from the last of each name up (RFC 6376 5.4.2), in their canonical form; then the signature itself. */
export function signedHeader(message: Message, field: HeaderField, list: TagList, form: Canonicalization): string {
  const left = new Map<string, HeaderField[]>();
  for (const one of message.root.headers.fields) {
    const stack = left.get(one.key);
    if (stack === undefined) left.set(one.key, [one]);
    else stack.push(one);
  }
  const signed: string[] = [];
  for (const name of signedNames(list)) {
    const next = left.get(name)?.pop();
    if (next !== undefined) signed.push(canonicalField(message.bytes, next, form));
  }
  return signed.join("") + unsignedForm(canonicalField(message.bytes, field, form));
}

/**
 * The body hashes of one message, each worked out once. `l=` of attackers can ask for another hash with each signature, so
 * that what callers take of signatures bounds the cost.
 */
export class BodyHashes {
  readonly #body: Uint8Array;
  readonly #known = new Map<string, ReturnType<typeof bodyHash>>();

  constructor({ bytes, root }: Message) {
    this.#body = toBuffer(bytes).subarray(root.body.start, root.body.end);
  }

  of(form: Canonicalization, algorithm: Hash, lengthMax: number | null): ReturnType<typeof bodyHash> {
    const key = `${form} ${algorithm} ${lengthMax}`;
    const known = this.#known.get(key) ?? bodyHash(this.#body, { form, algorithm, lengthMax });
    this.#known.set(key, known);
    return known;
  }
}

/** `lengthMax` as `l=` has it; null for all, undefined for what is no length. */
export function lengthOf(list: TagList): number | null | undefined {
  const text = list.tags.get("l");
  if (text === undefined) return null;
  return /^\d{1,76}$/.test(text.replace(/\s+/g, "")) ? Number(text.replace(/\s+/g, "")) : undefined;
}

export type KeyOutcome =
  | { readonly kind: "verified"; readonly key: SignatureKey }
  | { readonly kind: "invalid" }
  | { readonly kind: Exclude<KeyLookup["kind"], "found"> };

export interface SignedText {
  readonly text: string;
  readonly list: TagList;
  readonly algorithm: Algorithm;
  /** Whether a key may be used for this signature at all. */
  readonly allows?: (key: SignatureKey) => boolean;
}

/** Verifies `b=` over a text in latin1 with the key that `s=` and `d=` name. */
export function verifyText({ text, list, algorithm, allows }: SignedText, resolver: Resolver): KeyOutcome {
  const lookup = lookUpKey(bare(list, "s"), bare(list, "d"), resolver);
  if (lookup.kind !== "found") return lookup;
  const usable = lookup.keys.filter(
    (key) =>
      key.kind === algorithm.kind &&
      (key.hashes.length === 0 || key.hashes.includes(algorithm.hash)) &&
      (allows === undefined || allows(key)),
  );
  if (usable.length === 0) return { kind: "unusable" };
  const data = Buffer.from(text, "latin1");
  const signature = Buffer.from(bare(list, "b"), "base64");
  const key = usable.find((one) => isSignedBy(one, algorithm, data, signature));
  return key === undefined ? { kind: "invalid" } : { kind: "verified", key };
}

function isSignedBy({ key }: SignatureKey, { kind, hash }: Algorithm, data: Buffer, signature: Buffer): boolean {
  try {
    if (kind === "rsa") return verify(hash, data, key, signature);
    // RFC 8463 3: the hash of the text is what is signed, not the text.
    return verify(null, digest(hash, data, "buffer"), key, signature);
  } catch {
    // A key that the library refuses to work with: nothing was shown.
    return false;
  }
}
