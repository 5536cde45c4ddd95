/**
 * Rule files → rules that are compiled, and the problems of the others, which change nothing for the rest. Pure: files come as texts, in the
 * order that the caller wants.
 */
import { type CheckOptions, type CompiledRule, compileRule } from "../mql/check.ts";
import type { Checked } from "../mql/checked.ts";
import { parseRule } from "../mql/parser.ts";
import type { PlacedProblem } from "../mql/placed-problem.ts";
import { type ParsedRuleFile, parseRuleFile } from "./parse-rule-file.ts";
import type { Rule } from "./rule.ts";

export interface RuleFile {
  /** For people. */
  readonly path: string;
  readonly text: string;
}

export interface LoadedRule {
  readonly rule: Rule;
  readonly checked: Checked;
}

export interface FileProblems {
  readonly path: string;
  /** At least one; of the file first, then of the rule's text, in order of places. */
  readonly problems: readonly PlacedProblem[];
}

export interface LoadedRules {
  /** Right rules that judge messages, in the order of their files. */
  readonly ready: readonly LoadedRule[];
  /** Right rules for what is no part of a message: analysts' workflows (mql.md, section 3). Only their form is checked. */
  readonly notApplicable: readonly Rule[];
  /** Right in form; what they name was not checked, since it is not known what there is. */
  readonly unchecked: readonly Rule[];
  readonly broken: readonly FileProblems[];
}

/** What rules may name, and what says whether a pattern compiles. */
export type RuleWorld = Omit<CheckOptions, "wanted">;

/** Without a world only the form of rules is looked at. */
export function loadRules(files: Iterable<RuleFile>, world: RuleWorld | null): LoadedRules {
  const ready: LoadedRule[] = [];
  const unchecked: Rule[] = [];
  const notApplicable: Rule[] = [];
  const broken: FileProblems[] = [];
  const pathById = new Map<string, string>();
  for (const { path, text } of files) {
    const file = parseRuleFile(text, path);
    const { rule } = file;
    const compiled = compile(file, world);
    const problems = [...file.problems, ...file.placeInFile(compiled.problems)];
    // Results are kept by id, so that two rules of one would be one.
    const other = rule === null ? undefined : pathById.get(rule.id);
    if (rule !== null && other === undefined) pathById.set(rule.id, path);
    if (rule !== null && other !== undefined) {
      const message = `\`${rule.id.slice(0, 80)}\` is also the id of ${other}`;
      problems.push(
        ...file.placeAtKey("id", message, "each rule has an id of its own; without one its type and name are it"),
      );
    }
    if (problems.length > 0) broken.push({ path, problems });
    else if (rule !== null && rule.kind === "triage_rule") notApplicable.push(rule);
    else if (rule !== null && compiled.checked !== null) ready.push({ rule, checked: compiled.checked });
    else if (rule !== null) unchecked.push(rule);
  }
  return { ready, notApplicable, unchecked, broken };
}

/** The text of a file that makes no rule is looked at all the same: all problems are told at once. */
function compile(
  { rule, source }: ParsedRuleFile,
  world: RuleWorld | null,
): Pick<CompiledRule, "checked" | "problems"> {
  if (source === null) return { checked: null, problems: [] };
  if (world === null || rule?.kind === "triage_rule") return { checked: null, problems: parseRule(source).problems };
  const isCondition = rule !== null && rule.kind !== "query";
  return compileRule(source, { ...world, wanted: isCondition ? "condition" : "value" });
}
