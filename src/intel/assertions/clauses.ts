/**
 * Chunks → clauses: to each group of verbs its subject, its object, its prepositional groups, and the clause that governs it. No full
 * parse: boundaries are finite verbs, joining words and signs, which is what news and advisories are regular in.
 *
 * Pure. Cost: quadratic in one sentence at most, whose length is bounded.
 */
import type { Chunk, VerbGroup } from "./chunks.ts";
import type { Item } from "./items.ts";
import { isIn } from "./word-lists.ts";

/** A group of nouns with what is joined to it by prepositions. */
export interface NounPhrase {
  readonly head: Chunk;
  readonly links: readonly { readonly prep: string; readonly head: Chunk }[];
}

/** What stands after one preposition, up to the next of the verb's. */
export interface Complement {
  readonly prep: string;
  readonly phrases: readonly NounPhrase[];
  /** Of chunks. */
  readonly from: number;
  readonly until: number;
}

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

const BREAKS = new Set<Chunk["kind"]>(["stop", "dash"]);

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
  const subject = own.phrases.length > 0 ? own.phrases : inherited(group, tie, governing);
  const until = endOf(chunks, at);
  const { object: direct, complements } = objectOf(chunks, at + 1, until);
  const object = direct.length === 0 && tie === "relative" ? gapOf(chunks, at) : direct;
  return { at, group, subject, object, complements, from: own.from, until, parent, tie };
}

