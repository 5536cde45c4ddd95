/** `rules check PATH…` and `rules list PATH…`: are rule files right, and what do they hold. Opens no case and reads no mail. */
import { type PlacedProblem, problemText } from "../mql/placed-problem.ts";
import { forTerminal } from "../report/printable.ts";
import type { LoadedRules, RuleWorld } from "../rules/load-rules.ts";
import type { Rule } from "../rules/rule.ts";
import type { CommandModule } from "./command-module.ts";
import { complain, EXIT, type ExitCode, out, outJson } from "./output.ts";
import { readRuleFiles } from "./rule-files.ts";

const ACTIONS = ["check", "list"] as const;

/** `worldOf` gives what rules may name, when it is asked for; null: only their form can be checked. */
export function rulesCommand(worldOf: () => Promise<RuleWorld | null>): CommandModule {
  return {
    command: {
      name: "rules",
      operands: "check|list PATH…",
      arity: [2, Number.POSITIVE_INFINITY],
      summary: "check rule files, or list what they hold",
      about: [
        "PATH is a rule file (YAML with MQL), or a folder with .yml and .yaml files to any depth.",
        "check tells everything that is wrong with them, and ends with 1 where there is something;",
        "list shows the rules that are right.",
      ],
      flags: [],
    },
    async run(args) {
      const [action = "", ...paths] = args.operands;
      if (action !== "check" && action !== "list") {
        complain(
          `rules takes one of ${ACTIONS.join(", ")}, not "${action.slice(0, 40)}". See letterlock rules --help.`,
        );
        return EXIT.FAULT;
      }
      const files = readRuleFiles(paths);
      if (!files.ok) {
        complain(`${files.error}. Nothing was checked.`);
        return EXIT.FAULT;
      }
      // Loaded here: no other command needs YAML.
      const { loadRules } = await import("../rules/load-rules.ts");
      const loaded = loadRules(files.value, await worldOf());
      const isJson = args.switches.has("json");
      if (action === "check") (isJson ? checkJson : checkText)(loaded);
      else (isJson ? listJson : listText)(loaded);
      return exitCode(loaded);
    },
  };
}

function exitCode({ broken }: LoadedRules): ExitCode {
  return broken.length > 0 ? EXIT.FOUND : EXIT.NOTHING_FOUND;
}

function checkText(loaded: LoadedRules): void {
  for (const { path, problems } of loaded.broken) {
    for (const problem of problems) out(problemText(path, problem));
  }
  out(`${summary(loaded)}.`);
}

function summary({ ready, notApplicable, unchecked, broken }: LoadedRules): string {
  const problems = broken.reduce((sum, one) => sum + one.problems.length, 0);
  const parts = [
    `${ready.length} ${ready.length === 1 ? "rule is" : "rules are"} right`,
    unchecked.length > 0 ? `${unchecked.length} right in form, and what they name was not checked` : "",
    notApplicable.length > 0 ? `${notApplicable.length} of analysts' workflows do not apply` : "",
    broken.length > 0 ? `${broken.length} broken, with ${problems} ${problems === 1 ? "problem" : "problems"}` : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function checkJson({ ready, notApplicable, unchecked, broken }: LoadedRules): void {
  const problems = broken.flatMap(({ path, problems: of }) => of.map((problem) => problemJson(path, problem)));
  const counts = { right: ready.length, notApplicable: notApplicable.length, unchecked: unchecked.length };
  outJson({ ...counts, broken: broken.length, problems });
}

function problemJson(path: string, { code, line, column, width, message, hint }: PlacedProblem) {
  return { path, line, column, width, code, message, hint };
}

function listText(loaded: LoadedRules): void {
  for (const rule of rulesOf(loaded)) {
    const { name, kind, severity, path } = rule;
    out(`${kind.padEnd(12)} ${(severity ?? "-").padEnd(13)} ${forTerminal(name, 120)}  (${forTerminal(path, 200)})`);
  }
  if (loaded.broken.length > 0) complain(`${summary(loaded)}. See letterlock rules check.`);
}

/** One object a line. */
function listJson(loaded: LoadedRules): void {
  const outside = new Set(loaded.notApplicable);
  for (const rule of rulesOf(loaded)) {
    const { id, name, kind, severity, techniques, tags, attackTypes, path } = rule;
    outJson({ id, name, kind, severity, applies: !outside.has(rule), techniques, tags, attackTypes, path });
  }
}

function rulesOf({ ready, notApplicable, unchecked }: LoadedRules): readonly Rule[] {
  return [...ready.map(({ rule }) => rule), ...unchecked, ...notApplicable];
}
