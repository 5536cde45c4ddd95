/** Groups of nouns around a verb: what stands before it as its subject, what hangs on a group by prepositions, what is set apart. Pure. */
import type { Chunk, VerbGroup } from "./chunks.ts";
import type { Item } from "./items.ts";
import { isIn } from "./word-lists.ts";

/** A group of nouns with what is joined to it by prepositions. */
export interface NounPhrase {
  readonly head: Chunk;
  readonly links: readonly { readonly prep: string; readonly head: Chunk }[];
}

export interface Subject {
  readonly phrases: readonly NounPhrase[];
  readonly from: number;
}

/** What a relative word stands for: the group of nouns before it, over a comma. */
export function antecedent(chunks: readonly Chunk[], rel: number): Subject {
  let end = rel;
  if (chunks[end - 1]?.kind === "comma") end -= 1;
  const { phrases, from } = phrasesBefore(chunks, end);
  const named = namedBefore(chunks, end - 1);
  if (named !== null) return { phrases: [{ head: named, links: [] }], from };
  const last = phrases.at(-1);
  const head = chunks[end - 1];
  if (last === undefined && head?.kind === "np") return { phrases: [{ head, links: [] }], from: end - 1 };
  return { phrases: last === undefined ? [] : [last], from };
}

/** `APT99, a group that`: the name before the description at `at`, or null. */
function namedBefore(chunks: readonly Chunk[], at: number): Chunk | null {
  const name = chunks[at - 2];
  const isApart = chunks[at]?.kind === "np" && chunks[at - 1]?.kind === "comma" && name?.kind === "np";
  const isDescription = isApart && isIn(chunks[at]?.items[0], "indefinite");
  return isDescription && name.items.at(-1)?.known !== null && name.items.length === 1 ? name : null;
}

/** Groups of nouns that end at chunk `end`: the subject of what follows. */
export function phrasesBefore(chunks: readonly Chunk[], end: number): Subject {
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
      const before = overDescription(chunks, index, chunk.group) ?? overNested(chunks, index);
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
export function overDescription(chunks: readonly Chunk[], at: number, group: VerbGroup): number | null {
  if (!group.isFinite) {
    // `hackers believed to be linked to X`.
    const outer = chunks[at - 1]?.group;
    if (group.isInfinitive) return isIn(outer?.verb, "believes") && outer?.isFinite === false ? at - 1 : null;
    const kind = chunks[at - 1]?.kind;
    return kind === "np" || kind === "prep" ? at : null;
  }
  // `organisations that suspect a compromise should`.
  const isSuspecting = isIn(group.verb, "judges") && chunks[at - 1]?.kind === "rel";
  if (group.verb.classes.includes("say") && !isSuspecting) return null;
  for (let index = at - 1; index > 0; index -= 1) {
    const chunk = chunks[index];
    if (chunk?.kind === "rel") return describedBefore(chunks, index);
    if (chunk?.kind !== "np" && chunk?.kind !== "prep") return null;
  }
  return null;
}

/** `people who think that they were targeted should`: over a relative clause with a clause of its own, up to `who`. */
function overNested(chunks: readonly Chunk[], at: number): number | null {
  let verbs = 0;
  for (let index = at; index > 0; index -= 1) {
    const chunk = chunks[index];
    if (chunk === undefined || NESTS_NOT.has(chunk.kind)) return null;
    if (chunk.kind === "vg") verbs += 1;
    const isWho = chunk.kind === "rel" && chunk.items[0]?.lower !== "that";
    if (isWho && verbs > 1) return chunks[index - 1]?.kind === "np" ? index : null;
  }
  return null;
}

const NESTS_NOT: ReadonlySet<Chunk["kind"]> = new Set(["stop", "dash", "comma", "sub", "quote", "cc"]);

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

/** Stands for the preposition of what describes a name after a comma, and of what hangs on that by `of`. */
export const APPOSED = ", a";
export const APPOSED_OF = ", a … of";

/** `Quill, a member of the group`: the description right after a name. */
function descriptionAfter(chunks: readonly Chunk[], at: number): readonly { prep: string; head: Chunk }[] {
  const head = chunks[at + 2];
  if (chunks[at + 1]?.kind !== "comma" || head?.kind !== "np" || !isIn(head.items[0], "indefinite")) return [];
  const of = chunks[at + 4];
  const isOf = chunks[at + 3]?.items[0]?.lower === "of" && of?.kind === "np";
  return [{ prep: APPOSED, head }, ...(isOf ? [{ prep: APPOSED_OF, head: of }] : [])];
}

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
    const previous = index > from ? chunks[index - 1] : undefined;
    const backer = backerAfter(chunks, index);
    const own = [...(backer === null ? [] : [{ prep: BACKED_BY, head: backer }]), ...descriptionAfter(chunks, index)];
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

/** All items of a range of chunks. */
export function itemsIn(chunks: readonly Chunk[], from: number, until: number): readonly Item[] {
  return chunks.slice(from, until).flatMap(({ items }) => items);
}
