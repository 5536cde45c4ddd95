/** Denials, in all the ways that sentences deny (`denied`, `said it had not`, `called it slander`), and the absence of evidence. Pure. */
import type { Party } from "../case/assertion.ts";
import { partOfRole, tiesRole } from "./allegiances.ts";
import type { Clause } from "./clauses.ts";
import { attackTargets, presentRole } from "./incidents.ts";
import type { Item } from "./items.ts";
import { itemsIn, type NounPhrase } from "./phrases.ts";
import {
  afterVerb,
  complement,
  complementParties,
  doers,
  has,
  hasWord,
  isAccusable,
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
import { isIn, isListed } from "./word-lists.ts";

export function denialRole(wish: SentenceWish, index: number, scope: Scope): Role | null {
  const clause = wish.clauses[index];
  if (clause === undefined) return null;
  const object = undergoers(clause);
  if (isIn(clause.group.verb, "labels")) {
    const isClaim = object.some((phrase) => hasWord(phrase, "claim-noun"));
    const words = itemsIn(wish.chunks, clause.at, clause.until);
    if (isClaim && words.some(({ lists }) => lists.has("baseless"))) return denial(wish, clause, scope);
    if (!has(clause, "deny")) return null;
  }
  if (!has(clause, "deny")) return claimDenial(wish, clause, scope) ?? sayingNot(wish, clause, scope);
  if (isIn(clause.group.verb, "weak-denial")) {
    const isClaim =
      object.some((phrase) => hasWord(phrase, "claim-noun") || isPointing(phrase)) ||
      object.some((phrase) => phrase.links.some(({ head }) => head.items.at(-1)?.lists.has("claim-noun") === true));
    const isThat = wish.clauses.some(({ parent, tie }) => parent === index && tie === "that");
    if (!isClaim && !isThat) return isIn(clause.group.verb, "condemns") ? condemnation(wish, clause) : null;
  }
  if (
    clause.group.isPassive &&
    clause.subject.some((phrase) => !hasWord(phrase, "claim-noun")) &&
    complement(clause, "by").length === 0
  )
    return null;
  // `able neither to confirm nor deny`: without anybody who denies, only claims can be what is denied.
  const isClaim = object.some((phrase) => hasWord(phrase, "claim-noun"));
  if (!isClaim && doers(wish, clause) === null && scope.speakers.length === 0) return null;
  return denial(wish, clause, scope);
}

/** `rejects it`, `rejects this`: what was said before. */
function isPointing({ head: { items }, links }: NounPhrase): boolean {
  const [first] = items;
  return first?.tag === "pron" || (items.length === 1 && links.length === 0 && first?.tag === "det");
}

function condemnation(wish: SentenceWish, clause: Clause): Role | null {
  const by = doers(wish, clause);
  return by === null
    ? null
    : { kind: "policy", made: "policy", by, against: [], targets: [], aboutFrom: startOf(wish, clause.at) };
}

function denial(wish: SentenceWish, clause: Clause, scope: Scope): Role {
  const by = doers(wish, clause);
  const index = wish.clauses.indexOf(clause);
  const embedded = wish.clauses.find(({ parent, tie, group }) => parent === index && tie === "that" && group.isFinite);
  const defended =
    embedded === undefined
      ? []
      : parties(wish, embedded.subject).filter(
          ({ kind }) => kind === "state" || kind === "agency" || kind === "group" || kind === "company",
        );
  return {
    kind: "denial",
    made: "deny",
    by,
    against: defended.length > 0 ? defended : (by ?? scope.speakers),
    targets: [],
    aboutFrom: afterVerb(wish, clause),
  };
}

/** `said it had not targeted`, `was not behind`: the speaker, or who belongs to it, speaks of itself. */
function sayingNot(wish: SentenceWish, clause: Clause, scope: Scope): Role | null {
  const isNot = clause.group.isNegated || subjectIsNone(wish, clause);
  if (!isNot || scope.saying === null || clause.tie === "relative") return null;
  if (clause.group.isPassive && clause.group.verb.lemma !== "involve") return null;
  const next = wish.clauses[wish.clauses.indexOf(clause) + 1]?.at ?? clause.until;
  const words = itemsIn(wish.chunks, clause.at, Math.min(next, clause.until));
  const isPart = clause.object.some(({ head }) => isIn(head.items.at(-1), "no-part"));
  const isOfTrade = has(clause, "incident", "act") || isPart || words.some(({ lists }) => lists.has("involved"));
  if (!isOfTrade || !speaksOfItself(wish, clause, scope)) return null;
  const defended = parties(wish, clause.subject);
  return {
    kind: "denial",
    made: "deny",
    by: scope.speakers,
    against: defended.length > 0 ? defended : scope.speakers,
    targets: [],
    aboutFrom: startOf(wish, clause.from),
  };
}

/** `such claims lack any basis`, `the allegations are politically motivated`: with somebody who says it. */
function claimDenial(wish: SentenceWish, clause: Clause, scope: Scope): Role | null {
  const isClaim = clause.subject.some(({ head }) => isIn(head.items.at(-1), "claim"));
  const isOfClaim = clause.group.isPassive || clause.group.isCopula || isIn(clause.group.verb, "lacks");
  if (!isClaim || !isOfClaim || scope.speakers.length === 0 || !isRejected(wish, clause)) return null;
  return selfDenial(wish, clause, scope.speakers);
}

/** A word of rejection, or no ground, in the words of a clause. */
function isRejected(wish: SentenceWish, clause: Clause): boolean {
  const words = itemsIn(wish.chunks, clause.at, clause.until).slice(0, REJECTION_WORDS_MAX);
  if (words.some(({ lists }) => lists.has("baseless"))) return !clause.group.isNegated;
  const isNone =
    clause.group.isNegated ||
    words.some((item) => isIn(item, "lacks") || isIn(item.verb, "lacks") || wish.grammar.negativeWords.has(item.lower));
  return isNone && words.some((item) => isIn(item, "ground"));
}

const REJECTION_WORDS_MAX = 12;

function speaksOfItself(wish: SentenceWish, clause: Clause, scope: Scope): boolean {
  const [subject] = clause.subject;
  if (subject === undefined || scope.speakers.length === 0) return false;
  if (subject.head.items[0]?.lists.has("pron-self") === true) return true;
  const countries = new Set(scope.speakers.map(({ country }) => country).filter((code) => code !== ""));
  return parties(wish, [subject]).some(
    ({ country, name }) => countries.has(country) || scope.speakers.some((speaker) => speaker.name === name),
  );
}

export function copulaRole(wish: SentenceWish, clause: Clause, scope: Scope): Role | null {
  const after = itemsIn(wish.chunks, clause.at + 1, clause.until);
  const next = after.find(({ tag }) => tag !== "adv")?.lower ?? "";
  const isClaim = clause.subject.some((phrase) => hasWord(phrase, "claim-noun"));
  const isNothing =
    isIn(clause.group.verb, "has") &&
    (after.slice(0, 2).some((item) => isIn(item, "nothing")) || hasNoPart(wish, clause));
  const soCalled = clause.subject.find((phrase) => hasWord(phrase, "so-called") && isTrade(wish.grammar, phrase));
  if (soCalled !== undefined && after.slice(0, 12).some(({ lists }) => lists.has("baseless")))
    return soCalledDenial(wish, clause, soCalled, scope);
  if (isNothing && scope.speakers.length > 0 && (isClaim || speaksOfItself(wish, clause, scope)))
    return selfDenial(wish, clause, scope.speakers);
  const rejected = claimDenial(wish, clause, scope);
  if (rejected !== null) return rejected;
  if (isClaim && after.slice(0, 12).some(({ lists }) => lists.has("baseless"))) {
    const by = scope.speakers.length > 0 ? scope.speakers : null;
    return by === null
      ? null
      : { kind: "denial", made: "deny", by, against: by, targets: [], aboutFrom: startOf(wish, clause.from) };
  }
  const negative =
    noEvidence(wish, clause.object) ||
    (clause.group.isNegated &&
      clause.object.some(({ head: { items } }) => items.at(-1)?.lists.has("evidence-of") === true));
  if (negative) return evidenceOf(wish, wish.clauses.indexOf(clause), evidenceSeekers(wish, clause));
  if (hasNoInformation(wish, clause))
    return evidenceOf(wish, wish.clauses.indexOf(clause), evidenceSeekers(wish, clause));
  const told =
    workRole(wish, clause) ??
    tiesRole(wish, clause) ??
    partOfRole(wish, clause) ??
    victimRole(wish, clause, scope) ??
    accessRole(wish, clause, scope) ??
    presentRole(wish, clause, scope);
  if (told !== null) return told;
  const isOffered = complement(clause, "on").some(({ phrases }) =>
    phrases.some((phrase) => hasWord(phrase, "on-offer")),
  );
  if ((isOffered || isListed(wish.grammar, next, "available")) && !clause.group.isNegated) {
    const isReward = clause.subject.some(
      ({ head }) => wish.grammar.recordNouns.get(head.items.at(-1)?.lower ?? "") === "reward",
    );
    if (isReward) {
      const against = complementParties(wish, clause, "about", "on").filter(
        ({ kind }) => kind === "group" || kind === "persons",
      );
      return { kind: "reward", made: "reward", by: null, against, targets: [], aboutFrom: startOf(wish, clause.from) };
    }
  }
  const isBehind = next === "behind" || ((next === "responsible" || next === "involved") && isAnswerable(after));
  if (!isBehind) return null;
  const denied = sayingNot(wish, clause, scope);
  if (denied !== null) return denied;
  const against = parties(wish, clause.subject).filter(isAccusable);
  return against.length === 0
    ? null
    : {
        kind: "accusation",
        made: "accuse",
        by: null,
        against,
        targets: attackTargets(wish, clause),
        aboutFrom: startOf(wish, clause.from),
      };
}

/** `had no part in the affair`, `has no links to the group`. */
function hasNoPart(wish: SentenceWish, clause: Clause): boolean {
  return clause.object.some(
    (phrase) =>
      (clause.group.isNegated || phrase.head.items.some(({ lower }) => wish.grammar.negativeWords.has(lower))) &&
      isIn(phrase.head.items.at(-1), "no-part"),
  );
}

/** `responsible for`, `involved directly in`; not `responsible to repair it and pay for it`. */
function isAnswerable(after: readonly Item[]): boolean {
  const at = after.findIndex(({ lower }) => lower === "responsible" || lower === "involved");
  return after.slice(at + 1, at + 3).some(({ lower }) => lower === "for" || lower === "in");
}

/** `the agencies have no evidence`: whose evidence; `there is no evidence`: nobody's. */
function evidenceSeekers(wish: SentenceWish, clause: Clause): readonly Party[] {
  return isIn(clause.group.verb, "has") ? parties(wish, clause.subject).filter(({ kind }) => kind !== "sector") : [];
}

/** `the so-called attacks by X are slander`. */
function soCalledDenial(wish: SentenceWish, clause: Clause, phrase: NounPhrase, scope: Scope): Role {
  const owners = phrase.links.filter(({ prep }) => prep === "by").map(({ head }) => ({ head, links: [] }));
  const defended = parties(wish, owners).filter(isAccusable);
  return {
    kind: "denial",
    made: "deny",
    by: scope.speakers.length > 0 ? scope.speakers : null,
    against: defended.length > 0 ? defended : scope.speakers,
    targets: [],
    aboutFrom: startOf(wish, clause.from),
  };
}

function selfDenial(wish: SentenceWish, clause: Clause, by: readonly Party[]): Role {
  return { kind: "denial", made: "deny", by, against: by, targets: [], aboutFrom: startOf(wish, clause.from) };
}

/** `has no information to suggest that`: a plain noun, so a verb that says what it would show must follow. */
function hasNoInformation(wish: SentenceWish, clause: Clause): boolean {
  const isNone = clause.object.some(
    ({ head: { items } }) =>
      (clause.group.isNegated || items.some(({ lower }) => wish.grammar.negativeWords.has(lower))) &&
      isIn(items.at(-1), "no-indication"),
  );
  const next = wish.clauses[wish.clauses.indexOf(clause) + 1];
  return isNone && next !== undefined && has(next, "say") && !next.group.isFinite;
}

/** `the breach was the work of X`: whose work. */
function workRole(wish: SentenceWish, clause: Clause): Role | null {
  if (isIn(clause.group.verb, "has") || clause.group.modal !== "") return null;
  const works = clause.object.filter(({ head }) => isIn(head.items.at(-1), "work"));
  const owners = works.flatMap(({ links }) => links.filter(({ prep }) => prep === "of"));
  const against = parties(
    wish,
    owners.map(({ head }) => ({ head, links: [] })),
  ).filter(isAccusable);
  const isOfTrade = clause.subject.some((phrase) => isTrade(wish.grammar, phrase));
  if (against.length === 0 || (!isOfTrade && !against.every(isSuspicious))) return null;
  return {
    kind: "accusation",
    made: "accuse",
    by: null,
    against,
    targets: unique([...attackTargets(wish, clause), ...placesHit(wish, clause.subject)]),
    aboutFrom: startOf(wish, clause.from),
  };
}

const isSuspicious = ({ kind, country }: Party): boolean => kind === "group" || (kind === "state" && country !== "");

/** `the breach at X`, `the hack of X`: at whom. */
function placesHit(wish: SentenceWish, subject: readonly NounPhrase[]): readonly Party[] {
  const hit = subject
    .filter((phrase) => isTrade(wish.grammar, phrase))
    .flatMap(({ links }) => links.filter(({ prep }) => prep === "at" || prep === "of" || prep === "in"));
  return parties(
    wish,
    hit.map(({ head }) => ({ head, links: [] })),
  ).filter(({ kind }) => kind !== "unknown" && kind !== "state");
}

/** `China has never supported hackers`: a state that speaks of itself. */
export function neverRole(wish: SentenceWish, clause: Clause): Role | null {
  if (!clause.group.isNegated || !isIn(clause.group.verb, "support-of") || clause.group.isPassive) return null;
  const isNever = itemsIn(wish.chunks, clause.at, clause.at + 1).some((item) => isIn(item, "never"));
  const by = parties(wish, clause.subject);
  const isOfTrade = itemsIn(wish.chunks, clause.at, clause.until).some(
    (item) => isIn(item, "attacker") || wish.grammar.tradeNouns.has(item.lower),
  );
  const isState = by.length > 0 && by.every(({ kind, country }) => kind === "state" && country !== "");
  return isNever && isOfTrade && isState ? selfDenial(wish, clause, by) : null;
}

/** `X has been the victim of attacks by Y`. */
function victimRole(wish: SentenceWish, clause: Clause, scope: Scope): Role | null {
  const [object] = clause.object;
  if (object === undefined || clause.group.isNegated || !isIn(object.head.items.at(-1), "victim")) return null;
  const attack = object.links.find(({ prep, head }) => prep === "of" && isTrade(wish.grammar, { head, links: [] }));
  const owners = object.links.filter(({ prep }) => prep === "by").map(({ head }) => ({ head, links: [] }));
  const against = unique([...parties(wish, owners), ...complementParties(wish, clause, "by")]).filter(isAccusable);
  const targets = parties(wish, clause.subject);
  if (attack === undefined || targets.length === 0) return null;
  const isNamed = against.length > 0;
  // `China said it was a victim of hacking`: a state's stance, no act.
  if (!isNamed && scope.speakers.length > 0 && targets.every(({ kind }) => kind === "state")) return null;
  if (!isNamed && (!clause.group.isPast || targets.every(({ kind }) => kind === "unknown"))) return null;
  return {
    kind: isNamed ? "accusation" : "incident",
    made: isNamed ? "accuse" : "incident",
    by: null,
    against,
    targets,
    aboutFrom: startOf(wish, clause.from),
  };
}

/** `the actors had access to its servers`. */
function accessRole(wish: SentenceWish, clause: Clause, scope: Scope): Role | null {
  const hasAccess = isIn(clause.group.verb, "has") && clause.object.some((phrase) => hasWord(phrase, "access"));
  if (!hasAccess || !clause.group.isPast) return null;
  const against = parties(wish, clause.subject).filter(
    ({ kind }, at) => kind === "group" || isIn(clause.subject[at]?.head.items.at(-1), "attacker"),
  );
  if (against.length === 0) return null;
  const targets = complementParties(wish, clause, "to").filter(({ kind }) => kind !== "unknown");
  const kind = scope.speakers.length > 0 ? "accusation" : "incident";
  return { kind, made: "incident", by: null, against, targets, aboutFrom: startOf(wish, clause.from) };
}

function noEvidence(wish: SentenceWish, phrases: readonly NounPhrase[]): boolean {
  return phrases.some(
    ({ head }) =>
      head.items.some(({ lower }) => wish.grammar.negativeWords.has(lower)) &&
      head.items.at(-1)?.lists.has("evidence") === true,
  );
}

/** `found no evidence that`, `has not seen any evidence`. */
export function evidenceRole(wish: SentenceWish, index: number): Role | null {
  const clause = wish.clauses[index];
  if (clause === undefined) return null;
  const isNone =
    noEvidence(wish, undergoers(clause)) ||
    (clause.group.isNegated &&
      undergoers(clause).some(({ head }) => head.items.at(-1)?.lists.has("evidence-of") === true));
  return isNone && clause.group.verb.lists.has("finds") ? evidenceOf(wish, index, parties(wish, clause.subject)) : null;
}

function evidenceOf(wish: SentenceWish, index: number, by: readonly Party[]): Role {
  const clause = wish.clauses[index];
  const below = wish.clauses.filter((other, at) => at > index && clause !== undefined && other.at < clause.until);
  const targets = below.flatMap((other) => {
    const direct = undergoers(other);
    // `no evidence …, the company said`: who says it was not hit.
    if (other.tie === "none" && has(other, "say") && other.group.isFinite) return [];
    // `no information to suggest`: its subject is who looked, nobody that was hit.
    const isPurpose = !other.group.isFinite && has(other, "say");
    return parties(wish, direct.length > 0 || isPurpose ? direct : other.subject);
  });
  return {
    kind: "impact",
    made: "impact",
    by: by.length > 0 ? by : null,
    against: [],
    targets: unique(targets),
    aboutFrom: clause === undefined ? 0 : startOf(wish, clause.at),
    isNegated: true,
  };
}
