/**
 * Chunks → clauses: to each group of verbs its subject, its object, its prepositional groups, and the clause that governs it. No full
 * parse: boundaries are finite verbs, joining words and signs, which is what news and advisories are regular in.
 *
 * Pure. Cost: quadratic in one sentence at most, whose length is bounded.
 */
import type { Chunk, VerbGroup } from "./chunks.ts";
import { BREAKS, type Complement, endOf, objectOf } from "./objects.ts";
import { antecedent, type NounPhrase, overDescription, phrasesBefore, phrasesOf, type Subject } from "./phrases.ts";
import { isIn } from "./word-lists.ts";

/** How a clause hangs on the one that governs it. */
export type Tie =
  | "none"
  /** Complement of a verb: `said that …`, `said …`. */
  | "that"
  | "relative"
  /** `accused X of hacking`, `to target`, `, denouncing …`. */
  | "inside"
  /** `if`, `whether`, `when`. */
  | "condition"
  | "beside";

export interface Clause {
  readonly at: number;
  readonly group: VerbGroup;
  readonly subject: readonly NounPhrase[];
  /** The words before the subject that a negative determiner, or a hedge, may stand in. */
  readonly object: readonly NounPhrase[];
  readonly complements: readonly Complement[];
  /** Half-open range of chunks that the clause and what it governs cover. */
  readonly from: number;
  readonly until: number;
  /** Index of the governing clause, or -1. */
  readonly parent: number;
  readonly tie: Tie;
}

export function clausesOf(chunks: readonly Chunk[]): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.group === null) continue;
    clauses.push(clauseAt(chunks, at, chunk.group, clauses));
  }
  return clauses;
}

function clauseAt(chunks: readonly Chunk[], at: number, group: VerbGroup, before: readonly Clause[]): Clause {
  const { tie, parent, subjectEnd } = tieOf(chunks, at, group, before);
  const own = ownSubject(chunks, at, group, subjectEnd, tie);
  const governing = before[parent];
  // `a group that X assesses is responsible`: what the relative word stands for is the subject of the inner clause.
  const isOfGap = tie === "that" && governing?.tie === "relative" && governing.at === at - 1;
  const passed = isOfGap ? governing.object : inherited(group, tie, governing);
  const subject = own.phrases.length > 0 ? own.phrases : passed;
  const until = endOf(chunks, at);
  const { object: direct, complements } = objectOf(chunks, at + 1, until);
  const claim = claimBefore(chunks, at, group);
  const gap = claim === null ? gapOf(chunks, at) : phrasesOf(chunks, claim, claim + 1).map(({ phrase }) => phrase);
  const object = claim !== null || (direct.length === 0 && tie === "relative") ? [...gap, ...direct] : direct;
  return { at, group, subject, object, complements, from: own.from, until, parent, tie };
}

/** `hackers whom X linked to Y`: what the relative word stands for is the object, where the clause has a subject of its own. */
function gapOf(chunks: readonly Chunk[], at: number): readonly NounPhrase[] {
  const opener = openerOf(chunks, at);
  if (opener === null || opener === at - 1 || chunks[opener]?.kind !== "rel") return [];
  return antecedent(chunks, opener).phrases;
}

/**
 * `, an allegation the embassy called baseless`, `, a claim that Moscow dismissed as nonsense`: the chunk of what is denied, where a verb of
 * denial has no other object; or null.
 */
function claimBefore(chunks: readonly Chunk[], at: number, group: VerbGroup): number | null {
  const isDenial = group.verb.classes.includes("deny") || isIn(group.verb, "labels");
  const next = chunks[at + 1];
  const isBare = next === undefined || next.kind !== "np" || next.items.some((item) => isIn(item, "baseless"));
  if (!isDenial || group.isPassive || !group.isFinite || !isBare) return null;
  for (let index = at - 1; index > 0; index -= 1) {
    const chunk = chunks[index];
    if (chunk?.kind !== "np" && chunk?.kind !== "prep" && chunk?.kind !== "rel") return null;
    const isApart = chunks[index - 1]?.kind === "comma" || chunks[index - 1]?.kind === "dash";
    if (index < at - 1 && isApart)
      return isIn(chunk.items.at(-1), "claim-noun") && chunks[index + 1]?.kind !== "prep" ? index : null;
  }
  return null;
}

