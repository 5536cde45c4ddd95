/**
 * Names for groups that last: a campaign of an earlier judging goes on in the group that has most of its messages. What was two and is
 * one keeps the larger one's name, what was one and is two leaves its name to the larger part; both say so.
 *
 * Cost: linear in the messages.
 */
import { createHash } from "node:crypto";
import type { Sha256 } from "../../base/brand.ts";
import type { FormerCampaign } from "../../case/judgement.ts";
import type { Group, KnownCampaign, Member, UnnamedGroup } from "../campaigns.ts";

const FORMERLY_MAX = 50;

/** In the order given. */
export function named<M extends Member>(
  groups: readonly UnnamedGroup<M>[],
  before: readonly KnownCampaign[],
): readonly Omit<Group<M>, "perhapsOneMaker">[] {
  const groupOf = new Map<Sha256, number>();
  for (const [at, { members }] of groups.entries()) for (const { sha256 } of members) groupOf.set(sha256, at);
  const shares = before.map(({ messages }) => sharesOf(messages, groupOf));
  const heirs = heirsOf(shares);
  const taken = new Set(before.map(({ id }) => id));
  return groups.map((group, at) => {
    const heirOf = heirs.indexOf(at);
    const old = before[heirOf];
    const formerly: FormerCampaign[] = [...(old?.formerly ?? [])];
    for (const [index, { id, formerly: earlier = [] }] of before.entries()) {
      if (index === heirOf || !shares[index]?.has(at)) continue;
      const isGone = heirs[index] === undefined || heirs[index] === -1;
      formerly.push({ id, how: isGone ? "joined" : "split" }, ...(isGone ? earlier : []));
    }
    const id = old?.id ?? newId(group.members[0]?.sha256 ?? "", taken);
    return { id, ...group, formerly: distinct(formerly, id).slice(0, FORMERLY_MAX) };
  });
}

/** Group → how many of the messages it has. */
function sharesOf(messages: readonly Sha256[], groupOf: ReadonlyMap<Sha256, number>): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  for (const sha256 of messages) {
    const group = groupOf.get(sha256);
    if (group !== undefined) shares.set(group, (shares.get(group) ?? 0) + 1);
  }
  return shares;
}

/** Each earlier campaign → the group that bears its name on, -1 for none. The largest shares choose first. */
function heirsOf(shares: readonly ReadonlyMap<number, number>[]): readonly number[] {
  const claims = shares.flatMap((groups, old) => [...groups].map(([group, messages]) => ({ old, group, messages })));
  claims.sort((a, b) => b.messages - a.messages || a.old - b.old || a.group - b.group);
  const heirs = shares.map(() => -1);
  const named = new Set<number>();
  for (const { old, group } of claims) {
    if (heirs[old] !== -1 || named.has(group)) continue;
    heirs[old] = group;
    named.add(group);
  }
  return heirs;
}

/** From the first message, so that the same case gives the same names. The name is added to those that are taken. */
export function newId(first: string, taken: Set<string>): string {
  for (let nth = 0; ; nth += 1) {
    const text = `campaign ${first}${nth === 0 ? "" : ` ${nth}`}`;
    const id = `c-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

function distinct(formerly: readonly FormerCampaign[], id: string): readonly FormerCampaign[] {
  const seen = new Set([id]);
  return formerly.filter((one) => !seen.has(one.id) && seen.add(one.id));
}
