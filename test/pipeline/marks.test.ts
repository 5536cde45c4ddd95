/** From an export to the marks in the case: what Gmail, Apple Mail and a Maildir say of a message, with who says it. */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { LocationRecord } from "../../src/case/record.ts";
import { createMailboxReader } from "../../src/mailbox/reader.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { writeTar } from "../support/tar-writer.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SEPARATOR = "From 1234@xxx Thu Aug 22 15:25:29 +0000 2002\n";
const MAIL = "Received: from mx.example\nFrom: ada@example.org\nTo: bo@example.net\nSubject: x\n\nHello.\n";

async function locationsIn(name: string, content: Buffer): Promise<readonly LocationRecord[]> {
  const root = temporaryFolder();
  const path = join(root, name);
  const reader = createMailboxReader();
  const context = { owners: [], finder: createTokenFinder() };
  const locations: LocationRecord[] = [];
  try {
    writeFileSync(path, content);
    for await (const found of reader.discover([path])) {
      assert.equal(found.kind, "source");
      if (found.kind !== "source") continue;
      const memory = { source: null, slices: [], files: async () => new Map() };
      for await (const slice of (await reader.plan(found.source, memory)).slices)
        for await (const item of reader.read(slice))
          if (item.kind === "message") locations.push(analyse(item.message, context).location);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return locations;
}

test("Google Takeout: labels, read and unread", async () => {
  const labels = ["=?UTF-8?Q?Inbox,Opened,Caf=C3=A9?=", 'Inbox,Unread,"Work, urgent"'];
  const box = labels.map((text) => `${SEPARATOR}X-GM-THRID: 1\nX-Gmail-Labels: ${text}\n${MAIL}\n`).join("");
  const tgz = gzipSync(writeTar([{ name: "Takeout/Mail/All mail.mbox", data: box }]));
  const locations = await locationsIn("takeout.tgz", tgz);
  assert.deepEqual(
    locations.map(({ folder, marks }) => [folder, marks]),
    [
      ["Takeout/Mail/All mail", [{ origin: "gmail", flags: ["\\Seen"], labels: ["Inbox", "Opened", "Café"] }]],
      ["Takeout/Mail/All mail", [{ origin: "gmail", flags: [], labels: ["Inbox", "Unread", "Work, urgent"] }]],
    ],
  );
});

test("two who say something are two marks", async () => {
  const message = `X-Mozilla-Status: 0000\n${MAIL}`;
  const [location] = await locationsIn("m.tar", writeTar([{ name: "Maildir/.Work/cur/1.host:2,RS", data: message }]));
  assert.deepEqual(location?.marks, [
    { origin: "maildir", flags: ["\\Answered", "\\Seen"], labels: [] },
    { origin: "mozilla", flags: [], labels: [] },
  ]);
  assert.equal(location?.folder, "Maildir/Work");
});
