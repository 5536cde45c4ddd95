import assert from "node:assert/strict";
import { test } from "node:test";
import { substitutesIn } from "../../src/mdm/substitutes.ts";
import { parseRule } from "../../src/mql/parser.ts";

const rows: readonly (readonly [rule: string, sentences: number])[] = [
  ['subject.subject == "a"', 0],
  ['any(ml.nlu_classifier(body.current_thread.text).intents, .name == "bec")', 1],
  [
    'any(attachments, any(ml.nlu_classifier(.file_name).intents, .name == "bec")) and ml.nlu_classifier("a").language == "english"',
    1,
  ],
  ['any(file.explode(file.message_screenshot()), .depth == 0) or any(ml.nlu_classifier("a").topics, true)', 2],
];

for (const [rule, sentences] of rows) {
  test(rule, () => {
    const { expression, problems } = parseRule(rule);
    assert.deepEqual(problems, []);
    assert.equal(substitutesIn(expression).length, sentences);
    assert.equal(substitutesIn(expression), substitutesIn(expression), "worked out once");
  });
}
