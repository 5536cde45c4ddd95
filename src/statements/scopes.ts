/** Under what a clause stands: who says it, whether it is denied, possible, or part of what governs it. Pure. */
import type { Party } from "../case/assertion.ts";
import type { Clause } from "./clauses.ts";
import type { FrameClass } from "./grammar.ts";
import { itemsIn, type NounPhrase } from "./phrases.ts";
import { has, parties, type Scope, type SentenceWish } from "./roles.ts";
import { isIn, isListed } from "./word-lists.ts";

export interface Reading {
  readonly scope: Scope;
  readonly made: FrameClass | null;
  /** The verb of saying at the end, or between commas, of what the rest says. */
  readonly isAttribution: boolean;
}

interface Attribution {
  readonly speakers: readonly Party[];
  /** Index of the clause of saying at the end (`…, the UK said`), or -1. */
  readonly clause: number;
}

/** `according to X`, and a verb of saying without an object at the end of a sentence. */
export function attributedTo(wish: SentenceWish): Attribution {
  const { chunks, clauses } = wish;
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.items[0]?.lower !== "according") continue;
    const phrase = chunks[at + 2];
    if (phrase?.kind !== "np") continue;
    const links =
      chunks[at + 3]?.kind === "prep" && chunks[at + 4]?.kind === "np"
        ? [{ prep: chunks[at + 3]?.items[0]?.lower ?? "", head: chunks[at + 4] ?? phrase }]
        : [];
    const own = parties(wish, [{ head: phrase, links }]);
    // `according to an analysis by X`.
    const authors = parties(
      wish,
      links.filter(({ prep }) => prep === "by" || prep === "from").map(({ head }) => ({ head, links: [] })),
    );
    const speakers = own.length > 0 ? own : authors;
    if (speakers.length > 0) return { speakers, clause: -1 };
  }
  const between = clauses.findIndex((one) => isBetween(wish, one));
  const aside = clauses[between];
  if (aside !== undefined) return { speakers: parties(wish, aside.subject), clause: between };
  // `said in a report published on Monday`: what has no tense only describes.
  const last = clauses.findLastIndex(
    ({ tie, group }) => tie !== "condition" && tie !== "relative" && (group.isFinite || tie !== "inside"),
  );
  const clause = clauses[last];
  // `…, the minister told the house`.
  const isTold = isIn(clause?.group.verb, "tells") && clause?.group.isPassive === false;
  if (
    clause === undefined ||
    (last <= 0 && !isAfterQuote(wish, clause)) ||
    !has(clause, "say", "notify", "advise") ||
    !clause.group.isFinite ||
    (clause.object.length > 0 && !isInverted(clause) && !isTold)
  )
    return { speakers: [], clause: -1 };
  const first = chunks[clause.from - 1]?.kind;
  if (clause.tie === "that" || (first !== "comma" && first !== "quote" && first !== "dash"))
    return { speakers: [], clause: -1 };
  return { speakers: parties(wish, isInverted(clause) ? speakerBehind(clause) : clause.subject), clause: last };
}

/** `The attack, the ministry said, was …`: a verb of saying with its subject alone between two commas. */
function isBetween({ chunks }: SentenceWish, clause: Clause): boolean {
  const { group, object, complements } = clause;
  // `, the company said on 31 January, `.
  const isDated = complements.length === 1 && isIn(chunks[clause.at + 1]?.items[0], "dates") && !group.isPassive;
  return (
    has(clause, "say") &&
    group.isFinite &&
    !group.isPassive &&
    object.length === 0 &&
    (complements.length === 0 || isDated) &&
    clause.subject.length > 0 &&
    clause.from > 1 &&
    chunks[clause.from - 1]?.kind === "comma" &&
    chunks[clause.at + (isDated ? 3 : 1)]?.kind === "comma"
  );
}

/** What is quoted before may have no verb of its own (`“Nonsense,” the embassy said`). */
const isAfterQuote = ({ chunks }: SentenceWish, clause: Clause): boolean =>
  chunks[clause.from - 1]?.kind === "quote" && chunks[0]?.kind === "quote";

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

