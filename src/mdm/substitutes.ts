/**
 * Functions that a local stand-in answers in place of the model or the program that rules were written for (mql.md, section 8): a match that
 * asked one says so, whatever it answered.
 */
import { partsOf } from "../mql/interned.ts";
import type { Expression } from "../mql/syntax.ts";

const STAND_INS: ReadonlyMap<string, string> = new Map([
  ["ml.nlu_classifier", "what its text wants was told by phrases, where the rule asks a model of language"],
  [
    "beta.ml_extract_sensitive_information",
    "sensitive data was told by form and check digits, where the rule asks a model",
  ],
  [
    "file.message_screenshot",
    "the message was read as text, and its own pictures for codes, where the rule looks at a picture of it",
  ],
  [
    "beta.message_screenshot",
    "the message was read as text, and its own pictures for codes, where the rule looks at a picture of it",
  ],
]);

const known = new WeakMap<Expression, readonly string[]>();

/** A sentence for each stand-in that the rule may have asked, each once. */
export function substitutesIn(rule: Expression): readonly string[] {
  const before = known.get(rule);
  if (before !== undefined) return before;
  const found = new Set<string>();
  const open: Expression[] = [rule];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const sentence = next.kind === "call" ? STAND_INS.get(next.name) : undefined;
    if (sentence !== undefined) found.add(sentence);
    open.push(...partsOf(next));
  }
  const sentences = [...found].sort();
  known.set(rule, sentences);
  return sentences;
}
