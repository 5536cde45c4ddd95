/** Gathers what the report shows from the case: the model is small whatever the size of the case. */

import type { WorldEvent } from "../assessment/world-events.ts";
import type { Answer } from "../case/answer.ts";
import type { LedgerDocument } from "../case/ledger.ts";
import { ledgerView } from "../ledger/ledger-view.ts";
import { outwardOf } from "../ledger/stix-out/outward.ts";
import { type Level, strictestOf } from "../ledger/stix-out/traffic-lights.ts";
import { masked } from "../people/masked.ts";
import { RosterIndex } from "../people/roster-index.ts";
import type { CaseStore, StoredMessage } from "../ports/store.ts";
import { adviceJson } from "../report/advice-json.ts";
import type { ProofView, ReportModel, RuleFiles } from "../report/model.ts";
import { sharedByRoster } from "../report/people-notes-text.ts";
import { type Asked, adviceOf, NOT_ASKED } from "./advise.ts";
import { answerOf } from "./answer.ts";
import { campaignPages } from "./campaign-pages.ts";
import { proofViewsOf } from "./proof-views.ts";
import { type HandedOn, recordHandedOn } from "./record-handed-on.ts";
import { sharedSentences } from "./shared-sentences.ts";
import { trackersOf } from "./trackers.ts";
import { WithheldPlaces } from "./withheld-places.ts";

/** Campaigns that the report has room for. */
const PAGES_MAX = 60;

/** What the user gives for the report beside the case. */
export interface ReportAsked {
  readonly events?: readonly WorldEvent[] | null;
  readonly advice?: Asked;
  /** The public record that ships; with it the report shows that of the case. */
  readonly shippedRecord?: readonly LedgerDocument[];
  /** The strictest light of documents whose statements it shows; null for all but RED. */
  readonly light?: Level | null;
}

/** Messages of interest, and messages read incompletely, that the report lists. */
const LISTED_MAX = 500;
const INCOMPLETE_MAX = 200;

export async function reportModel(
  store: CaseStore,
  about: Pick<ReportModel, "toolVersion" | "caseFolder" | "generatedAt" | "invocation">,
  asked: ReportAsked = {},
): Promise<ReportModel> {
  const { answer, campaigns, people } = await answerOf(store, 0, { assessed: false });
  const notes = await store.peopleNotes();
  const targeted = await targetedMessages(store, answer.targeted);
  const whole = await Promise.all(targeted.map((stored) => withWhole(store, stored)));
  const index = await rosterIndexOf(store);
  const places = await WithheldPlaces.of(store, index);
  const messages = whole.map((stored) => places.message(stored));
  const handedOn = await recordHandedOn(store, asked.light ?? null);
  const model: ReportModel = {
    answer,
    months: await store.months(),
    campaigns,
    people,
    ...(notes === null ? {} : { peopleNotes: notes }),
    messages,
    proofs: await proofsOf(store, messages, (text) => index.masked(text)),
    messagesTotal: answer.targeted.hostile + answer.targeted.suspicious,
    incomplete: (await listed(store.messages({ statuses: ["partial", "unparseable"], limit: INCOMPLETE_MAX }))).map(
      (stored) => places.message(stored),
    ),
    trackers: await trackersOf(store),
    ruleFiles: await ruleFilesOf(store),
    pages: await campaignPages(
      handedOn.store,
      campaigns.slice(0, PAGES_MAX),
      asked.events ?? null,
      async () => asked.shippedRecord ?? [],
    ),
    advice: adviceJson(await adviceOf(store, asked.advice ?? NOT_ASKED), null).advice,
    shared: notes === null || notes.roster === null ? sharedSentences(people) : sharedByRoster(notes),
    ...(asked.shippedRecord === undefined
      ? {}
      : await recordOf(store, { shipped: asked.shippedRecord, light: asked.light ?? null, handedOn })),
    ...about,
  };
  // A report is handed on.
  return masked(model, index);
}

export async function rosterIndexOf(store: CaseStore): Promise<RosterIndex> {
  return new RosterIndex((await store.roster()) ?? { people: [], withheld: [] });
}

interface RecordAsked {
  readonly shipped: readonly LedgerDocument[];
  readonly light: Level | null;
  readonly handedOn: HandedOn;
}

/** A report is handed on: what may not leave stays out, and is counted. */
async function recordOf(
  store: CaseStore,
  { shipped, light, handedOn }: RecordAsked,
): Promise<Pick<ReportModel, "record" | "lights">> {
  const documents = [...handedOn.documents, ...outwardOf(shipped, light).documents];
  const seen = new Set((await store.indicatorSightings()).map(({ source }) => source));
  const named = (await store.intelHeads()).filter(({ title, tlp }) => tlp !== "" && seen.has(title));
  const marked = documents.filter(({ origin }) => origin !== "shipped");
  const strictest = strictestOf([...marked, ...named].map(({ tlp }) => tlp));
  return {
    record: ledgerView(documents),
    lights: {
      strictest,
      leftOut: handedOn.leftOut.length,
      named: named.filter(({ tlp }) => strictestOf([tlp]) === strictest).map(({ title }) => title),
    },
  };
}

/** Hostile ones first; the phishing of everybody among them is passed over. */
async function targetedMessages(store: CaseStore, counts: Answer["targeted"]): Promise<readonly StoredMessage[]> {
  const found: StoredMessage[] = [];
  for (const targeting of ["hostile", "suspicious"] as const) {
    const wanted = Math.min(counts[targeting], LISTED_MAX - found.length) + found.length;
    if (wanted === found.length) continue;
    // A message is at least as bad as the part of it that is about targeting.
    const verdicts = targeting === "hostile" ? (["hostile"] as const) : (["hostile", "suspicious"] as const);
    for await (const stored of store.messages({ verdicts })) {
      if (stored.judgement?.targeting === targeting) found.push(stored);
      if (found.length === wanted) break;
    }
  }
  return found;
}

export async function ruleFilesOf(store: CaseStore): Promise<RuleFiles> {
  const { rules } = await store.settings();
  return new Map(rules?.files.map(({ rule, path }) => [rule, path]));
}

async function listed(messages: AsyncIterable<StoredMessage>): Promise<readonly StoredMessage[]> {
  return Array.fromAsync(messages);
}

/** A piece with what it is a part of: a list does not look for that. */
async function withWhole(store: CaseStore, stored: StoredMessage): Promise<StoredMessage> {
  const { piece, sha256 } = stored.record;
  return piece === null ? stored : ((await store.message(sha256)) ?? stored);
}

async function proofsOf(
  store: CaseStore,
  messages: readonly StoredMessage[],
  mask: (text: string) => string,
): Promise<readonly (readonly ProofView[])[]> {
  const owners = new Set((await store.owners()).addresses);
  const proofs: (readonly ProofView[])[] = [];
  for (const stored of messages) proofs.push(await proofViewsOf(store, stored, owners, mask));
  return proofs;
}
