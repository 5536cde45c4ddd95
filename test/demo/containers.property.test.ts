import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { fromBufferPromise } from "yauzl";
import { gzip, maildirName, writeMbox, writeZip } from "../../src/demo/containers.ts";
import { type OfficeMail, ORDINARY } from "../office/mail.ts";
import { splitMbox, storedMembers } from "../office/open-files.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 200);

/** Lines that an mbox finds hard. */
const line = fc.oneof(
  fc.stringMatching(/^[ -~\x80-\xff]{0,30}$/),
  fc.constantFrom("", "From a@b.example Mon Jan  4 05:02:01 2016", "From here", ">From here", ">>From ", "From", ">"),
);
const message = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => `${lines.join("\n")}\n`);

describe("mbox", () => {
  test("an independent splitter gives back what was written", () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), (messages) => {
        const entries = messages.map((octets, at) => ({ octets, envelopeFrom: "x@post.example", at: at * 86_400_000 }));
        assert.deepEqual(splitMbox(writeMbox(entries)), messages);
      }),
      { numRuns },
    );
  });

  test("a bounce has a sender in its separator", () => {
    const [first] = writeMbox([{ octets: "Subject: x\n\ny\n", envelopeFrom: "", at: 0 }]).split("\n");
    assert.equal(first, "From MAILER-DAEMON Thu Jan  1 00:00:00 1970");
  });
});

describe("zip", () => {
  const entry = fc.record({ name: fc.stringMatching(/^[a-z]{1,8}$/), bytes: fc.uint8Array({ maxLength: 200 }) });
  const entries = fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 5 });

  test("a reader of the directory and a reader of the local headers see the same members", async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (members) => {
        const bytes = Buffer.from(writeZip(members));
        const expected = members.map(({ name, bytes: content }) => [name, Buffer.from(content).toString("hex")]);
        assert.deepEqual(
          [...storedMembers(bytes)].map(([name, content]) => [name, content.toString("hex")]),
          expected,
        );
        assert.deepEqual(await membersByDirectory(bytes), expected);
      }),
      { numRuns },
    );
  });
});

async function membersByDirectory(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const zip = await fromBufferPromise(bytes);
  const found: string[][] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    found.push([entry.fileName, Buffer.concat(chunks).toString("hex")]);
  }
  return found;
}

test("gzip: the content returns, and the header names no time and no system", () => {
  const bytes = Buffer.from("one message\n".repeat(50));
  const packed = Buffer.from(gzip(bytes));
  assert.deepEqual(gunzipSync(packed), bytes);
  assert.equal(packed.toString("hex", 4, 8), "00000000");
  assert.equal(packed[9], 255);
});

describe("maildir names", () => {
  const mail = (flags: OfficeMail["flags"], folder = "Inbox"): OfficeMail => ({
    owner: "member",
    folder,
    at: 1_452_000_000_000,
    flags,
    messageId: "<a@post.example>",
    envelopeFrom: "a@post.example",
    octets: "Subject: x\n\n",
    purpose: ORDINARY,
  });
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [flags: OfficeMail["flags"], folder: string, number: number, name: string])[] = [
    [["seen"],                          "Inbox", 7, "cur/1452000000.M000007P2211.store2,S=12:2,S"],
    [["seen", "answered", "flagged"],   "Inbox", 7, "cur/1452000000.M000007P2211.store2,S=12:2,FRS"],
    [["seen", "forwarded"],             "Inbox", 7, "cur/1452000000.M000007P2211.store2,S=12:2,PS"],
    [[],                                "Inbox", 7, "cur/1452000000.M000007P2211.store2,S=12:2,"],
    [[],                                "Inbox", 8, "new/1452000000.M000008P2211.store2,S=12"],
    [[],                                "Sent",  7, "new/1452000000.M000007P2211.store2,S=12"],
  ];
  for (const [flags, folder, number, name] of cases) {
    test(name, () => assert.equal(maildirName(mail(flags, folder), number), name));
  }
});
