/**
 * The three forms of a PST or OST, written by `pst-writer.ts` as they are documented: every way of hiding and packing blocks and of
 * cutting content into them gives the same messages. No OST since 2013 was at hand: of that form the tests prove that the
 * reader follows what others have found out, and no more.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { encodings } from "../../../src/mailbox/outlook/pst/encodings.ts";
import type { MapiItem, MapiValues } from "../../support/mapi-values.ts";
import { fileBytes, letterItem, nested } from "../../support/outlook-items.ts";
import { type PstForm, type PstSpec, writePst } from "../../support/pst-writer.ts";
import { codes, type Reading, readAll, sha256, withFiles } from "../mailbox-fixture.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 40);
const INBOX = 0x8022;
const folders: PstSpec["folders"] = [
  { number: 0x122, parent: 0x122, name: "" },
  { number: INBOX, parent: 0x122, name: "Inbox" },
];

const readers: readonly MapiValues[] = Array.from({ length: 300 }, (_, i) => ({
  3093: 1,
  12289: `Reader ${i}`,
  14846: `reader${i}@example.net`,
}));
/** More pieces than eleven bits can count. */
const manyProperties: MapiValues = Object.fromEntries(
  Array.from({ length: 2_500 }, (_, i) => [0x6000 + i, `value ${i}`]),
);
const items: readonly MapiItem[] = [
  letterItem,
  { properties: { 26: "IPM.Note", 55: "To many", 4096: "see you" }, recipients: readers },
  { properties: { ...manyProperties, 26: "IPM.Note", 55: "Many properties", 4096: "x ".repeat(90_000) } },
  nested(5),
  { properties: { 26: "IPM.Note", 55: "Random" }, attachments: [{ properties: { 14081: fileBytes, 14087: "a.bin" } }] },
];

function storeOf(all: readonly MapiItem[], more: Partial<PstSpec>): PstSpec {
  return { folders, items: all.map((item, i) => ({ number: 0x200004 + 0x20 * i, folder: INBOX, item })), ...more };
}

async function read(bytes: Buffer): Promise<Reading> {
  let reading: Reading | null = null;
  await withFiles({ "mail.ost": bytes }, async (root) => {
    reading = await readAll([join(root, "mail.ost")]);
  });
  assert.ok(reading !== null);
  return reading;
}

function problemsIn({ messages }: Reading): string[] {
  return [...new Set(messages.flatMap(({ problems }) => problems.map(({ code }) => code)))].sort();
}

const forms: readonly PstForm[] = ["ansi", "unicode", "unicode-4k"];

describe("every form gives the same messages", async () => {
  const expected = (await read(writePst(storeOf(items, {})))).messages.map(({ text }) => text);
  const variants: readonly (readonly [what: string, spec: Partial<PstSpec>])[] = [
    ...forms.flatMap((form) =>
      Object.entries(encodings).map(([name, encoding]) => [`${form}, ${name}`, { form, encoding }] as const),
    ),
    ...Object.entries(encodings).flatMap(([name, encoding]) =>
      (["inside", "outside"] as const).map(
        (packing) => [`large pages, packed ${packing}, ${name}`, { form: "unicode-4k", encoding, packing }] as const,
      ),
    ),
    ...forms.map(
      (form) => [`${form}, small blocks, lists of lists`, { form, blockBytes: 2_000, listEntries: 20 }] as const,
    ),
  ];

  test("and they hold what was written", () => {
    assert.equal(expected.length, items.length);
    assert.ok(expected[1]?.includes("reader299@example.net"));
    assert.ok(expected[3]?.includes("Subject: level 5\r\n"));
  });

  for (const [what, spec] of variants) {
    test(what, async () => {
      const reading = await read(writePst(storeOf(items, spec)));
      assert.deepEqual(problemsIn(reading), []);
      assert.deepEqual(
        reading.messages.map(({ text }) => text),
        expected,
      );
      assert.deepEqual([...new Set(reading.messages.map(({ location }) => location.folder))], ["mail/Inbox"]);
      assert.deepEqual(codes(reading), []);
    });
  }

  test("packed files are smaller: blocks are packed indeed", () => {
    const plain = writePst(storeOf(items, { form: "unicode-4k" }));
    assert.ok(writePst(storeOf(items, { form: "unicode-4k", packing: "inside" })).length < plain.length / 2);
  });

  test("items of any content, in any form", async () => {
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 3_000 }).map((text) => text.replaceAll("\0", "")),
      fc.uint8Array({ maxLength: 20_000 }).map((bytes) => Buffer.from(bytes)),
    );
    const item = fc.record({ subject: fc.string(), body: fc.string({ maxLength: 5_000 }), file: value });
    const variant = fc.record({
      form: fc.constantFrom(...forms),
      encoding: fc.constantFrom(0, 1, 2),
      packing: fc.constantFrom("none", "inside", "outside"),
      blockBytes: fc.constantFrom(1_000, 8_000, 65_000),
      listEntries: fc.constantFrom(3, 500),
    } as const);
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 3 }), variant, async (all, spec) => {
        const made = all.map(
          ({ subject, body, file }): MapiItem => ({
            properties: { 26: "IPM.Note", 55: `s${subject}`, 4096: `b${body}` },
            attachments: [{ properties: { 14081: Buffer.isBuffer(file) ? file : Buffer.from(file), 14087: "f" } }],
          }),
        );
        // The lists of small forms hold no more than their lists of lists do.
        const packing = spec.form === "unicode-4k" ? spec.packing : "none";
        const [one, other] = [
          await read(writePst(storeOf(made, {}))),
          await read(writePst(storeOf(made, { ...spec, packing }))),
        ];
        assert.deepEqual(problemsIn(other), []);
        assert.deepEqual(
          other.messages.map(({ text }) => text),
          one.messages.map(({ text }) => text),
        );
      }),
      { numRuns },
    );
  });
});

