/** Tars with lies in every field: nothing is followed or written, nothing behind a lie is lost (HM-143, HM-144, HM-232). */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { limits } from "../../src/base/limits.ts";
import { base256, longName, paxEntry, type TarEntry, writeTar, writeTarEntry } from "../support/tar-writer.ts";
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

function subjects({ messages }: Reading): string[] {
  return messages.map(({ text }) => /^Subject: (.*)$/m.exec(text)?.[1] ?? "");
}

function problems({ messages }: Reading): string[] {
  return messages.flatMap((message) => message.problems.map(({ code }) => code));
}

const BEFORE: TarEntry = { name: "before.eml", data: letter("before") };
const AFTER: TarEntry = { name: "after.eml", data: letter("after") };

interface Case {
  readonly title: string;
  readonly entries: readonly TarEntry[];
  /** Besides `before` and `after`, in order. */
  readonly subjects?: readonly string[];
  readonly codes: readonly string[];
  readonly problems?: readonly string[];
}

const liar = { name: "liar.eml", data: letter("liar") };
const cases: readonly Case[] = [
  {
    title: "a size of 8 EiB (base 256) ends at the next header",
    entries: [{ ...liar, size: base256(2n ** 63n) }],
    subjects: ["liar"],
    codes: ["corrupt"],
    problems: ["source.corrupt"],
  },
  {
    title: "a size beyond the end of the file (octal) ends at the next header",
    entries: [{ ...liar, size: 0o77777777777 }],
    subjects: ["liar"],
    codes: ["corrupt"],
    problems: ["source.corrupt"],
  },
  {
    title: "a size that is no number",
    entries: [{ ...liar, size: Buffer.from("-0000000001\0") }],
    subjects: ["liar"],
    codes: ["corrupt"],
    problems: ["source.corrupt"],
  },
  {
    title: "a pax size is believed over the header's",
    entries: [paxEntry({ size: String(letter("liar").length) }), { ...liar, size: 0 }],
    subjects: ["liar"],
    codes: [],
  },
  {
    title: "a pax size that cannot be true ends at the next header",
    entries: [paxEntry({ size: "9223372036854775807" }), liar],
    subjects: ["liar"],
    codes: ["corrupt"],
    problems: ["source.corrupt"],
  },
  {
    title: "links, soft and hard, to files outside: named, not followed",
    entries: [
      { name: "passwd.eml", type: "2" },
      { name: "hosts.eml", type: "1" },
    ],
    codes: ["link"],
  },
  {
    title: "a hard link with the size of its target and no data, as old tars write it",
    entries: [{ name: "again.eml", type: "1", size: 9999 }],
    codes: ["link"],
  },
  { title: "a hard link with data of its own (pax)", entries: [{ ...liar, type: "1" }], codes: ["link"] },
  {
    title: "devices and pipes, also with a size that lies",
    entries: [
      { name: "null.eml", type: "3", size: 2 ** 30 },
      { name: "disk.eml", type: "4" },
      { name: "pipe.eml", type: "6" },
    ],
    codes: ["special-file"],
  },
  {
    title: "sparse files, GNU and pax",
    entries: [{ ...liar, type: "S" }, paxEntry({ "GNU.sparse.major": "1", "GNU.sparse.realsize": "8e18" }), liar],
    codes: ["sparse"],
  },
  { title: "the second half of a file from another volume", entries: [{ ...liar, type: "M" }], codes: ["continued"] },
  {
    title: "a GNU long name of 1 GB that is not there",
    entries: [{ name: "././@LongLink", type: "L", size: 2 ** 30 }, liar],
    subjects: ["liar"],
    codes: ["limit"],
  },
  {
    title: "pax records without end",
    entries: [{ name: "x", type: "x", size: 2 ** 40, data: "20 path=/etc/passwd\n" }, liar],
    subjects: ["liar"],
    codes: ["limit"],
  },
  {
    title: "pax records that do not fit are no records",
    entries: [{ name: "x", type: "x", data: "99999999 path=a\n0 b=c\n-1 d\n =" }, liar],
    subjects: ["liar"],
    codes: [],
  },
  {
    title: "a thousand long names for one entry",
    entries: [...Array.from({ length: 1000 }, () => longName("n".repeat(9000))), liar],
    subjects: ["liar"],
    codes: [],
  },
  {
    title: "a damaged header costs its size, not its mail",
    entries: [{ ...liar, isDamaged: true }],
    subjects: ["liar"],
    codes: ["corrupt"],
    problems: ["source.corrupt"],
  },
  {
    title: "a directory is nothing; a directory's name with mail in it is mail",
    entries: [
      { name: "d/", type: "5" },
      { name: "d/", data: letter("liar") },
    ],
    subjects: ["liar"],
    codes: [],
  },
  { title: "version 7, without any magic", entries: [{ ...liar, magic: "" }], subjects: ["liar"], codes: [] },
  { title: "GNU's own magic", entries: [{ ...liar, magic: "ustar  \0" }], subjects: ["liar"], codes: [] },
  {
    title: "what is no mail is counted",
    entries: [
      { name: "a.jpg", data: Buffer.from([0xff, 0xd8]) },
      { name: "b.jpg", data: Buffer.from([0xff, 0xd8]) },
      { name: "c.txt", data: "" },
    ],
    codes: ["no-mail", "empty"],
  },
];

