/**
 * A document's words without names of persons, for what is handed on (threat-facts, rule 1): quotes are verbatim, and an indictment's hold the names
 * of the charged, a report's those of the targeted. A run of capitalised words that no list knows stands as `[name withheld]`, and so does each
 * of its words wherever the document has it again. Deterministic; withholds rather too much than too little, but never what is named as a
 * group, a company, a state or a body in the same document. Parties that are persons keep their count. Linear in the text.
 */
import { limits } from "../../base/limits.ts";
import type { Assertion, Party, StatedQuantity, StatedTechnique } from "../../case/assertion.ts";
import type { Quote } from "../../case/document.ts";
import { type LedgerDocument, type LedgerStatement, NAME_WITHHELD } from "../../case/ledger.ts";
import { ENGLISH } from "../assertions/data/en/grammar.ts";
import { type Item, itemsOf } from "../assertions/items.ts";
import { isNameLike } from "../assertions/names.ts";
import { tokensOf } from "../assertions/tokens.ts";

/** What ships is our own text, which names nobody. */
export function withoutNames(document: LedgerDocument): LedgerDocument {
  if (document.origin === "shipped") return document;
  const texts = textsOf(document);
  const words: Words = { own: knownWords(document), common: commonWords(texts) };
  const names = new Set(texts.flatMap((text) => nameWords(text, words)));
  const told = new Map<string, string>();
  const mask = (text: string): string => {
    const known = told.get(text);
    if (known !== undefined) return known;
    const masked = maskedText(text, words, names);
    told.set(text, masked);
    return masked;
  };
  const quote = (one: Quote): Quote => ({ ...one, text: mask(one.text) });
  const party = (one: Party): Party =>
    one.kind === "persons" ? { ...one, name: mask(one.name), words: mask(one.words) } : one;
  const technique = (one: StatedTechnique) => ({ ...one, quote: quote(one.quote) });
  const quantity = (one: StatedQuantity) => ({ ...one, what: mask(one.what), quote: quote(one.quote) });
  const assertion = (one: Assertion): Assertion => ({
    ...one,
    by: one.by.map(party),
    via: one.via.map(party),
    against: one.against.map(party),
    targets: one.targets.map(party),
    about: mask(one.about),
    techniques: one.techniques.map(technique),
    quantities: one.quantities.map(quantity),
    quote: quote(one.quote),
  });
  return {
    ...document,
    title: mask(document.title),
    statements: document.statements.map((one) => ({ ...one, assertion: assertion(one.assertion) })),
    indicators: document.indicators.map((one) => ({ ...one, quote: quote(one.quote) })),
    techniques: document.techniques.map(technique),
    quantities: document.quantities.map(quantity),
    actors: document.actors.map(party),
    targets: document.targets.map(party),
    unread: document.unread.map(quote),
  };
}

/** Words of what the document itself names as no person. */
function knownWords({ statements, actors, targets, aliases, publisher }: LedgerDocument): ReadonlySet<string> {
  const parties = [
    ...statements.flatMap(({ assertion: { by, via, against, targets: concerned } }) => [
      ...by,
      ...via,
      ...against,
      ...concerned,
    ]),
    ...actors,
    ...targets,
  ].filter(({ kind }) => kind !== "persons" && kind !== "public");
  const texts = [
    publisher,
    ...parties.flatMap(({ name, words }) => [name, words]),
    ...aliases.flatMap((one) => [one.by, one.name, ...one.aliases]),
    ...statements.flatMap((one) => [one.publisher]),
  ];
  return new Set(texts.flatMap((text) => tokensOf(text).map(({ lower }) => lower)));
}

function textsOf({ title, statements, unread }: LedgerDocument): readonly string[] {
  return [
    title,
    ...statements.flatMap(({ assertion: { about, quote } }: LedgerStatement) => [quote.text, about]),
    ...unread.map(({ text }) => text),
  ];
}

interface Words {
  /** Of names that are no person's. */
  readonly own: ReadonlySet<string>;
  /** That the document writes small as well. */
  readonly common: ReadonlySet<string>;
}

function commonWords(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu) ?? []));
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

