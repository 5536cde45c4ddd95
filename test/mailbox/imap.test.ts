/** A mail account behind the port, against the small server of the tests: what is read, what is asked, what comes again. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import type { ServedFolder, ServedMessage } from "../support/imap-server.ts";
import { CANARY, withServer } from "./imap-fixture.ts";
import { codes, letter, type Reading, sha256 } from "./mailbox-fixture.ts";

function inbox(...messages: readonly ServedMessage[]): ServedFolder {
  return { name: "INBOX", uidValidity: 77, messages };
}

const ONE: ServedMessage = { uid: 5, flags: "\\Seen \\Recent $Forwarded Holiday", text: letter("one") };
const TWO: ServedMessage = { uid: 9, text: letter("two").replaceAll("\n", "\r\n") };

/** Subjects of the letters, in the order read. */
function subjects({ messages }: Reading): (string | undefined)[] {
  return messages.map(({ text }) => /^Subject: (.*?)\r?$/m.exec(text)?.[1]);
}

describe("a mail account", () => {
  test("messages with bytes as served, key, place, flags and keywords", () =>
    withServer([inbox(ONE, TWO)], {}, async ({ server, read }) => {
      const { messages, notCovered, sources } = await read();
      assert.deepEqual(notCovered, []);
      assert.deepEqual(
        sources.map(({ path, kind, folder }) => ({ path, kind, folder })),
        [{ path: `${server.url}INBOX`, kind: "imap", folder: "INBOX" }],
      );
      assert.deepEqual(
        messages.map(({ key, location, sha256: hash, problems }) => ({ key, ...location, hash, problems })),
        [
          {
            key: "77:5",
            path: `${server.url}INBOX;UIDVALIDITY=77/;UID=5`,
            offset: 0,
            length: String(ONE.text).length,
            folder: "INBOX",
            marks: [{ origin: "imap", flags: ["$Forwarded", "\\Seen"], labels: ["Holiday"] }],
            hash: sha256(String(ONE.text)),
            problems: [],
          },
          {
            key: "77:9",
            path: `${server.url}INBOX;UIDVALIDITY=77/;UID=9`,
            offset: 0,
            length: String(TWO.text).length,
            folder: "INBOX",
            marks: [{ origin: "imap", flags: [], labels: [] }],
            hash: sha256(String(TWO.text)),
            problems: [],
          },
        ],
      );
    }));

  test("only these commands are sent, and nothing that says who asks", () =>
    withServer([inbox(ONE), { name: "Old", uidValidity: 1, messages: [] }], {}, async ({ server, reader, read }) => {
      await read();
      await reader.close();
      assert.deepEqual(
        server.lines.map((line) => line.replace(/^\S+ /, "")),
        [
          "CAPABILITY",
          `LOGIN "mp" "${CANARY}"`,
          "CAPABILITY",
          'LIST "" ""',
          'LIST "" "*"',
          "EXAMINE INBOX",
          "UID FETCH 1:* (UID FLAGS RFC822.SIZE)",
          "EXAMINE Old",
          "EXAMINE INBOX",
          "UID FETCH 5 (UID FLAGS BODY.PEEK[]<0.4194304>)",
          "LOGOUT",
        ],
      );
    }));

  test("messages are asked for in runs, and come in the order of their UIDs", () => {
    const many = [9, 3, 4, 1, 7, 5].map((uid) => ({ uid, text: letter(`no. ${uid}`) }));
    return withServer([inbox(...many)], {}, async ({ server, read }) => {
      const reading = await read();
      assert.deepEqual(subjects(reading), ["no. 1", "no. 3", "no. 4", "no. 5", "no. 7", "no. 9"]);
      assert.ok(server.lines.some((line) => line.includes("UID FETCH 1,3:5,7,9 ")));
    });
  });

  test("a large message comes in pieces, with the hash of all of it", () => {
    const text = letter("large", "x".repeat(limits.messageBytesMax + 3_000_000));
    return withServer([inbox({ uid: 2, text })], {}, async ({ server, read }) => {
      const { messages, notCovered } = await read();
      const [message] = messages;
      assert.deepEqual(
        [message?.size, message?.sha256, message?.text.length],
        [text.length, sha256(text), limits.messageBytesMax],
      );
      assert.deepEqual(message?.problems, [{ code: "limit.message-bytes" }]);
      assert.deepEqual(notCovered, []);
      assert.equal(
        server.lines.filter((line) => line.includes("BODY.PEEK[]<")).length,
        Math.ceil(text.length / 2 ** 22),
      );
    });
  });

  test("folders: chosen, left out, by address; a name that is not there is told with those that are", async () => {
    const folders = ["INBOX", "Work", "Work/2019", "Work/2020", "Trash"].map((name) => ({ ...inbox(ONE), name }));
    const cases: readonly (readonly [only: string[], not: string[], path: string, found: string[]])[] = [
      [[], [], "", ["INBOX", "Trash", "Work", "Work/2019", "Work/2020"]],
      [["inbox", "Work"], [], "", ["INBOX", "Work"]],
      [["Work/*"], ["Work/2020"], "", ["Work/2019"]],
      [[], ["Work/*", "Trash"], "", ["INBOX", "Work"]],
      [[], [], "Work/2019", ["Work/2019"]],
    ];
    for (const [only, not, path, found] of cases) {
      await withServer(folders, { access: { folders: { only, not } }, path }, async ({ read }) => {
        const { sources, notCovered } = await read();
        assert.deepEqual([sources.map(({ folder }) => folder), notCovered], [found, []]);
      });
    }
    await withServer(folders, { path: "Werk" }, async ({ server, read }) => {
      const { sources, notCovered } = await read();
      assert.deepEqual([sources, codes({ notCovered })], [[], ["not-found"]]);
      assert.equal(notCovered[0]?.path, `${server.url}Werk`);
      assert.match(notCovered[0]?.message ?? "", /no folder called "Werk".* INBOX, Trash, Work, /);
    });
  });
});

describe("a mail account again", () => {
  test("nothing new: nothing is fetched", () =>
    withServer([inbox(ONE, TWO)], {}, async ({ server, read }) => {
      const first = await read();
      const asked = server.lines.length;
      const second = await read(first);
      assert.deepEqual(second.messages, []);
      assert.deepEqual(
        server.lines.slice(asked).filter((line) => line.includes("BODY")),
        [],
      );
    }));

  test("new mail, and mail whose flags changed, comes; the rest does not", () => {
    const folder = inbox(ONE, TWO, { uid: 11, text: letter("three") });
    return withServer([folder], {}, async ({ read }) => {
      const first = await read();
      folder.messages = [
        ONE,
        { ...TWO, flags: "\\Seen" },
        { uid: 11, flags: "\\Recent Fun", text: letter("three") },
        { uid: 12, text: letter("four") },
      ];
      const second = await read(first);
      assert.deepEqual(subjects(second), ["two", "four"]);
      assert.deepEqual(second.messages[0]?.location.marks[0]?.flags, ["\\Seen"]);
    });
  });

  test("another UIDVALIDITY: the folder is another, all of it comes", () => {
    const folder = inbox(ONE, TWO);
    return withServer([folder], {}, async ({ read }) => {
      const first = await read();
      folder.uidValidity = 78;
      const second = await read(first);
      assert.deepEqual(
        second.messages.map(({ key }) => key),
        ["78:5", "78:9"],
      );
    });
  });
});
