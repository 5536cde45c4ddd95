/**
 * What the chosen have in common: of the roles and groups of a roster, those that people who were reached share more often than
 * chance would have it.
 *
 * One-sided exact test (hypergeometric, Fisher 1935): of `all` people `allWith` share the trait; `reached` of them were drawn; how
 * probable are `reachedWith` or more? Times the number of traits that were tried (Bonferroni). Only people whose mail was read
 * count: the others could not have been found. With few people nothing is said. Pure.
 */
import type { SharedRole, SharedTrait } from "../case/roster.ts";

/** Fewer people than these tell nothing, whatever the arithmetic says. */
const REACHED_MIN = 4;
const ALL_MIN = 12;
/** What chance alone would do more often than this is not told. */
export const CHANCE_MAX = 0.05;
const TRAITS_MAX = 12;

export interface TraitBearer {
  readonly role: string;
  readonly groups: readonly string[];
  readonly isReached: boolean;
}

export interface SharedTraits {
  /** Least probable first. */
  readonly traits: readonly SharedTrait[];
  /** Why none could be looked for; empty where they were. */
  readonly note: string;
}

export function sharedTraits(people: readonly TraitBearer[], campaign: string | null): SharedTraits {
  const { traits, note } = testedTraits(people, campaign);
  const told = traits.filter(({ chance, reachedWith }) => chance <= CHANCE_MAX && reachedWith > 1);
  return { traits: told.slice(0, TRAITS_MAX), note };
}

/** A person of a case; `role` empty where nobody said. */
export interface Roled {
  readonly id: string;
  readonly role: string;
  /** Messages that reached the person: of somebody with none no mail was read, so nothing could have been found. */
  readonly messagesAll?: number;
  /** Of a relative: whoever is written to as one was not drawn by a role. */
  readonly household?: string | undefined;
}

/** By the same test, however probable it is by chance; null where too few roles are known, or where nothing sets the chosen apart. */
export function sharedRoleOf(people: readonly Roled[], chosenIds: ReadonlySet<string>): SharedRole | null {
  const known = people.filter(
    ({ role, messagesAll = 1, household = "" }) => role !== "" && messagesAll > 0 && household === "",
  );
  const bearers = known.map(({ id, role }) => ({ role, groups: [], isReached: chosenIds.has(id) }));
  const best = testedTraits(bearers, null).traits.find(({ reachedWith }) => reachedWith > 1);
  if (best === undefined) return null;
  const { name: role, reached: chosen, reachedWith: chosenWithRole, all, allWith: allWithRole, chance } = best;
  return { role, chosen, chosenWithRole, all, allWithRole, chance };
}

function testedTraits(people: readonly TraitBearer[], campaign: string | null): SharedTraits {
  const reached = people.filter(({ isReached }) => isReached);
  if (people.length < ALL_MIN || reached.length < REACHED_MIN) {
    const note = `too few people to say what they have in common: ${reached.length} reached, of ${people.length} on the roster whose mail was read`;
    return { traits: [], note };
  }
  if (reached.length === people.length) {
    return {
      traits: [],
      note: "everybody on the roster whose mail was read was reached, so nothing sets the chosen apart",
    };
  }
  const counts = new Map<string, { kind: SharedTrait["kind"]; name: string; all: number; reached: number }>();
  for (const { role, groups, isReached } of people) {
    const borne = [
      ...(role === "" ? [] : [["role", role] as const]),
      ...groups.map((name) => ["group", name] as const),
    ];
    for (const [kind, name] of borne) {
      const count = counts.get(`${kind} ${name}`) ?? { kind, name, all: 0, reached: 0 };
      count.all += 1;
      if (isReached) count.reached += 1;
      counts.set(`${kind} ${name}`, count);
    }
  }
  // A trait of one person is that person, and one of everybody sets nobody apart.
  const tried = [...counts.values()].filter(({ all }) => all > 1 && all < people.length);
  const traits = tried
    .map(({ kind, name, all, reached: withIt }) => {
      const by = { all: people.length, allWith: all, reached: reached.length, reachedWith: withIt };
      return { campaign, kind, name, ...by, chance: Math.min(1, chanceOf(by) * tried.length), tried: tried.length };
    })
    .toSorted((a, b) => a.chance - b.chance || b.reachedWith - a.reachedWith || (a.name < b.name ? -1 : 1));
  return { traits, note: "" };
}

export interface Draw {
  readonly all: number;
  readonly allWith: number;
  readonly reached: number;
  readonly reachedWith: number;
}

/** P(X ≥ `reachedWith`) for a draw without replacement. Linear in `reached`; sums of logarithms, so that no factorial overflows. */
export function chanceOf({ all, allWith, reached, reachedWith }: Draw): number {
  const most = Math.min(allWith, reached);
  if (reachedWith <= Math.max(0, reached + allWith - all)) return 1;
  if (reachedWith > most) return 0;
  // P(X = k), then each next by the ratio of neighbours.
  let term = Math.exp(
    logChoose(allWith, reachedWith) + logChoose(all - allWith, reached - reachedWith) - logChoose(all, reached),
  );
  let sum = 0;
  for (let k = reachedWith; k <= most; k += 1) {
    sum += term;
    term *= ((allWith - k) * (reached - k)) / ((k + 1) * (all - allWith - reached + k + 1));
  }
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= Math.min(k, n - k); i += 1) sum += Math.log((n - Math.min(k, n - k) + i) / i);
  return sum;
}
