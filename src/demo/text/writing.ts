/** Headlines, articles and letters in a language, from its phrase book. */
import type { Random } from "../../../src/demo/random.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { capital, fill, paragraph } from "./grammar.ts";
import type { Language, PhraseBook } from "./phrase-book.ts";
import { spanish } from "./spanish.ts";

export const books: Readonly<Record<Language, PhraseBook>> = { en: english, de: german, fr: french, es: spanish };

export interface Article {
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

export function articleIn(language: Language, paragraphs: number, random: Random): Article {
  const book = books[language];
  return {
    headline: capital(fill(random.pick(book.headlines), book.slots, random)),
    paragraphs: Array.from({ length: paragraphs }, () => paragraph(book.news, 3 + random.int(3), book.slots, random)),
  };
}

export interface Named {
  readonly name: string;
  readonly given: string;
}

export function greetingIn(language: Language, who: Named, random: Random): string {
  return random.pick(books[language].greetings).replace("{name}", who.name).replace("{given}", who.given);
}

export function subjectIn(language: Language, random: Random): string {
  const book = books[language];
  return capital(fill(random.pick(book.subjects), book.slots, random));
}

type LetterKind = "letter" | "reply" | "approach";

/** The words of a letter between greeting and closing. */
export function wordsIn(language: Language, kind: LetterKind, random: Random): string {
  const { slots, letters, asks, replies, approaches } = books[language];
  if (kind === "reply") return paragraph(replies, 1 + random.int(2), slots, random);
  const first = paragraph(kind === "approach" ? approaches : letters, 2 + random.int(2), slots, random);
  const second = random.chance(0.6) ? [paragraph(letters, 2 + random.int(2), slots, random)] : [];
  return [first, ...second, fill(random.pick(asks), slots, random)].join("\n\n");
}

export function approachSubjectIn(language: Language, random: Random): string {
  const book = books[language];
  return capital(fill(random.pick(book.approachSubjects), book.slots, random));
}

export function closingIn(language: Language, name: string, role: string, random: Random): string {
  return `${random.pick(books[language].closings)}\n${name}${role === "" ? "" : `\n${role}`}`;
}
