import assert from "node:assert/strict";
import { appendFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { flagsOf } from "../../src/case/marks.ts";
import { GRID_BYTES, keptStarts } from "../../src/mailbox/mbox/plan.ts";
import { createMailboxReader } from "../../src/mailbox/reader.ts";
import type { PlanMemory, SliceMemory, Source } from "../../src/ports/mailbox.ts";
import { letter, mboxOf, memoryOf, NO_MEMORY, type Reading, readAll, readInto, withFiles } from "./mailbox-fixture.ts";

const reader = createMailboxReader();

/** Reads everything and remembers as a store would: a slice is at the source's end when its last message is. */
async function readAndRemember(path: string): Promise<{ reading: Reading; memory: PlanMemory; source: Source }> {
  const reading: Reading = { sources: [], slices: [], messages: [], notCovered: [] };
  const slices: SliceMemory[] = [];
  for await (const found of reader.discover([path])) if (found.kind === "source") reading.sources.push(found.source);
  const source = reading.sources[0];
  assert.ok(source);
  const plan = await reader.plan(source, NO_MEMORY);
  for await (const slice of plan.slices) {
    const before = reading.messages.length;
    await readInto(reading, reader, slice);
    const last = reading.messages.slice(before).at(-1);
    slices.push({ start: slice.start, end: slice.end, done: true, atSourceEnd: last?.atSourceEnd ?? false });
  }
  return { reading, source, memory: { ...memoryOf(reading, source, plan.fingerprint), slices } };
}

/** Lines of about so many bytes. */
function textOf(bytes: number): string {
  return "x"
    .repeat(79)
    .concat("\n")
    .repeat(Math.round(bytes / 80));
}

test("an mbox that grew is read from its last message on, and the whole equals a fresh reading", async () => {
  const big = letter("big", textOf(0.6 * GRID_BYTES));
  // The message that crosses the grid ends well before the old end, which could not be seen from there.
  const old = [letter("1"), big, letter("2"), big, letter("3", "y".repeat(3000))];
  await withFiles({ box: mboxOf(old) }, async (root) => {
    const path = join(root, "box");
    const { reading: first, memory } = await readAndRemember(path);
    assert.equal(first.slices.length, 2);
    appendFileSync(path, mboxOf([letter("4"), big, letter("5")]));
    const fresh = await readAll([path]);
    const again = await readAll([path], new Map([[path, memory]]));
    assert.deepEqual(
      again.slices.map(({ start }) => start),
      [GRID_BYTES],
    );
    const known = new Map([...first.messages, ...again.messages].map((message) => [message.key, message.sha256]));
    assert.deepEqual(known, new Map(fresh.messages.map((message) => [message.key, message.sha256])));
  });
});

test("a last message that grew is read again, though it began in an earlier slice", async () => {
  const huge = letter("huge", textOf(2.2 * GRID_BYTES));
  await withFiles({ box: mboxOf([letter("1"), huge]).trimEnd() }, async (root) => {
    const path = join(root, "box");
    const { memory } = await readAndRemember(path);
    appendFileSync(path, "more of it\n");
    const again = await readAll([path], new Map([[path, memory]]));
    const fresh = await readAll([path]);
    assert.deepEqual(
      again.slices.map(({ start }) => start),
      [0, 2 * GRID_BYTES],
    );
    assert.equal(again.messages.at(-1)?.sha256, fresh.messages.at(-1)?.sha256);
  });
});

test("slices are kept only where more bytes cannot change them", () => {
  const old = 3 * GRID_BYTES + 100;
  const slice = (n: number, more: Partial<SliceMemory> = {}): SliceMemory => ({
    start: n * GRID_BYTES,
    end: Math.min(old, (n + 1) * GRID_BYTES),
    done: true,
    atSourceEnd: false,
    ...more,
  });
  const kept = (slices: SliceMemory[], newSize: number) =>
    [...keptStarts(slices, old, newSize)].map((at) => at / GRID_BYTES);
  assert.deepEqual(kept([slice(0), slice(1), slice(2), slice(3)], old), [0, 1, 2, 3], "unchanged");
  // Slice 2 ends within sight of the old end: a separator there was judged with half its view.
  assert.deepEqual(kept([slice(0), slice(1), slice(2), slice(3)], old + 1), [0, 1]);
  assert.deepEqual(kept([slice(0, { done: false }), slice(1, { atSourceEnd: true })], old + 1), []);
  assert.deepEqual(kept([{ start: 5, end: GRID_BYTES, done: true, atSourceEnd: false }], old + 1), [], "another grid");
});

test("plan: same, unfinished, rewritten", async () => {
  const big = letter("big", textOf(1.2 * GRID_BYTES));
  await withFiles({ box: mboxOf([letter("1"), big, letter("2")]) }, async (root) => {
    const path = join(root, "box");
    const { memory, source } = await readAndRemember(path);
    const stateFor = async (changed: PlanMemory, now: Source = source) => {
      const plan = await reader.plan(now, changed);
      return [plan.state, (await Array.fromAsync(plan.slices)).length];
    };
    assert.deepEqual(await stateFor(memory), ["same", 0]);
    assert.deepEqual(await stateFor({ ...memory, slices: memory.slices.slice(0, 1) }), ["grown", 1]);
    assert.deepEqual(await stateFor({ ...memory, slices: [] }), ["new", 2]);
    const { mtimeMs } = source;
    writeFileSync(path, mboxOf([letter("9"), big, letter("2")]));
    utimesSync(path, mtimeMs / 1000, mtimeMs / 1000);
    assert.deepEqual(await stateFor(memory, { ...source, mtimeMs: Math.trunc(statSync(path).mtimeMs) }), [
      "changed",
      2,
    ]);
  });
});

test("Maildir: only new and renamed files are read again", async () => {
  const files = {
    "m/cur/1:2,": letter("1"),
    "m/cur/2:2,S": letter("2"),
    "m/new/3": letter("3"),
    "m/tmp/9": letter("9"),
  };
  await withFiles(files, async (root) => {
    const path = join(root, "m");
    const { memory } = await readAndRemember(path);
    renameSync(join(path, "new/3"), join(path, "cur/3:2,"));
    renameSync(join(path, "cur/1:2,"), join(path, "cur/1:2,RS"));
    writeFileSync(join(path, "new/4"), letter("4"));
    const again = await readAll([path], new Map([[path, memory]]));
    assert.deepEqual(
      again.messages.map(({ key, location }) => [key, flagsOf(location.marks)]),
      [
        ["1", ["\\Answered", "\\Seen"]],
        ["3", []],
        ["4", []],
      ],
    );
  });
});

test("Maildir: a message that moved between plan and reading is found under its new name, a lost one is named", async () => {
  await withFiles({ "m/cur/3:2,": letter("3"), "m/new/1": letter("1"), "m/new/2": letter("2") }, async (root) => {
    const path = join(root, "m");
    const reading: Reading = { sources: [], slices: [], messages: [], notCovered: [] };
    const source: Source = { path, kind: "maildir", size: 0, mtimeMs: 0, folder: "m" };
    const slices = await Array.fromAsync((await reader.plan(source, NO_MEMORY)).slices);
    renameSync(join(path, "new/1"), join(path, "cur/1:2,S"));
    rmSync(join(path, "new/2"));
    for (const slice of slices) await readInto(reading, reader, slice);
    assert.deepEqual(
      reading.messages.map(({ key, location }) => [key, flagsOf(location.marks)]),
      [
        ["3", []],
        ["1", ["\\Seen"]],
      ],
    );
    assert.deepEqual(
      reading.notCovered.map(({ code }) => code),
      ["not-found"],
    );
  });
});

test("folder: slices of 256 files, known files left out", async () => {
  const files = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`d/${1000 + i}.eml`, letter(String(i))]));
  await withFiles(files, async (root) => {
    const path = join(root, "d");
    const { reading, memory } = await readAndRemember(path);
    assert.deepEqual(
      reading.slices.map((slice) => slice.files.length),
      [256, 256, 88],
    );
    assert.equal(reading.messages.length, 600);
    writeFileSync(join(path, "1005.eml"), letter("other text"));
    const again = await readAll([path], new Map([[path, memory]]));
    assert.deepEqual(
      again.messages.map(({ key }) => key),
      ["1005.eml"],
    );
  });
});

test("an mbox that became shorter since it was planned says so and yields what is left", async () => {
  await withFiles({ box: mboxOf([letter("1"), letter("2")]) }, async (root) => {
    const path = join(root, "box");
    const { source } = await readAndRemember(path);
    const slices = await Array.fromAsync((await reader.plan(source, NO_MEMORY)).slices);
    writeFileSync(path, mboxOf([letter("1")]));
    const reading: Reading = { sources: [], slices: [], messages: [], notCovered: [] };
    for (const slice of slices) await readInto(reading, reader, slice);
    assert.equal(reading.messages.length, 1);
    assert.deepEqual(reading.messages[0]?.problems, [{ code: "source.changed" }]);
    assert.deepEqual(
      reading.notCovered.map(({ code }) => code),
      ["changed", "changed"],
    );
  });
});
