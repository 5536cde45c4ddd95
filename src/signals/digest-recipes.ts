/**
 * Which digests of an address senders put into URLs (threat-facts TF-123, TF-124): every hash function that studies found or
 * looked for, over every spelling, and up to three of them over one another. Sorted by size, since a field of a URL can only
 * be a digest of its own size: those of other sizes are never worked out.
 *
 * Pure: same texts, same digests in the same order.
 */
import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import { blake2b } from "@noble/hashes/blake2.js";
import { blake3 } from "@noble/hashes/blake3.js";
import type { AddressText } from "./address-forms.ts";
import { md2 } from "./hashes/md2.ts";
import { md4 } from "./hashes/md4.ts";
import { adler32, murmur1, murmur2, murmur3, murmur64, murmur128, murmur128x86 } from "./hashes/murmur.ts";
import { md5, sha0, sha1, sha256 } from "./hashes/short.ts";
import { whirlpool } from "./hashes/whirlpool.ts";

/** Bytes of a digest. Of 4 are checksums, which chance can agree with. */
export type DigestSize = 4 | 8 | 16 | 20 | 28 | 32 | 48 | 64;
export const DIGEST_SIZES: readonly DigestSize[] = [4, 8, 16, 20, 28, 32, 48, 64];

/** Digests that are looked for by their first bytes: cut ones, and ones that stand glued to something else. */
export type DigestGroup = DigestSize | "common";

/** Of the spellings: all; the first three; the first two; the first. */
type Scope = "all" | "main" | "two" | "first";

interface Recipe {
  /** For people, before "of": `SHA-256 of the MD5`. */
  readonly name: string;
  readonly scope: Scope;
  readonly make: (text: Uint8Array) => Uint8Array;
}

/** Spellings that every recipe is tried on. */
const MAIN_TEXTS = 3;

/** `plain`: a common hash over a spelling, nothing over or under it. */
export type DigestDepth = "plain" | "layered";

/** The digests of a group over these spellings, in fixed order, plain ones first: `digestAt` names one by its place. */
export function digestsOf(
  group: DigestGroup,
  texts: readonly AddressText[],
  depth: DigestDepth,
): readonly Uint8Array[] {
  const out: Uint8Array[] = [];
  for (const { scope, make } of recipesOf(group)) {
    if (depth === "plain" && scope !== "all") break;
    const used = textsIn(scope, texts);
    for (const { bytes } of depth === "plain" ? used.slice(0, MAIN_TEXTS) : used) out.push(make(bytes));
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
  return texts.slice(0, { main: MAIN_TEXTS, two: 2, first: 1 }[scope]);
}

type Hash = (text: Uint8Array) => Uint8Array;

function byNode(name: string): Hash {
  return (text) => hash(name, text, "buffer");
}

interface NamedHash {
  readonly name: string;
  readonly size: DigestSize;
  readonly run: Hash;
}

/** Those that are laid over one another, likeliest first. */
const LAYERED: readonly NamedHash[] = [
  { name: "MD5", size: 16, run: md5 },
  { name: "SHA-1", size: 20, run: sha1 },
  { name: "SHA-256", size: 32, run: sha256 },
  { name: "SHA-512", size: 64, run: byNode("sha512") },
];
const ALSO_OUTERMOST: readonly NamedHash[] = [
  { name: "SHA-224", size: 28, run: byNode("sha224") },
  { name: "SHA-384", size: 48, run: byNode("sha384") },
];

type Write = (digits: Uint8Array) => Uint8Array;
const HEX = Buffer.from("0123456789abcdef");

function inHex(digest: Uint8Array): Uint8Array {
  const out = new Uint8Array(digest.length * 2);
  for (let at = 0; at < digest.length; at += 1) {
    const byte = digest[at] ?? 0;
    out[2 * at] = HEX[byte >> 4] ?? 0;
    out[2 * at + 1] = HEX[byte & 15] ?? 0;
  }
  return out;
}

/** How a digest is handed to the next hash, besides in small hex digits, which are given. */
const WRITINGS: readonly (readonly [string, Write])[] = [
  ["capital ", (digits) => Buffer.from(Buffer.from(digits).toString("latin1").toUpperCase())],
  ["base64 ", (digits) => Buffer.from(fromHex(digits).toString("base64"))],
  ["binary ", fromHex],
];

function fromHex(digits: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(digits).toString("latin1"), "hex");
}

const TWO_LAYERS: readonly NamedHash[] = LAYERED.flatMap((middle) =>
  LAYERED.map((inner) => ({
    name: `${middle.name} of the ${inner.name}`,
    size: middle.size,
    run: (text: Uint8Array) => middle.run(innerOf(text, inner)),
  })),
);

/** Encodings under a hash. */
const ENCODINGS: readonly (readonly [string, (text: Buffer) => string])[] = [
  ["base64", (text) => text.toString("base64")],
  ["base64url", (text) => text.toString("base64url")],
  ["base16", (text) => text.toString("hex")],
  ["percent-encoding", (text) => encodeURIComponent(text.toString("utf8"))],
  ["reversed form", (text) => [...text.toString("utf8")].reverse().join("")],
];

