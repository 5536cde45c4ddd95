/**
 * Bounces by day, beside how many the owner wrote to: many that answer nothing show that somebody writes in the owner's name
 * (threat-facts LK-16). Memory: two numbers a day.
 */
import type { EpochMs } from "../base/brand.ts";
import type { MessageOutline } from "../case/outline.ts";
import { fromAddress, type Sent } from "./sender.ts";

const DAY_MS = 86_400_000;

export interface BouncesOfDay {
  readonly bounces: number;
  /** Addresses that the owner's own mail of that day and the day before went to. */
  readonly writtenTo: number;
}

/** By the mailbox that mail servers write from (RFC 2142, 5321 4.5.5); anybody can. */
export function isBounce(record: Sent): boolean {
  return /^(?:mailer-daemon|postmaster)@/.test(fromAddress(record));
}

export class BounceBook {
  readonly #bounces = new Map<number, number>();
  readonly #writtenTo = new Map<number, number>();

  add(outline: Pick<MessageOutline, "claims" | "date" | "to" | "cc">, own: boolean): void {
    if (outline.date === null) return;
    const day = dayOf(outline.date);
    if (own) count(this.#writtenTo, day, outline.to.length + outline.cc.length);
    else if (isBounce(outline)) count(this.#bounces, day, 1);
  }

  around(date: EpochMs): BouncesOfDay {
    const day = dayOf(date);
    const writtenTo = (this.#writtenTo.get(day) ?? 0) + (this.#writtenTo.get(day - 1) ?? 0);
    return { bounces: this.#bounces.get(day) ?? 0, writtenTo };
  }
}

function dayOf(date: EpochMs): number {
  return Math.floor(date / DAY_MS);
}

function count(days: Map<number, number>, day: number, more: number): void {
  days.set(day, (days.get(day) ?? 0) + more);
}
