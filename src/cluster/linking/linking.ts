/**
 * Messages of interest → groups: copies into waves, waves into campaigns, by what speaks for one maker (`evidence.ts`).
 *
 * Candidates are found by the values that waves share: each wave is compared with its next neighbours in time among those with the
 * value, and with the first of them. So the work is linear in waves and values, whatever one value is shared by. The strongest
 * pairs are joined first, and a pair is weighed anew as the groups that its waves are in by then. Gaps of years weigh nothing.
 *
 * Says the same for the same members and decisions. Pure. Memory: some hundred bytes a value and wave.
 */
import type { EpochMs, Sha256 } from "../../base/brand.ts";
import type { HandDecision } from "../../case/hand.ts";
import type { CampaignLink, SharedTrait } from "../../case/judgement.ts";
import type { Member, UnnamedGroup, WaveSpan } from "../campaigns.ts";
import { senderKey } from "../sender.ts";
import { type Evidence, evidenceBetween, Profile, weighed } from "./evidence.ts";
import { type CutMarks, HandRules, isCut, merged } from "./hand-rules.ts";
import type { KindName } from "./kinds.ts";
import { copyLink, forwardLink, handLink, linkOf, traitOf } from "./link-words.ts";
import { clockOf, type MakerPair, makerPairs } from "./makers.ts";
import { observableKey, type RarityBook } from "./rarity.ts";
import { TextFamilies } from "./text-families.ts";
import { ValueTable } from "./values.ts";
import { wavesOf } from "./waves.ts";

export interface LinkContext {
  readonly rarity: RarityBook;
  readonly decisions: readonly HandDecision[];
  /** Kinds that shall weigh nothing, to see what they carry; none where absent. Copies make waves all the same. */
  readonly leftOut?: ReadonlySet<KindName>;
}

/** A message that is not of interest by itself, as keys. */
export interface Candidate {
  readonly keys: Iterable<number>;
  /** Sketch of its text, empty for none. */
  readonly text: string;
}

export interface Draw {
  readonly cluster: number;
  readonly evidence: Evidence;
}

interface Cluster {
  readonly profile: Profile;
  readonly members: number[];
  readonly links: CampaignLink[];
  readonly waves: number[][];
  marks: CutMarks;
}

/** A value of less finds no candidates. */
const FINDS_BITS = 2;
const NEIGHBOURS = 4;
/** Pairs of waves that share less are not worth a second look. */
const PAIR_BITS = 5;
const PASSES_MAX = 6;
/** What so many waves share must come with this much else, looked at in some of them; else it is nobody's. */
const SHARED_WAVES_MIN = 4;
const SHARED_PAIRS_MAX = 24;
const SHARED_BITS = 4;
/** Values that a part of a wave has are its own, this part at least. */
const WAVE_SHARE = 0.2;
const LINKS_A_MERGE = 3;

export class Linking<M extends Member> {
  readonly #members: M[];
  readonly #context: LinkContext;
  readonly #table: ValueTable;
  readonly #families: TextFamilies;
  readonly #hand: HandRules;
  readonly #valuesOf: (readonly number[])[] = [];
  readonly #clusters = new Map<number, Cluster>();
  readonly #parents: number[] = [];
  #index: Map<number, Set<number>> | null = null;
  #clusterOf: ReadonlyMap<Sha256, Cluster> | null = null;

  /** `members` in date order. */
  constructor(members: readonly M[], context: LinkContext) {
    this.#members = [...members];
    this.#context = context;
    this.#table = new ValueTable(context.leftOut);
    this.#families = new TextFamilies(context.rarity);
    this.#hand = new HandRules(context.decisions);
    const families = this.#members.map((member) => this.#note(member));
    this.#table.weigh(context.rarity);
    this.#makeWaves(families);
    this.#demoteShared();
    this.#joinByEvidence();
    this.#joinByHand();
    this.#attachForwards();
  }

  /** Values of the table that a candidate has, for `crowds` of `weighAnew`. */
  valuesOf({ keys, text }: Candidate): readonly number[] {
    const values: number[] = [];
    for (const key of keys) {
      const value = this.#table.find(key);
      if (value !== undefined) values.push(value);
    }
    const family = this.#families.find(text);
    const like = family === "" ? undefined : this.#table.find(observableKey("text-like", family));
    if (like !== undefined) values.push(like);
    return values;
  }

