/** What `rules check` prints. */
import { type PlacedProblem, problemText } from "../mql/placed-problem.ts";
import type { ReadRules } from "../rules/read-rules.ts";
import { out, outJson } from "./output.ts";

export function checkText(rules: ReadRules): void {
  for (const { path, problems } of rules.broken) {
    for (const problem of problems) out(problemText(path, problem));
  }
  out(`${ruleSummary(rules)}.`);
}

export function ruleSummary({ ready, notApplicable, broken }: ReadRules): string {
  const problems = broken.reduce((sum, one) => sum + one.problems.length, 0);
  const parts = [
    `${ready.length} ${ready.length === 1 ? "rule is" : "rules are"} right`,
    notApplicable.length > 0 ? `${notApplicable.length} of analysts' workflows do not apply` : "",
    broken.length > 0 ? `${broken.length} broken, with ${problems} ${problems === 1 ? "problem" : "problems"}` : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

/** One object. */
export function checkJson({ ready, notApplicable, broken }: ReadRules): void {
  const problems = broken.flatMap(({ path, problems: of }) => of.map((problem) => problemJson(path, problem)));
  outJson({
    right: ready.length,
    notApplicable: notApplicable.length,
    unchecked: 0,
    broken: broken.length,
    problems,
  });
}

function problemJson(path: string, { code, line, column, width, message, hint }: PlacedProblem) {
  return { path, line, column, width, code, message, hint };
}
