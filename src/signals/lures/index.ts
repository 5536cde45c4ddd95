/** All phrases that are known, language by language. */
import { asian } from "./asian.ts";
import { deceits } from "./deceits.ts";
import { eastern } from "./eastern.ts";
import { english } from "./english.ts";
import { german } from "./german.ts";
import type { LurePhrase } from "./lure.ts";
import { northern } from "./northern.ts";
import { offers } from "./offers.ts";
import { proposals } from "./proposals.ts";
import { romance } from "./romance.ts";
import { steps, stepsInRuns } from "./steps.ts";

/** In languages that part words by spaces; each once for a theme. */
export const spacedPhrases: readonly LurePhrase[] = distinct([
  ...english,
  ...german,
  ...romance,
  ...northern,
  ...eastern,
  ...offers,
  ...deceits,
  ...proposals,
  ...steps,
]);
/** In those that do not: searched as parts of runs. */
export const runPhrases: readonly LurePhrase[] = [...asian, ...stepsInRuns];

/** The first of those that several files hold, so that none weighs twice. */
function distinct(phrases: readonly LurePhrase[]): readonly LurePhrase[] {
  const seen = new Set<string>();
  return phrases.filter(({ theme, words }) => {
    const key = `${theme} ${words.join(" ")}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
