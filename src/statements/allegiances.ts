/**
 * Whose somebody is said to be: `works for the Russian state`, `is run by X`, `is part of the service`, `has ties to Y`. Each is an attribution of
 * the one to the other. Pure; a clause costs what stands in it.
 */
import type { Party } from "../case/assertion.ts";
import type { Clause } from "./clauses.ts";
import type { NounPhrase } from "./phrases.ts";
import { complementParties, parties, type Role, type SentenceWish, startOf, unique } from "./roles.ts";
import { isIn } from "./word-lists.ts";

/** `works for the Russian state`, `operates on behalf of the government of X`. */
export function servesRole(wish: SentenceWish, clause: Clause): Role | null {
  if (!isIn(clause.group.verb, "serves") || clause.group.isNegated) return null;
  const behalf = behalfOf(wish, clause);
  const masters = (behalf.length > 0 ? behalf : complementParties(wish, clause, "for", "with")).filter(
    ({ kind, country }) => kind === "state" || (kind === "agency" && country !== ""),
  );
  // `hackers working for X targeted`: described, not said.
  const isSaid = clause.group.isFinite || isSaidOf(wish, clause);
  const servants = parties(wish, clause.subject).filter(isAttributable);
  return isSaid && servants.length > 0 ? attributed(wish, clause, masters, servants) : null;
}

/** `the group is believed to be controlled by X`, `is run by X`. */
export function runByRole(wish: SentenceWish, clause: Clause): Role | null {
  const { group } = clause;
  const isSaid = group.isFinite || isSaidOf(wish, clause);
  if (!isIn(group.verb, "backs") || !group.isPassive || !isSaid || group.isNegated) return null;
  const servants = parties(wish, clause.subject).filter(({ kind }) => kind === "group");
  const masters = complementParties(wish, clause, "by").filter(isMaster);
  return servants.length > 0 ? attributed(wish, clause, masters, servants) : null;
}

/** `is part of the Russian intelligence service`, `is a front for the ministry`. */
export function partOfRole(wish: SentenceWish, clause: Clause): Role | null {
  if (isIn(clause.group.verb, "has") || clause.group.isNegated || clause.group.modal !== "") return null;
  const parts = clause.object.filter(({ head }) => isIn(head.items.at(-1), "part-of"));
  const masters = unique(linked(wish, parts, "of", "for")).filter(isMaster);
  const servants = parties(wish, clause.subject).filter(
    ({ kind }, at) => kind === "group" || kind === "company" || isIn(clause.subject[at]?.head.items.at(-1), "attacker"),
  );
  return servants.length > 0 ? attributed(wish, clause, masters, servants) : null;
}

/** `has ties to the Russian state`. */
export function tiesRole(wish: SentenceWish, clause: Clause): Role | null {
  const isTies = isIn(clause.group.verb, "has") && clause.object.some(({ head }) => isIn(head.items.at(-1), "ties"));
  if (!isTies || clause.group.isNegated) return null;
  const masters = unique([
    ...complementParties(wish, clause, "to", "with"),
    ...linked(wish, clause.object, "to", "with"),
  ]).filter(isMaster);
  const servants = parties(wish, clause.subject).filter(
    ({ kind }) => kind === "group" || kind === "persons" || kind === "company",
  );
  return attributed(wish, clause, masters, servants);
}

/** Null without anybody whose they are. */
function attributed(
  wish: SentenceWish,
  clause: Clause,
  masters: readonly Party[],
  servants: readonly Party[],
): Role | null {
  if (masters.length === 0) return null;
  const against = [...masters, ...servants];
  const aboutFrom = startOf(wish, clause.from);
  return { kind: "accusation", made: "attribute", by: null, against, targets: [], aboutFrom };
}

/** A state that is known, or an agency of one. */
const isMaster = ({ kind, country }: Party): boolean => country !== "" && (kind === "state" || kind === "agency");

const isAttributable = ({ kind }: Party): boolean =>
  kind === "group" || kind === "persons" || kind === "company" || kind === "unknown";

/** Who hangs on the phrases by one of the prepositions. */
function linked(wish: SentenceWish, phrases: readonly NounPhrase[], ...by: readonly string[]): readonly Party[] {
  const links = phrases.flatMap((phrase) => phrase.links.filter(({ prep }) => by.includes(prep)));
  return parties(
    wish,
    links.map(({ head }) => ({ head, links: [] })),
  );
}

/** `the group is said to work for X`, but `hackers believed to work for X stole` only describes. */
function isSaidOf(wish: SentenceWish, clause: Clause): boolean {
  const parent = wish.clauses[clause.parent];
  return clause.tie === "inside" && clause.group.isInfinitive && parent?.group.isFinite !== false;
}

/** `works for a company, a firm in X, on behalf of Y`: Y, wherever it stands in the clause. */
function behalfOf(wish: SentenceWish, clause: Clause): readonly Party[] {
  for (let at = clause.at + 1; at + 2 < clause.until; at += 1) {
    const head = wish.chunks[at + 2];
    const isBehalf = wish.chunks[at]?.items.some((item) => isIn(item, "behalf")) === true;
    if (isBehalf && wish.chunks[at + 1]?.items[0]?.lower === "of" && head?.kind === "np")
      return parties(wish, [{ head, links: [] }]);
  }
  return [];
}
