/**
 * The people of a case: whom mail of interest reached, through which account, and what it gave away, for each campaign and together.
 *
 * Fed with every message in date order; asked once campaigns are known. People of the roster are one person with all their addresses;
 * everybody else is the one address. Who did not consent is in nothing that comes out of here. Memory: a counter for each reader,
 * what `OwnMail` and `AliasBook` hold.
 */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import { deliveredHere } from "../case/delivered-here.ts";
import type { AccountUse, CampaignExposure, Exposure, Person } from "../case/judgement.ts";
import type { LogLine } from "../case/log-line.ts";
import type { LocationRecord, MessageRecord } from "../case/record.ts";
import type { GivenClient, KeptRoster, PeopleNotes, RosterPerson, SharedTrait } from "../case/roster.ts";
import { baseSubject } from "../cluster/threads.ts";
import { exposureOfOne, type Received } from "../exposure/exposure.ts";
import { modelOfGiven } from "../exposure/load-models.ts";
import type { LogEvidence } from "../exposure/log-evidence.ts";
import { Logins } from "../exposure/logins.ts";
import { type ExpectedLoads, matchLogs } from "../exposure/match-logs.ts";
import { type AnswersAsked, lettersAfter, type OwnAnswer, OwnMail } from "../exposure/own-mail.ts";
import { worstOf } from "../exposure/together.ts";
import { AliasBook } from "../people/aliases.ts";
import { personId, RosterIndex } from "../people/roster-index.ts";
import { CHANCE_MAX, sharedTraits } from "../people/shared-traits.ts";
import { answeredAt } from "./answered-at.ts";
import type { KeptMarks } from "./kept-marks.ts";
import { LinesTold } from "./lines-told.ts";
import type { Owner } from "./ownership.ts";
import type { SentMail } from "./sent-mail.ts";

/** Of a message of interest, whom it reached. */
export interface Reaching {
  readonly sha256: Sha256;
  readonly date: EpochMs | null;
  readonly readers: readonly string[];
}

/** The message, as people are made of it. */
export interface Reached {
  readonly record: MessageRecord;
  readonly locations: readonly LocationRecord[];
  readonly readers: readonly string[];
  /** Sent by an owner: it reached nobody through the sender. */
  readonly own: boolean;
}

export interface PeopleMade {
  readonly people: readonly Person[];
  readonly notes: PeopleNotes;
  /** Of every address of every person. */
  readonly idOf: ReadonlyMap<string, string>;
}

export interface PeopleWish {
  readonly reached: readonly Reaching[];
  /** Reads one of them, when it is asked about: all would take more memory than all else. Null for one that is gone. */
  readonly read: (sha256: Sha256) => Promise<Reached | null>;
  readonly campaignOf: ReadonlyMap<Sha256, string>;
  readonly owner: Owner;
  readonly sent: SentMail;
  /** Of one message: what its display asks for, and what logs saw of it. */
  readonly logged: (reached: Reached) => { readonly expected: ExpectedLoads; readonly sightings: readonly LogLine[] };
  readonly logNotes: readonly string[];
  /** By address, headers with the read state that the mailbox itself writes. */
  readonly kept: KeptMarks;
}

export class PeopleBook {
  readonly #roster: KeptRoster | null;
  readonly #clients: readonly GivenClient[];
  readonly #index: RosterIndex;
  readonly #aliases: AliasBook;
  readonly #own = new OwnMail();
  #logins = new Logins([]);
  readonly #lines = new LinesTold();
  readonly #names = new Map<string, string>();
  readonly #seen = new Map<string, number>();
  /** Messages that link to a host. */
  readonly #linkHosts = new Map<string, number>();

  constructor(roster: KeptRoster | null, clients: readonly GivenClient[]) {
    this.#roster = roster;
    this.#clients = clients;
    this.#index = new RosterIndex(roster ?? { people: [], withheld: [] });
    this.#aliases = new AliasBook(this.#index);
  }

