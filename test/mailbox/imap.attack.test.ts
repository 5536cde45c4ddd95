/** Hostile and broken mail servers (HM-235). Each test is one trick; honest mail beside it is still read. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import type { Command, ServedFolder, ServedMessage, Twist } from "../support/imap-server.ts";
import { row } from "../support/imap-server.ts";
import { CANARY, withServer } from "./imap-fixture.ts";
import { codes, letter, type Reading } from "./mailbox-fixture.ts";

const GOOD: ServedMessage = { uid: 1, text: letter("good") };
const BAD: ServedMessage = { uid: 2, text: letter("bad") };
const LAST: ServedMessage = { uid: 3, text: letter("last") };

function inbox(...messages: readonly ServedMessage[]): ServedFolder {
  return { name: "INBOX", uidValidity: 77, messages };
}

function uids({ messages }: Reading): string[] {
  return messages.map(({ key }) => key);
}

/** Whether a FETCH asks for the body of message 2, alone or among others. */
function asksForBad({ verb, rest }: Command): boolean {
  const set = rest.split(" ")[0] ?? "";
  return verb === "UID FETCH" && rest.includes("BODY") && (set === "2" || set.startsWith("1:"));
}

/** What a server can say instead of the body of message 2, and what is then said of that message. */
const bodies: readonly (readonly [title: string, body: (command: Command) => void, code: string])[] = [
  ["a literal of 4 GiB", ({ say }) => say("* 2 FETCH (UID 2 BODY[] {4294967295}"), "limit"],
  ["a literal length of 40 digits", ({ say }) => say(`* 2 FETCH (UID 2 BODY[] {${"9".repeat(40)}}`), "limit"],
  ["an endless line", ({ say }) => say(Buffer.alloc(3 * 1024 * 1024, "a")), "limit"],
  ["a line of a million words", ({ say }) => say(`* 2 FETCH (FLAGS (${"a ".repeat(100_000)}))`), "limit"],
  [
    "many literals that fill memory together",
    ({ say }) => {
      for (let n = 0; n < 4; n += 1) say(Buffer.concat([Buffer.from(` {${16 << 20}}\r\n`), Buffer.alloc(16 << 20)]));
    },
    "limit",
  ],
];

