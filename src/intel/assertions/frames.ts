/**
 * Clauses → statements: who accuses, charges, sanctions, denies, advises, notifies whom of what. What stands under a denial, a condition or
 * an accusation is part of that and no statement of its own; what stands under a verb of saying is its speaker's.
 *
 * Pure; each clause is looked at once, its governors were before it.
 */
import type { AssertionKind, Party, StatedConfidence } from "../../case/assertion.ts";
import type { Chunk } from "./chunks.ts";
import { type Clause, itemsIn, type NounPhrase } from "./clauses.ts";
import { copulaRole, denialRole, evidenceRole, neverRole } from "./denials.ts";
import { confidenceOf, NO_CONFIDENCE } from "./estimates.ts";
import type { FrameClass, Grammar } from "./grammar.ts";
import { attackTargets, concerned, incidentRole, including, possessorOf, targetsWithin } from "./incidents.ts";
import { remember, sectorsIn } from "./parties.ts";
import {
  afterVerb,
  complement,
  complementParties,
  type Draft,
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

interface Reading {
  readonly scope: Scope;
  readonly made: FrameClass | null;
}

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
    const role = scope.isConsumed || isPossible ? null : roleOf(wish, index, scope);
    readings.push({ scope: isPossible ? { ...scope, isConsumed: true } : scope, made: role?.made ?? null });
    if (role !== null) drafts.push(draftOf(wish, clause, scope, role));
  }
  const all = [...withoutRepeats(drafts), ...positions(wish, readings, drafts)];
  return all.filter((draft) => isStated(wish, draft));
}

/**
 * Titles and cells name rather than tell: there a statement needs somebody who speaks or is spoken of. A line without a finite verb tells
 * nothing. What tells a reader what to do is advice at most.
 */
function isStated({ clauses, chunks, kind }: SentenceWish, draft: Draft): boolean {
  if (draft.kind === "advice") return kind !== "heading" && kind !== "cell";
  if (!clauses.some(({ group }) => group.isFinite)) return false;
  const isTold = draft.kind !== "incident" && draft.kind !== "impact";
  if ((kind === "heading" || kind === "cell") && !(isTold && draft.by.length > 0)) return false;
  // A line that begins small is the rest of another.
  const opening = chunks[0]?.items[0]?.text ?? "";
  if (!isTold && draft.against.length === 0 && draft.by.length === 0 && /^\p{Ll}/u.test(opening)) return false;
  const first = clauses[0];
  const isOrder =
    first !== undefined &&
    first.group.form === "base" &&
    first.group.modal === "" &&
    !first.group.isInfinitive &&
    !first.group.isCopula &&
    first.subject.length === 0 &&
    chunks
      .slice(0, first.at)
      .every((chunk) => chunk.kind === "other" || chunk.kind === "stop" || chunk.kind === "dash");
  return !isOrder;
}

/** `used tools to exploit and gain access`: what adds nobody to what the same actor did in this sentence is part of that. */
function withoutRepeats(drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const isIncident = draft.kind === "incident" || draft.kind === "accusation";
    const at = isIncident ? kept.findIndex((other) => isPartOf(draft, other)) : -1;
    const whole = kept[at];
    if (whole === undefined) kept.push(draft);
    else
      kept[at] = { ...whole, end: Math.max(whole.end, draft.end), aboutEnd: Math.max(whole.aboutEnd, draft.aboutEnd) };
  }
  return kept;
}

function isPartOf(draft: Draft, whole: Draft): boolean {
  const within = (inner: readonly Party[], outer: readonly Party[]) =>
    inner.every(({ name }) => outer.some((other) => other.name === name));
  return (
    draft.kind === whole.kind &&
    draft.isNegated === whole.isNegated &&
    within(draft.against, whole.against) &&
    within(whole.against, draft.against) &&
    within(draft.by, whole.by) &&
    within(draft.targets, whole.targets)
  );
}

function rememberSubject(wish: SentenceWish): void {
  const main = wish.clauses.find(({ group, tie }) => group.isFinite && tie === "none");
  for (const party of main === undefined ? [] : parties(wish, main.subject)) remember(wish.memory, party, "<subject>");
}

