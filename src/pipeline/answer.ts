/** The answer of DESIGN 1, from the index. */
import type { Answer, Coverage } from "../case/answer.ts";
import { ANSWER_SCHEMA } from "../case/answer.ts";
import type { Campaign, Person } from "../case/judgement.ts";
import type { CaseStore, Counts } from "../ports/store.ts";
import { answerSentence, foundSentence } from "../report/answer-words.ts";

export interface FullAnswer {
  readonly answer: Answer;
  readonly campaigns: readonly Campaign[];
  readonly people: readonly Person[];
}

export async function answerOf(store: CaseStore, elapsedMs: number): Promise<FullAnswer> {
  const counts = await store.counts();
  const campaigns = await store.campaigns();
  const people = await store.people();
  const owners = await store.owners();
  const reached = people.filter(({ messages }) => messages.length > 0);
  const answer: Answer = {
    schema: ANSWER_SCHEMA,
    answer: answerWord(counts),
    summary: "",
    coverage: coverageOf(counts),
    verdicts: counts.verdicts,
    classes: counts.classes,
    campaigns: campaigns.length,
    people: reached.length,
    owners: owners.addresses,
    ownersFrom: owners.from,
    commercialSenders: await store.senders("commercial"),
    elapsedMs: Math.round(elapsedMs),
  };
  return { answer: { ...answer, summary: summaryOf(answer) }, campaigns, people };
}

function answerWord({ verdicts }: Counts): Answer["answer"] {
  if (verdicts.hostile > 0) return "yes";
  return verdicts.suspicious > 0 ? "possible" : "no";
}

/** The sentence that the terminal and the report begin with, and how many it is about. */
function summaryOf(answer: Answer): string {
  const sentence = answerSentence(answer);
  const found = foundSentence(answer);
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}${found === null ? "" : ` ${found}`}`;
}

function coverageOf(counts: Counts): Coverage {
  const { messages, locations, first, last } = counts;
  return {
    messages,
    ok: counts.ok,
    partial: counts.partial,
    unparseable: counts.unparseable,
    duplicates: locations - messages,
    bytes: counts.bytes,
    first: first === null ? null : new Date(first).toISOString(),
    last: last === null ? null : new Date(last).toISOString(),
    sources: counts.sources,
    notCovered: counts.notCovered,
  };
}
