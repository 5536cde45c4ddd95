import assert from "node:assert/strict";
import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { constants, deflateRawSync, gzipSync } from "node:zlib";
import { limits } from "../../src/base/limits.ts";
import { FileStream } from "../../src/mailbox/files/open-file.ts";
import { readMbox } from "../../src/mailbox/mbox/read.ts";
import { SplitterWindows } from "../../src/mailbox/mbox/splitter.ts";
import { writeZip } from "../support/zip-writer.ts";
import { codes, letter, mboxOf, type Reading, readAll, SEPARATOR, sha256, withFiles } from "./mailbox-fixture.ts";

const LETTERS = Array.from({ length: 400 }, (_, i) =>
  letter(
    `n${i}`,
    Array.from(
      { length: 20 },
      (_unused, line) => `${sha256(`${i} ${line}`)}
`,
    ).join(""),
  ),
);
const BOX = Buffer.from(mboxOf(LETTERS));

async function readFile(name: string, content: string | Buffer): Promise<Reading> {
  let reading: Reading | null = null;
  await withFiles({ [name]: content }, async (root) => {
    reading = await readAll([join(root, name)]);
  });
  assert.ok(reading !== null);
  return reading;
}

function texts({ messages }: Reading): string[] {
  return messages.map(({ text }) => text);
}

function problems({ messages }: Reading): string[] {
  return messages.flatMap((message) => message.problems.map(({ code }) => code));
}

describe("attack: mbox (HM-230)", () => {
  test("bytes before the first separator are named; the messages behind them are read", async () => {
    const reading = await readFile("box.mbox", `garbage\x00\n\n${mboxOf([letter("1")])}`);
    assert.deepEqual(texts(reading), [letter("1")]);
    assert.deepEqual(codes(reading), ["mbox-leading-bytes"]);
  });

  test("a first message that lost its separator is a message", async () => {
    const reading = await readFile("box.mbox", `${letter("0")}\n${mboxOf([letter("1")])}`);
    assert.deepEqual(texts(reading), [letter("0"), letter("1")]);
    assert.deepEqual(problems(reading), ["mbox.no-from-line"]);
    assert.deepEqual(codes(reading), []);
  });

  test("a byte order mark and empty lines in front are nothing", async () => {
    const reading = await readFile("box", `\xef\xbb\xbf\r\n\n${mboxOf([letter("1")])}`);
    assert.deepEqual(texts(reading), [letter("1")]);
    assert.deepEqual(codes(reading), []);
  });

  test("a byte order mark right before the first separator hides no message", async () => {
    const mark = Buffer.from("\ufeff", "utf8");
    const reading = await readFile("box", Buffer.concat([mark, Buffer.from(mboxOf([letter("1"), letter("2")]))]));
    assert.equal(reading.messages.length, 2);
    assert.ok(texts(reading)[0]?.endsWith(letter("1")));
    assert.deepEqual(problems(reading), ["mbox.no-from-line"]);
    assert.deepEqual(codes(reading), []);
  });

  test("a file called .mbox without any separator is named, never skipped", async () => {
    assert.deepEqual(codes(await readFile("box.mbox", "nothing of the kind\n")), ["mbox-leading-bytes"]);
  });

  test("a first separator without address and date is one, when mail stands behind it", async () => {
    const mail = letter("1");
    for (const [name, line] of [
      ["box.mbox", "From somebox\n"],
      ["box", "From somebox\n"],
      ["box", "\xef\xbb\xbfFrom -\r\n"],
    ] as const) {
      const reading = await readFile(name, Buffer.from(`${line}${mail}\n${mboxOf([letter("2")])}`, "latin1"));
      assert.deepEqual([reading.messages.length, codes(reading)], [2, []], `${name} ${JSON.stringify(line)}`);
      assert.ok(reading.messages[0]?.text.endsWith(mail));
      assert.deepEqual(problems(reading), ["mbox.no-from-line"]);
    }
    assert.deepEqual(codes(await readFile("note", "From now on we meet on Mondays.\nBring cake.\n")), ["no-mail"]);
  });

  test("messages without empty lines between them are told apart, and marked", async () => {
    const bare = [1, 2, 3].map((n) => `${SEPARATOR}Subject: ${n}\n\nlast line\n`).join("");
    const reading = await readFile("box", bare);
    assert.deepEqual(
      texts(reading),
      [1, 2, 3].map((n) => `Subject: ${n}\n\nlast line\n`),
    );
    assert.deepEqual(problems(reading), ["mbox.split-suspect", "mbox.split-suspect"]);
  });

  test("prose that begins with From splits nothing, a planted separator splits and is marked", async () => {
    const body = `Hi,\n\nFrom now on: Mondays.\n\nFrom - \nX-Mozilla-Status: 0001\nSubject: planted\n\nx\n`;
    const reading = await readFile("box", `${SEPARATOR}${letter("1", body)}\n`);
    assert.equal(reading.messages.length, 2);
    assert.deepEqual(problems(reading), ["mbox.split-suspect"]);
  });

  test("a message over the limit is cut, its size and hash are true", async () => {
    const tail = `${"x".repeat(1023)}\n`.repeat(limits.messageBytesMax / 1024).concat("From quoted\nend\n");
    const reading = await readFile("box", mboxOf([letter("1", tail), letter("2")]));
    const [first, second] = reading.messages;
    assert.equal(first?.size, letter("1", tail).length);
    assert.equal(first?.sha256, sha256(letter("1", tail)));
    assert.equal(first?.text.length, limits.messageBytesMax);
    assert.deepEqual(first?.problems, [{ code: "limit.message-bytes" }]);
    assert.equal(second?.text, letter("2"));
  });

  test("a line of 300 MiB is one message, counted to its end, in bounded memory", async () => {
    await withFiles({ box: mboxOf([letter("1")]) }, async (root) => {
      const path = join(root, "box");
      const lineBytes = 300 * 1024 * 1024;
      const start = mboxOf([letter("1")]).length;
      const file = openSync(path, "r+");
      writeSync(file, `${SEPARATOR}Subject: 2\n\n`, start);
      ftruncateSync(file, start + lineBytes);
      writeSync(file, `\n\n${mboxOf([letter("3")])}`, start + lineBytes);
      closeSync(file);
      const { messages } = await readAll([path]);
      assert.deepEqual(
        messages.map(({ size }) => size),
        [letter("1").length, lineBytes - SEPARATOR.length + 1, letter("3").length],
      );
      assert.deepEqual(messages[1]?.problems, [{ code: "limit.message-bytes" }]);
    });
  });

  test("a disk that fails in the middle costs what it holds, not what came before", async () => {
    const file = {
      read(target: Buffer, at: number, length: number, position: number): number {
        if (position >= 100_000) throw Object.assign(new Error("disk"), { code: "EIO" });
        return BOX.copy(target, at, position, Math.min(100_000, position + length));
      },
    };
    const place = { path: "/box", folder: "", marks: [], keyPrefix: "", problems: [] };
    const range = { start: 0, end: BOX.length, streamStart: 0 };
    const items = await Array.fromAsync(
      readMbox(new FileStream(file, 0, BOX.length), range, place, new SplitterWindows()),
    );
    const last = items.at(-2);
    assert.ok(items.length > 50);
    assert.deepEqual(last?.kind === "message" && last.message.problems, [{ code: "source.truncated" }]);
    const end = items.at(-1);
    assert.equal(end?.kind === "not-covered" && end.notCovered.code, "io");
  });
});

