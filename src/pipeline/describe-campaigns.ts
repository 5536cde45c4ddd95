/**
 * Campaigns and loose messages of interest against what the case's documents describe in words. From the index; nothing is stored, and
 * nothing of it reaches a verdict, an assessment or the answer. People are counted, never named.
 */
import { consistencyOf, type DescribedFacts } from "../assessment/consistency.ts";
import type { Sha256 } from "../base/brand.ts";
import type { Consistency, ConsistencyGrade, Description, HuntingProfile } from "../case/hunting-profile.ts";
import type { Campaign, Person } from "../case/judgement.ts";
import type { KeptRoster } from "../case/roster.ts";
import { newest } from "../ledger/revisions.ts";
import type { CaseStore, StoredMessage } from "../ports/store.ts";
import { judgedLoads } from "../report/judged-loads.ts";
import { type AssessedCampaign, assessCampaigns } from "./assess-campaigns.ts";

/** Documents that are compared: the newest ones kept. */
export const DESCRIPTIONS_MAX = 20;
/** Campaigns that are compared, gravest first; also those beside which one is seen. */
const COMPARED_MAX = 60;

/** By campaign, or by the hash of a loose message, in the order in which documents were kept; empty where no document describes anything. */
export type Descriptions = ReadonlyMap<string, readonly Description[]>;

export const NO_DESCRIPTIONS: Descriptions = new Map();

/** What the documents of the case describe: of each source what it says today. */
export async function profilesOf(store: CaseStore): Promise<readonly HuntingProfile[]> {
  const documents = newest(await store.documents());
  return documents.flatMap(({ profile }) => (profile == null ? [] : [profile])).slice(-DESCRIPTIONS_MAX);
}

/** The same figures whoever asks: all campaigns and loose messages are compared. `known`: what was gathered already is not gathered again. */
export async function describeCampaigns(
  store: CaseStore,
  known: readonly AssessedCampaign[] = [],
): Promise<Descriptions> {
  const profiles = await profilesOf(store);
  if (profiles.length === 0) return NO_DESCRIPTIONS;
  const wanted = [...(await gravest(store)), ...(await looseOnes(store))];
  const asked = new Map(known.map((one) => [one.campaign.id, one]));
  const rest = await assessCampaigns(
    store,
    wanted.filter(({ id }) => !asked.has(id)),
  );
  const gathered = new Map([...asked, ...rest.map((one) => [one.campaign.id, one] as const)]);
  const compared = wanted.flatMap(({ id }) => gathered.get(id) ?? []);
  const [people, roster, { first, last }] = [await store.people(), await store.roster(), await store.counts()];
  const period = first === null || last === null ? null : { first, last };
  const facts = compared.map((one) => factsOf(one, { people, roster, period }));
  const ofProfile = profiles.map((profile) => withOthers(facts.map((one) => consistencyOf(profile, one))));
  return new Map(compared.map(({ campaign }, at) => [campaign.id, ofProfile.flatMap((all) => all[at] ?? [])]));
}

async function gravest(store: CaseStore): Promise<readonly Campaign[]> {
  const all = await store.campaigns();
  const isHostile = ({ verdict }: Campaign) => verdict === "hostile";
  return [...all.filter(isHostile), ...all.filter((one) => !isHostile(one))].slice(0, COMPARED_MAX);
}

/** Messages of interest that are in no campaign, each as a campaign of one. */
async function looseOnes(store: CaseStore): Promise<readonly Campaign[]> {
  const hashes = (await store.targeted())?.loose ?? [];
  const people = hashes.length === 0 ? [] : await store.people();
  const found = await Promise.all(hashes.map((sha256) => store.message(sha256)));
  return found.flatMap((message) => (message === null ? [] : [asCampaign(message, people)]));
}

function asCampaign({ record, judgement }: StoredMessage, people: readonly Person[]): Campaign {
  const { sha256, date } = record;
  const isReached = ({ messages }: Person) => messages.includes(sha256);
  return {
    id: sha256,
    title: "",
    verdict: judgement?.verdict === "hostile" ? "hostile" : "suspicious",
    messages: [sha256 satisfies Sha256],
    people: people.filter(isReached).map(({ id }) => id),
    first: date,
    last: date,
    links: [],
    techniques: [...new Set(judgement?.findings.flatMap(({ techniques }) => techniques))].sort(),
    facts: [],
  };
}

const RANK: Readonly<Record<ConsistencyGrade, number>> = { untold: 0, not: 1, broadly: 2, partly: 3, closely: 4 };

function withOthers(all: readonly Consistency[]): readonly Description[] {
  return all.map((one) => ({
    ...one,
    compared: all.length,
    othersAsGood: all.filter((other) => other !== one && RANK[other.grade] >= RANK[one.grade]).length,
  }));
}

interface House {
  readonly people: readonly Person[];
  readonly roster: KeptRoster | null;
  readonly period: DescribedFacts["period"];
}

function factsOf({ campaign, evidence, sent }: AssessedCampaign, { people, roster, period }: House): DescribedFacts {
  const reached = new Set(campaign.people);
  const count = (is: (message: StoredMessage) => boolean) => sent.filter(is).length;
  return {
    evidence,
    loading: count((message) => judgedLoads(message).some(({ fires }) => fires === "open")),
    linking: count(
      ({ record }) => record.content.linkHosts.length > 0 || record.loads.some(({ fires }) => fires === "click"),
    ),
    attaching: count(({ record }) => record.content.attachments > 0),
    techniques: campaign.techniques,
    first: campaign.first,
    last: campaign.last,
    roles: rolesOf(people.filter(({ id }) => reached.has(id))),
    houseRoles: rolesOf(people.filter(({ messagesAll }) => messagesAll > 0)),
    personalAccounts: roster === null ? null : personalReached(sent, roster),
    period,
  };
}

/** Of those of whom any is known. */
function rolesOf(people: readonly Person[]): readonly string[] {
  return people
    .map(({ role, groups = [] }) => [role, ...groups].filter((words) => words !== "").join(", "))
    .filter((words) => words !== "");
}

/** People of the roster whose private addresses the messages were delivered to, or name. */
function personalReached(sent: readonly StoredMessage[], { people }: KeptRoster): number {
  const addresses = new Set(
    sent.flatMap(({ record: { to, cc, deliveredTo } }) => [
      ...deliveredTo,
      ...[...to, ...cc].map(({ address }) => address.toLowerCase()),
    ]),
  );
  return people.filter(({ personal }) => personal.some((address) => addresses.has(address))).length;
}
