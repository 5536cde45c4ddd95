/** The schemes that an address is put into URLs by (threat-facts TF-120 to TF-124), as functions: what `fuzz/tokens.ts` and the tests try. */
import { createHash } from "node:crypto";
import { brotliCompressSync, crc32, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { blake2b } from "@noble/hashes/blake2.js";
import { md2 } from "../src/signals/hashes/md2.ts";
import { md4 } from "../src/signals/hashes/md4.ts";
import { adler32, murmur1, murmur2, murmur3, murmur64, murmur128 } from "../src/signals/hashes/murmur.ts";
import { sha0 } from "../src/signals/hashes/short.ts";
import { whirlpool } from "../src/signals/hashes/whirlpool.ts";

type Layer = (text: string) => string;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const digest =
  (name: string): Layer =>
  (text) =>
    createHash(name).update(text).digest("hex");
const own =
  (hash: (bytes: Uint8Array) => Uint8Array): Layer =>
  (text) =>
    hex(hash(Buffer.from(text)));
const word =
  (hash: (bytes: Uint8Array) => number, base: 10 | 16): Layer =>
  (text) => {
    const value = hash(Buffer.from(text)).toString(base);
    return base === 16 ? value.padStart(8, "0") : value;
  };
const packed =
  (pack: (text: string) => Uint8Array): Layer =>
  (text) =>
    Buffer.from(pack(text)).toString("base64url");

function inAlphabet(bits: number, alphabet: string): Layer {
  return (text) => {
    const all = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    const groups = all.match(new RegExp(`.{1,${bits}}`, "g")) ?? [];
    return groups.map((group) => alphabet[Number.parseInt(group.padEnd(bits, "0"), 2)]).join("");
  };
}

function base58(alphabet: string): Layer {
  return (text) => {
    let value = BigInt(`0x${hex(Buffer.from(text))}`);
    let out = "";
    for (; value > 0n; value /= 58n) out = (alphabet[Number(value % 58n)] ?? "") + out;
    return out;
  };
}

const turned = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 0x41 : 0x61;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

/** What can stand innermost, outermost or between. */
export const ENCODINGS: readonly (readonly [name: string, layer: Layer])[] = [
  ["base16", (text) => hex(Buffer.from(text))],
  ["base32", inAlphabet(5, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")],
  ["base32hex", inAlphabet(5, "0123456789ABCDEFGHIJKLMNOPQRSTUV")],
  ["base32 (Crockford)", inAlphabet(5, "0123456789ABCDEFGHJKMNPQRSTVWXYZ")],
  ["base58", base58("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")],
  ["base58 (Flickr)", base58("123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ")],
  ["base64", (text) => encodeURIComponent(Buffer.from(text).toString("base64"))],
  ["base64url", (text) => Buffer.from(text).toString("base64url")],
  ["percent", (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")],
  ["HTML entities", (text) => encodeURIComponent([...text].map((letter) => `&#${letter.charCodeAt(0)};`).join(""))],
  ["quoted-printable", (text) => text.replace(/[@.]/g, (mark) => `=${hex(Buffer.from(mark)).toUpperCase()}`)],
  ["reversed", (text) => [...text].reverse().join("")],
  ["rot13", turned],
];

export const CIPHERS: readonly (readonly [name: string, layer: Layer])[] = [
  ["XOR with a byte, base64", packed((text) => Buffer.from(text).map((byte) => byte ^ 0x5a))],
  ["XOR with a byte, base16", (text) => hex(Buffer.from(text).map((byte) => byte ^ 0xa7))],
  [
    "rot5 of letters",
    (text) => text.replace(/[a-z]/g, (c) => String.fromCharCode(((c.charCodeAt(0) - 97 + 5) % 26) + 97)),
  ],
  ["base64, own alphabet", (text) => turned(Buffer.from(text).toString("base64url"))],
  [
    "base16, own alphabet",
    (text) => hex(Buffer.from(text)).replace(/./g, (digit) => "ghjkmnpqrstvwxyz"[Number.parseInt(digit, 16)] ?? ""),
  ],
];

export const PACKERS: readonly (readonly [name: string, layer: Layer])[] = [
  ["deflate, base64", packed((text) => deflateRawSync(text))],
  ["zlib, base64", packed((text) => deflateSync(text))],
  ["gzip, base64", packed((text) => gzipSync(text))],
  ["brotli, base64", packed((text) => brotliCompressSync(`{"email":"${text}","list":"weekly-a","next":"weekly-b"}`))],
];

export const HASHES: readonly (readonly [name: string, layer: Layer])[] = [
  ...["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3-224", "sha3-256", "sha3-384", "sha3-512"].map(
    (name) => [name, digest(name)] as const,
  ),
  ["ripemd160", digest("ripemd160")],
  ["blake2b512", digest("blake2b512")],
  ["blake2s256", digest("blake2s256")],
  ["blake2b-256", (text) => hex(blake2b(Buffer.from(text), { dkLen: 32 }))],
  ["md2", own(md2)],
  ["md4", own(md4)],
  ["sha0", own(sha0)],
  ["whirlpool", own(whirlpool)],
  ["murmur2-64, hex", (text) => murmur64(Buffer.from(text)).toString(16).padStart(16, "0")],
  ["murmur2-64, decimal", (text) => murmur64(Buffer.from(text)).toString()],
  ["murmur3-128, first half, decimal", (text) => murmur128(Buffer.from(text))[0].toString()],
  ["murmur3-128, second half, hex", (text) => murmur128(Buffer.from(text))[1].toString(16).padStart(16, "0")],
];

/** Of 32 bits: `likely` at most. */
export const CHECKSUMS: readonly (readonly [name: string, layer: Layer])[] = [
  ["crc32, hex", word((bytes) => crc32(bytes), 16)],
  ["crc32, decimal", word((bytes) => crc32(bytes), 10)],
  ["adler32, hex", word(adler32, 16)],
  ["adler32, decimal", word(adler32, 10)],
  ["murmur1, hex", word(murmur1, 16)],
  ["murmur2, decimal", word(murmur2, 10)],
  ["murmur3, hex", word(murmur3, 16)],
];

export const PLACES: readonly (readonly [name: string, put: (token: string) => string])[] = [
  ["path", (token) => `https://track.example.net/a/${token}/b`],
  ["query", (token) => `https://track.example.net/o?c=17&r=${token}&x=1`],
  ["host", (token) => `https://${token}.track.example.net/o`],
  ["user", (token) => `https://${token}@track.example.net/o`],
  ["fragment", (token) => `https://track.example.net/o#r=${token}`],
  ["file", (token) => `https://track.example.net/px/${token}.gif`],
];
