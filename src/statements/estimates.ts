/**
 * Words of estimation and hedges of a stretch of text, read to a published scale. PHIA and ICD 203 share most of their words with
 * other ranges: a wording that only one has tells the scale; else the document's own side does. Pure; linear.
 */
import type { StatedConfidence } from "../case/assertion.ts";
import { ICD_203_READ, PHIA_READ, type ReadEstimate } from "../case/estimation.ts";

export type Scale = "phia" | "icd-203";

export const NO_CONFIDENCE: StatedConfidence = { words: "", scale: "", low: null, high: null };

const wordings = [...new Set([...PHIA_READ, ...ICD_203_READ].flatMap(({ wordings: all }) => all))].sort(
  (a, b) => b.length - a.length,
);
/** `even chance` before `chance`: longest first. `remote` alone is an adjective (`remote access`). */
const ESTIMATE = new RegExp(
  `(?<![\\p{L}-])(?:${wordings
    .filter((wording) => wording !== "remote")
    .join("|")
    .replaceAll(" ", "\\s+")})(?![\\p{L}-])`,
  "iu",
);
const ANALYTIC =
  /(?<!\p{L})(?:with\s+)?(?<level>high|medium|moderate|low)(?:\s+degree\s+of)?(?:-|\s+)(?:to-\w+\s+)?confidence(?!\p{L})/iu;

function rowOf(scale: readonly ReadEstimate[], words: string): ReadEstimate | undefined {
  return scale.find(({ wordings: all }) => all.includes(words));
}

/** `side`: whose scale is meant where both have the words. */
export function confidenceOf(text: string, side: Scale, hedges: ReadonlySet<string>): StatedConfidence {
  const estimate = ESTIMATE.exec(text)?.[0];
  if (estimate !== undefined) {
    const words = estimate.toLowerCase().replace(/\s+/g, " ");
    const phia = rowOf(PHIA_READ, words);
    const icd = rowOf(ICD_203_READ, words);
    const scale: Scale = phia === undefined ? "icd-203" : icd === undefined ? "phia" : side;
    const row = scale === "phia" ? phia : icd;
    if (row !== undefined) return { words: estimate, scale, low: row.from / 100, high: row.to / 100 };
  }
  const analytic = ANALYTIC.exec(text);
  if (analytic !== null) return { words: analytic[0], scale: "analytic-confidence", low: null, high: null };
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    if (hedges.has(word.toLowerCase())) return { words: word, scale: "", low: null, high: null };
  }
  return NO_CONFIDENCE;
}

const ICD_ONLY =
  /(?<!\p{L})(?:ICD[- ]?203|Intelligence Community|very\s+likely|roughly\s+even|nearly\s+certain|CISA|FBI|NSA|U\.S\.)(?!\p{L})/u;
const PHIA_ONLY =
  /(?<!\p{L})(?:PHIA|realistic\s+possibility|highly\s+likely|highly\s+unlikely|remote\s+chance|NCSC|GCHQ)(?!\p{L})/u;

/** Which scale a document's words are read by where they do not tell: American bodies use ICD 203, all others are read by PHIA. */
export function sideOf(text: string): Scale {
  return ICD_ONLY.test(text) && !PHIA_ONLY.test(text) ? "icd-203" : "phia";
}
