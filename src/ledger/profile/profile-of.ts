/**
 * A document and what it states → what of it can be looked for in mail, although it names no indicator. Takes only what the words
 * say; what they deny ("carried no malware") is left out. Total, linear in the text.
 */
import type { EpochMs } from "../../base/brand.ts";
import { everyMatch } from "../../base/every-match.ts";
import type { Span } from "../../base/span.ts";
import type { Assertion, DocumentStatements, Party, StatedTechnique, StatedTime } from "../../case/assertion.ts";
import type { PublishedDocument, Quote } from "../../case/document.ts";
import type { HuntingProfile, ProfileTrait, TraitSign } from "../../case/hunting-profile.ts";
import { walksOf, walkWords } from "../../case/walks-of-life.ts";
import { quoteOf } from "../../documents/quote.ts";
import { aimsOf, isOwner, timesSaid } from "./aims.ts";
import { type BlockSentence, isDenied, sentencesIn } from "./sentences.ts";
import { MAIL_WORDS, PHRASES } from "./vocabulary.ts";

/** Techniques that a message can show, with those below them; others are outside mail. How malware is packed or runs is no trait of mail. */
const MAIL_TECHNIQUES =
  /^T(?:1566|1598|1534|1656|1672|1187|1221|1204|1203|1189|1027\.006|1059\.007|1589\.002|1590\.005|1592)(?:\.|$)/;
/** Characters of a sentence that are quoted, each side of what was found. */
const QUOTE_CHARS = 300;
/** A report of one campaign has some ten. */
const TRAITS_MAX = 60;
const BEYOND_MAX = 20;

/** Null where the document says nothing that mail could show. */
export function profileOf(document: PublishedDocument, statements: DocumentStatements): HuntingProfile | null {
  const sentences = sentencesIn(document);
  const techniques = statements.techniques.filter(({ id, quote }) => isOfMail(id) && !isQuoteDenied(document, quote));
  const speaksOfMail = sentences.some(({ text }) => affirmed(text, MAIL_WORDS)) || techniques.length > 0;
  if (!speaksOfMail) return null;
  const found = new Traits();
  for (const trait of phrasesIn(document, sentences)) found.add(trait);
  for (const technique of techniques) found.add(techniqueTrait(technique));
  const quoteIn = ({ start, end }: BlockSentence) => quoteOf(document, start, Math.min(end, start + QUOTE_CHARS));
  const aims = aimsOf(sentences).map(({ walk, sentence }) => ({ walk, quote: quoteIn(sentence) }));
  for (const { walk, quote } of [...targetsOf(statements), ...aims]) {
    found.add({ sign: { kind: "target", walk }, says: `it was aimed at ${walkWords(walk)}`, quote });
  }
  const said = timesSaid(sentences, document.date).map(({ sentence, ...time }) => ({
    ...time,
    quote: quoteIn(sentence),
  }));
  const time = timeOf(statedTimes(statements)) ?? timeOf(said);
  // When alone describes nothing.
  if (found.traits.length === 0) return null;
  if (time !== null) found.add(time);
  const traits = found.traits.toSorted((a, b) => a.quote.start - b.quote.start || rank(a.sign) - rank(b.sign));
  return { source: document.title, sha256: document.sha256, traits, beyondMail: beyondMail(statements.techniques) };
}

function isQuoteDenied({ text }: PublishedDocument, { start }: Quote): boolean {
  return isDenied(text, start);
}

/** Each sign once: where it is said first. */
class Traits {
  readonly traits: ProfileTrait[] = [];
  readonly #known = new Set<string>();

