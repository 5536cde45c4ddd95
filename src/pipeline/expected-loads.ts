/** What of the senders' own servers mail of interest asks for, and for whom alone: what logs are searched for, and matched by. */
import type { EpochMs } from "../base/brand.ts";
import type { LogLine, WantedLogLines } from "../case/log-line.ts";
import type { MessageRecord } from "../case/record.ts";
import { bareUrl, type ExpectedLoads } from "../exposure/match-logs.ts";
import { isLinkShortener } from "../signals/link-shorteners.ts";
import { serviceOfHost } from "../signals/services/tables.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import type { Reached } from "./people-book.ts";

/** Further addresses are of mail that loads hundreds of pictures. */
const LOADS_MAX = 60;
const HOSTS_MAX = 20;
/** Days of one sender that lines without a year are placed by. */
const DAYS_MAX = 50;

interface AboutHosts {
  /** Harmless mail asks at the domain too. */
  readonly isShared: (domain: string) => boolean;
  /** No more messages than these link to the host. */
  readonly isRareLink: (host: string, messages: number) => boolean;
}

export class ExpectedBook {
  /** Address without scheme → who alone got it; `null` for several. */
  readonly #readers = new Map<string, string | null>();
  readonly #people = new Map<string, Set<string>>();
  /** Host, or address without scheme → reader → when messages came that ask for it; in order once all are known. */
  readonly #came = new Map<string, Map<string, EpochMs[]>>();
  readonly #isShared: (domain: string) => boolean;
  readonly #isRareLink: (host: string, messages: number) => boolean;
  /** Messages of interest with a link to the host. */
  readonly #linked = new Map<string, number>();
  readonly #wanted = {
    hosts: new Set<string>(),
    senders: new Map<string, EpochMs[]>(),
    messageIds: new Map<string, EpochMs | null>(),
  };

  /** `reached`: all of interest, in date order, twice; they are read for it and not kept. */
  static async of(reached: () => AsyncIterable<Reached>, about: AboutHosts): Promise<ExpectedBook> {
    const book = new ExpectedBook(about);
    for await (const { record } of reached()) {
      for (const host of record.content.linkHosts) book.#linked.set(host, (book.#linked.get(host) ?? 0) + 1);
    }
    for await (const one of reached()) book.#add(one);
    for (const readers of book.#came.values()) for (const times of readers.values()) times.sort((a, b) => a - b);
    book.#wanted.hosts.delete("");
    return book;
  }

  private constructor({ isShared, isRareLink }: AboutHosts) {
    this.#isShared = isShared;
    this.#isRareLink = isRareLink;
  }

  #add({ record, readers, own }: Reached): void {
    const reader = readers.length === 1 ? (readers[0] ?? null) : null;
    for (const address of addressesOf(record)) {
      const known = this.#readers.get(address);
      this.#readers.set(address, known === undefined || known === reader ? reader : null);
    }
    for (const host of this.#ownHosts(record)) {
      const people = this.#people.get(host) ?? new Set();
      for (const one of readers) people.add(one);
      this.#people.set(host, people);
    }
    if (!own) {
      this.#noteArrival(record, readers);
      this.#want(record);
    }
  }

  #noteArrival(record: MessageRecord, readers: readonly string[]): void {
    const at = record.arrived ?? record.date;
    if (at === null) return;
    for (const name of new Set([...this.#ownHosts(record), ...addressesOf(record)])) {
      const cameTo = this.#came.get(name) ?? new Map<string, EpochMs[]>();
      for (const reader of readers) {
        const times = cameTo.get(reader);
        if (times === undefined) cameTo.set(reader, [at]);
        else times.push(at);
      }
      this.#came.set(name, cameTo);
    }
  }

  #lastBefore(name: string, readers: readonly string[], at: EpochMs): EpochMs | null {
    const cameTo = this.#came.get(name);
    const last = readers.map((reader) => lastUntil(cameTo?.get(reader) ?? [], at)).filter((time) => time !== null);
    return last.length === 0 ? null : (Math.max(...last) as EpochMs);
  }

  of({ record }: Reached): ExpectedLoads {
    const hosts = this.#ownHosts(record);
    const loading = new Set(record.loads.filter(({ fires }) => fires === "open").map(({ host }) => host));
    const addresses = addressesOf(record);
    const people = Math.max(0, ...[...hosts].map((host) => this.#people.get(host)?.size ?? 0));
    return {
      personal: new Set(addresses.filter((address) => (this.#readers.get(address) ?? null) !== null)),
      shared: new Set(addresses.filter((address) => (this.#readers.get(address) ?? null) === null)),
      hosts,
      clickHosts: new Set([...hosts].filter((host) => !loading.has(host))),
      people,
      isAnothers: (address) => this.#readers.has(address) && !addresses.includes(address),
      lastBefore: (name, readers, at) => this.#lastBefore(name, readers, at),
    };
  }

  wanted(): WantedLogLines {
    return this.#wanted;
  }

  #want(record: MessageRecord): void {
    const { hosts, senders, messageIds } = this.#wanted;
    for (const host of this.#ownHosts(record)) hosts.add(host);
    // A service's host is asked for by its full address alone.
    for (const address of addressesOf(record))
      hosts.add(address.slice(0, address.search(/[/?]|$/)).replace(/:\d+$/, ""));
    const { from, replyTo, returnPath } = record.claims;
    for (const address of new Set([...from, ...replyTo].map((one) => one.address).concat(returnPath))) {
      if (address === "") continue;
      const days = senders.get(address) ?? [];
      if (record.date !== null && days.length < DAYS_MAX) days.push(record.date);
      senders.set(address, days);
    }
    if (record.messageId !== "") messageIds.set(record.messageId.toLowerCase(), record.date);
  }

  #ownHosts(record: MessageRecord): ReadonlySet<string> {
    return new Set([...this.#loadHosts(record), ...this.#linkHosts(record)].slice(0, HOSTS_MAX));
  }

  #loadHosts({ loads }: MessageRecord): readonly string[] {
    return loads
      .filter(({ fires, host, domain }) => fires === "open" && host !== "" && this.#isOwn(host, domain))
      .map(({ host }) => host);
  }

  /** Of links and clicks: at a domain that the mail loads from too, or at a host that nobody else's mail links to. */
  #linkHosts({ loads, content }: MessageRecord): readonly string[] {
    const domains = new Set(
      loads.filter(({ host, domain }) => host !== "" && this.#isOwn(host, domain)).map(({ domain }) => domain),
    );
    return content.linkHosts.filter((host) => {
      const domain = registrableDomain(host);
      const isRare = this.#isRareLink(host, this.#linked.get(host) ?? 0);
      return domains.has(domain) || (isRare && this.#isOwn(host, domain));
    });
  }

  #isOwn(host: string, domain: string): boolean {
    return !this.#isShared(domain) && !isEverybodys(host, domain);
  }
}

/** Where no logs were given. */
export const NOTHING_WANTED: WantedLogLines = { hosts: new Set(), senders: new Map(), messageIds: new Map() };

/** Of any message where no line of a log is known. */
export const NOTHING_LOGGED: { readonly expected: ExpectedLoads; readonly sightings: readonly LogLine[] } = {
  expected: {
    personal: new Set(),
    shared: new Set(),
    hosts: new Set(),
    clickHosts: new Set(),
    people: 0,
    isAnothers: () => false,
    lastBefore: () => null,
  },
  sightings: [],
};

/** Sightings by what they were found by. */
export class LogLineIndex {
  readonly #byName: ReadonlyMap<string, readonly LogLine[]>;

  constructor(sightings: readonly LogLine[]) {
    this.#byName = Map.groupBy(sightings, ({ name }) => name);
  }

  of({ record: { claims, messageId } }: Reached, { hosts, personal, shared }: ExpectedLoads): readonly LogLine[] {
    if (this.#byName.size === 0) return [];
    const asked = [...personal, ...shared].map((address) =>
      address.slice(0, address.search(/[/?]|$/)).replace(/:\d+$/, ""),
    );
    const senders = [...claims.from, ...claims.replyTo].map(({ address }) => address);
    const names = new Set([...hosts, ...asked, ...senders, claims.returnPath, messageId.toLowerCase()]);
    return [...names].flatMap((name) => this.#byName.get(name) ?? []);
  }
}

/** The last of the times, which are in order, that is not after `at`. */
function lastUntil(times: readonly EpochMs[], at: EpochMs): EpochMs | null {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return times[low - 1] ?? null;
}

/** Without scheme. */
function addressesOf({ loads }: MessageRecord): readonly string[] {
  return loads
    .filter(({ fires, resolved }) => (fires === "open" || fires === "click") && /^https?:/i.test(resolved))
    .slice(0, LOADS_MAX)
    .map(({ resolved }) => bareUrl(resolved));
}

function isEverybodys(host: string, domain: string): boolean {
  return serviceOfHost(host) !== undefined || isLinkShortener(domain);
}
