import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { codes, letter, mboxOf, readAll, withFiles } from "./mailbox-fixture.ts";

describe("discovery", () => {
  test("walks to any depth, sorted, each source once however often it is named", async () => {
    const files = {
      "b/inbox": mboxOf([letter("1")]),
      "a/deep/er/x.eml": letter("2"),
      "a/y.eml": letter("3"),
      "a/z.mbox": mboxOf([letter("4")]),
    };
    await withFiles(files, async (root) => {
      const given = [join(root, "b"), root, join(root, "a/y.eml"), join(root, "b/inbox"), join(root, "b/../b")];
      const { sources, notCovered } = await readAll(given);
      assert.deepEqual(
        sources.map(({ kind, path, folder }) => [kind, path.slice(root.length), folder]),
        [
          ["mbox", "/a/z.mbox", "a/z"],
          ["folder", "/a", "a"],
          ["folder", "/a/deep/er", "a/deep/er"],
          ["mbox", "/b/inbox", "b/inbox"],
        ],
      );
      assert.deepEqual(notCovered, []);
    });
  });

  test("Maildir++ folders have their names decoded, and each is a source", async () => {
    const files = {
      "m/cur/1:2,": letter("1"),
      "m/new/.keep": "",
      "m/.Sent.2020/cur/2:2,S": letter("2"),
      "m/.Sent.2020/new/x": letter("3"),
      "m/.&ZeVnLIqe-/cur/4": letter("4"),
      "m/.&ZeVnLIqe-/new/5": letter("5"),
    };
    await withFiles(files, async (root) => {
      const { sources, notCovered } = await readAll([join(root, "m")]);
      assert.deepEqual(
        sources.map(({ kind, folder }) => [kind, folder]),
        [
          ["maildir", "m"],
          ["maildir", "日本語"],
          ["maildir", "Sent/2020"],
        ],
      );
      assert.deepEqual(codes({ notCovered }), ["no-mail"]);
    });
  });

  test("white space before the header of a message does not make it another file", async () => {
    for (const start of [" ", "\t", "   \n", "\r\n  \r\n"]) {
      await withFiles({ letter: `${start}${letter("1")}`, note: " A note\n of some\n lines\n" }, async (root) => {
        const { messages, notCovered } = await readAll([root]);
        assert.deepEqual([messages.length, codes({ notCovered })], [1, ["no-mail"]], JSON.stringify(start));
      });
    }
  });

  test("a mailbox of MMDF is named as perhaps mail", async () => {
    await withFiles({ box: `\x01\x01\x01\x01\n${letter("1")}\x01\x01\x01\x01\n` }, async (root) => {
      assert.ok(codes(await readAll([root])).includes("unsupported"));
    });
  });

  test("says once for all files that they are no mail, with a count and three names", async () => {
    const files = Object.fromEntries(["a", "b", "c", "d"].map((name) => [`p/${name}.jpg`, `\xff\xd8${name}`]));
    await withFiles({ ...files, "p/m.eml": letter("1") }, async (root) => {
      const { notCovered } = await readAll([root]);
      assert.deepEqual(codes({ notCovered }), ["no-mail"]);
      assert.match(notCovered[0]?.message ?? "", /^4 files in .*a\.jpg, .*b\.jpg, .*c\.jpg, …\): no mail/);
    });
  });

  // biome-ignore format: a table reads by column
  const single: readonly (readonly [name: string, content: string, code: string])[] = [
    ["empty.mbox",    "",                                          "empty"],
    ["photo.jpg",     "\xff\xd8\xff\xe0",                          "no-mail"],
    ["notes.txt",     "From now on: no mail\n",                    "no-mail"],
    ["calendar.ics",  "BEGIN:VCALENDAR\nSTATUS:x\nEND:VCALENDAR\n", "no-mail"],
    ["old.dbx",       "\xcf\xad\x12\xfe",                          "unsupported"],
    ["RMAIL",         "BABYL OPTIONS: -*- rmail -*-\nVersion: 5\n\x1f\f\n1,,\nFrom: a@example.org\n", "unsupported"],
    ["Old Mac",       "From a@example.org Mon Mar 25 10:20:30 2024\rFrom: a@example.org\r\rtext\r", "unsupported"],
    ["box.emlx",      "bplist00 of another program",               "unsupported"],
    ["take.tar.xz",   "\xfd7zXZ\x00\x00",                         "unsupported"],
    ["take.tar.bz2",  "BZh91AY&SY",                                "unsupported"],
  ];
  for (const [name, content, code] of single) {
    test(`${name}, named by itself: ${code}`, async () => {
      await withFiles({ [name]: content }, async (root) => {
        const { sources, notCovered } = await readAll([join(root, name)]);
        assert.deepEqual(sources, []);
        assert.deepEqual(
          notCovered.map((item) => [item.code, item.path]),
          [[code, join(root, name)]],
        );
      });
    });
  }

  test("a path that does not exist, and one below a file, are named", async () => {
    await withFiles({ "a.eml": letter("1") }, async (root) => {
      const { notCovered } = await readAll([join(root, "nothing"), join(root, "a.eml/b")]);
      assert.deepEqual(codes({ notCovered }), ["not-found", "not-found"]);
    });
  });

  test("an empty folder is named", async () => {
    await withFiles({}, async (root) => {
      const { notCovered } = await readAll([root]);
      assert.deepEqual(
        notCovered.map(({ code, path }) => [code, path]),
        [["no-mail", root]],
      );
    });
  });

  test("control characters of a name never reach the sentence", async () => {
    await withFiles({ "a\u001b[31m\u202e.jpg": "x" }, async (root) => {
      const { notCovered } = await readAll([root]);
      const { message = "", path = "" } = notCovered[0] ?? {};
      assert.ok(!message.includes("\u001b") && !message.includes("\u202e"));
      assert.ok(path.includes("\u001b"));
    });
  });
});

