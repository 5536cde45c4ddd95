/** What the people have in common whom mail of interest reached, in sentences; says also that nothing can be said. */
import { chanceWords } from "../assessment/items.ts";
import type { Person } from "../case/judgement.ts";
import { sharedRoleOf } from "../people/shared-traits.ts";
import { counted } from "../report/wording.ts";

export function sharedSentences(people: readonly Person[]): readonly string[] {
  const reached = people.filter(({ messages }) => messages.length > 0);
  if (reached.length === 0) return [];
  const known = people.filter(({ role }) => role !== "").length;
  const shared = sharedRoleOf(people, new Set(reached.map(({ id }) => id)));
  const domains = new Map<string, number>();
  for (const { addresses } of reached) {
    for (const domain of new Set(addresses.map((address) => address.slice(address.lastIndexOf("@") + 1)))) {
      domains.set(domain, (domains.get(domain) ?? 0) + 1);
    }
  }
  const [top] = [...domains].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return [
    ...(top === undefined || reached.length < 2
      ? []
      : [`${counted(top[1], "person", "people")} of ${reached.length} were written to at ${top[0]}.`]),
    known === 0
      ? "What roles they share cannot be told: no roster was given (a file of persons, addresses and roles)."
      : shared === null
        ? "Too few of their roles are known, or everybody known was reached: nothing stands out against chance."
        : `${shared.chosenWithRole} of ${shared.chosen} whose role is known are ${shared.role}, against ${shared.allWithRole} of ${shared.all} people known whose mail was read; drawn by lot that would happen in ${chanceWords(shared.chance)}.`,
  ];
}
