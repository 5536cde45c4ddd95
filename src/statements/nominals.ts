/**
 * Statements that nouns make: `the attribution of the attack to X by Y`, `Y's attribution of the attack to X`, `the charges against X include`. Read
 * where no verb of the sentence states anything, as a subject of a plain finite verb. Pure; linear in the chunks.
 */
import type { Party } from "../case/assertion.ts";
import type { Clause } from "./clauses.ts";
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
    const charged = chargedIn(wish, clause);
    if (charged.length > 0) {
      found.push(
        draftOf(wish, clause, reading.scope, {
          kind: "charge",
          made: "charge",
          by: null,
          against: charged,
          targets: [],
          aboutFrom: startOf(wish, clause.at),
        }),
      );
      continue;
    }
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

/** `the charges against three officers include`: charged is who stands after `against`. */
function chargedIn(wish: SentenceWish, clause: Clause): readonly Party[] {
  if (!isIn(clause.group.verb, "charge-includes") || clause.group.isPassive) return [];
  return clause.subject
    .filter(({ head }) => isIn(head.items.at(-1), "charge-noun"))
    .flatMap((phrase) => partiesAfter(wish, phrase, "against"))
    .filter(isAccusable);
}

const partiesAfter = (wish: SentenceWish, { links }: NounPhrase, ...preps: readonly string[]) =>
  parties(
    wish,
    links.filter(({ prep }) => preps.includes(prep)).map(({ head }) => ({ head, links: [] })),
  );
