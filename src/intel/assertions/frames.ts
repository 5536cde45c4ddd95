/**
 * Clauses → statements: who accuses, charges, sanctions, denies, advises, notifies whom of what. What stands under a denial, a condition or
 * an accusation is part of that and no statement of its own; what stands under a verb of saying is its speaker's.
 *
 * Pure; each clause is looked at once, its governors were before it.
 */
import type { AssertionKind, Party, StatedConfidence } from "../../case/assertion.ts";
import type { Chunk } from "./chunks.ts";
import { type Clause, type Complement, itemsIn, type NounPhrase } from "./clauses.ts";
import { confidenceOf, NO_CONFIDENCE, type Scale } from "./estimates.ts";
import type { FrameClass, Grammar } from "./grammar.ts";
import type { Item } from "./items.ts";
import { type Memory, type PartyWish, partiesOf, remember, sectorsIn } from "./parties.ts";

export interface SentenceWish extends PartyWish {
  readonly chunks: readonly Chunk[];
  readonly clauses: readonly Clause[];
  readonly memory: Memory;
  readonly side: Scale;
  readonly isListItem: boolean;
}

/** A statement before its quote, times, quantities and techniques are added. */
export interface Draft {
  readonly kind: AssertionKind;
  readonly by: readonly Party[];
  readonly via: readonly Party[];
  readonly against: readonly Party[];
  readonly targets: readonly Party[];
  readonly isNegated: boolean;
  readonly confidence: StatedConfidence;
  /** Of the text: where what is said begins and ends; empty range for nothing. */
  readonly aboutStart: number;
  readonly aboutEnd: number;
  /** Of the text: the whole clause, and its verb. */
  readonly start: number;
  readonly end: number;
  readonly verb: number;
  /** Text between a verb of saying that governs it and its own beginning: times there are the statement's. */
  readonly saying: { readonly start: number; readonly end: number } | null;
}

interface Scope {
  readonly isConsumed: boolean;
  readonly speakers: readonly Party[];
  /** Who reports the speakers, where one verb of saying stands in another. */
  readonly reporters: readonly Party[];
  readonly isNegated: boolean;
  readonly saying: Clause | null;
}

interface Reading {
  readonly scope: Scope;
  readonly made: FrameClass | null;
}

type Role = Pick<Draft, "kind" | "against" | "targets"> & {
  readonly by: readonly Party[] | null;
  readonly made: FrameClass;
  readonly aboutFrom: number;
  readonly isNegated?: boolean;
};

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
  return [...withoutRepeats(drafts), ...positions(wish, readings, drafts)];
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

const has = (clause: Clause | undefined, ...names: readonly FrameClass[]): boolean =>
  clause?.group.verb.classes.some((name) => names.includes(name)) === true;

const parties = (wish: SentenceWish, phrases: readonly NounPhrase[]): readonly Party[] =>
  phrases.flatMap((phrase) => partiesOf(wish, wish.memory, phrase));

function rememberSubject(wish: SentenceWish): void {
  const main = wish.clauses.find(({ group, tie }) => group.isFinite && tie === "none");
  for (const party of main === undefined ? [] : parties(wish, main.subject)) remember(wish.memory, party, "<subject>");
}

// ---- who speaks ----

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
  if (clause.tie === "relative") return { ...above.scope, isNegated: false };
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
  const governing = wish.clauses[clause.parent]?.group.verb.lemma ?? "";
  if (
    clause.tie === "inside" &&
    clause.group.isInfinitive &&
    /^(?:threaten|promise|plan|want|hope|intend|need)$/.test(governing)
  )
    return true;
  if (modal === "") return false;
  const items = wish.chunks[clause.at]?.items ?? [];
  if (items.some(({ tag }) => tag === "have")) return false;
  if (/^(?:should|must)$/.test(modal)) return has(clause, "incident", "impact", "deny", "accuse", "charge");
  if (/^(?:will|shall|cannot|can)$/.test(modal))
    return !has(clause, "policy", "reward", "sanction", "advise") && !clause.group.verb.isLight;
  return true;
}

// ---- roles by class ----

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
  const noun = nounRole(wish, clause);
  if (noun !== null) return noun;
  const listed = listedRole(wish, clause);
  if (listed !== null) return listed;
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

const complement = (clause: Clause, ...preps: readonly string[]): readonly Complement[] =>
  clause.complements.filter(({ prep }) => preps.includes(prep));