export function scopeOf(wish: SentenceWish, clause: Clause, readings: readonly Reading[], outer: Attribution): Scope {
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
  // `accuses X of stealing, a claim that Y denies`: a denial is Y's own, whatever it hangs on.
  if (
    clause.tie === "relative" &&
    (has(clause, "deny") || isIn(clause.group.verb, "labels")) &&
    clause.object.length > 0 &&
    above.made !== "deny" &&
    isClaim(clause)
  )
    return none;
  if (above.scope.isConsumed) return above.scope;
  const isGoverned = clause.tie === "that" || clause.tie === "inside";
  const speaks = has(wish.clauses[clause.parent], "say", "notify") && above.made !== "deny";
  if (isGoverned && isConsumedBy(wish, clause, above.made)) return { ...above.scope, isConsumed: true };
  if (clause.tie === "relative" && (above.made === "deny" || above.made === "advise"))
    return { ...above.scope, isConsumed: true };
  // `retracted a story that accused X`.
  if (clause.tie === "relative" && isIn(parent.group.verb, "reverses")) return { ...above.scope, isConsumed: true };
  // `found no evidence that ties the attack to X`.
  const isNothingFound =
    parent.group.isNegated ||
    parent.object.some(({ head }) => head.items.some(({ lower }) => wish.grammar.negativeWords.has(lower)));
  const isOfEvidence = parent.object.some(({ head }) => isIn(head.items.at(-1), "evidence"));
  if (clause.tie === "relative" && isNothingFound && isOfEvidence && isIn(parent.group.verb, "finds"))
    return { ...above.scope, isConsumed: true };
  if (clause.tie === "relative") {
    const speakers = knowersOf(wish, clause, parent);
    if (speakers.length === 0) return { ...above.scope, isNegated: false };
    return { isConsumed: false, speakers, reporters: above.scope.speakers, isNegated: false, saying: parent };
  }
  // `did not say how many were affected`, `refused to say how many`: a question, answered by nobody.
  const isRefused = wish.grammar.negatingVerbs.has(wish.clauses[parent.parent]?.group.verb.lemma ?? "");
  if (isGoverned && (parent.group.isNegated || isRefused) && isIn(wish.chunks[parent.at + 1]?.items[0], "asks-how"))
    return { ...above.scope, isConsumed: true };
  // `people who think that they were targeted`: nobody's statement.
  if (isGoverned && parent.tie === "relative" && isIn(parent.group.verb, "believes") && isOpenSubject(parent))
    return { ...above.scope, isConsumed: true };
  // `experts doubt that it was X`: nobody's statement.
  if (isGoverned && isIn(parent.group.verb, "doubts")) return { ...above.scope, isConsumed: true };
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
    // `we do not believe that it was affected`; `it was not said that` says nothing.
    const isNot = parent.group.isNegated && !parent.group.isPassive && !has(parent, "notify");
    if (isNot && !isIn(parent.group.verb, "opines")) return { ...above.scope, isConsumed: true };
    return { ...above.scope, isNegated: isNot !== above.scope.isNegated, saying: parent };
  }
  // `it was wrong to say that`, `it is not true that`.
  if (isGoverned && saysUntrue(wish, parent)) return { ...above.scope, isNegated: true };
  if (isGoverned && wish.grammar.negatingVerbs.has(parent.group.verb.lemma))
    return { ...above.scope, isNegated: !parent.group.isNegated };
  // `was believed to have targeted`: the negation above reaches down.
  if (clause.tie === "inside" && parent.group.isNegated && above.made === null)
    return { ...above.scope, isNegated: true };
  return above.scope;
}

const isClaim = ({ object }: Clause): boolean =>
  object.some(({ head }) => head.items.at(-1)?.lists.has("claim-noun") === true);

function saysUntrue(wish: SentenceWish, { at, group }: Clause): boolean {
  if (!group.isCopula) return false;
  const words = itemsIn(wish.chunks, at, at + 3);
  const isTrue = words.some((item) => isIn(item, "true-word"));
  return (isTrue && group.isNegated) || (!group.isNegated && words.some((item) => isIn(item, "untrue-word")));
}

/** `citizens who`, `anyone who`: nobody in particular. */
function isOpenSubject({ subject }: Clause): boolean {
  return (
    subject.length > 0 &&
    subject.every(({ head }) =>
      head.items.every(({ known, tag, lists }) => known === null && (tag !== "det" || !lists.has("definite"))),
    )
  );
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
export function isHypothetical(wish: SentenceWish, clause: Clause): boolean {
  const { modal } = clause.group;
  // `I can confirm that`, `we must say`: who speaks so does it.
  if (has(clause, "say", "notify") && modal !== "" && isIn(clause.subject[0]?.head.items[0], "speaks-for-itself"))
    return false;
  if (clause.tie === "inside" && clause.group.isInfinitive && isIn(wish.clauses[clause.parent]?.group.verb, "intends"))
    return true;
  if (modal === "") return false;
  const items = wish.chunks[clause.at]?.items ?? [];
  if (items.some(({ tag }) => tag === "have")) return false;
  if (isListed(wish.grammar, modal, "modal-duty")) return has(clause, "incident", "impact", "deny", "accuse", "charge");
  // `will impose sanctions if`.
  const isConditional = wish.chunks.some(({ kind, items: [first] }) => kind === "sub" && isIn(first, "if-word"));
  if (isListed(wish.grammar, modal, "modal-future") && isConditional) return true;
  if (isListed(wish.grammar, modal, "modal-future"))
    return !has(clause, "policy", "reward", "sanction", "advise") && !clause.group.verb.isLight;
  return true;
}
