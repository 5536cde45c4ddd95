/** The ties of a campaign, gathered: what is shared, between how many messages, and why that ties them. */
import type { Campaign, CampaignLink } from "../case/judgement.ts";

/** All links of one kind for one reason. */
export interface SharedTie {
  readonly kind: string;
  readonly why: string;
  /** Greatest weight of its links, 0 to 1. */
  readonly weight: number;
  /** Distinct messages that it ties. */
  readonly messages: number;
  /** What is shared, and by how many messages; most first. */
  readonly values: readonly { readonly value: string; readonly messages: number }[];
}

/** Heaviest first, then most messages. Linear, but for sorting the ties and their values. */
export function sharedTies(campaign: Campaign): readonly SharedTie[] {
  const groups = new Map<string, CampaignLink[]>();
  for (const link of campaign.links) {
    const key = JSON.stringify([link.kind, link.why]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [link]);
    else group.push(link);
  }
  return [...groups.values()].map(tieOf).sort((a, b) => b.weight - a.weight || b.messages - a.messages);
}

function tieOf(links: readonly CampaignLink[]): SharedTie {
  const values = new Map<string, Set<string>>();
  let weight = 0;
  for (const link of links) {
    weight = Math.max(weight, link.weight);
    values.set(link.value, (values.get(link.value) ?? new Set()).add(link.from).add(link.to));
  }
  return {
    kind: links[0]?.kind ?? "",
    why: links[0]?.why ?? "",
    weight,
    messages: new Set(links.flatMap(({ from, to }) => [from, to])).size,
    values: [...values]
      .map(([value, sharing]) => ({ value, messages: sharing.size }))
      .sort((a, b) => b.messages - a.messages),
  };
}

/** `load-host` → `load host`: the kinds are stable codes made of words. */
export function tieWords(kind: string): string {
  return kind.replaceAll("-", " ");
}

/** A long fingerprint is cut: it names nothing that a reader could recognise. */
export function tieValue(value: string): string {
  return /^[0-9a-f]{24,}$/.test(value) ? `${value.slice(0, 12)}…` : value;
}