describe("attack: folders (HM-231)", () => {
  test("a loop of links ends, links that leave or break are named, links inside are covered at their own place", async () => {
    await withFiles({ "in/a.eml": letter("1"), "out/b.eml": letter("2") }, async (root) => {
      symlinkSync("..", join(root, "in/loop"));
      symlinkSync("self", join(root, "in/self"));
      symlinkSync("a.eml", join(root, "in/again.eml"));
      symlinkSync("nowhere", join(root, "in/broken"));
      symlinkSync(join(root, "out/b.eml"), join(root, "in/leaves"));
      const { messages, notCovered } = await readAll([join(root, "in")]);
      assert.equal(messages.length, 1);
      assert.deepEqual(codes({ notCovered }), ["symlink"]);
      // `..` leads out as well.
      assert.match(notCovered[0]?.message ?? "", /^4 files/);
    });
  });

  test("a link that the user names is followed; one that leads in a circle is named", async () => {
    await withFiles({ "a.eml": letter("1") }, async (root) => {
      symlinkSync("a.eml", join(root, "link"));
      symlinkSync("circle", join(root, "circle"));
      const { messages, notCovered } = await readAll([join(root, "link"), join(root, "circle")]);
      assert.equal(messages[0]?.location.path, join(root, "a.eml"));
      assert.deepEqual(codes({ notCovered }), ["symlink"]);
    });
  });

  test("a pipe is never opened: not in a folder, not in a Maildir, not by name", async () => {
    await withFiles({ "m/cur/1": letter("1"), "m/new/2": letter("2") }, async (root) => {
      for (const name of ["m/cur/pipe:2,S", "pipe.eml"]) execFileSync("mkfifo", [join(root, name)]);
      const { messages, notCovered } = await readAll([root, join(root, "pipe.eml")]);
      assert.equal(messages.length, 2);
      assert.deepEqual(codes({ notCovered }), ["special-file", "special-file"]);
    });
  });

  test("directories named like messages, and directories in cur, are walked", async () => {
    await withFiles(
      { "x.eml/y.eml": letter("1"), "m/cur/d/z.eml": letter("2"), "m/new/n": letter("3") },
      async (root) => {
        const { messages, notCovered } = await readAll([root]);
        assert.equal(messages.length, 3);
        assert.deepEqual(notCovered, []);
      },
    );
  });

  test("names that are no UTF-8 are read", async () => {
    await withFiles({}, async (root) => {
      const bytes = Buffer.concat([Buffer.from(join(root, "caf")), Buffer.from([0xe9, 0x2e, 0x65, 0x6d, 0x6c])]);
      const directory = Buffer.concat([Buffer.from(join(root, "d")), Buffer.from([0xff])]);
      mkdirSync(directory);
      writeFileSync(bytes, letter("1"));
      writeFileSync(Buffer.concat([directory, Buffer.from("/in.mbox")]), mboxOf([letter("2")]));
      const { messages, notCovered } = await readAll([root]);
      assert.equal(messages.length, 2);
      assert.deepEqual(notCovered, []);
    });
  });

  test("two files of one unique name are two messages with two keys", async () => {
    const files = {
      "m/cur/u:2,S": letter("1"),
      "m/cur/u:2,RS": letter("2"),
      "m/new/u": letter("3"),
      "m/new/u.b": letter("4"),
    };
    await withFiles(files, async (root) => {
      const { messages } = await readAll([root]);
      assert.deepEqual(
        messages.map(({ key }) => key),
        ["u", "cur/u:2,S", "new/u", "u.b"],
      );
    });
  });
});
