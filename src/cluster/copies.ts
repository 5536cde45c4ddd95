/**
 * The copies of one mailing laid side by side (threat-facts 2.4): which loads are the same for everybody, and which hold
 * a field that no two readers share (TF-125, TF-127, TF-128).
 *
 * Aligned by structure. Loads whose whole URL several readers got are anchors and are set aside; the rest is laid side by
 * side by shape and by every value that readers share, so that a load more or less, another order of the query or another
 * length of the token moves nothing. Where one copy still has more loads of a kind than another, nothing is concluded.
 *
 * A difference that a time, a number against caches, a signature or a variant explains as well is handed on as doubtful.
 * Whoever got the very same message counts as one reader; a copy of another reader's copy is a forward and no
 * counter-example (LK-07). Pure. Cost: linear in the loads' URLs.
 */
import { hash } from "node:crypto";
import type { LoadRecord } from "../case/record.ts";
import { compareDomains } from "./copy-domains.ts";
import { type Cell, type Copy, type CopyFind, countOwners, type OwnerCount, type Place, toLoad } from "./copy-find.ts";
import { compareShape } from "./copy-rows.ts";
import { type LayoutField, urlLayout } from "./url-layout.ts";

/** A value seen with a second reader is a forward, and not the field's nature, where at most one reader in four has such. */
const FORWARD_SHARE = 0.25;
const FORWARD_OWNERS_MIN = 4;
/** What fewer readers share still tells these few from all others: a sender may send one reader's address to a decoy as well. */
const SHARED_SHARE = 0.25;
/** Loads of one copy that are laid out beside those of others, those that look like trackers first; a hundred fill a page. */
const LAID_MAX = 100;

/** Copies of one reader only tell nothing: the result is then empty. Their order decides only what is laid beside what. */
export function compareCopies(copies: readonly Copy[]): readonly CopyFind[] {
  const { units, passedOn } = unitsOf(copies);
  const { originals, forwards } = partForwards(copies, units);
  const count = countOwners(originals);
  const finds: CopyFind[] = [...passedOn, ...forwards].flatMap((forward) => forwardFinds(copies, forward, count));
  if (count.readers < 2) return finds;
  const places = placesOf(copies, originals);
  const shapes = new Map<string, Cell[]>();
  const loose: Cell[] = [];
  const laid = laidLoads(copies, originals, places);
  for (const place of allPlaces(copies, originals)) {
    const { load, copy, index, owner } = place;
    const twin = places.get(load.resolved);
    if (twin?.second !== undefined && twin.second !== null) {
      const other = twin.first.owner === owner ? twin.second : twin.first;
      const readers = twin.owners.size;
      if (load.token.kind === "likely" && readers > count.readers * SHARED_SHARE)
        finds.push({ kind: "shared", copy, load: index, other: toLoad(other), ...count, readers });
      continue;
    }
    const layout = laid.has(load) ? urlLayout(load.resolved, load.domain) : null;
    if (layout === null) continue;
    const key = `${load.vector}|${load.hidden}|${layout.shape}`;
    const cells = shapes.get(key);
    const cell: Cell = { ...place, layout, values: valuesOf(load.resolved, layout.fields) };
    if (cells === undefined) shapes.set(key, [cell]);
    else cells.push(cell);
  }
  for (const cells of shapes.values()) {
    const found = compareShape(copies, cells);
    finds.push(...found);
    if (found.length === 0) loose.push(...cells);
  }
  finds.push(...compareDomains(loose));
  return finds;
}

/** What went out as one: the same message, whoever got it. */
interface Unit {
  readonly owner: number;
  readonly isPerson: boolean;
  /** Indexes into the copies; not empty. */
  readonly copies: readonly number[];
  /** Digest of all that it loads. */
  readonly loads: string;
}

/**
 * Readers who got the very same message (one Message-ID, the same loads) are one owner of what it holds; but of those whom
 * it does not name beside some whom it does, it is a copy passed on, or a blind one: theirs is no token of their own.
 */
