/** Every kind of source keeps the same promises; what differs stands in the table. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { flagsOf } from "../../src/case/marks.ts";
import { createMailboxReader } from "../../src/mailbox/reader.ts";
import type { SourceKind } from "../../src/ports/mailbox.ts";
import { writeTar } from "../support/tar-writer.ts";
import { writeZip } from "../support/zip-writer.ts";
import {
  letter,
  mboxOf,
  memoryOf,
  NO_MEMORY,
  type Reading,
  readAll,
  readInto,
  sha256,
  withFiles,
} from "./mailbox-fixture.ts";

const LETTERS = [letter("one"), letter("two", "From the hills\n>From afar\n"), letter("three")];
const MBOX = mboxOf(LETTERS);

interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly given: string;
  readonly kind: SourceKind;
  readonly folder: string;
  readonly letters: readonly string[];
  readonly keys: readonly string[];
  readonly places: readonly string[];
  readonly flags?: readonly (readonly string[])[];
}

/** Offsets of the messages in an mbox, as keys. */
function offsetsIn(mbox: string): string[] {
  return [...mbox.matchAll(/^From: Ada/gm)].map(({ index }) => String(index));
}

const CRLF_MBOX = MBOX.replaceAll("\n", "\r\n");

const cases: readonly Case[] = [
  {
    title: "mbox",
    files: { "lists/Inbox.mbox": mboxOf(LETTERS.slice(0, 2)) },
    given: "",
    kind: "mbox",
    folder: "lists/Inbox",
    letters: LETTERS.slice(0, 2),
    keys: offsetsIn(MBOX).slice(0, 2),
    places: ["lists/Inbox.mbox", "lists/Inbox.mbox"],
  },
  {
    title: "mbox with CRLF",
    files: { inbox: CRLF_MBOX },
    given: "inbox",
    kind: "mbox",
    folder: "inbox",
    letters: LETTERS.map((text) => text.replaceAll("\n", "\r\n")),
    keys: offsetsIn(CRLF_MBOX),
    places: ["inbox", "inbox", "inbox"],
  },
  {
    title: "one message by name",
    files: { "x/a.eml": LETTERS[0] ?? "", "x/b.eml": LETTERS[1] ?? "" },
    given: "x/a.eml",
    kind: "folder",
    folder: "x",
    letters: LETTERS.slice(0, 1),
    keys: ["a.eml"],
    places: ["x/a.eml"],
  },
  {
    title: "one message that begins with a separator, but is called .eml",
    files: { "x/a.eml": MBOX },
    given: "x/a.eml",
    kind: "folder",
    folder: "x",
    letters: [MBOX],
    keys: ["a.eml"],
    places: ["x/a.eml"],
  },
  {
    title: "folder of messages",
    files: { "x/b": LETTERS[1] ?? "", "x/a.eml": LETTERS[0] ?? "", "x/c.txt": LETTERS[2] ?? "" },
    given: "",
    kind: "folder",
    folder: "x",
    letters: LETTERS,
    keys: ["a.eml", "b", "c.txt"],
    places: ["x/a.eml", "x/b", "x/c.txt"],
  },
  {
    title: "Maildir",
    files: {
      "Maildir/cur/2.b.example:2,RSZ": LETTERS[0] ?? "",
      "Maildir/cur/3.c.example;2,DFPT": LETTERS[1] ?? "",
      "Maildir/new/1.a.example": LETTERS[2] ?? "",
    },
    given: "Maildir",
    kind: "maildir",
    folder: "INBOX",
    letters: LETTERS,
    keys: ["2.b.example", "3.c.example", "1.a.example"],
    places: ["Maildir/cur/2.b.example:2,RSZ", "Maildir/cur/3.c.example;2,DFPT", "Maildir/new/1.a.example"],
    flags: [["\\Answered", "\\Seen"], ["$Forwarded", "\\Deleted", "\\Draft", "\\Flagged"], []],
  },
  {
    title: "Maildir whose server packs each message",
    files: {
      "Maildir/cur/1.a.example,S=99:2,S": gzipSync(LETTERS[0] ?? ""),
      "Maildir/cur/2.b.example:2,": zstdCompressSync(Buffer.from(LETTERS[1] ?? "")),
      "Maildir/new/3.c.example": LETTERS[2] ?? "",
    },
    given: "Maildir",
    kind: "maildir",
    folder: "INBOX",
    letters: LETTERS,
    keys: ["1.a.example,S=99", "2.b.example", "3.c.example"],
    places: ["Maildir/cur/1.a.example,S=99:2,S", "Maildir/cur/2.b.example:2,", "Maildir/new/3.c.example"],
    flags: [["\\Seen"], [], []],
  },
  {
    title: "gzip of an mbox",
    files: { "old.mbox.gz": gzipSync(Buffer.from(MBOX)) },
    given: "old.mbox.gz",
    kind: "gzip",
    folder: "old",
    letters: LETTERS,
    keys: offsetsIn(MBOX),
    places: ["old.mbox.gz", "old.mbox.gz", "old.mbox.gz"],
  },
  {
    title: "gzip of gzip of one message",
    files: { "a.gz": gzipSync(gzipSync(Buffer.from(LETTERS[0] ?? ""))) },
    given: "",
    kind: "gzip",
    folder: "a",
    letters: LETTERS.slice(0, 1),
    keys: ["0"],
    places: ["a.gz"],
  },
  {
    title: "zip of an mbox, a Maildir file and a zip",
    files: {
      "take.zip": writeZip([
        { name: "Takeout/Mail/", data: Buffer.alloc(0) },
        { name: "Takeout/Mail/All.mbox", data: Buffer.from(mboxOf(LETTERS.slice(0, 1))), method: 8 },
        { name: "md/cur/2.b:2,S", data: Buffer.from(LETTERS[1] ?? "") },
        { name: "in.zip", data: writeZip([{ name: "c.eml", data: Buffer.from(LETTERS[2] ?? ""), method: 8 }]) },
      ]),
    },
    given: "",
    kind: "zip",
    folder: "take",
    letters: LETTERS,
    keys: ["1:46", "2:0", "3:0:0"],
    places: ["take.zip!/Takeout/Mail/All.mbox", "take.zip!/md/cur/2.b:2,S", "take.zip!/in.zip!/c.eml"],
    flags: [[], ["\\Seen"], []],
  },
  {
    title: "tar of an mbox, a Maildir file and a zip",
    files: {
      "take.tar": writeTar([
        { name: "Takeout/", type: "5" },
        { name: "Takeout/Mail/All.mbox", data: mboxOf(LETTERS.slice(0, 1)) },
        { name: "ada/Maildir/cur/2.b:2,S", data: LETTERS[1] ?? "" },
        { name: "in.zip", data: writeZip([{ name: "c.eml", data: Buffer.from(LETTERS[2] ?? ""), method: 8 }]) },
      ]),
    },
    given: "",
    kind: "tar",
    folder: "take",
    letters: LETTERS,
    keys: ["1:46", "2:0", "3:0:0"],
    places: ["take.tar!/Takeout/Mail/All.mbox", "take.tar!/ada/Maildir/cur/2.b:2,S", "take.tar!/in.zip!/c.eml"],
    flags: [[], ["\\Seen"], []],
  },
  {
    title: "zstd of a tar of a folder of messages",
    files: {
      "old.tar.zst": zstdCompressSync(
        writeTar(LETTERS.map((data, i) => ({ name: `new/${i}`, data })).concat({ name: "empty/", data: "" })),
      ),
    },
    given: "old.tar.zst",
    kind: "zstd",
    folder: "old",
    letters: LETTERS,
    keys: ["0:0", "1:0", "2:0"],
    places: ["old.tar.zst!/new/0", "old.tar.zst!/new/1", "old.tar.zst!/new/2"],
  },
];

