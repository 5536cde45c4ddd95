/** A writer that is killed leaves a valid case of whole batches, and no lock. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { dumpCase } from "../../src/store/sqlite/dump.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { collect, must, saveJudgements } from "./fixtures.ts";
import { applyAll, BATCH_ITEMS } from "./kill-writer.ts";
import { registrableDomain } from "./registrable-domain.ts";

const WRITER = fileURLToPath(new URL("./kill-writer.ts", import.meta.url));

describe("a writer that is killed", () => {
  let root: string;
  before(() => {
    root = temporaryFolder();
  });
  after(() => rmSync(root, { recursive: true }));

  /** Starts a writer on the folder and waits until it has applied `batches` of its endless batches. */
  async function startWriter(folder: string, batches: number): Promise<ChildProcess> {
    const words = ["--disable-warning=ExperimentalWarning", WRITER, folder];
    const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
    const exited = once(child, "exit");
    const lines = createInterface({ input: child.stdout });
    let seen = 0;
    for await (const _ of lines) if (++seen === batches) return child;
    throw new Error(`the writer ended after ${seen} batches: ${await exited}`);
  }

  async function kill(child: ChildProcess): Promise<void> {
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }

  for (const batches of [1, 2, 7, 23]) {
    test(`after ${batches} batches: whole batches, no lock, and a resumed run ends as an unbroken one`, async () => {
      const folder = join(root, `killed-${batches}`);
      const child = await startWriter(folder, batches);
      const busy = await openCase(folder, { mode: "write", registrableDomain });
      assert.equal(!busy.ok && busy.error.code, "busy");
      const reader = must(await openCase(folder, { mode: "read" }));
      const during = (await reader.counts()).messages;
      assert.ok(
        during >= batches * BATCH_ITEMS && during % BATCH_ITEMS === 0,
        `${during} messages seen beside the writer`,
      );
      await kill(child);
      assert.ok((await reader.counts()).messages >= during);
      await reader.close();

      const store = must(await openCase(folder, { mode: "write", registrableDomain }));
      const messages = (await collect(store.messages({}))).length;
      assert.ok(messages >= batches * BATCH_ITEMS && messages % BATCH_ITEMS === 0, `${messages} messages`);
      const slices = (await store.memory({ path: "/mail/k.mbox", kind: "mbox", size: 1, mtimeMs: 1, folder: "k" }))
        .slices;
      assert.equal(slices.length * BATCH_ITEMS, messages, "each batch has its progress");
      const { unfinishedSources, judged } = await store.counts();
      assert.deepEqual([unfinishedSources, judged], [1, false], "the case says that it is unfinished");
      await applyAll(store, 60);
      must(await saveJudgements(store, []));
      await store.close();

      const unbroken = join(root, `unbroken-${batches}`);
      const other = must(await openCase(unbroken, { mode: "write", registrableDomain }));
      await applyAll(other, 60);
      must(await saveJudgements(other, []));
      await other.close();
      if (messages <= 60 * BATCH_ITEMS) assert.equal(await dumpCase(folder), await dumpCase(unbroken));
    });
  }
});
