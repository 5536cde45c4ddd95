/** What rules ask for beside the message's own text, read off them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { needsOf } from "../../src/mdm/needs.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import { compileRule } from "../../src/mql/check.ts";
import { patternError } from "../../src/mql/patterns.ts";
import { capabilityWords } from "../../src/report/capability-words.ts";

const rows: readonly (readonly [source: string, needs: readonly string[]])[] = [
  ['subject.subject == "x"', []],
  ["sender.email.domain.root_domain in $free_email_providers", []],
  ["type.inbound", ["list.org"]],
  ["sender.email.email in $recipient_emails", ["list.history"]],
  ["profile.by_sender().solicited", ["profile"]],
  ['any(ml.nlu_classifier(body.current_thread.text).intents, .name == "bec")', ["nlu"]],
  ['any(attachments, any(file.explode(.), any(.flavors.yara, . == "x")))', ["explode", "flavors"]],
  ["not any(attachments, any(file.explode(.), strings.ilike(.scan.ocr.raw, 'a*')))", ["explode", "ocr"]],
  ["network.whois(sender.email.domain).days_old < 10 or type.inbound", ["list.org", "whois"]],
];

for (const [source, needs] of rows) {
  test(source, () => {
    const { checked, problems } = compileRule(source, {
      schema: mailSchema,
      problemOf: patternError,
      wanted: "condition",
    });
    assert.ok(checked !== null, JSON.stringify(problems));
    assert.deepEqual(needsOf(checked), needs);
  });
}

test("every need has words", () => {
  for (const [, needs] of rows) for (const need of needs) assert.notEqual(capabilityWords(need), need);
});
