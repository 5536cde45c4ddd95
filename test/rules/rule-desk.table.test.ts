/** What rules answer when a message is read: a match, a rest for later, or nothing; and what is not decided is counted. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import { patternError, patternErrorLater } from "../../src/mql/patterns.ts";
import { findingRules } from "../../src/rules/finding-rule.ts";
import { loadRules } from "../../src/rules/load-rules.ts";
import { isAskedWhenJudged, RuleDesk } from "../../src/rules/rule-desk.ts";
import { hostOf } from "../support/model.ts";

const world = { schema: mailSchema, problemOf: patternError };

function rulesOf(sources: readonly string[], more = "") {
  const files = sources.map((source, index) => ({
    path: `${index}.yml`,
    text: `name: rule ${index}\nid: r${index}\ntype: rule\nseverity: low\nsource: |\n  ${source}\n${more}`,
  }));
  const { ready, broken } = loadRules(files, world);
  assert.deepEqual(broken, []);
  const checked = findingRules(ready, world);
  assert.deepEqual(checked.broken, []);
  return checked.rules;
}

const mail = hostOf(["From: Ada <ada@example.org>", "To: bo@example.net", "Subject: Papers for Monday", "", "Hello."]);

function answers(source: string) {
  const { answers: all, undecided, missing } = new RuleDesk(rulesOf([source]), mailSchema).ask(mail);
  return { rests: all.map(({ rest }) => rest), undecided, missing };
}

const NLU = 'any(ml.nlu_classifier(body.current_thread.text).intents, .name == "bec")';

const rows: readonly (readonly [source: string, answer: ReturnType<typeof answers>])[] = [
  ['subject.subject == "Papers for Monday"', { rests: [""], undecided: 0, missing: [] }],
  ['subject.subject == "Other"', { rests: [], undecided: 0, missing: [] }],
  ['type.inbound and subject.subject == "Papers for Monday"', { rests: ["type.inbound"], undecided: 0, missing: [] }],
  ['type.inbound and subject.subject == "Other"', { rests: [], undecided: 0, missing: [] }],
  [
    "sender.email.email in $recipient_emails",
    { rests: ['"ada@example.org" in $recipient_emails'], undecided: 0, missing: [] },
  ],
  [NLU, { rests: [], undecided: 1, missing: ["nlu"] }],
  // What will never be known stands in the way whatever comes: no rest is worth keeping.
  [`type.inbound and ${NLU}`, { rests: [], undecided: 1, missing: ["nlu"] }],
  [
    `type.inbound or ${NLU}`,
    { rests: ['type.inbound or undetermined("true false null", "nlu")'], undecided: 0, missing: [] },
  ],
  [
    `type.inbound and (${NLU} or type.internal)`,
    {
      rests: ['type.inbound and (type.internal or undetermined("true false null", "nlu"))'],
      undecided: 0,
      missing: [],
    },
  ],
  // Both sides share a part that is asked once.
  [`any([1], type.inbound) and not any([1], ${NLU})`, { rests: [], undecided: 1, missing: ["nlu"] }],
];

for (const [source, answer] of rows) test(source, () => assert.deepEqual(answers(source), answer));

test("a rule of what only comparing tells is judging's, others are not", () => {
  const [judged, read] = rulesOf([
    'letterlock.tracking.class == "covert"',
    'letterlock.offers_exit and subject.subject != ""',
  ]);
  assert.ok(judged !== undefined && isAskedWhenJudged(judged));
  assert.ok(read !== undefined && !isAskedWhenJudged(read));
});

test("a function that looks at the message without naming it needs the message", () => {
  const [shown] = rulesOf(["any(file.explode(file.message_screenshot()), .scan.qr.type is not null)"]);
  assert.ok(shown !== undefined && !isAskedWhenJudged(shown));
});

test("what a match says comes with it", () => {
  const rules = rulesOf(
    ['subject.subject != ""'],
    'high_when: sender.display_name == "Ada"\nreasons:\n  - strings.concat("about ", subject.subject)\n',
  );
  const [answer] = new RuleDesk(rules, mailSchema).ask(mail).answers;
  assert.deepEqual([answer?.severity, answer?.reasons], ["high", ["about Papers for Monday"]]);
});

test(`of more than ${limits.ruleAnswersMax} answers the weightiest are kept, and the others are no silent no`, () => {
  const rests = Array.from(
    { length: limits.ruleAnswersMax + 5 },
    (_, n) => `type.inbound or length(subject.subject) == ${n + 1000}`,
  );
  const many = rulesOf([...rests, 'subject.subject == "Papers for Monday"']);
  const { answers: kept, undecided, missing } = new RuleDesk(many, mailSchema).ask(mail);
  assert.equal(kept.length, limits.ruleAnswersMax);
  assert.equal(kept.at(-1)?.rule.rule.id, `r${rests.length}`);
  assert.deepEqual([undecided, missing], [6, ["limit:answers"]]);
});

test("an exclusion that is never decided is kept for judging to tell", () => {
  const [exclusion] = rulesOf([NLU]).map((one) => ({ ...one, rule: { ...one.rule, kind: "exclusion" as const } }));
  assert.ok(exclusion !== undefined);
  const { answers: kept, undecided } = new RuleDesk([exclusion], mailSchema).ask(mail);
  assert.deepEqual([kept.map(({ rest }) => rest), undecided], [['undetermined("true false null", "nlu")'], 0]);
});

test("a pattern that is none, told only when it runs, leaves its rule undecided", () => {
  const text = "name: a\ntype: rule\nsource: |\n  regex.contains(subject.subject, '(')\n";
  const late = { schema: mailSchema, problemOf: patternErrorLater };
  const { rules } = findingRules(loadRules([{ path: "a.yml", text }], late).ready, late);
  const { answers: all, undecided, missing } = new RuleDesk(rules, mailSchema).ask(mail);
  assert.deepEqual([all.length, undecided, missing], [0, 1, ["error:regex.contains"]]);
});

test("a rule that costs too much is cut, counted as undecided with its reason, and the others answer", () => {
  const words = Array.from({ length: 400 }, (_, n) => `w${n}`).join(" ");
  const heavy = "regex.extract(body.current_thread.text, 'w[0-9]+')";
  const hostile = hostOf(["From: Ada <ada@example.org>", "Subject: a", "Content-Type: text/plain", "", words]);
  const cube = `any(${heavy}, any(${heavy}, any(${heavy}, .full_match == subject.subject and ..full_match == "x")))`;
  const desk = new RuleDesk(rulesOf([cube, 'subject.subject == "a"', `type.inbound and ${cube}`]), mailSchema);
  const { answers: all, undecided, missing } = desk.ask(hostile);
  assert.deepEqual([all.map(({ rule }) => rule.rule.id), undecided, missing], [["r1"], 2, ["limit:fuel"]]);
});
