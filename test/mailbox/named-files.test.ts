/** A file is one place, whether it is named by itself, found through its folder, or both. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { createMailboxReader } from "../../src/mailbox/reader.ts";
import { codes, letter, memoryOf, NO_MEMORY, type Reading, readAll, withFiles } from "./mailbox-fixture.ts";

function places({ messages }: Reading): string[] {
  return messages.map(
    ({ source, key, location }) => `${source.kind} ${source.path} ${key} ${JSON.stringify(location)}`,
  );
}

const FILES = { "d/a.eml": letter("a"), "d/b.eml": letter("b"), "d/photo.jpg": "\xff\xd8" };
const MAILDIR = {
  "m/cur/1:2,S": letter("1"),
  "m/cur/2:2,": letter("2"),
  "m/new/3": letter("3"),
  "m/loose.eml": letter("4"),
};

const cases: readonly (readonly [title: string, files: Record<string, string>, folder: string, named: string[]])[] = [
  ["a message of a folder", FILES, "d", ["d/a.eml"]],
  ["several messages of a folder", FILES, "d", ["d/b.eml", "d/a.eml"]],
  ["a message in cur/", MAILDIR, "m", ["m/cur/1:2,S"]],
  ["a message in new/", MAILDIR, "m", ["m/new/3"]],
  ["a message beside cur/", MAILDIR, "m", ["m/loose.eml"]],
];

describe("files named by themselves", () => {
  for (const [title, files, folder, named] of cases) {
    test(`${title}: file, then folder, is the same as folder, and as both at once`, async () => {
      await withFiles(files, async (root) => {
        const paths = named.map((name) => join(root, name));
        const whole = join(root, folder);
        const expected = places(await readAll([whole]));
        const first = await readAll(paths);
        assert.deepEqual(codes(first), []);
        assert.deepEqual(first.messages.map(({ location }) => location.path).sort(), paths.sort());
        const [source] = first.sources;
        assert.ok(source);
        const { fingerprint } = await createMailboxReader().plan(source, NO_MEMORY);
        const memories = new Map([[source.path, memoryOf(first, source, fingerprint)]]);
        const second = await readAll([whole], memories);
        assert.equal(first.messages.length + second.messages.length, expected.length);
        assert.deepEqual([...places(first), ...places(second)].sort(), expected.sort());
        assert.deepEqual(places(await readAll([...paths, whole])).sort(), expected);
        assert.deepEqual(places(await readAll(paths, memories)), [], "nothing is read again");
      });
    });
  }

  test("a Maildir with messages beside cur/ is one source", async () => {
    await withFiles(MAILDIR, async (root) => {
      const { sources, messages } = await readAll([join(root, "m")]);
      assert.deepEqual(
        sources.map(({ kind }) => kind),
        ["maildir"],
      );
      assert.deepEqual(
        messages.map(({ key }) => key),
        ["1", "2", "3", "./loose.eml"],
      );
    });
  });
});

describe("a letterlock case in a scanned folder", () => {
  const database = "SQLite format 3\0rest";

  test("is named once, harmlessly, and its files are not complained about", async () => {
    const files = { "c/case.db": database, "c/case.db-wal": "\x37", "c/case.lock": "", "c/a.eml": letter("a") };
    await withFiles(files, async (root) => {
      const reading = await readAll([root]);
      assert.equal(reading.messages.length, 1);
      assert.deepEqual(
        reading.notCovered.map(({ code, path }) => [code, path]),
        [["no-mail", join(root, "c/case.db")]],
      );
      assert.match(reading.notCovered[0]?.message ?? "", /a letterlock case, not mail/);
    });
  });

  test("attack: mail called case.lock beside a database is read; without a database an empty file is named", async () => {
    await withFiles({ "case.db": database, "case.lock": letter("hidden") }, async (root) => {
      assert.equal((await readAll([root])).messages.length, 1);
    });
    await withFiles({ "case.db": "no database", "case.lock": "" }, async (root) => {
      assert.deepEqual(codes(await readAll([root])), ["no-mail", "empty"]);
    });
  });
});
