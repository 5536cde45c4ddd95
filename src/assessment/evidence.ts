/**
 * What is known of a campaign, counted: all that an assessment asks, gathered from the index by `pipeline/campaign-evidence.ts`.
 * Counts are of messages that the campaign sent; what the owner's own people forwarded says nothing of the sender.
 */

import type { CampaignIntel } from "../case/intel.ts";
import type { SharedRole } from "../case/roster.ts";
import type { Timing } from "./timing.ts";

/** A mail service that more than one sign names. */
export interface CampaignService {
  readonly name: string;
  readonly kind: "bulk" | "sales" | "simulation" | "other";
  readonly messages: number;
}

export interface CampaignEvidence {
  readonly messages: number;
  /** Distinct texts; 0 where none has text. */
  readonly lures: number;
  /** People that it reached. */
  readonly readers: number;
  /** People whose mail was read for this case: how few the readers are can only be told against these. 0 when unknown. */
  readonly mailboxes: number;
  readonly sharedRole: SharedRole | null;

  /** Of a sender or in a form that reads like news. */
  readonly news: number;
  /** With a load that a reader does not see, fires on display and carries a value that names its reader, as comparison or decoding shows. */
  readonly hiddenPersonal: number;
  /** With a load on display whose value only looks so: one copy. */
  readonly likelyOnly: number;
  /** Rules for the mail of strangers found each of these; see `covert`. */
  readonly covert: number;

  readonly aligned: number;
  /** Results were noted at receipt, and none passed for the sender's own domain. */
  readonly failed: number;
  /** Nothing from or to these senders before the first message; null where it cannot be told. */
  readonly firstContact: boolean | null;

  /** Whose usual way of tracking explains the mail. */
  readonly services: readonly CampaignService[];
  /** The simulation's own authentication passed at receipt. */
  readonly verifiedSimulation: number;
  /** A header field calls it a test, and nothing vouches for that. */
  readonly claimedSimulation: number;
  /** With a List-Unsubscribe field · with that and a way out in the text. Whether it works is not tried: that would answer the sender. */
  readonly listUnsubscribe: number;
  readonly fullExit: number;

  /** With a form, a login page or a deceiving link · with a harmful or executable file · with something that runs or leaks when the mail is opened. */
  readonly credentials: number;
  readonly malware: number;
  readonly exploits: number;
  /** With an invitation that calendars take in, and that fetches something · with a receipt asked for to another address than the sender's. */
  readonly invitations: number;
  readonly foreignReceipts: number;
  /** With any of these, or another sign of fraud. */
  readonly asking: number;

  /** Of the readers: warned of state attackers by a provider, whose authentication passed. */
  readonly warnedReaders: number;
  readonly timing: Timing;
  readonly intel: CampaignIntel;
}
