/**
 * What the chosen have in common: the role that stands out most among them against everybody known, and how often that would
 * happen by chance (hypergeometric test, corrected for the number of roles that were tried).
 */

export interface SharedRole {
  readonly role: string;
  /** Of the chosen: with a known role · with this one. */
  readonly chosen: number;
  readonly chosenWithRole: number;
  /** Of all people with a known role. */
  readonly all: number;
  readonly allWithRole: number;
  /** 0 to 1: how often as many would share it if the chosen were drawn by lot. */
  readonly chance: number;
}

/** A person; `role` empty when nobody said. */
export interface Roled {
  readonly id: string;
  readonly role: string;
  /** Messages that reached the person: of somebody with none no mail was read, so nothing could have been found. */
  readonly messagesAll?: number;
  /** Of a relative: whoever is written to as one was not drawn by a role. */
  readonly household?: string | undefined;
}

/** Fewer chosen people than this have nothing in common that means anything. */
const CHOSEN_MIN = 3;
/** A roster is no bigger; logarithms of factorials are added up once. */
const PEOPLE_MAX = 100_000;

/** Null where too few roles are known, or where everybody known was chosen: then there is nobody to compare with. */
export function sharedRoleOf(people: readonly Roled[], chosenIds: ReadonlySet<string>): SharedRole | null {
  const known = people.filter(isComparable).slice(0, PEOPLE_MAX);
  const chosen = known.filter(({ id }) => chosenIds.has(id));
  if (chosen.length < CHOSEN_MIN || chosen.length === known.length) return null;
  const tally = counted(known);
  const among = counted(chosen);
  let best: SharedRole | null = null;
  for (const [role, chosenWithRole] of [...among].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const allWithRole = tally.get(role) ?? chosenWithRole;
    const draw = { all: known.length, marked: allWithRole, drawn: chosen.length };
    const chance = Math.min(1, atLeast(chosenWithRole, draw) * among.size);
    if (chosenWithRole >= CHOSEN_MIN && (best === null || chance < best.chance)) {
      best = { role, chosen: chosen.length, chosenWithRole, all: known.length, allWithRole, chance };
    }
  }
  return best;
}

function isComparable({ role, messagesAll = 1, household = "" }: Roled): boolean {
  return role !== "" && messagesAll > 0 && household === "";
}

function counted(people: readonly Roled[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { role } of people) counts.set(role, (counts.get(role) ?? 0) + 1);
  return counts;
}

interface Draw {
  readonly all: number;
  readonly marked: number;
  readonly drawn: number;
}

/** Chance of at least `hits` marked ones in a draw without putting back. */
export function atLeast(hits: number, { all, marked, drawn }: Draw): number {
  const log = logFactorials(all);
  const choose = (n: number, k: number) => (log[n] ?? 0) - (log[k] ?? 0) - (log[n - k] ?? 0);
  let sum = 0;
  for (let k = hits; k <= Math.min(marked, drawn); k += 1) {
    if (drawn - k > all - marked) continue;
    sum += Math.exp(choose(marked, k) + choose(all - marked, drawn - k) - choose(all, drawn));
  }
  return Math.min(1, sum);
}

function logFactorials(max: number): Float64Array {
  const logs = new Float64Array(max + 1);
  for (let n = 2; n <= max; n += 1) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  return logs;
}
