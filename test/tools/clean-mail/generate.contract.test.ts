/** Clean mail is the same for the same seed, of all its kinds, and says nothing of what will judge it. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { findField } from "../../../src/mail/headers.ts";
import { parseMessage } from "../../../src/mail/parse.ts";
import { cleanMail, kindsOf } from "../../../tools/clean-mail/generate.ts";

const SIZE = 120;

for (const half of ["looked-at", "held-out"] as const) {
  const hashes = (size: number) =>
    [...cleanMail(half, "test", size)].map(({ bytes }) => createHash("sha256").update(bytes).digest("hex"));

  test(`${half}: a longer run begins with a shorter one`, () => {
    assert.deepEqual(hashes(SIZE).slice(0, 40), hashes(40));
  });

  test(`${half}: every kind comes, with its head and no placeholder left open`, () => {
    const seen = new Set<string>();
    for (const { kind, bytes } of cleanMail(half, "test", SIZE)) {
      seen.add(kind.id);
      const message = parseMessage(bytes);
      for (const name of ["from", "to", "subject", "date", "message-id"]) {
        assert.ok(findField(message.root.headers, name) !== undefined, `${kind.id}: ${name}`);
      }
      assert.doesNotMatch(bytes.toString("utf8"), /\{(?:reader|firm|person|n|sum|date)\b/, kind.id);
    }
    assert.equal(seen.size, kindsOf[half].length);
  });
}

test("no kind is in both halves", () => {
  const lookedAt = new Set(kindsOf["looked-at"].map(({ id }) => id));
  assert.deepEqual(
    // Ids alone: a failure must not print the words of the held-out half.
    kindsOf["held-out"].map(({ id }) => id).filter((id) => lookedAt.has(id)),
    [],
  );
});
