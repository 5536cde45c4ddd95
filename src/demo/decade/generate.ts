/**
 * Ten years of mail, day by day, in order of delivery: planned mail on its days, ordinary mail for the rest of the size.
 *
 * Pure and deterministic: the same parameters give the same messages on every machine. Holds the messages of some days
 * (answers come later than what they answer), never all.
 */
import { assert } from "../../base/assert.ts";
import type { Random } from "../random.ts";
import { flow } from "../world/calendar.ts";
import { DAY, DAYS_TOTAL, END, FIRST_DAY, type Parameters, sizeOf } from "../world/size.ts";
import { createWorld, type World } from "../world/world.ts";
import { type Wave, wavesOf } from "./actors.ts";
import { createBulk, ownAppeal } from "./bulk.ts";
import { crimeRun, crimeRuns } from "./crime.ts";
import { decoySending, decoySendings } from "./decoys.ts";
import { type Arrival, plantWave, type SeenLoad } from "./lures.ts";
import { ordinaryEvent, singleLetter } from "./ordinary.ts";
import type { Mail } from "./wire.ts";

export interface Decade {
  readonly world: World;
  readonly waves: readonly Wave[];
  /** Once; in order of delivery. */
  mails(): Iterable<Mail>;
  /** What logs of the office saw of planted mail; complete when all mails were taken. */
  readonly seen: Seen;
}

export interface Seen {
  readonly loads: SeenLoad[];
  readonly arrivals: Arrival[];
}

export function decade(parameters: Parameters): Decade {
  const world = createWorld(sizeOf(parameters));
  const waves = wavesOf(world);
  const seen: Seen = { loads: [], arrivals: [] };
  return { world, waves, seen, mails: () => mailsOf(world, waves, seen) };
}

type Planned = ReadonlyMap<number, readonly (() => readonly Mail[])[]>;

/** What is planned for each day, in a fixed order. */
function plannedDays(world: World, waves: readonly Wave[], seen: Seen): Planned {
  const days = new Map<number, (() => readonly Mail[])[]>();
  const add = (day: number, make: () => readonly Mail[]): void => {
    const known = days.get(day);
    if (known === undefined) days.set(day, [make]);
    else known.push(make);
  };
  for (const wave of waves) {
    // The actor's working day may begin on the day before, in UTC.
    add(Math.floor((wave.at - FIRST_DAY) / DAY), () => {
      const planted = plantWave(world, wave);
      seen.loads.push(...planted.loads);
      seen.arrivals.push(...planted.arrivals);
      return planted.mails;
    });
  }
  for (const run of crimeRuns(world, DAYS_TOTAL)) add(run.day, () => crimeRun(world, run));
  for (const sending of decoySendings(world, DAYS_TOTAL)) add(sending.day, () => decoySending(world, sending));
  return days;
}

function* mailsOf(world: World, waves: readonly Wave[], seen: Seen): Generator<Mail> {
  const { size } = world.size;
  const planned = plannedDays(world, waves, seen);
  const bulk = createBulk(world);
  const upTo = flow();
  const pending = new Map<number, Mail[]>();
  let made = 0;
  let today = 0;
  const put = (mail: Mail): void => {
    if (made >= size) return;
    const day = Math.min(DAYS_TOTAL - 1, Math.floor((mail.at - FIRST_DAY) / DAY));
    assert(day >= today, `${mail.kind} of a day that is over`);
    const known = pending.get(day);
    if (known === undefined) pending.set(day, [mail]);
    else known.push(mail);
    made += 1;
  };
  for (let day = 0; day < DAYS_TOTAL; day += 1) {
    today = day;
    const random = world.random(`day/${day}`);
    for (const make of planned.get(day) ?? []) make().forEach(put);
    // Mail that would arrive after the last day is not among what is handed over.
    const inTime = (mails: readonly Mail[]): readonly Mail[] => mails.filter(({ at }) => at < END);
    const due = Math.floor(size * (upTo[day + 1] ?? 1));
    if (made < due || day < DAYS_TOTAL - 60) inTime(bulk.on(day)).forEach(put);
    while (made < due) inTime(ordinaryOn(world, day, due - made, random)).forEach(put);
    yield* (pending.get(day) ?? []).sort((a, b) => a.at - b.at);
    pending.delete(day);
  }
  assert(made === size, `${made} messages in place of ${size}`);
}

/** An event of the day that fits into the room left on the last days, when answers would come too late. */
function ordinaryOn(world: World, day: number, room: number, random: Random): readonly Mail[] {
  if (day >= DAYS_TOTAL - 3 && room < 8) return singleLetter(world, day, random);
  if (random.chance(0.01)) return ownAppeal(world, day, random);
  return ordinaryEvent(world, day, random);
}
