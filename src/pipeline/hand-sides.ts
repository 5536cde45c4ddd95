/** What a user names, a message or a campaign → the side of a decision by hand. */
import type { Sha256 } from "../base/brand.ts";
import { HAND_MESSAGES_MAX, type HandSide } from "../case/hand.ts";
import type { Campaign } from "../case/judgement.ts";
import type { CaseStore } from "../ports/store.ts";

/** By its id, or by one that it had. */
export function campaignNamed(campaigns: readonly Campaign[], id: string): Campaign | undefined {
  return (
    campaigns.find((one) => one.id === id) ??
    campaigns.find(({ formerly = [] }) => formerly.some((one) => one.id === id && one.how === "joined"))
  );
}

/** Null for what is neither, or not one message. */
export async function sideOf(store: CaseStore, id: string): Promise<HandSide | null> {
  if (id.startsWith("c-")) {
    const campaign = campaignNamed(await store.campaigns(), id);
    return campaign === undefined ? null : { campaign: campaign.id, messages: spread(campaign.messages) };
  }
  const stored = await store.message(id.toLowerCase());
  return stored === null ? null : { campaign: null, messages: [stored.record.sha256] };
}

/** A few that stand for all, from its whole time. */
function spread(messages: readonly Sha256[]): readonly Sha256[] {
  if (messages.length <= HAND_MESSAGES_MAX) return messages;
  const step = (messages.length - 1) / (HAND_MESSAGES_MAX - 1);
  return Array.from({ length: HAND_MESSAGES_MAX }, (_, nth) => messages[Math.round(nth * step)] as Sha256);
}

/** A message that is taken out of its campaign does not stand for it. */
export function apart(one: HandSide, other: HandSide): readonly [HandSide, HandSide] {
  return [without(one, other), without(other, one)];
}

function without(side: HandSide, other: HandSide): HandSide {
  if (side.campaign === null || other.campaign !== null) return side;
  return { ...side, messages: side.messages.filter((one) => !other.messages.includes(one)) };
}
