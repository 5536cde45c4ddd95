/** A sign between two messages → the link that people read: what is shared, how rare it is here, how much it weighs. */
import type { CampaignLink, SharedTrait } from "../../case/judgement.ts";
import type { Member } from "../campaigns.ts";
import { KINDS, type KindName, TIE_BITS } from "./kinds.ts";
import type { MakerTrait } from "./makers.ts";

/** 0 to 1: half at 4 bits, 0.9 where a value ties by itself. */
export function linkWeight(bits: number): number {
  return Math.round((1 - 2 ** (-bits / 4)) * 1000) / 1000;
}

export interface SharedSign {
  readonly kind: KindName;
  readonly value: string;
  readonly bits: number;
  /** Senders not of interest that have it too, about. */
  readonly others: number;
  /** Of how many signs that tie the two it is one. */
  readonly signs: number;
}

export function linkOf(from: Member, to: Member, { kind, value, bits, others, signs }: SharedSign): CampaignLink {
  const rare =
    others === 0
      ? "which no other sender here has"
      : `which about ${others} other ${others === 1 ? "sender" : "senders"} here ${others === 1 ? "has" : "have"} too`;
  const alone = bits >= TIE_BITS || signs < 2 ? "" : "; not enough by itself, but together with other signs";
  const why = `the same ${KINDS[kind].words}, ${rare}${alone}`;
  return { from: from.sha256, to: to.sha256, kind, value, weight: linkWeight(bits), why };
}

/** `harmless`: senders not of interest that have it too, about. */
export function traitOf({ kind, bits, others }: MakerTrait, value: string, harmless: number): SharedTrait {
  const rare =
    harmless === 0
      ? "which no harmless sender here has"
      : `which about ${harmless} harmless ${harmless === 1 ? "sender" : "senders"} here ${harmless === 1 ? "has" : "have"}`;
  const crowd =
    others === 0 ? "" : `, and at least ${others} other ${others === 1 ? "maker" : "makers"} of mail of interest`;
  const why = `the same ${KINDS[kind].words}, ${rare}${crowd}`;
  return { kind, value, weight: linkWeight(bits), why };
}

/** Copies of one mailing. */
export function copyLink(from: Member, to: Member, kind: KindName, value: string): CampaignLink {
  const why = `copies that went out together: the same ${kind === "subject-form" ? "sender and subject" : KINDS[kind].words}`;
  return { from: from.sha256, to: to.sha256, kind, value, weight: 0.95, why };
}

export const BY_HAND = "by-hand";

export function handLink(from: Member, to: Member): CampaignLink {
  const why = "joined by hand";
  return { from: from.sha256, to: to.sha256, kind: BY_HAND, value: "decided by people", weight: 1, why };
}

export const PASSED_ON = "passed-on";

/** Our own people's forward of a copy, proven by the token in it. */
export function forwardLink(from: Pick<Member, "sha256">, to: Pick<Member, "sha256">): CampaignLink {
  const why = "it loads with the token of that copy's reader";
  return { from: from.sha256, to: to.sha256, kind: PASSED_ON, value: "", weight: 1, why };
}
