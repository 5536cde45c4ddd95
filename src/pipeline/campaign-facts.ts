/** A group of tied messages → the campaign as people read it: title, proof, contact, in plain sentences. */
import type { Campaign, Judgement } from "../case/judgement.ts";
import type { AuthResultRecord, MessageRecord } from "../case/record.ts";
import type { Group } from "../cluster/campaigns.ts";
import { domainOf, fromAddress } from "../cluster/sender.ts";

export interface CampaignMember {
  readonly record: MessageRecord;
  /** Those at receipt that count. */
  readonly results: readonly AuthResultRecord[];
  readonly judgement: Judgement | null;
  /** Ids of the people it reached. */
  readonly people: readonly string[];
  /** Sent by the owner: a forward. */
  readonly own: boolean;
}

export function campaignOf(group: Group, members: readonly CampaignMember[]): Campaign {
  const dates = members.map(({ record }) => record.date).filter((date) => date !== null);
  const findings = members.flatMap(({ judgement }) => judgement?.findings ?? []);
  return {
    id: group.id,
    title: titleOf(members),
    verdict: members.some(({ judgement }) => judgement?.targeting === "hostile") ? "hostile" : "suspicious",
    messages: members.map(({ record }) => record.sha256),
    people: [...new Set(members.flatMap(({ people }) => people))].sort(),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    links: group.links,
    techniques: [...new Set(findings.flatMap(({ techniques }) => techniques))].sort(),
    facts: factsOf(members),
  };
}

/** Strongest first. What our own people forwarded is counted apart: it says nothing about the sender. */
function factsOf(members: readonly CampaignMember[]): readonly string[] {
  const sent = members.filter(({ own }) => !own);
  const facts = [
    proofFact(sent),
    senderFact(sent),
    authenticationFact(sent),
    ...sharedReasons(sent),
    forwardFact(members),
  ];
  return facts.filter((fact) => fact !== "");
}

function forwardFact(members: readonly CampaignMember[]): string {
  const forwards = members.filter(({ own }) => own).length;
  if (forwards === 0) return "";
  return `forwarded by your own people (${forwards} ${forwards === 1 ? "message" : "messages"}): each forward shows the token to further networks`;
}

function titleOf(members: readonly CampaignMember[]): string {
  const counts = new Map<string, number>();
  for (const { judgement } of members) {
    const title = judgement?.findings[0]?.title;
    if (title !== undefined) counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  const [title] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["Tied messages of interest"];
  return title;
}

function proofFact(members: readonly CampaignMember[]): string {
  const proven = members.filter(({ judgement }) => judgement?.tokens.some(({ token }) => token.kind === "proven"));
  const decoded = members.filter(({ record }) => record.loads.some(({ token }) => token.kind === "decoded"));
  const all = members.length;
  if (proven.length > 0) return `proven: each copy carries its own reader's token (${proven.length} of ${all})`;
  if (decoded.length > 0) return `the reader's own address is inside the load (${decoded.length} of ${all})`;
  const opening = members.some(({ record }) =>
    record.loads.some(({ fires, token }) => fires === "open" && token.kind !== "none"),
  );
  if (!opening) return "";
  return "one copy each: whether the loads tell readers apart is likely, not proven";
}

function senderFact(members: readonly CampaignMember[]): string {
  const domains = [...new Set(members.map(({ record }) => domainOf(fromAddress(record))))].filter(Boolean);
  if (domains.length === 0) return "";
  return `sent from ${domains.slice(0, 3).join(", ")}${domains.length > 3 ? ` and ${domains.length - 3} more` : ""}`;
}

/** Reasons that every finding-bearing member gives, at most four: true of the campaign as a whole. */
function sharedReasons(members: readonly CampaignMember[]): readonly string[] {
  const counts = new Map<string, number>();
  const judged = members.filter(({ judgement }) => (judgement?.findings.length ?? 0) > 0);
  for (const { judgement } of judged) {
    const reasons = new Set(judgement?.findings.flatMap((finding) => finding.reasons));
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count === judged.length)
    .map(([reason]) => reason)
    .slice(0, 4);
}

function authenticationFact(members: readonly CampaignMember[]): string {
  const passed = members.filter(({ results }) =>
    results.some(({ method, result }) => method === "dmarc" && result === "pass"),
  );
  if (passed.length === 0) return "";
  return `authentication passed (${passed.length} of ${members.length}): that proves the sender's own domain, not who is behind it`;
}