interface Attribution {
  readonly speakers: readonly Party[];
  /** Index of the clause of saying at the end (`…, the UK said`), or -1. */
  readonly clause: number;
}

/** `according to X`, and a verb of saying without an object at the end of a sentence. */
function attributedTo(wish: SentenceWish): Attribution {
  const { chunks, clauses } = wish;
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.items[0]?.lower !== "according") continue;
    const phrase = chunks[at + 2];
    if (phrase?.kind !== "np") continue;
    const links =
      chunks[at + 3]?.kind === "prep" && chunks[at + 4]?.kind === "np"
        ? [{ prep: chunks[at + 3]?.items[0]?.lower ?? "", head: chunks[at + 4] ?? phrase }]
        : [];
    const speakers = parties(wish, [{ head: phrase, links }]);
    if (speakers.length > 0) return { speakers, clause: -1 };
  }
  const last = clauses.findLastIndex(({ tie }) => tie !== "condition" && tie !== "relative");
  const clause = clauses[last];
  if (
    last <= 0 ||
    clause === undefined ||
    !has(clause, "say", "notify") ||
    !clause.group.isFinite ||
    (clause.object.length > 0 && !isInverted(clause))
  )
    return { speakers: [], clause: -1 };
  const first = chunks[clause.from - 1]?.kind;
  if (clause.tie === "that" || (first !== "comma" && first !== "quote" && first !== "dash"))
    return { speakers: [], clause: -1 };
  return { speakers: parties(wish, isInverted(clause) ? speakerBehind(clause) : clause.subject), clause: last };
}

/** With its place and whose it is (`said the embassy in X`). */
function speakerBehind(clause: Clause): readonly NounPhrase[] {
  const links = clause.complements.flatMap(({ prep, phrases }) =>
    phrases.slice(0, 1).map(({ head }) => ({ prep, head })),
  );
  return clause.object.map(({ head, links: own }) => ({ head, links: [...own, ...links] }));
}

/** `“…”, said the minister`. */
function isInverted(clause: Clause): boolean {
  return clause.subject.length === 0 && clause.object.length === 1;
}

function scopeOf(wish: SentenceWish, clause: Clause, readings: readonly Reading[], outer: Attribution): Scope {
  const none: Scope = {
    isConsumed: false,
    speakers: outer.speakers,
    reporters: [],
    isNegated: false,
    saying: outer.clause < 0 ? null : (wish.clauses[outer.clause] ?? null),
  };
  if (clause.tie === "condition") return { ...none, isConsumed: true };
  const parent = wish.clauses[clause.parent];
  const above = readings[clause.parent];
  if (parent === undefined || above === undefined) return none;
  if (clause.tie === "beside")
    return { ...above.scope, isNegated: false, isConsumed: above.scope.isConsumed && clause.tie === "beside" };
  if (above.scope.isConsumed) return above.scope;
  const isGoverned = clause.tie === "that" || clause.tie === "inside";
  const speaks = has(wish.clauses[clause.parent], "say", "notify") && above.made !== "deny";
  if (isGoverned && isConsumedBy(wish, clause, above.made)) return { ...above.scope, isConsumed: true };
  if (clause.tie === "relative" && (above.made === "deny" || above.made === "advise"))
    return { ...above.scope, isConsumed: true };
  if (clause.tie === "relative") {
    const speakers = knowersOf(wish, clause, parent);
    if (speakers.length === 0) return { ...above.scope, isNegated: false };
    return { isConsumed: false, speakers, reporters: above.scope.speakers, isNegated: false, saying: parent };
  }
  if (isGoverned && speaks) {
    const speakers = parties(wish, speakerPhrases(parent)).filter(({ kind }) => kind !== "sector" && kind !== "public");
    if (speakers.length > 0)
      return {
        isConsumed: false,
        speakers,
        reporters: above.scope.speakers,
        isNegated: parent.group.isNegated && !has(parent, "notify"),
        saying: parent,
      };
    return { ...above.scope, saying: parent };
  }
  if (isGoverned && wish.grammar.negatingVerbs.has(parent.group.verb.lemma))
    return { ...above.scope, isNegated: !parent.group.isNegated };
  // `was believed to have targeted`: the negation above reaches down.
  if (clause.tie === "inside" && parent.group.isNegated && above.made === null)
    return { ...above.scope, isNegated: true };
  return above.scope;
}

