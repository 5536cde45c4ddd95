/** What `rules list` prints. */
import { forTerminal } from "../report/printable.ts";
import type { ReadRules } from "../rules/read-rules.ts";
import type { Rule } from "../rules/rule.ts";
import { out, outJson } from "./output.ts";

export function listText(rules: ReadRules): void {
  for (const { name, kind, severity, path } of rulesOf(rules)) {
    out(`${kind.padEnd(12)} ${(severity ?? "-").padEnd(13)} ${forTerminal(name, 120)}  (${forTerminal(path, 200)})`);
  }
}

/** One object a line. */
export function listJson(rules: ReadRules): void {
  const outside = new Set(rules.notApplicable);
  for (const rule of rulesOf(rules)) {
    const { id, name, kind, severity, techniques, tags, attackTypes, path } = rule;
    outJson({ id, name, kind, severity, applies: !outside.has(rule), techniques, tags, attackTypes, path });
  }
}

function rulesOf({ ready, notApplicable }: ReadRules): readonly Rule[] {
  return [...ready.map(({ rule }) => rule), ...notApplicable];
}