describe("attack: gzip (HM-234)", () => {
  const packed = gzipSync(BOX);

  test("several members are one file", async () => {
    const half = BOX.indexOf("\nFrom ", BOX.length / 2) + 100;
    const members = [gzipSync(BOX.subarray(0, half)), gzipSync(Buffer.alloc(0)), gzipSync(BOX.subarray(half))];
    const reading = await readFile("box.gz", Buffer.concat([...members, Buffer.alloc(1000)]));
    assert.deepEqual(texts(reading), LETTERS);
    assert.deepEqual(codes(reading), []);
  });

  test("cut at any place: every whole message before the cut, the last one marked, the cut named", async () => {
    for (const cut of [12, 5000, packed.length >> 1, packed.length - 9, packed.length - 3]) {
      const reading = await readFile("box.gz", packed.subarray(0, cut));
      assert.deepEqual(codes(reading), ["truncated"], `cut at ${cut}`);
      if (reading.messages.length === 0) continue;
      assert.deepEqual(problems(reading), ["source.truncated"]);
      assert.deepEqual(texts(reading).slice(0, -1), LETTERS.slice(0, reading.messages.length - 1));
    }
  });

  test("bytes behind the end are named", async () => {
    const reading = await readFile("box.gz", Buffer.concat([packed, Buffer.from("something else")]));
    assert.deepEqual(texts(reading), LETTERS);
    assert.deepEqual(codes(reading), ["trailing-bytes"]);
  });

  test("damage inside: every byte before it comes out, from a gzip and from a zip", async () => {
    const half = BOX.length >> 1;
    const sound = deflateRawSync(BOX.subarray(0, half), { finishFlush: constants.Z_FULL_FLUSH });
    // A block of type 3, which there is not.
    const damaged = Buffer.concat([sound, Buffer.alloc(9000, 0xff)]);
    const files = {
      "box.gz": Buffer.concat([packed.subarray(0, 10), damaged]),
      "box.zip": writeZip([{ name: "box.mbox", data: BOX, method: 8, packed: damaged }]),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const reading = await readFile(name, bytes);
      assert.deepEqual([codes(reading), problems(reading)], [["corrupt"], ["source.truncated"]]);
      const last = reading.messages.at(-1)?.location;
      assert.equal((last?.offset ?? 0) + (last?.length ?? 0), half);
      assert.deepEqual(texts(reading).slice(0, -1), LETTERS.slice(0, reading.messages.length - 1));
    }
  });

  test("a wrong checksum is named, and the last message marked", async () => {
    const damaged = Buffer.from(packed);
    damaged.writeUInt32LE(0, damaged.length - 8);
    const reading = await readFile("box.gz", damaged);
    assert.deepEqual(texts(reading), LETTERS);
    assert.deepEqual([codes(reading), problems(reading)], [["corrupt"], ["source.corrupt"]]);
  });

  test("a bomb is stopped, also one inside a gzip; a large mbox that packs well is not", async () => {
    const zeros = gzipSync(Buffer.alloc(limits.archiveRatioFreeBytes * 1.5), { level: 9 });
    const bomb = await readFile("bomb.eml.gz", zeros);
    assert.deepEqual(codes(bomb), ["limit"]);
    assert.deepEqual(codes(await readFile("bomb.eml.gz", gzipSync(zeros, { level: 9 }))), ["limit"]);
    const fine = await readFile(
      "box.gz",
      gzipSync(Buffer.from(mboxOf([letter("1", `${"y".repeat(76)}\n`.repeat(1e5))]))),
    );
    assert.deepEqual(codes(fine), []);
  });

  test("archives inside archives: five levels are read, the sixth is named", async () => {
    let nested: Buffer = Buffer.from(letter("1"));
    for (let depth = 0; depth < limits.archiveDepthMax; depth += 1) nested = gzipSync(nested);
    assert.deepEqual(texts(await readFile("a.gz", nested)), [letter("1")]);
    assert.deepEqual(codes(await readFile("a.gz", gzipSync(nested))), ["limit"]);
  });

  test("a tar inside whose only header is damaged is named", async () => {
    const tar = Buffer.alloc(1024);
    tar.write("ustar", 257);
    assert.deepEqual(codes(await readFile("a.tar.gz", gzipSync(tar))), ["corrupt"]);
  });
});

