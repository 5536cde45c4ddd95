/**
 * A document and what it states → what of it can be looked for in mail, although it names no indicator. Takes only what the words
 * say; what they deny ("carried no malware") is left out. Total, linear in the text.
 */
import type { Assertion, DocumentStatements, Party, StatedTechnique } from "../../case/assertion.ts";
import type { PublishedDocument, Quote } from "../../case/document.ts";
import type { HuntingProfile, ProfileTrait, TraitSign } from "../../case/hunting-profile.ts";
import { walksOf, walkWords } from "../../case/walks-of-life.ts";
import { quoteOf } from "../document/quote.ts";
import { MAIL_WORDS, PHRASES } from "./vocabulary.ts";

/** Techniques that a message can show, with those below them; others are outside mail. */
const MAIL_TECHNIQUES =
  /^T(?:1566|1598|1534|1656|1672|1187|1221|1204|1203|1189|1027|1059|1189|1589\.002|1590\.005|1592)(?:\.|$)/;
/** Words that turn what follows into its contrary. */
const DENIED = /\b(?:no|not|never|without|neither|nor|denie[ds]|deny|denying|n['’]t)\b[^,;:.]{0,40}$/i;
/** Characters of a sentence that is quoted, each side of what was found. */
const QUOTE_CHARS = 300;
/** A report of one campaign has some ten. */
const TRAITS_MAX = 60;
const BEYOND_MAX = 20;

/** Null where the document says nothing that mail could show. */
export function profileOf(document: PublishedDocument, statements: DocumentStatements): HuntingProfile | null {
  const speaksOfMail = MAIL_WORDS.test(document.text) || statements.techniques.some(({ id }) => isOfMail(id));
  if (!speaksOfMail) return null;
  const found = new Traits();
  for (const trait of phrasesIn(document)) found.add(trait);
  for (const technique of statements.techniques) if (isOfMail(technique.id)) found.add(techniqueTrait(technique));
  for (const { walk, quote } of targetsOf(statements)) {
    found.add({ sign: { kind: "target", walk }, says: `it was aimed at ${walkWords(walk)}`, quote });
  }
  const time = timeOf(statements.assertions);
  if (time !== null) found.add(time);
  if (found.traits.length === 0) return null;
  const traits = found.traits.toSorted((a, b) => a.quote.start - b.quote.start || rank(a.sign) - rank(b.sign));
  return { source: document.title, sha256: document.sha256, traits, beyondMail: beyondMail(statements.techniques) };
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

function phrasesIn(document: PublishedDocument): readonly ProfileTrait[] {
  return document.blocks.flatMap(({ kind, span }) => {
    if (kind === "furniture") return [];
    const text = document.text.slice(span.start, span.end);
    return PHRASES.flatMap(({ sign, says, pattern }): readonly ProfileTrait[] => {
      const place = firstAffirmed(text, pattern);
      if (place === null) return [];
      const { start, end } = sentenceAround(text, place);
      return [{ sign, says, quote: quoteOf(document, span.start + start, span.start + end) }];
    });
  });
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function firstAffirmed(text: string, pattern: RegExp): Place | null {
  for (const found of text.matchAll(new RegExp(pattern, "gi"))) {
    const before = text.slice(Math.max(0, found.index - 80), found.index);
    if (!DENIED.test(before)) return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}

/** Cut at sentence ends, at most `QUOTE_CHARS` each side; white space trimmed. */
function sentenceAround(text: string, { start, end }: Place): Place {
  const before = text.slice(Math.max(0, start - QUOTE_CHARS), start);
  const after = text.slice(end, end + QUOTE_CHARS);
  const opening = [...before.matchAll(/[.!?]["”’)]?\s+(?=\S)/g)].at(-1);
  const from =
    opening === undefined ? start - before.length : start - before.length + opening.index + opening[0].length;
  const closing = /[.!?]["”’)]?(?=\s|$)/.exec(after);
  const until = closing === null ? end + after.trimEnd().length : end + closing.index + closing[0].length;
  const lead = text.slice(from, until).search(/\S/);
  return { start: from + Math.max(0, lead), end: until };
}

/** Whom statements of what happened were aimed at; each with the quote that says so. */
function targetsOf({
  assertions,
}: DocumentStatements): readonly { readonly walk: ReturnType<typeof walksOf>[number]; readonly quote: Quote }[] {
  return assertions.flatMap(({ kind, isNegated, targets, quote }) => {
    if (isNegated || !TELLS_OF_ACT.has(kind)) return [];
    return targets.flatMap((target) => walksOf(wordsOf(target)).map((walk) => ({ walk, quote })));
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
  return words === "" ? name : words;
}

/** From the earliest beginning to the latest end that statements of what happened give. */
function timeOf(assertions: readonly Assertion[]): ProfileTrait | null {
  const timed = assertions.filter(
    ({ kind, time, isNegated }) => TELLS_OF_ACT.has(kind) && !isNegated && (time?.from != null || time?.until != null),
  );
  const [first] = timed;
  if (first === undefined) return null;
  const starts = timed.map(({ time }) => time?.from ?? null);
  const ends = timed.map(({ time }) => time?.until ?? null);
  const known = (all: readonly (number | null)[]) => all.filter((one) => one !== null);
  // An open end of one statement leaves that end open.
  const from = starts.includes(null) ? null : (starts.toSorted((a, b) => (a ?? 0) - (b ?? 0))[0] ?? null);
  const until = ends.includes(null) ? null : (ends.toSorted((a, b) => (b ?? 0) - (a ?? 0))[0] ?? null);
  if (known([from, until]).length === 0) return null;
  const words = [...new Set(timed.map(({ time }) => time?.words ?? ""))].filter((one) => one !== "").slice(0, 3);
  return { sign: { kind: "time", from, until }, says: `it happened ${words.join(", and ")}`, quote: first.quote };
}

function beyondMail(techniques: readonly StatedTechnique[]): readonly string[] {
  const others = new Map(techniques.filter(({ id }) => !isOfMail(id)).map(({ id, name }) => [id, name]));
  return [...others].slice(0, BEYOND_MAX).map(([id, name]) => `${name} (${id}) leaves no trace in mail.`);
}
