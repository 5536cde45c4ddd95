/** The fuzzer's own promises: runs can be repeated, hangs and deaths are blamed right, finds are made small. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { minimise } from "../../fuzz/minimise.ts";
import { mutate } from "../../fuzz/mutate.ts";
import { mutateBytes } from "../../fuzz/mutate-bytes.ts";
import { bytesOfRun, findIn } from "../../fuzz/run.ts";
import { fuzz } from "../../fuzz/seats.ts";
import { createRandom } from "../../src/demo/random.ts";
import { FAULT } from "./fuzz-fault-worker.ts";

const made = [
  "From: ada@example.org\r\n\r\nGood morning.\r\n",
  "To: bo@example.net\r\nContent-Type: x/y\r\n\r\n--b\r\nx",
];

test("a run is worked out from seed and number alone", () => {
  const sources = { made, corpus: [], containers: [{ name: "a.rtf", bytes: Buffer.from("{\\rtf1 text}") }] };
  const runs = Array.from({ length: 300 }, (_, run) => bytesOfRun(sources, "s", run));
  assert.ok(runs.every((bytes, run) => bytes.equals(bytesOfRun(sources, "s", run))));
  assert.ok(new Set(runs.map((bytes) => bytes.toString("latin1"))).size > 250);
});

test("edits take any text, and none grows without bound", () => {
  for (let run = 0; run < 2_000; run++) {
    const text = run % 3 === 0 ? "" : "x\r\n".repeat(run % 50);
    assert.ok(mutate(text, createRandom(`edits/${run}`), () => made[run % 2] ?? "").length <= 48 * 1024);
  }
});

test("edits of bytes take any file", () => {
  for (let run = 0; run < 3_000; run++) {
    const original = Buffer.alloc(run % 700, run);
    assert.ok(mutateBytes(original, createRandom(`bytes/${run}`)).length <= original.length + 8 * 512);
    assert.ok(
      original.every((byte) => byte === run % 256),
      "the original stays",
    );
  }
});

test("mail of every kind breaks nothing", () => {
  for (const text of made) assert.equal(findIn(Buffer.from(text), true), null);
});

test("a find is made as small as it can be", () => {
  const bytes = Buffer.from(`${"line\r\n".repeat(500)}xx!yy?zz${"line\r\n".repeat(500)}`);
  const isSame = (candidate: Buffer) => candidate.includes("!") && candidate.includes("?");
  assert.equal(minimise(bytes, isSame).toString(), "!?");
});

test("the run that hangs and the run that ends its worker are blamed, all others are run", async () => {
  const suspects: (readonly [run: number, what: string])[] = [];
  const finds: number[] = [];
  const plan = { seed: "s", withCorpus: false, workers: 2, runs: 1_000, msMax: null, runMsMax: 300 };
  const totals = await fuzz(
    { ...plan, entry: new URL("./fuzz-fault-worker.ts", import.meta.url) },
    {
      onFound: ({ run }) => finds.push(run),
      onSuspect: (run, what) => suspects.push([run, what]),
      onProgress: () => {},
    },
  );
  assert.deepEqual(suspects, [
    [FAULT.HANG, "hang"],
    [FAULT.DEATH, "death"],
  ]);
  assert.deepEqual(finds, [FAULT.FIND]);
  assert.equal(totals.runs, plan.runs);
});
