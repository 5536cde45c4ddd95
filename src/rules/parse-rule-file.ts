/**
 * A rule file → a `Rule` (mql.md, section 1). Total: all problems of a file at once, each with its place, and those of its text of MQL mapped
 * into the file. Keys that are none of ours are left alone, since services write their own; a misspelt one of ours is told.
 */
import { limits } from "../base/limits.ts";
import { nearWord } from "../base/near-word.ts";
import type { Span } from "../base/span.ts";
import { type PlacedProblem, placeProblems } from "../mql/placed-problem.ts";
import type { RuleProblem } from "../mql/problem.ts";
import { type FileProblem, readYaml, type YamlPairs, type YamlText } from "./read-yaml.ts";
import type { Rule, RuleAbout, RuleKind, RuleSeverity } from "./rule.ts";

export interface ParsedRuleFile {
  /** Null where name, type or source are missing, or the file is no YAML. */
  readonly rule: Rule | null;
  /** There also where the rest makes no rule. */
  readonly source: string | null;
  /** Of the file; of the rule's text none. */
  readonly problems: readonly PlacedProblem[];
  /** Problems of the rule's text, at their places in the file. */
  readonly placeInFile: (problems: readonly RuleProblem[]) => readonly PlacedProblem[];
  /** A problem of what a key says; of the file's start where it has no such key. */
  readonly placeAtKey: (key: string, message: string, hint: string) => readonly PlacedProblem[];
}

const KINDS: readonly RuleKind[] = ["rule", "query", "dlp", "exclusion", "triage_rule"];
const SEVERITIES: readonly RuleSeverity[] = ["critical", "high", "medium", "low", "informational"];

const ABOUTS: readonly RuleAbout[] = ["targeting", "crime", "posture"];

const LISTS = {
  references: "references",
  techniques: "techniques",
  tags: "tags",
  attackTypes: "attack_types",
  tacticsAndTechniques: "tactics_and_techniques",
  detectionMethods: "detection_methods",
  falsePositives: "false_positives",
  reasons: "reasons",
  openQuestions: "open_questions",
} as const;
const TEXTS = [
  "id",
  "name",
  "type",
  "severity",
  "about",
  "description",
  "source",
  "why",
  "medium_when",
  "high_when",
  "evidence",
] as const;
const OURS: ReadonlySet<string> = new Set([...TEXTS, ...Object.values(LISTS)]);

/** `path` is for messages and for `Rule.path`; nothing is read from it. */
export function parseRuleFile(text: string, path: string): ParsedRuleFile {
  const yaml = readYaml(text);
  const reader = new PairReader(yaml);
  const rule = reader.rule(path);
  const source = yaml.pairs.get("source")?.value;
  const problems = [...yaml.problems, ...reader.problems].sort((a, b) => a.span.start - b.span.start);
  return {
    rule,
    source: source?.kind === "text" && source.value.trim() !== "" ? source.value : null,
    problems: placeProblems(text, problems.slice(0, limits.ruleProblemsMax)),
    placeInFile: (problems) => placeProblems(text, source?.kind === "text" ? inFile(problems, source) : problems),
    placeAtKey: (key, message, hint) => {
      const span = yaml.pairs.get(key)?.value.span ?? { start: 0, end: 1 };
      return placeProblems(text, [{ code: "key", span, message, hint }]);
    },
  };
}

function inFile(problems: readonly RuleProblem[], source: YamlText): readonly RuleProblem[] {
  if (problems.length === 0) return problems;
  const offsets = source.offsets();
  const at = (offset: number) => offsets[Math.min(offset, offsets.length - 1)] ?? source.span.start;
  return problems.map((problem) => {
    const start = at(problem.span.start);
    const { start: from, end: until } = problem.span;
    return { ...problem, span: { start, end: until > from ? at(until - 1) + 1 : start } };
  });
}

class PairReader {
  readonly problems: FileProblem[] = [];
  readonly #pairs: YamlPairs["pairs"];
  /** What is missing may be where YAML could not be read. */
  readonly #isBroken: boolean;

  constructor({ pairs, problems }: YamlPairs) {
    this.#pairs = pairs;
    this.#isBroken = problems.length > 0;
  }

