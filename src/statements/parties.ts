/**
 * Groups of nouns → parties: states, bodies, groups, companies, sectors, people. Natural persons stand as a count or a description: words
 * that could be a personal name never enter a party unless `names` is on.
 *
 * Definite descriptions (`the group`, `the embassy`) and pronouns stand for a party only where just one can be meant: the last one
 * of its nature, named at most `MEMORY` sentences before. Anything else keeps the document's own words.
 */
import type { Party, PartyKind } from "../case/assertion.ts";
import type { Chunk } from "./chunks.ts";
import {
  countOf,
  describe,
  embassyName,
  nameFree,
  type PartyWish,
  party,
  textOf,
  withoutDeterminer,
  withoutPossessive,
} from "./descriptions.ts";
import { stateNames } from "./gazetteer.ts";
import type { Grammar } from "./grammar.ts";
import type { Item } from "./items.ts";
import { type Memory, ownerCountry, pronoun, recalled, remember } from "./memory.ts";
import { isCodeName, isNameLike } from "./names.ts";
import { APPOSED, APPOSED_OF, BACKED_BY, type NounPhrase } from "./phrases.ts";
import { isIn, isListed } from "./word-lists.ts";

export function partiesOf(wish: PartyWish, memory: Memory, phrase: NounPhrase): readonly Party[] {
  const own = partyOf(wish, memory, phrase);
  return own === null ? [] : [own];
}

function partyOf(wish: PartyWish, memory: Memory, phrase: NounPhrase): Party | null {
  const { grammar } = wish;
  const items = withoutPostposed(withoutPossessive(phrase.head.items));
  const head = items.at(-1);
  if (head === undefined) return null;
  const counted = countedPhrase(phrase, head);
  if (counted !== null) return withCount(partyOf(wish, memory, counted), head, grammar);
  if (head.tag === "pron") return pronoun(memory, head);
  const named = items.filter(({ known }) => known !== null);
  const state = named.find(
    ({ known }) => known?.kind === "state" || known?.kind === "demonym" || known?.kind === "seat",
  );
  const backer = phrase.links
    .find(({ prep }) => prep === BACKED_BY)
    ?.head.items.find(({ known }) => known !== null && known.country !== "");
  const stated = state?.known?.country ?? (hyphenCountry(items, grammar) || (backer?.known?.country ?? ""));
  const country = stated === "" && speaksForOwner(items, head) ? ownerCountry(memory) : stated;
  const linked = phrase.links.flatMap(({ prep, head: inner }) => (prep === "of" ? [inner] : []));
  const ofState = linked.flatMap(({ items: inner }) =>
    inner
      // `a unit of the Russian intelligence service`: of a body, also by what the body is called.
      .filter(({ known }) => known?.kind === "state" || (known?.kind === "demonym" && isIn(head, "part-noun")))
      .map(({ known }) => known?.country ?? ""),
  );
  const body = named.findLast(
    ({ known }) => known?.kind !== "state" && known?.kind !== "demonym" && known?.kind !== "seat",
  );
  const tail = body === undefined ? [] : items.slice(items.indexOf(body) + 1);
  if (body?.known !== undefined && body.known !== null && isWholeName(tail, body, grammar)) {
    const near =
      country === ""
        ? (ofState[0] ?? (isIn(items.at(-1), "state-place") || /ministry/i.test(body.text) ? seatOf(phrase) : ""))
        : country;
    const own = body.known.country === "" ? near : body.known.country;
    const isOffice = body.known.kind === "office" || body.known.kind === "group";
    const name =
      body.known.country === "" &&
      own !== "" &&
      !isSame(body.known.name, own) &&
      body.known.kind !== "group" &&
      body.known.kind !== "company"
        ? `${body.known.name} (${stateNames.get(own) ?? own})`
        : body.known.name;
    return party(wish, {
      kind: kindOfKnown(body),
      name,
      country: own,
      items: isOffice ? [body] : withoutDeterminer(items.slice(0, items.indexOf(body) + 1)),
      count: null,
    });
  }
  if (head.known?.kind === "demonym") {
    // `the Chinese`, `the British`: their state; `Chinese` alone or `Russians`: people.
    const isPeople = head.lower.endsWith("s") && !/(?:ese|ss|sh)$/.test(head.lower);
    if (isPeople)
      return party(wish, {
        kind: "persons",
        name: `nationals of ${head.known.name}`,
        country,
        items: withoutDeterminer(items),
        count: countOf(items, grammar),
      });
    return party(wish, { kind: "state", name: head.known.name, country, items: withoutDeterminer(items), count: null });
  }
  if (head.known !== null)
    return party(wish, {
      kind: "state",
      name: head.known.name,
      country: head.known.country,
      items: withoutDeterminer(items),
      count: null,
    });
  return ofNoun(wish, memory, phrase, {
    items,
    head,
    country: country === "" ? (ofState[0] ?? "") : country,
    modifier: country,
  });
}

