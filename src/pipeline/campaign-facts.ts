/** A group of tied messages → the campaign as people read it: title, proof, contact, in plain sentences. */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import type { IndicatorSighting } from "../case/indicator.ts";
import type { Campaign, CampaignIndicator, Judgement, Severity } from "../case/judgement.ts";
import type { AuthResultRecord, MessageRecord } from "../case/record.ts";
import type { Group } from "../cluster/campaigns.ts";
import { domainOf, fromAddress } from "../cluster/sender.ts";
import { SIGHTING_RULE } from "../verdict/sighted.ts";

/** What a campaign tells of a message itself. */
export interface ToldOfMessage {
  readonly sha256: Sha256;
  /** One for every copy of a letter, whatever servers wrote above it: its Message-ID, else its hash. */
  readonly letter: string;
  readonly date: EpochMs | null;
  /** The sender's, empty for none. */
  readonly domain: string;
  /** The results at receipt that count hold a pass of DMARC. */
  readonly isPassed: boolean;
  /** A load holds its reader's address. */
  readonly isDecoded: boolean;
  /** A load that fires on display holds some token. */
  readonly isOpening: boolean;
}

/** `results`: those at receipt that count. */
export function toldOf(record: MessageRecord, results: readonly AuthResultRecord[]): ToldOfMessage {
  const { sha256, messageId, date, loads } = record;
  return {
    ...{ sha256, letter: messageId === "" ? sha256 : messageId, date, domain: domainOf(fromAddress(record)) },
    isPassed: results.some(({ method, result }) => method === "dmarc" && result === "pass"),
    isDecoded: loads.some(({ token }) => token.kind === "decoded"),
    isOpening: loads.some(({ fires, token }) => fires === "open" && token.kind !== "none"),
  };
}

export interface CampaignMember {
  readonly told: ToldOfMessage;
  /** Indicators seen in it. */
  readonly sightings: readonly IndicatorSighting[];
  readonly judgement: Judgement | null;
  /** Ids of the people it reached. */
  readonly people: readonly string[];
  /** Sent by the owner: a forward. */
  readonly own: boolean;
}

/** What linking says of a campaign. */
export interface Tied extends Pick<Group, "id" | "links" | "formerly" | "perhapsOneMaker"> {
  /** In sentences, what only linking knows: how many mailings, the pause between them. */
  readonly course: readonly string[];
}

export function tiedOf({ id, links, formerly, perhapsOneMaker, waves }: Group): Tied {
  return { id, links, formerly, perhapsOneMaker, course: courseFacts(waves) };
}

/** Of a campaign as it is stored. */
export function tiedAsStored({ id, links, formerly = [], perhapsOneMaker = [], facts }: Campaign): Tied {
  return { id, links, formerly, perhapsOneMaker, course: facts.filter((fact) => COURSE.test(fact)) };
}

export function campaignOf(group: Tied, members: readonly CampaignMember[]): Campaign {
  const dates = members.map(({ told }) => told.date).filter((date) => date !== null);
  const indicators = indicatorsOf(members);
  const findings = members.flatMap(({ judgement }) => judgement?.findings ?? []);
  const facts = factsOf(members, indicators);
  return {
    id: group.id,
    title: titleOf(members, indicators),
    verdict: members.some(({ judgement }) => judgement?.targeting === "hostile") ? "hostile" : "suspicious",
    messages: members.map(({ told }) => told.sha256),
    people: [...new Set(members.flatMap(({ people }) => people))].sort(),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    links: group.links,
    techniques: [...new Set(findings.flatMap(({ techniques }) => techniques))].sort(),
    facts: [...facts.slice(0, 2), ...formerFacts(group), ...facts.slice(2), ...group.course],
    ...(indicators.length === 0 ? {} : { indicators }),
    ...(group.formerly.length === 0 ? {} : { formerly: group.formerly }),
    ...(group.perhapsOneMaker.length === 0 ? {} : { perhapsOneMaker: group.perhapsOneMaker }),
  };
}

/** Kept of one campaign: those in most of its messages. */
const INDICATORS_MAX = 50;

