/** What a document describes is shown beside a campaign and changes nothing else: not the answer, no verdict, no attribution. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import type { HuntingProfile, TraitSign } from "../../src/case/hunting-profile.ts";
import { answerOf } from "../../src/pipeline/answer.ts";
import { assessCampaigns } from "../../src/pipeline/assess-campaigns.ts";
import { describeCampaigns } from "../../src/pipeline/describe-campaigns.ts";
import type { CaseStore } from "../../src/ports/store.ts";
import { must } from "../store/fixtures.ts";
import { ledgerDocument } from "../support/ledger.ts";
import { luredOffice } from "../support/lured-office.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const sign: fc.Arbitrary<TraitSign> = fc.oneof(
  fc.constantFrom<TraitSign>({ kind: "opening" }, { kind: "bulk-service" }, { kind: "personal-accounts" }),
  fc.constantFrom("T1598.003", "T1566", "T1534").map((id): TraitSign => ({ kind: "technique", id })),
  fc
    .constantFrom("news", "invitation", "login", "document", "appeal")
    .map((lure): TraitSign => ({ kind: "lure", lure: lure as "news" })),
  fc
    .constantFrom("legislature", "journalism")
    .map((walk): TraitSign => ({ kind: "target", walk: walk as "journalism" })),
);
const quote = { start: 0, end: 4, text: "They", page: 0, line: 1 };

function profileOf(signs: readonly TraitSign[], sha256: string): HuntingProfile {
  return {
    source: "article.txt",
    sha256,
    traits: signs.map((one) => ({ sign: one, says: "so", quote })),
    beyondMail: [],
  };
}

async function seen(store: CaseStore) {
  const { descriptions: _, ...full } = await answerOf(store, 0);
  const verdicts: unknown[] = [];
  for await (const { record, judgement } of store.messages({})) verdicts.push([record.sha256, judgement]);
  const assessed = await assessCampaigns(store, await store.campaigns());
  return { full, verdicts, attribution: assessed.map(({ assessment }) => assessment) };
}

test("with any description or none: one answer, the same verdicts, the same attribution", async () => {
  const store = await luredOffice(join(home, "case"));
  const before = await seen(store);
  assert.ok(before.full.campaigns.length + before.full.loose.length > 0, "the case has something to describe");
  await fc.assert(
    fc.asyncProperty(fc.array(sign, { minLength: 1, maxLength: 12 }), fc.nat(), async (signs, nth) => {
      const document = ledgerDocument(`article ${nth}`);
      const profile = profileOf(signs, document.sha256);
      must(await store.keepDocuments([{ document: { ...document, profile }, bytes: Buffer.from(`article ${nth}`) }]));
      assert.deepEqual(await seen(store), before);
      const described = await describeCampaigns(store);
      assert.ok(described.size > 0);
      for (const all of described.values()) for (const one of all) assert.ok(one.othersAsGood < one.compared);
    }),
    { numRuns: 25 },
  );
  await store.close();
});
