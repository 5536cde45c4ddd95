/**
 * Campaigns of a case → pairs of them that perhaps have one maker: both show what one maker's tools would explain, and too little ties
 * them to be one campaign. An estimate for people to look into: nothing is joined by it, and no verdict rests on it.
 *
 *     bits = Σ shared traits, by what they come from − Σ traits of one mail program that differ       chance = odds of one maker after, from 1 : 11 before
 *
 * A trait weighs by how rare it is among the case's harmless mail (`values.ts`) and among its makers of interest: a program that campaigns
 * with different boundaries and clocks have is sold, and tells them apart no more. What comes with one program is counted once, and shares after
 * it. One trait at least must be rare, so that no common program and no bulk service makes a pair.
 *
 * Cost: linear in campaigns and their traits: each is compared with its next neighbours among those with a rare trait. Pure.
 */
import type { Member } from "../campaigns.ts";
import { SHARES } from "./evidence.ts";
import { KINDS, type KindName, TOOL_BITS } from "./kinds.ts";
import { KEPT, SEVERAL_SENDERS, type ValueTable } from "./values.ts";

/** What a campaign shows of its maker. */
export interface Workshop {
  readonly waves: number;
  /** Values with the number of waves that have each. */
  readonly supports: Iterable<readonly [value: number, waves: number]>;
  /** Minutes east of UTC that its clock mostly shows; null where nothing is known. */
  readonly clock: number | null;
}

export interface MakerTrait {
  readonly value: number;
  readonly kind: KindName;
  readonly bits: number;
  /** So many makers of interest have it too, at least, were those two one. */
  readonly others: number;
}

export interface MakerPair {
  /** Places in the list that was given, the smaller first. */
  readonly one: number;
  readonly other: number;
  /** 0.5 to `CHANCE_MAX`. */
  readonly chance: number;
  /** Heaviest first. */
  readonly shared: readonly MakerTrait[];
  /** In which both have something, and nothing in common. */
  readonly differing: readonly KindName[];
}

/** What traits come from: those of one origin hang together. */
type Origin = "program" | "page" | "tracker" | "network" | "clock" | "persona" | "words";

const ORIGINS: ReadonlyMap<KindName, Origin> = new Map<KindName, Origin>([
  ["mailer", "program"],
  ["header-print", "program"],
  ["message-id-form", "program"],
  ["boundary", "program"],
  ["structure", "program"],
  ["markup", "page"],
  ["tags", "page"],
  ["url-form", "tracker"],
  ["token-form", "tracker"],
  ["helo", "network"],
  ["origin-network", "network"],
  ["zone", "clock"],
  ["sender-name", "persona"],
  ["outlet-name", "persona"],
  ["text-like", "words"],
  ["subject-form", "words"],
  ["file-name", "words"],
]);

/** Where rare, one maker's rather than anybody's: names that are played, and networks that are rented, are none. */
const RARE_KINDS: ReadonlySet<KindName> = new Set<KindName>([
  "mailer",
  "header-print",
  "message-id-form",
  "boundary",
  "markup",
  "tags",
  "url-form",
  "helo",
  "text-like",
]);

/** What a program that is used everywhere weighs at most. */
const WIDE_BITS = 1;
/** What a rare trait weighs at least. */
const RARE_BITS = 2;

/** Kept from campaign to campaign nearly always, by whoever keeps the program. */
const STEADY_KINDS = ["mailer", "boundary", "message-id-form"] as const;
const DIFFERENT_BITS = 3;
/** Summer time is one hour; a maker may also move. */
const CLOCK_BITS = 1;
const CLOCK_MINUTES = 60;

/**
 * Programs that are used everywhere, whatever a case holds of them: many makers share them, so they are never rare. Versions make no
 * difference, and the names of others are known to be written into them.
 */
const WIDE_PROGRAMS =
  /outlook|microsoft|exchange|thunderbird|apple mail|i(?:phone|pad) mail|foxmail|phpmailer|swift ?mailer|symfony|laravel|nodemailer|javamail|sendgrid|mailchimp|the bat|roundcube|squirrelmail|rainloop|horde|zimbra|evolution|kmail|lotus|notes|open-xchange|gmail|yahoo|aol|mutt|alpine|eudora|sendblaster|php\/|perl|python/;

/** A campaign has a trait that so much of its waves has. */
const TRAIT_SHARE = 0.34;
/** Of one kind, those of most waves. */
const TRAITS_MAX = 4;
const NEIGHBOURS = 8;
/** Told of one campaign, likeliest first. */
const RELATED_MAX = 8;
/** Makers that are told apart; beyond, a value is anybody's. */
const MAKERS_MAX = 64;
/** Of so many campaigns with a value each is held against a pair; of more, the value's makers are counted once. */
const OTHERS_LOOKED_AT = 16;
/** Makers that this case does not hold: a small case must not take everything for rare, nor one meeting for a crowd. */
const VIRTUAL_MAKERS = 4;

