/**
 * The evidence a verdict weighs, gathered in one flat value: facts of the message, of its sender's history as of the
 * day, and of the comparison with other copies. Conditions read this and nothing else.
 */
import type { LoadRecord, MessageRecord, TokenRecord } from "../case/record.ts";
import type { SenderHistory } from "../cluster/history.ts";

export interface ServiceEvidence {
  readonly name: string;
  /** At least two independent signs. */
  readonly sure: boolean;
  /** The results recorded at receipt hold a pass for the service's own domain: no copyist can add that. */
  readonly verified: boolean;
  readonly evidence: readonly string[];
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
  /** The token is proven by comparison, or holds this very reader's address: not a forwarder's (LK-07). */
  readonly personal: boolean;
}

export interface Evidence {
  readonly record: MessageRecord;
  readonly loads: readonly JudgedLoad[];
  /** As of the message's day, itself not counted. */
  readonly before: SenderHistory;
  /** Over the whole case. */
  readonly whole: SenderHistory;
  readonly service: ServiceEvidence | null;
  readonly alignment: AlignmentEvidence;
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
}
