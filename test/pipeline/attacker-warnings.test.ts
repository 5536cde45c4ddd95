/** LK-15: who was warned of state attackers is told beside the answer, and never makes it a YES. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { MessageRecord } from "../../src/case/record.ts";
import { answerOf } from "../../src/pipeline/answer.ts";
import { judge } from "../../src/pipeline/judge.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { INBOX, itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { conditions } from "../support/conditions.ts";
import { type RecordWish, recordOf, shaOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = temporaryFolder();
after(() => rmSync(root, { recursive: true }));

let cases = 0;
async function answered(records: readonly MessageRecord[]) {
  const store = must(await openCase(join(root, String(cases++)), { mode: "write", registrableDomain }));
  try {
    must(await store.saveSettings({ owners: ["anna@office.example"] }));
    const items = records.map((record, index) => itemOf(record, index));
    await readSource(store, INBOX, items);
    must(await judge(store, conditions));
    return (await answerOf(store, 0)).answer;
  } finally {
    await store.close();
  }
}

const subject = "Government-backed attackers may be trying to steal your password";
const passed = ["spf", "dkim", "dmarc"].map((method) => ({
  ...{ authservId: "mx.office.example", method, result: "pass", domain: "accounts.google.com", position: 0 },
}));

function warning(name: string, wish: Partial<RecordWish>): MessageRecord {
  const from = [{ name: "Google", address: "no-reply@accounts.google.com" }];
  return recordOf({ name, to: ["anna@office.example"], on: "2021-03-01", subject, claims: { from }, ...wish });
}

describe("warnings about state attackers", () => {
  test("who was warned, by whom, when; verified ones first; the answer stays NO", async () => {
    const answer = await answered([
      warning("unheard", { on: "2020-01-01", to: ["other@office.example"] }),
      warning("real", { auth: passed }),
      recordOf({ name: "plain", on: "2021-01-01" }),
    ]);
    assert.equal(answer.answer, "no");
    assert.deepEqual(
      {
        ...answer.attackerWarnings,
        listed: answer.attackerWarnings.listed.map((one) => ({ ...one, date: one.date?.slice(0, 10) })),
      },
      {
        total: 2,
        listed: [
          {
            sha256: shaOf("real"),
            provider: "Google",
            to: ["anna@office.example"],
            date: "2021-03-01",
            verified: true,
          },
          {
            sha256: shaOf("unheard"),
            provider: "Google",
            to: ["other@office.example"],
            date: "2020-01-01",
            verified: false,
          },
        ],
      },
    );
  });

  test("a forged one and news about such warnings are none", async () => {
    const forged = warning("forged", { auth: passed.map((one) => ({ ...one, result: "fail" })) });
    const news = recordOf({ name: "news", subject, on: "2021-03-01" });
    assert.deepEqual((await answered([forged, news])).attackerWarnings, { total: 0, listed: [] });
  });

  test("a flood that nobody vouches for hides no verified one", async () => {
    const flood = Array.from({ length: 50 }, (_, n) => warning(`flood ${n}`, { on: "2019-01-01" }));
    const { total, listed } = (await answered([...flood, warning("real", { auth: passed })])).attackerWarnings;
    assert.deepEqual([total, listed.length, listed[0]?.sha256], [51, 21, shaOf("real")]);
  });
});
