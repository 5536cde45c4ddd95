/**
 * Two groups of waves → what speaks for one maker, in bits.
 *
 * **What guards against chaining.** A group is known by its values and by how many of its waves have each. A value weighs fully only
 * where it is established on both sides: a weak one in about the square root of the waves, an owned one (a domain, an account) in two
 * waves of either group once both have three. So one message that is a little like either of two campaigns can join one of them, but
 * is no bridge: what it has is then that group's odd one out. Nothing is inherited from link to link: groups are always compared
 * whole with whole.
 *
 * A group that has many values of a kind proves less by one of them: among a hundred domains one is soon shared by chance. So the
 * bits of a value are lessened by the logarithm of how many of its kind a group has for each wave that has this one.
 */
import { FAMILIES, FAMILY_BITS, type KindName, OWN_BITS, TIE_BITS, TOOL_BITS } from "./kinds.ts";
import type { ValueTable } from "./values.ts";

/** A mail has as many domains of its maker's by nature: the sender's, the tracker's, that of answers. */
const DOMAINS_A_WAVE = 3;

/** Values of a group → in how many of its waves, and an index of a message that has it, packed. */
export class Profile {
  readonly #entries = new Map<number, number>();
  /** Different values of each kind. */
  readonly #variety = new Map<KindName, number>();
  readonly #table: ValueTable;
  waves = 1;

  constructor(values: Iterable<readonly [value: number, holder: number]>, table: ValueTable) {
    this.#table = table;
    for (const [value, holder] of values) this.#set(value, HOLDERS + holder);
  }

  #set(value: number, entry: number): void {
    if (!this.#entries.has(value)) {
      const { kind } = this.#table.at(value);
      this.#variety.set(kind, (this.#variety.get(kind) ?? 0) + 1);
    }
    this.#entries.set(value, entry);
  }

  /** Bits that a value of this group loses, since any of its others could have been shared as well. */
  chance(value: number): number {
    const { kind } = this.#table.at(value);
    const others = (this.#variety.get(kind) ?? 1) / (kind === "any-domain" ? DOMAINS_A_WAVE : 1);
    return Math.max(0, Math.log2(others / Math.max(1, this.support(value))));
  }

  get size(): number {
    return this.#entries.size;
  }

  values(): IterableIterator<number> {
    return this.#entries.keys();
  }

  /** Each value with how many of its waves have it. */
  *supports(): Iterable<readonly [value: number, waves: number]> {
    for (const [value, entry] of this.#entries) yield [value, Math.floor(entry / HOLDERS)];
  }

  /** How many of its waves have it. */
  support(value: number): number {
    return Math.floor((this.#entries.get(value) ?? 0) / HOLDERS);
  }

  /** An index of a message that has it. */
  holder(value: number): number {
    return (this.#entries.get(value) ?? 0) % HOLDERS;
  }

  takeIn(other: Profile): void {
    this.waves += other.waves;
    for (const [value, entry] of other.#entries) {
      const own = this.#entries.get(value);
      // The holder of what came last: links lead on in time.
      this.#set(value, own === undefined ? entry : Math.floor(own / HOLDERS) * HOLDERS + entry);
    }
  }
}

const HOLDERS = 2 ** 24;

export interface Sign {
  readonly value: number;
  readonly bits: number;
}

export interface Evidence {
  readonly bits: number;
  /** It ties: by one strong value, or by several that do not hang together. */
  readonly isTie: boolean;
  /** Strongest first. */
  readonly signs: readonly Sign[];
}

const NOTHING: Evidence = { bits: 0, isTie: false, signs: [] };
/** What the second, third … value of a family adds: they are rarely independent of the first. */
export const SHARES = [1, 0.5, 0.25, 0.15];
export function evidenceBetween(one: Profile, other: Profile, table: ValueTable, tieBits = TIE_BITS): Evidence {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  const signs: Sign[] = [];
  for (const value of small.values()) {
    const support = large.support(value);
    if (support === 0) continue;
    const rare = table.bits(value) - one.chance(value) - other.chance(value);
    const bits = rare * established(table.kindOf(value).isOwned, one, other, value);
    if (bits >= 0.5) signs.push({ value, bits });
  }
  return signs.length === 0 ? NOTHING : weighed(signs, table, tieBits);
}

/** 0 to 1. */
function established(isOwned: boolean, one: Profile, other: Profile, value: number): number {
  if (isOwned) {
    if (Math.min(one.waves, other.waves) < 3) return 1;
    return Math.min(1, one.support(value) / 2) * Math.min(1, other.support(value) / 2);
  }
  return Math.min(1, one.support(value) / wanted(one.waves)) * Math.min(1, other.support(value) / wanted(other.waves));
}

function wanted(waves: number): number {
  return waves < 4 ? 1 : Math.sqrt(waves);
}

/** By family, and what is a program's apart: the strongest in full, of the next a share. `signs` may be in any order. */
export function weighed(signs: readonly Sign[], table: ValueTable, tieBits = TIE_BITS): Evidence {
  const sorted = withoutRepeated(signs, table).sort((a, b) => b.bits - a.bits || a.value - b.value);
  const sums = new Map<string, { bits: number; values: number }>();
  for (const { value, bits } of sorted) {
    const { family } = table.kindOf(value);
    const isTool = table.isTool(value);
    const sum = sums.get(`${family} ${isTool}`) ?? { bits: 0, values: 0 };
    sums.set(`${family} ${isTool}`, sum);
    sum.bits = Math.min(FAMILY_BITS[family], sum.bits + bits * (SHARES[sum.values] ?? 0));
    sum.values += 1;
  }
  const total = (isTool: boolean) => FAMILIES.reduce((all, one) => all + (sums.get(`${one} ${isTool}`)?.bits ?? 0), 0);
  const own = total(false);
  const bits = own + Math.min(TOOL_BITS, total(true));
  const families = new Set(sorted.map(({ value }) => table.kindOf(value).family)).size;
  const isStrong = (sorted[0]?.bits ?? 0) >= tieBits;
  return { bits, isTie: isStrong || (bits >= tieBits && own >= OWN_BITS && families >= 2), signs: sorted };
}

/** A domain that both have in the same role is counted as that, and not as one put to different uses again. */
function withoutRepeated(signs: readonly Sign[], table: ValueTable): Sign[] {
  const counted = new Set(
    signs.flatMap(({ value }) => {
      const { kind, value: text } = table.at(value);
      return kind === "any-domain" ? [] : [text.slice(text.lastIndexOf("@") + 1)];
    }),
  );
  return signs.filter(({ value }) => table.at(value).kind !== "any-domain" || !counted.has(table.at(value).value));
}