  add(trait: ProfileTrait): void {
    const key = JSON.stringify(trait.sign);
    if (this.#known.has(key) || this.traits.length >= TRAITS_MAX) return;
    this.#known.add(key);
    this.traits.push(trait);
  }
}

const ORDER: readonly TraitSign["kind"][] = [
  "technique",
  "opening",
  "lure",
  "bulk-service",
  "target",
  "personal-accounts",
  "time",
];

function rank({ kind }: TraitSign): number {
  return ORDER.indexOf(kind);
}

function isOfMail(id: string): boolean {
  return MAIL_TECHNIQUES.test(id);
}

function techniqueTrait({ id, name, quote }: StatedTechnique): ProfileTrait {
  return { sign: { kind: "technique", id }, says: `the technique was ${name} (${id})`, quote };
}

function phrasesIn(document: PublishedDocument, sentences: readonly BlockSentence[]): readonly ProfileTrait[] {
  return sentences.flatMap(({ text, start, end }) =>
    PHRASES.flatMap(({ sign, says, pattern, needs }): readonly ProfileTrait[] => {
      const place = affirmed(text, pattern);
      if (place === null || needs?.test(text) === false) return [];
      const from = start + Math.max(0, place.start - QUOTE_CHARS);
      return [{ sign, says, quote: quoteOf(document, from, Math.min(end, start + place.end + QUOTE_CHARS)) }];
    }),
  );
}

/** The same pattern, asked of each sentence: for all its places. */
const everywhere = new WeakMap<RegExp, RegExp>();

function affirmed(text: string, pattern: RegExp): Span | null {
  const known = everywhere.get(pattern) ?? new RegExp(pattern, "gi");
  everywhere.set(pattern, known);
  for (const found of everyMatch(known, text)) {
    if (!isDenied(text, found.index)) return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}

/** Whom statements of what happened were aimed at; each with the quote that says so. */
function targetsOf({
  assertions,
}: DocumentStatements): readonly { readonly walk: ReturnType<typeof walksOf>[number]; readonly quote: Quote }[] {
  return assertions.flatMap(({ kind, isNegated, targets, quote }) => {
    if (isNegated || !TELLS_OF_ACT.has(kind)) return [];
    const aimed = targets.filter(({ words }) => !isOwner(quote.text, words));
    return aimed.flatMap((target) => walksOf(wordsOf(target)).map((walk) => ({ walk, quote })));
  });
}

const TELLS_OF_ACT: ReadonlySet<Assertion["kind"]> = new Set([
  "accusation",
  "charge",
  "sanction",
  "incident",
  "impact",
  "notification",
]);

function wordsOf({ name, words }: Party): string {
  // Whose critics they are says nothing of whom it was aimed at.
  return (words === "" ? name : words).replace(/\b(critics?|opponents?) of .*/is, "$1");
}

interface QuotedTime extends StatedTime {
  readonly quote: Quote;
}

/** Of statements of what happened. */
function statedTimes({ assertions }: DocumentStatements): readonly QuotedTime[] {
  return assertions.flatMap(({ kind, time, isNegated, quote }) => {
    if (!TELLS_OF_ACT.has(kind) || isNegated || time === null) return [];
    return time.from === null && time.until === null ? [] : [{ ...time, quote }];
  });
}

/** From the earliest beginning to the latest end; an open end of one leaves that end open. */
function timeOf(times: readonly QuotedTime[]): ProfileTrait | null {
  const [first] = times;
  if (first === undefined) return null;
  const from = extreme(
    times.map((one) => one.from),
    -1,
  );
  const until = extreme(
    times.map((one) => one.until),
    1,
  );
  if (from === null && until === null) return null;
  const words = [...new Set(times.map((one) => uncapped(one.words)))].filter((one) => one !== "").slice(0, 3);
  return { sign: { kind: "time", from, until }, says: `it happened ${words.join(", and ")}`, quote: first.quote };
}

/** `Between May …` stands within our sentence. */
function uncapped(words: string): string {
  return words.replace(/^(?:Between|From|Since|In|During|By|Until|Beginning|Over|For|As)\b/, (word) =>
    word.toLowerCase(),
  );
}

/** Null where one is. `side`: the least (-1) or the greatest (1). */
function extreme(all: readonly (EpochMs | null)[], side: -1 | 1): EpochMs | null {
  return all.reduce((best, one) => {
    if (best === null || one === null) return null;
    return (one - best) * side > 0 ? one : best;
  });
}

function beyondMail(techniques: readonly StatedTechnique[]): readonly string[] {
  const others = new Map(techniques.filter(({ id }) => !isOfMail(id)).map(({ id, name }) => [id, name]));
  return [...others].slice(0, BEYOND_MAX).map(([id, name]) => `${name} (${id}) leaves no trace in mail.`);
}
