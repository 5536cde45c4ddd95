/** How a party is called: a description without names, its count, the words that stand for it. Pure. */
import type { Party, PartyKind } from "../case/assertion.ts";
import { stateNames } from "./gazetteer.ts";
import type { Grammar } from "./grammar.ts";
import type { Item } from "./items.ts";
import { isNameLike } from "./names.ts";
import type { NounPhrase } from "./phrases.ts";
import { isIn } from "./word-lists.ts";

const WORDS_MAX = 12;

export interface PartyWish {
  readonly grammar: Grammar;
  readonly names: boolean;
  readonly text: string;
}

export function embassyName(phrase: NounPhrase, noun: string, country: string): string | null {
  if (country === "") return null;
  const title = `${noun[0]?.toUpperCase() ?? ""}${noun.slice(1)}`;
  const place = phrase.links
    .find(({ prep, head }) => prep === "in" && head.items.at(-1)?.isCapital === true)
    ?.head.items.at(-1)?.text;
  return `${title} of ${stateNames.get(country) ?? country}${place === undefined ? "" : ` in ${place}`}`;
}

/** A description without names: `seven nationals of China`, `foreign critics of China`. */
export function describe(wish: PartyWish, phrase: NounPhrase, country: string): string {
  const { grammar } = wish;
  const own = withoutDeterminer(withoutPossessive(phrase.head.items));
  const words = own
    .filter((item) => item.known?.kind !== "demonym" && item.known?.kind !== "state" && item.known?.kind !== "seat")
    .filter((item) => item.tag !== "poss" && (wish.names || !isNameLike(item, grammar)))
    .map(({ text, isCapital, known }) =>
      isCapital && known === null && !/\d|\p{Lu}\p{Lu}/u.test(text) ? text.toLowerCase() : text,
    );
  const ofLinks = phrase.links
    .filter(
      ({ prep, head }) =>
        (prep === "of" || (prep === "at" && head.items.at(-1)?.known?.kind === "company")) &&
        head.items.at(-1)?.known !== undefined &&
        head.items.at(-1)?.known !== null,
    )
    .map(({ head }) => head.items.at(-1)?.known?.name ?? "");
  const whole = wholeOf(wish, phrase);
  if (whole !== "") return `${words.slice(-WORDS_MAX).join(" ")} of ${whole}`;
  const field = ownField(wish, phrase);
  if (field !== "") words.push(field);
  const places =
    country === ""
      ? ofLinks
      : [stateNames.get(country) ?? country, ...ofLinks.filter((name) => name !== stateNames.get(country))];
  return `${words.slice(-WORDS_MAX).join(" ")}${places.length === 0 ? "" : ` of ${places.join(" and ")}`}`;
}

/** `a unit of the Russian intelligence service`: of what somebody is a part, where no list has its name. */
function wholeOf(wish: PartyWish, { head, links }: NounPhrase): string {
  const [link] = links;
  const last = link?.head.items.at(-1);
  if (link?.prep !== "of" || !isIn(head.items.at(-1), "part-noun") || last?.known !== null) return "";
  const isOfBody = link.head.items.some(({ known }) => known !== null) && wish.grammar.bodyNouns.has(last.lower);
  return isOfBody ? textOf(wish, withoutDeterminer(link.head.items)) : "";
}

/** `ministry of foreign affairs`: what a body is for, in plain words right after it. */
function ownField(wish: PartyWish, { head, links }: NounPhrase): string {
  const [link] = links;
  const last = head.items.at(-1);
  if (link?.prep !== "of" || last === undefined || !isIn(last, "has-field") || link.head.start - last.end > 4)
    return "";
  const isPlain = link.head.items.every(({ known, isCapital }) => known === null && !isCapital);
  return isPlain ? `of ${textOf(wish, link.head.items)}` : "";
}

export function countOf(items: readonly Item[], grammar: Grammar): number | null {
  const number = items.find(({ tag }) => tag === "num");
  if (number !== undefined) {
    const word = grammar.numberWords.get(number.lower);
    if (word !== undefined) return word;
    const digits = number.lower.replaceAll(",", "");
    const isYear = /^(?:19|20)\d\d$/.test(number.lower);
    return /^\d{1,9}$/.test(digits) && !isYear ? Number(digits) : null;
  }
  const head = items.at(-1)?.lower ?? "";
  return items[0]?.lists.has("indefinite") === true && !head.endsWith("s") ? 1 : null;
}

export const withoutDeterminer = (items: readonly Item[]): readonly Item[] => {
  let from = 0;
  while (from < items.length - 1 && items[from]?.tag === "det") from += 1;
  return items.slice(from);
};

export function withoutPossessive(items: readonly Item[]): readonly Item[] {
  return items.at(-1)?.tag === "poss" ? items.slice(0, -1) : items;
}

/** The longest run from the front without a word that may be a personal name. */
export function nameFree(items: readonly Item[], grammar: Grammar, names: boolean, isBody = false): readonly Item[] {
  if (names || isBody) return items;
  const at = items.findIndex((item) => isNameLike(item, grammar));
  return at < 0 ? items : items.slice(0, at);
}

interface PartyDraft {
  readonly kind: PartyKind;
  readonly name: string;
  readonly country: string;
  readonly items: readonly Item[];
  readonly count: number | null;
}

export function party(wish: PartyWish, { kind, name, country, items, count }: PartyDraft): Party {
  return { kind, name: name.replace(/\s+/g, " "), words: textOf(wish, items), country, count };
}

export function textOf(wish: PartyWish, items: readonly Item[]): string {
  const [first] = items;
  return first === undefined ? "" : wish.text.slice(first.start, items.at(-1)?.end).replace(/\s+/g, " ");
}