for (const { title, files, given, ...expected } of cases) {
  describe(title, () => {
    test("yields its messages, bytes, hashes and places", async () => {
      await withFiles(files, async (root) => {
        const { sources, messages, notCovered } = await readAll([join(root, given)]);
        assert.deepEqual(notCovered, []);
        assert.deepEqual(
          sources.map(({ kind, folder }) => [kind, folder]),
          [[expected.kind, expected.folder]],
        );
        assert.deepEqual(
          messages.map(({ text }) => text),
          expected.letters,
        );
        assert.deepEqual(
          messages.map(({ sha256: hash }) => hash),
          expected.letters.map(sha256),
        );
        assert.deepEqual(
          messages.map(({ size }) => size),
          expected.letters.map(({ length }) => length),
        );
        assert.deepEqual(
          messages.map(({ key }) => key),
          expected.keys,
        );
        assert.deepEqual(
          messages.map(({ location }) => location.path),
          expected.places.map((place) => join(root, place)),
        );
        assert.deepEqual(
          messages.map(({ problems }) => problems),
          expected.letters.map(() => []),
        );
        assert.deepEqual(
          messages.map(({ location }) => flagsOf(location.marks)),
          expected.flags ?? expected.letters.map(() => []),
        );
      });
    });

    test("reading again gives the same, and a finished source needs no reading", async () => {
      await withFiles(files, async (root) => {
        const reader = createMailboxReader();
        const first = await readAll([join(root, given)], new Map(), reader);
        assert.deepEqual(await readAll([join(root, given)], new Map(), reader), first);
        for (const source of first.sources) {
          const { state, fingerprint } = await reader.plan(source, NO_MEMORY);
          assert.equal(state, "new");
          const again = await reader.plan(source, memoryOf(first, source, fingerprint));
          assert.equal(again.state, "same");
          assert.deepEqual(await Array.fromAsync(again.slices), []);
        }
      });
    });

    test("slices stand for all bytes of the source, and can be read in any order", async () => {
      await withFiles(files, async (root) => {
        const reading = await readAll([join(root, given)]);
        const { sources, slices, messages } = reading;
        if (expected.kind !== "zip") {
          assert.equal(
            slices.reduce((sum, { bytes }) => sum + bytes, 0),
            sources[0]?.size,
          );
        }
        const backwards: Reading = { sources, slices: [], messages: [], notCovered: [] };
        for (const slice of [...slices].reverse()) await readInto(backwards, createMailboxReader(), slice);
        const byKey = (all: Reading["messages"]) => new Map(all.map((message) => [message.key, message]));
        assert.deepEqual(byKey(backwards.messages), byKey(messages));
      });
    });
  });
}
