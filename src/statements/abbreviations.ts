/**
 * An abbreviation in brackets right after what it stands for (`Federal Bureau of Investigation (FBI)`, `People's Republic of China (PRC) actors`) says nothing
 * more and is left out, so that lists of bodies and groups of nouns are not cut by brackets. What names another party (`the GRU (APT28)`)
 * stays. Pure; linear in the items.
 */
import type { Item } from "./items.ts";

/** In capitals, perhaps with a digit or small `s`: no plain word in brackets. */
const ABBREVIATION = /^(?=.{2,12}$)\p{Lu}[\p{L}\p{N}&-]*\p{Lu}[\p{Lu}\p{N}]*s?$/u;

export function withoutAbbreviations(items: readonly Item[]): Item[] {
  const kept: Item[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    if (isAbbreviationAt(items, at)) at += 2;
    else kept.push(item);
  }
  return kept;
}

function isAbbreviationAt(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  const inside = items[at + 1];
  if (items[at]?.tag !== "open" || items[at + 2]?.tag !== "close" || inside === undefined) return false;
  if (before === undefined || !before.isCapital) return false;
  if (inside.known !== null) return inside.known.name === before.known?.name;
  return before.tag !== "verb" && ABBREVIATION.test(inside.text);
}