describe("hostile mail server: one message", () => {
  for (const [title, body, code] of bodies) {
    test(`${title}: that message alone is not read, and named`, () => {
      const twist: Twist = (command) => {
        if (!asksForBad(command)) return false;
        body(command);
        return true;
      };
      return withServer(
        [inbox(GOOD, BAD, LAST)],
        { twist, access: { commandMsMax: 5_000 } },
        async ({ server, read }) => {
          const reading = await read();
          assert.deepEqual([uids(reading), codes(reading)], [["77:1", "77:3"], [code]]);
          assert.equal(reading.notCovered[0]?.path, `${server.url}INBOX;UIDVALIDITY=77/;UID=2`);
        },
      );
    });
  }

  test("a body larger than promised is read whole", () => {
    const text = letter("more than promised", "y".repeat(9 * 1024 * 1024));
    return withServer([inbox(GOOD, { uid: 2, text, size: 10 }, LAST)], {}, async ({ read }) => {
      const reading = await read();
      assert.deepEqual([uids(reading), codes(reading)], [["77:1", "77:2", "77:3"], []]);
      assert.equal(reading.messages[1]?.size, text.length);
    });
  });

  test("NULs in a body are kept", () => {
    const text = letter("nul", "a\0b\0\0c");
    return withServer([inbox({ uid: 2, text })], {}, async ({ read }) => {
      assert.equal((await read()).messages[0]?.text, text);
    });
  });

  test("a message that is gone when it is to be read (EXISTS shrinks) is told; the others are read", () => {
    const folder = inbox(GOOD, BAD, LAST);
    const twist: Twist = ({ verb, rest, say }) => {
      if (verb === "UID FETCH" && rest.includes("BODY")) {
        folder.messages = [GOOD, LAST];
        say("* 2 EXPUNGE");
        say("* 2 EXISTS");
      }
      return false;
    };
    return withServer([folder], { twist }, async ({ read }) => {
      const reading = await read();
      assert.deepEqual([uids(reading), codes(reading)], [["77:1", "77:3"], ["gone"]]);
    });
  });

  test("one UID twice in an answer, UIDs not asked for, rows without a UID: the first of those asked for counts", () => {
    const twist: Twist = ({ verb, rest, say }) => {
      if (verb !== "UID FETCH" || !rest.includes("BODY")) return false;
      say(row(1, { uid: 99, text: letter("not asked for") }, "BODY.PEEK[]"));
      say(row(1, GOOD, "BODY.PEEK[]"));
      say(row(1, { uid: 1, text: letter("second") }, "BODY.PEEK[]"));
      say('* 7 FETCH (BODY[] "no uid")');
      say("* 1 FETCH (UID 2 FLAGS (\\Seen))");
      return false;
    };
    return withServer([inbox(GOOD, BAD)], { twist }, async ({ read }) => {
      const { messages } = await read();
      assert.deepEqual(
        messages.map(({ text }) => text),
        [GOOD.text, BAD.text],
      );
    });
  });

  test("one UID with other bytes on a later day: both are kept, and the message says so", () => {
    const folder = inbox(GOOD, BAD);
    return withServer([folder], {}, async ({ read }) => {
      const first = await read();
      folder.messages = [GOOD, { ...BAD, flags: "\\Seen", text: letter("swap") }];
      const [swapped] = (await read(first)).messages;
      assert.match(swapped?.key ?? "", /^77:2:[0-9a-f]{12}$/);
      assert.deepEqual(swapped?.problems, [{ code: "source.uid-reused" }]);
    });
  });
});

