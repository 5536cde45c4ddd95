/** Rule files → rules with all their texts compiled, and every problem of the others at its place in its file. Pure. */
import type { PlacedProblem } from "../mql/placed-problem.ts";
import { type FindingRule, findingRule, type TextProblems, textProblems } from "./finding-rule.ts";
import { type FileProblems, type LoadedRules, loadRules, type RuleFile, type RuleWorld } from "./load-rules.ts";
import { parseRuleFile } from "./parse-rule-file.ts";

export interface ReadRules extends Pick<LoadedRules, "notApplicable"> {
  /** In the order of their files. */
  readonly ready: readonly FindingRule[];
  readonly broken: readonly FileProblems[];
}

/** A rule of which one text is wrong is left out: half a rule would say half of what its author meant. */
export function readRules(files: readonly RuleFile[], world: RuleWorld): ReadRules {
  const { ready, notApplicable, broken } = loadRules(files, world);
  const textOf = new Map(files.map(({ path, text }) => [path, text]));
  const rules: FindingRule[] = [];
  const found = new Map<string, readonly PlacedProblem[]>(broken.map(({ path, problems }) => [path, problems]));
  for (const { path } of broken) {
    const { rule, problems } = placedIn(path, textOf.get(path) ?? "", world);
    if (rule) found.set(path, [...(found.get(path) ?? []), ...problems]);
  }
  for (const one of ready) {
    const { rule, problems } = findingRule(one, world);
    const { path } = one.rule;
    if (problems.length === 0) rules.push(rule);
    else found.set(path, placed(path, textOf.get(path) ?? "", problems));
  }
  const inOrder = [...new Set(files.map(({ path }) => path))];
  return {
    ready: rules,
    notApplicable,
    broken: inOrder.flatMap((path) => {
      const problems = found.get(path);
      return problems === undefined ? [] : [{ path, problems }];
    }),
  };
}

/** Of a file whose rule is broken already: all problems are told at once. */
function placedIn(path: string, text: string, world: RuleWorld) {
  const { rule } = parseRuleFile(text, path);
  return { rule: rule !== null, problems: rule === null ? [] : placed(path, text, textProblems(rule, world)) };
}

/** At the key, since a text may stand anywhere in its list. */
function placed(path: string, text: string, problems: readonly TextProblems[]): readonly PlacedProblem[] {
  const file = parseRuleFile(text, path);
  return problems.flatMap(({ key, text: wrong, problems: of }) =>
    of.flatMap(({ message, hint }) => file.placeAtKey(key, `${message}, in \`${wrong.trim().slice(0, 80)}\``, hint)),
  );
}
