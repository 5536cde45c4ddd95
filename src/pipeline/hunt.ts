/**
 * Indicators against the case's index: where what sources call malicious was seen. The mail is not read again. Hosts and addresses are
 * looked up by value; records are read only where an indicator asks for more (the path of a URL, a STIX pattern).
 */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { IndicatorSighting, IndicatorType, IntelFile } from "../case/indicator.ts";
import type { MessageRecord } from "../case/record.ts";
import { isSharedDomain } from "../cluster/sender.ts";
import { hostOfUrl, IndicatorIndex, type Sourced, type Values } from "../intel/indicator-index.ts";
import { observationOf } from "../intel/message-observation.ts";
import { observableOf } from "../intel/observable.ts";
import { candidateValues } from "../intel/pattern/candidates.ts";
import { evaluatePattern } from "../intel/pattern/evaluate.ts";
import { parsePattern } from "../intel/pattern/parser.ts";
import type { CaseStore, ObservableKind, ObservableUse } from "../ports/store.ts";
import { isLinkShortener } from "../signals/link-shorteners.ts";
import { serviceOfHost } from "../signals/services/tables.ts";
import { registrableDomain } from "../url/registrable-domain.ts";

export interface Hunt {
  /** All that were asked for. */
  readonly indicators: number;
  /** By message date, then hash. */
  readonly sightings: readonly IndicatorSighting[];
  /** There are more than `limits.sightingsMax`; the others are not kept, those in doubt first. */
  readonly isCut: boolean;
  /** Indicators that the case's index cannot tell, by type: neither a yes nor a no. */
  readonly notHunted: readonly { readonly type: IndicatorType; readonly count: number; readonly why: string }[];
}

export async function hunt(
  store: CaseStore,
  files: readonly IntelFile[],
  onProgress: (what: string) => void = () => {},
): Promise<Hunt> {
  const index = new IndicatorIndex(files);
  const found = new Found();
  const urls = await huntHosts(store, index, found);
  await huntAddresses(store, index, found);
  await huntUrls(store, urls, found);
  if (index.subjects.size > 0) await huntSubjects(store, index, found, onProgress);
  await huntFiles(store, index, found);
  const undecided = await huntPatterns(store, index, found, onProgress);
  const asked = unsearched(index);
  const inFiles = asked.length > 0 && (await store.unhashedFiles()) ? asked : [];
  const open = undecided === 0 ? [] : [{ type: "pattern" as const, count: undecided, why: PATTERN_OPEN }];
  return { indicators: index.size, sightings: found.all(), isCut: found.isCut, notHunted: [...inFiles, ...open] };
}

const NOT_HASHED =
  "part of the mail was read before names and hashes of attached files were kept; a new case that reads it again has them";

/** By type: asked only of a part of the mail. */
function unsearched(index: IndicatorIndex): Hunt["notHunted"] {
  return (["file-hash", "file-name"] as const)
    .map((type) => ({ type, count: index.fileCounts[type], why: NOT_HASHED }))
    .filter(({ count }) => count > 0);
}

const PATTERN_OPEN =
  "it has too many ways to match, fits too many messages, or has a regular expression that cannot run in linear time";

/**
 * Sightings, bounded, each message and indicator once. What is in doubt gives way to what is not: a list that names hosts which everybody
 * uses must not crowd out the one line that answers.
 */
class Found {
  isCut = false;
  readonly #byKey = new Map<string, { readonly date: EpochMs | null; readonly sighting: IndicatorSighting }>();
  /** Keys of those in doubt. */
  readonly #doubted = new Set<string>();

  add(date: EpochMs | null, sighting: IndicatorSighting): void {
    const key = `${sighting.sha256} ${sighting.indicator.id} ${sighting.source}`;
    const known = this.#byKey.get(key);
    if (known === undefined && this.#byKey.size >= limits.sightingsMax) {
      this.isCut = true;
      if (sighting.doubt !== null || !this.#giveWay()) return;
    }
    const isBetter = known === undefined || rankOf(sighting) > rankOf(known.sighting);
    const where = [...new Set([...(known?.sighting.where ?? []), ...sighting.where])];
    const kept = { ...(isBetter ? sighting : known.sighting), where };
    this.#byKey.set(key, { date, sighting: kept });
    if (kept.doubt === null) this.#doubted.delete(key);
    else this.#doubted.add(key);
  }

  /** False where none is in doubt. */
  #giveWay(): boolean {
    const [key] = this.#doubted;
    if (key === undefined) return false;
    this.#doubted.delete(key);
    return this.#byKey.delete(key);
  }

  all(): readonly IndicatorSighting[] {
    const sorted = [...this.#byKey.values()].sort(
      (a, b) => (a.date ?? 0) - (b.date ?? 0) || (a.sighting.sha256 < b.sighting.sha256 ? -1 : 1),
    );
    return sorted.map(({ sighting }) => sighting);
  }
}

