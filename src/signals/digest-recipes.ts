/**
 * Which digests of an address senders put into URLs (threat-facts TF-123, TF-124): every hash function that studies found or
 * looked for, over every spelling, and up to three of them over one another. Sorted by size, since a field of a URL can only
 * be a digest of its own size: those of other sizes are never worked out.
 *
 * Pure: same texts, same digests in the same order.
 */
import { createHash, hash } from "node:crypto";
import { crc32 } from "node:zlib";
import { blake2b } from "@noble/hashes/blake2.js";
import { blake3 } from "@noble/hashes/blake3.js";
import type { AddressText } from "./address-forms.ts";
import { md2 } from "./hashes/md2.ts";
import { md4, sha0 } from "./hashes/md4.ts";
import { adler32, murmur1, murmur2, murmur3, murmur64, murmur128, murmur128x86 } from "./hashes/murmur.ts";
import { whirlpool } from "./hashes/whirlpool.ts";

/** Bytes of a digest. Of 4 are checksums, which chance can agree with. */
export type DigestSize = 4 | 8 | 16 | 20 | 28 | 32 | 48 | 64;
export const DIGEST_SIZES: readonly DigestSize[] = [4, 8, 16, 20, 28, 32, 48, 64];

/** Digests that are looked for by their first bytes: cut ones, and ones that stand glued to something else. */
export type DigestGroup = DigestSize | "common";

/** Of the spellings: all; the three main ones; the first. */
type Scope = "all" | "main" | "first";

interface Recipe {
  /** For people, before "of": `SHA-256 of the MD5`. */
  readonly name: string;
  readonly scope: Scope;
  readonly make: (text: Uint8Array) => Uint8Array;
}

/** Spellings that every recipe is tried on. */
const MAIN_TEXTS = 3;

/** The digests of a group over these spellings, in fixed order: `digestAt` names one by its place. */
export function digestsOf(group: DigestGroup, texts: readonly AddressText[]): readonly Uint8Array[] {
  const out: Uint8Array[] = [];
  for (const { scope, make } of recipesOf(group)) {
    for (const { bytes } of textsIn(scope, texts)) out.push(make(bytes));
  }
  return out;
}

export interface DigestFound {
  readonly digest: Uint8Array;
  /** `SHA-256 of the MD5 of the upper-case form of `; the address comes after it. */
  readonly label: string;
  /** False where the text does not tell one reader from others. */
  readonly telling: boolean;
}

/** The digest at that place of `digestsOf`, worked out anew; null for none. */
export function digestAt(group: DigestGroup, texts: readonly AddressText[], place: number): DigestFound | null {
  let before = 0;
  for (const { name, scope, make } of recipesOf(group)) {
    const used = textsIn(scope, texts);
    const text = used[place - before];
    if (text !== undefined)
      return { digest: make(text.bytes), label: `${name} of ${text.label}`, telling: text.telling };
    before += used.length;
  }
  return null;
}

function textsIn(scope: Scope, texts: readonly AddressText[]): readonly AddressText[] {
  if (scope === "all") return texts;
  return texts.slice(0, scope === "main" ? MAIN_TEXTS : 1);
}

type NodeHash = "md5" | "sha1" | "sha224" | "sha256" | "sha384" | "sha512";

/** Those that are laid over one another, likeliest first. */
const LAYERED: readonly (readonly [NodeHash, string])[] = [
  ["md5", "MD5"],
  ["sha1", "SHA-1"],
  ["sha256", "SHA-256"],
  ["sha512", "SHA-512"],
];
const ALSO_OUTERMOST: readonly (readonly [NodeHash, string])[] = [
  ["sha224", "SHA-224"],
  ["sha384", "SHA-384"],
];

const SIZES: Readonly<Record<NodeHash, DigestSize>> = {
  md5: 16,
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
};

function byNode(name: string): (text: Uint8Array) => Uint8Array {
  return (text) => hash(name, text, "buffer");
}

/** How a digest is handed to the next hash. */
const WRITINGS: readonly (readonly [string, (digest: Buffer) => string | Buffer])[] = [
  ["", (digest) => digest.toString("hex")],
  ["capital ", (digest) => digest.toString("hex").toUpperCase()],
  ["base64 ", (digest) => digest.toString("base64")],
  ["binary ", (digest) => digest],
];

/** Encodings under a hash. */
const ENCODINGS: readonly (readonly [string, (text: Uint8Array) => string])[] = [
  ["base64", (text) => Buffer.from(text).toString("base64")],
  ["base64url", (text) => Buffer.from(text).toString("base64url")],
  ["base16", (text) => Buffer.from(text).toString("hex")],
  ["percent-encoding", (text) => encodeURIComponent(Buffer.from(text).toString("utf8"))],
  ["reversed form", (text) => [...Buffer.from(text).toString("utf8")].reverse().join("")],
];

/** One hash over the address, over an encoding of it, over another hash, and over two. */
function layered(outer: NodeHash, outerName: string): readonly Recipe[] {
  const recipes: Recipe[] = [{ name: outerName, scope: "all", make: byNode(outer) }];
  for (const [name, encode] of ENCODINGS) {
    recipes.push({
      name: `${outerName} of the ${name}`,
      scope: "main",
      make: (text) => hash(outer, encode(text), "buffer"),
    });
  }
  for (const [inner, innerName] of LAYERED) {
    for (const [writing, write] of WRITINGS) {
      const make = (text: Uint8Array) => hash(outer, write(hash(inner, text, "buffer")), "buffer");
      recipes.push({ name: `${outerName} of the ${writing}${innerName}`, scope: "main", make });
    }
  }
  for (const [middle, middleName] of LAYERED) {
    for (const [inner, innerName] of LAYERED) {
      const make = (text: Uint8Array) => hash(outer, hash(middle, hash(inner, text, "hex"), "hex"), "buffer");
      recipes.push({ name: `${outerName} of the ${middleName} of the ${innerName}`, scope: "first", make });
    }
  }
  return recipes;
}

