/** Files that are named as mail and hold none: each is told, wherever it lies. Nothing is silently passed over. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { parseMessage } from "../../src/mail/parse.ts";
import { statusOf } from "../../src/pipeline/record-problems.ts";
import { writeTar } from "../support/tar-writer.ts";
import { writeZip } from "../support/zip-writer.ts";
import { codes, letter, mboxOf, type Reading, readAll, withFiles } from "./mailbox-fixture.ts";

const blanks: readonly (readonly [what: string, bytes: Buffer])[] = [
  ["nothing", Buffer.alloc(0)],
  ["one LF", Buffer.from("\n")],
  ["one CR", Buffer.from("\r")],
  ["CRLFs", Buffer.from("\r\n".repeat(50))],
  ["more CRLFs than are looked at first", Buffer.from("\r\n".repeat(100_000))],
  ["spaces", Buffer.alloc(50, " ")],
  ["NULs", Buffer.alloc(50)],
  ["more NULs than are looked at first", Buffer.alloc(200_000)],
  ["a byte order mark and an LF", Buffer.from("\ufeff\n")],
];

/** What is said of each of the blanks, in their order; `message`: one record that is `unparseable`. */
const said: Readonly<Record<string, readonly string[]>> = {
  ".mbox": [...times(5, "empty"), ...times(3, "mbox-leading-bytes"), "empty"],
  ".eml": ["empty", ...times(8, "message")],
  ".emlx": ["empty", ...times(8, "unsupported")],
  "": ["empty", ...times(8, "no-mail")],
};

function times(count: number, word: string): readonly string[] {
  return Array.from({ length: count }, () => word);
}

/** The file by itself and in every container. */
function forms(name: string, data: Buffer): readonly (readonly [file: string, bytes: Buffer])[] {
  const tar = writeTar([{ name, data }]);
  return [
    [name, data],
    ["in.zip", writeZip([{ name, data, method: 8 }])],
    ["in.tar", tar],
    [`${name}.gz`, gzipSync(data)],
    [`${name}.zst`, zstdCompressSync(data)],
    ["in.tar.gz", gzipSync(tar)],
    ["in.zip.zst", zstdCompressSync(writeZip([{ name, data }]))],
  ];
}

function saidOf({ messages, notCovered }: Reading): readonly string[] {
  const statuses = messages.map(({ text }) => statusOf(parseMessage(Buffer.from(text, "latin1")).problems));
  assert.ok(statuses.every((status) => status === "unparseable"));
  return [...statuses.map(() => "message"), ...codes({ notCovered })];
}

describe("a file without mail is told", () => {
  for (const [ending, expected] of Object.entries(said)) {
    for (const [index, [what, data]] of blanks.entries()) {
      test(`${ending === "" ? "no ending" : ending}: ${what}`, async () => {
        for (const [file, bytes] of forms(`f${ending}`, data)) {
          await withFiles({ [file]: bytes }, async (root) => {
            assert.deepEqual(saidOf(await readAll([join(root, file)])), [expected[index]], file);
            assert.ok(saidOf(await readAll([root])).includes(expected[index] ?? ""), `the folder of ${file}`);
          });
        }
      });
    }
  }

  test("empty lines before mail are nothing, and those of a cut file are said once, by the cut", async () => {
    const cut = gzipSync(Buffer.alloc(200_000, "\n"), { level: 0 }).subarray(0, 100_000);
    await withFiles({ "a.mbox": `\n\n${mboxOf([letter("1")])}`, "b.mbox.gz": cut }, async (root) => {
      const sound = await readAll([join(root, "a.mbox")]);
      assert.deepEqual([sound.messages.length, codes(sound)], [1, []]);
      assert.deepEqual(codes(await readAll([join(root, "b.mbox.gz")])), ["truncated"]);
    });
  });

  test("an mbox of several slices that holds only empty lines is told once", async () => {
    await withFiles({ "a.mbox": Buffer.alloc(20 * 1024 * 1024, "\n") }, async (root) => {
      const reading = await readAll([join(root, "a.mbox")]);
      assert.ok(reading.slices.length > 1);
      assert.deepEqual(codes(reading), ["empty"]);
    });
  });
});