function unitsOf(copies: readonly Copy[]): { readonly units: readonly Unit[]; readonly passedOn: readonly Forward[] } {
  const owners = new Owners();
  const byMessage = new Map<string, number[]>();
  copies.forEach(({ messageId, loads }, copy) => {
    const digest = hash("sha256", loads.map(({ resolved }) => resolved).join("\n"), "hex");
    const key = `${digest} ${messageId === "" ? copy : messageId}`;
    const known = byMessage.get(key);
    if (known === undefined) byMessage.set(key, [copy]);
    else known.push(copy);
  });
  const readerOf = (copy: number): string => copies[copy]?.reader ?? "";
  const parted = [...byMessage].map(([key, same]) => {
    const named = same.filter((copy) => copies[copy]?.stated.includes(readerOf(copy)));
    const ours = named.length > 0 ? named : same;
    for (const copy of ours) owners.join(readerOf(ours[0] ?? 0), readerOf(copy));
    return { loads: key.slice(0, 64), ours, others: same.filter((copy) => !ours.includes(copy)) };
  });
  const unitOf = (loads: string, same: readonly number[]): Unit => ({
    copies: same,
    loads,
    owner: owners.of(readerOf(same[0] ?? 0)),
    isPerson: same.some((copy) => copies[copy]?.isPerson === true),
  });
  const units = parted.map(({ loads, ours }) => unitOf(loads, ours));
  const passedOn = parted.flatMap(({ loads, others }, nth) => {
    const of = units[nth];
    return others.length === 0 || of === undefined ? [] : [{ unit: unitOf(loads, others), of }];
  });
  return { units, passedOn };
}

/** Readers as numbers, those joined the same. */
class Owners {
  readonly #parents: number[] = [];
  readonly #numbers = new Map<string, number>();

  of(reader: string): number {
    let at = this.#numbers.get(reader);
    if (at === undefined) {
      at = this.#parents.length;
      this.#numbers.set(reader, at);
      this.#parents.push(at);
    }
    let parent = this.#parents[at] ?? at;
    while (parent !== at) {
      at = parent;
      parent = this.#parents[at] ?? at;
    }
    return at;
  }

  join(one: string, other: string): void {
    this.#parents[this.of(other)] = this.of(one);
  }
}

interface Forward {
  readonly unit: Unit;
  readonly of: Unit;
}

/**
 * A unit that loads exactly what an earlier one of another reader loads is that one passed on, when its reader has an own
 * copy beside it, or when nearly all others have loads of their own.
 */
function partForwards(
  copies: readonly Copy[],
  units: readonly Unit[],
): { readonly originals: readonly Unit[]; readonly forwards: readonly Forward[] } {
  const firsts = new Map<string, Unit>();
  const repeats: Forward[] = [];
  for (const unit of units) {
    const first = firsts.get(unit.loads);
    if (first === undefined) firsts.set(unit.loads, unit);
    else if (first.owner === unit.owner) continue;
    else if (namesOwner(copies, unit) && !namesOwner(copies, first)) {
      // Dates are the sender's: what holds a reader's address is that reader's, whoever had it earlier.
      repeats.push({ unit: first, of: unit });
      firsts.set(unit.loads, unit);
    } else repeats.push({ unit, of: first });
  }
  if (repeats.length === 0) return { originals: units, forwards: [] };
  const withOwn = new Set([...firsts.values()].map(({ owner }) => owner));
  const owners = new Set(units.map(({ owner }) => owner)).size;
  const repeaters = new Set(repeats.map(({ unit }) => unit.owner)).size;
  const holders = holdersOfUrls(copies, units);
  const holdsOwn = ({ copies: same }: Unit, max: number): boolean =>
    (copies[same[0] ?? 0]?.loads ?? []).some(({ resolved }) => (holders.get(resolved)?.size ?? 0) <= max);
  const singular = new Set(units.filter((unit) => holdsOwn(unit, 1)).map(({ owner }) => owner)).size;
  // Two variants of a mailing are sets of loads as well, but each has many readers.
  const isRare =
    owners >= FORWARD_OWNERS_MIN && repeaters <= owners * FORWARD_SHARE && singular >= owners - 2 * repeaters;
  // What is passed on holds something that nobody else has but the one whose copy it is.
  const forwards = repeats.filter(
    ({ unit }) => holdsOwn(unit, 2) && (isRare || (withOwn.has(unit.owner) && firsts.size > repeaters)),
  );
  const gone = new Set(forwards.map(({ unit }) => unit));
  return { originals: units.filter((unit) => !gone.has(unit)), forwards };
}

