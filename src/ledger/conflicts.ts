/** Where statements about one matter do not agree: shown as such, never settled. Pure. */
import { limits } from "../base/limits.ts";
import type { Party, StatedQuantity } from "../case/assertion.ts";
import type { AliasClaim, RecordedStatement } from "../case/ledger.ts";
import type { Conflict, Matter } from "../case/ledger-view.ts";
import { whoEquates } from "./alias-claims.ts";
import { comparedOf, nameKey, shared } from "./effective.ts";
import { actsApart } from "./matters.ts";

export function conflictsOf({ members }: Matter, aliases: readonly AliasClaim[]): readonly Conflict[] {
  const found: Conflict[] = [];
  for (const [index, { statement: a }] of members.entries()) {
    for (const { statement: b } of members.slice(index + 1)) {
      found.push(...between(a, b, aliases));
      if (found.length >= limits.ledgerConflictsMax) return found.slice(0, limits.ledgerConflictsMax);
    }
  }
  return found;
}

function between(a: RecordedStatement, b: RecordedStatement, aliases: readonly AliasClaim[]): readonly Conflict[] {
  const [one, other] = [a.assertion, b.assertion];
  const ids = { a: one.id, b: other.id };
  const found: Conflict[] = [];
  const actors = differingActors(a, b, aliases);
  if (actors !== null) found.push({ kind: "actor", ...ids, says: actors });
  const [sure, alsoSure] = [one.confidence.words, other.confidence.words];
  if (sure !== "" && alsoSure !== "" && nameKey(sure) !== nameKey(alsoSure)) {
    found.push({ kind: "confidence", ...ids, says: [sure, alsoSure] });
  }
  if (one.kind === "impact" && other.kind === "impact" && one.isNegated !== other.isNegated) {
    found.push({ kind: "impact", ...ids, says: [one.quote.text, other.quote.text] });
  }
  for (const quantity of one.quantities) {
    const against = other.quantities.find(
      (second) => areCountedAlike(quantity, second) && areDisjoint(quantity, second),
    );
    if (against !== undefined)
      found.push({ kind: "quantity", ...ids, says: [quantity.quote.text, against.quote.text] });
  }
  if (one.time !== null && other.time !== null && actsApart(a, b) > 0) {
    found.push({ kind: "time", ...ids, says: [one.time.words, other.time.words] });
  }
  return found;
}

/**
 * Both name who did it, and not the same: other groups, or a group here and somebody without a name there. A company or an office that is
 * charged or sanctioned beside a group is no other actor.
 */
function differingActors(
  a: RecordedStatement,
  b: RecordedStatement,
  aliases: readonly AliasClaim[],
): readonly [string, string] | null {
  const [one, other] = [a.assertion.against, b.assertion.against];
  if (one.length === 0 || other.length === 0) return null;
  const [mine, theirs] = [comparedOf(a).accusedGroups, comparedOf(b).accusedGroups];
  const says = [mine.join(", ") || one[0]?.name || "", theirs.join(", ") || other[0]?.name || ""] as const;
  const isUnnamed = (parties: readonly Party[]) => parties.every(({ kind }) => kind === "unknown" || kind === "state");
  if (mine.length === 0 && (theirs.length === 0 || !isUnnamed(one))) return null;
  if (theirs.length === 0 && !isUnnamed(other)) return null;
  if (shared(comparedOf(a).accused, comparedOf(b).accused) !== null) return null;
  const isSame = mine.some((group) => theirs.some((second) => whoEquates(group, second, aliases) !== null));
  return isSame ? null : says;
}

/** The last word is what is counted: `malicious emails` and `emails`. */
function areCountedAlike(a: StatedQuantity, b: StatedQuantity): boolean {
  const head = ({ what }: StatedQuantity) => nameKey(what.split(/\s+/).at(-1) ?? "").replace(/s$/, "");
  return head(a) !== "" && head(a) === head(b);
}

function areDisjoint(a: StatedQuantity, b: StatedQuantity): boolean {
  if ((a.min ?? a.max) === null || (b.min ?? b.max) === null) return false;
  const top = ({ max }: StatedQuantity) => max ?? Number.POSITIVE_INFINITY;
  const bottom = ({ min }: StatedQuantity) => min ?? Number.NEGATIVE_INFINITY;
  return top(a) < bottom(b) || top(b) < bottom(a);
}
