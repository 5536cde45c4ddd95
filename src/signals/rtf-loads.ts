/**
 * What an RTF document asks for, as references (threat-facts RL-68; HM-162). Ordinary links are no loads; those that Windows answers by
 * signing in to a share or starting another program are (RL-31), as in HTML.
 *
 * Pure and total.
 */
import type { HtmlReference } from "../html/reading.ts";
import type { RtfReference } from "../mail/outlook/rtf-references.ts";
import { classifyReference } from "../url/resolve.ts";
import { isSystemScheme } from "../url/schemes.ts";

/** `start` and `end` are the reference's place in the list. */
export function rtfLoads(references: readonly RtfReference[]): readonly HtmlReference[] {
  return references.flatMap(({ url, by, fires }, place) => {
    const { kind, scheme } = classifyReference(url);
    const isLoad = kind === "unc" || kind === "other" || kind === "remote";
    if (fires === "open" ? !isLoad : kind !== "unc" && !(kind === "other" && isSystemScheme(scheme))) return [];
    const why = `${by}, in rich text (RTF)`;
    const vector = fires === "open" ? "RL-68" : "RL-31";
    const hidden = false;
    return [{ vector, url, hidden, why, fires, start: place, end: place + 1, width: null, height: null }];
  });
}