  rule(path: string): Rule | null {
    const name = this.#text("name", "required");
    const kind = this.#oneOf("type", KINDS, "required");
    const source = this.#text("source", "required");
    const severity = this.#oneOf("severity", SEVERITIES, "optional");
    const about = this.#oneOf("about", ABOUTS, "optional") ?? "crime";
    const lists = this.#lists();
    const texts = {
      id: this.#text("id", "optional") ?? `${kind}/${name}`,
      description: this.#text("description", "optional") ?? "",
      why: this.#text("why", "optional") ?? "",
      mediumWhen: this.#text("medium_when", "optional") ?? "",
      highWhen: this.#text("high_when", "optional") ?? "",
      evidence: this.#text("evidence", "optional") ?? "",
    };
    this.#misspelt();
    if (name === null || kind === null || source === null) return null;
    return { name, kind, source, severity, about, path, authors: this.#authors(), ...texts, ...lists };
  }

  #text(key: string, need: "required" | "optional"): string | null {
    const pair = this.#pairs.get(key);
    if (pair === undefined) {
      if (need === "required" && !this.#isBroken)
        this.#tell({ start: 0, end: 1 }, `the key \`${key}\` is missing`, this.#missingHint(key));
      return null;
    }
    if (pair.value.kind === "text" && (need === "optional" || pair.value.value.trim() !== "")) return pair.value.value;
    const isEmpty = pair.value.kind === "text" || pair.value.kind === "empty";
    if (isEmpty && need === "optional") return null;
    this.#tell(pair.keySpan, isEmpty ? `\`${key}\` is empty` : `\`${key}\` must be a text`, "");
    return null;
  }

  #oneOf<T extends string>(key: string, choices: readonly T[], need: "required" | "optional"): T | null {
    const text = this.#text(key, need);
    if (text === null) return null;
    const choice = choices.find((one) => one === text);
    if (choice !== undefined) return choice;
    const near = nearWord(text, choices);
    const hint = near === null ? `it is one of ${choices.join(", ")}` : `did you mean \`${near}\`?`;
    const span = this.#pairs.get(key)?.value.span ?? { start: 0, end: 1 };
    this.#tell(span, `\`${text.slice(0, 40)}\` is no ${key}`, hint);
    return null;
  }

  #lists(): Readonly<Record<keyof typeof LISTS, readonly string[]>> {
    return {
      references: this.#list(LISTS.references),
      techniques: this.#list(LISTS.techniques),
      tags: this.#list(LISTS.tags),
      attackTypes: this.#list(LISTS.attackTypes),
      tacticsAndTechniques: this.#list(LISTS.tacticsAndTechniques),
      detectionMethods: this.#list(LISTS.detectionMethods),
      falsePositives: this.#list(LISTS.falsePositives),
      reasons: this.#list(LISTS.reasons),
      openQuestions: this.#list(LISTS.openQuestions),
    };
  }

  /** One text is a list of one; nothing is an empty list. */
  #list(key: string): readonly string[] {
    const pair = this.#pairs.get(key);
    if (pair === undefined || pair.value.kind === "empty") return [];
    if (pair.value.kind === "list") return pair.value.items;
    if (pair.value.kind === "text") return [pair.value.value];
    this.#tell(pair.keySpan, `\`${key}\` must be a list of texts`, "");
    return [];
  }

  /** Names as texts, or as maps of a service to a name. */
  #authors(): readonly string[] {
    const value = this.#pairs.get("authors")?.value;
    return value?.kind === "maps" ? value.items.flatMap((names) => names.slice(0, 1)) : this.#list("authors");
  }

  /** A key that is nearly one of ours which is not there. */
  #misspelt(): void {
    const absent = [...OURS].filter((key) => !this.#pairs.has(key) && key.length > 3);
    for (const [key, { keySpan }] of this.#pairs) {
      if (this.problems.length >= limits.ruleProblemsMax) return;
      const near = OURS.has(key) || key === "authors" ? null : nearWord(key, absent);
      if (near !== null)
        this.#tell(keySpan, `\`${key.slice(0, 40)}\` is no key of a rule`, `did you mean \`${near}\`?`);
    }
  }

  #missingHint(key: string): string {
    if (key === "type") return `it is one of ${KINDS.join(", ")}`;
    return key === "source" ? "it holds the rule's text: `source: |`" : "";
  }

  #tell(span: Span, message: string, hint: string): void {
    this.problems.push({ code: "key", span, message, hint });
  }
}
