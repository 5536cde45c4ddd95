/** Addresses of mail accounts, the guard on what is sent, and the choice of folders, case by case. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { ListedFolder } from "../../src/mailbox/imap/connection.ts";
import { chooseFolders } from "../../src/mailbox/imap/folder-choice.ts";
import { FolderListing, flagBits, flagNames, imapMarks } from "../../src/mailbox/imap/listing.ts";
import { folderUrl, type ImapAccount, isImapUrl, parseImapUrl, targetUrl } from "../../src/mailbox/imap/url.ts";
import { fromEntry, isAsRead, toEntry, toMemory } from "../../src/mailbox/imap/wanted.ts";
import { CommandGuard } from "../../src/mailbox/imap/wire.ts";

describe("addresses of mail accounts", () => {
  // biome-ignore format: a table reads by column
  const good: readonly (readonly [given: string, canonical: string])[] = [
    ["imaps://mp@mail.example/",                     "imaps://mp@mail.example/"],
    ["imaps://mp@mail.example",                      "imaps://mp@mail.example/"],
    ["IMAPS://mp@Mail.Example:993/",                 "imaps://mp@mail.example/"],
    ["imaps://mp@mail.example:1993/",                "imaps://mp@mail.example:1993/"],
    ["imap://mp@mail.example/",                      "imap://mp@mail.example/"],
    ["imap+plaintext://mp@127.0.0.1:143/",           "imap+plaintext://mp@127.0.0.1/"],
    ["imaps://mp@[2001:db8::1]:1993/",               "imaps://mp@[2001:db8::1]:1993/"],
    ["imaps://mp@parliament.example@mail.example/",  "imaps://mp@parliament.example@mail.example/"],
    ["imaps://mp%40parliament.example@mail.example", "imaps://mp@parliament.example@mail.example/"],
    ["imaps://office%3Amp@mail.example/",            "imaps://office%3Amp@mail.example/"],
    ["imaps://mp@bücher.example/",                   "imaps://mp@xn--bcher-kva.example/"],
    ["imaps://mp@mail.example/Folder%20Name",        "imaps://mp@mail.example/Folder%20Name"],
    ["imaps://mp@mail.example/Work/2020",            "imaps://mp@mail.example/Work/2020"],
    ["imaps://mp@mail.example/Entwürfe",             "imaps://mp@mail.example/Entw%C3%BCrfe"],
    ["imaps://mp@mail.example/../x",                 "imaps://mp@mail.example/%2E%2E/x"],
  ];
  for (const [given, canonical] of good) {
    test(`${given} → ${canonical}`, () => {
      const parsed = parseImapUrl(given);
      assert.ok(parsed.ok, JSON.stringify(parsed));
      assert.equal(targetUrl(parsed.value), canonical);
      assert.deepEqual(parseImapUrl(canonical), parsed);
    });
  }

  // biome-ignore format: a table reads by column
  const bad: readonly (readonly [given: string, says: RegExp])[] = [
    ["imaps://mp:canary@mail.example/",     /holds a password/],
    ["imaps://mp:@mail.example/",           /holds a password/],
    ["imaps://mp:can@ary@mail.example/",    /holds a password/],
    ["imaps://mail.example/",               /names no user/],
    ["imaps://@mail.example/",              /names no user/],
    ["imaps://mp@/",                        /no usable host/],
    ["imaps://mp@mail.example:0/",          /no usable host or port/],
    ["imaps://mp@mail.example:70000/",      /no usable host or port/],
    ["imaps://mp@mail example/",            /no usable host/],
    ["imapx://mp@mail.example/",            /is none of a mail account/],
    ["imaps://mp@mail.example/%ZZ",         /percent-encoding/],
    ["imaps://mp%0d%0a@mail.example/",      /control character/],
    ["imaps://mp@mail.example/a%0d%0aX",    /control character/],
    ["imaps://mp@mail.example/a;UID=4",     /parameters/],
  ];
  for (const [given, says] of bad) {
    test(`refused: ${given}`, () => {
      const parsed = parseImapUrl(given);
      assert.ok(!parsed.ok);
      assert.match(parsed.error, says);
      assert.ok(!/canary|can@|ary@/.test(parsed.error), "a password is repeated");
    });
  }

  test("a path on disk is no address", () => {
    for (const path of ["imap", "./imaps:/x", "imaps:/mp@x/", "C:\\imap", "mail/imap://x"]) {
      assert.equal(isImapUrl(path), false, path);
    }
  });

  test("any folder name comes back from its address, and none climbs", () => {
    const account: ImapAccount = { security: "tls", user: "mp", host: "mail.example", port: 993 };
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
        fc.pre(!/\p{Cc}/u.test(name) && name.isWellFormed());
        const url = folderUrl(account, name);
        const parsed = parseImapUrl(url);
        assert.ok(parsed.ok, url);
        assert.equal(parsed.value.folder, name);
        assert.doesNotMatch(url.slice("imaps://mp@mail.example".length), /\/\.\.?(?:\/|$)|[;?#]/);
      }),
    );
  });
});

describe("the guard on what is sent", () => {
  const sent = (...chunks: readonly string[]) => {
    const guard = new CommandGuard();
    for (const chunk of chunks) guard.check(Buffer.from(chunk, "latin1"));
  };
  const allowed: readonly (readonly string[])[] = [
    ["1 CAPABILITY\r\n", "2 STARTTLS\r\n", "3 ID NIL\r\n", "4 NAMESPACE\r\n", "5 NOOP\r\n", "6 LOGOUT\r\n"],
    ['A LOGIN "mp" "SELECT (x) STORE"\r\n'],
    ["A LOGIN {2}\r\n", "mp {6}\r\n", "x\r\nA DELETE INBOX\r\n"],
    ["A AUTHENTICATE PLAIN\r\n", "AG1wAGNhbmFyeQ==\r\n"],
    ["A AUTHENTICATE XOAUTH2\r\n", "\r\n"],
    ['A LIST "" "*"\r\n', "B EXAMINE INBOX\r\n", 'B EXAMINE "&AOQ- x"\r\n'],
    ["A UID FETCH 1:* (UID FLAGS RFC822.SIZE)\r\n", "B UID FETCH 7 (UID FLAGS BODY.PEEK[]<0.4194304>)\r\n"],
  ];
  for (const chunks of allowed) test(`let out: ${JSON.stringify(chunks)}`, () => sent(...chunks));

  const forbidden: readonly (readonly string[])[] = [
    ...["SELECT INBOX", "STORE 1 +FLAGS (\\Seen)", "UID STORE 1 +FLAGS (\\Deleted)", "EXPUNGE", "UID EXPUNGE 1"].map(
      (c) => [c],
    ),
    ...["CLOSE", "DELETE INBOX", "CREATE x", "RENAME a b", "APPEND INBOX {4}", "COPY 1 x", "UID MOVE 1 x"].map((c) => [
      c,
    ]),
    ...["SUBSCRIBE x", "SETACL x", "SETMETADATA x", "ENABLE QRESYNC", "IDLE", "COMPRESS DEFLATE", "SETQUOTA x"].map(
      (c) => [c],
    ),
    ...["UID FETCH 1 (BODY[])", "UID FETCH 1 RFC822", "UID FETCH 1 (RFC822.TEXT)", "UID FETCH 1 (UID BINARY[1])"].map(
      (c) => [c],
    ),
    ["FETCH 1 (BODY.PEEK[])"],
    ["UID FETCH 1 (UID body[])"],
    ["NOOP\r\n2 SELECT INBOX"],
    ["EXAMINE INBOX\n2 SELECT INBOX"],
    ["select INBOX"],
    [""],
  ];
  for (const [command = ""] of forbidden) {
    test(`held back: ${JSON.stringify(command)}`, () => {
      assert.throws(() => sent(`1 ${command}\r\n`), /refused to send/);
    });
  }

  test("held back: a command where a login's answer was due, and one after a literal was sent", () => {
    assert.throws(() => sent("1 AUTHENTICATE PLAIN\r\n", "2 SELECT INBOX\r\n"), /refused to send SELECT/);
    assert.throws(() => sent("1 LOGIN {2}\r\n", "mp x\r\n", "2 EXPUNGE\r\n"), /refused to send EXPUNGE/);
  });
});

describe("choice of folders", () => {
  const all: readonly ListedFolder[] = ["INBOX", "Work", "Work/2020", "[Gmail]", "Trash"].map((label) => ({
    path: label.replaceAll("/", "."),
    label,
    isSelectable: label !== "[Gmail]",
  }));
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [only: string[], not: string[], folders: string[], missing: string[]])[] = [
    [[],                   [],          ["INBOX", "Trash", "Work", "Work/2020"], []],
    [["Inbox"],            [],          ["INBOX"],                               []],
    [["Work.2020"],        [],          ["Work/2020"],                           []],
    [["Work", "Work/*"],   [],          ["Work", "Work/2020"],                   []],
    [["work"],             [],          [],                                      ["work"]],
    [["[Gmail]", "Trash"], [],          ["Trash"],                               ["[Gmail]"]],
    [[],                   ["Trash", "Nope"], ["INBOX", "Work", "Work/2020"],    []],
    [["Trash"],            ["Trash"],   [],                                      []],
  ];
  for (const [only, not, folders, missing] of cases) {
    test(`${JSON.stringify(only)} without ${JSON.stringify(not)}`, () => {
      const chosen = chooseFolders(all, { only, not });
      assert.deepEqual([chosen.folders.map(({ label }) => label), chosen.missing], [folders, missing]);
    });
  }
});

describe("what is remembered of a message", () => {
  test("flags in any case, each once; keywords and Gmail's labels are labels; \\Recent is neither", () => {
    assert.deepEqual(flagNames(flagBits(["\\SEEN", "\\Seen", "$mdnsent", "\\Recent"])), ["$MDNSent", "\\Seen"]);
    assert.deepEqual(imapMarks(["\\Seen", "Fun", "$Forwarded", "\\Recent"], ["Fun", "Work/2020"]), {
      origin: "imap",
      flags: ["$Forwarded", "\\Seen"],
      labels: ["Fun", "Work/2020"],
    });
    assert.equal(
      imapMarks(
        Array.from({ length: 1_000 }, (_, n) => `k${n}`),
        [],
      ).labels.length,
      101,
    );
  });

  test("the same again, other flags, another size", () => {
    const hash = "a".repeat(64);
    const before = toMemory(10, flagBits(["\\Seen"]), hash);
    assert.equal(isAsRead({ uid: 1, size: 10, flags: flagBits(["\\Seen"]) }, before), true);
    assert.equal(isAsRead({ uid: 1, size: 10, flags: 0 }, before), false);
    assert.equal(isAsRead({ uid: 1, size: 11, flags: flagBits(["\\Seen"]) }, before), false);
    assert.equal(isAsRead({ uid: 1, size: 10, flags: 0 }, undefined), false);
    assert.deepEqual(fromEntry(toEntry("77", { uid: 4, size: 9, flags: 0 }, before)), {
      key: "77:4",
      uid: 4,
      size: 9,
      sha256: hash,
    });
    assert.deepEqual(fromEntry(toEntry("77", { uid: 4, size: 9, flags: 0 }, undefined)), {
      key: "77:4",
      uid: 4,
      size: 9,
      sha256: null,
    });
  });

  test("a listing is in order and has each UID once", () => {
    const listing = new FolderListing("1");
    for (const uid of [7, 3, 7, 1]) listing.add({ uid, size: uid, flags: 0 });
    assert.deepEqual(
      [...listing.messages()].map(({ uid }) => uid),
      [1, 3, 7],
    );
  });
});