const complementParties = (wish: SentenceWish, clause: Clause, ...preps: readonly string[]): readonly Party[] =>
  parties(
    wish,
    complement(clause, ...preps).flatMap(({ phrases }) => phrases),
  );

/** Who does what the verb says: the subject, or in the passive the one after `by`; null where nobody is named. */
function doers(wish: SentenceWish, clause: Clause): readonly Party[] | null {
  const found = clause.group.isPassive ? complementParties(wish, clause, "by") : parties(wish, clause.subject);
  return found.length === 0 ? null : found;
}

const undergoers = (clause: Clause): readonly NounPhrase[] => (clause.group.isPassive ? clause.subject : clause.object);

const isAccusable = ({ kind }: Party): boolean => kind !== "sector" && kind !== "public";

const afterVerb = (wish: SentenceWish, clause: Clause): number => wish.chunks[clause.at]?.end ?? 0;

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
  const isSanction = (phrase: NounPhrase) => hasWord(phrase, /^sanctions?$/);
  const isAdded =
    /^(?:add|place|put)$/.test(clause.group.verb.lemma) &&
    complement(clause, "to", "on", "under").some(({ phrases }) => phrases.some(isSanction));
  const isAimed =
    /^(?:target|hit|cover)$/.test(clause.group.verb.lemma) &&
    !clause.group.isPassive &&
    clause.subject.some(isSanction);
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

/** `identified APT99 as a group that …`, `named Russia as responsible`. */
function namedRole(wish: SentenceWish, clause: Clause): Role | null {
  if (!/^(?:identify|name|describe|regard|view)$/.test(clause.group.verb.lemma)) return null;
  const as = complement(clause, "as").at(0);
  const words = as === undefined ? [] : itemsIn(wish.chunks, as.from, clause.until);
  const isActorWord = words
    .slice(0, 10)
    .some(({ lower }) =>
      /^(?:group|actor|actors|gang|hackers|responsible|behind|perpetrators?|culprit|source|unit)$/.test(lower),
    );
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

/** Start of the first of these chunks that there is. */
function startOf(wish: SentenceWish, ...at: readonly (number | undefined)[]): number {
  for (const index of at) {
    const chunk = index === undefined ? undefined : wish.chunks[index];
    if (chunk !== undefined) return chunk.start;
  }
  return 0;
}

function attributeRole(wish: SentenceWish, clause: Clause): Role | null {
  if (!clause.group.isFinite && clause.tie !== "inside") return null;
  const after = complementParties(wish, clause, "to", "with").filter(
    ({ kind }) => kind === "state" || kind === "agency" || kind === "group" || kind === "persons" || kind === "company",
  );
  if (after.length === 0) return null;
  // `a company linked to the attacks` describes; `has been linked to` says.
  if (!clause.group.isFinite && clause.group.isPassive) return null;
  const subjects = parties(wish, undergoers(clause)).filter(({ kind }) => kind === "group");
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
    by: doers(wish, clause),
    against,
    targets: targetsWithin(wish, index, against),
    aboutFrom: startOf(wish, about?.from, clause.at + 1),
  };
}

function adviseRole(wish: SentenceWish, clause: Clause): Role | null {
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
  return { kind: "notification", made: "notify", by, against: [], targets: told, aboutFrom: afterVerb(wish, clause) };
}

