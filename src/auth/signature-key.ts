/**
 * Public keys that domains publish for DKIM and ARC (RFC 6376 3.6.1, RFC 8463 4), and what was found where one should be.
 *
 * Total on any text. A key says how long it is; what that means is the caller's to decide.
 */
import { createPublicKey, type KeyObject } from "node:crypto";
import { dnsName, type Resolver } from "./resolver.ts";
import { bare, parseTagList, type TagList } from "./tag-list.ts";

export interface SignatureKey {
  readonly kind: "rsa" | "ed25519";
  readonly key: KeyObject;
  /** Of an RSA key; 256 of the other. */
  readonly bits: number;
  /** Lower case; empty when every hash is allowed. */
  readonly hashes: readonly string[];
  /** The signer may not name a domain below its own in `i=`. */
  readonly isStrict: boolean;
  /** `t=y`: the domain tries it out. */
  readonly isTest: boolean;
}

/** Of RSA; what shorter ones sign must not be taken as valid (RFC 8301 3.2). */
export const KEY_BITS_MIN = 1_024;

/**
 * `unknown`: nobody recorded it · `failed`: no server answered · `missing`: it is known that there is none · `revoked`: the
 * record is there without a key · `unusable`: there is a record, and it holds no key for this.
 */
export type KeyLookup =
  | { readonly kind: "found"; readonly keys: readonly SignatureKey[] }
  | { readonly kind: "unknown" | "failed" | "missing" | "revoked" | "unusable" };

/** RFC 6376 3.6.2.2 leaves open what several records mean; so many are tried. */
const RECORDS_MAX = 4;
/** A key of 16,384 bits has 2,800 characters. */
const RECORD_CHARS_MAX = 8_192;
const HOST = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*$/;

export function lookUpKey(selector: string, domain: string, resolver: Resolver): KeyLookup {
  const name = dnsName(`${selector}._domainkey.${domain}`);
  if (!HOST.test(name)) return { kind: "unusable" };
  const answer = resolver(name, "TXT");
  if (answer.kind === "none") return { kind: "missing" };
  if (answer.kind !== "records") return { kind: answer.kind };
  const found = answer.values.slice(0, RECORDS_MAX).map(parseKeyRecord);
  const keys = found.filter((key) => key !== null && key !== "revoked");
  if (keys.length > 0) return { kind: "found", keys };
  return { kind: found.includes("revoked") ? "revoked" : "unusable" };
}

export function parseKeyRecord(text: string): SignatureKey | "revoked" | null {
  const list = parseTagList(text.slice(0, RECORD_CHARS_MAX));
  if (!list.isSound || !list.tags.has("p")) return null;
  const version = list.tags.get("v");
  if (version !== undefined && (version !== "DKIM1" || list.names[0] !== "v")) return null;
  const services = wordsOf(list, "s");
  if (services.length > 0 && !services.some((word) => word === "*" || word === "email")) return null;
  const data = bare(list, "p");
  if (data === "") return "revoked";
  const kind = bare(list, "k").toLowerCase() || "rsa";
  if (kind !== "rsa" && kind !== "ed25519") return null;
  const key = kind === "rsa" ? rsaKey(data) : ed25519Key(data);
  if (key === null) return null;
  const flags = wordsOf(list, "t");
  return {
    kind,
    key,
    bits: key.asymmetricKeyDetails?.modulusLength ?? 256,
    hashes: wordsOf(list, "h"),
    isStrict: flags.includes("s"),
    isTest: flags.includes("y"),
  };
}

function wordsOf(list: TagList, name: string): readonly string[] {
  const text = bare(list, name).toLowerCase();
  return text === "" ? [] : text.split(":");
}

/** As SubjectPublicKeyInfo, which all write, or RSAPublicKey, which RFC 6376 names. */
function rsaKey(data: string): KeyObject | null {
  const der = Buffer.from(data, "base64");
  return keyFrom(der, "spki", "rsa") ?? keyFrom(der, "pkcs1", "rsa");
}

/** RFC 8463 4: the 32 bytes alone; here the DER before them (RFC 8410 4). */
const ED25519_DER = Buffer.from("302a300506032b6570032100", "hex");

function ed25519Key(data: string): KeyObject | null {
  const raw = Buffer.from(data, "base64");
  return raw.length === 32 ? keyFrom(Buffer.concat([ED25519_DER, raw]), "spki", "ed25519") : null;
}

function keyFrom(der: Buffer, type: "spki" | "pkcs1", kind: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: der, format: "der", type });
    return key.asymmetricKeyType === kind ? key : null;
  } catch {
    // The library throws on what is no key: that is an answer here.
    return null;
  }
}
