/** The published test vectors of the digests that we work out ourselves. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { md2 } from "../../src/signals/hashes/md2.ts";
import { md4 } from "../../src/signals/hashes/md4.ts";
import {
  adler32,
  murmur1,
  murmur2,
  murmur3,
  murmur64,
  murmur128,
  murmur128x86,
} from "../../src/signals/hashes/murmur.ts";
import { md5, sha0, sha1, sha256 } from "../../src/signals/hashes/short.ts";
import { whirlpool } from "../../src/signals/hashes/whirlpool.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const alphabet = "abcdefghijklmnopqrstuvwxyz";
const digits = "1234567890".repeat(8);

describe("digests: published vectors", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, hash: (bytes: Uint8Array) => Uint8Array, text: string, digest: string])[] = [
    // RFC 1319 A.5
    ["MD2", md2, "",       "8350e5a3e24c153df2275c9f80692773"],
    ["MD2", md2, "a",      "32ec01ec4a6dac72c0ab96fb34c0b5d1"],
    ["MD2", md2, "abc",    "da853b0d3f88d99b30283a69e6ded6bb"],
    ["MD2", md2, alphabet, "4e8ddff3650292ab5a4108c3aa47940b"],
    ["MD2", md2, digits,   "d5976f79d83d3a0dc9806c3c66f3efd8"],
    // RFC 1320 A.5
    ["MD4", md4, "",       "31d6cfe0d16ae931b73c59d7e0c089c0"],
    ["MD4", md4, "abc",    "a448017aaf21d8525fc10ae87aa6729d"],
    ["MD4", md4, alphabet, "d79e1c308aa5bbcdeea8ed63df412da9"],
    ["MD4", md4, digits,   "e33b4ddc9c38f2199c3e7b164fcc0536"],
    // FIPS 180 (1993), appendices A and B
    ["SHA-0", sha0, "abc", "0164b8a914cd2a5e74c4f7ff082c4d97f1edf880"],
    ["SHA-0", sha0, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "d2516ee1acfa5baf33dfc1c471e438449ef134c8"],
    // ISO/IEC 10118-3
    ["Whirlpool", whirlpool, "",    "19fa61d75522a4669b44e39c1d2e1726c530232130d407f89afee0964997f7a73e83be698b288febcf88e3e03c4f0757ea8964e59b63d93708b138cc42a66eb3"],
    ["Whirlpool", whirlpool, "abc", "4e2448a4c6f486bb16b6562c73b4020bf3043e3a731bce721ae1b303d97e6d4c7181eebdb6c57e277d0e34957114cbd6c797fc9d95d8b582d225292076d4eef5"],
  ];
  for (const [name, hash, text, digest] of cases) {
    test(`${name} of ${JSON.stringify(text.slice(0, 12))}`, () => {
      assert.equal(hex(hash(Buffer.from(text))), digest);
    });
  }

  test("the schedule is all that parts SHA-0 from SHA-1", () => {
    assert.notEqual(hex(sha0(Buffer.from("abc"))), createHash("sha1").update("abc").digest("hex"));
  });
});

/** SMHasher's verification: digests of 0, 0 1, … with seeds 256, 255, …, and the first word of the digest of them all. */
function verification(hash: (bytes: Uint8Array, seed: number) => Uint8Array): string {
  const all = Array.from({ length: 256 }, (_, size) =>
    hash(
      Uint8Array.from({ length: size }, (_, n) => n),
      256 - size,
    ),
  );
  return Buffer.from(hash(Buffer.concat(all), 0))
    .readUInt32LE(0)
    .toString(16)
    .toUpperCase();
}

function longs(...words: readonly bigint[]): Uint8Array {
  const out = Buffer.alloc(8 * words.length);
  words.forEach((word, at) => {
    out.writeBigUInt64LE(word, 8 * at);
  });
  return out;
}

function word(value: number): Uint8Array {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
}

describe("MurmurHash: the verification values of SMHasher", () => {
  test("2", () =>
    assert.equal(
      verification((bytes, seed) => word(murmur2(bytes, seed))),
      "27864C1E",
    ));
  test("64A", () =>
    assert.equal(
      verification((bytes, seed) => longs(murmur64(bytes, seed))),
      "1F0D3804",
    ));
  test("3, 32 bits", () =>
    assert.equal(
      verification((bytes, seed) => word(murmur3(bytes, seed))),
      "B0F57EE3",
    ));
  test("3, 128 bits, x86", () => assert.equal(verification(murmur128x86), "B3ECE62A"));
  test("3, 128 bits, x64", () => {
    assert.equal(
      verification((bytes, seed) => longs(...murmur128(bytes, seed))),
      "6384BA69",
    );
  });
  // SMHasher has none; this is the value that another implementation is tested by.
  test("1", () => assert.equal(murmur1(Buffer.from("test")), 1706635965));
});

test("Adler-32 of RFC 1950's usual example", () => {
  assert.equal(adler32(Buffer.from("Wikipedia")), 0x11e60398);
});

test("MD5, SHA-1 and SHA-256 are Node's, whatever the length", () => {
  for (let size = 0; size < 260; size += 1) {
    const bytes = Uint8Array.from({ length: size }, (_, n) => (n * 31 + size) & 0xff);
    for (const [name, hash] of [
      ["md5", md5],
      ["sha1", sha1],
      ["sha256", sha256],
    ] as const) {
      assert.equal(hex(hash(bytes)), createHash(name).update(bytes).digest("hex"), `${name} of ${size} bytes`);
    }
  }
});
