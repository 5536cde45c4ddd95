/** What `rules list` prints: each rule, when it is asked, and what may keep it undetermined. */
import { needsOf } from "../mdm/needs.ts";
import { capabilityWords } from "../report/capability-words.ts";
import { forTerminal } from "../report/printable.ts";
import type { FindingRule } from "../rules/finding-rule.ts";
import { says } from "../rules/finding-rule.ts";
import type { ReadRules } from "../rules/read-rules.ts";
import type { Rule } from "../rules/rule.ts";
import { isAskedWhenJudged, LATER } from "../rules/rule-desk.ts";
import { out, outJson } from "./output.ts";

/** `read`: of a message when it is read · `judged`: when all mail was read and compared · `both`: begun when read, and ended then. */
type Asked = "read" | "judged" | "both" | "never";

interface Row {
  readonly rule: Rule;
  readonly asked: Asked;
  /** Capabilities behind what it names; those that are always there by the time it is decided are left out. */
  readonly needs: readonly string[];
}

const ASKED: Readonly<Record<Asked, string>> = {
  read: "asked when a message is read",
  judged: "asked when mail is judged",
  both: "asked when a message is read, and decided when mail is judged",
  never: "not asked of mail",
};

export function listText(rules: ReadRules): void {
  for (const { rule, asked, needs } of rowsOf(rules)) {
    const { id, name, kind, severity, path } = rule;
    const what = `${(severity ?? kind).padEnd(13)} ${forTerminal(id, 80)}: ${forTerminal(name, 120)}`;
    const open = needs.length === 0 ? "" : `; undetermined without ${needs.map(needText).join(", ")}`;
    out(`${what}\n${" ".repeat(14)}${ASKED[asked]}${open}\n${" ".repeat(14)}${forTerminal(path, 200)}`);
  }
}

function needText(name: string): string {
  return `${capabilityWords(name)} (${name})`;
}

/** One object a line. */
export function listJson(rules: ReadRules): void {
  const outside = new Set(rules.notApplicable);
  for (const { rule, asked, needs } of rowsOf(rules)) {
    const { id, name, kind, severity, techniques, tags, attackTypes, path } = rule;
    const applies = !outside.has(rule);
    outJson({ id, name, kind, severity, applies, asked, needs, techniques, tags, attackTypes, path });
  }
}

function rowsOf({ ready, notApplicable }: ReadRules): readonly Row[] {
  return [...ready.map(rowOf), ...notApplicable.map((rule) => ({ rule, asked: "never" as const, needs: [] }))];
}

function rowOf(one: FindingRule): Row {
  const needs = needsOf(one.checked);
  return { rule: one.rule, asked: askedWhen(one, needs), needs: needs.filter((need) => !LATER.has(need)) };
}

function askedWhen(one: FindingRule, needs: readonly string[]): Asked {
  if (!says(one)) return "never";
  if (isAskedWhenJudged(one)) return "judged";
  return needs.some((need) => LATER.has(need)) ? "both" : "read";
}
