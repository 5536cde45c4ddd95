/**
 * A judged case after a hunt, without judging it anew: only the messages in which indicators were seen, or are seen no more, and what
 * follows from them: verdicts, the campaigns that they are in, the people whom they reached, the counts.
 *
 * Gives what judging gives as long as nothing is to be linked anew. Messages that become of interest join a campaign or each other by what
 * was hunted for, or by the sender's domain; real linking, with what else such mail draws in and what later mail inherits from a
 * sender that is hostile, waits for the next judging of the whole case. The same holds for what `amend-people.ts` names.
 *
 * Cost: by the messages concerned and by those of their campaigns, whatever the case has.
 */
import type { Sha256 } from "../base/brand.ts";
import { ok, type Result } from "../base/result.ts";
import type { Targeted } from "../case/answer.ts";
import type { HandDecision } from "../case/hand.ts";
import type { IndicatorSighting } from "../case/indicator.ts";
import type { Campaign, CampaignLink, Judgement } from "../case/judgement.ts";
import { receivedResults } from "../case/received-results.ts";
import { HandRules, isCut, merged } from "../cluster/linking/hand-rules.ts";
import { newId } from "../cluster/linking/stable-ids.ts";
import { type House, houseOf, readersOf } from "../cluster/readers.ts";
import { domainOf, fromAddress, isSharedDomain } from "../cluster/sender.ts";
import { NO_BORDER, parseBorder } from "../mail/trace.ts";
import { RosterIndex } from "../people/roster-index.ts";
import type { CaseStore, StoreError } from "../ports/store.ts";
import { isOfInterest, sightedAnew, unlinked } from "../verdict/sighted.ts";
import { amendPeople } from "./amend-people.ts";
import { campaignOf, type Tied, tiedAsStored, toldOf } from "./campaign-facts.ts";
import { type Owner, ownership } from "./ownership.ts";
import type { Reached } from "./people-book.ts";
import { targetedOf } from "./targeted.ts";

export interface Amendment {
  /** Messages whose judgement is another one. */
  readonly messages: number;
  /** Of these, those that became of interest, or are no more. */
  readonly ofInterest: number;
  /** Those that were put into a campaign by an indicator or a sender's domain alone, until the case is judged as a whole. */
  readonly joined: number;
}

/** `before`, `now`: all sightings of the case. The case must be judged. */
export async function amend(
  store: CaseStore,
  before: readonly IndicatorSighting[],
  now: readonly IndicatorSighting[],
): Promise<Result<Amendment, StoreError>> {
  const sightings = Map.groupBy(now, ({ sha256 }) => sha256);
  const concerned = concernedBy(
    Map.groupBy(before, ({ sha256 }) => sha256),
    sightings,
  );
  if (concerned.length === 0) return ok({ messages: 0, ofInterest: 0, joined: 0 });
  const bench = await AmendingBench.of(store, sightings);
  const { ofInterest, joined, ...change } = await bench.amended(concerned);
  const saved = await store.amendJudgements(change);
  return saved.ok ? ok({ messages: change.judgements.length, ofInterest, joined }) : saved;
}

type Sightings = ReadonlyMap<Sha256, readonly IndicatorSighting[]>;

function concernedBy(before: Sightings, now: Sightings): readonly Sha256[] {
  const isOther = (sha256: Sha256): boolean =>
    JSON.stringify(before.get(sha256) ?? []) !== JSON.stringify(now.get(sha256) ?? []);
  return [...new Set([...before.keys(), ...now.keys()])].filter(isOther);
}

/** A message, how it is judged so far, and how from now on. */
interface Held extends Reached {
  readonly before: Judgement;
  now: Judgement;
}

interface Amending {
  readonly sightings: Sightings;
  readonly owner: Owner;
  readonly readers: ReadonlySet<string>;
  readonly house: House;
  readonly byHand: readonly HandDecision[];
}

class AmendingBench {
  readonly #store: CaseStore;
  readonly #sightings: Sightings;
  readonly #owner: Owner;
  readonly #readers: ReadonlySet<string>;
  readonly #house: House;
  readonly #hand: HandRules;
  readonly #held = new Map<Sha256, Held | null>();

