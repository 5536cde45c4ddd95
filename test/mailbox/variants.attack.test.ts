/**
 * The variants of mbox (HM-230): which messages come out exactly, which cannot, and that no length hides any. Maildir++ with
 * real mail. Figures for the corpus stand in docs/formats/mailboxes.md.
 */
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { flagsOf } from "../../src/case/marks.ts";
import { GRID_BYTES } from "../../src/mailbox/mbox/plan.ts";
import { unpackSet } from "../../tools/corpus.ts";
import { cpuMs } from "../support/cpu-time.ts";
import { codes, letter, mboxOf, type Reading, readAll, SEPARATOR, sha256, withFiles } from "./mailbox-fixture.ts";

async function readFile(content: string): Promise<Reading> {
  let reading: Reading | null = null;
  await withFiles({ box: content }, async (root) => {
    reading = await readAll([join(root, "box")]);
  });
  assert.ok(reading !== null);
  return reading;
}

/** As mboxcl2 writes it, with the true length or another. */
function counted(message: string, length?: number): string {
  const at = message.indexOf("\n\n");
  const body = message.slice(at + 2);
  return `${SEPARATOR}${message.slice(0, at + 1)}Content-Length: ${length ?? body.length}\n\n${body}\n`;
}

function texts({ messages }: Reading): string[] {
  return messages.map(({ text }) => text);
}

function suspects({ messages }: Reading): boolean[] {
  return messages.map(({ problems }) => problems.some(({ code }) => code === "mbox.split-suspect"));
}

const PLAIN = letter("plain");
const PROSE = letter("prose", "From now on Mondays.\n>From here\n");
const FORWARDED = letter("forwarded", `Look:\n\n${SEPARATOR}${letter("inner")}\nRegards\n`);

describe("mboxcl2", () => {
  test("bodies come out as they were: prose, quotes of others, a whole message inside", async () => {
    const reading = await readFile([PLAIN, PROSE, FORWARDED, PLAIN].map((text) => counted(text)).join(""));
    const inner = `${letter("inner")}\nRegards\n`;
    assert.deepEqual(texts(reading), [PLAIN, PROSE, FORWARDED, inner, PLAIN]);
    assert.deepEqual(suspects(reading), [false, false, false, true, false]);
  });

  test("with CRLF, and without an empty line between messages", async () => {
    const crlf = FORWARDED.replaceAll("\n", "\r\n");
    const at = crlf.indexOf("\r\n\r\n");
    const file = `${SEPARATOR}${crlf.slice(0, at + 2)}Content-Length: ${crlf.length - at - 4}\r\n${crlf.slice(at + 2)}`;
    const reading = await readFile(`${file}\r\n${file}${SEPARATOR}${PLAIN}`);
    assert.deepEqual(
      texts(reading).filter((_, i) => i !== 1 && i !== 3),
      [crlf, crlf, PLAIN],
    );
  });

  test("a length that stands among the sender's own fields is honoured, and stays", async () => {
    const text = PROSE.replace("\nTo:", `\nContent-Length: ${PROSE.length - PROSE.indexOf("\n\n") - 2}\nTo:`);
    const reading = await readFile(`${SEPARATOR}${text}\n${SEPARATOR}${PLAIN}\n`);
    assert.deepEqual(texts(reading), [text, PLAIN]);
  });
});

