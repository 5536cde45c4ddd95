/** Hostile files through the real reading: every message one record, nobody's worker lost (INV-1, 2, 4, 11). */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { test } from "node:test";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { catalogue, filesOf } from "./catalogue.ts";
import { isOneMessage, throughPool } from "./pool.ts";
import { suite } from "./standing.ts";

/** Files of each row, the first and the last ones among them. */
const PER_ROW = 8;

test("found = ok + partial + unparseable, and no worker is lost", async () => {
  const messages = catalogue
    .flatMap((row) => filesOf(row, suite).filter((_, index, all) => index % Math.ceil(all.length / PER_ROW) === 0))
    .map(({ bytes }) => bytes)
    .filter(isOneMessage);
  const folder = temporaryFolder();
  try {
    const { records, faults, poisoned, notCovered } = await throughPool(folder, messages);
    assert.deepEqual([faults, poisoned, notCovered], [0, 0, []]);
    assert.ok(messages.length > 400);
    const wanted = messages.map((bytes) => createHash("sha256").update(bytes).digest("hex")).sort();
    assert.deepEqual(records.map(([sha256]) => sha256).sort(), wanted);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
