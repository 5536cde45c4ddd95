/**
 * The evidence a verdict weighs, gathered in one flat value: facts of the message, of its sender's and its account's history
 * as of the day and over the case, and of the comparison with other copies. Conditions read this and nothing else.
 */
import type { ProofRole } from "../case/judgement.ts";
import type { AuthResultRecord, LoadRecord, MessageRecord, TokenRecord } from "../case/record.ts";
import type { AccountHistory, NewWay } from "../cluster/accounts.ts";
import type { BouncesOfDay } from "../cluster/bounces.ts";
import type { Doubts } from "../cluster/doubts.ts";
import type { SenderHistory } from "../cluster/history.ts";
import type { Before } from "../cluster/past.ts";

export interface ServiceEvidence {
  readonly name: string;
  readonly kind: "bulk" | "advocacy" | "sales" | "helpdesk" | "meeting" | "simulation" | "transactional" | "bounces";
  /** At least two independent signs. */
  readonly sure: boolean;
  /** The results recorded at receipt hold a pass for the service's own domain: no copyist can add that. */
  readonly verified: boolean;
  readonly evidence: readonly string[];
}

/** The sender's account at a service that the results at receipt vouch for. */
export interface AccountEvidence {
  readonly service: string;
  /** Null where nothing tells the service's customers apart, as `whole`. */
  readonly key: string | null;
  /** Over the whole case, its first day too. */
  readonly whole: AccountHistory | null;
}

export interface AlignmentEvidence {
  readonly dkim: boolean;
  readonly spf: boolean;
  readonly dmarc: boolean;
  readonly why: string;
}

/** A load with the best token known for it, proof by comparison included. */
export interface JudgedLoad {
  readonly load: LoadRecord;
  readonly token: TokenRecord;
  /** What comparison says of it; null when it was not compared. */
  readonly role: ProofRole | null;
  /** The token is proven by comparison, or holds this very reader's address: not a forwarder's (LK-07). */
  readonly personal: boolean;
  /** A picture whose long values have another reason (LK-13, LK-14). */
  readonly picture: PictureEvidence | null;
}

export interface PictureEvidence {
  readonly kind: "signed" | "portrait";
  readonly sentence: string;
}

export interface NoticeEvidence {
  readonly provider: string;
  /** From is at a domain that the provider warns from. */
  readonly atProvider: boolean;
}

export interface Evidence {
  readonly record: MessageRecord;
  readonly loads: readonly JudgedLoad[];
  /** As of the message's day, itself not counted. */
  readonly before: SenderHistory;
  /** What else was there before it. */
  readonly past: Before;
  /** How much of what its sender wrote until then is doubtful by itself, this message among it. */
  readonly doubts: Doubts;
  /** Names of registered senders that its sender bears, and has borne for half a year and more with aligned passes. */
  readonly registeredAs: () => readonly string[];
  /** Over the whole case. */
  readonly whole: SenderHistory;
  readonly service: ServiceEvidence | null;
  readonly account: AccountEvidence | null;
  /** The sender had long come by other ways. */
  readonly newWay: NewWay | null;
  /** The results at receipt that count: of the owner's servers, where these were named. */
  readonly results: readonly AuthResultRecord[];
  readonly alignment: AlignmentEvidence;
  /** It bears a list's id and is addressed to that list's domain. */
  readonly isList: boolean;
  /** A word of politics and rights in the subject. */
  readonly topic: string | null;
  /** It warns of state attackers in a provider's name. */
  readonly notice: NoticeEvidence | null;
  /** Of its day, when it is a bounce. */
  readonly bounces: BouncesOfDay | null;
  /** Distinct people of the owner's whose copies of this lure were compared; 1 when there is one copy. */
  readonly copyReaders: number;
  /** The owner sent it: From is the owner's, and nothing recorded at receipt speaks against it. */
  readonly own: boolean;
  /** From is one of the owner's addresses, and the server that received it saw no aligned pass: forged, most likely. */
  readonly forgedOwn: boolean;
  /** Registrable domains that are the owner's. */
  readonly ownDomains: ReadonlySet<string>;
  /** Registrable domain of From. */
  readonly senderDomain: string;
  /** Strangers share that domain (free mail, customers of a service): it says nothing of the sender. */
  readonly sharedDomain: boolean;
}
