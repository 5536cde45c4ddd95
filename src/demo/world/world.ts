/** All that is fixed before the first day: people, events. Who is there on a day is worked out day by day. */
import { createRandom, type Random } from "../../../src/demo/random.ts";
import { type WorldEvent, worldEvents } from "./calendar.ts";
import { isThere, type Person, peopleOf } from "./people.ts";
import { DAY, FIRST_DAY, type Size } from "./size.ts";

export interface World {
  readonly size: Size;
  readonly seed: string;
  readonly people: readonly Person[];
  readonly byId: ReadonlyMap<string, Person>;
  readonly events: readonly WorldEvent[];
  /** Those with a work account on that day; never empty. */
  staffOn(day: number): readonly Person[];
  /** Those whose personal account is among the mailboxes; may be empty. */
  readonly atHome: readonly Person[];
  random(label: string): Random;
  /** Message-IDs of what actors sent, by campaign and reader, oldest first: they go on with a thread. */
  readonly threads: Map<string, string[]>;
}

export function createWorld(size: Size): World {
  const people = peopleOf(size);
  const staff = people.filter(({ work }) => work !== null);
  let day = -1;
  let there: readonly Person[] = staff;
  return {
    size,
    seed: size.seed,
    people,
    byId: new Map(people.map((person) => [person.id, person])),
    events: worldEvents(size.seed),
    staffOn: (asked) => {
      if (asked !== day) there = staff.filter((person) => isThere(person, FIRST_DAY + asked * DAY));
      day = asked;
      return there;
    },
    atHome: people.filter(({ personal }) => personal !== null),
    threads: new Map(),
    random: (label) => createRandom(`${size.seed}/${label}`),
  };
}