function indicatorsOf(members: readonly CampaignMember[]): readonly CampaignIndicator[] {
  const sure = members.flatMap(({ sightings }) =>
    sightings.filter(({ doubt, kind }) => doubt === null && kind === "exact"),
  );
  const groups = Map.groupBy(sure, ({ indicator, source }) => `${source} ${indicator.id}`);
  return [...groups.values()]
    .flatMap((seen): readonly CampaignIndicator[] => {
      const [first] = seen;
      if (first === undefined) return [];
      const { indicator, source } = first;
      const messages = new Set(seen.map(({ sha256 }) => sha256)).size;
      const value = indicator.type === "pattern" ? "a pattern" : indicator.value;
      return [{ value, source, place: indicator.place, groups: indicator.groups, messages }];
    })
    .sort((a, b) => b.messages - a.messages || (a.value < b.value ? -1 : 1))
    .slice(0, INDICATORS_MAX);
}

const NAMED_MAX = 3;

/** Apart from technique: only this, infrastructure or an official statement weighs for a name (DESIGN 3). */
function indicatorFact(indicators: readonly CampaignIndicator[]): string {
  const [first] = indicators;
  if (first === undefined) return "";
  const same = indicators.filter(({ value }) => value === first.value);
  const others = new Set(indicators.map(({ value }) => value)).size - 1;
  const groups = [...new Set(same.flatMap((one) => one.groups))];
  const sources = [...new Set(same.map(sourceAndPlace))];
  const [whose, their] = sources.length === 1 ? ["the source ties", "its claim"] : ["these tie", "their claim"];
  const claim = groups.length === 0 ? "" : `; ${whose} it to ${listed(groups)}, which is ${their}`;
  const more = others === 0 ? "" : `; ${others} more ${others === 1 ? "value is" : "values are"} named as well`;
  return `indicator match: ${first.value} is named in ${listed(sources)}${claim}${more}`;
}

/** A line or an entry; the long id of a STIX object says nothing to a reader, and stands in `campaigns --json`. */
function sourceAndPlace({ source, place }: CampaignIndicator): string {
  return place.includes("--") ? source : `${source} (${place})`;
}

/** Strongest first. What our own people forwarded is counted apart: it says nothing about the sender. */
function factsOf(members: readonly CampaignMember[], indicators: readonly CampaignIndicator[]): readonly string[] {
  const sent = members.filter(({ own }) => !own);
  const facts = [
    proofFact(sent),
    indicatorFact(indicators),
    senderFact(sent),
    authenticationFact(sent),
    ...sharedReasons(sent),
    forwardFact(members),
  ];
  return facts.filter((fact) => fact !== "");
}

const DAY_MS = 86_400_000;
/** A pause that is told. */
const PAUSE_DAYS = 60;

/** The sentence of `courseFacts`. */
const COURSE = /^it came in \d+ mailings/;

/** In how many mailings it came, and the longest pause between them. */
function courseFacts(waves: Group["waves"]): readonly string[] {
  if (waves.length < 2) return [];
  let end = waves[0]?.last ?? null;
  let pause = 0;
  for (const { first, last } of waves) {
    if (first !== null && end !== null) pause = Math.max(pause, first - end);
    if (last !== null && (end === null || last > end)) end = last;
  }
  const days = Math.floor(pause / DAY_MS);
  const paused = days < PAUSE_DAYS ? "" : `; the longest pause between them is ${pauseWords(days)}`;
  return [`it came in ${waves.length} mailings${paused}`];
}

function pauseWords(days: number): string {
  const months = Math.round(days / 30.4);
  return months < 24 ? `about ${months} months` : `about ${Math.floor(months / 12)} years`;
}

