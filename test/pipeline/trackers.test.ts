/** `loads`: every tracked load is counted once, for who learns of it, apart by class. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { LoadRecord } from "../../src/case/record.ts";
import { trackersOf } from "../../src/pipeline/trackers.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { INBOX, itemOf, judgementOf, must, readSource, saveJudgements } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { pixel, recordOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const likely = { kind: "likely", value: "x", detail: "opaque", address: null } as const;
const none = { kind: "none", value: "", detail: "", address: null } as const;

const hidden = (domain: string, more: Partial<LoadRecord> = {}) =>
  pixel(`https://t.${domain}/o.gif?u=abcdefghijkl`, more);

/** One message of a year with its loads. */
const mail = (name: string, year: number, loads: readonly LoadRecord[]) =>
  itemOf(recordOf({ name, on: `${year}-06-01`, loads }), Number.parseInt(name, 36) * 1000);

describe("trackersOf", () => {
  const root = temporaryFolder();
  after(() => rmSync(root, { recursive: true }));

  test("by service where commercial, by domain where not; what tells nobody apart is none", async () => {
    const store = must(await openCase(join(root, "case"), { mode: "write", registrableDomain }));
    const items = [
      mail("a", 2019, [hidden("one.example"), hidden("two.example")]),
      mail("b", 2021, [hidden("three.example")]),
      mail("c", 2021, [hidden("one.example"), hidden("one.example", { hidden: false, token: none })]),
      mail("d", 2022, [hidden("covert.example", { token: { ...likely, kind: "decoded" } })]),
      mail("e", 2022, [hidden("clicked.example", { fires: "click" })]),
      mail("f", 2022, [hidden("clear.example")]),
    ];
    await readSource(store, INBOX, items);
    const service = { trackingClass: "commercial", service: "Courier Service" } as const;
    const proof = { load: 0, token: { ...likely, kind: "proven" } } as const;
    must(
      await saveJudgements(store, [
        judgementOf("a", service),
        judgementOf("b", { ...service, tokens: [proof] }),
        judgementOf("c", { trackingClass: "unexplained" }),
        judgementOf("d", { trackingClass: "covert", service: "Courier Service" }),
        judgementOf("e", { trackingClass: "unexplained" }),
        judgementOf("f"),
      ]),
    );
    const rows = (await trackersOf(store)).map(({ name, trackingClass, messages, loads, tokens, years }) =>
      [
        trackingClass,
        name,
        messages,
        loads,
        `${tokens.decoded} ${tokens.proven} ${tokens.likely}`,
        years.map(({ year }) => year).join(" "),
      ].join(" | "),
    );
    assert.deepEqual(rows, [
      "covert | covert.example | 1 | 1 | 1 0 0 | 2022",
      "unexplained | one.example | 1 | 1 | 0 0 1 | 2021",
      "commercial | Courier Service | 2 | 3 | 0 1 2 | 2019 2021",
    ]);
    const covert = await trackersOf(store, { classes: ["covert"] });
    assert.deepEqual(
      covert.map(({ name }) => name),
      ["covert.example"],
    );
    await store.close();
  });
});
