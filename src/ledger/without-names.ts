/**
 * A document's words without names of persons, for what is handed on (threat-facts, rule 1): quotes are verbatim, and an indictment's hold the names
 * of the charged, a report's those of the targeted. A run of capitalised words that no list knows stands as `[name withheld]`, and so does each
 * of its words wherever the document has it again. Deterministic; withholds rather too much than too little, but never what is named as a
 * group, a company, a state or a body in the same document. Parties that are persons keep their count. Linear in the text.
 */
import type { Assertion, Party, StatedQuantity, StatedTechnique } from "../case/assertion.ts";
import type { Quote } from "../case/document.ts";
import type { HuntingProfile } from "../case/hunting-profile.ts";
import { type LedgerDocument, type LedgerStatement, NAME_WITHHELD } from "../case/ledger.ts";
import { tokensOf } from "../statements/tokens.ts";
import { type KnownWords, nameSpans, nameWords, wordsWrittenSmall } from "./names-in-text.ts";

/** What ships is our own text, which names nobody. */
export function withoutNames(document: LedgerDocument): LedgerDocument {
  if (document.origin === "shipped") return document;
  const texts = textsOf(document);
  const words: KnownWords = { own: knownWords(document), common: wordsWrittenSmall(texts) };
  const found = texts.flatMap((text) => nameWords(text, words)).map((word) => word.toLowerCase());
  const names = new Set([...found, ...(document.nameWords ?? [])]);
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
    MAY_NAME.has(one.kind) ? { ...one, name: mask(one.name), words: mask(one.words) } : one;
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
  const profile = (one: HuntingProfile): HuntingProfile => ({
    ...one,
    source: mask(one.source),
    traits: one.traits.map((trait) => ({ ...trait, quote: quote(trait.quote) })),
    beyondMail: one.beyondMail.map(mask),
  });
  const { nameWords: _, ...rest } = document;
  return {
    ...rest,
    title: mask(document.title),
    publisher: document.vouchedBy === undefined ? mask(document.publisher) : document.publisher,
    statements: document.statements.map((one) => ({
      ...one,
      assertion: assertion(one.assertion),
      publisher: mask(one.publisher),
      source: mask(one.source),
    })),
    problems: document.problems.map(mask),
    ...(document.rejected === undefined
      ? {}
      : { rejected: document.rejected.map((one) => ({ ...one, text: mask(one.text), why: mask(one.why) })) }),
    ...(document.profile == null ? {} : { profile: profile(document.profile) }),
    indicators: document.indicators.map((one) => ({ ...one, quote: quote(one.quote) })),
    techniques: document.techniques.map(technique),
    quantities: document.quantities.map(quantity),
    actors: document.actors.map(party),
    targets: document.targets.map(party),
    unread: document.unread.map(quote),
  };
}

/** Descriptions, and names with an owner's in front: `Ada Quillfeather's firm`. */
const MAY_NAME: ReadonlySet<Party["kind"]> = new Set(["persons", "public", "company", "unknown"]);

/** Words of what the document itself names as no person. Its publisher is told from a person's name as any other words are. */
function knownWords({
  statements,
  actors,
  targets,
  aliases,
  publisher,
  vouchedBy,
}: LedgerDocument): ReadonlySet<string> {
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
    ...(vouchedBy === undefined ? [] : [publisher]),
    ...parties.flatMap(({ name, words }) => [name, words]),
    ...aliases.flatMap((one) => [one.by, one.name, ...one.aliases]),
  ];
  return new Set(texts.flatMap((text) => tokensOf(text.replace(OWNER, "")).map(({ lower }) => lower)));
}

const OWNER = /^.{0,200}['’]s\s+/u;

function textsOf({ title, publisher, statements, unread, profile }: LedgerDocument): readonly string[] {
  return [
    title,
    publisher,
    ...statements.flatMap(({ assertion: { about, quote } }: LedgerStatement) => [quote.text, about]),
    ...unread.map(({ text }) => text),
    ...(profile?.traits.map(({ quote }) => quote.text) ?? []),
  ];
}

/** Scripts without capitals: in an English text as a rule a name, often in brackets behind its romanisation. */
const SCRIPTS = [
  "Han",
  "Hangul",
  "Hiragana",
  "Katakana",
  "Arabic",
  "Hebrew",
  "Thai",
  "Devanagari",
  "Bengali",
  "Tamil",
  "Ethiopic",
  "Myanmar",
  "Khmer",
  "Lao",
];
const OF_SCRIPTS = SCRIPTS.map((script) => `\\p{Script=${script}}`).join("");
const UNCASED = new RegExp(`[${OF_SCRIPTS}](?:[${OF_SCRIPTS}\\p{M}·・ ]{0,80}[${OF_SCRIPTS}\\p{M}])?`, "gu");
/** Numbers and days by which a person is told, in notices of sanctions. */
const PAPERS =
  /(?<=(?:passport|identity card|identification|national id|\bID|date of birth|\bDOB|\bborn)(?:\s(?:no\.?|number))?[\s:]{1,3}(?:on\s)?)[A-Z]{0,3}\d[\d./-]{3,18}/giu;
/** What stands in front of the sign of an address. */
const LOCAL_PART = /[\p{L}\p{N}._%+-]{1,64}(?=@|\[at\]|\(at\))/giu;

function maskedText(text: string, words: KnownWords, names: ReadonlySet<string>): string {
  const spans: { readonly start: number; readonly end: number }[] = [...nameSpans(text, words)];
  const isName = (word: string): boolean => names.has(word) && !words.own.has(word);
  for (const { start, end, lower, text: word } of tokensOf(text)) {
    const parts = /^\p{L}[\p{L}\p{M}'’]*(?:-[\p{L}\p{M}'’]+)+$/u.test(word) ? lower.split("-") : [lower];
    // Written small it is a word, or the document's own habit: nothing tells which.
    if (word !== lower && parts.some(isName)) spans.push({ start, end });
  }
  for (const { 0: local, index } of text.matchAll(LOCAL_PART)) {
    if (
      local
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .some(isName)
    )
      spans.push({ start: index, end: index + local.length });
  }
  for (const pattern of [UNCASED, PAPERS]) {
    for (const { 0: found, index } of text.matchAll(pattern)) spans.push({ start: index, end: index + found.length });
  }
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
