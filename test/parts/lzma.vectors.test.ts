/** Written by the reference programs of the formats from an invented text, and kept here as base64. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { unlzma, unxz } from "../../src/parts/lzma.ts";
import { PartBudget } from "../../src/parts/reference.ts";
import { sevenZipListing } from "../../src/parts/seven-zip.ts";

const XZ = Buffer.from(
  "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AAhAA5dADGYSiC0JnaLI1cT4AAAAAAAz8rBW3djQNkAASoi5ziNmh+2830BAAAAAARZWg==",
  "base64",
);
const LZMA = Buffer.from("XQAAgAD//////////wAxmEogtCZ2iyNXYsmX///a5gAA", "base64");
/** Two files in LZMA2, the list packed by LZMA. */
const SEVEN_ZIP = Buffer.from(
  "N3q8ryccAARcpCfsbAAAAAAAAAAaAAAAAAAAAMJcJhfgASYAF10AMZhKILQmdots8UdUb+37Njm4uYuj1wAAAACBMweuD8/88GwP6+qcvwzcnHUPQ+dQRG33DxnPCTFkI4xOyegKVlgdSflzmtUq5wQfe11ZRZNQohL3GwKUbnUYP0dgma///0xwAAAXBh8BCU0ABwsBAAEjAwEBBV0AAAEADFIAAA==",
  "base64",
);
const TEXT = "canary canary canary canary canary";
const enough = { maxOutputLength: 1_000 };

describe("LZMA", () => {
  test("xz", () => assert.equal(unxz(XZ, enough).toString(), TEXT));
  test("alone, ended by its mark", () => assert.equal(unlzma(LZMA, enough).toString(), TEXT));
  test("more than may come out", () => assert.throws(() => unxz(XZ, { maxOutputLength: 10 })));
  test("damage", () => assert.throws(() => unxz(Buffer.concat([XZ.subarray(0, 30), Buffer.alloc(40, 0xff)]), enough)));
  test("cut at any place it throws or gives what was there", () => {
    for (let end = 0; end < LZMA.length; end += 1) {
      try {
        assert.ok(TEXT.startsWith(unlzma(LZMA.subarray(0, end), enough).toString().slice(0, TEXT.length)));
      } catch (cause) {
        assert.equal(cause instanceof Error && cause.message, "damaged");
      }
    }
  });
});

describe("7z", () => {
  test("names and contents", () => {
    const listing = sevenZipListing(SEVEN_ZIP, new PartBudget());
    assert.equal(listing?.isComplete, true);
    assert.deepEqual(
      listing?.members.map(({ name, bytes }) => [name, bytes?.toString()]),
      [
        ["a/canary.txt", "canary canary canary canary ".repeat(10)],
        ["b.js", "var canary = 1;"],
      ],
    );
  });

  test("contents that may not come out are named", () => {
    const listing = sevenZipListing(SEVEN_ZIP, new PartBudget(150));
    assert.deepEqual(
      listing?.members.map(({ bytes }) => bytes),
      [null, null],
    );
  });

  test("a list that cannot be read is told as such", () => {
    const damaged = Buffer.from(SEVEN_ZIP);
    damaged.fill(0xff, 70, 120);
    assert.equal(sevenZipListing(damaged, new PartBudget())?.isComplete, false);
  });

  test("any damage: no throw", () => {
    for (let at = 8; at < SEVEN_ZIP.length; at += 1) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const damaged = Buffer.from(SEVEN_ZIP);
        damaged[at] = value;
        assert.ok(sevenZipListing(damaged, new PartBudget(1_000_000)) !== null);
      }
    }
  });
});
