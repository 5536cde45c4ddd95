/**
 * Groups of nouns → parties: states, bodies, groups, companies, sectors, people. Natural persons stand as a count or a description: words
 * that could be a personal name never enter a party unless `names` is on.
 *
 * Definite descriptions (`the group`, `the embassy`) and pronouns stand for a party only where just one can be meant: the last one
 * of its nature, named at most `MEMORY` sentences before. Anything else keeps the document's own words.
 */
import type { Party, PartyKind } from "../../case/assertion.ts";
import type { Chunk } from "./chunks.ts";
import { BACKED_BY, itemsIn, type NounPhrase } from "./clauses.ts";
import { stateNames } from "./gazetteer.ts";
import type { Grammar } from "./grammar.ts";
import type { Item } from "./items.ts";

/** Sentences after which a description no longer stands for what was named. */
const MEMORY = 4;
const WORDS_MAX = 12;

export interface PartyWish {
  readonly grammar: Grammar;
  readonly names: boolean;
  readonly text: string;
}

/** What was named so far, for descriptions that come later. */
export interface Memory {
  sentence: number;
  readonly named: { readonly party: Party; readonly noun: string; readonly sentence: number }[];
}

export const newMemory = (): Memory => ({ sentence: 0, named: [] });

export function remember(memory: Memory, party: Party, noun: string): void {
  memory.named.push({ party, noun, sentence: memory.sentence });
  if (memory.named.length > 64) memory.named.shift();
}

/** The only party with this nature among those named lately, or null. */
function recalled(
  memory: Memory,
  isIt: (entry: { readonly party: Party; readonly noun: string }) => boolean,
): Party | null {
  const near = memory.named.filter((entry) => memory.sentence - entry.sentence <= MEMORY && isIt(entry));
  const names = new Set(near.map(({ party }) => party.name));
  return names.size === 1 ? (near.at(-1)?.party ?? null) : null;
}

/** A word that may be a personal name: a capital, known to nobody, and no common noun. */
export function isNameLike(item: Item, grammar: Grammar): boolean {
  if (!item.isCapital || item.known !== null || item.tag === "det" || item.tag === "poss" || item.tag === "num")
    return false;
  const { lower } = item;
  if (grammar.adjectives.has(lower)) return false;
  if (grammar.personNouns.has(lower) || grammar.bodyNouns.has(lower) || grammar.tradeNouns.has(lower)) return false;
  if (grammar.recordNouns.has(lower) || grammar.speakingNouns.has(lower) || grammar.verbs.has(lower)) return false;
  if (/\d/.test(lower) || ORGANISATION.test(item.text)) return false;
  return !grammar.sectors.some(([, wordings]) => wordings.includes(lower));
}

export const ORGANISATION =
  /^(?:Ltd|Limited|Inc|GmbH|Corp|Corporation|LLC|PLC|plc|Co|AG|SA|Company|University|Institute|Agency|Ministry|Bureau|Commission|Committee|Council|Centre|Center|Office|Department|Foundation|Party|Group|Bank|Laboratories|Labs|Security|Technology|Technologies|Systems|Networks|Academy|College|Command|Directorate|Authority|Service|Union|Alliance|Association|Federation|News|Times|Post|Press|Embassy|Parliament|Police|Court|Electoral|National|Federal|Central|Cyber|Defence|Defense|Foreign|State|Public|Interior|Intelligence|Team|Project|House|Bar|Research|Threat|District)$/;
const COMPANY_END =
  /^(?:Ltd|Limited|Inc|GmbH|Corp|Corporation|LLC|PLC|plc|Co|AG|SA|Company|Technologies|Technology|Labs|Laboratories|Bank)$/;

export function partiesOf(wish: PartyWish, memory: Memory, phrase: NounPhrase): readonly Party[] {
  const own = partyOf(wish, memory, phrase);
  return own === null ? [] : [own];
}

