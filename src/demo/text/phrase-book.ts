/** What a language has to say: news, letters, and the small words around them. */
import type { Slots } from "./grammar.ts";

export type Language = "en" | "de" | "fr" | "es";

export interface PhraseBook {
  readonly slots: Slots;
  readonly headlines: readonly string[];
  readonly news: readonly string[];
  readonly subjects: readonly string[];
  readonly letters: readonly string[];
  readonly asks: readonly string[];
  readonly replies: readonly string[];
  /** Of somebody who wants to be answered; the first line of a play. */
  readonly approaches: readonly string[];
  readonly approachSubjects: readonly string[];
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
  readonly readOn: string;
  readonly leave: string;
  readonly why: string;
  readonly wrote: string;
}