describe("what the header says of the pages", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [version: number, form: PstForm])[] = [
    [14, "ansi"], [15, "ansi"], [21, "unicode"], [23, "unicode"], [37, "unicode"], [36, "unicode-4k"],
    // Versions that are written with either: the root page decides.
    [35, "unicode-4k"], [37, "unicode-4k"], [36, "unicode"],
  ];
  for (const [version, form] of cases) {
    test(`version ${version} with the pages of ${form}`, async () => {
      const { messages } = await read(writePst(storeOf(items, { form, version })));
      assert.equal(messages.length, items.length);
    });
  }

  test("the store of an OST does not name its top folder: that is told by its name", async () => {
    const chain: PstSpec["folders"] = [
      { number: 0x122, parent: 0x122, name: "" },
      { number: 0x8022, parent: 0x122, name: "Root - Mailbox" },
      { number: 0x8042, parent: 0x8022, name: "IPM_SUBTREE" },
      { number: 0x8062, parent: 0x8042, name: "Inbox" },
    ];
    const spec: PstSpec = {
      form: "unicode-4k",
      folders: chain,
      items: [{ number: 0x200004, folder: 0x8062, item: letterItem }],
    };
    assert.equal((await read(writePst(spec))).messages[0]?.location.folder, "mail/Inbox");
  });
});

/** An entry of the tree of blocks of a file with large pages, by its place in the file. */
interface BlockEntry {
  readonly entryAt: number;
  readonly at: number;
  readonly size: number;
  readonly isList: boolean;
}

function blockEntries(bytes: Buffer, page = bytes.readUInt32LE(240)): readonly BlockEntry[] {
  const count = bytes.readUInt16LE(page + 4056);
  const level = bytes[page + 4061] ?? 0;
  return Array.from({ length: count }, (_, i) => page + 24 * i).flatMap((entryAt) => {
    if (level > 0) return blockEntries(bytes, bytes.readUInt32LE(entryAt + 16));
    const isList = (bytes.readUInt32LE(entryAt) & 2) !== 0;
    return [{ entryAt, at: bytes.readUInt32LE(entryAt + 8), size: bytes.readUInt16LE(entryAt + 16), isList }];
  });
}

