/** Facts about persons and lures on real mail: they must part phishing from clean mail by what it says, whatever its year. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { signalFacts } from "../../tools/signal-facts.ts";
import { mailSets, messagesOf } from "../../tools/signal-sets.ts";

/** Of each set: enough for a rate, few enough for a test. */
const EVERY = 24;

const rates = new Map<string, ReadonlyMap<string, number>>();

before(() => {
  for (const set of mailSets) {
    const counts = new Map<string, number>();
    let messages = 0;
    let seen = 0;
    for (const { bytes } of messagesOf(set)) {
      if (seen++ % EVERY !== 0) continue;
      messages += 1;
      for (const fact of signalFacts(bytes)) counts.set(fact, (counts.get(fact) ?? 0) + 1);
    }
    if (messages >= 10) rates.set(set.name, new Map([...counts].map(([fact, count]) => [fact, count / messages])));
  }
});

const rate = (set: string, fact: string): number => rates.get(set)?.get(fact) ?? 0;

describe("facts on real mail", () => {
  test("dense lures are half of phishing and hardly any clean mail", (t) => {
    if (!rates.has("phishing-pot")) return t.skip("no corpus beside the project");
    assert.ok(rate("phishing-pot", "lure-density:0.02") > 0.35);
    for (const set of ["easy-ham", "enron", "list-mail"]) assert.ok(rate(set, "lure-density:0.02") <= 0.01, set);
  });

  test("a firm's name at another domain is phishing's, not clean mail's", (t) => {
    if (!rates.has("phishing-pot")) return t.skip("no corpus beside the project");
    const kinds = ["finance", "parcel", "shop", "technology", "mail-provider", "government"].map(
      (kind) => `name-kind:${kind}`,
    );
    assert.ok(kinds.reduce((sum, kind) => sum + rate("phishing-pot", kind), 0) > 0.15);
    for (const set of ["easy-ham", "enron", "list-mail"]) {
      for (const kind of kinds) assert.ok(rate(set, kind) <= 0.005, `${kind} in ${set}`);
    }
  });
});
