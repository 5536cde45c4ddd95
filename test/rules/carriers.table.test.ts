/** The rules on carriers and on programs in mail, on their test messages: each `match-…` gives a finding of its rule, no `clear-…` does. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Sha256 } from "../../src/base/brand.ts";
import { shippedRules } from "../../src/cli/shipped-rules.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import { RuleDesk } from "../../src/rules/rule-desk.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { carrierMessages } from "../../tools/carrier-messages.ts";

/** The packs whose messages are looked at here. */
const OURS = /^(?:malware|webmail|approach)\./;

const folder = fileURLToPath(new URL("../../rules/tests/", import.meta.url));
const desk = new RuleDesk(
  shippedRules().filter(({ rule }) => OURS.test(rule.id)),
  mailSchema,
);
const finder = createTokenFinder();

/** What stays open until all mail is known counts as said: whether the sender is a stranger is not these messages' subject. */
function said(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex") as Sha256;
  const location = { path: "m.eml", offset: 0, length: bytes.length, folder: "", marks: [] };
  const kept = { bytes, size: bytes.length, sha256, fidelity: "original", outlook: null } as const;
  const raw = { ...kept, key: "0", location, problems: [], atSourceEnd: false };
  const { record } = analyse(raw, { owners: [], finder, desk });
  return (record.rules?.answers ?? []).map(({ rule }) => rule);
}

const messages = readdirSync(folder)
  .filter((rule) => OURS.test(rule))
  .flatMap((rule) =>
    readdirSync(`${folder}${rule}`).map((name) => ({
      rule,
      name,
      text: readFileSync(`${folder}${rule}/${name}`, "utf8"),
    })),
  );

/** Those with mailboxes ask what was there before: packs.test.ts has them. */
const withMailboxes = new Set(messages.filter(({ name }) => name.endsWith(".mbox")).map(({ rule }) => rule));

describe("messages of the rules", () => {
  for (const { rule, name, text } of messages.filter((one) => !withMailboxes.has(one.rule))) {
    test(`${rule}: ${name}`, () => assert.equal(said(text).includes(rule), name.startsWith("match-")));
  }
});

test("each rule has a message that matches and two that do not", () => {
  for (const { rule } of shippedRules()) {
    if (!OURS.test(rule.id)) continue;
    const names = messages.filter((one) => one.rule === rule.id).map(({ name }) => name);
    assert.ok(
      names.some((name) => name.startsWith("match-")),
      rule.id,
    );
    assert.ok(names.filter((name) => name.startsWith("clear-")).length >= 2, rule.id);
  }
});

test("the files in rules/tests are as tools/write-carrier-messages.ts writes them", () => {
  for (const { rule, name, text } of carrierMessages) {
    const path = `${folder}${rule}/${name}.eml`;
    assert.ok(existsSync(path), path);
    assert.equal(readFileSync(path, "utf8"), text, path);
    assert.equal(readdirSync(`${folder}${rule}`).length, carrierMessages.filter((one) => one.rule === rule).length);
  }
});