/** `lawmakers critical of X`: what is said of them after them. */
function withoutPostposed(items: readonly Item[]): readonly Item[] {
  return items.length > 1 && isIn(items.at(-1), "postposed") ? items.slice(0, -1) : items;
}

/** `its ambassador`, `its foreign ministry`: of whom the sentence, or the one before, speaks. */
function speaksForOwner(items: readonly Item[], head: Item): boolean {
  const isOffice = isIn(head, "official") || isIn(head, "spokesperson") || isIn(head, "embassy");
  return isIn(items[0], "pron-owner") && (isOffice || head.known?.kind === "agency" || head.known?.kind === "office");
}

/** `dozens of organisations`, `a series of states`: what stands after `of`. */
function countedPhrase({ links }: NounPhrase, head: Item): NounPhrase | null {
  const [first, ...rest] = links;
  return (head.tag === "num" || head.lists.has("counts-of")) && first?.prep === "of"
    ? { head: first.head, links: rest }
    : null;
}

/** `eight of its members`: eight members. */
function withCount(party: Party | null, head: Item, grammar: Grammar): Party | null {
  const isOf = party !== null && party.count === null && (party.kind === "persons" || party.kind === "public");
  const count = isOf && head.tag === "num" ? countOf([head], grammar) : null;
  return party === null || count === null ? party : { ...party, count, name: `${head.lower} ${party.name}` };
}

function isSame(name: string, country: string): boolean {
  return name.includes(stateNames.get(country) ?? "\u0000");
}

/** Nothing after the name but what names more closely: `the APT31 group`, `the FBI statement` is the FBI's, `MPs and …`. */
function isWholeName(tail: readonly Item[], body: Item, grammar: Grammar): boolean {
  const rest = tail.filter(({ tag }) => tag !== "poss");
  if (rest.length === 0) return true;
  const last = rest.at(-1);
  if (last === undefined) return true;
  if (body.known?.kind === "group")
    return rest.every(({ lower }) => grammar.bodyNouns.get(lower) === "group" || grammar.tradeNouns.has(lower));
  if (body.known?.kind === "office") return rest.every((item) => isNameLike(item, grammar));
  if (grammar.speakingNouns.has(last.lower)) return true;
  // `the GRU's Unit 99999`.
  if (rest.every((item) => item.tag === "num" || isIn(item, "part-noun"))) return true;
  return rest.every((item) => isNameLike(item, grammar) || item.lists.has("name-tail"));
}

function kindOfKnown(item: Item): PartyKind {
  const kind = item.known?.kind;
  return kind === "agency" || kind === "office" || kind === "group" || kind === "company" ? kind : "state";
}

interface NounWish {
  readonly items: readonly Item[];
  readonly head: Item;
  readonly country: string;
  /** From the words before the noun alone. */
  readonly modifier: string;
}