  isOwnedValue(value: number): boolean {
    return this.#table.kindOf(value).isOwned;
  }

  /** `crowds`: senders of candidates by value, where they are so many that the value is no maker's. */
  weighAnew(crowds?: ReadonlyMap<number, number>): void {
    this.#table.weigh(this.#context.rarity, crowds);
    this.#index = null;
  }

  /** The group that most speaks for; null where nothing ties it. */
  nearest(candidate: Candidate): Draw | null {
    const profile = this.#single(this.valuesOf(candidate), 0);
    return this.#nearestTo(profile);
  }

  /** What ties, in words, strongest first. */
  reasons({ evidence }: Draw): readonly { readonly kind: KindName; readonly value: string }[] {
    return evidence.signs.slice(0, LINKS_A_MERGE).map(({ value }) => this.#table.at(value));
  }

  /** Takes a drawn message into its group; false where people took them apart. */
  attach(member: M, { cluster, evidence }: Draw): boolean {
    const into = this.#clusters.get(cluster);
    const marks = this.#hand.marksOf([member.sha256]);
    if (into === undefined || isCut(into.marks, marks)) return false;
    const at = this.#members.length;
    this.#members.push(member);
    this.#note(member);
    for (const { value } of evidence.signs.slice(0, LINKS_A_MERGE)) {
      into.links.push(this.#link(into.profile.holder(value), at, value, evidence));
    }
    into.members.push(at);
    into.marks = merged(into.marks, marks);
    if (member.own) return true;
    into.waves.push([at]);
    into.profile.takeIn(this.#single(this.#valuesOf[at] ?? [], at));
    return true;
  }

  /** Takes in a message that passes on a member's copy; false where that is none, or people took them apart. */
  attachForward(member: M): boolean {
    this.#clusterOf ??= this.#clustersByHash();
    const at = this.#members.length;
    if (!this.#passOn(at, member, this.#clusterOf)) return false;
    this.#members.push(member);
    this.#note(member);
    return true;
  }

  /** Puts a forward, which has or will have the place `at`, to the copy that it passes on. */
  #passOn(at: number, { sha256, forwardOf }: M, clusterOf: ReadonlyMap<Sha256, Cluster>): boolean {
    const into = forwardOf === undefined || forwardOf === null ? undefined : clusterOf.get(forwardOf);
    const from = into?.members.map((each) => this.#members[each]).find((one) => one?.sha256 === forwardOf);
    const marks = this.#hand.marksOf([sha256]);
    if (from === undefined || into === undefined || isCut(into.marks, marks)) return false;
    into.links.push(forwardLink(from, { sha256 }));
    into.members.push(at);
    into.marks = merged(into.marks, marks);
    return true;
  }

  #clustersByHash(): ReadonlyMap<Sha256, Cluster> {
    const clusters = [...this.#clusters.values()];
    return new Map(clusters.flatMap((one) => one.members.map((at) => [this.#shaOf(at), one] as const)));
  }

  /** Two messages and more, largest first. */
  groups(): readonly UnnamedGroup<M>[] {
    return this.#campaigns().map((cluster) => this.#groupOf(cluster));
  }

  /** Of `groups`, by their places. */
  makers(): readonly MakerPair[] {
    const campaigns = this.#campaigns();
    const workshops = campaigns.map(({ profile, members }) => ({
      waves: profile.waves,
      supports: profile.supports(),
      clock: clockOf(members.flatMap((at) => this.#members[at] ?? [])),
    }));
    return makerPairs(workshops, this.#table, {
      harmless: (value) => this.#table.harmless(value, this.#context.rarity),
      mayBeOne: (one, other) => !isCut(campaigns[one]?.marks ?? NO_MARKS, campaigns[other]?.marks ?? NO_MARKS),
    });
  }

  /** What a pair shares, in words. */
  traitsOf({ shared }: MakerPair): readonly SharedTrait[] {
    return shared.map((trait) =>
      traitOf(trait, this.#table.at(trait.value).value, this.#table.harmless(trait.value, this.#context.rarity)),
    );
  }

  #campaigns(): readonly Cluster[] {
    const first = ({ members }: Cluster): M =>
      members.map((at) => this.#members[at] as M).reduce((a, b) => (byDate(a, b) <= 0 ? a : b));
    return [...this.#clusters.values()]
      .filter(({ members }) => members.length > 1)
      .map((cluster) => ({ cluster, name: first(cluster).sha256 }))
      .sort((a, b) => b.cluster.members.length - a.cluster.members.length || (a.name < b.name ? -1 : 1))
      .map(({ cluster }) => cluster);
  }

  /** Returns its family of texts. */
  #note(member: M): string {
    const family = this.#families.add(member.sketch, member.sha256);
    const observables = [...member.observables];
    if (family !== "") observables.push({ kind: "text-like", value: family });
    this.#valuesOf.push(this.#table.add(observables, senderKey(member.from)));
    return family;
  }

  #makeWaves(families: readonly string[]): void {
    const marksOf = (indices: readonly number[]) => this.#hand.marksOf(indices.map((at) => this.#shaOf(at)));
    const { waves, copies } = wavesOf(
      this.#members,
      (at) => families[at] ?? "",
      (one, other) => !isCut(marksOf(one), marksOf(other)),
    );
    const waveOf = new Map(waves.flatMap((wave) => wave.map((at) => [at, wave[0] ?? at] as const)));
    for (const wave of waves) {
      const first = wave[0] ?? 0;
      if (this.#members[first]?.own === true) continue;
      this.#parents[first] = first;
      this.#clusters.set(first, {
        profile: new Profile(this.#valuesOfWave(wave), this.#table),
        members: [...wave],
        links: [],
        waves: [[...wave]],
        marks: marksOf(wave),
      });
    }
    for (const { at, earlier, kind, value } of copies) {
      const [from, to] = [this.#members[earlier], this.#members[at]];
      const cluster = this.#clusters.get(waveOf.get(at) ?? at);
      if (from !== undefined && to !== undefined) cluster?.links.push(copyLink(from, to, kind, value));
    }
  }

  #single(values: readonly number[], at: number): Profile {
    return new Profile(
      values.map((value) => [value, at]),
      this.#table,
    );
  }

  /** Of so many of its messages that they are the wave's; each with the first that has it. */
  #valuesOfWave(wave: readonly number[]): Iterable<readonly [value: number, holder: number]> {
    const counts = new Map<number, { holder: number; messages: number }>();
    for (const at of wave) {
      for (const value of this.#valuesOf[at] ?? []) {
        const seen = counts.get(value);
        if (seen === undefined) counts.set(value, { holder: at, messages: 1 });
        else seen.messages += 1;
      }
    }
    return [...counts]
      .filter(([, { messages }]) => messages >= wave.length * WAVE_SHARE)
      .map(([value, { holder }]) => [value, holder]);
  }

  #shaOf(at: number): Sha256 {
    return this.#members[at]?.sha256 ?? ("" as Sha256);
  }

  #rootOf(wave: number): number {
    let root = wave;
    for (let next = this.#parents[root] ?? root; next !== root; next = this.#parents[root] ?? root) root = next;
    for (let at = wave; at !== root; ) {
      const next = this.#parents[at] ?? root;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  /** A host of pictures or links may look owned; but those who use it have nothing else in common. */
  #demoteShared(): void {
    for (const [value, waves] of this.#postings()) {
      if (!this.#table.kindOf(value).isOwned || waves.length < SHARED_WAVES_MIN) continue;
      let bits = 0;
      let pairs = 0;
      const step = Math.max(1, Math.floor(waves.length / SHARED_PAIRS_MAX));
      for (let at = 0; at + 1 < waves.length; at += step) {
        const [a, b] = [this.#clusters.get(waves[at] ?? 0), this.#clusters.get(waves[at + 1] ?? 0)];
        if (a === undefined || b === undefined) continue;
        const { signs } = evidenceBetween(a.profile, b.profile, this.#table);
        bits += weighed(
          signs.filter((sign) => sign.value !== value),
          this.#table,
        ).bits;
        pairs += 1;
      }
      if (bits < pairs * SHARED_BITS) this.#table.demote(value);
    }
  }

  #joinByHand(): void {
    if (this.#hand.joins.length === 0) return;
    const atOf = new Map(this.#members.map(({ sha256 }, at) => [sha256, at]));
    const clusterOf = new Map<number, number>();
    for (const [root, { members }] of this.#clusters) for (const at of members) clusterOf.set(at, root);
    for (const messages of this.#hand.joins) {
      const known = messages.flatMap((sha256) => atOf.get(sha256) ?? []).filter((at) => clusterOf.has(at));
      const [first] = known;
      for (const at of known.slice(1)) {
        const [from, to] = [this.#members[first ?? at], this.#members[at]];
        const [one, other] = [this.#rootOf(clusterOf.get(first ?? at) ?? 0), this.#rootOf(clusterOf.get(at) ?? 0)];
        if (from === undefined || to === undefined || one === other) continue;
        this.#merge(one, other, [handLink(from, to)]);
      }
    }
  }

  #joinByEvidence(): void {
    let pairs = this.#candidates();
    for (let pass = 0; pass < PASSES_MAX && pairs.length > 0; pass += 1) {
      const left: Pair[] = [];
      let joined = 0;
      for (const pair of pairs) {
        const [one, other] = [this.#rootOf(pair.one), this.#rootOf(pair.other)];
        const [a, b] = [this.#clusters.get(one), this.#clusters.get(other)];
        if (one === other || a === undefined || b === undefined || isCut(a.marks, b.marks)) continue;
        const evidence = evidenceBetween(a.profile, b.profile, this.#table);
        if (evidence.isTie) {
          this.#merge(one, other, this.#linksBetween(a.profile, b.profile, evidence));
          joined += 1;
        } else left.push(pair);
      }
      if (joined === 0) return;
      pairs = left;
    }
  }

  /** Strongest first. */
  #candidates(): Pair[] {
    const seen = new Set<number>();
    const pairs: Pair[] = [];
    const compare = (one: number, other: number): void => {
      const key = one * this.#members.length + other;
      if (one === other || seen.has(key)) return;
      seen.add(key);
      const [a, b] = [this.#clusters.get(this.#rootOf(one)), this.#clusters.get(this.#rootOf(other))];
      if (a === undefined || b === undefined || a === b) return;
      const { bits } = evidenceBetween(a.profile, b.profile, this.#table);
      if (bits >= PAIR_BITS) pairs.push({ one, other, bits });
    };
    for (const [, waves] of this.#postings()) {
      for (const [nth, wave] of waves.entries()) {
        for (let next = nth + 1; next <= nth + NEIGHBOURS && next < waves.length; next += 1) {
          compare(wave, waves[next] ?? wave);
        }
        compare(waves[0] ?? wave, wave);
      }
    }
    return pairs.sort((a, b) => b.bits - a.bits || a.one - b.one || a.other - b.other);
  }

  /** Groups with a value, by date, for each value that finds candidates. */
  #postings(): Iterable<readonly [value: number, waves: readonly number[]]> {
    const postings = new Map<number, number[]>();
    for (const [root, { profile }] of [...this.#clusters].sort(([a], [b]) => a - b)) {
      for (const value of profile.values()) {
        if (this.#table.bits(value) < FINDS_BITS) continue;
        const waves = postings.get(value);
        if (waves === undefined) postings.set(value, [root]);
        else waves.push(root);
      }
    }
    return [...postings].filter(([, { length }]) => length > 1);
  }

  #linksBetween(one: Profile, other: Profile, evidence: Evidence): readonly CampaignLink[] {
    return evidence.signs
      .slice(0, LINKS_A_MERGE)
      .map(({ value }) => this.#link(one.holder(value), other.holder(value), value, evidence));
  }

  #link(one: number, other: number, value: number, { signs }: Evidence): CampaignLink {
    const [from, to] = [this.#members[Math.min(one, other)], this.#members[Math.max(one, other)]];
    const { kind, value: text } = this.#table.at(value);
    const shared = { kind, value: text, bits: this.#table.bits(value), signs: signs.length };
    const others = this.#table.harmless(value, this.#context.rarity);
    return linkOf(from as M, to as M, { ...shared, others });
  }

  /** The smaller goes into the larger. */
  #merge(first: number, second: number, links: readonly CampaignLink[]): void {
    const [a, b] = [this.#rootOf(first), this.#rootOf(second)];
    const [one, other] = [this.#clusters.get(a), this.#clusters.get(b)];
    if (a === b || one === undefined || other === undefined) {
      one?.links.push(...links);
      return;
    }
    const isOneLarger = one.profile.size + one.members.length >= other.profile.size + other.members.length;
    const [into, from] = isOneLarger ? [one, other] : [other, one];
    this.#parents[isOneLarger ? b : a] = isOneLarger ? a : b;
    this.#clusters.delete(isOneLarger ? b : a);
    into.profile.takeIn(from.profile);
    for (const at of from.members) into.members.push(at);
    for (const link of from.links) into.links.push(link);
    for (const link of links) into.links.push(link);
    for (const wave of from.waves) into.waves.push(wave);
    into.marks = merged(into.marks, from.marks);
  }

  /** Leaves: what our own people passed on belongs to what they passed on, and ties nothing further. */
  #attachForwards(): void {
    const clusterOf = this.#clustersByHash();
    for (const [at, member] of this.#members.entries()) {
      if (!member.own) continue;
      if (this.#passOn(at, member, clusterOf)) continue;
      const profile = this.#single(this.#valuesOf[at] ?? [], at);
      const marks = this.#hand.marksOf([member.sha256]);
      const best = this.#nearestTo(profile, marks);
      const into = best === null ? undefined : this.#clusters.get(best.cluster);
      if (best === null || into === undefined) continue;
      into.links.push(...this.#linksBetween(into.profile, profile, best.evidence));
      into.members.push(at);
      into.marks = merged(into.marks, marks);
    }
  }

  /** `marks`: of cuts; groups that they keep it apart from are not looked at. */
  #nearestTo(profile: Profile, marks: CutMarks = NO_MARKS): Draw | null {
    let best: Draw | null = null;
    const asked = new Set<number>();
    for (const value of profile.values()) {
      for (const cluster of this.#clustersWith(value)) {
        const known = this.#clusters.get(cluster);
        if (asked.has(cluster) || known === undefined || isCut(known.marks, marks)) continue;
        asked.add(cluster);
        const evidence = evidenceBetween(known.profile, profile, this.#table);
        if (evidence.isTie && evidence.bits > (best?.evidence.bits ?? 0)) best = { cluster, evidence };
      }
    }
    return best;
  }

  #clustersWith(value: number): ReadonlySet<number> {
    this.#index ??= this.#indexed();
    return this.#index.get(value) ?? NONE;
  }

  #indexed(): Map<number, Set<number>> {
    const index = new Map<number, Set<number>>();
    for (const [root, { profile }] of this.#clusters) {
      for (const value of profile.values()) {
        if (this.#table.bits(value) < FINDS_BITS) continue;
        const clusters = index.get(value);
        if (clusters === undefined) index.set(value, new Set([root]));
        else if (clusters.size < CLUSTERS_A_VALUE_MAX) clusters.add(root);
      }
    }
    return index;
  }

  #groupOf(cluster: Cluster): UnnamedGroup<M> {
    const members = cluster.members.map((at) => this.#members[at] as M).sort(byDate);
    const waves = cluster.waves.map((wave) => spanOf(wave.map((at) => this.#members[at] as M)));
    waves.sort((a, b) => (a.first ?? 0) - (b.first ?? 0));
    return { members, links: [...cluster.links].sort((a, b) => b.weight - a.weight), waves };
  }
}

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly bits: number;
}

const NONE: ReadonlySet<number> = new Set();
const NO_MARKS: CutMarks = new Map();
/** Groups that are asked by one value: what more than these have is nobody's. */
const CLUSTERS_A_VALUE_MAX = 64;

export function byDate(a: Member, b: Member): number {
  return (a.date ?? 0) - (b.date ?? 0) || (a.sha256 < b.sha256 ? -1 : 1);
}

function spanOf(members: readonly Member[]): WaveSpan {
  const dates = members.flatMap(({ date }) => (date === null ? [] : [date])).sort((a, b) => a - b);
  return { first: dates[0] ?? null, last: dates.at(-1) ?? (null as EpochMs | null), messages: members.length };
}
