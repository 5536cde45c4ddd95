/** Archives that unpack to absurd sizes end soon, are named, and hide nothing beside them (HM-140). */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { deflateRawSync, gzipSync } from "node:zlib";
import { limits } from "../../src/base/limits.ts";
import { ExpansionBudget } from "../../src/mailbox/expansion.ts";
import { buildZipIndex, bytesOnDisk, zipRanges } from "../../src/mailbox/zip/zip-index.ts";
import { writeZip } from "../support/zip-writer.ts";
import { codes, letter, mboxOf, type Reading, readAll, withFiles } from "./mailbox-fixture.ts";

async function readFile(name: string, content: Buffer): Promise<Reading> {
  let reading: Reading | null = null;
  await withFiles({ [name]: content }, async (root) => {
    reading = await readAll([join(root, name)]);
  });
  assert.ok(reading !== null);
  return reading;
}

function bytesRead({ messages }: Reading): number {
  return messages.reduce((sum, { size }) => sum + size, 0);
}

function inMemory(zip: Buffer) {
  const read = (target: Buffer, at: number, length: number, position: number) =>
    zip.copy(target, at, position, position + length);
  return { size: zip.length, read };
}

function zipOfCopies(count: number, name: string, data: Buffer): Buffer {
  const packed = deflateRawSync(data);
  return writeZip(Array.from({ length: count }, (_, i) => ({ name: `${i}${name}`, data, packed, method: 8 })));
}

const REAL = { name: "z.eml", data: Buffer.from(letter("real")) };
const ZEROS = Buffer.concat([Buffer.from(letter("bomb")), Buffer.alloc(20e6)]);

/** 16³ zips in one another with 20 MB each: 82 GB in all. */
function nestedBomb(): Buffer {
  let zip = writeZip([{ name: "b.eml", data: ZEROS, method: 8 }]);
  for (let depth = 0; depth < 3; depth += 1) zip = zipOfCopies(16, ".zip", zip);
  return zip;
}

describe("attack: bombs", () => {
  const nested = nestedBomb();
  const bombs: readonly (readonly [name: string, bytes: Buffer])[] = [
    ["zips in zips.zip", nested],
    ["zips in a.gz", gzipSync(nested)],
    ["gzips in a.zip", zipOfCopies(40, ".gz", gzipSync(gzipSync(ZEROS, { level: 9 }), { level: 9 }))],
    ["empty members.gz", gzipSync(Buffer.concat(Array.from({ length: 200_000 }, () => gzipSync(""))))],
  ];
  for (const [name, bytes] of bombs) {
    test(`${name}: ends within its allowance, and is named`, async () => {
      const allowance = Math.max(limits.archiveRatioFreeBytes, limits.archiveRatioMax * bytes.length);
      const reading = await readFile(name.replaceAll(" ", "-"), bytes);
      assert.ok(codes(reading).includes("limit"));
      assert.ok(bytesRead(reading) <= allowance * 1.2, `${bytesRead(reading)} of ${allowance}`);
    });
  }

  test("flat: many entries side by side are one bomb; the mail behind them is read", async () => {
    const data = ZEROS.subarray(0, 12e6);
    const packed = deflateRawSync(data, { level: 9 });
    const entries = Array.from({ length: 20 }, (_, i) => ({ name: `${i}.eml`, data, packed, method: 8 }));
    const inner = { name: "in.zip", data: writeZip([REAL]) };
    const reading = await readFile("flat.zip", writeZip([...entries, REAL, inner]));
    assert.deepEqual([...new Set(codes(reading))], ["limit"]);
    assert.deepEqual(
      reading.messages.slice(-2).map(({ text }) => text),
      [letter("real"), letter("real")],
    );
  });

  test("entries are paid for even when nothing comes out, and a zip inside is cut where that ends", async () => {
    const zip = writeZip(Array.from({ length: 20 }, (_, i) => ({ name: `${i}`, data: Buffer.alloc(0) })));
    const { count, damage } = await buildZipIndex(inMemory(zip), 10);
    assert.deepEqual([count, damage], [10, "limit"]);
    const budget = new ExpansionBudget(1000);
    assert.equal(budget.entriesLeft, limits.archiveRatioFreeBytes / 4096);
    for (let i = 0; i < limits.archiveRatioFreeBytes / 4096; i += 1) assert.ok(budget.addOpening());
    assert.ok(!budget.addOpening());
    assert.equal(budget.entriesLeft, 0);
  });

  test("reserves of entries that claim the same bytes are granted once", () => {
    const budget = new ExpansionBudget(1000);
    budget.addUnpacked(limits.archiveRatioFreeBytes * 2);
    budget.beginEntry(1000);
    assert.ok(budget.addUnpacked(100_000));
    assert.ok(!budget.addUnpacked(1));
    budget.beginEntry(1000);
    assert.ok(!budget.addUnpacked(1));
  });

  test("the shares of all slices add up to the file, also when entries claim more than there is", async () => {
    const data = Buffer.from(letter("x"));
    const small = Array.from({ length: 3000 }, (_, i) => ({ name: `${i}.eml`, data }));
    const lies = small.map((entry, i) => (i % 2 === 0 ? { ...entry, sameAs: 0 } : entry));
    for (const zip of [writeZip(small), writeZip(lies.with(0, REAL)), writeZip(small, { count: 4000 })]) {
      const index = await buildZipIndex(inMemory(zip));
      const shares = [...zipRanges(index)].map(({ start, end }) => bytesOnDisk(index, start, end));
      assert.ok(shares.length > 2);
      assert.equal(
        shares.reduce((sum, share) => sum + share, 0),
        zip.length,
      );
    }
  });
});

