/** What was read of rule files ↔ plain data that survives JSON: rules, their compiled texts, and the problems of the others. Pure. */
import type { Checked } from "../mql/checked.ts";
import { type PackedTrees, packTrees, unpackTrees } from "../mql/packed-trees.ts";
import type { Schema } from "../mql/types.ts";
import type { FindingRule } from "./finding-rule.ts";
import type { ReadRules } from "./read-rules.ts";
import type { Rule } from "./rule.ts";

export interface PackedRules extends Omit<ReadRules, "ready"> {
  readonly trees: PackedTrees;
  readonly ready: readonly PackedRule[];
}

/** Trees are named by their place among the roots. */
interface PackedRule {
  readonly rule: Rule;
  readonly checked: number;
  readonly medium: number | null;
  readonly high: number | null;
  readonly reasons: readonly number[];
  readonly questions: readonly number[];
  readonly evidence: number | null;
}

export function packRules({ ready, ...rest }: ReadRules, schema: Schema): PackedRules {
  const trees: Checked[] = [];
  const place = (tree: Checked): number => trees.push(tree) - 1;
  const maybe = (tree: Checked | null): number | null => (tree === null ? null : place(tree));
  const packed = ready.map(({ rule, checked, medium, high, reasons, questions, evidence }) => ({
    rule,
    checked: place(checked),
    medium: maybe(medium),
    high: maybe(high),
    reasons: reasons.map(place),
    questions: questions.map(place),
    evidence: maybe(evidence),
  }));
  return { ...rest, trees: packTrees(trees, schema), ready: packed };
}

/** Null where the data has not the form. */
export function unpackRules({ trees, ready, ...rest }: PackedRules): ReadRules | null {
  const all = unpackTrees(trees);
  if (all === null) return null;
  const rules: FindingRule[] = [];
  for (const packed of ready) {
    const rule = unpacked(packed, all);
    if (rule === null) return null;
    rules.push(rule);
  }
  return { ...rest, ready: rules };
}

function unpacked({ rule, ...places }: PackedRule, all: readonly Checked[]): FindingRule | null {
  const checked = all[places.checked];
  const maybe = (place: number | null): Checked | null => (place === null ? null : (all[place] ?? null));
  const each = (list: readonly number[]) => list.map((place) => all[place]).filter((tree) => tree !== undefined);
  return checked === undefined
    ? null
    : {
        rule,
        checked,
        medium: maybe(places.medium),
        high: maybe(places.high),
        reasons: each(places.reasons),
        questions: each(places.questions),
        evidence: maybe(places.evidence),
      };
}
