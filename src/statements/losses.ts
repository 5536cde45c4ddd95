/** What was taken, or was not: `nothing was taken`, `files were copied`, `the hackers never reached the archive`. Pure; a clause costs what stands in it. */
import type { Party } from "../case/assertion.ts";
import type { Clause } from "./clauses.ts";
import { concerned } from "./incidents.ts";
import {
  isTrade,
  parties,
  type Role,
  type Scope,
  type SentenceWish,
  startOf,
  subjectIsNone,
  undergoers,
  unique,
} from "./roles.ts";
import { isIn } from "./word-lists.ts";

export function lossRole(wish: SentenceWish, clause: Clause, scope: Scope): Role | null {
  return goneRole(wish, clause) ?? sparedRole(wish, clause, scope);
}

/** `no data had left its systems`, `certain files were copied`: of things, by whom is not said. */
function goneRole(wish: SentenceWish, clause: Clause): Role | null {
  const { group } = clause;
  const isGone = isIn(group.verb, "takes-away") && group.isPassive;
  const isLeft = isIn(group.verb, "leaves") && !group.isPassive;
  if ((!isGone && !isLeft) || !group.isFinite || !group.isPast || group.modal !== "") return null;
  // `the customers whose data were taken`: described, not said.
  if (clause.tie === "relative") return null;
  if (clause.complements.some(({ prep }) => prep === "by")) return null;
  const isNone = subjectIsNone(wish, clause) || group.isNegated;
  const isOfThings = clause.subject.some(
    (phrase) => isTrade(wish.grammar, phrase) || isIn(phrase.head.items.at(-1), "nothing"),
  );
  if (!isOfThings || (isLeft && !isNone)) return null;
  const targets = concerned(wish, clause.subject).filter(({ kind }) => kind !== "unknown" && kind !== "sector");
  return impact(wish, clause, targets, isNone);
}

/** `the hackers did not reach the servers`: what an intruder did not get at. */
function sparedRole(wish: SentenceWish, clause: Clause, scope: Scope): Role | null {
  const { group } = clause;
  if (!isIn(group.verb, "attains") || !group.isNegated || !group.isFinite || group.isPassive || group.modal !== "")
    return null;
  const intruders = parties(wish, clause.subject).filter(
    ({ kind }, at) => kind === "group" || isIn(clause.subject[at]?.head.items.at(-1), "attacker"),
  );
  if (intruders.length === 0 || scope.isNegated) return null;
  const targets = concerned(wish, undergoers(clause)).filter(({ kind }) => kind !== "unknown");
  return impact(wish, clause, targets, true);
}

function impact(wish: SentenceWish, clause: Clause, targets: readonly Party[], isNegated: boolean): Role {
  const aboutFrom = startOf(wish, clause.from);
  return { kind: "impact", made: "impact", by: null, against: [], targets: unique(targets), aboutFrom, isNegated };
}