function ofNoun(
  wish: PartyWish,
  memory: Memory,
  phrase: NounPhrase,
  { items, head, country, modifier }: NounWish,
): Party | null {
  const { grammar } = wish;
  const isDefinite = items[0]?.tag === "det" && items[0].lists.has("definite") && items.length <= 3;
  const person =
    grammar.personNouns.get(head.lower) ??
    (!head.isCapital && grammar.personEnding.test(head.lower) ? "persons" : personBefore(items, grammar));
  const words = withoutDeterminer(items);
  const state = stateNames.get(country) ?? "";
  if (person !== undefined) {
    const speaker = spokenFor(wish, memory, phrase, head);
    if (speaker !== null) return speaker;
    const isOne = !head.lower.endsWith("s") && !isIn(items[0], "indefinite");
    const isOffice = isOne && items.some((item) => isIn(item, "official"));
    const kind = isOffice ? "office" : person === "public" ? "public" : "persons";
    const own = head.lists.has("national") ? country : modifier;
    const name = describe(wish, phrase, own);
    const count = countOf(items, grammar);
    return party(wish, { kind, name, country: own, items: nameFree(words, grammar, wish.names), count });
  }
  const isCampaign = isIn(head, "campaign-noun") && items.some((item) => isIn(item, "campaign-kind"));
  // `an unauthorised third party`.
  const isIntruder = isIn(head, "somebody-noun") && items.some((item) => isIn(item, "intruder-word"));
  if (isIntruder)
    return { kind: "persons", name: describe(wish, phrase, ""), words: textOf(wish, words), country: "", count: null };
  const body = isCampaign ? "office" : grammar.bodyNouns.get(head.lower);
  if (grammar.speakingNouns.has(head.lower)) {
    const speaker = spokenFor(wish, memory, phrase, head);
    if (speaker !== null) return speaker;
    if (head.lists.has("speaking-paper") && body === undefined) {
      return {
        kind: "unknown",
        name: head.lower,
        words: wish.text.slice(head.start, head.end),
        country: "",
        count: null,
      };
    }
  }
  const isPaper =
    isIn(head, "paper") || (isIn(head, "paper-plural") && items.some((item) => isIn(item, "paper-modifier")));
  if (isPaper) {
    const name = textOf(wish, words).toLowerCase();
    return { kind: "unknown", name, words: textOf(wish, words), country: "", count: null };
  }
  if (body === "state") {
    if (country !== "") return party(wish, { kind: "state", name: state, country, items: words, count: null });
    if (isDefinite && items.length === 2) {
      const last = recalled(memory, ({ party: { kind } }) => kind === "state");
      if (last !== null && !head.lower.endsWith("s")) return { ...last, words: textOf(wish, words) };
    }
    return party(wish, {
      kind: "state",
      name: describe(wish, phrase, ""),
      country: "",
      items: words,
      count: countOf(items, grammar),
    });
  }
  if (body === "group") {
    if (isDefinite && (items.length === 2 || modifier === "")) {
      const last = recalled(memory, ({ party: { kind } }) => kind === "group");
      if (last !== null) return { ...last, words: textOf(wish, words) };
    }
    return party(wish, {
      kind: "group",
      name: describe(wish, phrase, isIn(head, "part-noun") ? country : modifier),
      country: isIn(head, "part-noun") ? country : modifier,
      items: words,
      count: null,
    });
  }
  if (body !== undefined) {
    if (isDefinite && items.length === 2) {
      const last = recalled(memory, ({ noun }) => noun === head.lower);
      if (last !== null) return { ...last, words: textOf(wish, words) };
    }
    const name = describe(wish, phrase, modifier);
    const where = head.lists.has("embassy")
      ? embassyName(phrase, head.lower, country === "" ? modifier : country)
      : null;
    const isNamed = items.some((item) => item.isCapital && item.known === null && item !== items[0]);
    const whole = isNamed ? [...words, ...restOfName(phrase, head, grammar)] : words;
    const seat = country === "" && isIn(head, "state-place") ? seatOf(phrase) : "";
    const found = party(wish, {
      kind: body,
      name:
        where ?? (isNamed ? textOf(wish, whole) : seat === "" ? name : `${name} of ${stateNames.get(seat) ?? seat}`),
      country: country === "" ? seat : country,
      items: nameFree(whole, grammar, wish.names, true),
      count: countOf(items, grammar),
    });
    remember(memory, found, head.lower);
    return found;
  }
  const organisation = organisationOf(words, grammar);
  if (organisation !== null) {
    const whole = [...words, ...restOfName(phrase, head, grammar)];
    return party(wish, {
      kind: head.lists.has("company-end") ? "company" : organisation,
      name: textOf(wish, whole),
      country: modifier,
      items: whole,
      count: null,
    });
  }
  if (isNameLike(head, grammar) && !isFirstPlain(items, head)) {
    // `the group Example Bear`: what may be a person's name is left out, what it is is kept.
    const noun = items.findIndex(({ lower }) => grammar.bodyNouns.get(lower) === "group");
    if (noun >= 0 && !wish.names) {
      const own = withoutDeterminer(items.slice(0, noun + 1));
      return party(wish, { kind: "group", name: textOf(wish, own), country: modifier, items: own, count: null });
    }
    if (items.length <= 2 && !wish.names && isCodeName(head, items.at(-2))) {
      return party(wish, { kind: "unknown", name: head.text, country: modifier, items: [head], count: null });
    }
    if (wish.names)
      return party(wish, { kind: "persons", name: textOf(wish, words), country: modifier, items: words, count: 1 });
    const apposed = phrase.links.find(({ prep }) => prep === APPOSED);
    const description = apposed === undefined ? null : partyOf(wish, memory, describedBy(phrase, apposed.head));
    return (
      description ?? {
        kind: "persons",
        name: "a named person or body, withheld",
        words: "",
        country: modifier,
        count: 1,
      }
    );
  }
  return null;
}