/** What was worked out of one spelling for the hashes of one size serves those of the others. */
const innerDigests = new WeakMap<Uint8Array, Map<NamedHash, Uint8Array>>();

/** In hex. */
function innerOf(text: Uint8Array, inner: NamedHash): Uint8Array {
  const known = innerDigests.get(text) ?? new Map<NamedHash, Uint8Array>();
  if (known.size === 0) innerDigests.set(text, known);
  const digest = known.get(inner) ?? inHex(inner.run(text));
  known.set(inner, digest);
  return digest;
}

/** One hash over the address, over an encoding of it, over another hash, and over two. */
function layered(outer: NamedHash): readonly Recipe[] {
  const recipes: Recipe[] = [{ name: outer.name, scope: "all", make: outer.run }];
  for (const [name, encode] of ENCODINGS) {
    const make: Hash = (text) => outer.run(Buffer.from(encode(Buffer.from(text))));
    recipes.push({ name: `${outer.name} of the ${name}`, scope: "first", make });
  }
  for (const inner of LAYERED) {
    const name = `${outer.name} of the ${inner.name}`;
    recipes.push({ name, scope: "main", make: (text) => outer.run(innerOf(text, inner)) });
    for (const [writing, write] of WRITINGS) {
      const make: Hash = (text) => outer.run(write(innerOf(text, inner)));
      recipes.push({ name: `${outer.name} of the ${writing}${inner.name}`, scope: "first", make });
    }
  }
  for (const inner of TWO_LAYERS) {
    const make: Hash = (text) => outer.run(innerOf(text, inner));
    recipes.push({ name: `${outer.name} of the ${inner.name}`, scope: "first", make });
  }
  return recipes;
}

function plain(name: string, make: (text: Uint8Array) => Uint8Array): Recipe {
  return { name, scope: "main", make };
}

/** What is slow to work out, or hardly in use: of the plain form only. */
function rare(name: string, make: Hash): Recipe {
  return { name, scope: "first", make };
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
    rare(`UUID version 3 (${name})`, (text) => uuid(md5(Buffer.concat([bytes, text])), 3)),
    rare(`UUID version 5 (${name})`, (text) => uuid(sha1(Buffer.concat([bytes, text])), 5)),
  ]);
}

function uuid(digest: Uint8Array, version: number): Uint8Array {
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
  return [...LAYERED, ...ALSO_OUTERMOST].filter((outer) => outer.size === size).flatMap(layered);
}

function commonRecipes(): readonly Recipe[] {
  return LAYERED.map(({ name, run, size }) => ({ name, scope: size === 64 ? "first" : "two", make: run }));
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
    rare("first half of the MurmurHash3-128 (x86)", (text) => murmur128x86(text).subarray(0, 8)),
    rare("second half of the MurmurHash3-128 (x86)", (text) => murmur128x86(text).subarray(8)),
    plain("middle half of the MD5", (text) => md5(text).subarray(4, 12)),
    plain("last half of the MD5", (text) => md5(text).subarray(8)),
  ],
  16: () => [
    plain("MD4", md4),
    rare("MD2", md2),
    plain("MurmurHash3-128", (text) => longs(murmur128(text))),
    rare("MurmurHash3-128 (x86)", murmur128x86),
    rare("BLAKE2b-128", (text) => blake2b(text, { dkLen: 16 })),
    ...uuidRecipes(),
  ],
  20: () => [
    plain("RIPEMD-160", byNode("ripemd160")),
    plain("SHA-0", sha0),
    rare("BLAKE2b-160", (text) => blake2b(text, { dkLen: 20 })),
  ],
  28: () => [
    plain("SHA3-224", byNode("sha3-224")),
    rare("Keccak-224", byNode("keccak-224")),
    rare("SHA-512/224", byNode("sha512-224")),
  ],
  32: () => [
    plain("SHA3-256", byNode("sha3-256")),
    rare("Keccak-256", byNode("keccak-256")),
    rare("SHA-512/256", byNode("sha512-256")),
    rare("BLAKE2s-256", byNode("blake2s256")),
    rare("BLAKE2b-256", (text) => blake2b(text, { dkLen: 32 })),
    rare("BLAKE3", (text) => blake3(text)),
    rare("SM3", byNode("sm3")),
  ],
  48: () => [
    plain("SHA3-384", byNode("sha3-384")),
    rare("Keccak-384", byNode("keccak-384")),
    rare("BLAKE2b-384", (text) => blake2b(text, { dkLen: 48 })),
  ],
  64: () => [
    plain("SHA3-512", byNode("sha3-512")),
    rare("Keccak-512", byNode("keccak-512")),
    plain("BLAKE2b-512", byNode("blake2b512")),
    rare("Whirlpool", whirlpool),
  ],
};
