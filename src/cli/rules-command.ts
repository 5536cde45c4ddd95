/** `rules check`, `rules test`, `rules list`: are rule files right, do they say what they should, and what do they hold. Opens no case. */
import { problemText } from "../mql/placed-problem.ts";
import type { ReadRules } from "../rules/read-rules.ts";
import type { CommandModule } from "./command-module.ts";
import { programOf, shellWord } from "./invocation.ts";
import { complain, EXIT, type ExitCode, remark } from "./output.ts";
import { readRuleFiles } from "./rule-files.ts";
import { checkJson, checkText, ruleSummary } from "./rules-check.ts";
import { listJson, listText } from "./rules-list.ts";

const ACTIONS = ["check", "test", "list"] as const;
type Action = (typeof ACTIONS)[number];

export const rulesCommand: CommandModule = {
  command: {
    name: "rules",
    operands: "check|test|list [PATH…]",
    arity: [1, Number.POSITIVE_INFINITY],
    summary: "check rule files, run their test messages, or list what they hold",
    about: [
      "PATH is a rule file (YAML with MQL), or a folder with .yml and .yaml files to any depth; without one, the rules that",
      "come with Letterlock. How to write rules and their tests is told in docs/rules.md.",
      "",
      "check  tells everything that is wrong with them, each with its place, and ends with 1 where there is something.",
      "test   gives each rule its test messages: tests/RULE_ID/match-… beside the rules must give a finding, clear-… must not. Ends with 1 where a rule or a test fails.",
      "list   shows the rules that are right: what they say, when they are asked, and what may keep them undetermined.",
    ],
    flags: [],
  },
  async run(args, machine) {
    const [word = "", ...named] = args.operands;
    const action = ACTIONS.find((one) => one === word);
    if (action === undefined) {
      complain(
        `rules takes one of ${ACTIONS.join(", ")}, not "${word.slice(0, 40)}". See ${programOf(machine)} rules --help.`,
      );
      return EXIT.FAULT;
    }
    // Loaded here: no other command needs YAML and the model of messages at its start.
    const [{ readRules }, { ruleWorld }, { SHIPPED_FOLDER }] = await Promise.all([
      import("../rules/read-rules.ts"),
      import("./rule-world.ts"),
      import("./shipped-rules.ts"),
    ]);
    const paths = named.length === 0 ? [SHIPPED_FOLDER] : named;
    const files = readRuleFiles(paths);
    if (!files.ok) {
      complain(`${files.error}. Nothing was done.`);
      return EXIT.FAULT;
    }
    const rules = readRules(files.value, ruleWorld);
    return ACT[action](rules, { named, paths, json: args.switches.has("json"), program: programOf(machine) });
  },
};

interface Asked {
  /** Paths as they were given. */
  readonly named: readonly string[];
  /** Those, or that of what ships. */
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly program: string;
}

const ACT: Readonly<Record<Action, (rules: ReadRules, asked: Asked) => Promise<ExitCode>>> = {
  async check(rules, { json }) {
    (json ? checkJson : checkText)(rules);
    return exitCode(rules);
  },
  async list(rules, { named, json, program }) {
    (json ? listJson : listText)(rules);
    if (rules.broken.length > 0)
      complain(`${ruleSummary(rules)}. See ${[program, "rules check", ...named.map(shellWord)].join(" ")}.`);
    return exitCode(rules);
  },
  async test(rules, { paths, json }) {
    const { testRules } = await import("./rules-test.ts");
    for (const { path, problems } of rules.broken) {
      for (const problem of problems) remark(problemText(path, problem));
    }
    const code = await testRules(rules, paths, json);
    return code === EXIT.NOTHING_FOUND ? exitCode(rules) : code;
  },
};

function exitCode({ broken }: ReadRules): ExitCode {
  return broken.length > 0 ? EXIT.FOUND : EXIT.NOTHING_FOUND;
}