  static async of(store: CaseStore, sightings: Sightings): Promise<AmendingBench> {
    const { addresses, from } = await store.owners();
    const owners = new Set(addresses);
    const roster = await store.roster();
    const { boundary = [], byHand = [] } = await store.settings();
    const servers = (parseBorder(boundary) ?? NO_BORDER).names;
    const people = roster === null ? [] : new RosterIndex(roster).addresses();
    const readers = new Set([...owners, ...people]);
    return new AmendingBench(store, {
      sightings,
      owner: { owners, servers },
      readers,
      house: houseOf(owners, from),
      byHand,
    });
  }

  private constructor(store: CaseStore, { sightings, owner, readers, house, byHand }: Amending) {
    this.#store = store;
    this.#sightings = sightings;
    this.#owner = owner;
    this.#readers = readers;
    this.#house = house;
    this.#hand = new HandRules(byHand);
  }

  async amended(concerned: readonly Sha256[]) {
    const given = (await this.#all(concerned)).toSorted(byDate);
    for (const one of given) one.now = sightedAnew(one.before, this.#sightings.get(one.record.sha256) ?? []);
    const stored = await this.#store.campaigns();
    const touched = new Set(given.flatMap(({ before: { campaign } }) => (campaign === null ? [] : [campaign])));
    const campaigns = new Map<string, Building>();
    for (const campaign of stored) {
      if (touched.has(campaign.id)) campaigns.set(campaign.id, await this.#remains(campaign));
    }
    const joined = this.#join(given, campaigns, new Set(stored.map(({ id }) => id)));
    const changed = this.#changed();
    const people = await amendPeople(this.#store, {
      touched: new Set(changed.filter(isOtherForPeople).flatMap(({ readers }) => readers)),
      gained: changed.filter(({ before, now }) => !isOfInterest(before) && isOfInterest(now)).map(shaOf),
      reachedBy: async (sha256) => {
        const held = await this.#of(sha256);
        return held !== null && isOfInterest(held.now) ? held : null;
      },
      campaignOf: (sha256) => this.#held.get(sha256)?.now.campaign ?? null,
      owner: this.#owner,
    });
    const personIdOf = new Map(people.flatMap(({ id, addresses }) => addresses.map((one) => [one, id] as const)));
    const built = [...campaigns.values()].filter(({ members }) => members.length > 0);
    const made = built.map((building) => this.#made(building, personIdOf));
    return {
      judgements: changed.map(({ now }) => now),
      campaigns: withoutGone([...stored.filter(({ id }) => !campaigns.has(id)), ...made]).sort(largestFirst),
      people,
      targeted: await this.#targeted(changed),
      ofInterest: changed.filter(({ before, now }) => isOfInterest(before) !== isOfInterest(now)).length,
      joined,
    };
  }

  /** Who is of no interest any more leaves; of what nothing is left that is of interest by itself, nothing stays. */
  async #remains(campaign: Campaign): Promise<Building> {
    const members = await this.#all(campaign.messages);
    const left = members.filter(({ now }) => isOfInterest(now));
    const isAlive = left.length > 1 && left.some(({ now }) => isOfInterest(unlinked(now)));
    for (const one of members) {
      if (!isAlive) one.now = unlinked(one.now);
      else if (!left.includes(one)) one.now = { ...one.now, campaign: null };
    }
    const tied = tiedAsStored(campaign);
    const ids = new Set(left.map(shaOf));
    const links = tied.links.filter(({ from, to }) => ids.has(from) && ids.has(to));
    return { tied: { ...tied, links }, members: isAlive ? left : [] };
  }

  /** Those in no campaign, by what they share with each other or with a campaign's messages that were seen too; gives how many. */
  #join(given: readonly Held[], campaigns: Map<string, Building>, taken: Set<string>): number {
    // What our own people wrote to such an address is of no campaign of its own.
    const loose = given.filter(({ now, own }) => isLoose(now) && !own).filter((one) => this.#isSeen(one));
    let joined = 0;
    for (const { campaign, members: wished } of this.#groups(loose, campaigns)) {
      const before = campaign === null ? undefined : campaigns.get(campaign);
      const members = this.#uncut(before?.members ?? [], wished);
      if (members.length < (before === undefined ? 2 : 1)) continue;
      const id = campaign ?? newId(members[0] === undefined ? "" : shaOf(members[0]), taken);
      const known = before ?? { tied: { id, links: [], formerly: [], perhapsOneMaker: [], course: [] }, members: [] };
      for (const one of members) one.now = { ...one.now, campaign: id };
      const all = [...known.members, ...members].sort(byDate);
      const links = [...known.tied.links, ...this.#linksOf(all, members)];
      campaigns.set(id, { tied: { ...known.tied, links }, members: all });
      joined += members.length;
    }
    return joined;
  }

  /** Those that people did not take apart from what they would join. */
  #uncut(into: readonly Held[], joining: readonly Held[]): readonly Held[] {
    let marks = this.#hand.marksOf(into.map(shaOf));
    return joining.filter((one) => {
      const own = this.#hand.marksOf([shaOf(one)]);
      if (isCut(marks, own)) return false;
      marks = merged(marks, own);
      return true;
    });
  }

  #isSeen(one: Held): boolean {
    return this.#keysOf(one).length > 0;
  }

  /** What hangs together, and the campaign that it hangs together with. Campaigns are not joined to each other here. */
  #groups(loose: readonly Held[], campaigns: ReadonlyMap<string, Building>): readonly Joining[] {
    const shared = new SharedValues();
    for (const [id, { members }] of campaigns) {
      for (const one of members) shared.tie([`${CAMPAIGN} ${id}`, ...this.#keysOf(one)]);
    }
    for (const one of loose) shared.tie(this.#keysOf(one));
    const campaignOf = new Map<string, string>();
    for (const id of campaigns.keys()) {
      const root = shared.rootOf(`${CAMPAIGN} ${id}`);
      if (!campaignOf.has(root)) campaignOf.set(root, id);
    }
    return [...Map.groupBy(loose, (one) => shared.rootOf(this.#keysOf(one)[0] ?? ""))].map(([root, members]) => ({
      campaign: campaignOf.get(root) ?? null,
      members,
    }));
  }

  /** Each value with the earliest message that has it. */
  #linksOf(members: readonly Held[], joining: readonly Held[]): readonly CampaignLink[] {
    const first = new Map<string, Held>();
    for (const one of members) for (const key of this.#keysOf(one)) if (!first.has(key)) first.set(key, one);
    return joining.flatMap((one) =>
      this.#keysOf(one).flatMap((key) => {
        const other = first.get(key);
        return other === undefined || other === one ? [] : [linkOf(other, one, key)];
      }),
    );
  }

  /** What it may be joined by: indicators that were seen in it without doubt, and the domain of a sender that is nobody else's. */
  #keysOf({ record, own }: Held): readonly string[] {
    const seen = (this.#sightings.get(record.sha256) ?? []).filter(({ doubt }) => doubt === null);
    if (seen.length === 0) return [];
    const domain = own ? "" : domainOf(fromAddress(record));
    const sender = domain === "" || isSharedDomain(domain) ? [] : [`${DOMAIN} ${domain}`];
    return [...new Set(seen.map(({ indicator }) => `${INDICATOR} ${indicator.value}`)), ...sender];
  }

  #made({ tied, members }: Building, personIdOf: ReadonlyMap<string, string>): Campaign {
    return campaignOf(
      tied,
      members.map(({ record, readers, own, now }) => ({
        told: toldOf(record, receivedResults(record.auth, this.#owner.servers)),
        sightings: this.#sightings.get(record.sha256) ?? [],
        judgement: now,
        people: readers.flatMap((reader) => personIdOf.get(reader) ?? []),
        own,
      })),
    );
  }

  #changed(): readonly Held[] {
    const all = [...this.#held.values()].filter((one) => one !== null);
    return all.filter(({ before, now }) => JSON.stringify(before) !== JSON.stringify(now)).sort(byDate);
  }

  /** Counts by what changed; the few that are listed from those of before and the new ones, which is all there can be. */
  async #targeted(changed: readonly Held[]): Promise<Targeted> {
    const before: Targeted = (await this.#store.targeted()) ?? { hostile: 0, suspicious: 0, loose: [] };
    const count = (verdict: "hostile" | "suspicious"): number =>
      changed.reduce(
        (sum, { before: old, now }) => sum + Number(now.targeting === verdict) - Number(old.targeting === verdict),
        before[verdict],
      );
    const isLost = changed.some(({ record, now }) => before.loose.includes(record.sha256) && !isLoose(now));
    const listed = isLost ? await this.#looseOfCase() : await this.#all(before.loose);
    const fresh = changed.filter(
      ({ now, record }) => isLoose(now) && !listed.some((one) => shaOf(one) === record.sha256),
    );
    const { loose } = targetedOf([...listed, ...fresh].sort(byDate).map(({ now }) => now));
    return { ...before, hostile: count("hostile"), suspicious: count("suspicious"), loose };
  }

  async #looseOfCase(): Promise<readonly Held[]> {
    const found: Sha256[] = [];
    const query = { campaign: null, verdicts: ["suspicious", "hostile"] } as const;
    for await (const { judgement } of this.#store.messages(query)) {
      if (judgement !== null && isLoose(judgement)) found.push(judgement.sha256);
    }
    return (await this.#all(found)).filter(({ now }) => isLoose(now));
  }

  async #all(hashes: Iterable<Sha256>): Promise<readonly Held[]> {
    const all: Held[] = [];
    for (const sha256 of hashes) {
      const held = await this.#of(sha256);
      if (held !== null) all.push(held);
    }
    return all;
  }

  /** Null for a message that is gone, or was never judged. */
  async #of(sha256: Sha256): Promise<Held | null> {
    const known = this.#held.get(sha256);
    if (known !== undefined) return known;
    const stored = await this.#store.message(sha256);
    const held =
      stored === null || stored.judgement === null
        ? null
        : await this.#heldOf(stored.record, stored.locations, stored.judgement);
    this.#held.set(sha256, held);
    return held;
  }

