/**
 * The values that messages of interest have, numbered, each with what sharing it weighs in this case (bits, see `kinds.ts`).
 *
 *     bits = log2(P(shared | one maker) / P(shared | two))      P(shared | two) ≈ (other senders with it + prior · virtual) / (all senders + virtual)
 *
 * Senders with it are those of harmless and unexplained mail (`rarity.ts`) and, by the kind's `crowd`, those of interest. Virtual
 * senders stand for mail that this case does not hold, so that a small case does not take everything for rare.
 */
import { Names } from "../../base/tables.ts";
import type { Observable } from "../campaigns.ts";
import { KINDS, type Kind, type KindName } from "./kinds.ts";
import { observableKey, type RarityBook } from "./rarity.ts";

/** Makers keep a thing from one mailing to the next about this often. */
export const KEPT = 0.7;
const VIRTUAL_SENDERS = 60;
/** What is owned, and harmless mail has it too: no more than this. */
const LOST_BITS = 4;
/**
 * Harmless mail of so many senders, or of one of standing, shows that a thing is not one maker's. Less than that whoever owns it may have sent, to
 * take his campaign apart.
 */
export const SEVERAL_SENDERS = 4;
/** Say who wrote: where that sender writes harmless mail too, it is a sender's mail and no campaign's, by whatever little there is. */
const WRITERS: ReadonlySet<KindName> = new Set<KindName>([
  "sender-address",
  "sender-domain",
  "unvouched-address",
  "unvouched-domain",
  "claimed-sender",
  "sender-name",
]);

const ADDRESSES: ReadonlySet<KindName> = new Set<KindName>(["sender-address", "unvouched-address"]);

export interface Value extends Observable {
  readonly key: number;
}

export class ValueTable {
  readonly #numbers = new Map<number, number>();
  readonly #values: Value[] = [];
  /** By value, the number of the first sender of interest, and the others where there are any: most values have one. */
  readonly #first: number[] = [];
  readonly #others = new Map<number, Set<number>>();
  readonly #allSenders = new Names();
  #bits: Float64Array = new Float64Array(0);
  #tools: Uint8Array = new Uint8Array(0);
  readonly #demoted = new Set<number>();
  #crowds: ReadonlyMap<number, number> = new Map();
  readonly #leftOut: ReadonlySet<KindName>;

  /** `leftOut`: kinds that weigh nothing. */
  constructor(leftOut: ReadonlySet<KindName> = new Set()) {
    this.#leftOut = leftOut;
  }

  get size(): number {
    return this.#values.length;
  }

  /** Numbers of the values, each once. */
  add(observables: readonly Observable[], sender: string): readonly number[] {
    const from = this.#allSenders.add(sender);
    const numbers = new Set<number>();
    for (const { kind, value } of observables) {
      const key = observableKey(kind, value);
      let number = this.#numbers.get(key);
      if (number === undefined) {
        number = this.#values.length;
        this.#numbers.set(key, number);
        this.#values.push({ kind, value, key });
        this.#first.push(from);
      } else if (this.#first[number] !== from) {
        const others = this.#others.get(number);
        if (others === undefined) this.#others.set(number, new Set([from]));
        else others.add(from);
      }
      numbers.add(number);
    }
    return [...numbers];
  }

  /** Undefined for a value that no message of interest has. */
  find(key: number): number | undefined {
    return this.#numbers.get(key);
  }

  at(number: number): Value {
    return this.#values[number] ?? NO_VALUE;
  }

  kindOf(number: number): Kind {
    return KINDS[this.at(number).kind];
  }

  /** 0 before `weigh`. */
  bits(number: number): number {
    return this.#bits[number] ?? 0;
  }

  /** A program's or service's. After `weigh`. */
  isTool(number: number): boolean {
    return this.#tools[number] === 1;
  }

  /** Turned out to be shared by mail that has nothing else in common: it is nobody's. After `weigh`. */
  demote(number: number): void {
    this.#demoted.add(number);
    this.#lower(number);
  }

  #lower(number: number): void {
    this.#bits[number] = Math.min(LOST_BITS, this.bits(number));
    this.#tools[number] = 1;
  }

  /** Other senders than those of interest that have it, about. */
  harmless(number: number, rarity: RarityBook): number {
    return Math.round(rarity.sendersWith(this.at(number).key));
  }

  /** After the last `add`. `crowds`: by value, further senders that are no maker's. */
  weigh(rarity: RarityBook, crowds = this.#crowds): void {
    this.#crowds = crowds;
    this.#bits = Float64Array.from(this.#values, (_, number) => this.#weight(number, rarity));
    this.#tools = Uint8Array.from(this.#values, (_, number) => (this.#isTool(number, rarity) ? 1 : 0));
    for (const number of this.#demoted) this.#lower(number);
  }

  /** A template of few tags is no template, a name of one word is an office's. */
  #bitsMax(number: number): number {
    const { kind, value } = this.at(number);
    const { bitsMax } = KINDS[kind];
    if (kind === "markup" || kind === "tags") return Math.min(bitsMax, Number(value.slice(value.indexOf("-") + 1)) - 3);
    return kind === "sender-name" && !value.includes(" ") ? Math.min(3, bitsMax) : bitsMax;
  }

  #isTool(number: number, rarity: RarityBook): boolean {
    const { family, isTool, isOwned } = this.kindOf(number);
    // Who writes harmless mail too is still one sender, and no service.
    if (ADDRESSES.has(this.at(number).kind)) return false;
    const isShared = isOwned ? this.#outside(number, rarity) >= 1 : this.harmless(number, rarity) > 0;
    return isTool || ((isOwned || family === "network") && family !== "content" && isShared);
  }

  /** Senders not of interest that have it, about; none where they prove nothing. */
  #outside(number: number, rarity: RarityBook): number {
    const { kind, key } = this.at(number);
    const senders = rarity.sendersWith(key);
    const counts = !KINDS[kind].isOwned || WRITERS.has(kind) || senders >= SEVERAL_SENDERS || rarity.isOfStanding(key);
    return counts ? senders : 0;
  }

  #weight(number: number, rarity: RarityBook): number {
    if (this.#leftOut.has(this.at(number).kind)) return 0;
    const { prior, crowd, isOwned } = this.kindOf(number);
    const outside = this.#outside(number, rarity) + (this.#crowds.get(number) ?? 0);
    // The two that are weighed are no crowd.
    const inside = Math.max(0, 1 + (this.#others.get(number)?.size ?? 0) - 2) * crowd;
    const all = rarity.senders + this.#allSenders.size + VIRTUAL_SENDERS;
    const odds = KEPT / ((outside + inside + prior * VIRTUAL_SENDERS) / all);
    const bits = Math.max(0, Math.min(this.#bitsMax(number), Math.log2(odds)));
    return isOwned && outside >= 1 ? Math.min(LOST_BITS, bits) : bits;
  }
}

const NO_VALUE: Value = { kind: "hours", value: "", key: -1 };
