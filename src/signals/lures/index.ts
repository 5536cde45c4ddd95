/** All phrases that are known, language by language. */
import { asian } from "./asian.ts";
import { deceits } from "./deceits.ts";
import { eastern } from "./eastern.ts";
import { english } from "./english.ts";
import { german } from "./german.ts";
import type { LurePhrase } from "./lure.ts";
import { northern } from "./northern.ts";
import { offers } from "./offers.ts";
import { romance } from "./romance.ts";

/** In languages that part words by spaces. */
export const spacedPhrases: readonly LurePhrase[] = [
  ...english,
  ...german,
  ...romance,
  ...northern,
  ...eastern,
  ...offers,
  ...deceits,
];
/** In those that do not: searched as parts of runs. */
export const runPhrases: readonly LurePhrase[] = asian;
