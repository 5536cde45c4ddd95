/** What is said of rules that were not asked or not decided, and of packs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_RULES, type RuleCoverage } from "../../src/case/answer.ts";
import { packsWords, ruleGapSentences } from "../../src/report/rule-words.ts";

const said = (rules: Partial<RuleCoverage>) => ruleGapSentences({ rules: { ...NO_RULES, ...rules } });
const missing = (...names: readonly string[]) => names.map((capability) => ({ capability, messages: 1 }));

const rows: readonly (readonly [rules: Partial<RuleCoverage>, said: readonly RegExp[]])[] = [
  [{}, []],
  [{ notAsked: 1 }, [/^1 message was read before with other rules, .* were not asked of it\. .*\(--case DIR\)\.$/]],
  [{ notAsked: 1204 }, [/^1,204 messages were read before .* not asked of them\./]],
  [
    { undecidedMessages: 5, undecidedRulesMax: 1, missing: missing("nlu") },
    [/^On 5 messages one rule could not be decided, for want of: a model that says what a text wants\. /],
  ],
  [
    {
      undecidedMessages: 5,
      undecidedRulesMax: 612,
      missing: missing("link", "credphish", "x-new", "ocr", "qr", "limit:fuel"),
    },
    [
      /^On 5 messages some rules \(at most 612 on one message\) .*: visits to links, x-new, text in pictures \(scan --read-pictures\), codes in pictures and 1 more\. /,
    ],
  ],
  [{ notAsked: 1, undecidedMessages: 1, undecidedRulesMax: 2 }, [/^1 message/, /could not be decided\. That/]],
];

for (const [rules, patterns] of rows) {
  test(JSON.stringify(rules), () => {
    const sentences = said(rules);
    assert.equal(sentences.length, patterns.length);
    for (const [index, pattern] of patterns.entries()) assert.match(sentences[index] ?? "", pattern);
  });
}

test("packs: all rules, and each pack", () => {
  assert.equal(packsWords([]), "");
  assert.equal(packsWords([{ source: "posture", rules: 1, atReading: 0 }]), "1 rule: posture (1)");
  const many = Array.from({ length: 14 }, (_, n) => ({ source: `p${n}`, rules: 100, atReading: 0 }));
  assert.match(packsWords(many), /^1,400 rules: p0 \(100\), .*, p11 \(100\), 2 more$/);
});