/** Some load holds the address of the reader whose copy it is. */
function namesOwner(copies: readonly Copy[], unit: Unit): boolean {
  return unit.copies.some((copy) => {
    const { reader, loads } = copies[copy] ?? { reader: "", loads: [] };
    return loads.some(({ token }) => token.kind === "decoded" && token.address?.toLowerCase() === reader);
  });
}

/** URL → owners who have it, of which three say as much as all. */
function holdersOfUrls(copies: readonly Copy[], units: readonly Unit[]): ReadonlyMap<string, ReadonlySet<number>> {
  const holders = new Map<string, Set<number>>();
  for (const { owner, load } of allPlaces(copies, units)) {
    const known = holders.get(load.resolved);
    if (known === undefined) holders.set(load.resolved, new Set([owner]));
    else if (known.size < 3) known.add(owner);
  }
  return holders;
}

function forwardFinds(copies: readonly Copy[], { unit, of }: Forward, count: OwnerCount): readonly CopyFind[] {
  const source = of.copies[0] ?? 0;
  return unit.copies.flatMap((copy) =>
    (copies[copy]?.loads ?? []).flatMap(({ token, fires }, load) =>
      token.kind === "none" || fires === "receipt"
        ? []
        : [{ kind: "forward" as const, copy, load, other: { copy: source, load }, ...count }],
    ),
  );
}

function* allPlaces(copies: readonly Copy[], units: readonly Unit[]): Iterable<Place> {
  for (const { owner, isPerson, copies: same } of units) {
    for (const copy of same) {
      const loads = copies[copy]?.loads ?? [];
      for (const [index, load] of loads.entries()) yield { owner, isPerson, copy, index, load };
    }
  }
}

/** Where a URL was first met, and where first with another owner; all who have it. */
interface Twin {
  readonly first: Place;
  second: Place | null;
  readonly owners: Set<number>;
}

type Places = ReadonlyMap<string, Readonly<Twin>>;

/** By URL. */
function placesOf(copies: readonly Copy[], units: readonly Unit[]): Places {
  const places = new Map<string, Twin>();
  for (const place of allPlaces(copies, units)) {
    const known = places.get(place.load.resolved);
    if (known === undefined) {
      places.set(place.load.resolved, { first: place, second: null, owners: new Set([place.owner]) });
    } else {
      known.owners.add(place.owner);
      if (known.second === null && known.first.owner !== place.owner) known.second = place;
    }
  }
  return places;
}

/** Loads that only one owner has, at most `LAID_MAX` of each copy. */
function laidLoads(copies: readonly Copy[], units: readonly Unit[], places: Places): ReadonlySet<LoadRecord> {
  const laid = new Set<LoadRecord>();
  const isOwn = ({ resolved, fires }: LoadRecord): boolean =>
    fires !== "receipt" && places.get(resolved)?.second === null;
  for (const copy of units.flatMap((unit) => unit.copies)) {
    const own = (copies[copy]?.loads ?? []).filter(isOwn);
    const first = own.length <= LAID_MAX ? own : [...own.filter(isTelling), ...own.filter((load) => !isTelling(load))];
    for (const load of first.slice(0, LAID_MAX)) laid.add(load);
  }
  return laid;
}

function isTelling({ hidden, token }: LoadRecord): boolean {
  return hidden || token.kind !== "none";
}

function valuesOf(url: string, fields: readonly LayoutField[]): readonly string[] {
  return fields.map(({ start, end }) => url.slice(start, end));
}
