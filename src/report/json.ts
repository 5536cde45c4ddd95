/**
 * The stable machine output of DESIGN 5: one object a line. Fields may be added, never renamed, moved or removed.
 *
 * Values are as the case holds them, not made printable: `forJson` escapes what a terminal must not get. Dates are ISO 8601
 * in UTC, or null.
 */

import type { Span } from "../base/span.ts";
import type { Description } from "../case/hunting-profile.ts";
import { piecesInPath } from "../case/joined.ts";
import type {
  About,
  Campaign,
  ComparedLoad,
  Exposure,
  Finding,
  Likelihood,
  PerhapsOneMaker,
  Person,
  ProofRole,
  Severity,
  TokenProof,
  TrackingClass,
  Verdict,
} from "../case/judgement.ts";
import { flagsOf, labelsOf } from "../case/marks.ts";
import type { LocationRecord, MarkRecord, ReadStatus, TokenRecord } from "../case/record.ts";
import type { StoredMessage } from "../ports/store.ts";
import { type Assessed, type AssessmentJson, assessmentJson } from "./assessment-json.ts";
import { type DescriptionJson, descriptionJson } from "./description-json.ts";
import { disclosureOf } from "./exposure-words.ts";
import { judgedLoads } from "./judged-loads.ts";
import { makerEstimate, wouldConfirm, wouldRefute } from "./maker-words.ts";
import type { Tracker } from "./model.ts";

import { isoOf } from "./wording.ts";

export interface MessageJson {
  readonly sha256: string;
  readonly messageId: string;
  readonly date: string | null;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly status: ReadStatus;
  /** What is odd about its shape (`ambiguous-structure` …). */
  readonly anomalies: readonly string[];
  /** Of a longer message (message/partial); null for a whole one. */
  readonly piece: { readonly id: string; readonly number: number; readonly total: number } | null;
  /** Hashes of the messages that this piece is a part of; null where that was not looked for. */
  readonly joinedInto: readonly string[] | null;
  /** For a message that was put together: hashes of its pieces, once for each way it was; empty for one that was found. */
  readonly joinedFrom: readonly (readonly string[])[];
  readonly locations: readonly {
    readonly path: string;
    readonly offset: number;
    readonly length: number;
    readonly folder: string;
    /** Of all origins together. */
    readonly flags: readonly string[];
    readonly labels: readonly string[];
    /** Who says so. */
    readonly marks: readonly MarkRecord[];
    /** Of the bytes that lie there: the message's, to which spans refer, or a second copy's. */
    readonly sha256: string;
  }[];
  /** Null until the first judging. */
  readonly verdict: Verdict | null;
  readonly findings: readonly {
    readonly rule: string;
    readonly title: string;
    readonly severity: Severity;
    readonly about: About;
    readonly techniques: readonly string[];
    readonly undetermined: readonly string[];
    readonly spans: readonly Span[];
  }[];
  readonly tracking: {
    /** Null until the first judging. */
    readonly class: TrackingClass | null;
    readonly loads: readonly {
      readonly vector: string;
      readonly url: string;
      readonly host: string;
      readonly hidden: boolean;
      readonly token: { readonly kind: TokenRecord["kind"]; readonly value: string; readonly detail: string };
      /** How its text was come by, when not by the strict reading; else empty. */
      readonly view: string;
      readonly span: Span;
      /** How comparison knows; null where nothing was compared. */
      readonly proof: ProofJson | null;
    }[];
  };
  readonly campaign: string | null;
  /** Hashes of the same message with other line ends; no messages of their own here. */
  readonly secondCopies: readonly string[];
}

/** `from` is the first sender's address (its name when it has none); `to` are the addresses of To and Cc. */
export function messageJson(stored: StoredMessage): MessageJson {
  const { record, judgement, secondCopies = [] } = stored;
  const sender = record.claims.from[0];
  return {
    sha256: record.sha256,
    messageId: record.messageId,
    date: isoOf(record.date),
    from: sender === undefined ? "" : sender.address || sender.name,
    to: [...record.to, ...record.cc].map(({ name, address }) => address || name),
    subject: record.subject,
    status: record.status,
    anomalies: record.flags,
    piece: record.piece,
    joinedInto: stored.joinedInto ?? null,
    joinedFrom: stored.locations.map(({ path }) => piecesInPath(path)).filter((pieces) => pieces !== null),
    locations: stored.locations.map((location) => locationJson(location, stored)),
    verdict: judgement?.verdict ?? null,
    findings: judgement?.findings.map(findingJson) ?? [],
    tracking: {
      class: judgement?.trackingClass ?? null,
      loads: judgedLoads(stored).map(({ vector, url, host, hidden, token, view, span }, index) => ({
        vector,
        url,
        host,
        hidden,
        token: tokenJson(token),
        view,
        span: spanJson(span),
        proof: proofJson(judgement?.tokens.find(({ load }) => load === index)?.proof),
      })),
    },
    campaign: judgement?.campaign ?? null,
    secondCopies: secondCopies.map(({ sha256 }) => sha256),
  };
}

