/**
 * Counts what an assessment asks of a campaign, from the index alone. Of a campaign with more messages a fair part is looked at:
 * every n-th in its order, so that all its years are in it.
 */

import type { CampaignEvidence, CampaignService } from "../assessment/evidence.ts";
import { type EventsGiven, timingOf } from "../assessment/timing.ts";
import { alignedPass } from "../auth/alignment.ts";
import type { EpochMs, Sha256 } from "../base/brand.ts";
import type { AttackerWarning } from "../case/answer.ts";
import type { CampaignIntel } from "../case/intel.ts";
import type { Campaign, Person } from "../case/judgement.ts";
import { receivedResults } from "../case/received-results.ts";
import { fromAddress } from "../cluster/sender.ts";
import { sharedRoleOf } from "../people/shared-traits.ts";
import type { CaseStore, StoredMessage } from "../ports/store.ts";
import { judgedLoads } from "../report/judged-loads.ts";
import { serviceNamed } from "../signals/service-urls.ts";
import { type Owner, ownership } from "./ownership.ts";

/** Messages of one campaign that are looked at. */
export const LOOKED_AT_MAX = 400;
/** Distinct senders whose past is looked for. */
const SENDERS_MAX = 12;

export interface CampaignWorld {
  readonly people: readonly Person[];
  readonly owner: Owner;
  readonly warnings: readonly AttackerWarning[];
  readonly intel: CampaignIntel;
  readonly events: EventsGiven | null;
}

export interface GatheredCampaign {
  readonly evidence: CampaignEvidence;
  /** What the campaign sent, of the part that was looked at; by date. */
  readonly sent: readonly StoredMessage[];
}

export async function campaignEvidence(
  store: CaseStore,
  campaign: Campaign,
  world: CampaignWorld,
): Promise<GatheredCampaign> {
  const stored = await Promise.all(part(campaign.messages).map((sha256) => store.message(sha256)));
  const found = stored.filter((message) => message !== null);
  const sent: StoredMessage[] = [];
  // From alone is not enough: whoever forges the owner's own address would have no mail in it.
  for (const message of found) {
    if ((await ownership(store, message.record, world.owner)) !== "own") sent.push(message);
  }
  const passed = (message: StoredMessage) => passedForSender(message, world.owner.servers);
  const count = (is: (message: StoredMessage) => boolean) => sent.filter(is).length;
  const evidence: CampaignEvidence = {
    messages: sent.length,
    lures: new Set(sent.map(({ record }) => record.content.textPrint).filter((print) => print !== "")).size,
    readers: campaign.people.length,
    mailboxes: world.people.filter(({ messagesAll }) => messagesAll > 0).length,
    sharedRole: sharedRoleOf(world.people, new Set(campaign.people)),
    news: count(({ record }) => record.content.newsPersona !== null),
    hiddenPersonal: count((message) => judgedLoads(message).some(isHiddenPersonal)),
    likelyOnly: count(isLikelyOnly),
    covert: count(({ judgement }) => judgement?.trackingClass === "covert"),
    aligned: count((message) => passed(message) === true),
    failed: count((message) => passed(message) === false),
    firstContact: await isFirstContact(store, sent),
    services: servicesOf(sent),
    verifiedSimulation: count((message) => hasRule(message, /^simulation\./)),
    claimedSimulation: count((message) => hasRule(message, /^tracking\.claimed-simulation$/)),
    listUnsubscribe: count(({ record }) => record.claims.listUnsubscribe.length > 0),
    fullExit: count(({ record }) => record.claims.listUnsubscribe.length > 0 && record.content.unsubscribeLink),
    credentials: count((message) => hasRule(message, CREDENTIALS)),
    malware: count((message) => hasRule(message, MALWARE)),
    exploits: count((message) => hasRule(message, EXPLOITS)),
    invitations: count((message) => hasRule(message, /^calendar\./)),
    foreignReceipts: count((message) => hasRule(message, /^receipt\./)),
    asking: count((message) => hasRule(message, ASKING)),
    warnedReaders: warnedReaders(campaign, world),
    timing: timingOf(
      sent.map(({ record }) => record.date),
      world.events,
    ),
    intel: world.intel,
  };
  return { evidence, sent };
}

/** Families of our rules by what they find (`rules/`); ids are stable. */
const CREDENTIALS = /^(?:form|link)\./;
const MALWARE = /^malware\./;
const EXPLOITS = /^(?:webmail\.|load\.)/;
const ASKING = /^(?:form|link|lure|malware|webmail|load|picture|brand|receipt|reply)\./;

function hasRule({ judgement }: StoredMessage, rules: RegExp): boolean {
  return judgement?.findings.some(({ rule, severity }) => severity !== "info" && rules.test(rule)) ?? false;
}

function part(hashes: readonly Sha256[]): readonly Sha256[] {
  const step = Math.max(1, Math.ceil(hashes.length / LOOKED_AT_MAX));
  return hashes.filter((_, index) => index % step === 0);
}

function isHiddenPersonal({ fires, hidden, token }: ReturnType<typeof judgedLoads>[number]): boolean {
  return fires === "open" && hidden && (token.kind === "proven" || token.kind === "decoded");
}

function isLikelyOnly(message: StoredMessage): boolean {
  const kinds = judgedLoads(message).flatMap(({ fires, token }) => (fires === "open" ? [token.kind] : []));
  return kinds.includes("likely") && !kinds.includes("proven") && !kinds.includes("decoded");
}

/** Null where no result that counts was noted at receipt. `servers`: of the owner, whose alone count where they are named. */
function passedForSender({ record }: StoredMessage, servers: readonly string[]): boolean | null {
  if (receivedResults(record.auth, servers).length === 0) return null;
  const { dkim, spf, dmarc } = alignedPass(record.auth, record.claims, servers);
  return dkim || spf || dmarc;
}

/** Whether anything from or to its senders lies before the first message; null where that has no date or no sender. */
async function isFirstContact(store: CaseStore, sent: readonly StoredMessage[]): Promise<boolean | null> {
  const first = sent.find(({ record }) => record.date !== null)?.record.date ?? null;
  const senders = [...new Set(sent.map(({ record }) => fromAddress(record)).filter((address) => address !== ""))];
  if (first === null || senders.length === 0) return null;
  for (const address of senders.slice(0, SENDERS_MAX)) {
    for await (const { record } of store.messages({ address, to: first, limit: 1 })) {
      if (isBefore(record.date, first)) return false;
    }
  }
  return true;
}

function isBefore(date: EpochMs | null, first: EpochMs): boolean {
  return date !== null && date < first;
}

function servicesOf(sent: readonly StoredMessage[]): readonly CampaignService[] {
  const counts = new Map<string, number>();
  for (const { judgement } of sent) {
    const name = judgement?.service ?? "";
    if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, messages]) => ({ name, kind: kindOf(name), messages }))
    .sort((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1));
}

function kindOf(name: string): CampaignService["kind"] {
  const kind = serviceNamed(name)?.kind;
  if (kind === "bulk" || kind === "advocacy") return "bulk";
  return kind === "sales" || kind === "simulation" ? kind : "other";
}

function warnedReaders(campaign: Campaign, { people, warnings }: CampaignWorld): number {
  const warned = new Set(warnings.flatMap(({ verified, to }) => (verified ? to : [])));
  const readers = new Set(campaign.people);
  return people.filter(({ id, addresses }) => readers.has(id) && addresses.some((address) => warned.has(address)))
    .length;
}