describe("attack: trailers of blocks", () => {
  for (const form of ["ansi", "unicode"] as const) {
    const whole = writePst(storeOf(items.slice(0, 1), { form }));

    test(`${form}: a changed byte of content is told`, async () => {
      const copy = Buffer.from(whole);
      const at = copy.indexOf(Buffer.from("Hello,", "utf16le"));
      assert.ok(at > 0);
      copy[at] = 0x4a;
      const reading = await read(copy);
      assert.equal(reading.messages.length, 1);
      assert.deepEqual(problemsIn(reading), ["source.damaged"]);
    });
  }

  test("two blocks in each other's place are told", async () => {
    const two = ["One", "Two"].map((subject) => ({ properties: { 26: "IPM.Note", 55: subject } }));
    const whole = writePst(storeOf(two, {}));
    const page = whole.readUInt32LE(240);
    const [first, second] = ["One", "Two"].map((subject) => {
      const at = whole.indexOf(Buffer.from(subject, "utf16le"));
      const rows = Array.from({ length: whole[page + 488] ?? 0 }, (_, i) => page + 24 * i + 8);
      return rows.find((row) => Math.abs(at - whole.readUInt32LE(row) - 32) < 64);
    });
    assert.ok(first !== undefined && second !== undefined && first !== second);
    const kept = whole.readUInt32LE(first);
    whole.writeUInt32LE(whole.readUInt32LE(second), first);
    whole.writeUInt32LE(kept, second);
    const reading = await read(whole);
    assert.deepEqual(
      reading.messages.map(({ text, problems }) => [/^Subject: (.*)\r$/m.exec(text)?.[1], problems[0]?.code]),
      [
        ["Two", "source.damaged"],
        ["One", "source.damaged"],
      ],
    );
    assert.match(reading.notCovered[0]?.message ?? "", /1 changed or damaged pages/);
  });
});

describe("damage that nobody is told of", () => {
  const HEADER_BYTES = 1024;
  for (const form of ["ansi", "unicode"] as const) {
    test(`${form}: none behind the header; a message that reads otherwise has a problem, or the file a remark`, async () => {
      const whole = writePst(storeOf(items, { form, blockBytes: 2_000, listEntries: 20 }));
      const expected = (await read(whole)).messages.map(({ text }) => text);
      const place = fc.record({
        at: fc.integer({ min: HEADER_BYTES, max: whole.length - 1 }),
        change: fc.integer({ min: 1, max: 255 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 3 }), async (places) => {
          const copy = Buffer.from(whole);
          for (const { at, change } of places) copy[at] = (copy[at] ?? 0) ^ change;
          const reading = await read(copy);
          if (reading.notCovered.length > 0) return;
          assert.equal(reading.messages.length, expected.length);
          for (const [i, { text, problems }] of reading.messages.entries())
            assert.ok(problems.length > 0 || text === expected[i]);
        }),
        { numRuns },
      );
    });
  }
});