/** What people noted under another id is found again. */
function formerFacts({ formerly }: Tied): readonly string[] {
  const ids = (how: "joined" | "split") => formerly.filter((one) => one.how === how).map(({ id }) => id);
  const [joined, split] = [ids("joined"), ids("split")];
  return [
    ...(joined.length === 0
      ? []
      : [`${listed(joined)} of an earlier judging ${joined.length === 1 ? "is" : "are"} part of it`]),
    ...(split.length === 0 ? [] : [`it was part of ${listed(split)} in an earlier judging`]),
  ];
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED_MAX;
  if (more > 0) return `${names.slice(0, NAMED_MAX).join(", ")} and ${more} more`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** A forward lies among the sent mail, and with whom it went to: that is one forward. */
function forwardFact(members: readonly CampaignMember[]): string {
  const own = members.filter((member) => member.own);
  const forwards = new Set(own.map(({ told }) => told.letter)).size;
  if (forwards === 0) return "";
  const copies = own.length === forwards ? "" : `, found in ${own.length} copies`;
  return `forwarded by your own people (${forwards} ${forwards === 1 ? "message" : "messages"}${copies}): each forward shows the token to further networks`;
}

/** What drew a message in, and what a source says of its hosts, describe no campaign: only titles where there is no other. */
const SAYS_LITTLE: ReadonlySet<string> = new Set(["campaign.linked", SIGHTING_RULE]);
const SEVERITY: Readonly<Record<Severity, number>> = { info: 0, low: 1, medium: 2, high: 3 };

/** Of what speaks of targeting the gravest finding, among equals that of most messages; else the value that a source names. */
function titleOf(members: readonly CampaignMember[], [named]: readonly CampaignIndicator[]): string {
  const findings = members.flatMap(({ judgement }) => judgement?.findings ?? []);
  const telling = findings.filter(({ rule, about }) => about === "targeting" && !SAYS_LITTLE.has(rule));
  if (telling.length === 0 && named !== undefined) return `Uses ${named.value}, which a source calls malicious`;
  const others = findings.filter(({ rule }) => rule !== "campaign.linked");
  const counts = new Map<string, { severity: number; messages: number }>();
  for (const { title, severity } of telling.length > 0 ? telling : others) {
    const known = counts.get(title) ?? { severity: 0, messages: 0 };
    counts.set(title, { severity: Math.max(known.severity, SEVERITY[severity]), messages: known.messages + 1 });
  }
  const [best] = [...counts].sort(([, a], [, b]) => b.severity - a.severity || b.messages - a.messages);
  return best?.[0] ?? "Tied messages of interest";
}

function proofFact(members: readonly CampaignMember[]): string {
  const proven = members.filter(({ judgement }) => judgement?.tokens.some(({ token }) => token.kind === "proven"));
  const decoded = members.filter(({ told }) => told.isDecoded);
  const all = members.length;
  if (proven.length > 0) {
    const who = proven.length === all ? "each copy carries" : "copies carry";
    return `proven: ${who} ${proven.length === all ? "its" : "their"} own reader's token (${proven.length} of ${all})`;
  }
  if (decoded.length > 0) return `the reader's own address is inside the load (${decoded.length} of ${all})`;
  if (!members.some(({ told }) => told.isOpening)) return "";
  return "one copy each: whether the loads tell readers apart is likely, not proven";
}

function senderFact(members: readonly CampaignMember[]): string {
  const domains = [...new Set(members.map(({ told }) => told.domain))].filter(Boolean);
  if (domains.length === 0) return "";
  return `sent from ${domains.slice(0, 3).join(", ")}${domains.length > 3 ? ` and ${domains.length - 3} more` : ""}`;
}

/** How long it went on stands beside the title. */
const SAID_BY_EXTENT = /^its [\d,]+ messages lie within /;

/** Reasons that every finding-bearing member gives, at most four: true of the campaign as a whole. */
function sharedReasons(members: readonly CampaignMember[]): readonly string[] {
  const counts = new Map<string, number>();
  const judged = members.filter(({ judgement }) => (judgement?.findings.length ?? 0) > 0);
  for (const { judgement } of judged) {
    // What a source says is a fact of its own.
    const own = judgement?.findings.filter(({ rule }) => rule !== SIGHTING_RULE) ?? [];
    const reasons = new Set(own.flatMap((finding) => finding.reasons));
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .filter(([reason, count]) => count === judged.length && !SAID_BY_EXTENT.test(reason))
    .map(([reason]) => reason)
    .slice(0, 4);
}

function authenticationFact(members: readonly CampaignMember[]): string {
  const passed = members.filter(({ told }) => told.isPassed);
  if (passed.length === 0) return "";
  return `authentication passed (${passed.length} of ${members.length}): that proves the sender's own domain, not who is behind it`;
}