/** Without doubt before with, the value itself before its host. */
function rankOf({ kind, doubt }: IndicatorSighting): number {
  return (doubt === null ? 2 : 0) + (kind === "exact" ? 1 : 0);
}

/** Gives the messages whose URLs must be looked at. */
async function huntHosts(
  store: CaseStore,
  index: IndicatorIndex,
  found: Found,
): Promise<ReadonlyMap<Sha256, readonly Sourced[]>> {
  const hosts: string[] = [];
  for await (const host of store.observables("host")) if (index.ofHost(host).length > 0) hosts.push(host);
  const urls = new Map<Sha256, Sourced[]>();
  for await (const use of store.observableUses("host", hosts)) {
    for (const sourced of index.ofHost(use.value)) {
      if (sourced.indicator.type === "url") push(urls, use.sha256, sourced);
      else found.add(use.date, sightingOf(use, sourced, HOST_PLACES));
    }
  }
  return urls;
}

async function huntAddresses(store: CaseStore, index: IndicatorIndex, found: Found): Promise<void> {
  const wanted = await wantedOf(store, "address", index.addresses);
  for await (const use of store.observableUses("address", wanted)) {
    for (const sourced of index.ofAddress(use.value)) found.add(use.date, sightingOf(use, sourced, ADDRESS_PLACES));
  }
}

/** More are not looked up one by one: what the case holds is looked up among them. */
const LOOKED_UP_MAX = 10_000;

async function wantedOf(store: CaseStore, kind: ObservableKind, values: Values): Promise<readonly string[]> {
  if (values.size <= LOOKED_UP_MAX) return [...values.values()];
  const held: string[] = [];
  for await (const value of store.observables(kind)) if (values.has(value)) held.push(value);
  return held;
}

/** Hashes are of whole files; a name alone is anybody's to give, so it is told as a lead and weighs nothing. */
async function huntFiles(store: CaseStore, index: IndicatorIndex, found: Found): Promise<void> {
  const wanted = await wantedOf(store, "file", index.fileValues);
  for await (const use of store.observableUses("file", wanted)) {
    for (const sourced of index.ofFile(use.value)) {
      const isName = sourced.indicator.type === "file-name";
      if ((use.roles & (isName ? FILE_NAME : FILE_HASHES)) === 0) continue;
      const sighting = sightingOf(use, sourced, isName ? [[FILE_NAME, "name of an attached file"]] : FILE_PLACES);
      found.add(use.date, isName ? { ...sighting, doubt: sighting.doubt ?? NAME_ALONE } : sighting);
    }
  }
}

/** Roles of files (docs/formats/case.md). */
const FILE_NAME = 8;
const FILE_HASHES = 1 | 2 | 4;
const FILE_PLACES: readonly (readonly [number, string])[] = [[FILE_HASHES, "attached file"]];
const NAME_ALONE = "files of others bear the same name; only a hash says that it is this one";

/** A URL's path is only in the record, and only of loads: of an ordinary link the host alone is kept. */
async function huntUrls(store: CaseStore, urls: ReadonlyMap<Sha256, readonly Sourced[]>, found: Found): Promise<void> {
  if (urls.size === 0) return;
  for await (const record of store.records(new Set(urls.keys()))) {
    for (const { indicator, source } of urls.get(record.sha256) ?? []) {
      const isThere = record.loads.some(
        ({ url, resolved }) => sameUrl(resolved, indicator.value) || sameUrl(url, indicator.value),
      );
      const host = hostOfUrl(indicator.value);
      const shared = strangersUse(host);
      const elsewhere = shared === null ? null : `${shared}, and the rest of the URL was not seen`;
      found.add(record.date, {
        sha256: record.sha256,
        indicator,
        source,
        kind: isThere ? "exact" : "host",
        where: isThere ? ["remote load"] : ["host"],
        value: isThere ? indicator.value : host,
        doubt: (isThere ? null : elsewhere) ?? isOver(indicator.until, record.date),
      });
    }
  }
}

function sameUrl(one: string, other: string): boolean {
  return one === other || one.replace(/^https:/, "http:") === other.replace(/^https:/, "http:");
}

async function huntSubjects(
  store: CaseStore,
  index: IndicatorIndex,
  found: Found,
  onProgress: (what: string) => void,
): Promise<void> {
  let messages = 0;
  for await (const { sha256, date, subject } of store.outlines({})) {
    messages += 1;
    if (messages % 10_000 === 0) onProgress(`subjects of ${messages.toLocaleString("en")} messages`);
    for (const { indicator, source } of index.subjects.get(subject.trim()) ?? []) {
      const doubt = isOver(indicator.until, date);
      found.add(date, { sha256, indicator, source, kind: "exact", where: ["subject"], value: subject, doubt });
    }
  }
}

