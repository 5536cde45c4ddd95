/** Verbs of little meaning, whose object says what is done: `announced sanctions against`, `charges were brought`, `issued a denial`. Pure. */
import type { AssertionKind, Party } from "../case/assertion.ts";
import type { Chunk } from "./chunks.ts";
import type { Clause } from "./clauses.ts";
import type { FrameClass, Grammar } from "./grammar.ts";
import { targetsWithin } from "./incidents.ts";
import type { NounPhrase } from "./phrases.ts";
import {
  afterVerb,
  complement,
  complementParties,
  doers,
  has,
  hasWord,
  isAccusable,
  parties,
  type Role,
  type SentenceWish,
  startOf,
  undergoers,
  unique,
} from "./roles.ts";
import { isIn, isListed } from "./word-lists.ts";

/** A verb of little meaning with a noun of the record: `announced sanctions against`, `charges were brought`. */
export function nounRole(wish: SentenceWish, clause: Clause): Role | null {
  const { grammar } = wish;
  // `lifted the sanctions` imposes none.
  if (!clause.group.verb.isLight || isIn(clause.group.verb, "reverses")) return null;
  const passive = clause.group.isPassive;
  const direct = undergoers(clause);
  const led = clause.group.verb.lemma === "lead" ? complement(clause, "to").flatMap(({ phrases }) => phrases) : [];
  const phrase = [...direct, ...led].find(({ head }) => recordClass(grammar, head) !== null);
  const faced = facesRole(wish, clause);
  if (phrase === undefined || faced !== null) return faced;
  const name = recordClass(grammar, phrase.head);
  if (name === null) return null;
  const by = led.length > 0 ? speakersOfThings(wish, clause.subject) : doers(wish, clause);
  const isNegated = phrase.head.items.some(({ lower }) => grammar.negativeWords.has(lower));
  const cut = clause.complements.findIndex(({ prep }) => isListed(wish.grammar, prep, "limits-what-follows"));
  const near = {
    ...clause,
    complements: cut < 0 || name !== "sanction" ? clause.complements : clause.complements.slice(0, cut),
  };
  const linked = (...preps: readonly string[]): readonly Party[] => [
    ...complementParties(wish, preps.includes("for") ? clause : near, ...preps.filter((prep) => prep !== "of")),
    ...parties(
      wish,
      phrase.links.filter(({ prep }) => preps.includes(prep)).map(({ head }) => ({ head, links: [] })),
    ),
  ];
  const aboutFrom = passive ? startOf(wish, clause.from) : phrase.head.start;
  const role = (kind: AssertionKind, against: readonly Party[], targets: readonly Party[]): Role => ({
    kind,
    made: name,
    by,
    against: unique(against),
    targets: unique(targets),
    aboutFrom,
    isNegated,
  });
  if (name === "accuse")
    return role(
      "accusation",
      linked("against", "at", "on").filter(isAccusable),
      targetsWithin(wish, wish.clauses.indexOf(clause), []),
    );
  if (name === "charge") {
    // `a warrant for an officer`.
    const isWarrant = hasWord(phrase, "warrant-noun");
    const against = linked("against", "on", "of", ...(isWarrant ? ["for"] : [])).filter(isAccusable);
    const charging = wish.clauses.some(
      (other) => other.at > clause.at && other.at < clause.until && has(other, "charge"),
    );
    return against.length === 0 && charging ? null : role("charge", against, []);
  }
  if (name === "sanction") {
    const against = linked("against", "on");
    return role("sanction", against, targetsWithin(wish, wish.clauses.indexOf(clause), against));
  }
  if (name === "deny") return role("denial", by ?? [], []);
  if (name === "advise") {
    const targets = linked("for", "to", "on").filter(({ kind }) => kind !== "unknown");
    return by === null && targets.length === 0 ? null : role("advice", [], targets);
  }
  if (name === "notify")
    return role(
      "notification",
      [],
      linked("to", "for").filter(({ kind }) => kind !== "unknown"),
    );
  if (name === "reward") {
    const about = linked("about", "on", "against");
    return role("reward", about.length > 0 ? about : soughtBelow(wish, clause), []);
  }
  const isOfficial = by === null || by.some(({ kind }) => kind === "state" || kind === "agency" || kind === "office");
  if (name === "policy" && !isOfficial) return null;
  if (name === "policy")
    return isPlainStatement(phrase) && !hasCondemnation(wish, clause) ? null : role("policy", [], []);
  return null;
}

/** `information leading to the identification of members of the group`. */
function soughtBelow(wish: SentenceWish, clause: Clause): readonly Party[] {
  const below = wish.clauses.filter(({ at }) => at > clause.at && at < clause.until);
  return below
    .flatMap((other) => complementParties(wish, other, "of"))
    .filter(({ kind }) => kind === "group" || kind === "persons" || kind === "state");
}

const isPlainStatement = (phrase: NounPhrase): boolean => hasWord(phrase, "statement-noun");

function hasCondemnation(wish: SentenceWish, clause: Clause): boolean {
  return wish.clauses.some(
    (other) => other.at > clause.at && other.at < clause.until && has(other, "policy", "accuse"),
  );
}

/** `revelations from the US`: who is behind what stands as a subject. */
function speakersOfThings(wish: SentenceWish, phrases: readonly NounPhrase[]): readonly Party[] | null {
  const found = phrases.flatMap(({ head, links }) => {
    const owners = links
      .filter(({ prep }) => isListed(wish.grammar, prep, "prep-source"))
      .map((link) => ({ head: link.head, links: [] }));
    return wish.grammar.speakingNouns.has(head.items.at(-1)?.lower ?? "") ||
      wish.grammar.recordNouns.has(head.items.at(-1)?.lower ?? "")
      ? parties(wish, owners)
      : [];
  });
  return found.length === 0 ? null : found;
}

function recordClass(grammar: Grammar, chunk: Chunk): FrameClass | null {
  const nouns = chunk.items.filter(({ tag }) => tag === "noun" || tag === "entity");
  // `asset freezes`, `travel bans`, `restrictive measures`.
  const isBan = isIn(nouns.at(-1), "sanction-thing") && chunk.items.some((item) => isIn(item, "sanction-thing-kind"));
  if (isBan) return "sanction";
  return grammar.recordNouns.get(nouns.at(-1)?.lower ?? "") ?? null;
}

/** `faces charges`: the subject is charged. */
function facesRole(wish: SentenceWish, clause: Clause): Role | null {
  if (clause.group.verb.lemma !== "face" && clause.group.verb.lemma !== "receive") return null;
  const phrase = clause.object.find(({ head }) => head.items.at(-1)?.lists.has("charge-or-sanction") === true);
  if (phrase === undefined) return null;
  const kind = hasWord(phrase, "charge-noun") ? "charge" : "sanction";
  return {
    kind,
    made: kind,
    by: null,
    against: parties(wish, clause.subject),
    targets: [],
    aboutFrom: afterVerb(wish, clause),
  };
}
