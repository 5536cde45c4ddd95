/**
 * The evidence as rules read it: the model's `letterlock`, with all that only comparing all mail tells. The message itself does not lie here any
 * more; of the model's other fields the rules' answers were stored when it was read.
 */
import type { LoadRecord } from "../case/record.ts";
import type { LookAlike, Played } from "../cluster/past.ts";
import type { Knowledge } from "../mdm/knowledge.ts";
import { type ModelObject, maker, partialMaker } from "../mdm/model-object.ts";
import { loadFields, type OwnRecord, recordFields } from "../mdm/own.ts";
import { createRecordHost } from "../mdm/record-view.ts";
import type { Host } from "../mql/types.ts";
import { Undetermined } from "../mql/value.ts";
import { type Classed, tracksForUs } from "./classify.ts";
import type { Evidence, JudgedLoad, ServiceEvidence } from "./evidence.ts";
import {
  accountReasons,
  counted,
  isBurst,
  isChosenApproach,
  isNewAddress,
  isOfHouse,
  isOutOfHabit,
  isRelated,
  isReplyToNew,
  isSteady,
  isStranger,
  isWrittenTo,
  lureSigns,
  openQuestion,
  passes,
  simulationClaim,
  strangerReasons,
  tracks,
  whyOf,
  writesUnderSeveralNames,
} from "./signs.ts";

/** The evidence and the class that was concluded from it. */
export interface ClassedEvidence {
  readonly evidence: Evidence;
  readonly classed: Classed;
  /** Loads of it that track. */
  readonly trackers: readonly JudgedLoad[];
}

/** Rules that need more of the message than its record tells were asked when it was read. */
export function evidenceHost(classed: ClassedEvidence, knowledge: Knowledge): Host {
  const { record, own, results } = classed.evidence;
  // As when the message was read: somebody at the owner's domain whom a result vouches for, or whose mail no server took.
  const isVouched = passes(classed.evidence) || (results.length === 0 && record.received !== true);
  return createRecordHost({ record, own: () => ownObject(classed), isFromOwner: own || isVouched }, knowledge);
}

/** The loads among what a rule gave; others are left out. */
export function judgedLoadsOf(values: readonly unknown[]): readonly LoadRecord[] {
  return values.flatMap((value) => (isJudgedLoad(value) ? [value.facts.load] : []));
}

function isJudgedLoad(value: unknown): value is ModelObject<JudgedLoad> {
  return typeof value === "object" && value !== null && "type" in value && value.type === "Load";
}

const ofLoad =
  <T>(read: (load: LoadRecord) => T) =>
  ({ load }: JudgedLoad): T =>
    read(load);

const loadObject = maker<"Load", JudgedLoad>("Load", {
  vector: ofLoad(loadFields.vector),
  url: ofLoad(loadFields.url),
  host: ofLoad(loadFields.host),
  domain: ofLoad(loadFields.domain),
  hidden: ofLoad(loadFields.hidden),
  why: ofLoad(loadFields.why),
  fires: ofLoad(loadFields.fires),
  view: ofLoad(loadFields.view),
  resolved: ofLoad(loadFields.resolved),
  is_inside: ofLoad(loadFields.is_inside),
  token: ({ load, token }) => loadFields.token({ ...load, token }),
  tracks,
  is_personal: ({ personal }) => personal,
  said: whyOf,
  open_question: openQuestion,
});

const trackingObject = maker<"Tracking", ClassedEvidence>("Tracking", {
  class: ({ classed }) => classed.trackingClass,
  proven: ({ trackers }) => trackers.some(({ token }) => token.kind === "proven"),
  reasons: ({ classed }) => classed.classReasons,
  is_for_owner: ({ evidence, trackers }) => evidence.own && tracksForUs(evidence, trackers),
  topic: ({ evidence }) => evidence.topic,
  lure: ({ evidence }) => lureSigns(evidence),
  simulation_claim: ({ evidence }) => simulationClaim(evidence),
  is_chosen_approach: ({ evidence, trackers }) => isChosenApproach(evidence, trackers),
});

const sourceObject = maker<"Source", Evidence>("Source", {
  is_own: ({ own }) => own,
  is_forged_own: ({ forgedOwn }) => forgedOwn,
  is_of_house: isOfHouse,
  domain: ({ senderDomain }) => (senderDomain === "" ? null : senderDomain),
  is_stranger: isStranger,
  is_related: isRelated,
  is_steady: isSteady,
  is_new_address: isNewAddress,
  is_reply_to_new: isReplyToNew,
  is_out_of_habit: isOutOfHabit,
  is_burst: isBurst,
  is_written_to: isWrittenTo,
  passes,
  has_results: ({ results }) => results.length > 0,
  authentication: ({ alignment }) => alignment.why,
  plays: ({ past }) => playedObject(past.played()),
  resembles: ({ past }) => resembledObject(past.lookAlike()),
  registered_as: ({ registeredAs }) => registeredAs(),
  reasons: strangerReasons,
});

