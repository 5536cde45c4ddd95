/** What one line of a log says of one person and one message. */
import type { Likelihood } from "../case/judgement.ts";

/**
 * `load`: the mail's remote content was fetched · `click`: something else at the sender's host was · `sent`: mail to the sender left · `looked-up`:
 * the host's name was asked for, which is no opening · `blocked`: it was asked for, and nothing went out to the sender · `refused`, `delivered`: it, by its Message-ID ·
 * `note`: told, and no more.
 */
export interface LogEvidence {
  readonly effect: "load" | "click" | "sent" | "looked-up" | "blocked" | "refused" | "delivered" | "note";
  readonly likelihood: Likelihood;
  /** With file and line. */
  readonly reason: string;
  /** Of a load: a click would have asked for it too. */
  readonly isPerhapsClick?: boolean;
}
