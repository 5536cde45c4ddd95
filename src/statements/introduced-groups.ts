/**
 * Names of groups that no list has, known by what the text says of them: `a group called Pale Example`, `a cluster it tracks as EX-1`, `Pale Example,
 * a hacking group`. Once introduced so they are known for the rest of the document, as companies are. The words of naming are left
 * out of the items (`the group [it calls] Pale Example had read`), so that the name stands beside its noun.
 *
 * What could be a person's name is never taken: a noun for groups must stand beside it. Pure; linear in the items.
 */
import { limits } from "../base/limits.ts";
import type { Companies } from "./companies.ts";
import type { Grammar } from "./grammar.ts";
import type { Item } from "./items.ts";
import { isNameLike } from "./names.ts";
import { isIn } from "./word-lists.ts";

const NAME_WORDS_MAX = 2;
/** Between the noun and the name: `, which the company tracks as`. */
const NAMING_WORDS_MAX = 9;
/** Between `, a` and the noun: `previously unknown hacking`. */
const DESCRIPTION_WORDS_MAX = 5;

export function withGroups(items: readonly Item[], names: Companies, grammar: Grammar): readonly Item[] {
  const kept: Item[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    kept.push(item);
    const until = isGroupNoun(items, at, grammar) ? nameAfter(items, at, grammar) : null;
    if (until !== null) {
      introduce(items, until, names, grammar);
      // `, which it calls X,`: the comma that closes goes with the one that opens.
      const isApart = items[at + 1]?.tag === "comma";
      const end = until + nameLength(items, until, grammar);
      kept.push(...items.slice(until, end));
      at = isApart && items[end]?.tag === "comma" ? end : end - 1;
    } else if (isDescribed(items, at, grammar)) introduce(items, at, names, grammar);
  }
  return kept;
}

function introduce(items: readonly Item[], at: number, names: Companies, grammar: Grammar): void {
  const words = items.slice(at, at + nameLength(items, at, grammar));
  const name = words.map(({ text }) => text).join(" ");
  if (words[0]?.known !== null || names.size >= limits.companiesMax || names.has(name.toLowerCase())) return;
  names.set(name.toLowerCase(), { kind: "group", name, country: "", isPlain: false });
}

/** A known group, or words that may be a name; 0 for none. */
function nameLength(items: readonly Item[], at: number, grammar: Grammar): number {
  const first = items[at];
  if (first?.known !== null && first?.known !== undefined) return first.known.kind === "group" ? 1 : 0;
  let count = 0;
  while (isNameWord(items[at + count], grammar)) count += 1;
  return count <= NAME_WORDS_MAX ? count : 0;
}

function isNameWord(item: Item | undefined, grammar: Grammar): boolean {
  return item !== undefined && item.known === null && /^\p{Lu}/u.test(item.text) && isNameOrCode(item, grammar);
}

/** `EX-1` has a digit, which no person's name has. */
const isNameOrCode = (item: Item, grammar: Grammar): boolean =>
  isNameLike(item, grammar) || (item.tag === "noun" && /\d/.test(item.text));

function isGroupNoun(items: readonly Item[], at: number, grammar: Grammar): boolean {
  const item = items[at];
  if (item === undefined || item.form !== null || grammar.bodyNouns.get(item.lower) !== "group") return false;
  // `an actor named …` may be a person on a stage.
  return !isIn(item, "actor-noun") || items[at - 1]?.tag === "noun" || items[at - 1]?.tag === "adj";
}

/** Item at which the name begins that words of naming after a noun at `at` lead to, or null. */
function nameAfter(items: readonly Item[], at: number, grammar: Grammar): number | null {
  let hasNaming = false;
  for (let index = at + 1; index <= at + NAMING_WORDS_MAX; index += 1) {
    const item = items[index];
    if (item === undefined || item.tag === "stop") return null;
    if (hasNaming && nameLength(items, index, grammar) > 0) return index;
    if (isIn(item.verb, "names") || (isIn(item, "naming") && item.form !== "ing")) hasNaming = true;
    else if (item.verb !== null && item.form !== null && item.tag !== "be") return null;
    else if (hasNaming && item.tag !== "prep" && item.tag !== "to" && item.tag !== "quote" && item.tag !== "adv")
      return null;
    else if (!hasNaming && !BEFORE_NAMING.has(item.tag)) return null;
  }
  return null;
}

const BEFORE_NAMING: ReadonlySet<Item["tag"]> = new Set([
  "comma",
  "rel",
  "det",
  "pron",
  "entity",
  "noun",
  "adv",
  "be",
  "verb",
]);

/** `X, a hacking group`: a name at `at` that a noun for groups describes. */
function isDescribed(items: readonly Item[], at: number, grammar: Grammar): boolean {
  const count = nameLength(items, at, grammar);
  if (count === 0 || isNameWord(items[at - 1], grammar) || items[at]?.known !== null) return false;
  if (items[at + count]?.tag !== "comma" || !isIn(items[at + count + 1], "indefinite")) return false;
  for (let index = at + count + 2; index <= at + count + 2 + DESCRIPTION_WORDS_MAX; index += 1) {
    const item = items[index];
    if (item === undefined || item.tag === "comma" || item.tag === "stop" || grammar.personNouns.has(item.lower))
      return false;
    if (grammar.bodyNouns.get(item.lower) === "group" && item.form === null)
      return items[index + 1]?.tag !== "noun" && items[index + 1]?.tag !== "poss";
  }
  return false;
}