const RUN_WORDS_MAX = 6;
/** A title or a role in front of it: one word is a name then. */
const TITLES =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|baroness|sen|senator|rep|representative|congressman|congresswoman|president|premier|chancellor|minister|ambassador|secretary|governor|judge|justice|attorney|general|colonel|major|captain|lieutenant|officer|spokesperson|spokesman|spokeswoman|defendant|defendants|suspect|suspects|journalist|activist|mp|mep|national|nationals|citizen)$/;
/** Between two words of one name, with initials and their stops. */
const PARTICLES_MAX = 3;
const PARTICLES = /^(?:van|von|der|den|de|da|di|bin|al|el|la|le|ter|zu|dos|du)$/;
const MONTHS_AND_DAYS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
/** In Han, Hangul, kana: as a rule a name that stands in brackets behind its romanisation. */
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,6}/gu;

function runsOf(text: string, { own, common }: Words): readonly Run[] {
  const items = itemsOf(tokensOf(text.slice(0, limits.statementCharsMax * 4)), ENGLISH);
  const found: Run[] = [];
  for (let at = 0; at < items.length; at += 1) {
    if (!isPersonal(items[at], own)) continue;
    const end = endOfName(items, at, own);
    const run = items.slice(at, end);
    const before = items[at - 1];
    const beforeStop = before?.lower === "." ? items[at - 2] : before;
    const isTitled = TITLES.test(beforeStop?.lower ?? "");
    const isNone = run.every(({ lower }) => common.has(lower)) || isOrganisation(items[end]);
    if ((run.length >= 2 || isTitled) && !isNone) {
      const [first, last] = [run[0], run.at(-1)];
      if (first !== undefined && last !== undefined) {
        found.push({ start: first.start, end: last.end, words: run.map(({ text: word }) => word) });
      }
    }
    at = end - 1;
  }
  return found;
}

/** One name: capitalised words, particles and initials between them. */
function endOfName(items: readonly Item[], at: number, own: ReadonlySet<string>): number {
  let end = at + 1;
  while (end - at < RUN_WORDS_MAX) {
    let next = end;
    while (next - end < PARTICLES_MAX && isInner(items[next], items[next - 1])) next += 1;
    if (!isPersonal(items[next], own)) break;
    end = next + 1;
  }
  return end;
}

/** Stands between two words of a name: `van der`, an initial, its stop. */
function isInner(item: Item | undefined, before: Item | undefined): boolean {
  if (item === undefined) return false;
  if (item.lower === ".") return /^\p{Lu}$/u.test(before?.text ?? "");
  return PARTICLES.test(item.lower) || /^\p{Lu}$/u.test(item.text);
}

/** `Paper Crane Laboratories`: what follows says what it is. */
function isOrganisation(next: Item | undefined): boolean {
  return next !== undefined && next.known === null && next.lists.has("organisation-word");
}

function isPersonal(item: Item | undefined, own: ReadonlySet<string>): boolean {
  if (item === undefined) return false;
  const { lower, text } = item;
  if (own.has(lower) || MONTHS_AND_DAYS.test(lower) || TITLES.test(lower)) return false;
  if (!/^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(text)) return false;
  // `TrickBot`; but `McDonald`.
  if (/\p{Ll}\p{Lu}/u.test(text) && !/^(?:Mc|Mac|De|Di|La|Le|Van|O['’])\p{Lu}/u.test(text)) return false;
  return isNameLike(item, ENGLISH);
}

/** Words by which a name is known again. */
function nameWords(text: string, known: Words): readonly string[] {
  return runsOf(text, known).flatMap(({ words }) =>
    words.filter((word) => word.length > 2 && !known.common.has(word.toLowerCase())),
  );
}

function maskedText(text: string, words: Words, names: ReadonlySet<string>): string {
  const spans: { start: number; end: number }[] = runsOf(text, words).map(({ start, end }) => ({ start, end }));
  for (const { start, end, text: word } of tokensOf(text)) {
    if (names.has(word) && !words.own.has(word.toLowerCase())) spans.push({ start, end });
  }
  for (const match of text.matchAll(EAST_ASIAN)) spans.push({ start: match.index, end: match.index + match[0].length });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let masked = "";
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    if (start >= at) masked += text.slice(at, start) + NAME_WITHHELD;
    at = end;
  }
  return masked + text.slice(at);
}
