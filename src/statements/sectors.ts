/** Sectors that a text names beside a noun for bodies: `businesses in the defence, telecommunications, and finance sectors`. Pure. */
import type { Party } from "../case/assertion.ts";
import type { Chunk } from "./chunks.ts";
import type { PartyWish } from "./descriptions.ts";
import type { Item } from "./items.ts";
import { itemsIn } from "./phrases.ts";

/** Sectors that a range of chunks names: `businesses in the defence, telecommunications, and finance sectors`. */
export function sectorsIn(wish: PartyWish, chunks: readonly Chunk[], from: number, until: number): readonly Party[] {
  const items = itemsIn(chunks, from, until);
  const found: Party[] = [];
  for (const [at, { lists }] of items.entries()) {
    if (!lists.has("sector-head")) continue;
    // To the left over a list of words.
    const list: Item[] = [];
    for (let index = at - 1; index >= 0 && at - index <= 24; index -= 1) {
      const item = items[index];
      if (
        item === undefined ||
        !(
          item.tag === "noun" ||
          item.tag === "adj" ||
          item.tag === "comma" ||
          item.tag === "cc" ||
          item.tag === "det" ||
          item.lower === "trade" ||
          item.lower === "research"
        )
      )
        break;
      list.unshift(item);
    }
    found.push(...sectorWords(wish, list));
  }
  return found;
}

function sectorWords(wish: PartyWish, items: readonly Item[]): readonly Party[] {
  const found: Party[] = [];
  for (const [at, item] of items.entries()) {
    const pair = `${item.lower} ${items[at + 1]?.lower ?? ""}`;
    const sector = wish.grammar.sectors.find(([, wordings]) =>
      wordings.some((wording) => wording.toLowerCase() === item.lower || wording.toLowerCase() === pair),
    );
    if (sector === undefined || found.some(({ name }) => name === sector[0])) continue;
    found.push({
      kind: "sector",
      name: sector[0],
      words: wish.text.slice(item.start, item.end),
      country: "",
      count: null,
    });
  }
  return found;
}
