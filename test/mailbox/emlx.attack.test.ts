/** Apple Mail's files, honest ones and with a count that lies: no message is cut short, none swallows the property list. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import type { MarkRecord } from "../../src/case/record.ts";
import { appleMark } from "../../src/mailbox/emlx/property-list.ts";
import { readEmlx } from "../../src/mailbox/emlx/read.ts";
import { MessageReader } from "../../src/mailbox/single.ts";
import { unpackSet } from "../../tools/corpus.ts";
import { writeTar } from "../support/tar-writer.ts";
import { writeZip } from "../support/zip-writer.ts";
import { codes, letter, type Reading, readAll, sha256, withFiles } from "./mailbox-fixture.ts";

const MAIL = letter("apple");

function listOf(flags: string, more = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>flags</key>
	<integer>${flags}</integer>
	<key>subject</key>
	<string>&lt;key&gt;flags&lt;/key&gt;</string>${more}
</dict>
</plist>
`;
}

function emlx(message = MAIL, count: number | string = message.length, list = listOf("8590195713")): string {
  return `${String(count).padEnd(10)}\n${message}${list}`;
}

async function readFiles(files: Readonly<Record<string, string | Buffer>>): Promise<Reading> {
  let reading: Reading | null = null;
  await withFiles(files, async (root) => {
    reading = await readAll([root]);
  });
  assert.ok(reading !== null);
  return reading;
}

const SEEN: MarkRecord = { origin: "emlx", flags: ["\\Seen"], labels: [] };

describe("emlx", () => {
  test("in a folder, in archives, by content and not by name", async () => {
    const file = emlx();
    const reading = await readFiles({
      "1.emlx": file,
      "2.partial.emlx": file,
      noname: file,
      "a.tgz": gzipSync(writeTar([{ name: "x/3.emlx", data: file }])),
      "b.zip": writeZip([{ name: "4", data: Buffer.from(file) }]),
    });
    assert.deepEqual(codes(reading), []);
    assert.equal(reading.messages.length, 5);
    for (const message of reading.messages) {
      assert.equal(message.text, MAIL);
      assert.equal(message.sha256, sha256(MAIL));
      assert.deepEqual(message.location.marks, [SEEN]);
      assert.deepEqual([message.location.offset, message.location.length], [11, MAIL.length]);
      assert.deepEqual(message.problems, []);
    }
  });

  test("Apple's storage below a mailbox is no folder", async () => {
    const uuid = "0A1B2C3D-0A1B-0A1B-0A1B-0A1B2C3D4E5F";
    const file = emlx();
    const reading = await readFiles({
      [`V10/${uuid}/INBOX.mbox/${uuid}/Data/3/1/Messages/13042.emlx`]: file,
      [`V10/${uuid}/INBOX.mbox/Work.mbox/${uuid}/Data/Messages/7.emlx`]: file,
      "old/Sent.imapmbox/Messages/1.emlx": file,
      "x.zip": writeZip([{ name: `Mail/INBOX.mbox/${uuid}/Data/Messages/1.emlx`, data: Buffer.from(file) }]),
    });
    assert.deepEqual(reading.messages.map(({ location }) => location.folder).sort(), [
      "Mail/INBOX",
      `V10/${uuid}/INBOX`,
      `V10/${uuid}/INBOX/Work`,
      "old/Sent",
    ]);
  });

  test("parts that lie in files beside the message are said to be missing", async () => {
    const body = "--b\nContent-Type: application/pdf\nX-Apple-Content-Length: 12\n\n--b--\n";
    const reading = await readFiles({ "1.partial.emlx": emlx(letter("p", body)) });
    assert.deepEqual(reading.messages[0]?.problems, [{ code: "source.parts-elsewhere" }]);
  });

  // biome-ignore format: a table reads by column
  const marks: readonly (readonly [list: string, flags: readonly string[] | null, labels: readonly string[]])[] = [
    [listOf("0"),                                       [],                                         []],
    [listOf("1"),                                       ["\\Seen"],                                 []],
    [listOf("277"),                                     ["$Forwarded", "\\Answered", "\\Flagged", "\\Seen"], []],
    [listOf("66"),                                      ["\\Deleted", "\\Draft"],                   []],
    [listOf("18446744073709551615"),                    ["$Forwarded", "\\Answered", "\\Deleted", "\\Draft", "\\Flagged", "\\Seen"], []],
    [listOf("1", "<key>gmail-labels</key><array><string>A &amp; B</string><string>c</string></array>"), ["\\Seen"], ["A & B", "c"]],
    [listOf("-1"),                                      null,                                       []],
    ["<plist><dict></dict></plist>",                    null,                                       []],
  ];
  for (const [list, flags, labels] of marks) {
    test(`marks of ${list.slice(170, 260).replaceAll("\n", " ")}`, () => {
      assert.deepEqual(appleMark(list), flags === null ? null : { origin: "emlx", flags, labels });
    });
  }

  test("real files", async (t) => {
    const set = unpackSet("formats");
    if (set === null) return t.diagnostic("the corpus is absent: nothing was read");
    const { messages, sources } = await readAll([join(set, "tika")]);
    assert.ok(sources.length > 0);
    const apple = messages.filter(({ location }) => location.path.endsWith(".emlx"));
    assert.equal(apple.length, 1);
    const [message] = apple;
    const raw = readFileSync(message?.location.path ?? "", "latin1");
    assert.equal(message?.size, Number.parseInt(raw, 10));
    assert.deepEqual(message?.location.marks, [{ origin: "emlx", flags: [], labels: [] }]);
  });
});

describe("attack: emlx with a count that lies", () => {
  const inner = `${MAIL}<?xml version="1.0"?><plist></plist>\nand more\n`;
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [title: string, file: string, text: string, problems: readonly string[], codes: readonly string[]])[] = [
    ["too small",                          emlx(MAIL, 10),              MAIL,  ["emlx.byte-count"], []],
    ["zero",                               emlx(MAIL, 0),               MAIL,  ["emlx.byte-count"], []],
    ["too large, into the list",           emlx(MAIL, MAIL.length + 9), MAIL,  ["emlx.byte-count"], []],
    ["beyond the end",                     emlx(MAIL, "999999999999999"), MAIL, ["emlx.byte-count"], []],
    ["up to a list inside the message",    emlx(inner, MAIL.length),    inner, ["emlx.byte-count"], []],
    ["no list at all",                     emlx(MAIL, MAIL.length, ""), MAIL,  [],                  []],
    ["cut inside the message",             emlx(MAIL, MAIL.length + 50, ""), MAIL, ["emlx.byte-count", "source.truncated"], ["truncated"]],
  ];
  for (const [title, file, text, problems, expected] of cases) {
    test(title, async () => {
      const reading = await readFiles({ "1.emlx": file });
      assert.equal(reading.messages[0]?.text, text);
      assert.equal(reading.messages[0]?.sha256, sha256(text));
      assert.deepEqual(
        reading.messages[0]?.problems.map(({ code }) => code),
        problems,
      );
      assert.deepEqual(codes(reading), expected);
    });
  }

  test("a message larger than what is kept comes out with its true size", async () => {
    const huge = Buffer.concat([Buffer.from(letter("huge")), Buffer.alloc(limits.messageBytesMax, "x\n")]);
    const file = Buffer.concat([Buffer.from(`${huge.length}\n`), huge, Buffer.from(listOf("1"))]);
    const reading = await readFiles({ "1.emlx": file });
    assert.equal(reading.messages[0]?.size, huge.length);
    assert.equal(reading.messages[0]?.sha256, sha256(huge));
    assert.deepEqual(reading.messages[0]?.location.marks, [SEEN]);
  });

  test("any bytes behind any count end, and all of them are in the message or in a list", async () => {
    const reader = new MessageReader();
    const piece = fc.constantFrom(
      "From: a@b.example\n\n",
      "<?xml ",
      "<plist>",
      "</plist>",
      "text\n",
      " ",
      "<key>flags</key>",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece), fc.nat(300), async (pieces, count) => {
        const body = pieces.join("");
        const bytes = Buffer.from(`${count}\n${body}`);
        let at = 0;
        const read = (target: Buffer, to: number, length: number) => {
          const done = bytes.copy(target, to, at, at + Math.min(length, 7));
          at += done;
          return done;
        };
        const { bytes: kept, offset } = await readEmlx({ read, damages: [] }, reader);
        assert.equal(offset, String(count).length + 1);
        assert.ok(body.startsWith(kept.toString()));
        const rest = body.slice(kept.length);
        assert.ok(rest.trim() === "" || rest.trim().endsWith("</plist>"), rest);
      }),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 200) },
    );
  });
});
