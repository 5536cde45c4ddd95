/** Compound files that lie: loops, sizes, sectors. Each test ends, and within a budget of work that the file's size sets. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ItemBudget } from "../../../src/mail/outlook/item-budget.ts";
import { openMsgFile } from "../../../src/mail/outlook/msg-file.ts";
import { memoryBytes, type RandomBytes } from "../../../src/mail/outlook/random-bytes.ts";
import { rebuildMessage } from "../../../src/mail/outlook/rebuild.ts";
import { parseMessage } from "../../../src/mail/parse.ts";
import { writeMsg } from "../../support/msg-writer.ts";
import { letterItem, nested } from "../../support/outlook-items.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 300);
const file = writeMsg(letterItem);
const FREE_BYTES = 1_000_000;

interface Outcome {
  readonly bytes: Buffer | null;
  readonly problems: readonly string[];
  /** Bytes that were read of the file. */
  readonly work: number;
}

function readIt(bytes: Buffer): Outcome {
  let work = 0;
  const memory = memoryBytes(bytes);
  const counted: RandomBytes = {
    size: memory.size,
    read: (target, at, length, position) => {
      const count = memory.read(target, at, length, position);
      work += count;
      return count;
    },
  };
  const budget = new ItemBudget(4 * bytes.length + FREE_BYTES);
  const item = openMsgFile(counted, budget);
  const out = item === null ? null : Buffer.concat([...rebuildMessage(item, budget)]);
  if (out !== null) parseMessage(out);
  return { bytes: out, problems: budget.problems.map(({ code }) => code), work };
}

function changed(change: (bytes: Buffer) => void): Buffer {
  const copy = Buffer.from(file);
  change(copy);
  return copy;
}

/** File offset of the sector that a header field names. */
function sectorAt(bytes: Buffer, field: number): number {
  return (bytes.readUInt32LE(field) + 1) * 512;
}

const workMax = 12 * file.length + 4 * FREE_BYTES;

describe("attack: compound files", () => {
  test("the file itself is read whole", () => {
    const { bytes, problems, work } = readIt(file);
    assert.ok(bytes !== null && bytes.length > 10_000);
    assert.deepEqual(problems, []);
    assert.ok(work < 4 * file.length);
  });

  // biome-ignore format: a table reads by column
  const lies: readonly (readonly [what: string, change: (bytes: Buffer) => void])[] = [
    ["every sector is followed by itself",       (bytes) => { const fat = sectorAt(bytes, 76); for (let i = 0; i < 128; i += 1) bytes.writeUInt32LE(i, fat + 4 * i); }],
    ["every sector is followed by the first",    (bytes) => { const fat = sectorAt(bytes, 76); for (let i = 0; i < 128; i += 1) bytes.writeUInt32LE(0, fat + 4 * i); }],
    ["every mini sector is followed by itself",  (bytes) => { const fat = sectorAt(bytes, 60); for (let i = 0; i < 128; i += 1) bytes.writeUInt32LE(i, fat + 4 * i); }],
    ["sector size 2^31",                         (bytes) => { bytes.writeUInt16LE(31, 30); }],
    ["sector size 2^0",                          (bytes) => { bytes.writeUInt16LE(0, 30); }],
    ["DIFAT that names itself",                  (bytes) => { bytes.fill(0xff, 72, 512); bytes.writeUInt32LE(1, 68); bytes.fill(0xff, 1024, 1532); bytes.writeUInt32LE(1, 1532); }],
    ["FAT sectors that are all the first",       (bytes) => { for (let i = 0; i < 109; i += 1) bytes.writeUInt32LE(0, 76 + 4 * i); }],
    ["directory beyond the file",                (bytes) => { bytes.writeUInt32LE(0xfffffff0, 48); }],
    ["directory entries that are siblings of each other", (bytes) => eachEntry(bytes, (at) => { bytes.writeUInt32LE(1, at + 68); bytes.writeUInt32LE(2, at + 72); })],
    ["storages that all hold the root's children", (bytes) => eachEntry(bytes, (at) => { bytes.writeUInt32LE(1, at + 76); })],
    ["streams longer than the file",             (bytes) => eachEntry(bytes, (at) => { if (bytes[at + 66] === 2) bytes.writeUInt32LE(0x7fffffff, at + 120); })],
    ["streams that all begin in the same place", (bytes) => eachEntry(bytes, (at) => { if (bytes[at + 66] === 2) { bytes.writeUInt32LE(0, at + 116); bytes.writeUInt32LE(bytes.length, at + 120); } })],
  ];
  for (const [what, change] of lies) {
    test(`${what}: an end, within bounds`, () => {
      const { work, bytes } = readIt(changed(change));
      assert.ok(work <= workMax, `${work} bytes read`);
      assert.ok((bytes?.length ?? 0) <= workMax);
    });
  }

  test("a loop in a chain is told, and a stream beyond the file too", () => {
    const loop = readIt(changed((bytes) => bytes.writeUInt32LE(0, sectorAt(bytes, 76))));
    assert.ok(loop.problems.includes("outlook.chain-loop") || loop.problems.includes("source.truncated"));
    const long = readIt(changed(lies[10]?.[1] ?? (() => undefined)));
    assert.ok(long.problems.includes("source.truncated"));
  });

  test("cut anywhere: an end, and what was lost is told or the file is none", () => {
    for (let length = 0; length < file.length; length += 97) {
      const { bytes, problems } = readIt(file.subarray(0, length));
      assert.ok(bytes === null || problems.length > 0 || length > file.length - 1024, `cut at ${length}`);
    }
  });

  test("random damage: an end, within bounds", () => {
    const originals = [file, writeMsg(nested(10))];
    const place = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), byte: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(place, { minLength: 1, maxLength: 12 }),
        (original, places) => {
          const copy = Buffer.from(original);
          for (const { at, byte } of places) copy[Math.floor(at * copy.length)] = byte;
          const { work } = readIt(copy);
          assert.ok(work <= 12 * copy.length + 4 * FREE_BYTES);
        },
      ),
      { numRuns },
    );
  });
});

/** Directory entries of the file, the root left out. */
function eachEntry(bytes: Buffer, change: (at: number) => void): void {
  const fat = sectorAt(bytes, 76);
  let isFirst = true;
  for (let sector = bytes.readUInt32LE(48); sector < 0xfffffff0; sector = bytes.readUInt32LE(fat + 4 * sector)) {
    for (let at = (sector + 1) * 512; at < (sector + 2) * 512; at += 128) {
      if (!isFirst && bytes[at + 66] !== 0) change(at);
      isFirst = false;
    }
  }
}
