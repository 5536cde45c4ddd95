/**
 * Names of companies that no list has, known by what the text says of them: `Examplesoft, a security company, said`, `security firm Examplesoft said`,
 * `researchers at Examplesoft`. Once introduced so they are known for the rest of the document. What could be a person's name is never taken:
 * only one or two words, with a company's noun beside them. Pure; linear in the items.
 */
import { limits } from "../base/limits.ts";
import type { KnownName } from "./gazetteer.ts";
import type { Grammar } from "./grammar.ts";
import type { Item } from "./items.ts";
import { isNameLike } from "./names.ts";
import { isIn } from "./word-lists.ts";

/** Names in small letters → company. */
export type Companies = Map<string, KnownName>;

const NAME_WORDS_MAX = 2;
/** Between `, a` and the noun: `security and intelligence`. */
const DESCRIPTION_WORDS_MAX = 5;

export function withCompanies(items: readonly Item[], companies: Companies, grammar: Grammar): readonly Item[] {
  for (let at = 0; at < items.length; at += 1) {
    const first = items[at];
    if (first?.isCapital !== true) continue;
    const count = introducedAt(items, at, grammar);
    if (count === 0 || companies.size >= limits.companiesMax) continue;
    const words = items.slice(at, at + count);
    const name = words.map(({ text }) => text).join(" ");
    companies.set(name.toLowerCase(), { kind: "company", name, country: "", isPlain: false });
  }
  return companies.size === 0 ? items : joined(items, companies, grammar);
}

/** Words of a company's name that begins at `at` and that the words beside it tell; 0 for none. */
function introducedAt(items: readonly Item[], at: number, grammar: Grammar): number {
  const isWord = (index: number): boolean => {
    const item = items[index];
    return item !== undefined && item.tag === "noun" && isNameLike(item, grammar);
  };
  if (!isWord(at) || isWord(at - 1)) return 0;
  let count = 1;
  while (isWord(at + count)) count += 1;
  if (count > NAME_WORDS_MAX) return 0;
  if (isDescribed(items, at + count, grammar)) return count;
  const isOne = count === 1;
  const before = items[at - 1];
  const isNamedFirm = isIn(before, "company-word") && isIn(items[at - 2], "company-kind");
  const isHome = isIn(before, "at-or-from") && isIn(items[at - 2], "research-people");
  const isOwner = isIn(items[at + 1], "research-people") && before?.tag !== "noun";
  const follows = items[at + count];
  return isOne && (isNamedFirm || isHome || isOwner) && follows?.tag !== "poss" ? count : 0;
}

/** `, a security company,` or `(a company based in …`: the noun ends the description. */
function isDescribed(items: readonly Item[], at: number, grammar: Grammar): boolean {
  if (items[at]?.tag !== "comma" && items[at]?.tag !== "open") return false;
  if (!isIn(items[at + 1], "indefinite")) return false;
  for (let index = at + 2; index <= at + 2 + DESCRIPTION_WORDS_MAX; index += 1) {
    const item = items[index];
    const isWord = item?.tag === "noun" || item?.tag === "adj" || item?.tag === "entity";
    if (!isWord || grammar.personNouns.has(item.lower)) return false;
    if (!isIn(item, "company-word")) continue;
    const next = items[index + 1];
    return (
      next === undefined ||
      next.tag === "comma" ||
      next.tag === "stop" ||
      next.tag === "close" ||
      isIn(next, "introduced-in")
    );
  }
  return false;
}

/** Items with the names that are known as one item each. */
function joined(items: readonly Item[], companies: Companies, grammar: Grammar): readonly Item[] {
  const found: Item[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    const pair = `${item.lower} ${items[at + 1]?.lower ?? ""}`;
    const two = companies.get(pair);
    const known = two ?? companies.get(item.lower);
    // A name that goes on is another's (`Example`, but `Example Quill`).
    const next = items[at + (two === undefined ? 1 : 2)];
    const goesOn = next !== undefined && next.known === null && next.tag === "noun" && isNameLike(next, grammar);
    if (known === undefined || !item.isCapital || item.known !== null || goesOn) {
      found.push(item);
      continue;
    }
    const last = two === undefined ? item : (items[at + 1] ?? item);
    found.push({ ...item, end: last.end, text: known.name, lower: known.name.toLowerCase(), tag: "entity", known });
    if (two !== undefined) at += 1;
  }
  return found;
}
