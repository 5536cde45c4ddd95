/** Whoever writes "read" into a lure, from however many addresses, does not make the mailbox say so. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { markOf } from "../../src/case/marks.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { isMarkedInside, keptMarks } from "../../src/pipeline/kept-marks.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { recordOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const SOURCE = { path: "/mail/all.mbox", kind: "mbox", size: 900, mtimeMs: 1, folder: "Inbox" } as const;
const READER = "jo@office.example";
const STATUS = markOf("status", ["\\Seen"]);

function mail(name: string, from: string): MessageRecord {
  return recordOf({ name, from, to: [READER], on: "2021-01-20" });
}

const lures = ["a", "b", "c", "d"].map((name) => mail(name, `news@spy-${name}.example`));
const ordinary = ["e", "f", "g", "h"].map((name) => mail(name, `hello@friend-${name}.example`));

let cases = 0;

async function keptFor(withStatus: readonly MessageRecord[]): Promise<readonly string[]> {
  cases += 1;
  const store = must(await openCase(join(home, `case${cases}`), { mode: "write", registrableDomain }));
  const all = [...lures, ...ordinary];
  await readSource(
    store,
    SOURCE,
    all.map((record, index) => itemOf(record, index, { marks: withStatus.includes(record) ? [STATUS] : [] })),
  );
  const reached = [];
  for (const { sha256 } of lures) {
    const stored = await store.message(sha256);
    assert.ok(stored !== null);
    const { record, locations } = stored;
    reached.push({ sha256, date: record.date, readers: [READER], isMarkedInside: isMarkedInside(locations) });
  }
  const kept = await keptMarks(store, reached);
  await store.close();
  return [...(kept.get(READER) ?? [])];
}

describe("headers with the read state", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, withStatus: readonly MessageRecord[], kept: readonly string[]])[] = [
    ["in lures of four senders alone",                 lures,                                  []],
    ["in lures, and in one ordinary letter",           [...lures, ...ordinary.slice(0, 1)],    []],
    ["in all mail of the mailbox",                     [...lures, ...ordinary],                ["status"]],
    ["in most ordinary mail",                          [...lures, ...ordinary.slice(0, 3)],    ["status"]],
    ["in no lure: nothing is asked",                   ordinary,                               []],
  ];
  for (const [what, withStatus, kept] of cases) {
    test(`${what}: ${kept.length > 0 ? "the mailbox's own" : "not the mailbox's"}`, async () => {
      assert.deepEqual(await keptFor(withStatus), kept);
    });
  }
});