function partyOf(wish: PartyWish, memory: Memory, phrase: NounPhrase): Party | null {
  const { grammar } = wish;
  const items = withoutPossessive(phrase.head.items);
  const head = items.at(-1);
  if (head === undefined) return null;
  const counted = countedPhrase(phrase, head);
  if (counted !== null) return partyOf(wish, memory, counted);
  if (head.tag === "pron") return pronoun(memory, head);
  const named = items.filter(({ known }) => known !== null);
  const state = named.find(
    ({ known }) => known?.kind === "state" || known?.kind === "demonym" || known?.kind === "seat",
  );
  const backer = phrase.links
    .find(({ prep }) => prep === BACKED_BY)
    ?.head.items.find(({ known }) => known !== null && known.country !== "");
  const country = state?.known?.country ?? (hyphenCountry(items) || (backer?.known?.country ?? ""));
  const linked = phrase.links.flatMap(({ prep, head: inner }) => (prep === "of" ? [inner] : []));
  const ofState = linked.flatMap(({ items: inner }) =>
    inner.filter(({ known }) => known?.kind === "state").map(({ known }) => known?.country ?? ""),
  );
  const body = named.findLast(
    ({ known }) => known?.kind !== "state" && known?.kind !== "demonym" && known?.kind !== "seat",
  );
  const tail = body === undefined ? [] : items.slice(items.indexOf(body) + 1);
  if (body?.known !== undefined && body.known !== null && isWholeName(tail, body, grammar)) {
    const own = body.known.country === "" ? (country === "" ? (ofState[0] ?? "") : country) : body.known.country;
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

/** `dozens of organisations`, `a series of states`: what stands after `of`. */
function countedPhrase({ links }: NounPhrase, head: Item): NounPhrase | null {
  const [first, ...rest] = links;
  const counts =
    /^(?:dozens|scores|hundreds|thousands|tens|millions|handful|number|series|majority|range|variety|couple|set|all|some|none|many|most|several)$/;
  return (head.tag === "num" || counts.test(head.lower)) && first?.prep === "of"
    ? { head: first.head, links: rest }
    : null;
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
  return rest.every((item) => isNameLike(item, grammar) || /^(?:officials|officers|threat|team)$/.test(item.lower));
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
  const isDefinite =
    items[0]?.tag === "det" && /^(?:the|this|that|these|those|its|their)$/.test(items[0].lower) && items.length <= 3;
  const person = grammar.personNouns.get(head.lower) ?? personBefore(items, grammar);
  const words = withoutDeterminer(items);
  const state = stateNames.get(country) ?? "";
  if (person !== undefined) {
    const speaker = spokenFor(wish, memory, phrase, head);
    if (speaker !== null) return speaker;
    const kind = person === "public" ? "public" : "persons";
    const own = /^(?:nationals?|citizens?)$/.test(head.lower) ? country : modifier;
    const name = describe(wish, phrase, own);
    const count = countOf(items, grammar);
    return party(wish, { kind, name, country: own, items: nameFree(words, grammar, wish.names), count });
  }
  const body = grammar.bodyNouns.get(head.lower);
  if (grammar.speakingNouns.has(head.lower)) {
    const speaker = spokenFor(wish, memory, phrase, head);
    if (speaker !== null) return speaker;
    if (/^(?:authorities|indictment|advisory|report|statement)$/.test(head.lower) && body === undefined) {
      return {
        kind: "unknown",
        name: head.lower,
        words: wish.text.slice(head.start, head.end),
        country: "",
        count: null,
      };
    }
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
      name: describe(wish, phrase, modifier),
      country: modifier,
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
    const where = /^(?:embassy|consulate)$/.test(head.lower)
      ? embassyName(phrase, head.lower, country === "" ? modifier : country)
      : null;
    const isNamed = items.some((item) => item.isCapital && item.known === null && item !== items[0]);
    const found = party(wish, {
      kind: body,
      name: where ?? (isNamed ? textOf(wish, words) : name),
      country,
      items: nameFree(words, grammar, wish.names, true),
      count: countOf(items, grammar),
    });
    remember(memory, found, head.lower);
    return found;
  }
  const organisation = organisationOf(words);
  if (organisation !== null) {
    return party(wish, {
      kind: COMPANY_END.test(head.text) ? "company" : organisation,
      name: textOf(wish, words),
      country: modifier,
      items: words,
      count: null,
    });
  }
  if (isNameLike(head, grammar) && !isFirstPlain(items, head)) {
    if (
      /\p{Lu}.*\p{Lu}|\d/u.test(head.text) &&
      items.length <= 2 &&
      !isPersonInCapitals(items) &&
      !wish.names &&
      /^[\p{Lu}\d-]{3,}$|\p{Ll}\p{Lu}/u.test(head.text)
    ) {
      return party(wish, { kind: "unknown", name: head.text, country: modifier, items: [head], count: null });
    }
    if (wish.names)
      return party(wish, { kind: "persons", name: textOf(wish, words), country: modifier, items: words, count: 1 });
    return { kind: "persons", name: "a named person or body, withheld", words: "", country: modifier, count: 1 };
  }
  return null;
}

/** `NI GAOTANG`: two words in capitals that nobody knows are a person, as indictments write them, before they are a product. */
function isPersonInCapitals(items: readonly Item[]): boolean {
  return items.length === 2 && items.every(({ text, known }) => known === null && /^\p{Lu}+$/u.test(text));
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
    grammar.speakingNouns.has(head.lower) ||
    phrase.head.items.some(({ lower }) => /^spokes(?:person|man|woman)$/.test(lower));
  if (!isSpeaker) return null;
  for (const { prep, head: inner } of phrase.links) {
    if (!/^(?:for|of|from|by|at)$/.test(prep)) continue;
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

function pronoun(memory: Memory, item: Item): Party | null {
  if (/^(?:nobody|none|someone|somebody|anyone|everyone)$/.test(item.lower)) return null;
  if (/^(?:it|they)$/.test(item.lower)) {
    const last = recalledSubject(memory);
    const isOther = last === null || (item.lower === "it" && (last.kind === "persons" || last.kind === "public"));
    return isOther ? null : { ...last, words: item.text };
  }
  if (/^(?:he|she)$/.test(item.lower))
    return { kind: "persons", name: "one person", words: item.text, country: "", count: 1 };
  return null;
}

/** `it` and `they` stand for the only subject of the sentence before. */
function recalledSubject(memory: Memory): Party | null {
  const subjects = memory.named.filter(({ noun, sentence }) => noun === "<subject>" && memory.sentence - sentence <= 1);
  const own = subjects.filter(({ sentence }) => sentence === memory.sentence);
  const near = own.length > 0 ? own : subjects;
  const names = new Set(near.map(({ party: { name } }) => name));
  return names.size === 1 ? (near.at(-1)?.party ?? null) : null;
}

/** `China-linked`, `MSS-affiliated`: the state before the hyphen. */
function hyphenCountry(items: readonly Item[]): string {
  for (const { text } of items) {
    const match =
      /^(?<name>\p{Lu}[\p{L}.]*)[-\u2010\u2011](?:linked|backed|based|affiliated|sponsored|aligned|nexus|speaking|state|run|born|controlled|origin)/u.exec(
        text,
      );
    const name = match?.groups?.["name"];
    if (name === undefined) continue;
    for (const [code, state] of stateNames) if (state === name) return code;
    const alias = HYPHEN_STATES.get(name);
    if (alias !== undefined) return alias;
  }
  return "";
}

const HYPHEN_STATES: ReadonlyMap<string, string> = new Map([
  ["Chinese", "CN"],
  ["Beijing", "CN"],
  ["PRC", "CN"],
  ["Russian", "RU"],
  ["Moscow", "RU"],
  ["Kremlin", "RU"],
  ["Iranian", "IR"],
  ["Tehran", "IR"],
  ["DPRK", "KP"],
  ["Pyongyang", "KP"],
  ["MSS", "CN"],
  ["GRU", "RU"],
  ["FSB", "RU"],
  ["IRGC", "IR"],
  ["UK", "GB"],
  ["US", "US"],
]);

function embassyName(phrase: NounPhrase, noun: string, country: string): string | null {
  if (country === "") return null;
  const title = `${noun[0]?.toUpperCase() ?? ""}${noun.slice(1)}`;
  const place = phrase.links
    .find(({ prep, head }) => prep === "in" && head.items.at(-1)?.isCapital === true)
    ?.head.items.at(-1)?.text;
  return `${title} of ${stateNames.get(country) ?? country}${place === undefined ? "" : ` in ${place}`}`;
}

function organisationOf(items: readonly Item[]): "agency" | null {
  const capitals = items.filter(({ isCapital }) => isCapital);
  return capitals.length >= 2 &&
    capitals.some(({ text }) => ORGANISATION.test(text)) &&
    items.at(-1)?.isCapital === true
    ? "agency"
    : null;
}

/** A description without names: `seven nationals of China`, `foreign critics of China`. */
function describe(wish: PartyWish, phrase: NounPhrase, country: string): string {
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
      ({ prep, head }) => prep === "of" && head.items.at(-1)?.known !== undefined && head.items.at(-1)?.known !== null,
    )
    .map(({ head }) => head.items.at(-1)?.known?.name ?? "");
  const places =
    country === ""
      ? ofLinks
      : [stateNames.get(country) ?? country, ...ofLinks.filter((name) => name !== stateNames.get(country))];
  return `${words.slice(-WORDS_MAX).join(" ")}${places.length === 0 ? "" : ` of ${places.join(" and ")}`}`;
}

function countOf(items: readonly Item[], grammar: Grammar): number | null {
  const number = items.find(({ tag }) => tag === "num");
  if (number !== undefined) {
    const word = grammar.numberWords.get(number.lower);
    if (word !== undefined) return word;
    const digits = number.lower.replaceAll(",", "");
    const isYear = /^(?:19|20)\d\d$/.test(number.lower);
    return /^\d{1,9}$/.test(digits) && !isYear ? Number(digits) : null;
  }
  const head = items.at(-1)?.lower ?? "";
  return /^(?:a|an|one)$/.test(items[0]?.lower ?? "") && !head.endsWith("s") ? 1 : null;
}

const withoutDeterminer = (items: readonly Item[]): readonly Item[] => {
  let from = 0;
  while (from < items.length - 1 && items[from]?.tag === "det") from += 1;
  return items.slice(from);
};

function withoutPossessive(items: readonly Item[]): readonly Item[] {
  return items.at(-1)?.tag === "poss" ? items.slice(0, -1) : items;
}

/** The longest run from the front without a word that may be a personal name. */
function nameFree(items: readonly Item[], grammar: Grammar, names: boolean, isBody = false): readonly Item[] {
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

function party(wish: PartyWish, { kind, name, country, items, count }: PartyDraft): Party {
  return { kind, name: name.replace(/\s+/g, " "), words: textOf(wish, items), country, count };
}

function textOf(wish: PartyWish, items: readonly Item[]): string {
  const [first] = items;
  return first === undefined ? "" : wish.text.slice(first.start, items.at(-1)?.end).replace(/\s+/g, " ");
}

/** Sectors that a range of chunks names: `businesses in the defence, telecommunications, and finance sectors`. */
export function sectorsIn(wish: PartyWish, chunks: readonly Chunk[], from: number, until: number): readonly Party[] {
  const items = itemsIn(chunks, from, until);
  const found: Party[] = [];
  for (const [at, { lower }] of items.entries()) {
    if (!/^(?:sectors?|industr(?:y|ies)|firms|companies|businesses|organi[sz]ations|contractors|entities)$/.test(lower))
      continue;
    // To the left over a list of words.
    const list: Item[] = [];
    for (let index = at - 1; index >= 0 && at - index <= 24; index -= 1) {
      const item = items[index];
      if (
        item === undefined ||
        !(
          item.tag === "noun" ||
          item.tag === "adj" ||
          item.tag === "comma" ||
          item.tag === "cc" ||
          item.tag === "det" ||
          item.lower === "trade" ||
          item.lower === "research"
        )
      )
        break;
      list.unshift(item);
    }
    found.push(...sectorWords(wish, list));
  }
  return found;
}

function sectorWords(wish: PartyWish, items: readonly Item[]): readonly Party[] {
  const found: Party[] = [];
  for (const [at, item] of items.entries()) {
    const pair = `${item.lower} ${items[at + 1]?.lower ?? ""}`;
    const sector = wish.grammar.sectors.find(([, wordings]) =>
      wordings.some((wording) => wording.toLowerCase() === item.lower || wording.toLowerCase() === pair),
    );
    if (sector === undefined || found.some(({ name }) => name === sector[0])) continue;
    found.push({
      kind: "sector",
      name: sector[0],
      words: wish.text.slice(item.start, item.end),
      country: "",
      count: null,
    });
  }
  return found;
}
