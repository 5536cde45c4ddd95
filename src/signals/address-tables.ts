/**
 * Digests and exact spellings of one address, worked out once: what a field is looked up in (threat-facts TF-121, TF-123,
 * TF-124). Pure: same address, same table.
 */
import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import { type AddressForm, addressForms, type SplitAddress, splitAddress } from "./address-forms.ts";

/** A reader found in a text or field. */
export interface Hit {
  /** The reader's address as records name it. */
  readonly address: string;
  /** For people, complete: `MD5 of the upper-case form of mp@parliament.example`. */
  readonly detail: string;
  /** False for what only points at the reader: a cut digest, a plain local part. */
  readonly certain: boolean;
}

export interface DigestEntry {
  readonly hex: string;
  readonly name: string;
  readonly address: string;
}

/** The digests and exact spellings of one address, each worked out when first asked for; kept per address by the finder. */
export interface AddressTable {
  /** Cost: about 50 digests, some 50 µs. */
  digests(): readonly DigestEntry[];
  exact(): ReadonlyMap<string, Hit>;
}

/** Fewest hex digits of a cut digest: 64 bits, where chance agreement is out of the question. */
export const DIGEST_PREFIX_CHARS = 16;
/** Longest digest: SHA-512. */
export const DIGEST_CHARS_MAX = 128;

type HashName = "md5" | "sha1" | "sha224" | "sha256" | "sha384" | "sha512";

const COMMON_HASHES: readonly (readonly [HashName, string])[] = [
  ["md5", "MD5"],
  ["sha1", "SHA-1"],
  ["sha256", "SHA-256"],
];
/** Tried for the plain form only: rare in URLs for their length. */
const LONG_HASHES: readonly (readonly [HashName, string])[] = [
  ["sha224", "SHA-224"],
  ["sha384", "SHA-384"],
  ["sha512", "SHA-512"],
];

export function addressTable(written: string): AddressTable {
  const forms = addressForms(written);
  const split = splitAddress(written);
  if (split === null) return { digests: () => [], exact: () => new Map() };
  let digests: readonly DigestEntry[] | null = null;
  let exact: ReadonlyMap<string, Hit> | null = null;
  return {
    digests: () => {
      digests ??= digestsOf(split, forms);
      return digests;
    },
    exact: () => {
      exact ??= exactSpellings(split, forms);
      return exact;
    },
  };
}

function digestsOf(split: SplitAddress, forms: readonly AddressForm[]): readonly DigestEntry[] {
  const digests: DigestEntry[] = [];
  const add = (name: string, text: string, algorithm: HashName): void => {
    digests.push({ hex: hash(algorithm, text, "hex"), name: `${name}${split.address}`, address: split.address });
  };
  for (const { text, label } of forms) {
    for (const [algorithm, name] of COMMON_HASHES) add(`${name} of ${label}`, text, algorithm);
  }
  for (const [algorithm, name] of LONG_HASHES) add(`${name} of `, split.address, algorithm);
  for (const [inner, innerName] of COMMON_HASHES) {
    const text = hash(inner, split.address, "hex");
    for (const [algorithm, name] of COMMON_HASHES) add(`${name} of the ${innerName} of `, text, algorithm);
  }
  return digests;
}

/** Whole-field spellings that no search in text would find. */
function exactSpellings(split: SplitAddress, forms: readonly AddressForm[]): ReadonlyMap<string, Hit> {
  const exact = new Map<string, Hit>();
  const add = (key: string, detail: string): void => {
    if (!exact.has(key)) exact.set(key, { address: split.address, detail: `${detail}${split.address}`, certain: true });
  };
  for (const { text, label } of forms) {
    if (text.includes("@")) add(base58(Buffer.from(text, "utf8")), `base58 of ${label}`);
  }
  const checksum = crc32(split.address);
  add(checksum.toString(16).padStart(8, "0"), "CRC-32 of ");
  add(String(checksum), "CRC-32 of ");
  for (const domain of split.domains) {
    for (const mark of ["-", "_", ""]) {
      const dashed = `${domain.replaceAll(".", mark)}`;
      const local = split.local.replaceAll(/[.+]/g, mark);
      add(`${local}${mark}at${mark}${dashed}`, "spelt-out form of ");
      if (mark !== "") add(`${local}${mark}${dashed}`, "dashed form of ");
    }
  }
  return exact;
}

/** Bitcoin alphabet, the one in use. Quadratic, so for addresses only. */
function base58(bytes: Uint8Array): string {
  const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  /** Least significant first. */
  const digits: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let i = 0; i < digits.length; i += 1) {
      carry += (digits[i] ?? 0) * 256;
      digits[i] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    for (; carry > 0; carry = Math.floor(carry / 58)) digits.push(carry % 58);
  }
  return digits
    .map((digit) => alphabet[digit] ?? "")
    .reverse()
    .join("");
}