function locationJson(location: LocationRecord, stored: StoredMessage): MessageJson["locations"][number] {
  const { path, offset, length, folder, marks } = location;
  const copy = stored.secondCopies?.find(({ locations }) => locations.includes(location));
  return {
    path,
    offset,
    length,
    folder,
    flags: flagsOf(marks),
    labels: labelsOf(marks),
    marks: marks.map(({ origin, flags, labels }) => ({ origin, flags, labels })),
    sha256: copy?.sha256 ?? stored.record.sha256,
  };
}

/** Offsets are UTF-16, into the resolved URL of the load that is named. */
export interface ProofJson {
  readonly role: ProofRole;
  readonly reader: string;
  readonly start: number;
  readonly end: number;
  readonly other: ComparedLoadJson | null;
  readonly again: ComparedLoadJson | null;
  readonly readers: number;
  readonly messages: number;
  readonly campaign: readonly Span[];
}

export interface ComparedLoadJson extends Span {
  readonly sha256: string;
  readonly load: number;
}

function proofJson(proof: TokenProof | undefined): ProofJson | null {
  if (proof === undefined) return null;
  const { role, reader, start, end, other, again, readers, messages, campaign } = proof;
  const compared = (one: ComparedLoad | null) =>
    one === null ? null : { sha256: one.sha256, load: one.load, start: one.start, end: one.end };
  const places = { other: compared(other), again: compared(again) };
  return { role, reader, start, end, ...places, readers, messages, campaign: campaign.map(spanJson) };
}

function findingJson({
  rule,
  title,
  severity,
  about,
  techniques,
  undetermined,
  spans,
}: Finding): MessageJson["findings"][number] {
  return { rule, title, severity, about, techniques, undetermined, spans: spans.map(spanJson) };
}

export interface LoadJson {
  /** Of the message. */
  readonly sha256: string;
  readonly date: string | null;
  readonly vector: string;
  readonly fires: "open" | "click" | "receipt" | "attachment" | "delivery";
  /** As written; `resolved` is what is contacted, a gateway's wrapping taken off; empty where it cannot be resolved. */
  readonly url: string;
  readonly host: string;
  readonly domain: string;
  readonly hidden: boolean;
  readonly token: { readonly kind: TokenRecord["kind"]; readonly value: string; readonly detail: string };
  readonly view: string;
  readonly span: Span;
  readonly resolved: string;
}

/** One object for each load that the case keeps of the message (`loads --each --json`). */
export function loadJson(stored: StoredMessage): readonly LoadJson[] {
  const { sha256, date } = stored.record;
  return judgedLoads(stored).map(({ vector, fires, url, resolved, host, domain, hidden, token, view, span }) => ({
    sha256,
    date: isoOf(date),
    vector,
    fires,
    url,
    host,
    domain,
    hidden,
    token: tokenJson(token),
    view,
    span: spanJson(span),
    resolved,
  }));
}

export interface TrackerJson {
  /** A bulk service, or a registrable domain. */
  readonly tracker: string;
  readonly isService: boolean;
  readonly class: TrackingClass;
  readonly messages: number;
  readonly senders: number;
  readonly readers: number;
  readonly loads: number;
  readonly hidden: number;
  readonly tokens: { readonly decoded: number; readonly proven: number; readonly likely: number };
  readonly first: string | null;
  readonly last: string | null;
  readonly years: readonly { readonly year: number; readonly messages: number }[];
  readonly hosts: readonly string[];
  readonly reveals: string;
}

/** One object a tracker (`loads --json`). `hosts` are the three asked most. */
export function trackerJson(tracker: Tracker): TrackerJson {
  const { name, isService, trackingClass, messages, senders, readers, loads, hidden, tokens, hosts, reveals } = tracker;
  return {
    tracker: name,
    isService,
    class: trackingClass,
    messages,
    senders,
    readers,
    loads,
    hidden,
    tokens: { decoded: tokens.decoded, proven: tokens.proven, likely: tokens.likely },
    first: isoOf(tracker.first),
    last: isoOf(tracker.last),
    years: tracker.years.map(({ year, messages: count }) => ({ year, messages: count })),
    hosts,
    reveals,
  };
}

function tokenJson({ kind, value, detail }: TokenRecord): LoadJson["token"] {
  return { kind, value, detail };
}

function spanJson({ start, end }: Span): Span {
  return { start, end };
}