/** `X is aware of a group that targets`, `X has observed a group that targets`: what the relative clause says is X's. */
function knowersOf(wish: SentenceWish, clause: Clause, parent: Clause): readonly Party[] {
  const isAware =
    parent.group.isCopula && itemsIn(wish.chunks, parent.at, parent.at + 3).some((item) => isIn(item, "aware"));
  const isSeen = isIn(parent.group.verb, "observes") && !parent.group.isPassive && parent.until >= clause.at;
  if ((!isAware && !isSeen) || parent.group.isNegated || clause.tie !== "relative") return [];
  return parties(wish, parent.subject).filter(({ kind }) => kind !== "sector" && kind !== "public");
}

function speakerPhrases(clause: Clause): readonly NounPhrase[] {
  if (!clause.group.isPassive) return clause.subject;
  return clause.complements.filter(({ prep }) => prep === "by").flatMap(({ phrases }) => phrases);
}

/** Is a governed clause part of what the governing one states? */
function isConsumedBy(wish: SentenceWish, clause: Clause, made: FrameClass | null): boolean {
  if (made === null) return false;
  const isAside = wish.chunks[clause.at - 1]?.kind === "comma" && clause.tie === "inside";
  if (isAside && made !== "deny")
    return (
      !has(clause, "say", "policy", "deny", "accuse", "charge", "sanction", "impact") && !clause.group.verb.isLight
    );
  if (isAside) return !has(clause, "say", "policy") || has(clause, "deny");
  return made !== "notify" && made !== "say";
}