/** How many could not be decided. */
async function huntPatterns(
  store: CaseStore,
  index: IndicatorIndex,
  found: Found,
  onProgress: (what: string) => void,
): Promise<number> {
  let undecided = 0;
  for (const { indicator, source } of index.patterns) {
    const parsed = parsePattern(indicator.value);
    if (!parsed.ok) continue;
    onProgress(`the pattern ${indicator.place}`);
    const { records, isAll } = await candidates(store, candidateValues(parsed.pattern));
    const outcome = evaluatePattern(parsed.pattern, records.map(observationOf));
    if (outcome.kind === "undetermined" || (outcome.kind === "no-match" && !isAll)) undecided += 1;
    if (outcome.kind !== "match") continue;
    for (const at of outcome.observations) {
      const record = records[at];
      if (record === undefined) continue;
      const doubt = isOver(indicator.until, record.date);
      const { sha256, date } = record;
      found.add(date, { sha256, indicator, source, kind: "exact", where: ["pattern"], value: indicator.place, doubt });
    }
  }
  return undecided;
}

/** The messages that a pattern can match: by what the index holds, or all of them up to a bound. */
async function candidates(
  store: CaseStore,
  values: readonly string[] | null,
): Promise<{ readonly records: readonly MessageRecord[]; readonly isAll: boolean }> {
  const wanted = values === null ? null : await holdersOf(store, values);
  const records: MessageRecord[] = [];
  if (wanted !== null && wanted.size === 0) return { records, isAll: true };
  for await (const record of store.records(wanted ?? undefined)) {
    if (records.length >= limits.patternMessagesMax) return { records, isAll: false };
    records.push(record);
  }
  return { records, isAll: true };
}

async function holdersOf(store: CaseStore, values: readonly string[]): Promise<ReadonlySet<Sha256>> {
  const hosts = new Set<string>();
  const addresses = new Set<string>();
  for (const value of values) {
    const found = observableOf(value);
    if (value.includes("@")) addresses.add(value.toLowerCase());
    hosts.add(found?.type === "url" ? hostOfUrl(found.value) : (found?.value ?? value));
  }
  const holders = new Set<Sha256>();
  for await (const { sha256 } of store.observableUses("host", [...hosts])) holders.add(sha256);
  for await (const { sha256 } of store.observableUses("address", [...addresses])) holders.add(sha256);
  const files = values.map((value) => value.toLowerCase());
  for await (const { sha256 } of store.observableUses("file", files)) holders.add(sha256);
  return holders;
}

/** Role bit → what it is called (docs/formats/case.md). */
const HOST_PLACES: readonly (readonly [number, string])[] = [
  [4, "domain of the sender"],
  [8, "domain of Sender, Reply-To or Return-Path"],
  [1, "remote load"],
  [2, "link"],
  [16, "domain that signed it"],
  [32, "domain of the Message-ID"],
];
const ADDRESS_PLACES: readonly (readonly [number, string])[] = [
  [1, "sender"],
  [2, "Sender"],
  [4, "Reply-To"],
  [8, "Return-Path"],
  [16, "written to"],
  [32, "written to"],
  [64, "delivered to"],
];

/** From, Sender, Reply-To, Return-Path. */
const SENDER_ROLES = 1 | 2 | 4 | 8;
const CONTACT = "it is whom the mail went to, which shows contact and makes the mail itself no lure";

function sightingOf(
  { value, sha256, date, roles }: ObservableUse,
  { indicator, source }: Sourced,
  places: readonly (readonly [number, string])[],
): IndicatorSighting {
  const where = [...new Set(places.filter(([role]) => (roles & role) !== 0).map(([, name]) => name))];
  const contact = places === ADDRESS_PLACES && (roles & SENDER_ROLES) === 0 ? CONTACT : null;
  const shared = indicator.type === "domain-name" ? strangersUse(indicator.value) : contact;
  return { sha256, indicator, source, kind: "exact", where, value, doubt: shared ?? isOver(indicator.until, date) };
}

/** Why a host says nothing of who uses it; null for others. */
function strangersUse(host: string): string | null {
  const service = serviceOfHost(host);
  if (service !== undefined) return `${host} is ${service.name}'s, which many strangers use`;
  const domain = registrableDomain(host);
  if (domain !== host) return null;
  if (isSharedDomain(domain)) return `strangers to each other write and publish from ${domain}`;
  return isLinkShortener(domain) ? `${domain} shortens links for everybody` : null;
}

function isOver(until: EpochMs | null, date: EpochMs | null): string | null {
  if (until === null || date === null || date < until) return null;
  return `the mail is from after ${new Date(until).toISOString().slice(0, 10)}, when the source says it is of no more use`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
