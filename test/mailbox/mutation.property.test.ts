import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { longName, paxEntry, writeTar } from "../support/tar-writer.ts";
import { writeZip } from "../support/zip-writer.ts";
import { letter, mboxOf, readAll, sha256, withFiles } from "./mailbox-fixture.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 100);

const box = Buffer.from(mboxOf([letter("1"), letter("2", "From the hills\n"), letter("3")]));
const one = Buffer.from(letter("4"));
const zip = writeZip([
  { name: "box.mbox", data: box, method: 8 },
  { name: "a.eml", data: one },
  { name: "b.mbox.gz", data: gzipSync(box) },
  { name: "in.zip", data: writeZip([{ name: "c.eml", data: one, method: 8 }]) },
]);
const list = "<?xml version='1.0'?><plist><dict><key>flags</key><integer>1</integer></dict></plist>\n";
const emlx = Buffer.from(`${one.length}\n${one}${list}`);
const body = one.subarray(one.indexOf("\n\n") + 2);
const counted = Buffer.from(mboxOf([letter("5").replace("\n\n", `\nContent-Length: ${body.length}\n\n`), letter("6")]));
const tar = writeTar([
  { name: "box.mbox", data: box },
  paxEntry({ path: "x/cur/1:2,S" }),
  { name: "a", data: one },
  longName(`${"n".repeat(200)}.emlx`),
  { name: "b", data: emlx },
  { name: "c.mbox.zst", data: zstdCompressSync(box) },
]);
const originals: readonly Buffer[] = [
  ...[box, one, gzipSync(box), gzipSync(gzipSync(one)), zip, gzipSync(zip)],
  ...[emlx, counted, tar, tar, gzipSync(tar), zstdCompressSync(tar)],
];

interface Damage {
  readonly at: number;
  readonly byte: number;
  readonly kind: "set" | "insert" | "remove" | "cut" | "repeat";
}

/** `at` runs from 0 to 1 over the file. */
const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  byte: fc.integer({ min: 0, max: 255 }),
  kind: fc.constantFrom("set", "set", "set", "insert", "remove", "cut", "repeat"),
});

function applied(bytes: Buffer, { at, byte, kind }: Damage): Buffer {
  const place = Math.floor(at * bytes.length);
  const head = bytes.subarray(0, place);
  const tail = bytes.subarray(place);
  switch (kind) {
    case "set":
      return Buffer.concat([head, Buffer.from([byte]), tail.subarray(1)]);
    case "insert":
      return Buffer.concat([head, Buffer.alloc(byte, byte), tail]);
    case "remove":
      return Buffer.concat([head, tail.subarray(byte)]);
    case "cut":
      return head;
    case "repeat":
      return Buffer.concat([head, tail, tail]);
  }
}

test("whatever is damaged: no throw, an end, true hashes, different keys, and never silence", async () => {
  const damages = fc.array(damage, { minLength: 1, maxLength: 6 });
  const name = fc.constantFrom("f", "f.mbox", "f.eml", "f.zip");
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...originals), damages, name, async (original, changes, file) => {
      await withFiles({ [file]: changes.reduce(applied, original) }, async (root) => {
        const { messages, notCovered } = await readAll([join(root, file)]);
        for (const message of messages) {
          assert.equal(message.sha256, sha256(message.text));
          assert.equal(message.size, message.text.length);
        }
        assert.equal(new Set(messages.map(({ key }) => key)).size, messages.length);
        assert.ok(messages.length + notCovered.length > 0);
      });
    }),
    { numRuns },
  );
});