const playedObject = maker<"PlayedCorrespondent", Played>("PlayedCorrespondent", {
  address: ({ address }) => address,
  name: ({ name }) => name,
  is_written_to: ({ isWrittenTo }) => isWrittenTo,
  is_included: ({ isIncluded }) => isIncluded,
});

const resembledObject = maker<"ResembledDomain", LookAlike>("ResembledDomain", {
  host: ({ host }) => host,
  domain: ({ domain }) => domain,
  how: ({ how }) => how,
  is_slip: ({ isSlip }) => isSlip,
  is_own: ({ isOwn }) => isOwn,
});

const service =
  <T>(read: (of: ServiceEvidence) => T, none: T) =>
  ({ service }: Evidence): T =>
    service === null ? none : read(service);

const accountObject = maker<"Account", Evidence>("Account", {
  service: service<string | null>(({ name }) => name, null),
  kind: service<string | null>(({ kind }) => kind, null),
  is_sure: service(({ sure }) => sure, false),
  is_verified: service(({ verified }) => verified, false),
  evidence: service<string | null>(({ evidence }) => evidence.join("; "), null),
  has_several_names: writesUnderSeveralNames,
  reasons: accountReasons,
});

const noticeObject = maker<"Notice", NonNullable<Evidence["notice"]>>("Notice", {
  provider: ({ provider }) => provider,
  is_from_provider: ({ atProvider }) => atProvider,
});

const bouncesObject = maker<"Bounces", NonNullable<Evidence["bounces"]>>("Bounces", {
  count: ({ bounces }) => bounces,
  written_to: ({ writtenTo }) => writtenTo,
  came: ({ bounces }) => `${bounces} bounces came that day`,
  told: ({ writtenTo }) =>
    `the mail of your own that was read went to ${counted(writtenTo, "address", "addresses")} then`,
});

const ofRecord =
  <T>(read: (record: OwnRecord) => T) =>
  ({ evidence }: ClassedEvidence): T =>
    read(evidence.record);

/** What needs the message itself was told when it was read. */
const NOT_STORED = new Undetermined(["not-stored"]);

const ownObject = partialMaker<"Letterlock", ClassedEvidence>(
  "Letterlock",
  {
    loads: ({ evidence }) => evidence.loads.map(loadObject),
    receipts: ({ evidence }) => evidence.loads.filter(({ load }) => load.fires === "receipt").map(loadObject),
    load_count: ofRecord(recordFields.load_count),
    anomalies: ofRecord(recordFields.anomalies),
    problems: ofRecord(recordFields.problems),
    is_partial: ofRecord(recordFields.is_partial),
    signing_domains: ofRecord(recordFields.signing_domains),
    senders_shown: ofRecord(recordFields.senders_shown),
    news_persona: ofRecord(recordFields.news_persona),
    text_print: ofRecord(recordFields.text_print),
    offers_exit: ofRecord(recordFields.offers_exit),
    is_answer: ofRecord(recordFields.is_answer),
    list_id: ofRecord(recordFields.list_id),
    tracking: (classed) => trackingObject(classed),
    copies: ({ evidence }) => copiesObject(evidence),
    history: ({ evidence }) => historyObject(evidence),
    source: ({ evidence }) => sourceObject(evidence),
    account: ({ evidence }) => accountObject(evidence),
    notice: ({ evidence }) => noticeObject(evidence.notice),
    bounces: ({ evidence }) => bouncesObject(evidence.bounces),
  },
  NOT_STORED,
);

const copiesObject = maker<"Copies", Evidence>("Copies", { readers: ({ copyReaders }) => copyReaders });

const historyObject = maker<"OwnHistory", Evidence>("OwnHistory", {
  messages: ({ before }) => before.messages,
  months: ({ before }) => before.months,
  days: ({ before }) => before.spanDays,
  written_to: ({ before }) => before.writtenTo,
  is_first_contact: ({ past }) => past.isFirstContact(),
  is_new_sender: ({ past }) => past.isNewSender(),
  is_solicited: ({ past }) => past.isSolicited(),
  is_unusual_hour: ({ past }) => past.habit().unusualHour,
  is_unusual_mailer: ({ past }) => past.habit().unusualMailer,
  per_month: ({ past }) => past.habit().perMonth,
  thread: ({ past }) => past.thread(),
  theme: ({ past }) => past.theme()?.word ?? null,
  theme_senders: ({ past }) => past.theme()?.senders ?? 0,
});
