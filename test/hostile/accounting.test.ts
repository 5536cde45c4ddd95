/** The accounting of a scan, over an invented tree; and that the check sees what is missing. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { account } from "../../fuzz/account.ts";
import { outsideMessages } from "../../fuzz/outside-messages.ts";
import { piecesOf } from "../support/pieces.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = temporaryFolder();
after(() => rmSync(root, { recursive: true }));

const letter = (n: string) => `From: ada@example.org\nTo: bo@example.net\nSubject: ${n}\n\nletter ${n}\n`;
const box = (...letters: string[]) =>
  letters.map((text) => `From ada@example.org Thu Aug 22 15:25:29 2002\n${text}\n`).join("");

const here = async (words: readonly string[]) => (await runHere(words, root)).stdout;

describe("accounting", () => {
  test("every file of a mixed tree is a place of a message or told", async () => {
    const files: Readonly<Record<string, string | Buffer>> = {
      "a.eml": letter("1"),
      "copy.eml": letter("1"),
      inbox: box(letter("2"), letter("3")),
      "garbage.mbox": `no mail at all\n\n${box(letter("4"))}`,
      "notes.txt": "bring cake\n",
      "photo.jpg": "\xff\xd8\xff",
      empty: "",
      "old.7z": "7z\xbc\xaf\x27\x1c",
      "photos.gz": gzipSync("nothing that is mail\n"),
      "md/cur/1:2,S": letter("5"),
      "md/new/2": letter("6"),
      "md/tmp/3": letter("7"),
      "md/cur/.index": "an index\n",
      "md/dovecot-uidlist": "3 V1 N1\n",
    };
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), typeof content === "string" ? Buffer.from(content, "latin1") : content);
    }
    const { faults, coverage, reasons, placed } = await account(root);
    assert.deepEqual(faults, []);
    assert.deepEqual([coverage.messages, coverage.ok, coverage.duplicates, placed], [6, 6, 1, 6]);
    const counts = Object.fromEntries([...reasons].map(([code, names]) => [code, names.length]));
    assert.deepEqual(counts, { empty: 1, "maildir-tmp": 1, "no-mail": 4, "no-mail inside gzip": 1, unsupported: 1 });
  });

  test("a message with both line ends is found twice and listed once", async () => {
    const folder = join(root, "twins");
    mkdirSync(folder);
    writeFileSync(join(folder, "a.eml"), letter("8"));
    writeFileSync(join(folder, "b.eml"), letter("8").replaceAll("\n", "\r\n"));
    const { faults, coverage } = await account(folder, here);
    assert.deepEqual(faults, []);
    assert.deepEqual([coverage.messages, coverage.secondCopies, coverage.duplicates], [2, 1, 0]);
  });

  test("what was put together from pieces is beside the account", async () => {
    const folder = join(root, "pieces");
    mkdirSync(folder);
    const whole = "Subject: long\n\nfirst line\nsecond line\n";
    for (const [n, piece] of piecesOf(whole, [whole.indexOf("second")]).entries()) {
      writeFileSync(join(folder, `${n}.eml`), piece);
    }
    const { faults, coverage } = await account(folder, here);
    assert.deepEqual(faults, []);
    assert.deepEqual([coverage.messages, coverage.partial, coverage.joined], [2, 2, 1]);
  });

  test("a message that is missing shows as bytes of no message", () => {
    const path = join(root, "three.mbox");
    const [one, two, three] = ["1", "2", "3"].map(letter) as [string, string, string];
    const text = box(one, two, three);
    writeFileSync(path, text);
    const places = [one, two, three].map((part) => {
      return { offset: text.indexOf(part), length: part.length, isInside: false };
    });
    assert.deepEqual(outsideMessages(path, places, false), []);
    assert.equal(outsideMessages(path, places.toSpliced(1, 1), false).length, 1);
    assert.equal(outsideMessages(path, places.slice(1), false).length, 1);
    assert.deepEqual(outsideMessages(path, places.slice(1), true), []);
  });
});
