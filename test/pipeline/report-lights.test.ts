/** A report is handed on: nothing of a document that may not go out stands on a campaign's page, and no quote beside a campaign names a person. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import type { LedgerDocument } from "../../src/case/ledger.ts";
import type { Level } from "../../src/ledger/stix-out/traffic-lights.ts";
import { reportModel } from "../../src/pipeline/report-model.ts";
import type { ReportModel } from "../../src/report/model.ts";
import { must } from "../store/fixtures.ts";
import { ledgerDocument, party, said } from "../support/ledger.ts";
import { luredOffice } from "../support/lured-office.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const ABOUT = { toolVersion: "0", caseFolder: "c", generatedAt: "2031-01-01T00:00:00Z" };

function article(name: string, tlp: string, words: string): LedgerDocument {
  const by = [party("Northern Centre", "agency", "NO")];
  const document = ledgerDocument(name, [said("charge", { by, against: [party("Paper Crane", "group")], words })], {
    tlp,
  });
  const quote = { start: 0, end: words.length, text: words, page: 0, line: 1 };
  const traits = [{ sign: { kind: "opening" } as const, says: "opening was enough", quote }];
  return { ...document, profile: { source: name, sha256: document.sha256, traits, beyondMail: [] } };
}

async function modelOf(documents: readonly LedgerDocument[], light: Level | null): Promise<ReportModel> {
  const store = await luredOffice(join(home, `case ${light}`));
  must(await store.keepDocuments(documents.map((document) => ({ document, bytes: Buffer.from(document.title) }))));
  const model = await reportModel(store, ABOUT, { shippedRecord: [], light });
  await store.close();
  return model;
}

const GIVEN = [
  article("open", "TLP:GREEN", "Opening the mail of Ada Quillfeather was enough."),
  article("closed", "TLP:RED", "Redcanary words that must not go out."),
];

test("by itself a report leaves TLP:RED out of campaigns' pages as well, and masks names in what they quote", async () => {
  const model = await modelOf(GIVEN, null);
  assert.equal(model.lights?.leftOut, 1);
  assert.ok(
    (model.pages ?? []).some(({ descriptions }) => (descriptions ?? []).length === 1),
    "one is compared",
  );
  assert.doesNotMatch(JSON.stringify(model), /Redcanary|Quillfeather/);
});

test("asked for, it is there", async () => {
  assert.match(JSON.stringify((await modelOf(GIVEN, "RED")).pages), /Redcanary/);
});