function inherited(group: VerbGroup, tie: Tie, governing: Clause | undefined): readonly NounPhrase[] {
  if (governing === undefined) return [];
  if (tie === "beside") return governing.subject;
  if (tie !== "inside") return [];
  // `cites attempts to target`: whose attempts is not said.
  if (group.isInfinitive && governing.group.verb.classes.includes("say") && !governing.group.isPassive) return [];
  const isOfObject = governing.group.verb.classes.some(
    (name) => name === "accuse" || name === "charge" || name === "sanction" || name === "advise",
  );
  if (isIn(governing.group.verb, "judges") && governing.object.length > 0) return governing.object;
  // `observed actors using tools`.
  const isSeen = governing.group.verb.lists.has("observes") && group.form === "ing";
  if (isSeen && !governing.group.isPassive) return governing.object;
  if (group.isPassive && !group.isFinite && governing.object.length > 0) return governing.object;
  if (!governing.group.isPassive && isOfObject && governing.object.length > 0) return governing.object;
  return governing.subject;
}

interface Tied {
  readonly tie: Tie;
  readonly parent: number;
  /** Chunk before which the subject ends. */
  readonly subjectEnd: number;
}

/** What governs the group of verbs at `at`. */
function tieOf(chunks: readonly Chunk[], at: number, group: VerbGroup, before: readonly Clause[]): Tied {
  const last = before.length - 1;
  const previous = chunks[at - 1];
  if (!group.isFinite) {
    if (previous?.kind === "cc" && last >= 0 && before[last]?.group.isFinite === false) {
      const twin = before[last];
      if (twin !== undefined)
        return { tie: twin.tie === "relative" ? "relative" : "inside", parent: twin.parent, subjectEnd: at };
    }
    if (absoluteStart(chunks, at, group) !== null) return { tie: "none", parent: -1, subjectEnd: at };
    // `, denouncing them`: of the last finite verb; `to target`, `of hacking`: of the nearest.
    const parent = previous?.kind === "comma" ? lastFinite(before, last) : last;
    return { tie: "inside", parent, subjectEnd: at };
  }
  if (previous?.kind === "rel" && !startsComplement(at, before))
    return { tie: "relative", parent: last, subjectEnd: at - 1 };
  if (claimBefore(chunks, at, group) !== null) return { tie: "relative", parent: last, subjectEnd: at };
  const opener = openerOf(chunks, at);
  const kind = opener === null ? null : chunks[opener]?.kind;
  const word = opener === null ? "" : (chunks[opener]?.items[0]?.lower ?? "");
  if (kind === "rel" && word !== "that") return { tie: "relative", parent: last, subjectEnd: at };
  if (kind === "rel") {
    const outer = overApart(chunks, before, opener ?? 0);
    if (outer >= 0 && takesThat(before[outer])) return { tie: "that", parent: outer, subjectEnd: at };
    const isRelative =
      last >= 0 &&
      !takesThat(before[last]) &&
      chunks[(opener ?? 0) - 1]?.kind === "np" &&
      !isSpeakingNoun(chunks[(opener ?? 0) - 1]);
    // `, a claim that Beijing denies`.
    const isGap = group.verb.classes.includes("deny") && isLastWord(chunks, at) && chunks[at - 1]?.kind === "np";
    if (isGap) return { tie: "relative", parent: last, subjectEnd: at };
    const isClaim =
      !isRelative &&
      chunks[(opener ?? 0) - 1]?.items.at(-1)?.lists.has("claim") === true &&
      // `said that X's claim that Y did it was a lie`.
      (last < 0 ||
        (before[last]?.at ?? 0) < (opener ?? 0) - 4 ||
        hasRelative(chunks, before[last]?.at ?? 0, opener ?? 0));
    return { tie: isClaim ? "condition" : isRelative ? "relative" : "that", parent: last, subjectEnd: at };
  }
  if (kind === "sub") {
    const isAside = opener !== null && isIn(chunks[opener]?.items[0], "sub-aside");
    return { tie: isAside ? "none" : "condition", parent: isAside ? -1 : last, subjectEnd: at };
  }
  const twin = before[last];
  // `to combat … and safeguard`: a second infinitive.
  if (
    previous?.kind === "cc" &&
    group.form === "base" &&
    chunks[at]?.items.length === 1 &&
    twin?.group.isInfinitive === true
  ) {
    return { tie: "inside", parent: twin.parent, subjectEnd: at };
  }
  if (previous?.kind === "cc") return { tie: "beside", parent: besideOf(before, last, group), subjectEnd: at };
  // `said the group had …`: nothing stands between a verb of saying and the subject.
  for (const index of [last, overDescriptions(chunks, before, last)]) {
    if (index >= 0 && governsBare(chunks, at, before[index])) return { tie: "that", parent: index, subjectEnd: at };
  }
  return { tie: "none", parent: -1, subjectEnd: at };
}

