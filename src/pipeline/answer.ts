/** The answer of DESIGN 1, from the index. */
import type { Assessment } from "../assessment/assess.ts";
import type { Sha256 } from "../base/brand.ts";
import type { Answer, Coverage, RuleCoverage, Targeted } from "../case/answer.ts";
import { ANSWER_SCHEMA, NO_RULES } from "../case/answer.ts";
import type { Campaign, Person } from "../case/judgement.ts";
import type { PeopleNotes } from "../case/roster.ts";
import { RosterIndex } from "../people/roster-index.ts";
import type { CaseStore, Counts, StoredMessage } from "../ports/store.ts";
import {
  answerSentence,
  foundSentence,
  inconclusiveReasons,
  moreMayFollow,
  outcomeLabel,
  outcomeOf,
} from "../report/answer-words.ts";
import { capitalised } from "../report/wording.ts";
import { assessCampaigns } from "./assess-campaigns.ts";
import { type Descriptions, describeCampaigns, NO_DESCRIPTIONS } from "./describe-campaigns.ts";
import type { ShippedRecord } from "./intel-of.ts";
import { WithheldPlaces } from "./withheld-places.ts";

export interface FullAnswer {
  readonly answer: Answer;
  readonly campaigns: readonly Campaign[];
  readonly people: readonly Person[];
  /** Messages of interest that are in no campaign, hostile first; at most 8. */
  readonly loose: readonly StoredMessage[];
  /** By campaign, of the first eight; empty where they were not asked for. */
  readonly assessments: ReadonlyMap<string, Assessment>;
  /** What documents describe, by campaign and loose message; empty where none does, or it was not asked for. Changes nothing of the answer. */
  readonly descriptions: Descriptions;
  /** What is said of people together; null where nothing was stored. */
  readonly notes: PeopleNotes | null;
}

/** Campaigns that an answer shows, and assesses. */
const ASSESSED_MAX = 8;

export async function answerOf(
  store: CaseStore,
  elapsedMs: number,
  { assessed = true, shippedRecord }: { readonly assessed?: boolean; readonly shippedRecord?: ShippedRecord } = {},
): Promise<FullAnswer> {
  const counts = await store.counts();
  const campaigns = gravestFirst(await store.campaigns());
  const people = await store.people();
  const owners = await store.owners();
  const reached = people.filter(({ messages }) => messages.length > 0);
  const targeted = await targetedOf(store, counts);
  const coverage = await withoutWithheld(store, coverageOf(counts, await rulesOf(store)));
  const inconclusiveBecause = inconclusiveReasons(coverage, isJudged(counts));
  const answer: Answer = {
    schema: ANSWER_SCHEMA,
    answer: answerWord(targeted),
    conclusive: inconclusiveBecause.length === 0,
    inconclusiveBecause,
    summary: "",
    coverage,
    verdicts: counts.verdicts,
    targeted: { hostile: targeted.hostile, suspicious: targeted.suspicious },
    classes: counts.classes,
    campaigns: campaigns.length,
    people: reached.length,
    owners: owners.addresses,
    ownersFrom: owners.from,
    commercialSenders: await store.senders("commercial"),
    attackerWarnings: await store.attackerWarnings(),
    ...(targeted.agreedTests === undefined ? {} : { agreedTests: targeted.agreedTests }),
    elapsedMs: Math.round(elapsedMs),
  };
  const loose = await looseMessages(store, targeted.loose);
  const weighed = await assessCampaigns(store, assessed ? campaigns.slice(0, ASSESSED_MAX) : [], null, shippedRecord);
  const assessments = new Map(weighed.map(({ campaign, assessment }) => [campaign.id, assessment]));
  const descriptions = assessed ? await describeCampaigns(store, weighed) : NO_DESCRIPTIONS;
  const notes = await store.peopleNotes();
  const told = { ...answer, summary: summaryOf(answer) };
  return { answer: told, campaigns, people, loose, assessments, descriptions, notes };
}

/** Where mail lies may name whose it is. */
async function withoutWithheld(store: CaseStore, coverage: Coverage): Promise<Coverage> {
  const index = new RosterIndex((await store.roster()) ?? { people: [], withheld: [] });
  if (index.withholdsNobody) return coverage;
  const places = await WithheldPlaces.of(store, index);
  return {
    ...coverage,
    sources: coverage.sources.map((source) => ({ ...source, path: places.path(source.path) })),
    notCovered: coverage.notCovered.map((one) => ({ ...one, path: places.path(one.path) })),
  };
}

/** Hostile before suspicious; else in the order of the case, which is by size. */
export function gravestFirst(campaigns: readonly Campaign[]): readonly Campaign[] {
  const isHostile = ({ verdict }: Campaign): boolean => verdict === "hostile";
  return [...campaigns.filter(isHostile), ...campaigns.filter((campaign) => !isHostile(campaign))];
}

/** The mark, and every message has its verdict: an answer never rests on the mark alone. */
function isJudged({ judged, messages, joined, secondCopies, verdicts }: Counts): boolean {
  const given = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  return judged && given >= messages + joined - secondCopies;
}

async function looseMessages(store: CaseStore, loose: readonly Sha256[]): Promise<readonly StoredMessage[]> {
  const messages = await Promise.all(loose.map((sha256) => store.message(sha256)));
  return messages.filter((message) => message !== null);
}

/** Of a case that was judged before the two were told apart, everything. */
async function targetedOf(store: CaseStore, { verdicts }: Counts): Promise<Targeted> {
  const { hostile, suspicious } = verdicts;
  return (await store.targeted()) ?? { hostile, suspicious, loose: [] };
}

function answerWord({ hostile, suspicious }: Targeted): Answer["answer"] {
  if (hostile > 0) return "yes";
  return suspicious > 0 ? "possible" : "no";
}

/** The sentence that the terminal and the report begin with, and how many it is about. */
function summaryOf(answer: Answer): string {
  const outcome = outcomeOf(answer);
  const sentence = answerSentence(answer);
  const label = capitalised(outcomeLabel(outcome).toLowerCase());
  const head = outcome === "none" || outcome === "unfinished" ? `${label}: ${sentence}` : capitalised(sentence);
  return [head, foundSentence(answer), moreMayFollow(answer)].filter((part) => part !== null).join(" ");
}

function coverageOf(counts: Counts, rules: RuleCoverage): Coverage {
  const { messages, locations, first, last } = counts;
  return {
    messages,
    ok: counts.ok,
    partial: counts.partial,
    unparseable: counts.unparseable,
    secondCopies: counts.secondCopies,
    joined: counts.joined,
    duplicates: locations - messages,
    unfinishedSources: counts.unfinishedSources,
    bytes: counts.bytes,
    first: first === null ? null : new Date(first).toISOString(),
    last: last === null ? null : new Date(last).toISOString(),
    sources: counts.sources,
    notCovered: counts.notCovered,
    rules,
  };
}

/** What the rules of the last scan were asked, and what they could not be. */
async function rulesOf(store: CaseStore): Promise<RuleCoverage> {
  const { rules } = await store.settings();
  const tally = await store.ruleTally();
  if (rules === undefined || tally === null) return NO_RULES;
  const { sets, ...undecided } = tally;
  const others = rules.set === "" ? [] : sets.filter(({ set }) => set !== rules.set);
  return { ...undecided, packs: rules.packs, notAsked: others.reduce((sum, { messages }) => sum + messages, 0) };
}
