/** The answer of DESIGN 1, from the index. */
import type { Answer, Coverage, RuleCoverage } from "../case/answer.ts";
import { ANSWER_SCHEMA, NO_RULES } from "../case/answer.ts";
import type { Campaign, Person } from "../case/judgement.ts";
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

export interface FullAnswer {
  readonly answer: Answer;
  readonly campaigns: readonly Campaign[];
  readonly people: readonly Person[];
  /** Messages of interest that are in no campaign, hostile first; at most 8. */
  readonly loose: readonly StoredMessage[];
}

/** As many as fit on a screen beside the campaigns. */
const LOOSE_MAX = 8;

export async function answerOf(store: CaseStore, elapsedMs: number): Promise<FullAnswer> {
  const counts = await store.counts();
  const campaigns = await store.campaigns();
  const people = await store.people();
  const owners = await store.owners();
  const reached = people.filter(({ messages }) => messages.length > 0);
  const coverage = coverageOf(counts, await rulesOf(store));
  const inconclusiveBecause = inconclusiveReasons(coverage, isJudged(counts));
  const answer: Answer = {
    schema: ANSWER_SCHEMA,
    answer: answerWord(counts),
    conclusive: inconclusiveBecause.length === 0,
    inconclusiveBecause,
    summary: "",
    coverage,
    verdicts: counts.verdicts,
    classes: counts.classes,
    campaigns: campaigns.length,
    people: reached.length,
    owners: owners.addresses,
    ownersFrom: owners.from,
    commercialSenders: await store.senders("commercial"),
    attackerWarnings: await store.attackerWarnings(),
    elapsedMs: Math.round(elapsedMs),
  };
  const loose = await looseMessages(store, counts);
  return { answer: { ...answer, summary: summaryOf(answer) }, campaigns, people, loose };
}

/** The mark, and every message has its verdict: an answer never rests on the mark alone. */
function isJudged({ judged, messages, joined, secondCopies, verdicts }: Counts): boolean {
  const given = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  return judged && given >= messages + joined - secondCopies;
}

async function looseMessages(store: CaseStore, { verdicts }: Counts): Promise<readonly StoredMessage[]> {
  const loose: StoredMessage[] = [];
  for (const verdict of ["hostile", "suspicious"] as const) {
    const limit = LOOSE_MAX - loose.length;
    if (verdicts[verdict] === 0 || limit === 0) continue;
    loose.push(...(await Array.fromAsync(store.messages({ verdicts: [verdict], campaign: null, limit }))));
  }
  return loose;
}

function answerWord({ verdicts }: Counts): Answer["answer"] {
  if (verdicts.hostile > 0) return "yes";
  return verdicts.suspicious > 0 ? "possible" : "no";
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