function hasRelative(chunks: readonly Chunk[], from: number, until: number): boolean {
  return chunks.slice(from, until).some(({ kind }) => kind === "rel");
}

/** `believe, but cannot prove, that`: the clause before what stands between two commas right before a relative word at `rel`; -1 for none. */
function overApart(chunks: readonly Chunk[], before: readonly Clause[], rel: number): number {
  if (chunks[rel - 1]?.kind !== "comma") return -1;
  for (let index = rel - 2; index > 0; index -= 1) {
    const kind = chunks[index]?.kind;
    if (kind === "stop" || kind === "rel" || kind === "sub") return -1;
    if (kind === "comma") return before.findIndex(({ at }) => at === index - 1);
  }
  return -1;
}

const isLastWord = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at + 1] === undefined || BREAKS.has(chunks[at + 1]?.kind ?? "stop") || chunks[at + 1]?.kind === "comma";

function startsComplement(at: number, before: readonly Clause[]): boolean {
  const clause = before.at(-1);
  if (clause === undefined || !takesThat(clause)) return false;
  // `told reporters that there was`.
  return clause.at === at - 2 || (clause.at === at - 3 && isIn(clause.group.verb, "tells"));
}

const takesThat = (clause: Clause | undefined): boolean =>
  clause?.group.verb.classes.some(
    (name) => name === "say" || name === "deny" || name === "notify" || name === "advise" || name === "accuse",
  ) === true;

/** What such a noun is about is not stated by the sentence (`the allegation that … is false`). */

function isSpeakingNoun(chunk: Chunk | undefined): boolean {
  return chunk?.items.at(-1)?.lists.has("takes-that") === true;
}

function lastFinite(before: readonly Clause[], from: number): number {
  for (let index = from; index >= 0; index -= 1) {
    const clause = before[index];
    if (clause?.group.isFinite === true && clause.tie !== "relative" && clause.tie !== "condition") return index;
  }
  return from;
}

/** `denied … and insists`: the last finite verb that speaks, for one that speaks; else simply the last finite one. */
function besideOf(before: readonly Clause[], last: number, group: VerbGroup): number {
  const speaks = (one: VerbGroup) =>
    one.verb.classes.some((name) => name !== "incident" && name !== "act" && name !== "impact");
  if (!speaks(group)) return lastFinite(before, last);
  for (let index = last; index >= 0; index -= 1) {
    const clause = before[index];
    if (clause?.group.isFinite === true && clause.tie !== "relative" && clause.tie !== "that" && speaks(clause.group))
      return index;
  }
  return lastFinite(before, last);
}

/** The joining word that opens the clause of the verb at `at`: looked for to the left, over groups of nouns, up to a verb or a break. */
function openerOf(chunks: readonly Chunk[], at: number): number | null {
  for (let index = at - 1; index >= 0; index -= 1) {
    const chunk = chunks[index];
    if (chunk === undefined) break;
    if (chunk.kind === "rel" || chunk.kind === "sub") return index;
    const isDescription =
      chunk.group !== null && !chunk.group.isFinite && overDescription(chunks, index, chunk.group) !== null;
    if ((chunk.kind === "vg" && !isDescription) || BREAKS.has(chunk.kind)) return null;
  }
  return null;
}