describe("hostile mail server: the connection", () => {
  test("a lost connection is opened again, and reading goes on", () => {
    const twist: Twist = ({ verb, rest, nth, socket }) => {
      if (verb !== "UID FETCH" || !rest.includes("BODY") || nth > 2) return false;
      socket.destroy();
      return true;
    };
    return withServer([inbox(GOOD, BAD)], { twist }, async ({ server, read }) => {
      assert.deepEqual(uids(await read()), ["77:1", "77:2"]);
      assert.equal(server.verbs().filter((verb) => verb === "LOGIN").length, 2);
    });
  });

  test("a connection that is lost again and again ends the slice, not the scan; the account is not asked for ever", () => {
    const twist: Twist = ({ verb, rest, socket }) => {
      if (verb !== "UID FETCH" || !rest.includes("BODY")) return false;
      socket.destroy();
      return true;
    };
    return withServer([inbox(GOOD, BAD)], { twist }, async ({ server, read }) => {
      const reading = await read();
      assert.deepEqual([uids(reading), codes(reading)], [[], ["connection"]]);
      assert.equal(server.verbs().filter((verb) => verb === "LOGIN").length, 3);
    });
  });

  const silent: readonly string[] = ["LOGIN", "LIST", "EXAMINE", "UID FETCH"];
  for (const verb of silent) {
    test(`no answer to ${verb}: the deadline of the command ends it`, () =>
      withServer(
        [inbox(GOOD)],
        { twist: (command) => command.verb === verb, access: { commandMsMax: 150 } },
        async ({ read }) => {
          const reading = await read();
          assert.deepEqual([uids(reading), codes(reading)], [[], ["deadline"]]);
        },
      ));
  }

  test("answers that never end: bytes of a command are bounded", () => {
    const twist: Twist = ({ verb, rest, socket }) => {
      if (verb !== "LIST" || !rest.endsWith('"*"')) return false;
      // A million folders, or more.
      const folders = Buffer.from(`* LIST () "/" "${"folder".repeat(40)}"\r\n`.repeat(1_000));
      const pour = () => {
        while (socket.writable && socket.write(folders));
      };
      socket.on("drain", pour);
      pour();
      return true;
    };
    return withServer([inbox(GOOD)], { twist }, async ({ read }) => {
      assert.deepEqual(codes(await read()), ["limit"]);
    });
  });

  test("rows that never end: a listing has no more than the folder holds", () => {
    const twist: Twist = ({ verb, say }) => {
      if (verb !== "UID FETCH") return false;
      say("* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 5)\r\n".repeat(4_000).trimEnd());
      return true;
    };
    return withServer([inbox(GOOD)], { twist }, async ({ read }) => {
      assert.deepEqual(codes(await read()), ["protocol"]);
    });
  });

  for (const [depth, read, code] of [
    // The row is kept without the flags, and there is no such message.
    [1_000, ["77:1"], ["gone"]],
    [100_000, [], ["limit"]],
  ] as const) {
    test(`lists nested ${depth} deep are not walked`, () => {
      const twist: Twist = ({ verb, rest, say }) => {
        if (verb !== "UID FETCH" || rest.includes("BODY")) return false;
        say(`* 1 FETCH (UID 9 FLAGS ${"(".repeat(depth)}${")".repeat(depth)})`);
        say(`* OK ${"[".repeat(depth)}`);
        return false;
      };
      return withServer([inbox(GOOD)], { twist }, async (served) => {
        const reading = await served.read();
        assert.deepEqual([uids(reading), codes(reading)], [read, code]);
      });
    });
  }

  test("a refused password is tried once", () => {
    const twist: Twist = ({ verb, tag, say }) => {
      if (verb !== "LOGIN") return false;
      say(`${tag} NO [AUTHENTICATIONFAILED] no \u001b[31mred\u001b[0m`);
      return true;
    };
    return withServer([inbox(GOOD)], { twist }, async ({ server, read }) => {
      const { notCovered } = await read();
      assert.deepEqual(codes({ notCovered }), ["login"]);
      assert.equal(server.verbs().filter((verb) => verb === "LOGIN").length, 1);
      const said = notCovered[0]?.message ?? "";
      assert.ok(!said.includes("\u001b") && !said.includes(CANARY), said);
    });
  });

  test("a server that refers elsewhere is not followed", () => {
    const twist: Twist = ({ verb, tag, say }) => {
      if (verb !== "LOGIN") return false;
      say(`${tag} OK [REFERRAL imap://mp@elsewhere.example/INBOX] go there`);
      return true;
    };
    return withServer([inbox(GOOD)], { twist }, async ({ read }) => {
      assert.deepEqual(uids(await read()), ["77:1"]);
    });
  });

  test("what the server wants its user to read is handed on", () => {
    const alerts: string[] = [];
    const twist: Twist = ({ verb, say }) => {
      if (verb === "EXAMINE") say("* OK [ALERT] Your \u001b[2J mailbox is full");
      return false;
    };
    return withServer([inbox(GOOD)], { twist, onAlert: (text) => alerts.push(text) }, async ({ read }) => {
      await read();
      assert.deepEqual(alerts, ["Your \u001b[2J mailbox is full"]);
    });
  });

  test("STARTTLS that is not offered, or offered and broken: no password is sent", async () => {
    const tricks: readonly Twist[] = [
      () => false,
      ({ verb, say, tag, socket }) => {
        if (verb === "CAPABILITY") say("* CAPABILITY IMAP4rev1 STARTTLS");
        if (verb === "STARTTLS") socket.once("data", () => say("no TLS here, only text that goes on for a while"));
        say(`${tag} OK done`);
        return true;
      },
      // Data before the handshake would be taken for the server's own (CVE-2011-0411).
      ({ verb, say, tag }) => {
        if (verb === "CAPABILITY") say("* CAPABILITY IMAP4rev1 STARTTLS");
        if (verb === "STARTTLS") say(Buffer.from(`${tag} OK go\r\n* OK [ALERT] injected\r\n`));
        else say(`${tag} OK done`);
        return true;
      },
    ];
    for (const twist of tricks) {
      const account = { security: "starttls", user: "mp", host: "127.0.0.1" } as const;
      await withServer([inbox(GOOD)], { twist }, async ({ server }) => {
        const { createMailboxReader } = await import("../../src/mailbox/reader.ts");
        const { accessTo } = await import("./imap-fixture.ts");
        const url = `imap://mp@127.0.0.1:${server.port}/`;
        const access = { ...accessTo(url), account: { ...account, port: server.port }, commandMsMax: 2_000 };
        const reader = createMailboxReader({ imap: access });
        const found: string[] = [];
        for await (const item of reader.discover([url])) {
          found.push(item.kind === "source" ? item.source.path : item.notCovered.code);
        }
        await reader.close();
        assert.deepEqual(found, ["no-tls"]);
        assert.ok(!server.lines.join().includes(CANARY) && !server.verbs().includes("LOGIN"));
      });
    }
  });
});

