/**
 * Functions that a local stand-in answers in place of the model or the program that rules were written for (mql.md, section 8): a match that
 * asked one says so, whatever it answered.
 */
import { partsOf } from "../mql/interned.ts";
import type { Expression } from "../mql/syntax.ts";

const READ_HERE =
  "text in pictures, where it was read, was read by Tesseract with an English model, and that of PDFs taken from their text and pictures";

const STAND_INS: ReadonlyMap<string, string> = new Map([
  ["ml.nlu_classifier", "what its text wants was told by phrases, where the rule asks a model of language"],
  [
    "beta.ml_extract_sensitive_information",
    "sensitive data was told by form and check digits, where the rule asks a model",
  ],
  ["beta.ocr", READ_HERE],
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

/** `scan.ocr` of an exploded file. */
function isRecognised(node: Expression): boolean {
  return node.kind === "member" && node.name === "ocr";
}

/** A sentence for each stand-in that the rule may have asked, each once. */
export function substitutesIn(rule: Expression): readonly string[] {
  const before = known.get(rule);
  if (before !== undefined) return before;
  const found = new Set<string>();
  const open: Expression[] = [rule];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const sentence = next.kind === "call" ? STAND_INS.get(next.name) : isRecognised(next) ? READ_HERE : undefined;
    if (sentence !== undefined) found.add(sentence);
    open.push(...partsOf(next));
  }
  const sentences = [...found].sort();
  known.set(rule, sentences);
  return sentences;
}