describe("honest archives pass", () => {
  // An alert that comes over and over: 40 MB.
  const alert = letter("disk is nearly full", "The disk of the mail server is nearly full.\n".repeat(90));
  const box = Buffer.from(mboxOf(Array.from({ length: 10_000 }, () => alert)));
  const archives: readonly (readonly [name: string, bytes: Buffer])[] = [
    ["box.mbox.gz", gzipSync(box)],
    ["box.zip", writeZip([{ name: "box.mbox", data: box, method: 8 }])],
    ["two.zip", writeZip([1, 2].map((n) => ({ name: `${n}.mbox`, data: box, method: 8 })))],
    ["deep.gz", gzipSync(writeZip([{ name: "in.zip", data: writeZip([{ name: "box", data: box, method: 8 }]) }]))],
  ];
  for (const [name, bytes] of archives) {
    test(`${name}: repetitive mail that packs ${Math.round(box.length / bytes.length)} times`, async () => {
      const reading = await readFile(name, bytes);
      assert.deepEqual(codes(reading), []);
      assert.equal(reading.messages.length, name === "two.zip" ? 20_000 : 10_000);
    });
  }
});

describe("attack: a packed file of which nothing can be read", () => {
  const junk = Buffer.from("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xff\xff\xff\xff\xff\xff\xff\xff", "latin1");
  const whole = gzipSync(letter("1"));
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, bytes: Buffer, code: string, says: RegExp])[] = [
    ["random.gz", junk,                 "corrupt",   /nothing of it was read/],
    ["short.gz",  whole.subarray(0, 5), "truncated", /nothing of it was read/],
    ["header.gz", whole.subarray(0, 10), "truncated", /nothing of it was read/],
    ["cut.gz",    gzipSync(mboxOf(Array.from({ length: 99 }, (_, i) => letter(String(i ** 9))))).subarray(0, 900), "truncated", /before was read/],
  ];
  for (const [name, bytes, code, says] of cases) {
    test(name, async () => {
      const reading = await readFile(name, bytes);
      assert.deepEqual(codes(reading), [code]);
      assert.match(reading.notCovered[0]?.message ?? "", says);
    });
  }
});
