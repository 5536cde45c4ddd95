/**
 * Messages of interest → campaigns: tied by shared rare observables, each tie with its reason (DESIGN 3). A thing that
 * many harmless senders share (a bulk service's host) ties nothing.
 */
import { createHash } from "node:crypto";
import type { Sha256 } from "../base/brand.ts";
import type { CampaignLink } from "../case/judgement.ts";
import type { MessageRecord } from "../case/record.ts";
import { domainOf, fromAddress, isSharedDomain } from "./sender.ts";

export interface Member {
  readonly record: MessageRecord;
  /** Registrable domains of the loads that carry a token or are receipts. */
  readonly trackerDomains: readonly string[];
  /** The sender's account at a service that the results at receipt vouch for; null for none that is known. */
  readonly account: string | null;
  /** Sent by the owner, a forward for example: its sender ties nothing. */
  readonly own: boolean;
}

export interface Group {
  /** `c-` and 8 hex digits of the earliest message's hash: the same first message gives the same id. */
  readonly id: string;
  readonly members: readonly Member[];
  readonly links: readonly CampaignLink[];
}

/** What each kind of tie weighs, and how it is said. */
const TIES = {
  account: { weight: 0.9, why: "the same account at a mail service" },
  "text-print": { weight: 0.9, why: "the same text but for names and numbers" },
  "sender-domain": { weight: 0.8, why: "the same sender domain" },
  "load-domain": { weight: 0.7, why: "trackers on the same domain, which no harmless sender here uses" },
} as const;

export interface Tie {
  readonly kind: keyof typeof TIES;
  readonly value: string;
}

/** The ties a message offers, those on shared domains too. */
export function tiesOf(member: Member): readonly Tie[] {
  const ties: Tie[] = [];
  const sender = domainOf(fromAddress(member.record));
  if (member.record.content.textPrint !== "") ties.push({ kind: "text-print", value: member.record.content.textPrint });
  if (sender !== "" && !member.own && !isSharedDomain(sender)) ties.push({ kind: "sender-domain", value: sender });
  if (member.account !== null && !member.own) ties.push({ kind: "account", value: member.account });
  for (const value of member.trackerDomains) ties.push({ kind: "load-domain", value });
  return ties;
}

/**
 * Groups of two and more, largest first. `members` in date order; `shared`: domains and accounts that tie nothing.
 * Cost: linear in members and ties (union-find).
 */
export function groupCampaigns(members: readonly Member[], shared: ReadonlySet<string>): readonly Group[] {
  const parent = members.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = index; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const firstWith = new Map<string, number>();
  const links: { readonly at: number; readonly link: CampaignLink }[] = [];
  members.forEach((member, index) => {
    for (const { kind, value } of tiesOf(member)) {
      if (shared.has(value) && mayBeShared(kind)) continue;
      const earlier = firstWith.get(`${kind} ${value}`);
      if (earlier === undefined) {
        firstWith.set(`${kind} ${value}`, index);
        continue;
      }
      parent[find(index)] = find(earlier);
      links.push({ at: index, link: link(members[earlier], member, kind, value) });
    }
  });
  const groups = new Map<number, Member[]>();
  members.forEach((member, index) => {
    const root = find(index);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [member]);
    else group.push(member);
  });
  const linksOf = Map.groupBy(links, ({ at }) => find(at));
  return [...groups]
    .filter(([, group]) => group.length > 1)
    .map(([root, group]) => ({
      id: campaignId(group),
      members: group,
      links: (linksOf.get(root) ?? []).map((entry) => entry.link),
    }))
    .sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
}

/** Harmless mail may have these in common with a lure. */
export function mayBeShared(kind: Tie["kind"]): boolean {
  return kind === "load-domain" || kind === "account";
}

function link(from: Member | undefined, to: Member, kind: keyof typeof TIES, value: string): CampaignLink {
  const { weight, why } = TIES[kind];
  const none = "" as Sha256;
  return { from: from?.record.sha256 ?? none, to: to.record.sha256, kind, value, weight, why };
}

function campaignId(group: readonly Member[]): string {
  const first = group[0]?.record.sha256 ?? "";
  return `c-${createHash("sha256").update(`campaign ${first}`).digest("hex").slice(0, 8)}`;
}
