/** What the report shows of each campaign: assessment, lures as text, infrastructure, targets. From the index alone. */
import type { WorldEvent } from "../assessment/world-events.ts";
import type { EpochMs } from "../base/brand.ts";
import type { Campaign, Person } from "../case/judgement.ts";
import { domainOf, fromAddress } from "../cluster/sender.ts";
import type { CaseStore, StoredMessage } from "../ports/store.ts";
import { assessmentJson } from "../report/assessment-json.ts";
import { mailboxOf } from "../report/labels.ts";
import type { CampaignPage, InfrastructureRow, LureView } from "../report/model.ts";
import { type AssessedCampaign, assessCampaigns } from "./assess-campaigns.ts";
import { describeCampaigns } from "./describe-campaigns.ts";
import type { ShippedRecord } from "./intel-of.ts";

const LURES_MAX = 6;
const ROWS_OF_ROLE_MAX = 8;

export async function campaignPages(
  store: CaseStore,
  campaigns: readonly Campaign[],
  events: readonly WorldEvent[] | null,
  shippedRecord?: ShippedRecord,
): Promise<readonly CampaignPage[]> {
  const people = await store.people();
  const all = await assessCampaigns(store, campaigns, events, shippedRecord);
  const descriptions = await describeCampaigns(store, all);
  return all.map((assessed) => ({
    ...pageOf(assessed, people),
    descriptions: descriptions.get(assessed.campaign.id) ?? [],
  }));
}

function pageOf(
  { assessment, evidence, campaign, sent }: AssessedCampaign,
  people: readonly Person[],
): Omit<CampaignPage, "descriptions"> {
  const lures = distinctLures(sent);
  const hashes = new Set(campaign.messages);
  const targets = people
    .filter(({ id }) => campaign.people.includes(id))
    .map(({ id, messages }) => ({ person: id, messages: messages.filter((sha256) => hashes.has(sha256)).length }));
  return {
    assessment: assessmentJson({ assessment, evidence }),
    lures: lures.slice(0, LURES_MAX),
    luresTotal: lures.length,
    infrastructure: infrastructureOf(sent),
    targets: targets.sort((a, b) => b.messages - a.messages || (a.person < b.person ? -1 : 1)),
    lookedAt: sent.length,
  };
}

/** The earliest of each text. */
function distinctLures(sent: readonly StoredMessage[]): readonly LureView[] {
  const seen = new Set<string>();
  return sent.flatMap(({ record }) => {
    const { sha256, date, subject, content, claims } = record;
    const key = content.textPrint || subject;
    if (seen.has(key)) return [];
    seen.add(key);
    const [from] = claims.from;
    return [{ sha256, date, subject, preview: content.preview, from: from === undefined ? "" : mailboxOf(from) }];
  });
}

function infrastructureOf(sent: readonly StoredMessage[]): readonly InfrastructureRow[] {
  const rows = new Map<string, Counted>();
  for (const { record, judgement } of sent) {
    const note = (role: string, value: string) => {
      if (value === "") return;
      const key = `${role} ${value}`;
      const row = rows.get(key) ?? { role, value, messages: 0, first: null, last: null };
      rows.set(key, added(row, record.date));
    };
    note("sender domain", domainOf(fromAddress(record)));
    for (const host of new Set(record.loads.filter(isContact).map((load) => load.host))) note("host of loads", host);
    for (const address of new Set(record.claims.replyTo.map((one) => one.address))) note("replies go to", address);
    note("mail service", judgement?.service ?? "");
    note("mail program", record.claims.mailer);
  }
  const order = ["sender domain", "host of loads", "replies go to", "mail service", "mail program"];
  return order.flatMap((role) =>
    [...rows.values()]
      .filter((row) => row.role === role)
      .sort((a, b) => b.messages - a.messages || (a.value < b.value ? -1 : 1))
      .slice(0, ROWS_OF_ROLE_MAX),
  );
}

interface Counted extends InfrastructureRow {}

function added(row: Counted, date: EpochMs | null): Counted {
  const first = row.first === null || (date !== null && date < row.first) ? date : row.first;
  const last = row.last === null || (date !== null && date > row.last) ? date : row.last;
  return { ...row, messages: row.messages + 1, first, last };
}

function isContact({ fires }: StoredMessage["record"]["loads"][number]): boolean {
  return fires === "open" || fires === "receipt" || fires === "delivery";
}
