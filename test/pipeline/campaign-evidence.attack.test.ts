/** What a campaign's sender forges does not change what the campaign is weighed by. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Campaign } from "../../src/case/judgement.ts";
import type { AuthResultRecord } from "../../src/case/record.ts";
import { campaignEvidence } from "../../src/pipeline/campaign-evidence.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { recordOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const OWN = "mx.office.example";

function result(authservId: string, wish: Partial<AuthResultRecord> = {}): AuthResultRecord {
  return { authservId, method: "dmarc", result: "pass", domain: "news.example", position: 0, ...wish };
}

test("results that no own server wrote, and the owner's own address in From, count for nothing", async () => {
  const store = must(await openCase(join(home, "case"), { mode: "write", registrableDomain }));
  const about = { on: "2021-01-20", received: true } as const;
  const records = [
    recordOf({ name: "forged result", from: "a@news.example", auth: [result("mx.spy.example")], ...about }),
    recordOf({
      name: "for another domain",
      from: "b@news.example",
      auth: [result(OWN, { domain: "spy.example" })],
      ...about,
    }),
    recordOf({ name: "passed", from: "c@news.example", auth: [result(OWN)], ...about }),
    recordOf({
      name: "plays the owner",
      from: "reader@office.example",
      auth: [result(OWN, { result: "fail" })],
      ...about,
    }),
  ];
  const source = { path: "/mail/all.mbox", kind: "mbox", size: 900, mtimeMs: 1, folder: "" } as const;
  await readSource(
    store,
    source,
    records.map((record, index) => itemOf(record, index, {})),
  );
  const campaign = { messages: records.map(({ sha256 }) => sha256), people: [] } as unknown as Campaign;
  const owner = { owners: new Set(["reader@office.example"]), servers: [OWN] };
  const world = { people: [], owner, warnings: [], intel: { groups: [], matches: [] }, events: null };
  const { evidence } = await campaignEvidence(store, campaign, world);
  assert.deepEqual([evidence.messages, evidence.aligned, evidence.failed], [4, 1, 2]);
  await store.close();
});
