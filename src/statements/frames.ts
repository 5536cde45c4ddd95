/**
 * Clauses → statements: who accuses, charges, sanctions, denies, advises, notifies whom of what. What stands under a denial, a condition or
 * an accusation is part of that and no statement of its own; what stands under a verb of saying is its speaker's.
 *
 * Pure; each clause is looked at once, its governors were before it.
 */
import {
  accuseRole,
  againstRole,
  attributeRole,
  exposedRole,
  heldRole,
  listedRole,
  namedRole,
  originRole,
} from "./accusations.ts";
import { runByRole, servesRole } from "./allegiances.ts";
import { copulaRole, denialRole, evidenceRole, neverRole } from "./denials.ts";
import { draftOf, isStated, withoutRepeats } from "./drafts.ts";
import { foundRole, incidentRole, presentRole } from "./incidents.ts";
import { lossRole } from "./losses.ts";
import {
  adviseRole,
  impactRole,
  learnedRole,
  listOfTargets,
  notifyRole,
  offeredRole,
  orderRole,
  policyRole,
  positions,
  receivedRole,
  toldRole,
  writtenRole,
} from "./measures.ts";
import { remember } from "./memory.ts";
import { nominals } from "./nominals.ts";
import { nounRole } from "./record-nouns.ts";
import { type Draft, has, parties, type Role, type Scope, type SentenceWish } from "./roles.ts";
import { attributedTo, isHypothetical, type Reading, scopeOf } from "./scopes.ts";

export function draftsOf(wish: SentenceWish): readonly Draft[] {
  // A question states nothing.
  if (wish.chunks.at(-1)?.items[0]?.lower === "?") return [];
  const readings: Reading[] = [];
  const drafts: Draft[] = [];
  rememberSubject(wish);
  const outer = attributedTo(wish);
  for (const [index, clause] of wish.clauses.entries()) {
    const scope = scopeOf(wish, clause, readings, outer);
    const isPossible = isHypothetical(wish, clause);
    // Who advises at the end is the speaker of what stands before.
    const isAttribution = index === outer.clause && has(clause, "advise");
    const role = scope.isConsumed || isPossible || isAttribution ? null : roleOf(wish, index, scope);
    readings.push({
      scope: isPossible ? { ...scope, isConsumed: true } : scope,
      made: role?.made ?? null,
      isAttribution: index === outer.clause,
    });
    if (role !== null) drafts.push(draftOf(wish, clause, scope, role));
  }
  const more = drafts.length === 0 ? nominals(wish, readings) : [];
  const all = [...withoutRepeats(drafts), ...more, ...positions(wish, readings, drafts)];
  return all.filter((draft) => isStated(wish, draft));
}

function rememberSubject(wish: SentenceWish): void {
  const mains = wish.clauses.filter(({ group, tie }) => group.isFinite && tie === "none");
  // `Although X blames Y, the company says it …`: the company.
  const main = mains.find(({ from }) => wish.chunks[from - 1]?.kind !== "sub") ?? mains[0];
  for (const party of main === undefined ? [] : parties(wish, main.subject)) remember(wish.memory, party, "<subject>");
}

function roleOf(wish: SentenceWish, index: number, scope: Scope): Role | null {
  const clause = wish.clauses[index];
  if (clause === undefined) return null;
  const { group } = clause;
  if (group.isCopula) return copulaRole(wish, clause, scope);
  const evidence = evidenceRole(wish, index);
  if (evidence !== null) return evidence;
  const order = orderRole(wish, clause);
  if (order !== null) return order;
  const denial = denialRole(wish, index, scope);
  if (denial !== null) return denial;
  const never = neverRole(wish, clause) ?? receivedRole(wish, clause);
  if (never !== null) return never;
  const noun = nounRole(wish, clause);
  if (noun !== null) return noun;
  const loss = lossRole(wish, clause, scope);
  if (loss !== null) return loss;
  const listed = listedRole(wish, clause);
  if (listed !== null) return listed;
  const exposed = exposedRole(wish, clause) ?? learnedRole(wish, clause) ?? offeredRole(wish, clause);
  if (exposed !== null) return exposed;
  const plain =
    originRole(wish, clause) ??
    runByRole(wish, clause) ??
    foundRole(wish, clause) ??
    presentRole(wish, clause, scope) ??
    writtenRole(wish, clause) ??
    toldRole(wish, index);
  if (plain !== null) return plain;
  const held = heldRole(wish, clause) ?? servesRole(wish, clause) ?? listOfTargets(wish, clause);
  if (held !== null) return held;
  const named = namedRole(wish, clause);
  if (named !== null) return named;
  if (has(clause, "accuse")) return accuseRole(wish, index);
  if (has(clause, "attribute")) return attributeRole(wish, clause);
  if (has(clause, "charge")) return againstRole(wish, index, "charge");
  if (has(clause, "sanction")) return againstRole(wish, index, "sanction");
  if (has(clause, "advise")) return adviseRole(wish, clause);
  if (has(clause, "notify") || (clause.group.verb.lemma === "tell" && clause.group.isPassive))
    return notifyRole(wish, clause);
  if (has(clause, "incident", "act")) {
    const role = incidentRole(wish, index, scope);
    if (role !== null) return role;
  }
  if (has(clause, "impact")) return impactRole(wish, clause);
  if (has(clause, "policy")) return policyRole(wish, clause);
  return null;
}
