/**
 * Which statements speak of the same matter, so that they are shown beside each other. Nothing is merged: every statement keeps its words,
 * and why it stands there is told. Two findings of one day about different bodies are two matters, whoever is accused. Pure; the order in
 * which statements are given changes nothing.
 */
import { limits } from "../base/limits.ts";
import type { AliasClaim, RecordedStatement } from "../case/ledger.ts";
import type { Matter, Member } from "../case/ledger-view.ts";
import { whoEquates } from "./alias-claims.ts";
import { areOfOneText, CLAIMS, comparedOf, daysApart, madeAt, nameKey, shared, writtenAs } from "./effective.ts";

/** Acts that lie further apart are two, whatever else is the same. */
const ACT_DAYS_MAX = 366;
/** Statements about one target without a time of the act: a year of them may be about one thing. */
const TARGET_DAYS_MAX = 366;
/** Statements that name no common target, but come from one side against one side. */
const SAME_SIDE_DAYS_MAX = 7;

/** Statements that claim something, in matters; all others (denials, advice, policy) are none of them. */
export function mattersOf(statements: readonly RecordedStatement[], aliases: readonly AliasClaim[]): readonly Matter[] {
  const claims = inTimeOrder(statements.filter(({ assertion }) => CLAIMS.has(assertion.kind)));
  const matters: { readonly members: Member[] }[] = [];
  for (const statement of claims.slice(0, limits.ledgerStatementsMax)) {
    let best: { readonly members: Member[]; readonly tie: Tie } | null = null;
    for (const { members } of matters) {
      const tie = tieAmong(statement, members, aliases);
      if (tie !== null && tie.strength > (best?.tie.strength ?? 0)) best = { members, tie };
    }
    if (best === null) matters.push({ members: [{ statement, why: "" }] });
    else best.members.push({ statement, why: best.tie.why });
  }
  return matters.map(({ members }) => ({
    id: `m-${members[0]?.statement.assertion.id.slice(2) ?? ""}`,
    members,
  }));
}

/** By when they were made, then by document and place in it; undated ones last. */
export function inTimeOrder(statements: readonly RecordedStatement[]): readonly RecordedStatement[] {
  return statements.toSorted((a, b) => {
    const [one, other] = [madeAt(a) ?? Number.POSITIVE_INFINITY, madeAt(b) ?? Number.POSITIVE_INFINITY];
    if (one !== other) return one < other ? -1 : 1;
    if (a.document.sha256 !== b.document.sha256) return a.document.sha256 < b.document.sha256 ? -1 : 1;
    const places = a.assertion.quote.start - b.assertion.quote.start;
    return places !== 0 ? places : a.assertion.id < b.assertion.id ? -1 : a.assertion.id > b.assertion.id ? 1 : 0;
  });
}

interface Tie {
  /** A common target ties more than a common side. */
  readonly strength: 1 | 2 | 3;
  readonly why: string;
}

/** Why it belongs among them; null where it contradicts one of them in what makes a matter, or nothing ties it. */
function tieAmong(
  statement: RecordedStatement,
  members: readonly Member[],
  aliases: readonly AliasClaim[],
): Tie | null {
  if (members.some((member) => areApart(statement, member.statement))) return null;
  let best: Tie | null = null;
  for (const member of members) {
    const tie = tieOf(member.statement, statement, aliases);
    if (tie !== null && tie.strength > (best?.strength ?? 0)) best = tie;
    if (best?.strength === 3) return best;
  }
  return best;
}

/** They name bodies and none in common, or acts that lie years apart. */
function areApart(a: RecordedStatement, b: RecordedStatement): boolean {
  const [one, other] = [comparedOf(a).targets, comparedOf(b).targets];
  if (one.size > 0 && other.size > 0 && shared(one, other) === null) return true;
  return actsApart(a, b) > ACT_DAYS_MAX;
}

/** Days between the times that they speak of; 0 where these meet or one does not say. */
export function actsApart(a: RecordedStatement, b: RecordedStatement): number {
  const [one, other] = [a.assertion.time, b.assertion.time];
  if (one === null || other === null) return 0;
  const gap = Math.max(
    (other.from ?? Number.NEGATIVE_INFINITY) - (one.until ?? Number.POSITIVE_INFINITY),
    (one.from ?? Number.NEGATIVE_INFINITY) - (other.until ?? Number.POSITIVE_INFINITY),
  );
  return gap <= 0 ? 0 : gap / 86_400_000;
}

function tieOf(a: RecordedStatement, b: RecordedStatement, aliases: readonly AliasClaim[]): Tie | null {
  const [mine, theirs] = [comparedOf(a), comparedOf(b)];
  const target = shared(mine.targets, theirs.targets);
  const made = daysApart(madeAt(a), madeAt(b));
  const bothTimed = a.assertion.time !== null && b.assertion.time !== null;
  const accused = sameAccused(a, b, aliases);
  if (target !== null && (bothTimed || accused !== null || (made !== null && made <= TARGET_DAYS_MAX))) {
    const about = `also about ${writtenAs(a.assertion.targets, target)}`;
    return accused === null ? { strength: 2, why: about } : { strength: 3, why: `${about}; ${accused}` };
  }
  if (accused === null) return null;
  if (areOfOneText(a, b)) return { strength: 2, why: `${accused}; said in one document` };
  // One side may speak of several matters on one day: what names a body is about that body.
  if (mine.targets.size > 0 || theirs.targets.size > 0 || made === null || made > SAME_SIDE_DAYS_MAX) return null;
  if (shared(mine.byCountries, theirs.byCountries) === null && shared(mine.by, theirs.by) === null) return null;
  const when = made === 0 ? "the same day" : `${made} ${made === 1 ? "day" : "days"} apart`;
  return { strength: 1, why: `${accused}; from the same side, ${when}` };
}

/** Both accuse the same, by name or by somebody's claim that two names are one; by country only where neither names more. */
export function sameAccused(a: RecordedStatement, b: RecordedStatement, aliases: readonly AliasClaim[]): string | null {
  const [one, other] = [comparedOf(a), comparedOf(b)];
  const name = shared(one.accused, other.accused);
  if (name !== null) return `also names ${writtenAs(a.assertion.against, name)}`;
  for (const group of one.accusedGroups) {
    for (const second of other.accusedGroups) {
      const who = nameKey(group) === nameKey(second) ? null : whoEquates(group, second, aliases);
      if (who !== null) return `names ${second}, which ${who} takes for ${group}`;
    }
  }
  if (one.accusedGroups.length > 0 && other.accusedGroups.length > 0) return null;
  const country = shared(one.accusedCountries, other.accusedCountries);
  return country === null ? null : `accused is the same country (${country})`;
}