describe("attack: lengths that lie", () => {
  // biome-ignore format: a table reads by column
  const lies: readonly (readonly [title: string, length: number])[] = [
    ["zero", 0], ["too small", 3], ["one less", PLAIN.length - PLAIN.indexOf("\n\n") - 3],
    ["into the next message", 60], ["beyond the end", 100_000], ["beyond all numbers", 999_999_999_999],
  ];
  for (const [title, length] of lies) {
    test(`${title}: messages end where they end`, async () => {
      const reading = await readFile(counted(PLAIN, length) + mboxOf([PROSE, PLAIN]));
      assert.deepEqual(texts(reading).slice(1), [PROSE, PLAIN]);
      assert.ok(reading.messages[0]?.text.endsWith(PLAIN.slice(PLAIN.indexOf("\n\n"))));
      assert.deepEqual(suspects(reading), [false, false, false]);
    });
  }

  test("a length that leads to a later separator hides nothing: what it covers is read too, and marked", async () => {
    const covered = mboxOf([letter("a"), letter("b")]);
    const body = PLAIN.slice(PLAIN.indexOf("\n\n") + 2);
    const reading = await readFile(counted(PLAIN, body.length + 1 + covered.length) + covered + mboxOf([letter("c")]));
    assert.deepEqual(texts(reading).slice(1), [letter("a"), letter("b"), letter("c")]);
    assert.deepEqual(suspects(reading), [false, true, true, false]);
  });

  test("lengths inside one another cost no more than twice the bytes", async () => {
    const unit = `${SEPARATOR}Content-Length: `;
    const count = 20_000;
    const size = unit.length + 9;
    const file = Array.from(
      { length: count },
      (_, i) => `${unit}${String((count - i - 1) * size).padStart(7, "0")}\n\n`,
    );
    const before = cpuMs();
    const reading = await readFile(file.join(""));
    assert.equal(reading.messages.length, count);
    assert.ok(cpuMs() - before < 20_000);
  });

  test("over the grid: the message is whole, and what stands inside is found by the slice it is in", async () => {
    const body = `${"x".repeat(79)}\n`.repeat(GRID_BYTES / 80);
    const outer = letter("outer", `${body}\n${SEPARATOR}${letter("inner")}\nend\n`);
    const reading = await readFile(counted(outer) + counted(PLAIN));
    assert.equal(reading.slices.length, 2);
    assert.equal(reading.messages[0]?.sha256, sha256(outer));
    assert.deepEqual(texts(reading).slice(1), [`${letter("inner")}\nend\n`, PLAIN]);
    assert.equal(new Set(reading.messages.map(({ key }) => key)).size, 3);
  });
});

describe("real mail", () => {
  /** Of 28; docs/formats/mailboxes.md says why the others cannot be exact. */
  const exact: Readonly<Record<string, number>> = {
    "mboxrd.mbox": 28,
    "mboxcl2.mbox": 28,
    "mboxcl.mbox": 27,
    "mboxo.mbox": 20,
    "mbox-unquoted-from.mbox": 20,
    "mboxrd-crlf.mbox": 0,
    "mbox-no-blank-line.mbox": 0,
  };

  test("variants of mbox", async (t) => {
    const set = unpackSet("formats");
    if (set === null) return t.diagnostic("the corpus is absent: nothing was read");
    const folder = join(set, "mbox-variants");
    const list: readonly { readonly sha256_of_message: string }[] = JSON.parse(
      readFileSync(join(folder, "expected.json"), "utf8"),
    );
    const expected = list.map((entry) => entry.sha256_of_message);
    for (const [name, count] of Object.entries(exact)) {
      const reading = await readAll([join(folder, name)]);
      assert.equal(reading.messages.length, 28, name);
      assert.deepEqual(reading.notCovered, []);
      assert.equal(reading.messages.filter((message, i) => message.sha256 === expected[i]).length, count, name);
      // What differs in these two is only the line ends, and the empty line before a separator.
      const mended = reading.messages.map(({ text }) => text.replaceAll("\r\n", "\n"));
      if (name === "mboxrd-crlf.mbox") assert.deepEqual(mended.map(sha256), expected);
      if (name === "mbox-no-blank-line.mbox")
        assert.deepEqual(
          mended.map((text) => sha256(`${text}\n`)),
          expected,
        );
    }
  });

  test("Maildir++", async (t) => {
    const set = unpackSet("formats");
    if (set === null) return t.diagnostic("the corpus is absent: nothing was read");
    await withFiles({}, async (root) => {
      const copy = join(root, "Maildir");
      cpSync(join(set, "maildir"), copy, { recursive: true });
      for (const name of readdirSync(copy, { recursive: true, encoding: "utf8" }))
        if (name.includes(";2,")) renameSync(join(copy, name), join(copy, name.replace(";2,", ":2,")));
      const { messages, notCovered } = await readAll([copy]);
      assert.equal(messages.length, 28);
      // The corpus has a file in tmp/ that keeps the directory alive.
      assert.deepEqual(codes({ notCovered }), ["maildir-tmp"]);
      const folders = Map.groupBy(messages, ({ location }) => location.folder);
      assert.deepEqual([...folders].map(([folder, own]) => [folder, own.length]).sort(), [
        ["Archive", 7],
        ["Archive/2002", 7],
        ["INBOX", 7],
        ["日本語", 7],
      ]);
      for (const { location } of messages) {
        const letters = /:2,([A-Z]*)$/.exec(location.path)?.[1] ?? "";
        assert.equal(location.marks.length, 1);
        assert.deepEqual(
          flagsOf(location.marks),
          [
            ["R", "\\Answered"],
            ["F", "\\Flagged"],
            ["S", "\\Seen"],
          ].flatMap(([flag = "", name = ""]) => (letters.includes(flag) ? [name] : [])),
        );
      }
    });
  });
});
