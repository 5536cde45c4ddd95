/** Words of the campaign step: what is tied, and what it is tied into. How is in `linking/`. */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import type { CampaignLink, FormerCampaign, PerhapsOneMaker } from "../case/judgement.ts";
import type { MessageRecord } from "../case/record.ts";
import type { KindName } from "./linking/kinds.ts";

/** A value worth comparing. */
export interface Observable {
  readonly kind: KindName;
  readonly value: string;
}

/** What is known of a message that may be tied to others. */
export interface Sighted {
  readonly record: MessageRecord;
  /** Domains (`ownedDomain`) of the loads that carry a token or are receipts, without those of services and shorteners. */
  readonly trackerDomains: readonly string[];
  /** The sender's account at a service that the results at receipt vouch for; null for none that is known. */
  readonly account: string | null;
  /** Whether results at receipt bear the sender's domain out; null where there are none. */
  readonly isAligned: boolean | null;
  /** Sent by the owner, a forward for example: its sender ties nothing. */
  readonly own: boolean;
}

/** What of it linking needs: some hundred bytes, where the values are shared, in place of the whole record. Made by `memberOf`. */
export interface Member {
  readonly sha256: Sha256;
  readonly date: EpochMs | null;
  readonly own: boolean;
  /** Address of From, lower case; empty for none. */
  readonly from: string;
  readonly observables: readonly Observable[];
  /** Empty for a subject of few words, which many have. */
  readonly subjectForm: string;
  /** Sketch of its text, empty for none. */
  readonly sketch: string;
  /** As of the Date field, empty for none. */
  readonly zone: string;
  /** The copy that it passes on, as the token in it proves (LK-07); null or left out where it passes on none. */
  readonly forwardOf?: Sha256 | null;
}

/** Copies of one lure that went out together. */
export interface WaveSpan {
  readonly first: EpochMs | null;
  readonly last: EpochMs | null;
  readonly messages: number;
}

export interface Group<M extends Member = Member> {
  /** `c-` and 8 hex digits. */
  readonly id: string;
  /** Two and more, in date order. */
  readonly members: readonly M[];
  /** Enough to span them, strongest first. */
  readonly links: readonly CampaignLink[];
  /** By date. */
  readonly waves: readonly WaveSpan[];
  readonly formerly: readonly FormerCampaign[];
  /** Likeliest first. */
  readonly perhapsOneMaker: readonly PerhapsOneMaker[];
}

/** As linking gives it, before it has a name. */
export type UnnamedGroup<M extends Member = Member> = Omit<Group<M>, "id" | "formerly" | "perhapsOneMaker">;

/** A campaign of an earlier judging, as far as its name can go on. */
export interface KnownCampaign {
  readonly id: string;
  readonly messages: readonly Sha256[];
  readonly formerly?: readonly FormerCampaign[] | undefined;
}