function governsBare(chunks: readonly Chunk[], at: number, governing: Clause | undefined): boolean {
  // `which denies it, was`: the comma ends what stands apart.
  if (
    chunks[at - 1]?.kind === "comma" ||
    governing === undefined ||
    !governing.group.verb.classes.some((name) => name === "say" || name === "deny" || name === "notify")
  )
    return false;
  // `should report it, the centre advised.`: who speaks at the end is governed by nothing.
  const isLast =
    isLastWord(chunks, at) && chunks[at]?.group?.verb.classes.some((name) => SPEAKS_LAST.has(name)) === true;
  if (isLast && chunks[at - 1]?.kind === "np" && chunks[at - 2]?.kind === "comma") return false;
  // From the verb to the subject: groups of nouns and prepositions alone.
  for (let index = governing.at + 1; index < at; index += 1) {
    const kind = chunks[index]?.kind;
    // `said none of the members whose accounts were attacked had been informed`.
    if (kind === "rel" && chunks[index - 1]?.kind === "np") {
      index = verbAfter(chunks, index, at);
      continue;
    }
    const inner = chunks[index]?.group;
    if (inner !== undefined && inner !== null && !inner.isFinite && overDescription(chunks, index, inner) !== null)
      continue;
    if (
      kind !== "np" &&
      kind !== "prep" &&
      kind !== "cc" &&
      kind !== "quote" &&
      kind !== "open" &&
      kind !== "close" &&
      kind !== "comma" &&
      kind !== "other" &&
      kind !== "stop"
    )
      return false;
    if (kind === "stop" && chunks[index]?.items[0]?.lower === ";") return false;
    if (kind === "comma" && chunks[index + 1]?.kind === "cc") return false;
  }
  return true;
}

const SPEAKS_LAST: ReadonlySet<string> = new Set(["say", "notify", "advise"]);

/** The clause before those that only describe a group of nouns. */
function overDescriptions(chunks: readonly Chunk[], before: readonly Clause[], last: number): number {
  for (let index = last; index >= 0; index -= 1) {
    const clause = before[index];
    if (clause === undefined) break;
    const isDescription =
      clause.tie === "relative" ||
      (!clause.group.isFinite && overDescription(chunks, clause.at, clause.group) !== null);
    if (!isDescription) return index;
  }
  return -1;
}

/** The next group of verbs before `until`, or `until`. */
function verbAfter(chunks: readonly Chunk[], from: number, until: number): number {
  for (let index = from + 1; index < until; index += 1) if (chunks[index]?.kind === "vg") return index;
  return until;
}

/** Of `, with NP charging …`: the chunk of its group of nouns, or null. */
function absoluteStart(chunks: readonly Chunk[], at: number, group: VerbGroup): number | null {
  if (group.form !== "ing" || chunks[at - 1]?.kind !== "np") return null;
  for (let index = at - 2; index >= 0; index -= 1) {
    const chunk = chunks[index];
    if (chunk?.kind === "prep" && chunk.items[0]?.lower === "with")
      return chunks[index - 1]?.kind === "comma" ? index + 1 : null;
    if (chunk?.kind !== "prep" && chunk?.kind !== "np") return null;
  }
  return null;
}

function ownSubject(chunks: readonly Chunk[], at: number, group: VerbGroup, end: number, tie: Tie): Subject {
  if (tie === "relative" && chunks[end]?.kind === "rel") return antecedent(chunks, end);
  const claim = claimBefore(chunks, at, group);
  if (claim !== null) return { phrases: phrasesOf(chunks, claim + 1, at).map(({ phrase }) => phrase), from: claim };
  if (!group.isFinite) {
    const previous = chunks[at - 1];
    // `with the Department charging seven`, `a group linked to`: the group of nouns right before it.
    if (previous?.kind !== "np" || group.isInfinitive) return { phrases: [], from: at };
    const absolute = absoluteStart(chunks, at, group);
    if (absolute !== null)
      return { phrases: phrasesOf(chunks, absolute, at).map(({ phrase }) => phrase), from: absolute };
    const { phrases, from } = phrasesBefore(chunks, at);
    return { phrases: phrases.slice(-1), from };
  }
  if (chunks[at - 1]?.kind === "cc") return { phrases: [], from: at };
  return phrasesBefore(chunks, end);
}