/** What may or will happen is no statement that it did; `may have` is one with a hedge. */
function isHypothetical(wish: SentenceWish, clause: Clause): boolean {
  const { modal } = clause.group;
  if (clause.tie === "inside" && clause.group.isInfinitive && isIn(wish.clauses[clause.parent]?.group.verb, "intends"))
    return true;
  if (modal === "") return false;
  const items = wish.chunks[clause.at]?.items ?? [];
  if (items.some(({ tag }) => tag === "have")) return false;
  if (isListed(wish.grammar, modal, "modal-duty")) return has(clause, "incident", "impact", "deny", "accuse", "charge");
  if (isListed(wish.grammar, modal, "modal-future"))
    return !has(clause, "policy", "reward", "sanction", "advise") && !clause.group.verb.isLight;
  return true;
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
  const listed = listedRole(wish, clause);
  if (listed !== null) return listed;
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

function accuseRole(wish: SentenceWish, index: number): Role | null {
  const clause = wish.clauses[index];
  if (clause === undefined) return null;
  // `blamed the attack on X`, but `blamed X for the attack on Y`.
  const isBlameOn =
    clause.group.verb.lemma === "blame" && clause.complements.find(({ prep }) => prep !== "of")?.prep === "on";
  const against = isBlameOn ? complementParties(wish, clause, "on") : parties(wish, undergoers(clause));
  if (against.length === 0) return null;
  const about = complement(clause, "of", "for", "over").at(0);
  const inner = wish.clauses.find(({ parent, tie }) => parent === index && tie === "inside");
  const from = isBlameOn ? afterVerb(wish, clause) : startOf(wish, about?.from, inner?.at, clause.at + 1);
  return {
    kind: "accusation",
    made: "accuse",
    by: doers(wish, clause),
    against: against.filter(isAccusable),
    targets: targetsWithin(wish, index, against),
    aboutFrom: from,
  };
}

/** `added four individuals to its sanctions list`, `the sanctions target five people`. */
function listedRole(wish: SentenceWish, clause: Clause): Role | null {
  const isSanction = (phrase: NounPhrase) => hasWord(phrase, "sanction-noun");
  const isAdded =
    clause.group.verb.lists.has("adds") &&
    complement(clause, "to", "on", "under").some(({ phrases }) => phrases.some(isSanction));
  const isAimed = clause.group.verb.lists.has("aims-at") && !clause.group.isPassive && clause.subject.some(isSanction);
  if (!isAdded && !isAimed) return null;
  const against = parties(wish, undergoers(clause)).filter(({ kind }) => kind !== "public");
  if (against.length === 0) return null;
  return {
    kind: "sanction",
    made: "sanction",
    by: isAdded ? doers(wish, clause) : null,
    against,
    targets: [],
    aboutFrom: startOf(wish, clause.at),
  };
}

/** `we hold Russia accountable for the attacks`. */
function heldRole(wish: SentenceWish, clause: Clause): Role | null {
  if (!isIn(clause.group.verb, "holds")) return null;
  const words = itemsIn(wish.chunks, clause.at + 1, clause.until);
  if (!words.slice(0, 10).some((item) => isIn(item, "accountable"))) return null;
  const against = parties(wish, undergoers(clause)).filter(isAccusable);
  if (against.length === 0) return null;
  return {
    kind: "accusation",
    made: "accuse",
    by: doers(wish, clause),
    against,
    targets: targetsWithin(wish, wish.clauses.indexOf(clause), against),
    aboutFrom: startOf(wish, complement(clause, "for").at(0)?.from, clause.at + 1),
  };
}

/** `works for the Russian state`, `operates on behalf of the government of X`: whose somebody is said to be. */
function servesRole(wish: SentenceWish, clause: Clause): Role | null {
  if (!isIn(clause.group.verb, "serves") || clause.group.isNegated) return null;
  const behalf = complement(clause, "on").some(({ phrases }) => phrases.some((phrase) => hasWord(phrase, "behalf")));
  const masters = (behalf ? complementParties(wish, clause, "of") : complementParties(wish, clause, "for")).filter(
    ({ kind, country }) => kind === "state" || (kind === "agency" && country !== ""),
  );
  // `hackers working for X targeted`: described, not said.
  const isSaid = clause.group.isFinite || (clause.tie === "inside" && clause.group.isInfinitive);
  const servants = parties(wish, clause.subject).filter(isAttributable);
  if (masters.length === 0 || servants.length === 0 || !isSaid) return null;
  return {
    kind: "accusation",
    made: "attribute",
    by: null,
    against: [...masters, ...servants],
    targets: [],
    aboutFrom: startOf(wish, clause.from),
  };
}

const isAttributable = ({ kind }: Party): boolean => kind === "group" || kind === "persons" || kind === "unknown";

/** `members received an email purporting to come from`: mail that is said to be no plain mail. */
function receivedRole(wish: SentenceWish, clause: Clause): Role | null {
  const isMail = clause.object.some((phrase) => isIn(phrase.head.items.at(-1), "mail"));
  if (!isIn(clause.group.verb, "receives") || !isMail || clause.group.isPassive || !clause.group.isFinite) return null;
  const isHarmful =
    clause.object.some((phrase) => hasWord(phrase, "harmful-word")) ||
    wish.clauses.some(({ at, group }) => at > clause.at && at < clause.until && isIn(group.verb, "purports"));
  const targets = parties(wish, clause.subject).filter(({ kind }) => kind !== "unknown");
  if (!isHarmful || targets.length === 0) return null;
  return { kind: "incident", made: "policy", by: null, against: [], targets, aboutFrom: startOf(wish, clause.at) };
}

/** `targets included dissidents and diplomats`. */
function listOfTargets(wish: SentenceWish, clause: Clause): Role | null {
  const isList =
    isIn(clause.group.verb, "comprises") && clause.subject.some(({ head }) => isIn(head.items.at(-1), "victim"));
  if (!isList || !clause.group.isFinite) return null;
  const targets = parties(wish, clause.object).filter(({ kind }) => kind !== "unknown");
  if (targets.length === 0) return null;
  return { kind: "incident", made: "incident", by: null, against: [], targets, aboutFrom: startOf(wish, clause.from) };
}

/** `identified APT99 as a group that …`, `named Russia as responsible`. */
function namedRole(wish: SentenceWish, clause: Clause): Role | null {
  if (!clause.group.verb.lists.has("names-as")) return null;
  const as = complement(clause, "as").at(0);
  const words = as === undefined ? [] : itemsIn(wish.chunks, as.from, clause.until);
  const isActorWord = words.slice(0, 10).some(({ lists }) => lists.has("culprit"));
  const against = parties(wish, undergoers(clause)).filter(
    ({ kind }) => kind === "group" || kind === "state" || kind === "agency" || kind === "company" || kind === "persons",
  );
  if (!isActorWord || against.length === 0) return null;
  return {
    kind: "accusation",
    made: "accuse",
    by: doers(wish, clause),
    against,
    targets: attackTargets(wish, clause),
    aboutFrom: startOf(wish, as?.from),
  };
}

function attributeRole(wish: SentenceWish, clause: Clause): Role | null {
  if (!clause.group.isFinite && clause.tie !== "inside") return null;
  const after = complementParties(wish, clause, "to", "with").filter(
    ({ kind }) => kind !== "sector" && kind !== "public" && kind !== "office",
  );
  if (after.length === 0) return null;
  // `a company linked to the attacks` describes; `has been linked to` says.
  if (!clause.group.isFinite && clause.group.isPassive) return null;
  const subjects = parties(wish, undergoers(clause)).filter(
    ({ kind }, at) =>
      kind === "group" || (kind === "persons" && isIn(undergoers(clause)[at]?.head.items.at(-1), "attacker")),
  );
  return {
    kind: "accusation",
    made: "attribute",
    by: doers(wish, clause),
    against: [...after, ...subjects],
    targets: attackTargets(wish, clause),
    aboutFrom: clause.group.isPassive ? startOf(wish, clause.from) : afterVerb(wish, clause),
  };
}

function againstRole(wish: SentenceWish, index: number, name: "charge" | "sanction"): Role | null {
  const clause = wish.clauses[index];
  if (clause === undefined) return null;
  const against = parties(wish, undergoers(clause)).filter(
    ({ kind }) => kind !== "public" && kind !== "office" && (kind !== "sector" || name === "sanction"),
  );
  if (against.length === 0) return null;
  const about = complement(clause, "with", "for", "over", "in", "as").at(0);
  return {
    kind: name,
    made: name,
    by: chargers(wish, clause),
    against,
    targets: targetsWithin(wish, index, against),
    aboutFrom: startOf(wish, about?.from, clause.at + 1),
  };
}

/** `an indictment was unsealed in X charging`: the paper, where nobody that is known stands before the verb. */
function chargers(wish: SentenceWish, clause: Clause): readonly Party[] | null {
  const by = doers(wish, clause);
  if (clause.group.isFinite || by?.some(({ words }) => words !== "") === true) return by;
  const parent = wish.clauses[clause.parent];
  const papers = parent === undefined ? [] : parties(wish, parent.subject);
  return papers.length === 0 ? null : papers;
}

function adviseRole(wish: SentenceWish, clause: Clause): Role | null {
  const twin = wish.clauses[clause.parent];
  // `never supported or encouraged hackers` was read as a whole.
  if (clause.tie === "beside" && isIn(clause.group.verb, "support-of") && twin?.group.isNegated === true) return null;
  const concerned = parties(wish, undergoers(clause));
  const embedded = wish.clauses.find(({ parent, tie }) => wish.clauses[parent] === clause && tie === "that");
  const targets = concerned.length > 0 || embedded === undefined ? concerned : parties(wish, embedded.subject);
  const by = doers(wish, clause);
  if (by === null && targets.length === 0) return null;
  return { kind: "advice", made: "advise", by, against: [], targets, aboutFrom: afterVerb(wish, clause) };
}

function notifyRole(wish: SentenceWish, clause: Clause): Role | null {
  const told = parties(wish, undergoers(clause)).filter(({ kind }) => kind !== "unknown");
  const by = doers(wish, clause);
  if (by === null && told.length === 0) return null;
  if (clause.group.isPassive && !clause.group.isFinite) return null;
  // `the victim is told how to pay`.
  if (clause.group.isPassive && by === null && !clause.group.isPast && !clause.group.isNegated) return null;
  return { kind: "notification", made: "notify", by, against: [], targets: told, aboutFrom: afterVerb(wish, clause) };
}

function impactRole(wish: SentenceWish, clause: Clause): Role | null {
  const phrases = undergoers(clause);
  // `ransomware that impacts hospitals` tells of no act.
  if (!clause.group.isPast && !clause.group.isProgressive && !clause.group.isNegated && clause.group.isFinite)
    return null;
  const targets = [
    ...concerned(wish, phrases),
    ...including(wish, clause),
    ...sectorsIn(wish, wish.chunks, clause.at, clause.until),
  ];
  const isOfTrade = [...clause.subject, ...clause.object].some(
    (phrase) => isTrade(wish.grammar, phrase) || isCounted(phrase),
  );
  if (targets.length === 0 && !isOfTrade) return null;
  return {
    kind: "impact",
    made: "impact",
    by: clause.group.isPassive ? [] : [],
    against: [],
    targets: unique(targets),
    aboutFrom: clause.group.isPassive ? startOf(wish, clause.from) : afterVerb(wish, clause),
  };
}

const isCounted = (phrase: NounPhrase): boolean =>
  phrase.head.items.some(({ tag, lists }) => tag === "num" || lists.has("round-number"));

function policyRole(wish: SentenceWish, clause: Clause): Role | null {
  const by = doers(wish, clause);
  const isOfficial = (by ?? []).some(({ kind }) => kind === "state" || kind === "agency" || kind === "office");
  if (clause.group.verb.lemma === "call" && complement(clause, "for", "on", "upon").length === 0) return null;
  const isPosition = has(clause, "say");
  if (isPosition && clause.object.length === 0 && clause.complements.length === 0) return null;
  // Positions that a verb of saying opens are read where nothing below it is a statement of its own.
  if (isPosition && wish.clauses.some(({ parent, tie }) => wish.clauses[parent] === clause && tie === "that"))
    return null;
  if (!isOfficial && (by !== null || !clause.group.isPassive)) return null;
  if (clause.group.isPassive && by === null && !clause.subject.some((phrase) => hasWord(phrase, "policy-noun")))
    return null;
  const isOnSomebody = clause.group.verb.lemma === "expel" || clause.group.verb.lemma === "summon";
  const against = isOnSomebody ? parties(wish, undergoers(clause)) : condemnedIn(wish, clause);
  return {
    kind: "policy",
    made: "policy",
    by,
    against,
    targets: [],
    aboutFrom: clause.group.isPassive ? startOf(wish, clause.from) : startOf(wish, clause.at),
  };
}

/** `condemned Russia's attacks`, `the campaign conducted by APT99`: whose attack is condemned. */
function condemnedIn(wish: SentenceWish, clause: Clause): readonly Party[] {
  if (!isIn(clause.group.verb, "condemns-what")) return [];
  const owners = clause.object.flatMap((phrase) => {
    const own = phrase.links.filter(({ prep }) => prep === "by").map(({ head }) => ({ head, links: [] }));
    const possessor = possessorOf(phrase);
    return possessor === null ? own : [...own, possessor];
  });
  const doers = wish.clauses
    .filter(({ at, group }) => at > clause.at && at < clause.until && group.isPassive && !group.isFinite)
    .flatMap((other) => complementParties(wish, other, "by"));
  return unique([...parties(wish, owners), ...doers].filter(isAccusable));
}

/** A verb of little meaning with a noun of the record: `announced sanctions against`, `charges were brought`. */
function nounRole(wish: SentenceWish, clause: Clause): Role | null {
  const { grammar } = wish;
  if (!clause.group.verb.isLight) return null;
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
    const against = linked("against", "on", "of").filter(isAccusable);
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

/** `Enable …` at a sentence's start, `organisations should …`. */
function orderRole(wish: SentenceWish, clause: Clause): Role | null {
  const { group, subject } = clause;
  const isFirst = wish.chunks
    .slice(0, clause.at)
    .every(({ kind }) => kind === "other" || kind === "stop" || kind === "quote");
  const isWhole = wish.chunks.at(-1)?.items[0]?.lower === "." || wish.kind === "list-item";
  if (
    isFirst &&
    isWhole &&
    !wish.chunks.some(({ items }) => items.some(({ known }) => known?.kind === "group")) &&
    group.form === "base" &&
    !group.isInfinitive &&
    group.modal === "" &&
    subject.length === 0 &&
    wish.grammar.imperatives.has(group.verb.lemma)
  ) {
    return { kind: "advice", made: "advise", by: null, against: [], targets: [], aboutFrom: startOf(wish, clause.at) };
  }
  if (group.modal !== "should" && group.modal !== "must") return null;
  const targets = parties(wish, subject);
  return targets.length === 0
    ? null
    : { kind: "advice", made: "advise", by: null, against: [], targets, aboutFrom: startOf(wish, clause.at) };
}

function draftOf(wish: SentenceWish, clause: Clause, scope: Scope, role: Role): Draft {
  const isOwn = role.by !== null && role.by.length > 0;
  const by = isOwn ? (role.by ?? []) : scope.speakers;
  const via = isOwn
    ? scope.speakers.filter((speaker) => !by.some(({ name }) => name === speaker.name))
    : scope.reporters;
  const start = startOf(wish, clause.from);
  const end = wish.chunks[clause.until - 1]?.end ?? start;
  const aboutStart = role.aboutFrom >= start && role.aboutFrom <= end ? role.aboutFrom : end;
  const saying =
    scope.saying === null
      ? null
      : {
          start: startOf(wish, scope.saying.from),
          end: scope.saying.at < clause.at ? start : (wish.chunks[scope.saying.until - 1]?.end ?? start),
        };
  const said = saying === null || saying.end <= saying.start ? "" : wish.text.slice(saying.start, saying.end);
  const isNor = wish.chunks[clause.at - 1]?.items[0]?.lower === "nor";
  const negative = isNor || clause.group.isNegated || scope.isNegated || subjectIsNone(wish, clause);
  const isSelfDenial = role.kind === "denial" && !has(clause, "deny");
  return {
    kind: role.kind,
    by,
    via,
    against: role.against,
    targets: role.targets,
    isNegated: isSelfDenial ? false : (role.isNegated ?? false) || negative,
    confidence: confidence(wish, clause, `${said} ${openingOf(wish, clause, start)} ${wish.text.slice(start, end)}`),
    aboutStart,
    aboutEnd: end,
    start,
    end,
    verb: wish.chunks[clause.at]?.start ?? start,
    saying,
    isAct: role.made === "incident" || role.kind === "incident" || role.kind === "impact",
  };
}

/** `It is likely that`, `There is a realistic possibility that`: the words before the clause that they open. */
function openingOf(wish: SentenceWish, clause: Clause, start: number): string {
  const parent = clause.tie === "that" ? wish.clauses[clause.parent] : undefined;
  return parent === undefined ? "" : wish.text.slice(startOf(wish, parent.from), start);
}

function confidence(wish: SentenceWish, clause: Clause, text: string): StatedConfidence {
  const found = confidenceOf(text, wish.side, wish.grammar.hedges);
  if (found !== NO_CONFIDENCE || !isListed(wish.grammar, clause.group.modal, "modal-possible")) return found;
  return { words: clause.group.modal, scale: "", low: null, high: null };
}

/** A body's position behind a verb of insisting under which nothing else was read (`emphasising that such actions are unacceptable`). */
function positions(wish: SentenceWish, readings: readonly Reading[], drafts: readonly Draft[]): readonly Draft[] {
  const found: Draft[] = [];
  for (const [index, clause] of wish.clauses.entries()) {
    const reading = readings[index];
    if (
      reading === undefined ||
      reading.made !== null ||
      reading.scope.isConsumed ||
      !has(clause, "say") ||
      !has(clause, "policy")
    )
      continue;
    const by = doers(wish, clause) ?? [];
    const isOfficial = by.some(({ kind }) => kind === "state" || kind === "agency" || kind === "office");
    const end = wish.chunks[clause.until - 1]?.end ?? 0;
    const start = startOf(wish, clause.at);
    if (!isOfficial || drafts.some(({ verb }) => verb > start && verb < end)) continue;
    found.push(
      draftOf(wish, clause, reading.scope, {
        kind: "policy",
        made: "policy",
        by,
        against: [],
        targets: [],
        aboutFrom: start,
      }),
    );
  }
  return found;
}