  /** In date order. */
  add(record: MessageRecord, { readers, own }: { readonly readers: readonly string[]; readonly own: boolean }): void {
    for (const reader of readers) this.#seen.set(reader, (this.#seen.get(reader) ?? 0) + 1);
    for (const { name, address } of record.to) {
      if (name !== "" && name !== address && !this.#names.has(address)) this.#names.set(address, name);
    }
    this.#aliases.add(record);
    for (const host of record.content.linkHosts) {
      const known = this.#linkHosts.get(host);
      if (known !== undefined || this.#linkHosts.size < limits.countedHostsMax)
        this.#linkHosts.set(host, (known ?? 0) + 1);
    }
    if (own) this.#own.add(record);
  }

  /** Without those who did not consent. */
  named(addresses: readonly string[]): readonly string[] {
    return addresses.filter((address) => !this.#index.isWithheld(address));
  }

  /** Without lines about those who did not consent. */
  mayBeKept({ address, user, url, text }: LogLine): boolean {
    return !this.#index.isWithheld(address) && ![user, url, text].some((one) => this.#index.isWithheldIn(one));
  }

  /** Hardly any mail but these messages links to the host. */
  isRareLink(host: string, messages: number): boolean {
    const all = this.#linkHosts.get(host);
    return all !== undefined && all <= messages + OTHER_LINKS_MAX;
  }

  async conclude(wish: PeopleWish): Promise<PeopleMade> {
    this.#logins = new Logins(this.#knownAddresses(wish));
    const groups = await this.#groupsOf(wish);
    const people = [...groups.values()].map((group) => this.#person(group, wish)).sort(mostExposedFirst);
    return {
      people,
      notes: this.#notes(people, wish),
      idOf: new Map(people.flatMap(({ id, addresses }) => addresses.map((address) => [address, id] as const))),
    };
  }

  #knownAddresses({ reached, owner: { owners } }: PeopleWish): ReadonlySet<string> {
    return new Set([...this.#index.addresses(), ...owners, ...reached.flatMap(({ readers }) => readers)]);
  }

  /** By id, whom something reached, and owners and people of the roster whom nothing did. */
  async #groupsOf(wish: PeopleWish): Promise<ReadonlyMap<string, Group>> {
    const { reached, owner } = wish;
    const groups = new Map<string, Group>();
    const groupOf = (address: string): Group | null => {
      if (this.#index.isWithheld(address)) return null;
      const roster = this.#index.personOf(address);
      const id = personId(roster?.key ?? address);
      let group = groups.get(id);
      if (group === undefined) {
        group = { id, roster, addresses: roster?.addresses ?? [address], got: [] };
        groups.set(id, group);
      }
      return group;
    };
    for (const person of this.#index.people) if (person.addresses[0] !== undefined) groupOf(person.addresses[0]);
    for (const one of owner.owners) if (!one.startsWith("@")) groupOf(one);
    for (const one of reached) {
      const through = new Map<Group, string[]>();
      for (const reader of one.readers) {
        const group = groupOf(reader);
        if (group === null) continue;
        const addresses = through.get(group);
        if (addresses === undefined) through.set(group, [reader]);
        else addresses.push(reader);
      }
      const whole = through.size === 0 ? null : await wish.read(one.sha256);
      if (whole === null) continue;
      for (const [group, addresses] of through) {
        const exposure = exposureOfOne(await this.#received(whole, { addresses, all: group.addresses }, wish));
        group.got.push({ reached: one, addresses, exposure });
      }
    }
    return groups;
  }

  #person(group: Group, wish: PeopleWish): Person {
    const { id, roster, addresses, got } = group;
    const dates = datesOf(got);
    const person: Person = {
      id,
      name:
        roster?.name || (addresses.map((address) => this.#names.get(address)).find((name) => name !== undefined) ?? ""),
      addresses,
      role: roster?.role ?? "",
      messages: got.map(({ reached }) => reached.sha256),
      messagesAll: addresses.reduce((sum, address) => sum + (this.#seen.get(address) ?? 0), 0),
      first: dates[0] ?? null,
      last: dates.at(-1) ?? null,
      exposure: worstOf(got.map((one) => one.exposure)),
      accounts: accountsOf(got),
      campaigns: campaignsOf(got, wish.campaignOf),
    };
    if (this.#roster === null) return person;
    const household = roster === null || roster.household === "" ? {} : { household: personId(roster.household) };
    return { ...person, onRoster: roster !== null, groups: roster?.groups ?? [], ...household };
  }

  /** `addresses`: those of the person's that it came to. */
  async #received(
    reached: Reached,
    { addresses: came, all }: { readonly addresses: readonly string[]; readonly all: readonly string[] },
    wish: PeopleWish,
  ): Promise<Received> {
    const { record, locations, readers } = reached;
    const asked = { addresses: all, senders: answeredAt(record, wish.owner) };
    const delivered = deliveredHere(record);
    // Marks are of the mailbox that the copy lies in.
    const isOwnCopy =
      delivered.length === 0 || delivered.some((address) => all.includes(address)) || !isNamedFor(delivered, wish);
    return {
      record,
      locations: isOwnCopy ? locations : [],
      isAnybodys: delivered.length === 0 && readers.some((reader) => !all.includes(reader)),
      kept: new Set(came.flatMap((address) => [...(wish.kept.get(address) ?? [])])),
      addresses: came,
      answers: await this.#answers(record, asked, wish.sent),
      programs: this.#own.programsOf(all, record.date),
      model:
        came
          .map((address) => modelOfGiven(address.slice(address.lastIndexOf("@") + 1), record.date, this.#clients))
          .find((model) => model !== null) ?? null,
      logs: this.#logs(reached, { addresses: all, senders: asked.senders }, wish),
    };
  }

  #logs(reached: Reached, { addresses, senders }: AnswersAsked, { logged }: PeopleWish): readonly LogEvidence[] {
    const lines = logged(reached);
    const { record, readers } = reached;
    const person = { addresses };
    const { evidence, told } = matchLogs({
      ...lines,
      ...{ record, person, senders, logins: this.#logins, readers: readers.length },
    });
    this.#lines.add(lines.sightings, told);
    return evidence;
  }

  /** Of an answer that lies among the drafts alone the sender knows nothing. */
  async #answers(record: MessageRecord, asked: AnswersAsked, sent: SentMail): Promise<readonly OwnAnswer[]> {
    const named = this.#own.answersTo(record, asked);
    const letters = await sent.lettersTo(asked.senders);
    const further = lettersAfter(record, letters, { ...asked, subject: baseSubject(record.subject) });
    const known = new Set(named.map(({ sha256 }) => sha256));
    const answers: OwnAnswer[] = [];
    for (const answer of [...named, ...further.filter(({ sha256 }) => !known.has(sha256))]) {
      answers.push((await sent.isDraft(answer.sha256)) ? { ...answer, kind: "draft" } : answer);
    }
    return answers;
  }

  #notes(people: readonly Person[], { logNotes, campaignOf }: PeopleWish): PeopleNotes {
    const { traits, note } = this.#traits(people, new Set(campaignOf.values()));
    const roster = this.#roster;
    return {
      roster: roster === null ? null : { people: roster.people.length, path: roster.path },
      withheldPeople: roster?.withheldPeople ?? 0,
      withheldAddresses: roster?.withheldAddresses ?? 0,
      traits,
      traitsNote: note,
      proposed: this.#aliases.proposed(),
      logNotes: [...logNotes, ...this.#lines.notes()],
    };
  }

  /** Of the roster's people whose mail was read: of the others nothing could have been found. */
  #traits(people: readonly Person[], campaigns: ReadonlySet<string>): { traits: readonly SharedTrait[]; note: string } {
    if (this.#roster === null) return { traits: [], note: "" };
    const byId = new Map(people.map((person) => [person.id, person]));
    const read = this.#index.people.flatMap((entry) => {
      const person = byId.get(personId(entry.key));
      return person === undefined || person.messagesAll === 0 || entry.household !== "" ? [] : [{ entry, person }];
    });
    const bearers = (isReached: (person: Person) => boolean) =>
      read.map(({ entry: { role, groups }, person }) => ({ role, groups, isReached: isReached(person) }));
    const whole = sharedTraits(
      bearers(({ messages }) => messages.length > 0),
      null,
    );
    // Of many campaigns some share something by chance alone.
    const tries = Math.max(1, campaigns.size);
    const each = [...campaigns]
      .toSorted()
      .flatMap((campaign) => {
        const isReached = (person: Person): boolean =>
          person.campaigns?.some((one) => one.campaign === campaign) === true;
        return sharedTraits(bearers(isReached), campaign).traits;
      })
      .map((trait) => ({ ...trait, chance: Math.min(1, trait.chance * tries), tried: trait.tried * tries }))
      .filter(({ chance }) => chance <= CHANCE_MAX);
    return { traits: [...whole.traits, ...each].slice(0, TRAITS_MAX), note: whole.note };
  }
}

const TRAITS_MAX = 40;
/** Answers and forwards of a lure hold its links too. */
const OTHER_LINKS_MAX = 2;

interface Got {
  readonly reached: Reaching;
  /** The person's addresses that it came to. */
  readonly addresses: readonly string[];
  readonly exposure: Exposure;
}

interface Group {
  readonly id: string;
  readonly roster: RosterPerson | null;
  readonly addresses: readonly string[];
  readonly got: Got[];
}

/** The delivery headers name somebody whose mail is kept here: then the copy is theirs. */
function isNamedFor(delivered: readonly string[], { owner: { owners } }: PeopleWish): boolean {
  return delivered.some((address) => owners.has(address) || owners.has(address.slice(address.lastIndexOf("@"))));
}

function datesOf(got: readonly Got[]): readonly EpochMs[] {
  return got.map(({ reached }) => reached.date).filter((date) => date !== null);
}

function accountsOf(got: readonly Got[]): readonly AccountUse[] {
  const through = new Map<string, Got[]>();
  for (const one of got) {
    for (const address of one.addresses) through.set(address, [...(through.get(address) ?? []), one]);
  }
  return [...through]
    .map(([address, list]) => {
      const dates = datesOf(list);
      return { address, messages: list.length, first: dates[0] ?? null, last: dates.at(-1) ?? null };
    })
    .sort((a, b) => b.messages - a.messages || (a.address < b.address ? -1 : 1));
}

function campaignsOf(got: readonly Got[], campaignOf: ReadonlyMap<Sha256, string>): readonly CampaignExposure[] {
  const grouped = Map.groupBy(got, ({ reached }) => campaignOf.get(reached.sha256) ?? null);
  return [...grouped].map(([campaign, list]) => {
    const dates = datesOf(list);
    const times = { first: dates[0] ?? null, last: dates.at(-1) ?? null };
    return { campaign, messages: list.length, ...times, exposure: worstOf(list.map((one) => one.exposure)) };
  });
}

export function mostExposedFirst(a: Person, b: Person): number {
  return b.exposure.level - a.exposure.level || b.messages.length - a.messages.length || (a.id < b.id ? -1 : 1);
}
