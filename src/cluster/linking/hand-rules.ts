/**
 * Decisions by hand → what may not be joined, and what must be. The last decision counts: one that takes back an earlier one voids it.
 *
 * A group carries a mark for each side of a cut that it has messages of; two groups whose marks complete a cut stay apart.
 */
import type { Sha256 } from "../../base/brand.ts";
import type { HandDecision } from "../../case/hand.ts";

/** Cut → 1 and 2 for its sides. */
export type CutMarks = ReadonlyMap<number, number>;

export class HandRules {
  /** Messages that must be in one group, of each join. */
  readonly joins: readonly (readonly Sha256[])[];
  readonly #marks = new Map<Sha256, Map<number, number>>();

  constructor(decisions: readonly HandDecision[]) {
    const valid = decisions.filter(
      (decision, index) => !decisions.slice(index + 1).some((later) => voids(later, decision)),
    );
    this.joins = valid.filter(({ what }) => what === "join").map(({ a, b }) => [...a.messages, ...b.messages]);
    const cuts = valid.filter(({ what }) => what === "cut");
    for (const [cut, { a, b }] of cuts.entries()) {
      const one = new Set(a.messages);
      for (const sha256 of one) this.#mark(sha256, cut, 1);
      for (const sha256 of b.messages) if (!one.has(sha256)) this.#mark(sha256, cut, 2);
    }
  }

  marksOf(messages: Iterable<Sha256>): CutMarks {
    const marks = new Map<number, number>();
    if (this.#marks.size === 0) return marks;
    for (const sha256 of messages) {
      for (const [cut, side] of this.#marks.get(sha256) ?? []) marks.set(cut, (marks.get(cut) ?? 0) | side);
    }
    return marks;
  }

  #mark(sha256: Sha256, cut: number, side: number): void {
    const marks = this.#marks.get(sha256) ?? new Map<number, number>();
    marks.set(cut, (marks.get(cut) ?? 0) | side);
    this.#marks.set(sha256, marks);
  }
}

export function isCut(one: CutMarks, other: CutMarks): boolean {
  for (const [cut, side] of one) if ((side | (other.get(cut) ?? 0)) === 3 && other.has(cut)) return true;
  return false;
}

/** Of a group of both. */
export function merged(one: CutMarks, other: CutMarks): CutMarks {
  if (other.size === 0) return one;
  const marks = new Map(one);
  for (const [cut, side] of other) marks.set(cut, (marks.get(cut) ?? 0) | side);
  return marks;
}

/** A later decision the other way that touches both sides of an earlier one. */
function voids(later: HandDecision, earlier: HandDecision): boolean {
  if (later.what === earlier.what) return false;
  const [join, cut] = later.what === "join" ? [later, earlier] : [earlier, later];
  const joined = new Set([...join.a.messages, ...join.b.messages]);
  return cut.a.messages.some((one) => joined.has(one)) && cut.b.messages.some((one) => joined.has(one));
}