describe("attack: tar", () => {
  for (const { title, entries, ...expected } of cases) {
    test(title, async () => {
      const reading = await readFile("a.tar", writeTar([BEFORE, ...entries, AFTER]));
      assert.deepEqual(subjects(reading), ["before", ...(expected.subjects ?? []), "after"]);
      assert.deepEqual(codes(reading), expected.codes);
      assert.deepEqual(problems(reading), expected.problems ?? []);
    });
  }

  test("names are labels: climbing, absolute, with NUL and no UTF-8; each is read, odd ones are marked", async () => {
    const names: readonly (string | Buffer)[] = [
      "../../etc/a.eml",
      "/abs/a.eml",
      "C:\\a.eml",
      Buffer.from("caf\xe9.eml", "latin1"),
      "fine/a.eml",
    ];
    const entries = names.map((name): TarEntry => ({ name, data: letter("x") }));
    const pax = [paxEntry({ path: "a\0b/\u202egpj.eml" }), { name: "x", data: letter("x") }];
    const reading = await readFile("a.tar", writeTar([...entries, ...pax]));
    assert.deepEqual(codes(reading), []);
    assert.deepEqual(
      reading.messages.map((message) => message.problems.map(({ code }) => code)),
      [["tar.odd-name"], ["tar.odd-name"], ["tar.odd-name"], [], [], ["tar.odd-name"]],
    );
    assert.equal(reading.messages[0]?.location.folder, "etc");
    assert.ok(reading.messages[4]?.location.path.endsWith("a.tar!/fine/a.eml"));
    assert.equal(new Set(reading.messages.map(({ key }) => key)).size, 6);
  });

  test("archives one behind the other are all read; what is no tar behind the end is named", async () => {
    const joined = Buffer.concat([writeTar([BEFORE]), Buffer.alloc(9 * 512), writeTar([AFTER])]);
    const reading = await readFile("a.tar", joined);
    assert.deepEqual([subjects(reading), codes(reading)], [["before", "after"], []]);
    const more = await readFile("a.tar", Buffer.concat([writeTar([BEFORE]), Buffer.from("more".repeat(200))]));
    assert.deepEqual([subjects(more), codes(more)], [["before"], ["trailing-bytes"]]);
    const inside = Buffer.concat([writeTar([BEFORE], Buffer.alloc(0)), Buffer.alloc(1024, "junk"), writeTar([AFTER])]);
    const mended = await readFile("a.tar", inside);
    assert.deepEqual([subjects(mended), codes(mended)], [["before", "after"], ["corrupt"]]);
  });

  test("cut at any place: what is there is read, and the end is missed", async () => {
    const whole = writeTar([BEFORE, { name: "b.mbox", data: mboxOf([letter("1"), letter("2")]) }, AFTER]);
    for (let length = 1024; length < whole.length - 1024; length += 97) {
      const reading = await readFile("a.tar", whole.subarray(0, length));
      assert.equal(subjects(reading)[0], "before");
      assert.ok(codes(reading).includes("truncated") || codes(reading).includes("corrupt"), `${length}`);
    }
    const open = await readFile("a.tar", writeTar([BEFORE, AFTER], Buffer.alloc(0)));
    assert.deepEqual([subjects(open), codes(open)], [["before", "after"], ["truncated"]]);
  });

  test("a size that cannot be true inside a gzip hides nothing either", async () => {
    const tar = writeTar([BEFORE, { ...liar, size: base256(2n ** 50n) }, AFTER]);
    const reading = await readFile("a.tgz", gzipSync(tar));
    assert.deepEqual([subjects(reading), codes(reading)], [["before", "liar", "after"], ["corrupt"]]);
  });

  test("a bomb in front hides no mail behind it", async () => {
    const bomb = gzipSync(gzipSync(Buffer.concat([Buffer.from(letter("bomb")), Buffer.alloc(90e6)])));
    const zip = writeZip([{ name: "in.eml", data: Buffer.from(letter("packed")), method: 8 }]);
    const reading = await readFile(
      "a.tar",
      writeTar([{ name: "b.gz", data: bomb }, { name: "c.zip", data: zip }, AFTER]),
    );
    assert.deepEqual(subjects(reading), ["bomb", "packed", "after"]);
    assert.deepEqual(codes(reading), ["limit"]);
  });

  test("ten million empty entries in a gzip end within the allowance", async () => {
    const header = writeTarEntry({ name: "e" });
    const block = Buffer.concat(Array.from({ length: 2000 }, () => header));
    const bomb = gzipSync(Buffer.concat(Array.from({ length: 100 }, () => block)), { level: 9 });
    const twice = gzipSync(bomb, { level: 9 });
    assert.ok(twice.length * limits.archiveRatioMax < 200_000 * 4096, `${twice.length}`);
    const reading = await readFile("a.tgz", twice);
    assert.ok(codes(reading).includes("limit"));
  });

  test("quines: an archive in an archive ends at the depth limit", async () => {
    let nested = writeTar([{ name: "a.eml", data: letter("deep") }]);
    const depths: string[][] = [];
    for (let depth = 1; depth <= limits.archiveDepthMax; depth += 1) {
      const reading = await readFile("a.tar", nested);
      depths.push([...subjects(reading), ...codes(reading)]);
      nested = writeTar([{ name: "n.tar", data: nested }]);
    }
    assert.deepEqual(
      depths,
      Array.from({ length: limits.archiveDepthMax }, () => ["deep"]),
    );
    assert.deepEqual(codes(await readFile("a.tar", nested)), ["limit"]);
  });
});