describe("attack: zip (HM-140 to HM-145)", () => {
  const one = Buffer.from(letter("1"));

  test("names are labels, never paths: every entry is read, odd ones marked", async () => {
    const names = [
      "../../etc/a.eml",
      "/abs.eml",
      "C:\\x.eml",
      "a\\b.eml",
      "nul.eml",
      "a\u0000b.eml",
      "",
      "fine.eml",
      "fine.eml",
    ];
    const reading = await readFile("a.zip", writeZip(names.map((name) => ({ name, data: one }))));
    assert.equal(reading.messages.length, names.length);
    assert.deepEqual(
      problems(reading),
      Array.from({ length: 7 }, () => "zip.odd-name"),
    );
    assert.ok(reading.messages[0]?.location.path.endsWith("a.zip!/../../etc/a.eml"));
    assert.ok(reading.messages[5]?.location.path.endsWith("a.zip!/a\u0000b.eml"));
    assert.equal(new Set(reading.messages.map(({ key }) => key)).size, names.length);
    assert.deepEqual([reading.messages[0]?.location.folder, reading.messages[1]?.location.folder], ["etc", "a"]);
  });

  test("what cannot be read is named by kind and count, the rest is read", async () => {
    const broken = Buffer.from([1, 0, 255, 255]);
    const reading = await readFile(
      "a.zip",
      writeZip([
        { name: "secret.eml", data: one, flags: 1 },
        { name: "strong.eml", data: one, flags: 0x41 },
        { name: "lzma.eml", data: one, method: 14 },
        { name: "lies.eml", data: one, crc: 1 },
        { name: "again.eml", data: one, sameAs: 3 },
        { name: "extra.eml", data: one, extra: broken },
        { name: "photo.jpg", data: Buffer.from("\xff\xd8", "latin1") },
        { name: "good.eml", data: one },
      ]),
    );
    assert.deepEqual(texts(reading), [letter("1"), letter("1")]);
    assert.deepEqual(problems(reading), ["source.corrupt"]);
    assert.deepEqual(codes(reading).sort(), [
      "corrupt",
      "damaged",
      "encrypted",
      "no-mail",
      "overlap",
      "unsupported-method",
    ]);
    const named = (wanted: string) => reading.notCovered.find(({ code }) => code === wanted);
    assert.match(named("encrypted")?.message ?? "", /^2 files/);
    assert.match(named("overlap")?.path ?? "", /a\.zip!\/again\.eml$/);
  });

  test("a bomb is stopped, and the entry behind it is read", async () => {
    const bomb = { name: "bomb.eml", data: Buffer.alloc(limits.archiveRatioFreeBytes * 1.2), method: 8 };
    const reading = await readFile("a.zip", writeZip([bomb, { name: "b.eml", data: one }]));
    assert.deepEqual(codes(reading), ["limit"]);
    assert.equal(reading.messages.at(-1)?.text, letter("1"));
  });

  const whole = writeZip([
    { name: "box.mbox", data: BOX, method: 8 },
    { name: "b.eml", data: one, method: 8 },
    { name: "c.eml", data: one },
  ]);

  test("without its directory, and with something in front or behind, entries are found one by one", async () => {
    const all = [...LETTERS, letter("1"), letter("1")];
    const directory = whole.indexOf("PK\u0001\u0002");
    const headless = await readFile("a.zip", whole.subarray(0, directory));
    assert.deepEqual([texts(headless), codes(headless)], [all, ["truncated"]]);
    const short = await readFile("a.zip", Buffer.concat([Buffer.from("MZ stub"), whole]));
    assert.deepEqual(texts(short), all);
    const long = await readFile("a.zip", Buffer.concat([whole, Buffer.from("more")]));
    assert.deepEqual(texts(long), all);
  });

  test("zips one behind the other: all are read", async () => {
    const first = writeZip([{ name: "a.eml", data: Buffer.from(letter("first")) }]);
    for (const second of ["later", "the second archive, of another length"]) {
      const last = writeZip([{ name: "b.eml", data: Buffer.from(letter(second)) }]);
      const both = await readFile("a.zip", Buffer.concat([first, last]));
      assert.deepEqual(texts(both).toSorted(), [letter("first"), letter(second)].toSorted());
      assert.equal(codes(both).length, 1);
      const nested = await readFile("a.zip", writeZip([{ name: "in.zip", data: Buffer.concat([first, last]) }]));
      assert.deepEqual(texts(nested).toSorted(), [letter("first"), letter(second)].toSorted());
    }
  });

  test("cut inside an entry: what is there is read", async () => {
    const reading = await readFile("a.zip", whole.subarray(0, whole.length >> 1));
    assert.ok(reading.messages.length > 20);
    assert.deepEqual(codes(reading), ["truncated", "truncated"]);
    assert.deepEqual(problems(reading), ["source.truncated"]);
  });

  test("a directory that counts too few or too many entries", async () => {
    const entries = ["a.eml", "b.eml", "c.eml"].map((name) => ({ name, data: one }));
    const few = await readFile("a.zip", writeZip(entries, { count: 1 }));
    assert.deepEqual([few.messages.length, codes(few)], [3, []]);
    const many = await readFile("a.zip", writeZip(entries, { count: 9 }));
    assert.deepEqual([many.messages.length, codes(many)], [3, ["truncated"]]);
  });

  test("an empty zip is named", async () => {
    assert.deepEqual(codes(await readFile("a.zip", writeZip([]))), ["empty"]);
  });

  test("zips inside zips count towards the depth", async () => {
    let nested = writeZip([{ name: "a.eml", data: one }]);
    for (let depth = 1; depth < limits.archiveDepthMax; depth += 1)
      nested = writeZip([{ name: "n.zip", data: nested, method: 8 }]);
    assert.deepEqual(texts(await readFile("a.zip", nested)), [letter("1")]);
    assert.deepEqual(codes(await readFile("a.zip", writeZip([{ name: "n.zip", data: nested }]))), ["limit"]);
  });

  test("many entries make several slices; each is read from the middle of the directory", async () => {
    const entries = Array.from({ length: 2500 }, (_, i) => ({
      name: `${i}.eml`,
      data: Buffer.from(letter(String(i))),
    }));
    const reading = await readFile("a.zip", writeZip(entries));
    assert.deepEqual(
      reading.slices.map(({ start, end }) => [start, end]),
      [
        [0, 1024],
        [1024, 2048],
        [2048, 2500],
      ],
    );
    assert.deepEqual(
      texts(reading),
      entries.map(({ data }) => data.toString()),
    );
  });
});
