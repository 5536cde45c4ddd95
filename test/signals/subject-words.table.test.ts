import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { confirmsSubscription, policyTopic } from "../../src/signals/subject-words.ts";

describe("subjects", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [subject: string, confirms: boolean, topic: string | null])[] = [
    ["Please confirm your subscription",              true,  null],
    ["Bitte Anmeldung bestätigen",                    true,  null],
    ["Подтвердите подписку",                          true,  null],
    ["Your order is confirmed",                       false, null],
    ["New sanctions: what members should know",       false, "sanctions"],
    ["Statement on HUMAN RIGHTS",                     false, "HUMAN RIGHTS"],
    ["Elections: who counts",                         false, "Elections"],
    ["ООН: права человека",                           false, "права человека"],
    ["人权问题",                                        false, "人权"],
    // Shops say these too.
    ["All rights reserved",                           false, null],
    ["A fine selection of shoes",                     false, null],
    ["Our peace-of-mind policy",                      false, null],
    ["",                                              false, null],
  ];
  for (const [subject, confirms, topic] of cases) {
    test(JSON.stringify(subject), () =>
      assert.deepEqual([confirmsSubscription(subject), policyTopic(subject)], [confirms, topic]),
    );
  }
});