/** `Quill, a member of the group`: what stands for the name that is withheld. */
function describedBy({ links }: NounPhrase, head: Chunk): NounPhrase {
  const of = links.filter(({ prep }) => prep === APPOSED_OF).map((link) => ({ prep: "of", head: link.head }));
  return { head, links: of };
}

/** `the ministry in Pyongyang`: whose capital, or state, it stands in. */
function seatOf({ links }: NounPhrase): string {
  const place = links.find(({ prep }) => prep === "in")?.head.items.at(-1)?.known;
  return place?.kind === "seat" || place?.kind === "state" ? place.country : "";
}

/** The one word of a sentence's start may be any common noun. */
function isFirstPlain(items: readonly Item[], head: Item): boolean {
  return items.length === 1 && head.lower.endsWith("s") && !/^\p{Lu}.*\p{Lu}/u.test(head.text);
}

function personBefore(items: readonly Item[], grammar: Grammar): "persons" | "public" | "group" | undefined {
  // `spokesperson Jane Doe`, `senators A B`: a noun for people, then names.
  const at = items.findIndex(({ lower }) => grammar.personNouns.has(lower));
  if (at < 0 || !items.slice(at + 1).every((item) => isNameLike(item, grammar))) return undefined;
  return grammar.personNouns.get(items[at]?.lower ?? "");
}

/** For whom a spokesperson, a statement or an official with a preposition speaks. */
function spokenFor(wish: PartyWish, memory: Memory, phrase: NounPhrase, head: Item): Party | null {
  const { grammar } = wish;
  const isSpeaker =
    grammar.speakingNouns.has(head.lower) || phrase.head.items.some(({ lists }) => lists.has("spokesperson"));
  if (!isSpeaker) return null;
  for (const { prep, head: inner } of phrase.links) {
    if (!isListed(grammar, prep, "prep-for-whom")) continue;
    const found = partyOf(wish, memory, {
      head: inner,
      links: phrase.links.filter(({ head: other }) => other !== inner && other.start > inner.start),
    });
    if (found !== null && found.kind !== "persons") return found;
  }
  // `the UK's announcements`, `the foreign ministry spokesperson`.
  const at = phrase.head.items.findLastIndex(({ lower }) => grammar.speakingNouns.has(lower));
  const owner = withoutPossessive(phrase.head.items.slice(0, at));
  if (owner.some(({ known, lower }) => known !== null || grammar.bodyNouns.has(lower))) {
    const chunk: Chunk = {
      kind: "np",
      start: phrase.head.start,
      end: owner.at(-1)?.end ?? phrase.head.end,
      items: owner,
      group: null,
    };
    return partyOf(wish, memory, { head: chunk, links: [] });
  }
  return null;
}

/** `China-linked`, `MSS-affiliated`: the state before the hyphen. */
function hyphenCountry(items: readonly Item[], grammar: Grammar): string {
  for (const { text } of items) {
    const [name, tie] = text.split(/[-\u2010\u2011]/, 2);
    if (name === undefined || tie === undefined || !isListed(grammar, tie.toLowerCase(), "hyphen-tie")) continue;
    for (const [code, state] of stateNames) if (state === name) return code;
    const alias = grammar.stateWords.get(name);
    if (alias !== undefined) return alias;
  }
  return "";
}

/** `Main Centre for Special Technologies`: what stands in capitals after `for` or `of` right behind the name. */
function restOfName({ links }: NounPhrase, head: Item, grammar: Grammar): readonly Item[] {
  const [link] = links;
  const [first] = link?.head.items ?? [];
  if (link === undefined || first === undefined || first.start - head.end > 5) return [];
  const isName = link.head.items.every((item) => item.isCapital && item.known === null && !isPersonWord(item, grammar));
  return (link.prep === "for" || link.prep === "of") && isName ? link.head.items : [];
}

const isPersonWord = ({ lower }: Item, grammar: Grammar): boolean => grammar.personNouns.has(lower);

/** `Example Data Authority`; with a word for people in it (`Foreign Minister Alva bin Quill`) or small words it may hold a name. */
function organisationOf(items: readonly Item[], grammar: Grammar): "agency" | null {
  const isName = items.every(({ isCapital, lower }) => (isCapital || lower === "&") && !grammar.personNouns.has(lower));
  const hasWord = items.some(({ lists }) => lists.has("organisation-word"));
  return items.length >= 2 && isName && hasWord ? "agency" : null;
}