/** One pair of campaigns against the same people in some twelve is one maker's, odds of 1 : 11. A pair is told from even chances on. */
const PRIOR_BITS = 3.5;
/** By mail alone nothing is more than likely; and where all that is shared comes from one program or page, a realistic possibility: it may be sold. */
const CHANCE_MAX = 0.75;
const ONE_ORIGIN_CHANCE_MAX = 0.5;
const ORIGIN_BITS = 2;
/** Less is nothing. */
const TOLD_BITS = 0.5;

/** Kind → its traits. */
type Traits = ReadonlyMap<KindName, ReadonlySet<number>>;

interface Shown {
  readonly traits: Traits;
  readonly clock: number | null;
}

/** Likeliest first. */
export function makerPairs(
  workshops: readonly Workshop[],
  table: ValueTable,
  known: MakerKnowledge,
): readonly MakerPair[] {
  const shown = workshops.map((one) => ({ traits: traitsOf(one, table), clock: one.clock }));
  const bench = new Bench(shown, table);
  const pairs: MakerPair[] = [];
  const compared = new Set<number>();
  for (const [value, places] of bench.having) {
    if (places.length < 2 || !bench.isRare(value, known.harmless)) continue;
    for (const [nth, one] of places.entries()) {
      for (const other of places.slice(nth + 1, nth + 1 + NEIGHBOURS)) {
        const key = one * shown.length + other;
        if (compared.has(key) || !known.mayBeOne(one, other)) continue;
        compared.add(key);
        const pair = bench.pair(one, other, known.harmless);
        if (pair !== null) pairs.push(pair);
      }
    }
  }
  return withoutMany(pairs.sort((a, b) => b.chance - a.chance || a.one - b.one || a.other - b.other));
}

export interface MakerKnowledge {
  /** Senders not of interest that have a value, about. */
  readonly harmless: Harmless;
  /** False for what people took apart. */
  readonly mayBeOne: (one: number, other: number) => boolean;
}