/** `hackers whom X linked to Y`: what the relative word stands for is the object, where the clause has a subject of its own. */
function gapOf(chunks: readonly Chunk[], at: number): readonly NounPhrase[] {
  const opener = openerOf(chunks, at);
  if (opener === null || opener === at - 1 || chunks[opener]?.kind !== "rel") return [];
  return antecedent(chunks, opener).phrases;
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
  const opener = openerOf(chunks, at);
  const kind = opener === null ? null : chunks[opener]?.kind;
  const word = opener === null ? "" : (chunks[opener]?.items[0]?.lower ?? "");
  if (kind === "rel" && word !== "that") return { tie: "relative", parent: last, subjectEnd: at };
  if (kind === "rel") {
    const isRelative =
      last >= 0 &&
      !takesThat(before[last]) &&
      chunks[(opener ?? 0) - 1]?.kind === "np" &&
      !isSpeakingNoun(chunks[(opener ?? 0) - 1]);
    const isClaim =
      !isRelative &&
      chunks[(opener ?? 0) - 1]?.items.at(-1)?.lists.has("claim") === true &&
      (last < 0 || (before[last]?.at ?? 0) < (opener ?? 0) - 4);
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

function startsComplement(at: number, before: readonly Clause[]): boolean {
  const clause = before.at(-1);
  return clause !== undefined && takesThat(clause) && clause.at === at - 2;
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

interface Subject {
  readonly phrases: readonly NounPhrase[];
  readonly from: number;
}

function ownSubject(chunks: readonly Chunk[], at: number, group: VerbGroup, end: number, tie: Tie): Subject {
  if (tie === "relative" && chunks[end]?.kind === "rel") return antecedent(chunks, end);
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

/** What a relative word stands for: the group of nouns before it, over a comma. */
function antecedent(chunks: readonly Chunk[], rel: number): Subject {
  let end = rel;
  if (chunks[end - 1]?.kind === "comma") end -= 1;
  const { phrases, from } = phrasesBefore(chunks, end);
  const last = phrases.at(-1);
  const head = chunks[end - 1];
  if (last === undefined && head?.kind === "np") return { phrases: [{ head, links: [] }], from: end - 1 };
  return { phrases: last === undefined ? [] : [last], from };
}

/** Groups of nouns that end at chunk `end`: the subject of what follows. */
function phrasesBefore(chunks: readonly Chunk[], end: number): Subject {
  let stop = end;
  // `X, a company of Y, said`; `X (Y) said`: over what is set apart.
  for (let tries = 0; tries < 4; tries += 1) {
    const last = chunks[stop - 1];
    if (last?.kind === "close") stop = openBefore(chunks, stop - 1);
    else if (last?.kind === "comma" || last?.kind === "dash") {
      const apart = apartBefore(chunks, stop - 1);
      if (apart === null) break;
      stop = apart;
    } else break;
  }
  let from = stop;
  for (let index = stop - 1; index >= 0; index -= 1) {
    const chunk = chunks[index];
    if (chunk === undefined) break;
    // `after it blamed`: the preposition joins a clause.
    const isJoint = index + 2 === stop && chunk.items[0]?.lists.has("prep-joins") === true;
    if (isJoint && chunks[index + 1]?.items[0]?.tag !== "num") break;
    const isInside = chunk.kind === "np" || chunk.kind === "prep" || chunk.kind === "cc" || chunk.kind === "quote";
    if (isInside || isIn(chunk.items[0], "predicate") || chunk.items[0]?.tag === "to") from = index;
    else if (chunk.kind === "close") {
      index = openBefore(chunks, index);
      from = index;
    } else if (chunk.kind === "comma" && isListComma(chunks, index, stop)) from = index;
    else if (chunk.group !== null && !startsAnew(chunks, index + 1, stop)) {
      const before = overDescription(chunks, index, chunk.group);
      if (before === null) break;
      stop = before;
      from = before;
      index = before;
    } else break;
  }
  const phrases = phrasesOf(chunks, from, stop);
  return { phrases: phrases.filter(({ prep }) => prep === "").map(({ phrase }) => phrase), from };
}

/** Two groups of nouns side by side: the second begins a clause (`after hacking hospitals the group …`). */
function startsAnew(chunks: readonly Chunk[], from: number, until: number): boolean {
  for (let index = from + 1; index < until; index += 1) {
    if (chunks[index]?.kind === "np" && chunks[index - 1]?.kind === "np") return true;
  }
  return false;
}

/**
 * A verb between a subject and its own verb describes the subject: `hackers backed by X targeted`, `men accused of hacking Y were charged`,
 * `the group that X tracks targeted`. The chunk before which the described group of nouns ends, or null.
 */
function overDescription(chunks: readonly Chunk[], at: number, group: VerbGroup): number | null {
  if (!group.isFinite) {
    // `hackers believed to be linked to X`.
    const outer = chunks[at - 1]?.group;
    if (group.isInfinitive) return isIn(outer?.verb, "believes") && outer?.isFinite === false ? at - 1 : null;
    const kind = chunks[at - 1]?.kind;
    return kind === "np" || kind === "prep" ? at : null;
  }
  if (group.verb.classes.includes("say")) return null;
  for (let index = at - 1; index > 0; index -= 1) {
    const chunk = chunks[index];
    if (chunk?.kind === "rel") return describedBefore(chunks, index);
    if (chunk?.kind !== "np" && chunk?.kind !== "prep") return null;
  }
  return null;
}

/** The chunk before which what a relative word at `rel` describes ends, over a comma, or null. */
function describedBefore(chunks: readonly Chunk[], rel: number): number | null {
  const end = chunks[rel - 1]?.kind === "comma" ? rel - 1 : rel;
  return chunks[end - 1]?.kind === "np" ? end : null;
}

function openBefore(chunks: readonly Chunk[], close: number): number {
  for (let index = close - 1; index >= 0; index -= 1) if (chunks[index]?.kind === "open") return index;
  return close;
}

/** The comma or dash that opens what is set apart and closed at `close`, when a group of nouns stands before it. */
function apartBefore(chunks: readonly Chunk[], close: number): number | null {
  const kind = chunks[close]?.kind;
  for (let index = close - 1; index > 0; index -= 1) {
    if (chunks[index]?.kind !== kind) continue;
    return chunks[index - 1]?.kind === "np" || chunks[index - 1]?.kind === "close" ? index : null;
  }
  return null;
}

/** Of `A, and B said` the second begins a clause of its own; `A, B, and C said` is a list. */
function isLastOfTwo(chunks: readonly Chunk[], comma: number): boolean {
  if (chunks[comma + 1]?.kind !== "cc") return false;
  for (let index = comma - 1; index >= 0; index -= 1) {
    const kind = chunks[index]?.kind;
    if (kind === "comma") return chunks[index + 1]?.kind !== "np";
    if (kind !== "np" && kind !== "prep") return true;
  }
  return true;
}

/** `A, B and C`: the comma joins when a group of nouns stands on both sides and `and` follows before `until`. */
function isListComma(chunks: readonly Chunk[], comma: number, until: number): boolean {
  if (chunks[comma - 1]?.kind !== "np" || isLastOfTwo(chunks, comma)) return false;
  if (chunks[comma + 1]?.kind !== "np" && !(chunks[comma + 1]?.kind === "cc" && chunks[comma + 2]?.kind === "np"))
    return false;
  for (let index = comma + 1; index < until; index += 1) {
    if (chunks[index]?.kind === "cc") return true;
    if (chunks[index]?.kind === "prep") return false;
  }
  return false;
}

interface Joined {
  /** Preposition that it stands after; empty for the first and what is joined to that by `and`. */
  readonly prep: string;
  readonly phrase: NounPhrase;
}

/** Stands for the preposition of who is said to be behind somebody. */
export const BACKED_BY = "backed by";

/** `hackers linked to X`, `a group controlled by X`, `men working for X`. */
function backerAfter(chunks: readonly Chunk[], at: number): Chunk | null {
  const isBelieved = isIn(chunks[at + 1]?.group?.verb, "believes") && chunks[at + 2]?.group?.isInfinitive === true;
  const verb = isBelieved ? at + 2 : at + 1;
  const group = chunks[verb]?.group;
  if (group === null || group === undefined || group.isFinite || !group.verb.lists.has("backs")) return null;
  const head = chunks[verb + 2];
  if (!isIn(chunks[verb + 1]?.items[0], "prep-backer") || head?.kind !== "np") return null;
  return head.items.some(({ known }) => known !== null) ? head : null;
}

/** Groups of nouns of a range, each with what prepositions hang on it. */
export function phrasesOf(chunks: readonly Chunk[], from: number, until: number): readonly Joined[] {
  const found: { prep: string; head: Chunk; links: { prep: string; head: Chunk }[] }[] = [];
  let prep = "";
  let leading = true;
  for (let index = from; index < until; index += 1) {
    const chunk = chunks[index];
    if (chunk === undefined) break;
    if (chunk.kind === "open") {
      while (index < until && chunks[index]?.kind !== "close") index += 1;
      continue;
    }
    if (chunk.kind === "prep" || (chunk.kind === "other" && chunk.items[0]?.tag === "to")) {
      prep = chunk.items[0]?.lower ?? "";
      continue;
    }
    if (chunk.kind !== "np") continue;
    const last = found.at(-1);
    const previous = chunks[index - 1];
    const backer = backerAfter(chunks, index);
    const own = backer === null ? [] : [{ prep: BACKED_BY, head: backer }];
    const isAfterPrep = previous?.kind === "prep" || previous?.items[0]?.tag === "to";
    const isJoined = previous?.kind === "cc" && last !== undefined;
    if (isAfterPrep && last !== undefined && !leading) last.links.push({ prep, head: chunk });
    else if (isAfterPrep && last === undefined) {
      // `In Finland police said`: what it hangs on comes later, or never.
      found.push({ prep, head: chunk, links: own });
      continue;
    } else if (isJoined && last.links.length > 0 && isSameNature(last.links.at(-1)?.head, chunk, last.head)) {
      last.links.push({ prep: last.links.at(-1)?.prep ?? "", head: chunk });
    } else if (isJoined && leading && last.prep !== "") {
      found.push({ prep: last.prep, head: chunk, links: own });
      continue;
    } else found.push({ prep: "", head: chunk, links: own });
    leading = false;
  }
  return found.map(({ prep: before, head, links }) => ({ prep: before, phrase: { head, links } }));
}

/** `ministers of A and B`: joined to the inner one when both are states, and the outer one is none. */
function isSameNature(inner: Chunk | undefined, joined: Chunk, outer: Chunk): boolean {
  const kind = (chunk: Chunk | undefined) => chunk?.items.at(-1)?.known?.kind ?? "";
  return kind(inner) !== "" && kind(inner) === kind(joined) && kind(outer) !== kind(inner);
}

/** Chunk at which a clause with all that it governs ends. */
function endOf(chunks: readonly Chunk[], at: number): number {
  for (let index = at + 1; index < chunks.length; index += 1) {
    const chunk = chunks[index];
    if (chunk === undefined) break;
    const word = chunk.items[0]?.lower ?? "";
    if (chunk.kind === "stop" && word !== ":") return index;
    if (chunk.kind === "sub" && isIn(chunk.items[0], "sub-contrast")) return index;
    if (chunk.kind === "cc" && word === "but") return index;
    if (chunk.kind === "comma" && isNewStart(chunks, index + 1)) return index;
  }
  return chunks.length;
}

/** After a comma: `and NP VERB`, `with NP charging`, `but`. */
function isNewStart(chunks: readonly Chunk[], at: number): boolean {
  const first = chunks[at];
  const word = first?.items[0]?.lower ?? "";
  if (first?.kind === "cc" && word === "but") return true;
  if (first?.kind === "prep" && word === "with") {
    for (let index = at + 1; index < chunks.length && index < at + 6; index += 1) {
      if (chunks[index]?.group?.form === "ing") return true;
      if (chunks[index]?.kind !== "np" && chunks[index]?.kind !== "prep") return false;
    }
    return false;
  }
  if (first?.kind !== "cc" && first?.kind !== "np") return false;
  for (let index = at + (first.kind === "cc" ? 1 : 0); index < chunks.length && index < at + 8; index += 1) {
    const chunk = chunks[index];
    if (chunk?.group?.isFinite === true) return index > at + (first.kind === "cc" ? 1 : 0) || first.kind === "cc";
    if (chunk?.kind !== "np" && chunk?.kind !== "prep") return false;
  }
  return false;
}

interface Objects {
  readonly object: readonly NounPhrase[];
  readonly complements: readonly Complement[];
}

/** What a verb governs directly: groups of nouns, then groups after prepositions; ends at the next verb or break. */
function objectOf(chunks: readonly Chunk[], from: number, until: number): Objects {
  let end = from;
  let depth = 0;
  for (; end < until; end += 1) {
    const chunk = chunks[end];
    if (chunk === undefined) break;
    if (chunk.kind === "open") depth += 1;
    if (chunk.kind === "close") depth -= 1;
    if (depth > 0) continue;
    if (chunk.kind === "vg" || chunk.kind === "rel" || chunk.kind === "sub" || BREAKS.has(chunk.kind)) break;
    if (chunk.kind === "comma" && !continuesObject(chunks, end, until)) break;
  }
  const object: NounPhrase[] = [];
  const complements: { prep: string; phrases: NounPhrase[]; from: number; until: number }[] = [];
  let segment = from;
  let prep: string | null = null;
  const flush = (stop: number): void => {
    if (stop <= segment) return;
    const phrases = phrasesOf(chunks, segment, stop).map(({ phrase }) => phrase);
    if (prep === null) object.push(...phrases);
    else complements.push({ prep, phrases, from: segment, until: stop });
  };
  for (let index = from; index < end; index += 1) {
    const chunk = chunks[index];
    const isPrep = chunk?.kind === "prep" || (chunk?.kind === "other" && chunk.items[0]?.tag === "to");
    if (!isPrep || chunk === undefined) continue;
    const word = chunk.items[0]?.lower ?? "";
    // `of` belongs to what stands before it, unless nothing does, or the verb takes it (`accuse X of`): both readings are kept.
    if (word === "of" && index > from && chunks[index - 1]?.kind === "np" && chunks[index + 1]?.kind === "np") {
      complements.push({
        prep: "of",
        phrases: phrasesOf(chunks, index + 1, end).map(({ phrase }) => phrase),
        from: index + 1,
        until: end,
      });
      continue;
    }
    flush(index);
    segment = index + 1;
    prep = word;
  }
  flush(end);
  return { object, complements };
}

/** A comma inside an object: a list, or `including`. */
function continuesObject(chunks: readonly Chunk[], comma: number, until: number): boolean {
  const next = chunks[comma + 1];
  if (next?.items[0]?.lower === "including" || next?.items[0]?.lower === "such") return true;
  if (next?.kind === "np" || next?.kind === "cc") {
    // A list ends with `and`; a new clause has a verb of its own.
    for (let index = comma + 1; index < until; index += 1) {
      const chunk = chunks[index];
      if (chunk?.group?.isFinite === true) return false;
      if (chunk?.kind === "cc" && chunks[index + 1]?.kind === "np") return true;
      if (chunk?.kind === "vg" || chunk?.kind === "rel" || chunk?.kind === "stop") return false;
    }
  }
  return false;
}

/** All items of a range of chunks. */
export function itemsIn(chunks: readonly Chunk[], from: number, until: number): readonly Item[] {
  return chunks.slice(from, until).flatMap(({ items }) => items);
}
