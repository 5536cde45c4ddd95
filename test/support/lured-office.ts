/** A case of three messages: one lure with a hidden load of its reader's own to each of three people of an office, a day apart; judged. */

import { judge } from "../../src/pipeline/judge.ts";
import type { CaseStore } from "../../src/ports/store.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { conditions } from "./conditions.ts";
import { pixel, recordOf } from "./record.ts";

const SOURCE = { path: "/mail/all.mbox", kind: "mbox", size: 900, mtimeMs: 1, folder: "Inbox" } as const;
const READERS = ["ada", "ben", "cyd"];

/** Whoever asks for it closes it. */
export async function luredOffice(folder: string): Promise<CaseStore> {
  const store = must(await openCase(folder, { mode: "write", registrableDomain }));
  const records = READERS.map((name, index) =>
    recordOf({
      name,
      from: "desk@daily.example",
      to: [`${name}@office.example`],
      on: `2021-02-0${index + 1}`,
      loads: [pixel(`https://img.daily.example/p/${name}7f3a9c21d4e8b06${index}.gif`)],
      content: { newsPersona: "daily", textPrint: "print" },
    }),
  );
  must(await store.saveSettings({ owners: READERS.map((name) => `${name}@office.example`) }));
  await readSource(
    store,
    SOURCE,
    records.map((record, index) => itemOf(record, index)),
  );
  must(await judge(store, conditions));
  return store;
}
