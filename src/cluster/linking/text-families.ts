/**
 * Texts that say the same in other words here and there → families, by their sketches (`case/sketch.ts`).
 *
 * Each text is compared with the first one of each family that it shares a band of its sketch with, never with the last that
 * joined: so a family cannot drift from one text to quite another. Bins that harmless senders' texts have too (a footer, a
 * disclaimer) do not count. Cost: 16 look-ups a text, at most `LEADERS_MAX` comparisons a look-up.
 */
import { decodeSketch, SKETCH_BANDS, SKETCH_BINS } from "../../case/sketch.ts";
import { finished, type RarityBook } from "./rarity.ts";

/** Of the bins that count; unlike texts share none. */
const LIKENESS_MIN = 0.4;
/** Fewer own bins than these make no text. */
const OWN_BINS_MIN = 12;
const LEADERS_MAX = 16;
/** So many harmless senders make a band common. */
const COMMON_SENDERS = 3;

/** Keys of a sketch's bands for `RarityBook.addBands`; none for what is no sketch. */
export function bandKeys(sketch: string): readonly number[] {
  const bins = sketch === "" ? null : decodeSketch(sketch);
  if (bins === null) return [];
  const keys: number[] = [];
  for (let band = 0; band < SKETCH_BANDS; band += 1) keys.push(bandKey(bins, band));
  return keys;
}

function bandKey(bins: Uint16Array, band: number): number {
  const pair = ((bins[band * 2] ?? 0) << 16) | (bins[band * 2 + 1] ?? 0);
  return (finished(band + 0x51ed) & 0xfffff) * 0x100000000 + (pair >>> 0);
}

interface Leader {
  readonly name: string;
  readonly bins: Uint16Array;
  readonly isOwn: readonly boolean[];
  readonly own: number;
}

export class TextFamilies {
  readonly #rarity: RarityBook;
  readonly #byBand = new Map<number, Leader[]>();

  constructor(rarity: RarityBook) {
    this.#rarity = rarity;
  }

  /** The name of its family, `name` for the first of a new one; empty where it has no text of its own. */
  add(sketch: string, name: string): string {
    const bins = sketch === "" ? null : decodeSketch(sketch);
    if (bins === null) return "";
    const nearest = this.#nearest(bins);
    if (nearest !== null) return nearest;
    const leader = this.#leader(bins, name);
    if (leader.own < OWN_BINS_MIN) return "";
    for (const [band, key] of bandKeys(sketch).entries()) {
      if (leader.isOwn[band] === false) continue;
      const leaders = this.#byBand.get(key);
      if (leaders === undefined) this.#byBand.set(key, [leader]);
      else if (leaders.length < LEADERS_MAX) leaders.push(leader);
    }
    return name;
  }

  /** Empty for none. */
  find(sketch: string): string {
    const bins = sketch === "" ? null : decodeSketch(sketch);
    return bins === null ? "" : (this.#nearest(bins) ?? "");
  }

  #leader(bins: Uint16Array, name: string): Leader {
    const isOwn = Array.from(
      { length: SKETCH_BANDS },
      (_, band) => this.#rarity.sendersWithBand(bandKey(bins, band)) < COMMON_SENDERS,
    );
    return { name, bins, isOwn, own: isOwn.filter(Boolean).length * 2 };
  }

  #nearest(bins: Uint16Array): string | null {
    let best: Leader | null = null;
    let most = LIKENESS_MIN;
    const asked = new Set<Leader>();
    for (let band = 0; band < SKETCH_BANDS; band += 1) {
      for (const leader of this.#byBand.get(bandKey(bins, band)) ?? []) {
        if (asked.has(leader)) continue;
        asked.add(leader);
        const likeness = likenessTo(leader, bins);
        if (likeness < most || (likeness === most && best !== null)) continue;
        best = leader;
        most = likeness;
      }
    }
    return best?.name ?? null;
  }
}

function likenessTo({ bins: own, isOwn }: Leader, bins: Uint16Array): number {
  let same = 0;
  let counted = 0;
  for (let bin = 0; bin < SKETCH_BINS; bin += 1) {
    if (isOwn[bin >> 1] !== true) continue;
    counted += 1;
    if (own[bin] === bins[bin]) same += 1;
  }
  return counted < OWN_BINS_MIN ? 0 : same / counted;
}