/** Minutes east of UTC that most of the messages state, the smaller where two are as many; null where none does. */
export function clockOf(members: readonly Member[]): number | null {
  const counts = new Map<string, number>();
  for (const { own, zone } of members) {
    if (!own && zone !== "") counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most === undefined ? null : minutesOf(most[0]);
}

/** Of `+0830`, and of the names of UTC; null for what is neither. */
function minutesOf(zone: string): number | null {
  if (/^(?:GMT|UTC?|Z)$/i.test(zone)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return null;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

type Harmless = (value: number) => number;

/** What campaigns show, side by side. */
class Bench {
  /** Value → places of those that have it, ascending. */
  readonly having: ReadonlyMap<number, readonly number[]>;
  readonly #shown: readonly Shown[];
  readonly #table: ValueTable;
  /** At least so many makers of interest. */
  readonly #makers: number;
  readonly #crowds = new Map<number, number>();

  constructor(shown: readonly Shown[], table: ValueTable) {
    this.#shown = shown;
    this.#table = table;
    this.having = havingEach(shown);
    this.#makers = makersApart(shown);
  }

  isRare(value: number, harmless: Harmless): boolean {
    const { kind, value: text } = this.#table.at(value);
    const isOwn = RARE_KINDS.has(kind) && !isWide(kind, text) && harmless(value) < SEVERAL_SENDERS;
    return isOwn && this.#table.bits(value) >= RARE_BITS;
  }

  /** Null where even chances are not reached. */
  pair(one: number, other: number, harmless: Harmless): MakerPair | null {
    const [a, b] = [this.#shown[one], this.#shown[other]];
    if (a === undefined || b === undefined) return null;
    const shared: MakerTrait[] = [];
    const differing = differingOf(a, b);
    // Programs that differ in what each always writes are two: what else is alike in them is chance.
    const isOtherProgram = differing.some((kind) => ORIGINS.get(kind) === "program");
    for (const [kind, values] of a.traits) {
      if (isOtherProgram && ORIGINS.get(kind) === "program") continue;
      // Of one kind one trait: further ones are the same habit again.
      const common = [...values].filter((value) => b.traits.get(kind)?.has(value) === true);
      const [best] = common.map((value) => this.#weighed(value, one, other)).sort(heaviestFirst);
      if (best !== undefined && best.bits >= TOLD_BITS) shared.push(best);
    }
    if (!shared.some(({ value, bits }) => bits >= RARE_BITS && this.isRare(value, harmless))) return null;
    shared.sort(heaviestFirst);
    const chance = chanceOf(shared, differing);
    return chance === null ? null : { one, other, chance, shared, differing };
  }

  #weighed(value: number, one: number, other: number): MakerTrait {
    const { kind, value: text } = this.#table.at(value);
    const others = this.#othersWith(value, one, other);
    const common =
      (others + KINDS[kind].prior * VIRTUAL_MAKERS) / (Math.max(this.#makers, others + 1) + VIRTUAL_MAKERS);
    const most = isWide(kind, text) ? WIDE_BITS : this.#table.bits(value);
    return { value, kind, bits: Math.max(0, Math.min(most, Math.log2(KEPT / common))), others };
  }

  /** Other makers that have it too, at least so many: who differs from one of the two, or from each other. */
  #othersWith(value: number, one: number, other: number): number {
    const places = this.having.get(value) ?? [];
    if (places.length > OTHERS_LOOKED_AT) {
      const known = this.#crowds.get(value) ?? makersApart(places.flatMap((at) => this.#shown[at] ?? []));
      this.#crowds.set(value, known);
      return known - 1;
    }
    const [a, b] = [this.#shown[one], this.#shown[other]];
    const others = places.flatMap((at) => (at === one || at === other ? [] : (this.#shown[at] ?? [])));
    // The two may be one maker with one of those that differ from neither.
    return Math.max(
      makersApart(others) - 1,
      makersApart(others.filter((each) => isApart(each, a) || isApart(each, b))),
    );
  }
}

function isApart(one: Shown, other: Shown | undefined): boolean {
  return other !== undefined && differingOf(one, other).length > 0;
}

function heaviestFirst(a: MakerTrait, b: MakerTrait): number {
  return b.bits - a.bits || a.value - b.value;
}

function isWide(kind: KindName, text: string): boolean {
  return kind === "mailer" && WIDE_PROGRAMS.test(text);
}

/** `/photo/#.jpg` at whichever host: words and counters alone, without a coded field or a name in the query, are how anybody stores pictures. */
function isPlainAddress(kind: KindName, form: string): boolean {
  return kind === "url-form" && /^\|\d*\|\d*\| /.test(form) && !/[*hH]\d/.test(form);
}

function traitsOf({ waves, supports }: Workshop, table: ValueTable): Traits {
  const found = new Map<KindName, { readonly value: number; readonly support: number }[]>();
  for (const [value, support] of supports) {
    const { kind, value: text } = table.at(value);
    if (!ORIGINS.has(kind) || support < waves * TRAIT_SHARE || isPlainAddress(kind, text)) continue;
    const known = found.get(kind);
    if (known === undefined) found.set(kind, [{ value, support }]);
    else known.push({ value, support });
  }
  return new Map(
    [...found].map(([kind, values]) => {
      const most = values.sort((a, b) => b.support - a.support || a.value - b.value).slice(0, TRAITS_MAX);
      return [kind, new Set(most.map(({ value }) => value))];
    }),
  );
}

function havingEach(shown: readonly Shown[]): ReadonlyMap<number, readonly number[]> {
  const having = new Map<number, number[]>();
  for (const [place, { traits }] of shown.entries()) {
    for (const value of [...traits.values()].flatMap((values) => [...values])) {
      const places = having.get(value);
      if (places === undefined) having.set(value, [place]);
      else places.push(place);
    }
  }
  return having;
}

/** How many makers there are at least: each differs from every other one in what a maker keeps. At most `MAKERS_MAX`. */
function makersApart(shown: Iterable<Shown>): number {
  const makers: Shown[] = [];
  for (const one of shown) {
    if (makers.length >= MAKERS_MAX) break;
    if (makers.every((other) => isApart(one, other))) makers.push(one);
  }
  return makers.length;
}

function differingOf(one: Shown, other: Shown): readonly KindName[] {
  const steady = STEADY_KINDS.filter((kind) => {
    const [own, others] = [one.traits.get(kind), other.traits.get(kind)];
    return own !== undefined && others !== undefined && ![...own].some((value) => others.has(value));
  });
  const isOtherClock = one.clock !== null && other.clock !== null && Math.abs(one.clock - other.clock) > CLOCK_MINUTES;
  return isOtherClock ? [...steady, "zone"] : steady;
}

/** Null below even chances. */
function chanceOf(shared: readonly MakerTrait[], differing: readonly KindName[]): number | null {
  const origins = [...Map.groupBy(shared, ({ kind }) => ORIGINS.get(kind)).values()].map(sumOf);
  const against = differing.reduce((sum, kind) => sum + (kind === "zone" ? CLOCK_BITS : DIFFERENT_BITS), 0);
  const total =
    Math.min(
      TOOL_BITS,
      origins.reduce((sum, bits) => sum + bits, 0),
    ) - against;
  if (total < PRIOR_BITS) return null;
  const most = origins.filter((bits) => bits >= ORIGIN_BITS).length > 1 ? CHANCE_MAX : ONE_ORIGIN_CHANCE_MAX;
  return Math.min(most, 1 / (1 + 2 ** (PRIOR_BITS - total)));
}

/** The strongest in full, of the next a share. */
function sumOf(traits: readonly MakerTrait[]): number {
  return traits.reduce((sum, { bits }, nth) => sum + bits * (SHARES[nth] ?? 0), 0);
}

function withoutMany(pairs: readonly MakerPair[]): readonly MakerPair[] {
  const told = new Map<number, number>();
  return pairs.filter(({ one, other }) => {
    const [a, b] = [told.get(one) ?? 0, told.get(other) ?? 0];
    if (a >= RELATED_MAX || b >= RELATED_MAX) return false;
    told.set(one, a + 1);
    told.set(other, b + 1);
    return true;
  });
}
