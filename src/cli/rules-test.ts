/** What `rules test` prints. */
import { forTerminal } from "../report/printable.ts";
import { says } from "../rules/finding-rule.ts";
import type { ReadRules } from "../rules/read-rules.ts";
import { complain, EXIT, type ExitCode, out, outJson } from "./output.ts";
import { readTestFolders } from "./rule-test-files.ts";
import { CLEAR_MIN, MATCH_MIN, type RuleOutcome, runRuleTests, type TestOutcome } from "./rule-tests.ts";

export async function testRules(rules: ReadRules, paths: readonly string[], json: boolean): Promise<ExitCode> {
  const folders = readTestFolders(paths);
  if (!folders.ok) {
    complain(folders.error);
    return EXIT.FAULT;
  }
  const broken = rules.broken.map(({ path }) => path);
  const outcome = await runRuleTests(rules.ready.filter(says), folders.value, { hasBroken: broken.length > 0 });
  (json ? printJson : printText)(outcome, broken);
  const isRight = outcome.strange.length === 0 && outcome.rules.every(({ state }) => state !== "failed");
  return isRight ? EXIT.NOTHING_FOUND : EXIT.FOUND;
}

function printText({ rules, strange }: TestOutcome, broken: readonly string[]): void {
  for (const one of rules) printRule(one);
  for (const sentence of strange) out(`strange   ${forTerminal(sentence, 400)}`);
  const count = (state: RuleOutcome["state"]) => rules.filter((one) => one.state === state).length;
  const few = rules.filter(({ hasMinimum }) => !hasMinimum).length;
  const parts = [
    `${rules.length} ${rules.length === 1 ? "rule" : "rules"}: ${count("ok")} ok, ${count("failed")} failed, ${count("untested")} untested`,
    few > 0 ? `${few} with fewer than ${MATCH_MIN} message that must match and ${CLEAR_MIN} that must not` : "",
    broken.length > 0 ? `${broken.length} broken and not tested` : "",
  ];
  out(`${parts.filter((part) => part !== "").join("; ")}.`);
}

const STATES = { ok: "ok       ", failed: "failed   ", untested: "untested " } as const;

function printRule({ rule: { rule }, state, mailboxes, hasMinimum }: RuleOutcome): void {
  const matches = mailboxes.filter(({ wanted }) => wanted === "match").length;
  const counts = `${matches} match, ${mailboxes.length - matches} clear${hasMinimum ? "" : ": too few"}`;
  out(`${STATES[state]} ${forTerminal(rule.id, 80)}  (${counts})`);
  for (const { path, told } of mailboxes) {
    for (const sentence of told) out(`    ${forTerminal(path, 200)}: ${forTerminal(sentence, 600)}`);
  }
}

/** One object a rule; then one with the counts. */
function printJson({ rules, strange }: TestOutcome, broken: readonly string[]): void {
  for (const { rule: one, state, mailboxes, hasMinimum } of rules) {
    outJson({ id: one.rule.id, path: one.rule.path, state, hasMinimum, mailboxes });
  }
  const count = (state: RuleOutcome["state"]) => rules.filter((one) => one.state === state).length;
  const fewTests = rules.filter(({ hasMinimum }) => !hasMinimum).length;
  const counts = { ok: count("ok"), failed: count("failed"), untested: count("untested"), fewTests };
  outJson({ rules: rules.length, ...counts, strange, broken });
}
