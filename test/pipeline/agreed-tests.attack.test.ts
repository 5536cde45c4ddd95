/** Phishing tests that the organisation agreed to are told apart; whoever plays one is found as ever. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { AuthResultRecord, MessageRecord } from "../../src/case/record.ts";
import { AGREED_RULE, AgreedTests } from "../../src/pipeline/agreed-tests.ts";
import { judge } from "../../src/pipeline/judge.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import type { Conditions } from "../../src/verdict/conditions.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { recordOf, shaOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const OWN = "mx.office.example";

function result(method: string, domain: string, wish: Partial<AuthResultRecord> = {}): AuthResultRecord {
  return { authservId: OWN, method, result: "pass", domain, position: 0, ...wish };
}

describe("what proves a test", () => {
  const checked = (outcome: string) => [{ kind: "dkim", outcome, domain: "drill.example", why: "" }] as const;
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, wish: Partial<Pick<MessageRecord, "auth" | "checks">>, proven: boolean])[] = [
    ["nothing: From alone is anybody's",              {},                                                                   false],
    ["its signature passed at the own server",        { auth: [result("dkim", "drill.example")] },                          true],
    ["below the domain",                              { auth: [result("spf", "bounce.drill.example")] },                    true],
    ["a domain that only ends alike",                 { auth: [result("dkim", "mydrill.example")] },                        false],
    ["it failed",                                     { auth: [result("dkim", "drill.example", { result: "fail" })] },      false],
    ["a result of a server that is not ours",         { auth: [result("dkim", "drill.example", { authservId: "mx.spy.example" })] }, false],
    ["one that the sender wrote below ours",          { auth: [result("spf", "spy.example"), result("dkim", "drill.example", { position: 1 })] }, false],
    ["what ARC says",                                 { auth: [result("arc-dkim", "drill.example")] },                      false],
    ["Received-SPF",                                  { auth: [result("received-spf", "drill.example")] },                  false],
    ["our own check of its signature",                { checks: checked("verified") },                                      true],
    ["a check without its key",                       { checks: checked("key-unknown") },                                   false],
  ];
  for (const [what, wish, proven] of cases) {
    test(`${what}: ${proven ? "proven" : "not proven"}`, () => {
      const found = new AgreedTests(["drill.example"], [OWN]).domainOf({ auth: [], ...wish });
      assert.equal(found, proven ? "drill.example" : null);
    });
  }

  test("where no own server is named, no result counts: the topmost may be the sender's", () => {
    assert.equal(new AgreedTests(["drill.example"], []).domainOf({ auth: [result("dkim", "drill.example")] }), null);
  });
});

/** All from the desk is of interest, whoever sent it. */
const conditions = {
  conclude: () => {
    const finding = { rule: "form.password", title: "Asks", severity: "medium", about: "targeting" };
    const more = { techniques: [], reasons: ["it asks"], undetermined: [], spans: [] };
    const about = {
      trackingClass: "unexplained",
      classReasons: ["so"],
      verdict: "suspicious",
      targeting: "suspicious",
    };
    return { ...about, findings: [{ ...finding, ...more }], undecided: { rules: 0, missing: [] } };
  },
} as unknown as Conditions;

function drill(name: string, auth: readonly AuthResultRecord[]): MessageRecord {
  return recordOf({ name, from: "desk@drill.example", on: "2021-01-20", received: true, auth });
}

test("a case: real tests are counted apart and in no campaign, the one that plays them makes the answer", async () => {
  const store = must(await openCase(join(home, "case"), { mode: "write", registrableDomain }));
  const settings = { owners: ["reader@office.example"], boundary: [OWN], simulation: ["drill.example"] };
  must(await store.saveSettings(settings));
  assert.deepEqual(await store.settings(), settings);
  const passed = [result("dkim", "drill.example")];
  const records = [
    drill("one", passed),
    drill("two", passed),
    drill("played", [result("dkim", "drill.example", { result: "fail" })]),
  ];
  await readSource(
    store,
    { path: "/mail/all.mbox", kind: "mbox", size: 900, mtimeMs: 1, folder: "" },
    records.map((record, index) => itemOf(record, index, {})),
  );
  must(await judge(store, conditions));
  assert.deepEqual(await store.targeted(), { hostile: 0, suspicious: 1, loose: [shaOf("played")], agreedTests: 2 });
  assert.deepEqual(await store.campaigns(), []);
  const one = (await store.message(shaOf("one")))?.judgement;
  assert.deepEqual([one?.verdict, one?.targeting], ["tracked", "tracked"]);
  assert.deepEqual(
    one?.findings.map(({ rule, severity }) => [rule, severity]),
    [
      [AGREED_RULE, "info"],
      ["form.password", "info"],
    ],
  );
  await store.close();
});