function plain(name: string, make: (text: Uint8Array) => Uint8Array): Recipe {
  return { name, scope: "main", make };
}

function word(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function long(value: bigint): Uint8Array {
  const out = new DataView(new ArrayBuffer(8));
  out.setBigUint64(0, value, false);
  return new Uint8Array(out.buffer);
}

function longs([first, second]: readonly [bigint, bigint]): Uint8Array {
  return Buffer.concat([long(first), long(second)]);
}

/** RFC 9562 5.3 and 5.5, with the name spaces of its section 6.6. */
function uuidRecipes(): readonly Recipe[] {
  const spaces = ["DNS", "URL", "OID", "", "X.500"].flatMap((name, at) =>
    name === "" ? [] : [{ name, bytes: Buffer.from(`6ba7b81${at}9dad11d180b400c04fd430c8`, "hex") }],
  );
  return spaces.flatMap(({ name, bytes }) => [
    plain(`UUID version 3 (${name})`, (text) => uuid(createHash("md5").update(bytes).update(text).digest(), 3)),
    plain(`UUID version 5 (${name})`, (text) => uuid(createHash("sha1").update(bytes).update(text).digest(), 5)),
  ]);
}

function uuid(digest: Buffer, version: number): Uint8Array {
  const out = digest.subarray(0, 16);
  out[6] = ((out[6] ?? 0) & 0x0f) | (version << 4);
  out[8] = ((out[8] ?? 0) & 0x3f) | 0x80;
  return out;
}

/** Made when first asked for; the same for every address. */
const made = new Map<DigestGroup, readonly Recipe[]>();

function recipesOf(group: DigestGroup): readonly Recipe[] {
  const known = made.get(group);
  if (known !== undefined) return known;
  const recipes = group === "common" ? commonRecipes() : [...layeredOf(group), ...RARE[group]()];
  made.set(group, recipes);
  return recipes;
}

function layeredOf(size: DigestSize): readonly Recipe[] {
  return [...LAYERED, ...ALSO_OUTERMOST].flatMap(([id, name]) => (SIZES[id] === size ? layered(id, name) : []));
}

function commonRecipes(): readonly Recipe[] {
  return LAYERED.map(([id, name]) => plain(name, byNode(id)));
}

const RARE: Readonly<Record<DigestSize, () => readonly Recipe[]>> = {
  4: () => [
    plain("CRC-32", (text) => word(crc32(text))),
    plain("Adler-32", (text) => word(adler32(text))),
    plain("MurmurHash1", (text) => word(murmur1(text))),
    plain("MurmurHash2", (text) => word(murmur2(text))),
    plain("MurmurHash3", (text) => word(murmur3(text))),
  ],
  8: () => [
    plain("MurmurHash2-64", (text) => long(murmur64(text))),
    plain("first half of the MurmurHash3-128", (text) => long(murmur128(text)[0])),
    plain("second half of the MurmurHash3-128", (text) => long(murmur128(text)[1])),
    plain("first half of the MurmurHash3-128 (x86)", (text) => murmur128x86(text).subarray(0, 8)),
    plain("second half of the MurmurHash3-128 (x86)", (text) => murmur128x86(text).subarray(8)),
    plain("middle half of the MD5", (text) => hash("md5", text, "buffer").subarray(4, 12)),
    plain("last half of the MD5", (text) => hash("md5", text, "buffer").subarray(8)),
  ],
  16: () => [
    plain("MD4", md4),
    plain("MD2", md2),
    plain("MurmurHash3-128", (text) => longs(murmur128(text))),
    plain("MurmurHash3-128 (x86)", murmur128x86),
    plain("BLAKE2b-128", (text) => blake2b(text, { dkLen: 16 })),
    ...uuidRecipes(),
  ],
  20: () => [
    plain("RIPEMD-160", byNode("ripemd160")),
    plain("SHA-0", sha0),
    plain("BLAKE2b-160", (text) => blake2b(text, { dkLen: 20 })),
  ],
  28: () => [
    plain("SHA3-224", byNode("sha3-224")),
    plain("Keccak-224", byNode("keccak-224")),
    plain("SHA-512/224", byNode("sha512-224")),
  ],
  32: () => [
    plain("SHA3-256", byNode("sha3-256")),
    plain("Keccak-256", byNode("keccak-256")),
    plain("SHA-512/256", byNode("sha512-256")),
    plain("BLAKE2s-256", byNode("blake2s256")),
    plain("BLAKE2b-256", (text) => blake2b(text, { dkLen: 32 })),
    plain("BLAKE3", (text) => blake3(text)),
    plain("SM3", byNode("sm3")),
  ],
  48: () => [
    plain("SHA3-384", byNode("sha3-384")),
    plain("Keccak-384", byNode("keccak-384")),
    plain("BLAKE2b-384", (text) => blake2b(text, { dkLen: 48 })),
  ],
  64: () => [
    plain("SHA3-512", byNode("sha3-512")),
    plain("Keccak-512", byNode("keccak-512")),
    plain("BLAKE2b-512", byNode("blake2b512")),
    plain("Whirlpool", whirlpool),
  ],
};
