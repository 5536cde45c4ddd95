/** Which words may be a personal name: those never stand in a party unless asked for. Pure. */
import type { Grammar } from "./grammar.ts";
import type { Item } from "./items.ts";

/** A word that may be a personal name: a capital, known to nobody, and no common noun. */
export function isNameLike(item: Item, grammar: Grammar): boolean {
  if (!item.isCapital || item.known !== null || item.tag === "det" || item.tag === "poss" || item.tag === "num")
    return false;
  const { lower } = item;
  if (grammar.adjectives.has(lower)) return false;
  if (grammar.personNouns.has(lower) || grammar.bodyNouns.has(lower) || grammar.tradeNouns.has(lower)) return false;
  if (grammar.recordNouns.has(lower) || grammar.speakingNouns.has(lower) || grammar.verbs.has(lower)) return false;
  // `VPNs`: nobody is called so.
  if (/^\p{Lu}{2,}s$/u.test(item.text)) return false;
  if (/\d/.test(lower) || item.lists.has("organisation-word")) return false;
  return !grammar.sectors.some(([, wordings]) => wordings.includes(lower));
}

/** Surnames have capitals inside too: `McQuill`, `DeQuill`. */
const NAME_PREFIX =
  /^(?:Mc|Mac|De|Del|Della|Des|Di|Da|Do|Dos|Du|La|Le|Van|Von|Fitz|San|St|Ben|Al|El|Abu|Ibn|Bin|Ap|Ter)\p{Lu}/u;

/**
 * A word that is a code name or an abbreviation and hardly anybody's name: with a digit (`UNC999`), with a capital inside (`TidyHeron`), or in
 * capitals after an article (`the XYZ`). In capitals alone it may be a surname, as charges write them.
 */
export function isCodeName(item: Item, before: Item | undefined): boolean {
  if (/^\p{Lu}[\p{L}\p{N}-]*\p{N}/u.test(item.text)) return true;
  if (/^[\p{Lu}]{3,6}$/u.test(item.text)) return before?.tag === "det";
  return /^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}+$/u.test(item.text) && !NAME_PREFIX.test(item.text);
}