  async #heldOf(record: Held["record"], locations: Held["locations"], judgement: Judgement): Promise<Held> {
    const own = (await ownership(this.#store, record, this.#owner)) === "own";
    return {
      record,
      locations,
      readers: readersOf(record, this.#readers, this.#house),
      own,
      before: judgement,
      now: judgement,
    };
  }
}

/** A campaign as it is put together anew. */
interface Building {
  readonly tied: Tied;
  readonly members: readonly Held[];
}

interface Joining {
  /** The one that they join; null for a new one. */
  readonly campaign: string | null;
  /** By date. */
  readonly members: readonly Held[];
}

/** Values that hang together since messages have several of them (disjoint sets). */
class SharedValues {
  readonly #parents = new Map<string, string>();

  tie(values: readonly string[]): void {
    const [first, ...others] = values;
    if (first === undefined) return;
    const root = this.rootOf(first);
    for (const other of others) this.#parents.set(this.rootOf(other), root);
  }

  /** Halves the way as it goes. */
  rootOf(value: string): string {
    let at = value;
    for (;;) {
      const parent = this.#parents.get(at);
      if (parent === undefined || parent === at) return at;
      const above = this.#parents.get(parent) ?? parent;
      this.#parents.set(at, above);
      at = above;
    }
  }
}

const CAMPAIGN = "campaign";
const INDICATOR = "indicator";
const DOMAIN = "sender-domain";

/** As sure as a tie by one value of one maker's. */
const WEIGHT = 0.5;

function linkOf(from: Held, to: Held, shared: string): CampaignLink {
  const [kind = "", value = ""] = [shared.slice(0, shared.indexOf(" ")), shared.slice(shared.indexOf(" ") + 1)];
  const why =
    kind === INDICATOR
      ? "both hold what a source calls malicious; the case was not linked anew yet"
      : "both are from this sender domain and hold what sources call malicious; the case was not linked anew yet";
  return { from: shaOf(from), to: shaOf(to), kind, value, weight: WEIGHT, why };
}

function shaOf({ record }: Reached): Sha256 {
  return record.sha256;
}

function isLoose(judgement: Judgement): boolean {
  return isOfInterest(judgement) && judgement.campaign === null;
}

/** What people are told of a message does not depend on its findings. */
function isOtherForPeople({ before, now }: Held): boolean {
  return isOfInterest(before) !== isOfInterest(now) || before.campaign !== now.campaign;
}

function byDate(a: Reached, b: Reached): number {
  return (a.record.date ?? 0) - (b.record.date ?? 0) || (shaOf(a) < shaOf(b) ? -1 : 1);
}

/** What is no campaign any more has no maker in common with another; what is new is compared when the case is judged anew. */
function withoutGone(campaigns: readonly Campaign[]): Campaign[] {
  const ids = new Set(campaigns.map(({ id }) => id));
  return campaigns.map(({ perhapsOneMaker, ...campaign }) => {
    const left = (perhapsOneMaker ?? []).filter((one) => ids.has(one.campaign));
    return left.length === 0 ? campaign : { ...campaign, perhapsOneMaker: left };
  });
}

/** As linking orders them. */
function largestFirst(a: Campaign, b: Campaign): number {
  return b.messages.length - a.messages.length || ((a.messages[0] ?? "") < (b.messages[0] ?? "") ? -1 : 1);
}