function impactRole(wish: SentenceWish, clause: Clause): Role | null {
  const phrases = undergoers(clause);
  const targets = [
    ...parties(wish, phrases),
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
  phrase.head.items.some(({ tag, lower }) => tag === "num" || /^(?:thousands|hundreds|dozens|millions)$/.test(lower));

function isTrade(grammar: Grammar, phrase: NounPhrase): boolean {
  return phrase.head.items.some(({ lower }) => grammar.tradeNouns.has(lower));
}

const MAIN_POLICY =
  /^(?:calls?|measures?|commitments?|pledge|statute|ambassador|envoy|taskforce|protest|demarche|démarche|statements?|legislation)$/;

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
  if (clause.group.isPassive && by === null && !clause.subject.some((phrase) => hasWord(phrase, MAIN_POLICY)))
    return null;
  const against =
    clause.group.verb.lemma === "expel" || clause.group.verb.lemma === "summon"
      ? parties(wish, undergoers(clause))
      : [];
  return {
    kind: "policy",
    made: "policy",
    by,
    against,
    targets: [],
    aboutFrom: clause.group.isPassive ? startOf(wish, clause.from) : startOf(wish, clause.at),
  };
}

const hasWord = (phrase: NounPhrase, pattern: RegExp): boolean =>
  phrase.head.items.some(({ lower }) => pattern.test(lower));

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
  const linked = (...preps: readonly string[]): readonly Party[] => [
    ...complementParties(wish, clause, ...preps),
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
  if (name === "sanction") return role("sanction", linked("against", "on"), []);
  if (name === "deny") return role("denial", by ?? [], []);
  if (name === "advise")
    return role(
      "advice",
      [],
      linked("for", "to", "on").filter(({ kind }) => kind !== "unknown"),
    );
  if (name === "notify")
    return role(
      "notification",
      [],
      linked("to", "for").filter(({ kind }) => kind !== "unknown"),
    );
  if (name === "reward") return role("reward", linked("about", "on", "against"), []);
  const isOfficial = by === null || by.some(({ kind }) => kind === "state" || kind === "agency" || kind === "office");
  if (name === "policy" && !isOfficial) return null;
  if (name === "policy")
    return isPlainStatement(phrase) && !hasCondemnation(wish, clause) ? null : role("policy", [], []);
  return null;
}

const isPlainStatement = (phrase: NounPhrase): boolean => hasWord(phrase, /^statements?$/);

function hasCondemnation(wish: SentenceWish, clause: Clause): boolean {
  return wish.clauses.some(
    (other) => other.at > clause.at && other.at < clause.until && has(other, "policy", "accuse"),
  );
}

/** `revelations from the US`: who is behind what stands as a subject. */
function speakersOfThings(wish: SentenceWish, phrases: readonly NounPhrase[]): readonly Party[] | null {
  const found = phrases.flatMap(({ head, links }) => {
    const owners = links
      .filter(({ prep }) => /^(?:from|by|of)$/.test(prep))
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
  const phrase = clause.object.find(({ head }) => /^(?:charges?|sanctions?)$/.test(head.items.at(-1)?.lower ?? ""));
  if (phrase === undefined) return null;
  const kind = hasWord(phrase, /^charges?$/) ? "charge" : "sanction";
  return {
    kind,
    made: kind,
    by: null,
    against: parties(wish, clause.subject),
    targets: [],
    aboutFrom: afterVerb(wish, clause),
  };
}

// ---- denials ----

const WEAK_DENIAL = /^(?:reject|dismiss|dispute|denounce|decry|deplore|disavow|rubbish|repudiate)$/;
const CLAIM_NOUN =
  /^(?:accusations?|allegations?|claims?|charges?|reports?|findings?|assertions?|suggestions?|indictment|assessment|attribution|insinuations?|involvement|responsibility|statement|conclusions?)$/;
const BASELESS =
  /^(?:baseless|groundless|unfounded|false|fabricated|fabrication|fabrications|slander|slanders|slanderous|untrue|smear|smears|nonsense|fiction|lies|lie|absurd|ridiculous|unsubstantiated|untruthful|disinformation|preposterous|malicious)$/;

function denialRole(wish: SentenceWish, index: number, scope: Scope): Role | null {
  const clause = wish.clauses[index];
  if (clause === undefined) return null;
  const { lemma } = clause.group.verb;
  const object = undergoers(clause);
  if (/^(?:call|describe|brand|label|dismiss|deem)$/.test(lemma)) {
    const isClaim = object.some((phrase) => hasWord(phrase, CLAIM_NOUN));
    const words = itemsIn(wish.chunks, clause.at, clause.until);
    if (isClaim && words.some(({ lower }) => BASELESS.test(lower))) return denial(wish, clause, scope);
    if (!has(clause, "deny")) return null;
  }
  if (!has(clause, "deny")) return sayingNot(wish, clause, scope);
  if (WEAK_DENIAL.test(lemma)) {
    const isClaim =
      object.some((phrase) => hasWord(phrase, CLAIM_NOUN) || phrase.head.items[0]?.tag === "pron") ||
      object.some((phrase) => phrase.links.some(({ head }) => CLAIM_NOUN.test(head.items.at(-1)?.lower ?? "")));
    const isThat = wish.clauses.some(({ parent, tie }) => parent === index && tie === "that");
    if (!isClaim && !isThat)
      return lemma === "denounce" || lemma === "decry" || lemma === "deplore" ? condemnation(wish, clause) : null;
  }
  if (
    clause.group.isPassive &&
    clause.subject.some((phrase) => !hasWord(phrase, CLAIM_NOUN)) &&
    complement(clause, "by").length === 0
  )
    return null;
  // `able neither to confirm nor deny`: without anybody who denies, only claims can be what is denied.
  const isClaim = object.some((phrase) => hasWord(phrase, CLAIM_NOUN));
  if (!isClaim && doers(wish, clause) === null && scope.speakers.length === 0) return null;
  return denial(wish, clause, scope);
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

const INVOLVED = /^(?:behind|responsible|involved|involvement|guilty|to blame)$/;

/** `said it had not targeted`, `was not behind`: the speaker, or who belongs to it, speaks of itself. */
function sayingNot(wish: SentenceWish, clause: Clause, scope: Scope): Role | null {
  const isNot = clause.group.isNegated || subjectIsNone(wish, clause);
  if (!isNot || scope.saying === null || clause.tie === "relative") return null;
  if (clause.group.isPassive && clause.group.verb.lemma !== "involve") return null;
  const next = wish.clauses[wish.clauses.indexOf(clause) + 1]?.at ?? clause.until;
  const words = itemsIn(wish.chunks, clause.at, Math.min(next, clause.until));
  const isOfTrade = has(clause, "incident", "act") || words.some(({ lower }) => INVOLVED.test(lower));
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

function speaksOfItself(wish: SentenceWish, clause: Clause, scope: Scope): boolean {
  const [subject] = clause.subject;
  if (subject === undefined || scope.speakers.length === 0) return false;
  if (/^(?:it|they|we|its|their|our)$/.test(subject.head.items[0]?.lower ?? "")) return true;
  const countries = new Set(scope.speakers.map(({ country }) => country).filter((code) => code !== ""));
  return parties(wish, [subject]).some(
    ({ country, name }) => countries.has(country) || scope.speakers.some((speaker) => speaker.name === name),
  );
}

function subjectIsNone(wish: SentenceWish, clause: Clause): boolean {
  return clause.subject.some(({ head }) => head.items.some(({ lower }) => wish.grammar.negativeWords.has(lower)));
}

// ---- `is`, `there is no evidence`, orders ----

function copulaRole(wish: SentenceWish, clause: Clause, scope: Scope): Role | null {
  const after = itemsIn(wish.chunks, clause.at + 1, clause.until);
  const next = after.find(({ tag }) => tag !== "adv")?.lower ?? "";
  if (
    clause.subject.some((phrase) => hasWord(phrase, CLAIM_NOUN)) &&
    after.slice(0, 12).some(({ lower }) => BASELESS.test(lower))
  ) {
    const by = scope.speakers.length > 0 ? scope.speakers : null;
    return by === null
      ? null
      : { kind: "denial", made: "deny", by, against: by, targets: [], aboutFrom: startOf(wish, clause.from) };
  }
  const negative =
    noEvidence(wish, clause.object) ||
    (clause.group.isNegated &&
      clause.object.some(({ head: { items } }) => /^(?:evidence|indications?|proof)$/.test(items.at(-1)?.lower ?? "")));
  if (negative) return evidenceOf(wish, wish.clauses.indexOf(clause), []);
  const isBehind =
    next === "behind" ||
    ((next === "responsible" || next === "involved") && after.some(({ lower }) => lower === "for" || lower === "in"));
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

const EVIDENCE = /^(?:evidence|indications?|signs?|proof|suggestion|impact|effect)$/;

function noEvidence(wish: SentenceWish, phrases: readonly NounPhrase[]): boolean {
  return phrases.some(
    ({ head }) =>
      head.items.some(({ lower }) => wish.grammar.negativeWords.has(lower)) &&
      EVIDENCE.test(head.items.at(-1)?.lower ?? ""),
  );
}

/** `found no evidence that`, `has not seen any evidence`. */
function evidenceRole(wish: SentenceWish, index: number): Role | null {
  const clause = wish.clauses[index];
  if (clause === undefined) return null;
  const isNone =
    noEvidence(wish, undergoers(clause)) ||
    (clause.group.isNegated &&
      undergoers(clause).some(({ head }) => /^(?:evidence|indications?|signs?)$/.test(head.items.at(-1)?.lower ?? "")));
  return isNone && /^(?:find|see|have|uncover|identify|observe|be|detect|remain)$/.test(clause.group.verb.lemma)
    ? evidenceOf(wish, index, parties(wish, clause.subject))
    : null;
}

function evidenceOf(wish: SentenceWish, index: number, by: readonly Party[]): Role {
  const clause = wish.clauses[index];
  const below = wish.clauses.filter((other, at) => at > index && clause !== undefined && other.at < clause.until);
  const targets = below.flatMap((other) =>
    parties(wish, undergoers(other).length > 0 ? undergoers(other) : other.subject),
  );
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

/** `Enable …` at a sentence's start, `organisations should …`. */
function orderRole(wish: SentenceWish, clause: Clause): Role | null {
  const { group, subject } = clause;
  const isFirst = wish.chunks
    .slice(0, clause.at)
    .every(({ kind }) => kind === "other" || kind === "stop" || kind === "quote");
  const isWhole = wish.chunks.at(-1)?.items[0]?.lower === "." || wish.isListItem;
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

// ---- incidents ----

const HARMFUL =
  /^(?:cyber-?attacks?|attacks?|espionage|cyber-espionage|malware|phishing|spear-?phishing|intrusions?|breach(?:es)?|surveillance|spyware|backdoors?|ransomware|hacking|emails?|e-mails?|mails?|messages?|wipers?|reconnaissance|campaigns?|operations?)$/;
/** What happens, or is sent: an incident also where nobody is named as its author. */
const EVENT =
  /^(?:cyber-?attacks?|attacks?|espionage|cyber-espionage|intrusions?|breach(?:es)?|surveillance|hacking|emails?|e-mails?|mails?|messages?|reconnaissance|campaigns?)$/;
const ATTACKERS =
  /^(?:hackers?|nationals?|operatives?|agents?|spies|spy|attackers?|hacktivists?|conspirators?|co-conspirators|defendants?|officers?|suspects?)$/;

function incidentRole(wish: SentenceWish, index: number, scope: Scope): Role | null {
  const clause = wish.clauses[index];
  if (clause === undefined) return null;
  const { group } = clause;
  const isAct = !has(clause, "incident");
  const object = undergoers(clause);
  const said = [...object, ...clause.complements.flatMap(({ phrases }) => phrases)];
  const isOfTrade = said.some((phrase) => isTrade(wish.grammar, phrase));
  const isHarmful = said.some((phrase) => phrase.head.items.some(({ lower }) => HARMFUL.test(lower)));
  const speakers = new Set(scope.speakers.map(({ name }) => name));
  // Nobody accuses itself: whom it speaks of is not known then.
  const against = actors(wish, clause, isAct && !isHarmful).filter(({ name }) => !speakers.has(name));
  if (isAct && !isOfTrade) return null;
  const isEvent = [...said, ...clause.subject].some((phrase) =>
    phrase.head.items.some(({ lower }) => EVENT.test(lower)),
  );
  if (isAct && against.length === 0 && (!isEvent || group.isNegated)) return null;
  if (isAct && against.length === 0 && !isThing(wish, clause)) return null;
  const targets = [...incidentTargets(wish, index, against)];
  const real = targets.filter(({ kind }) => kind !== "unknown");
  const isSaid = scope.speakers.length > 0;
  if (against.length === 0 && real.length === 0 && !(isAct && (isHarmful || isEvent)) && !(isSaid && isOfTrade))
    return null;
  // `compromised routers`, a description without a verb of its own.
  if (!group.isFinite && group.isPassive && clause.tie === "inside" && against.length === 0) return null;
  const isAccusation = isSaid && against.length > 0;
  return {
    kind: isAccusation ? "accusation" : "incident",
    made: "incident",
    by: null,
    against,
    targets: unique(targets),
    aboutFrom: group.isPassive || isAccusation ? startOf(wish, clause.from) : startOf(wish, clause.at),
  };
}

/** Who did it: the subject or the one after `by`, where that can be an attacker. */
function actors(wish: SentenceWish, clause: Clause, isStrict: boolean): readonly Party[] {
  const phrases = clause.group.isPassive ? complement(clause, "by").flatMap(({ phrases: all }) => all) : clause.subject;
  return phrases.flatMap((phrase) => {
    const head = phrase.head.items.findLast(({ tag }) => tag !== "poss");
    const owner = phrase.links
      .filter(({ prep }) => prep === "by")
      .map(({ head: inner }) => ({ head: inner, links: [] }));
    if (head !== undefined && wish.grammar.tradeNouns.has(head.lower) && head.known === null) {
      // `a campaign by X`, `APT31's emails`, `APT31 operations`.
      const group = phrase.head.items.filter(({ known }) => known?.kind === "group");
      const chunk = group.map((item) => ({
        kind: "np" as const,
        start: item.start,
        end: item.end,
        items: [item],
        group: null,
      }));
      return parties(wish, [...owner, ...chunk.map((one) => ({ head: one, links: [] }))]);
    }
    return partiesOf(wish, wish.memory, phrase).filter((party) => isActor(party, head, isStrict));
  });
}

function isActor(party: Party, head: Item | undefined, isStrict: boolean): boolean {
  if (party.kind === "group") return true;
  if (party.kind === "persons") return head !== undefined && (ATTACKERS.test(head.lower) || head.tag === "pron");
  if (isStrict) return false;
  return party.kind === "state" || party.kind === "agency" || (party.kind === "company" && party.country !== "");
}

/** The subject is no person or body: an operation, a campaign, or nothing at all. */
function isThing(wish: SentenceWish, clause: Clause): boolean {
  if (clause.group.isPassive) return true;
  return (
    clause.subject.every((phrase) => isTrade(wish.grammar, phrase)) &&
    (clause.subject.length > 0 || clause.tie === "inside")
  );
}

function incidentTargets(wish: SentenceWish, index: number, against: readonly Party[]): readonly Party[] {
  const clause = wish.clauses[index];
  if (clause === undefined) return [];
  const names = new Set(against.map(({ name }) => name));
  const isOn = /^(?:spy|snoop|eavesdrop|intrude|break)$/.test(clause.group.verb.lemma);
  const direct = has(clause, "incident")
    ? concerned(wish, [
        ...undergoers(clause),
        ...(isOn ? complement(clause, "on", "into").flatMap(({ phrases }) => phrases) : []),
      ])
    : [];
  const found = [
    ...direct,
    ...including(wish, clause),
    ...robbed(wish, clause),
    ...complementParties(wish, clause, "against", "to").filter(({ kind }) => kind !== "unknown"),
    ...attackTargets(wish, clause),
    ...below(wish, index),
    ...sectorsIn(wish, wish.chunks, clause.at, clause.until),
  ];
  return unique(found).filter(({ name }) => !names.has(name));
}

/** `stole documents from X`. */
function robbed(wish: SentenceWish, clause: Clause): readonly Party[] {
  if (!/^(?:steal|exfiltrate|harvest|collect|obtain|extract|gather|take)$/.test(clause.group.verb.lemma)) return [];
  return complementParties(wish, clause, "from").filter(({ kind }) => kind !== "unknown");
}

/** Targets in what a clause governs: accusations, charges. */
function targetsWithin(wish: SentenceWish, index: number, against: readonly Party[]): readonly Party[] {
  const clause = wish.clauses[index];
  if (clause === undefined) return [];
  const names = new Set(against.map(({ name }) => name));
  const found = [
    ...attackTargets(wish, clause),
    ...below(wish, index),
    ...sectorsIn(wish, wish.chunks, clause.at, clause.until),
  ];
  return unique(found).filter(({ name }) => !names.has(name));
}

/** Objects of clauses of the trade under this one, over any number of steps. */
function below(wish: SentenceWish, index: number): readonly Party[] {
  const clause = wish.clauses[index];
  if (clause === undefined) return [];
  const found: Party[] = [];
  const under = new Set([index]);
  for (const [at, other] of wish.clauses.entries()) {
    if (at <= index || !under.has(other.parent) || other.tie === "none") continue;
    under.add(at);
    if (other.tie === "relative" && other.group.isFinite) continue;
    if (has(other, "incident", "impact")) {
      const on = complement(other, "on", "into").flatMap(({ phrases }) => phrases);
      const isOn = /^(?:spy|snoop|eavesdrop|intrude)$/.test(other.group.verb.lemma);
      found.push(...concerned(wish, isOn ? on : undergoers(other)), ...including(wish, other));
    }
    found.push(...robbed(wish, other));
    if (has(other, "act")) found.push(...complementParties(wish, other, "at", "against"));
    found.push(...attackTargets(wish, other));
  }
  return found;
}

/** Who is hit by a verb: a party, or for things of somebody (`accounts of MPs`) that somebody, or the things. */
function concerned(wish: SentenceWish, phrases: readonly NounPhrase[]): readonly Party[] {
  return phrases.flatMap((phrase) => {
    const own = partiesOf(wish, wish.memory, phrase);
    const head = phrase.head.items.findLast(({ tag }) => tag !== "poss");
    const isThings = head !== undefined && wish.grammar.tradeNouns.has(head.lower);
    if (!isThings) return own;
    const owners = phrase.links
      .filter(({ prep }) => /^(?:of|at|in|from|belonging)$/.test(prep))
      .map(({ head: inner }) => ({ head: inner, links: [] }));
    const owned = parties(wish, owners).filter(({ kind }) => kind !== "state");
    const possessor = possessorOf(phrase);
    const possessed = possessor === null ? [] : parties(wish, [possessor]);
    return owned.length > 0 ? owned : possessed.length > 0 ? possessed : own;
  });
}

function possessorOf(phrase: NounPhrase): NounPhrase | null {
  const at = phrase.head.items.findLastIndex(({ tag }) => tag === "poss");
  if (at <= 0) return null;
  const items = phrase.head.items.slice(0, at);
  return { head: { ...phrase.head, items, end: items.at(-1)?.end ?? phrase.head.end }, links: [] };
}

/** `attacks on X`, `emails to X`, `campaign against X`, `targeting of X`. */
function attackTargets(wish: SentenceWish, clause: Clause): readonly Party[] {
  const found: Party[] = [];
  for (let at = clause.from; at < clause.until; at += 1) {
    const chunk = wish.chunks[at];
    const prep = wish.chunks[at + 1]?.items[0]?.lower ?? "";
    const next = wish.chunks[at + 2];
    if (chunk?.kind !== "np" || next?.kind !== "np") continue;
    const head = chunk.items.at(-1)?.lower ?? "";
    const isAttack = /^(?:on|against|at|targeting)$/.test(prep) && wish.grammar.tradeNouns.has(head);
    const isSent = prep === "to" && /^(?:emails?|e-mails?|mails?|messages?)$/.test(head);
    const isTargeting =
      prep === "of" && /^(?:targeting|hacking|compromise|breach|hack|surveillance|infiltration)$/.test(head);
    if (!isAttack && !isSent && !isTargeting) continue;
    const links =
      wish.chunks[at + 3]?.kind === "prep" && wish.chunks[at + 4]?.kind === "np"
        ? [{ prep: wish.chunks[at + 3]?.items[0]?.lower ?? "", head: wish.chunks[at + 4] ?? next }]
        : [];
    found.push(...parties(wish, [{ head: next, links }]));
    for (let more = at + 3; wish.chunks[more]?.kind === "cc" || wish.chunks[more]?.kind === "comma"; more += 2) {
      const joined = wish.chunks[more + 1];
      if (joined?.kind === "np") found.push(...parties(wish, [{ head: joined, links: [] }]));
    }
  }
  return found.filter(({ kind }) => kind !== "unknown");
}

/** Parties after `including` or `such as` in a clause. */
function including(wish: SentenceWish, clause: Clause): readonly Party[] {
  return complementParties(wish, clause, "including", "as", "like").filter(({ kind }) => kind !== "unknown");
}

export function unique(list: readonly Party[]): readonly Party[] {
  const seen = new Set<string>();
  return list.filter((party) => {
    const key = `${party.kind} ${party.name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

// ---- drafts ----

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
  };
}

/** `It is likely that`, `There is a realistic possibility that`: the words before the clause that they open. */
function openingOf(wish: SentenceWish, clause: Clause, start: number): string {
  const parent = clause.tie === "that" ? wish.clauses[clause.parent] : undefined;
  return parent === undefined ? "" : wish.text.slice(startOf(wish, parent.from), start);
}

function confidence(wish: SentenceWish, clause: Clause, text: string): StatedConfidence {
  const found = confidenceOf(text, wish.side, wish.grammar.hedges);
  if (found !== NO_CONFIDENCE || !/^(?:may|might|could)$/.test(clause.group.modal)) return found;
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