describe("hostile mail server: folders", () => {
  test("names that climb, hide or lie are labels, never ways; what cannot be asked for is told", () => {
    const names = ["../../etc/passwd", "%", "*", "a b;UID=7", "&AAE-bell", "&AGE-", "&2AA-", "INBOX"];
    const folders = names.map((name, n) => ({ name, uidValidity: n + 1, messages: [GOOD] }));
    return withServer(folders, {}, async ({ server, read }) => {
      const { sources, notCovered, messages } = await read();
      assert.deepEqual(
        sources.map(({ path }) => path.replace(server.url, "")),
        ["%25", "*", "%2E%2E/%2E%2E/etc/passwd", "INBOX", "a%20b%3BUID%3D7"],
      );
      assert.equal(messages.length, 5);
      assert.deepEqual(codes({ notCovered }), ["protocol", "not-found", "protocol"]);
    });
  });

  test("a UIDVALIDITY that changes while the folder is read: nothing is taken for what it is not", () => {
    const folder = inbox(GOOD, BAD);
    const twist: Twist = ({ verb, nth }) => {
      // Both folders are listed, then this one is opened again.
      if (verb === "EXAMINE" && nth === 3) folder.uidValidity = 78;
      return false;
    };
    return withServer([folder, { ...inbox(), name: "Other" }], { twist }, async ({ read }) => {
      const reading = await read();
      assert.deepEqual([uids(reading), codes(reading)], [[], ["renewed"]]);
    });
  });

  for (const [exists, expected] of [
    [limits.imapMessagesMax, []],
    [limits.imapMessagesMax + 1, ["limit"]],
    [4_294_967_295, ["limit"]],
  ] as const) {
    test(`a folder that says it holds ${exists} messages`, () => {
      const twist: Twist = ({ verb, tag, say }) => {
        if (verb !== "EXAMINE") return false;
        say(`* ${exists} EXISTS`);
        say("* OK [UIDVALIDITY 77] valid");
        say(`${tag} OK [READ-ONLY] open`);
        return true;
      };
      return withServer([inbox(GOOD)], { twist }, async ({ read }) => {
        assert.deepEqual(codes(await read()), expected);
      });
    });
  }

  for (const [count, isTold] of [
    [limits.imapFoldersMax, false],
    [limits.imapFoldersMax + 1, true],
  ] as const) {
    test(`an account of ${count} folders`, () => {
      const twist: Twist = ({ verb, rest, tag, say }) => {
        if (verb !== "LIST" || !rest.endsWith('"*"')) return false;
        // Names that cannot be asked for, so that none costs a question; each is told.
        say(Array.from({ length: count }, (_, n) => `* LIST () "/" "&AAE-${n}"`).join("\r\n"));
        say(`${tag} OK listed`);
        return true;
      };
      return withServer([inbox(GOOD)], { twist }, async ({ read }) => {
        const told = codes(await read());
        assert.equal(told.includes("limit"), isTold);
        assert.equal(told.filter((code) => code === "protocol").length, limits.imapFoldersMax);
      });
    });
  }
});