describe("attack: large pages and packed blocks", () => {
  const spec = storeOf(items, { form: "unicode-4k", packing: "inside", encoding: encodings.permute });
  const whole = writePst(spec);
  const changed = (change: (bytes: Buffer, blocks: readonly BlockEntry[]) => void): Buffer => {
    const copy = Buffer.from(whole);
    change(copy, blockEntries(copy));
    return copy;
  };

  // biome-ignore format: a table reads by column
  const lies: readonly (readonly [what: string, size: (stored: number, real: number) => number])[] = [
    ["more than there is",            (_, real) => Math.min(65_535, real + 9)],
    ["less than there is",            (_, real) => real - 9],
    ["one byte",                      () => 1],
    ["the size of the packed block",  (stored) => stored],
    ["nothing, which is not packed",  () => 0],
  ];
  for (const [what, size] of lies) {
    test(`blocks that promise ${what}: an end, and it is told`, async () => {
      const reading = await read(
        changed((bytes, blocks) => {
          for (const { entryAt, size: stored } of blocks)
            bytes.writeUInt16LE(size(stored, bytes.readUInt16LE(entryAt + 18)) & 0xffff, entryAt + 18);
        }),
      );
      assert.ok(codes(reading).includes("damaged") || problemsIn(reading).length > 0);
    });
  }

  const lines = Array.from({ length: 5_000 }, (_, i) => `line ${i} ${sha256(`${i}`)}`).join("\r\n");
  const long = writePst(
    storeOf([{ properties: { 26: "IPM.Note", 55: "Long", 4096: lines } }], { form: "unicode-4k", packing: "inside" }),
  );
  const bodyOf = ({ messages }: Reading): string => {
    const text = messages[0]?.text ?? "";
    return Buffer.from(text.slice(text.indexOf("\r\n\r\n")), "base64").toString();
  };

  test("packed content that ends early: what comes before is read, and it is told", async () => {
    const bytes = Buffer.from(long);
    const blocks = blockEntries(bytes).filter(({ size, isList }) => size > 20_000 && !isList);
    assert.ok(blocks.length > 5);
    for (const { entryAt } of blocks) bytes.writeUInt16LE(9_000, entryAt + 16);
    const reading = await read(bytes);
    assert.ok(bodyOf(reading).startsWith("line 0 ") && bodyOf(reading).length > 9_000);
    assert.deepEqual(problemsIn(reading), ["source.damaged"]);
  });

  test("a bomb in each block: no more than promised comes out", async () => {
    const bytes = Buffer.from(long);
    const bomb = deflateSync(Buffer.alloc(50 * 1024 * 1024));
    for (const { at, size, isList } of blockEntries(bytes)) if (size > 20_000 && !isList) bomb.copy(bytes, at, 0, size);
    const reading = await read(bytes);
    assert.equal(reading.messages.length, 1);
    assert.ok((reading.messages[0]?.text.length ?? 0) < 2 * lines.length);
    assert.deepEqual(problemsIn(reading), ["source.damaged"]);
  });

  test("a small packed block that is named a million times: charged by what comes out", async () => {
    const zeros = storeOf(
      [
        {
          properties: { 26: "IPM.Note", 55: "Zeros" },
          attachments: [{ properties: { 14081: Buffer.alloc(30_000_000), 14087: "z" } }],
        },
      ],
      { form: "unicode-4k", packing: "inside" },
    );
    const bytes = writePst(zeros);
    assert.ok(bytes.length < 600_000);
    const reading = await read(bytes);
    assert.ok(problemsIn(reading).includes("limit.outlook-bytes"));
  });

  test("a page that is its own child, in both trees", async () => {
    for (const field of [224, 240]) {
      const reading = await read(
        changed((bytes) => {
          const page = bytes.readUInt32LE(field);
          bytes[page + 4061] = 3;
          for (let i = 0; i < 160; i += 1) bytes.writeUInt32LE(page, page + 24 * i + 16);
        }),
      );
      assert.ok(codes(reading).includes("truncated"));
    }
  });

  test("counts and sizes of entries that do not fit", async () => {
    for (const [at, byte] of [
      [4056, 0xff],
      [4057, 0xff],
      [4060, 0],
      [4060, 8],
      [4060, 255],
    ] as const) {
      const reading = await read(
        changed((bytes) => {
          bytes[bytes.readUInt32LE(224) + at] = byte;
        }),
      );
      assert.deepEqual([at, byte, reading.messages.length, ...codes(reading)], [at, byte, 0, "truncated"]);
    }
  });

  test("lists that name themselves", async () => {
    const bytes = writePst(storeOf(items, { form: "unicode-4k", blockBytes: 2_000, listEntries: 20 }));
    for (const { entryAt, at, size, isList } of blockEntries(bytes)) {
      for (let word = 8; isList && word + 8 <= size; word += 8)
        bytes.writeUInt32LE(bytes.readUInt32LE(entryAt), at + word);
    }
    assert.ok(problemsIn(await read(bytes)).includes("source.damaged"));
  });

  test("cut anywhere: never silence", async () => {
    for (let length = 600; length < whole.length; length += 3_331) {
      const reading = await read(whole.subarray(0, length));
      assert.ok(reading.notCovered.length > 0, `cut at ${length}`);
    }
  });

  test("random damage: no throw, an end, true hashes, never silence", async () => {
    const place = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), byte: fc.nat(255) });
    const small = storeOf(items.slice(0, 1), { form: "unicode-4k", blockBytes: 2_000, listEntries: 3 });
    const originals = [whole, writePst({ ...small, packing: "outside", encoding: encodings.cyclic }), writePst(small)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(place, { minLength: 1, maxLength: 30 }),
        async (original, places) => {
          const copy = Buffer.from(original);
          for (const { at, byte } of places) copy[Math.max(4, Math.floor(at * copy.length))] = byte;
          const reading = await read(copy);
          for (const message of reading.messages) assert.equal(message.sha256, sha256(message.text));
          assert.ok(reading.messages.length + reading.notCovered.length > 0);
        },
      ),
      { numRuns },
    );
  });
});
