/** `strings.*` that need no parser of mail (mql.md, 9.2). */
import { limits } from "../../base/limits.ts";
import { type Base64Options, decodeBase64, scanBase64 } from "../base64.ts";
import { replaceConfusables } from "../confusables.ts";
import { fold } from "../fold.ts";
import { matchesGlob, parseGlob } from "../glob.ts";
import { LimitReached } from "../limit-reached.ts";
import { isArray, ofJson, textOf } from "../outcome.ts";
import type { Value } from "../value.ts";
import { anyPattern, type Implementation, ofText, strict } from "./implementation.ts";

const ENCODINGS: readonly string[] = ["ascii", "utf8"];

export const stringFunctions: readonly (readonly [name: string, call: Implementation])[] = [
  ...twins("contains", (text) => (part) => text.includes(part)),
  ...twins("starts_with", (text) => (start) => text.startsWith(start)),
  ...twins("ends_with", (text) => (end) => text.endsWith(end)),
  ...twins("like", (text) => (glob) => matchesGlob(text, parseGlob(glob))),
  ["strings.count", counted((text) => text)],
  ["strings.icount", counted(fold)],
  ["strings.levenshtein", distance((text) => text)],
  ["strings.ilevenshtein", distance(fold)],
  ["strings.concat", strict(concatenated)],
  ["strings.replace_confusables", ofText(replaceConfusables)],
  ["strings.parse_json", ofText(parseJson)],
  ["strings.parse_float", ofText(parseFloatText)],
  ["strings.scan_base64", base64((text, options) => scanBase64(text, options))],
  ["strings.decode_base64", base64((text, options) => decodeBase64(text, options))],
  ["strings.decode_hex", ofText(decodeHex)],
];

type Prepare = (text: string) => (pattern: string) => boolean;

/** `strings.NAME` and its case-insensitive twin, which folds both sides. */
function twins(name: string, prepare: Prepare): readonly (readonly [string, Implementation])[] {
  const folded: Prepare = (text) => {
    const test = prepare(fold(text));
    return (pattern) => test(fold(pattern));
  };
  return [
    [`strings.${name}`, anyPattern(prepare)],
    [`strings.i${name}`, anyPattern(folded)],
  ];
}

/** [I] Occurrences that do not overlap; an empty part gives null. */
function counted(read: (text: string) => string): Implementation {
  return strict(([text = null, part = null]) => {
    const [where, what] = [textOf(text), textOf(part)];
    if (where === null || what === null || what === "") return null;
    return occurrences(read(where), read(what));
  });
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
}

function distance(read: (text: string) => string): Implementation {
  return strict(([first = null, second = null]) => {
    const [a, b] = [textOf(first), textOf(second)];
    return a === null || b === null ? null : levenshtein(lettersOf(read(a)), lettersOf(read(b)));
  });
}

/** Code points. */
function lettersOf(text: string): ArrayLike<number> {
  const letters = new Uint32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; length++) {
    const letter = text.codePointAt(at) ?? 0;
    letters[length] = letter;
    at += letter > 0xffff ? 2 : 1;
  }
  return letters.subarray(0, length);
}

/** Inserted, deleted and replaced code points. Costs the product of the lengths, which is bounded. */
function levenshtein(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let start = 0;
  let [endA, endB] = [a.length, b.length];
  while (start < endA && start < endB && a[start] === b[start]) start++;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const width = endB - start;
  if ((endA - start) * width > limits.mqlLevenshteinStepsMax) throw new LimitReached("levenshtein");
  const row = new Uint32Array(width + 1);
  for (let index = 0; index <= width; index++) row[index] = index;
  for (let i = start; i < endA; i++) {
    let diagonal = row[0] ?? 0;
    row[0] = i - start + 1;
    for (let j = 1; j <= width; j++) {
      const above = row[j] ?? 0;
      const replaced = diagonal + (a[i] === b[start + j - 1] ? 0 : 1);
      row[j] = Math.min(replaced, above + 1, (row[j - 1] ?? 0) + 1);
      diagonal = above;
    }
  }
  return row[width] ?? 0;
}

/** Null where any is null. */
function concatenated(values: readonly Value[]): Value {
  const texts = values.map(textOf).filter((text) => text !== null);
  if (texts.length < values.length) return null;
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length > limits.mqlTextCharsMax) throw new LimitReached("text");
  return texts.join("");
}

/** Null where it is no JSON. */
function parseJson(text: string): Value {
  try {
    return ofJson(JSON.parse(text));
  } catch {
    return null;
  }
}

function parseFloatText(text: string): Value {
  const trimmed = text.trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed) && Number.isFinite(Number(trimmed))
    ? Number(trimmed)
    : null;
}

/** Null where it is no hex, or no UTF-8. */
function decodeHex(text: string): Value {
  if (text.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(text)) return null;
  const bytes = Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(at * 2, at * 2 + 2), 16),
  );
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** With the defaults of the keywords: ASCII and UTF-8, padding wanted, over line breaks, the standard alphabet. */
function base64(call: (text: string, options: Base64Options) => Value): Implementation {
  return strict(([text = null], keywords) => {
    const known = textOf(text);
    if (known === null) return null;
    const encodings = keywords.get("encodings") ?? null;
    return call(known, {
      encodings: isArray(encodings) ? encodings.map(textOf).filter((name) => name !== null) : ENCODINGS,
      ignorePadding: keywords.get("ignore_padding") === true,
      multiline: keywords.get("multiline") !== false,
      isUrl: keywords.get("format") === "url",
    });
  });
}
