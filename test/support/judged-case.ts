/** Judges a small case of invented records, as the program does: written to a store, learned, compared, judged. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Judgement } from "../../src/case/judgement.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { judge } from "../../src/pipeline/judge.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { conditions } from "./conditions.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const SOURCE = { path: "/mail/all.mbox", kind: "mbox", size: 900, mtimeMs: 1, folder: "Inbox" } as const;

/** By hash. */
export async function judgedCase(
  records: readonly MessageRecord[],
  owners: readonly string[],
): Promise<ReadonlyMap<string, Judgement>> {
  const folder = temporaryFolder();
  try {
    const store = must(await openCase(join(folder, "case"), { mode: "write", registrableDomain }));
    must(await store.saveSettings({ owners }));
    const items = records.map((record, index) => itemOf(record, index));
    await readSource(store, SOURCE, items);
    must(await judge(store, conditions));
    const judged = new Map<string, Judgement>();
    for await (const { record, judgement } of store.messages({})) {
      if (judgement !== null) judged.set(record.sha256, judgement);
    }
    await store.close();
    return judged;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
