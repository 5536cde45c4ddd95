/** The test messages of rules, run: what each rule said of its mailboxes, and which rules have too few of them. */
import type { FindingRule } from "../rules/finding-rule.ts";
import { type TestFolder, type TestMailbox, testFolderName, type Wanted } from "./rule-test-files.ts";
import { type Tried, tryRule } from "./rule-trial.ts";

/** Fewer say too little of a rule: that it fires at all, and that it leaves its neighbours alone. */
export const MATCH_MIN = 1;
export const CLEAR_MIN = 2;

export interface MailboxOutcome {
  readonly path: string;
  readonly wanted: Wanted;
  readonly isRight: boolean;
  /** What was expected and what came instead, in sentences for the author; empty where it is right. */
  readonly told: readonly string[];
}

export interface RuleOutcome {
  readonly rule: FindingRule;
  readonly state: "ok" | "failed" | "untested";
  readonly mailboxes: readonly MailboxOutcome[];
  /** At least one that must match, and two that must not. */
  readonly hasMinimum: boolean;
}

export interface TestOutcome {
  readonly rules: readonly RuleOutcome[];
  /** Folders of no rule, and files that are neither `match-…` nor `clear-…`: sentences. */
  readonly strange: readonly string[];
}

/** One after the other, in the order of the rules. `hasBroken`: there are rules besides that could not be read, whose folders are none of nobody. */
export async function runRuleTests(
  rules: readonly FindingRule[],
  folders: readonly TestFolder[],
  { hasBroken }: { readonly hasBroken: boolean },
): Promise<TestOutcome> {
  const outcomes: RuleOutcome[] = [];
  const names = new Set<string>();
  for (const rule of rules) {
    const name = testFolderName(rule.rule.id);
    names.add(name);
    outcomes.push(
      await testRule(
        rule,
        folders.filter((folder) => folder.name === name),
      ),
    );
  }
  return {
    rules: outcomes,
    strange: folders.flatMap((folder) => strangeIn(folder, hasBroken || names.has(folder.name))),
  };
}

function strangeIn({ path, isExpected, strange }: TestFolder, hasRule: boolean): readonly string[] {
  return [
    ...(hasRule || !isExpected ? [] : [`${path} is called by the id of no rule here, so it tests nothing`]),
    ...strange.map((file) => `${file} is neither match-… nor clear-…, so it tests nothing`),
  ];
}

async function testRule(rule: FindingRule, folders: readonly TestFolder[]): Promise<RuleOutcome> {
  const mailboxes: MailboxOutcome[] = [];
  for (const { mailboxes: listed, owners } of folders) {
    for (const mailbox of listed) mailboxes.push(await testMailbox(rule, mailbox, owners));
  }
  const count = (kind: Wanted) => mailboxes.filter(({ wanted }) => wanted === kind).length;
  const isRight = mailboxes.every((one) => one.isRight);
  return {
    rule,
    state: mailboxes.length === 0 ? "untested" : isRight ? "ok" : "failed",
    mailboxes,
    hasMinimum: count("match") >= MATCH_MIN && count("clear") >= CLEAR_MIN,
  };
}

async function testMailbox(
  rule: FindingRule,
  { path, wanted }: TestMailbox,
  owners: readonly string[],
): Promise<MailboxOutcome> {
  const tried = await tryRule(rule, path, owners);
  if (!tried.ok) return { path, wanted, isRight: false, told: [tried.error] };
  const told = wanted === "match" ? unmatched(tried.value) : matched(tried.value);
  return { path, wanted, isRight: told.length === 0, told };
}

/** Empty where one of them has the finding. */
function unmatched(tried: readonly Tried[]): readonly string[] {
  if (tried.some(({ reasons }) => reasons !== null)) return [];
  const missing = [...new Set(tried.flatMap((one) => one.missing))];
  const rests = [...new Set(tried.map(({ rest }) => rest).filter((rest) => rest !== ""))];
  return [
    `expected a finding, and none of ${tried.length === 1 ? "its one message" : `its ${tried.length} messages`} has one`,
    ...rests.map((rest) => `what the message alone could not tell did not hold later on: ${rest}`),
    ...(missing.length === 0 ? [] : [`it could not be decided, since this is missing: ${missing.join(", ")}`]),
  ];
}

/** Empty where none of them has the finding. */
function matched(tried: readonly Tried[]): readonly string[] {
  return tried.flatMap(({ subject, reasons }) =>
    reasons === null ? [] : [`expected no finding, and "${subject}" has one: ${reasons.join("; ")}`],
  );
}
