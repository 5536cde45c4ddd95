/** What rules said when messages were read, summed over the case: with which rules these were read, and what could not be decided. */
import type { RuleTally } from "../case/answer.ts";
import type { MessageRecord } from "../case/record.ts";
import type { Undecided } from "../verdict/conditions.ts";

/** Sets and capabilities are few; a damaged case must not make them many. */
const NAMES_MAX = 1000;

export class RuleBook {
  readonly #sets = new Map<string, number>();
  readonly #missing = new Map<string, number>();
  #messages = 0;
  #rulesMax = 0;

  /** What could not be read was asked nothing. `judging`: what was left undecided when all mail was compared. */
  add({ status, rules }: Pick<MessageRecord, "status" | "rules">, judging: Undecided): void {
    if (status === "unparseable") return;
    count(this.#sets, rules?.set ?? "");
    const undecided = (rules?.undecided ?? 0) + judging.rules;
    if (undecided === 0) return;
    this.#messages += 1;
    this.#rulesMax = Math.max(this.#rulesMax, undecided);
    for (const capability of new Set([...(rules?.missing ?? []), ...judging.missing])) count(this.#missing, capability);
  }

  all(): RuleTally {
    return {
      sets: [...this.#sets].map(([set, messages]) => ({ set, messages })),
      undecidedMessages: this.#messages,
      undecidedRulesMax: this.#rulesMax,
      missing: [...this.#missing]
        .map(([capability, messages]) => ({ capability, messages }))
        .sort((a, b) => b.messages - a.messages || (a.capability < b.capability ? -1 : 1)),
    };
  }
}

function count(counts: Map<string, number>, name: string): void {
  const known = counts.get(name);
  if (known !== undefined || counts.size < NAMES_MAX) counts.set(name, (known ?? 0) + 1);
}
