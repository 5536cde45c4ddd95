/** Zstd and gzip that lie or end early: everything before the damage is read, memory stays small (HM-140, HM-234). */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { constants, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import type { ByteStream } from "../../src/mailbox/byte-stream.ts";
import { readFully } from "../../src/mailbox/byte-stream.ts";
import { ExpansionBudget } from "../../src/mailbox/expansion.ts";
import { parseFrameHeader, UnzstdStream } from "../../src/mailbox/zstd/unzstd.ts";
import { codes, letter, mboxOf, type Reading, readAll, sha256, withFiles } from "./mailbox-fixture.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 100);

async function readFile(name: string, content: Buffer): Promise<Reading> {
  let reading: Reading | null = null;
  await withFiles({ [name]: content }, async (root) => {
    reading = await readAll([join(root, name)]);
  });
  assert.ok(reading !== null);
  return reading;
}

const LETTERS = Array.from({ length: 300 }, (_, i) => letter(`n${i}`, `${sha256(`${i}`).repeat(9)}\n`));
const BOX = Buffer.from(mboxOf(LETTERS));
const CHECKED = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };
const PACKED = zstdCompressSync(BOX, CHECKED);
const SKIPPABLE = Buffer.concat([Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 4, 0, 0, 0]), Buffer.from("note")]);
const cut = BOX.indexOf("From ada", BOX.length / 2);

function streamOf(bytes: Buffer, step = bytes.length): ByteStream {
  let position = 0;
  return {
    damages: [],
    read(target, at, length) {
      const count = bytes.copy(target, at, position, position + Math.min(length, step));
      position += count;
      return count;
    },
  };
}

async function unpack(bytes: Buffer, max = 1e6, step?: number) {
  const stream = new UnzstdStream(streamOf(bytes, step), new ExpansionBudget(bytes.length));
  const target = Buffer.alloc(max);
  const count = await readFully(stream, target, 0, max);
  stream.close();
  return { bytes: target.subarray(0, count), damages: stream.damages.map(({ code }) => code) };
}

describe("zstd", () => {
  const second = zstdCompressSync(BOX.subarray(cut));
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [title: string, bytes: Buffer, messages: number, codes: readonly string[]])[] = [
    ["one frame",                               PACKED,                                                             300, []],
    ["two frames, one message over both",       Buffer.concat([zstdCompressSync(BOX.subarray(0, cut)), second]),    300, []],
    ["skippable frames before and between",     Buffer.concat([SKIPPABLE, zstdCompressSync(BOX.subarray(0, cut)), SKIPPABLE, second]), 300, []],
    ["zeros behind",                            Buffer.concat([PACKED, Buffer.alloc(5000)]),                        300, []],
    ["something else behind",                   Buffer.concat([PACKED, Buffer.from("more")]),                       300, ["trailing-bytes"]],
    ["a checksum that does not fit",            Buffer.concat([PACKED.subarray(0, -1), Buffer.from([1])]),          300, ["corrupt"]],
  ];
  for (const [title, bytes, messages, expected] of cases) {
    test(title, async () => {
      const reading = await readFile("box.zst", bytes);
      assert.deepEqual([reading.messages.length, codes(reading)], [messages, expected]);
      assert.equal(reading.messages[299]?.text, LETTERS[299]);
    });
  }

  test("cut at any place, and with any byte flipped: a beginning of the truth comes out, and never a throw", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(PACKED.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const short = await unpack(PACKED.subarray(0, at), undefined, 777);
        assert.ok(BOX.subarray(0, short.bytes.length).equals(short.bytes));
        assert.deepEqual(short.damages, ["truncated"]);
        const flipped = Buffer.from(PACKED);
        flipped.writeUInt8(flipped.readUInt8(at) ^ mask, at);
        const { bytes, damages } = await unpack(flipped);
        assert.ok(damages.length > 0 || bytes.equals(BOX), `byte ${at}`);
      }),
      { numRuns },
    );
  });

  test("any bytes behind the magic end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (tail) => {
        const { damages } = await unpack(Buffer.concat([PACKED.subarray(0, 4), tail]));
        assert.ok(damages.length <= 2);
      }),
      { numRuns },
    );
  });

  // biome-ignore format: a table reads by column
  const headers: readonly (readonly [title: string, bytes: readonly number[], expected: ReturnType<typeof parseFrameHeader>])[] = [
    ["a window of 128 MiB",                  [0x00, 17 << 3],                          { bytes: 6, hasChecksum: false }],
    ["a window a little larger",             [0x00, (17 << 3) | 1],                    "window"],
    ["a window of 2 GiB",                    [0x04, 21 << 3],                          "window"],
    ["a single segment of 5 bytes",          [0x20, 5],                                { bytes: 6, hasChecksum: false }],
    ["a single segment of 8 EiB",            [0xe0, 0, 0, 0, 0, 0, 0, 0, 0x80],        "window"],
    ["a dictionary",                         [0x01, 0, 7],                             "dictionary"],
    ["the reserved bit",                     [0x08, 0],                                "corrupt"],
    ["half a header",                        [0xe0, 0, 0],                             "cut"],
  ];
  for (const [title, bytes, expected] of headers) {
    test(`frame header: ${title}`, () => {
      assert.deepEqual(parseFrameHeader(Buffer.concat([PACKED.subarray(0, 4), Buffer.from(bytes)])), expected);
    });
  }

  test("a frame that asks for a huge window is named, and no memory is taken for it", async () => {
    const huge = Buffer.concat([PACKED.subarray(0, 4), Buffer.from([0x00, 21 << 3]), PACKED.subarray(7)]);
    assert.deepEqual(codes(await readFile("a.zst", huge)), ["limit"]);
  });

  test("bomb: a high ratio ends within the allowance, a piece at a time", async () => {
    const bomb = zstdCompressSync(Buffer.concat([Buffer.from(letter("bomb")), Buffer.alloc(400e6)]));
    assert.ok(bomb.length < 20_000);
    const before = process.memoryUsage().rss;
    const reading = await readFile("bomb.zst", bomb);
    assert.deepEqual(codes(reading), ["limit"]);
    assert.ok((reading.messages[0]?.size ?? 0) <= limits.archiveRatioFreeBytes * 1.1);
    assert.ok(process.memoryUsage().rss - before < 256e6, "far less than what the packed piece unpacks to");
  });

  test("bomb: empty frames without end are paid for", async () => {
    const empty = zstdCompressSync(Buffer.alloc(0));
    const many = Buffer.concat(Array.from({ length: 60_000 }, () => empty));
    assert.deepEqual(codes(await readFile("e.gz", gzipSync(gzipSync(many)))), ["limit"]);
  });
});

describe("gzip", () => {
  const two = Buffer.concat([gzipSync(BOX.subarray(0, cut)), gzipSync(BOX.subarray(cut))]);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [title: string, bytes: Buffer, least: number, codes: readonly string[]])[] = [
    ["several members",                 two,                                             300, []],
    ["a last member that is cut",       two.subarray(0, -5000),                          100, ["truncated"]],
    ["trailing garbage",                Buffer.concat([two, Buffer.from("garbage")]),    300, ["trailing-bytes"]],
    ["a member of zstd behind",         Buffer.concat([gzipSync(BOX), PACKED]),          300, ["trailing-bytes"]],
  ];
  for (const [title, bytes, least, expected] of cases) {
    test(title, async () => {
      const reading = await readFile("box.gz", bytes);
      assert.ok(reading.messages.length >= least && reading.messages.length <= 300);
      assert.deepEqual(codes(reading), expected);
    });
  }
});
