/** Files in a OneNote section: all that are there, also where a length lies. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isOneNote, oneNoteFiles } from "../../src/parts/onenote.ts";
import { PartBudget } from "../../src/parts/reference.ts";

const SECTION = Buffer.from("e4525c7b8cd8a74daeb15378d02996d3", "hex");

function stored(content: string, claims = BigInt(content.length)): Buffer {
  const head = Buffer.alloc(36);
  Buffer.from("e716e3bd65261145a4c48d4d0b7a9eac", "hex").copy(head);
  head.writeBigUInt64LE(claims, 16);
  return Buffer.concat([head, Buffer.from(content)]);
}

const files = (bytes: Buffer) => oneNoteFiles(bytes, new PartBudget()).map((file) => file.toString("latin1"));

test("files are found in their order", () => {
  const section = Buffer.concat([SECTION, Buffer.alloc(9), stored("one"), Buffer.alloc(3), stored("two")]);
  assert.equal(isOneNote(section), true);
  assert.deepEqual(files(section), ["one", "two"]);
});

test("a length beyond the end hides no file behind it", () => {
  const found = files(Buffer.concat([SECTION, stored("one", 2n ** 63n), stored("two")]));
  assert.equal(found.length, 2);
  assert.equal(found[1], "two");
});

test("a head that is cut off ends the search", () => {
  assert.deepEqual(files(Buffer.concat([SECTION, stored("one"), stored("two").subarray(0, 20)])), ["one"]);
  assert.equal(isOneNote(Buffer.alloc(0)), false);
});

test("total on any bytes", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void files(Buffer.concat([SECTION, stored("x"), bytes]))));
});
