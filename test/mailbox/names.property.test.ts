import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { diskPath, nameFromBytes, nameFromLatin1, shown } from "../../src/mailbox/files/names.ts";
import { faultOf } from "../../src/mailbox/files/not-covered.ts";
import { decodeFolderName, flagsOf, maildirFolder, uniqueName } from "../../src/mailbox/maildir/names.ts";
import { isOddName } from "../../src/mailbox/zip/entry-name.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 500);

test("every name of bytes becomes a well-formed string and back", () => {
  const escapes = fc.constantFrom("\u{10ff80}", "\u{10ffff}", "\u{10fe80}", "é").map((text) => Buffer.from(text));
  const bytes = fc
    .array(
      fc.oneof(
        escapes,
        fc.uint8Array({ maxLength: 6 }).map((b) => Buffer.from(b)),
      ),
    )
    .map(Buffer.concat);
  fc.assert(
    fc.property(bytes, (raw) => {
      const name = nameFromBytes(raw);
      assert.ok(name.isWellFormed());
      assert.equal(nameFromLatin1(raw.toString("latin1")), name);
      const path = diskPath(name);
      assert.deepEqual(typeof path === "string" ? Buffer.from(path) : path, raw);
    }),
    { numRuns },
  );
});

test("what is shown holds no control, format or private character, and is short", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
      assert.match(shown(name), /^[^\p{C}\p{Zl}\p{Zp}]*$/u);
      assert.ok(shown(name).length <= 200);
    }),
    { numRuns },
  );
});

describe("Maildir names", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [file: string, unique: string, flags: readonly string[]])[] = [
    ["1.a.example",              "1.a.example", []],
    ["1.a.example:2,",           "1.a.example", []],
    ["1.a.example:2,SR",         "1.a.example", ["\\Answered", "\\Seen"]],
    ["1.a.example;2,DFPT",       "1.a.example", ["$Forwarded", "\\Deleted", "\\Draft", "\\Flagged"]],
    ["1.a.example!2,SSxyz",      "1.a.example", ["\\Seen"]],
    ["1,S=99,W=100:2,Sab",       "1,S=99,W=100", ["\\Seen"]],
    ["odd:2,S:2,F",              "odd:2,S",     ["\\Flagged"]],
  ];
  for (const [file, unique, flags] of cases) {
    test(file, () => assert.deepEqual([uniqueName(file), flagsOf(file)], [unique, flags]));
  }

  test("folders: levels, modified UTF-7, and text that only looks like it", () => {
    assert.equal(maildirFolder(".Sent.2020"), "Sent/2020");
    assert.equal(maildirFolder(".Entw&APw-rfe"), "Entwürfe");
    assert.equal(maildirFolder("Sent"), null);
    assert.equal(decodeFolderName("R&-D"), "R&D");
    assert.equal(decodeFolderName("&2D0-"), "&2D0-", "half a surrogate pair");
  });
});

test("odd names of zip entries", () => {
  for (const name of [
    "",
    "/a",
    "\\\\srv\\a",
    "a\\b",
    "c:a",
    "../a",
    "a/../b",
    "COM1",
    "x/nul.txt",
    "a\u0000",
    "a\u202eb",
  ]) {
    assert.ok(isOddName(name), JSON.stringify(name));
  }
  for (const name of ["a.eml", "a/b c/ü.mbox", "..a", "a..b/c", "console", "md/cur/1.a:2,S"])
    assert.ok(!isOddName(name), name);
});

test("faults of the file system have codes; our own mistakes are thrown on", () => {
  const error = (code: string) => Object.assign(new Error(code), { code });
  const codes = ["ENOENT", "ENOTDIR", "EACCES", "EPERM", "ELOOP", "ENXIO", "EIO"].map((code) => faultOf(error(code)));
  assert.deepEqual(codes, ["not-found", "not-found", "permission", "permission", "symlink", "special-file", "io"]);
  assert.throws(() => faultOf(new TypeError("bug")), TypeError);
});
