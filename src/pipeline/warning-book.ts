/**
 * Gathers the warnings about state attackers while messages are judged (threat-facts LK-15), so that the answer can tell
 * them in a line of their own. Bounded, since one that nobody vouches for can be written by anybody, any number of times.
 */
import type { AttackerWarning, AttackerWarnings } from "../case/answer.ts";
import type { Judgement } from "../case/judgement.ts";
import { isoOf } from "../report/wording.ts";
import type { Evidence } from "../verdict/evidence.ts";
import { passes } from "../verdict/signs.ts";

/** Id of the rule, in rules/espionage. */
const ATTACKER_NOTICE = "notice.state-attackers";
/** Of each kind, verified or not. */
const LISTED_MAX = 20;

export class WarningBook {
  #total = 0;
  readonly #verified: AttackerWarning[] = [];
  readonly #others: AttackerWarning[] = [];

  /** In date order. `readers` of this copy. */
  add(evidence: Evidence, { findings }: Judgement, readers: readonly string[]): void {
    const { notice, record } = evidence;
    if (notice === null || !findings.some(({ rule }) => rule === ATTACKER_NOTICE)) return;
    this.#total += 1;
    const verified = notice.atProvider && passes(evidence);
    const list = verified ? this.#verified : this.#others;
    if (list.length === LISTED_MAX) return;
    const { sha256, date } = record;
    list.push({ sha256, provider: notice.provider, to: readers, date: isoOf(date), verified });
  }

  all(): AttackerWarnings {
    return { total: this.#total, listed: [...this.#verified, ...this.#others] };
  }
}