export interface CampaignJson {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly messages: readonly string[];
  readonly people: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: string;
    readonly value: string;
    readonly weight: number;
    readonly why: string;
  }[];
  /** Matches with published indicators. */
  readonly indicators: readonly string[];
  readonly techniques: readonly string[];
  /** Competing explanations; null where none were weighed. */
  readonly assessment: AssessmentJson | null;
  /** Ids of earlier judgings: `joined` into this one, or `split`: it was a part of that one. */
  readonly formerly: readonly { readonly id: string; readonly how: "joined" | "split" }[];
  /** How far it is consistent with what documents of the case describe; empty where none does. No attribution. */
  readonly descriptions: readonly DescriptionJson[];
  /** Other campaigns that perhaps have the same maker, likeliest first: an estimate by what their tools share. No attribution. */
  readonly perhapsOneMaker: readonly PerhapsOneMakerJson[];
}

export interface PerhapsOneMakerJson {
  readonly campaign: string;
  /** Of the scale that assessments use; per cent. */
  readonly estimate: { readonly words: string; readonly from: number; readonly to: number };
  readonly shared: readonly {
    readonly kind: string;
    readonly value: string;
    readonly weight: number;
    readonly why: string;
  }[];
  /** Kinds that speak against it. */
  readonly differing: readonly string[];
  readonly wouldConfirm: readonly string[];
  readonly wouldRefute: readonly string[];
}

/** `assessed`: what `pipeline/assess-campaigns.ts` made of it, where that was asked for. */
export function campaignJson(
  campaign: Campaign,
  assessed?: Assessed,
  descriptions: readonly Description[] = [],
): CampaignJson {
  return {
    id: campaign.id,
    title: campaign.title,
    verdict: campaign.verdict,
    messages: campaign.messages,
    people: campaign.people,
    first: isoOf(campaign.first),
    last: isoOf(campaign.last),
    links: campaign.links.map(({ from, to, kind, value, weight, why }) => ({ from, to, kind, value, weight, why })),
    indicators: [...new Set((campaign.indicators ?? []).map(({ value }) => value))],
    techniques: campaign.techniques,
    assessment: assessed === undefined ? null : assessmentJson(assessed),
    formerly: (campaign.formerly ?? []).map(({ id, how }) => ({ id, how })),
    descriptions: descriptions.map(descriptionJson),
    perhapsOneMaker: (campaign.perhapsOneMaker ?? []).map(perhapsOneMakerJson),
  };
}

function perhapsOneMakerJson(one: PerhapsOneMaker): PerhapsOneMakerJson {
  const { words, from, to } = makerEstimate(one);
  return {
    campaign: one.campaign,
    estimate: { words, from, to },
    shared: one.shared.map(({ kind, value, weight, why }) => ({ kind, value, weight, why })),
    differing: one.differing,
    wouldConfirm: wouldConfirm(),
    wouldRefute: wouldRefute(one),
  };
}

export interface PersonJson {
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly role: string;
  readonly messages: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
  readonly exposure: ExposureJson;
  /** Null where no roster was given. */
  readonly onRoster: boolean | null;
  readonly groups: readonly string[];
  /** Id of the person in whose household this one lives; null for nobody's. */
  readonly household: string | null;
  /** Through which address, most first. */
  readonly accounts: readonly AccountJson[];
  /** Each campaign by itself; `campaign` null for messages in none. */
  readonly campaigns: readonly (Omit<AccountJson, "address"> & {
    readonly campaign: string | null;
    readonly exposure: ExposureJson;
  })[];
}

export interface AccountJson {
  readonly address: string;
  readonly messages: number;
  readonly first: string | null;
  readonly last: string | null;
}

export interface ExposureJson {
  readonly level: number;
  readonly likelihood: Likelihood;
  readonly reasons: readonly string[];
  /** What the sender learned, and what not, in plain words. */
  readonly disclosed: readonly string[];
  readonly notDisclosed: readonly string[];
}

export function personJson(person: Person): PersonJson {
  return {
    id: person.id,
    name: person.name,
    addresses: person.addresses,
    role: person.role,
    messages: person.messages,
    first: isoOf(person.first),
    last: isoOf(person.last),
    exposure: exposureJson(person.exposure),
    onRoster: person.onRoster ?? null,
    groups: person.groups ?? [],
    household: person.household ?? null,
    accounts: (person.accounts ?? []).map(({ address, messages, first, last }) => ({
      address,
      messages,
      first: isoOf(first),
      last: isoOf(last),
    })),
    campaigns: (person.campaigns ?? []).map(({ campaign, messages, first, last, exposure }) => ({
      campaign,
      messages,
      first: isoOf(first),
      last: isoOf(last),
      exposure: exposureJson(exposure),
    })),
  };
}

function exposureJson(exposure: Exposure): ExposureJson {
  const { level, likelihood, reasons } = exposure;
  return { level, likelihood, reasons, ...disclosureOf(exposure) };
}
