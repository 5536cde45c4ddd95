/** Outlook files as sources: `.msg` and `.oft` wherever they lie, PST in every form, damage. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { encodings } from "../../../src/mailbox/outlook/pst/encodings.ts";
import { createMailboxReader } from "../../../src/mailbox/reader.ts";
import { writeMsg } from "../../support/msg-writer.ts";
import { letterItem } from "../../support/outlook-items.ts";
import { type PstSpec, writePst } from "../../support/pst-writer.ts";
import { writeTar } from "../../support/tar-writer.ts";
import { writeZip } from "../../support/zip-writer.ts";
import {
  codes,
  memoryOf,
  NO_MEMORY,
  type Reading,
  type ReadMessage,
  readAll,
  readInto,
  sha256,
  withFiles,
} from "../mailbox-fixture.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 60);
const msg = writeMsg(letterItem);

function subjects({ messages }: Reading): string[] {
  return messages.map(({ text }) => /^Subject: (.*)\r$/m.exec(text)?.[1] ?? "");
}

describe("a .msg is one message, rebuilt", () => {
  // biome-ignore format: a table reads by column
  const places: readonly (readonly [name: string, content: Buffer, path: string])[] = [
    ["letter.msg",    msg,                                                              "letter.msg"],
    ["form.OFT",      msg,                                                              "form.OFT"],
    ["without-name",  msg,                                                              "without-name"],
    ["letter.msg.gz", gzipSync(msg),                                                    "letter.msg.gz"],
    ["letter.msg.zst", zstdCompressSync(msg),                                           "letter.msg.zst"],
    ["box.tar",       writeTar([{ name: "in/letter.msg", data: msg }]),                 "box.tar!/in/letter.msg"],
    ["box.zip",       writeZip([{ name: "in/letter.msg", data: msg, method: 8 }]),      "box.zip!/in/letter.msg"],
  ];
  for (const [name, content, path] of places) {
    for (const isNamed of [true, false]) {
      test(`${name}, ${isNamed ? "named by itself" : "in a folder"}`, async () => {
        await withFiles({ [name]: content }, async (root) => {
          const { messages, notCovered } = await readAll([isNamed ? join(root, name) : root]);
          assert.deepEqual(notCovered, []);
          const [one] = messages;
          assert.ok(one !== undefined && messages.length === 1);
          assert.equal(one.location.path, join(root, path));
          assert.deepEqual(one.location.marks, [{ origin: "outlook", flags: ["\\Seen"], labels: [] }]);
          assert.equal(one.fidelity, "rebuilt");
          const fileSha256 = sha256(msg);
          assert.deepEqual(one.outlook, { container: "msg", fileSha256, messageClass: "IPM.Note", messageFlags: 1 });
          assert.equal(one.sha256, sha256(one.text));
          assert.deepEqual(one.problems, []);
        });
      });
    }
  }

  test("beside cur/ of a Maildir too", async () => {
    await withFiles({ "m/cur/1:2,": "Subject: plain\n\nx\n", "m/new/.keep": "", "m/letter.msg": msg }, async (root) => {
      const { messages } = await readAll([root]);
      assert.deepEqual(
        messages.map(({ key, fidelity, location }) => [key, fidelity, ...location.marks.map(({ origin }) => origin)]),
        [
          ["1", "original", "maildir"],
          ["./letter.msg", "rebuilt", "outlook"],
        ],
      );
    });
  });

  test("an item that says nothing of what was done with it has no marks", async () => {
    await withFiles({ "a.msg": writeMsg({ properties: { 26: "IPM.Note", 55: "Bare" } }) }, async (root) => {
      const [one] = (await readAll([root])).messages;
      assert.equal(one?.fidelity, "rebuilt");
      assert.deepEqual(one?.location.marks, []);
    });
  });

  test("other compound files are no mail; a broken item is a message all the same", async () => {
    const broken = Buffer.concat([msg.subarray(0, 512), Buffer.alloc(1000, 0xee)]);
    const office = Buffer.concat([msg.subarray(0, 512), Buffer.alloc(9000)]);
    await withFiles({ "a.msg": broken, "b.doc": office }, async (root) => {
      const { messages, notCovered } = await readAll([root]);
      assert.deepEqual(codes({ notCovered }), ["no-mail"]);
      const [one] = messages;
      assert.ok(one !== undefined && messages.length === 1);
      assert.equal(one.fidelity, "original");
      assert.equal(one.sha256, sha256(broken));
      assert.deepEqual(
        one.problems.map(({ code }) => code),
        ["source.no-item"],
      );
    });
  });
});

const INBOX = 0x8022;
const spec: PstSpec = {
  folders: [
    { number: 0x122, parent: 0x122, name: "" },
    { number: INBOX, parent: 0x122, name: "Inbox" },
    { number: 0x8042, parent: INBOX, name: "News" },
  ],
  items: [
    { number: 0x200004, folder: INBOX, item: letterItem },
    { number: 0x200024, folder: 0x8042, item: { properties: { 26: "IPM.Note", 55: "Second", 3591: 8 } } },
    { number: 0x200044, folder: INBOX, item: { properties: { 26: "IPM.Appointment", 55: "Lunch" } } },
    {
      number: 0x200064,
      folder: INBOX,
      item: { properties: { 26: "IPM.Task", 55: "Trap", "common:851f": "\\\\198.51.100.7\\x" } },
    },
    { number: 0x200088, folder: INBOX, item: { properties: { 26: "IPM.Configuration", 55: "Hidden" } } },
    {
      number: 0x2000a4,
      folder: 0x9999,
      item: { properties: { 26: "IPM.Note", 55: "Orphan", 4096: "x".repeat(40_000) } },
    },
  ],
};

describe("a PST", () => {
  for (const form of ["ansi", "unicode"] as const) {
    for (const [name, encoding] of Object.entries(encodings)) {
      test(`${form}, blocks hidden by ${name}: all mail, with folders, flags and content`, async () => {
        await withFiles({ "mail.pst": writePst({ ...spec, form, encoding }) }, async (root) => {
          const reading = await readAll([root]);
          assert.deepEqual(subjects(reading), ["=?utf-8?B?R3LDvMOfZSwg8J+Qpw==?=", "Second", "Trap", "Orphan"]);
          assert.deepEqual(
            reading.messages.map(({ location }) => location.folder),
            ["mail/Inbox", "mail/Inbox/News", "mail/Inbox", "mail"].map((f) => f),
          );
          assert.deepEqual(
            reading.messages.map(({ location }) => location.marks.map(({ origin, flags }) => [origin, ...flags])),
            [[["outlook", "\\Seen"]], [["outlook", "\\Draft"]], [], []],
          );
          assert.deepEqual(
            reading.messages.map(({ problems }) => problems),
            [[], [], [], []],
          );
          assert.deepEqual(codes(reading), ["not-mail"]);
          assert.match(
            reading.notCovered[0]?.message ?? "",
            /1 calendar entries, 1 hidden items of the mail program\.$/,
          );
        });
      });
    }
  }

  test("gives the same message as a .msg, but for numbers that only the container has", async () => {
    await withFiles({ "a.pst": writePst(spec), "b.msg": msg }, async (root) => {
      const { messages } = await readAll([root]);
      const [one] = messages.filter(({ outlook }) => outlook?.container === "msg");
      const [other] = messages.filter(({ outlook }) => outlook?.container === "pst");
      assert.ok(one !== undefined && other !== undefined);
      assert.equal(other.text, one.text);
    });
  });

  test("in a zip", async () => {
    await withFiles({ "a.zip": writeZip([{ name: "x/mail.pst", data: writePst(spec), method: 8 }]) }, async (root) => {
      const { messages } = await readAll([root]);
      assert.equal(messages.length, 4);
      assert.equal(new Set(messages.map(({ key }) => key)).size, 4);
    });
  });

  const many: PstSpec = {
    folders: spec.folders,
    items: Array.from({ length: 1_300 }, (_, i) => ({
      number: 0x200004 + 0x20 * i,
      folder: INBOX,
      item: { properties: { 26: "IPM.Note", 55: `Letter ${i}` } },
    })),
  };

  test("slices are ranges of nodes: together all of it, and what is done is left out of the next plan", async () => {
    await withFiles({ "mail.pst": writePst(many) }, async (root) => {
      const reader = createMailboxReader();
      const all = await readAll([root], new Map(), reader);
      assert.deepEqual(
        subjects(all),
        many.items.map((_, i) => `Letter ${i}`),
      );
      const [source] = all.sources;
      assert.ok(source !== undefined && all.slices.length === 3);
      assert.equal(
        all.slices.reduce((sum, { bytes }) => sum + bytes, 0),
        source.size,
      );
      const { fingerprint } = await reader.plan(source, NO_MEMORY);
      const memory = memoryOf({ ...all, slices: all.slices.slice(1) }, source, fingerprint);
      const plan = await reader.plan(source, memory);
      const again: Reading = { sources: [], slices: [], messages: [], notCovered: [] };
      for await (const slice of plan.slices) await readInto(again, reader, slice);
      assert.equal(plan.state, "grown");
      assert.deepEqual(
        subjects(again),
        many.items.slice(0, 512).map((_, i) => `Letter ${i}`),
      );
    });
  });
});

describe("attack: PST", () => {
  const pst = writePst(spec);
  const read = async (bytes: Buffer): Promise<Reading> => {
    let reading: Reading | null = null;
    await withFiles({ "mail.pst": bytes }, async (root) => {
      reading = await readAll([join(root, "mail.pst")]);
    });
    assert.ok(reading !== null);
    return reading;
  };
  const changed = (change: (bytes: Buffer) => void): Buffer => {
    const copy = Buffer.from(pst);
    change(copy);
    return copy;
  };
  const keysDiffer = (messages: readonly ReadMessage[]) =>
    assert.equal(new Set(messages.map(({ key }) => key)).size, messages.length);

  test("a page that is its own child, in both trees", async () => {
    for (const field of [224, 240]) {
      const reading = await read(
        changed((bytes) => {
          const page = bytes.readUInt32LE(field);
          bytes[page + 491] = 3;
          for (let i = 0; i < 20; i += 1) bytes.writeUInt32LE(page, page + 24 * i + 16);
        }),
      );
      assert.ok(codes(reading).includes("truncated"));
    }
  });

  test("blocks and subnodes that name each other", async () => {
    const reading = await read(
      changed((bytes) => {
        // Every list of blocks or subnodes names itself in each entry.
        const page = bytes.readUInt32LE(240);
        const root =
          bytes[page + 491] === 0
            ? [page]
            : Array.from({ length: bytes[page + 488] ?? 0 }, (_, i) => bytes.readUInt32LE(page + 24 * i + 16));
        for (const leaf of root) {
          for (let i = 0; i < (bytes[leaf + 488] ?? 0); i += 1) {
            const number = bytes.readUInt32LE(leaf + 24 * i);
            const at = bytes.readUInt32LE(leaf + 24 * i + 8);
            if ((number & 2) === 0) continue;
            for (let word = 8; word < bytes.readUInt16LE(leaf + 24 * i + 16); word += 8)
              bytes.writeUInt32LE(number, at + word);
          }
        }
      }),
    );
    assert.ok(reading.messages.length > 0);
    assert.ok(reading.messages.some(({ problems }) => problems.some(({ code }) => code === "source.damaged")));
  });

  test("an unknown version and a header alone are named", async () => {
    assert.deepEqual(codes(await read(changed((bytes) => bytes.writeUInt16LE(99, 10)))), ["damaged"]);
    assert.deepEqual(codes(await read(pst.subarray(0, 100))), ["damaged"]);
  });

  test("cut anywhere: never silence, and what is read is whole or marked", async () => {
    for (let length = 600; length < pst.length; length += 1_231) {
      const reading = await read(pst.subarray(0, length));
      assert.ok(reading.notCovered.length > 0, `cut at ${length}`);
      keysDiffer(reading.messages);
    }
  });

  test("random damage: no throw, an end, true hashes, never silence", async () => {
    const place = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), byte: fc.nat(255) });
    const originals = [pst, writePst({ ...spec, form: "ansi", encoding: encodings.permute })];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(place, { minLength: 1, maxLength: 30 }),
        async (original, places) => {
          const copy = Buffer.from(original);
          for (const { at, byte } of places) copy[Math.max(4, Math.floor(at * copy.length))] = byte;
          const reading = await read(copy);
          keysDiffer(reading.messages);
          for (const message of reading.messages) assert.equal(message.sha256, sha256(message.text));
          assert.ok(reading.messages.length + reading.notCovered.length > 0);
        },
      ),
      { numRuns },
    );
  });
});
