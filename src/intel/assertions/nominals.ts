/**
 * Statements that nouns make: `the attribution of the attack to X by Y`, `Y's attribution of the attack to X`. Read where no verb of the sentence
 * states anything, as a subject of a plain finite verb. Pure; linear in the chunks.
 */
import { draftOf } from "./drafts.ts";
import { possessorOf } from "./incidents.ts";
import type { NounPhrase } from "./phrases.ts";
import { type Draft, isAccusable, parties, type SentenceWish, startOf, unique } from "./roles.ts";
import type { Reading } from "./scopes.ts";
import { isIn } from "./word-lists.ts";

export function nominals(wish: SentenceWish, readings: readonly Reading[]): readonly Draft[] {
  const found: Draft[] = [];
  for (const [index, clause] of wish.clauses.entries()) {
    const reading = readings[index];
    const { group } = clause;
    if (reading === undefined || reading.scope.isConsumed || !group.isFinite || group.isNegated || group.modal !== "")
      continue;
    if (group.verb.classes.includes("deny")) continue;
    const phrase = clause.subject.find(({ head }) => isIn(head.items.at(-1), "attribution-noun"));
    if (phrase === undefined) continue;
    const against = partiesAfter(wish, phrase, "to").filter(isAccusable);
    if (against.length === 0) continue;
    const possessor = possessorOf(phrase);
    const by = unique([
      ...partiesAfter(wish, phrase, "by", "from"),
      ...(possessor === null ? [] : parties(wish, [possessor])),
    ]);
    found.push(
      draftOf(wish, clause, reading.scope, {
        kind: "accusation",
        made: "accuse",
        by,
        against,
        targets: [],
        aboutFrom: startOf(wish, clause.from),
      }),
    );
  }
  return found;
}

const partiesAfter = (wish: SentenceWish, { links }: NounPhrase, ...preps: readonly string[]) =>
  parties(
    wish,
    links.filter(({ prep }) => preps.includes(prep)).map(({ head }) => ({ head, links: [] })),
  );
