/** What a verb governs: where its clause ends, its object, and what stands after each preposition. Pure. */
import type { Chunk } from "./chunks.ts";
import { type NounPhrase, phrasesOf } from "./phrases.ts";
import { isIn } from "./word-lists.ts";

/** What stands after one preposition, up to the next of the verb's. */
export interface Complement {
  readonly prep: string;
  readonly phrases: readonly NounPhrase[];
  /** Of chunks. */
  readonly from: number;
  readonly until: number;
}

export const BREAKS = new Set<Chunk["kind"]>(["stop", "dash"]);

/** Chunk at which a clause with all that it governs ends. */
export function endOf(chunks: readonly Chunk[], at: number): number {
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
export function objectOf(chunks: readonly Chunk[], from: number, until: number): Objects {
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
    // `condemn in the strongest terms the attack`: a second group of nouns right after the first is the verb's own.
    const second = prep === null || object.length > 0 ? -1 : secondGroup(chunks, segment, stop);
    // `said Monday`, `warned this week`.
    if (prep === null) object.push(...phrases.filter(({ head }) => !isIn(head.items.at(-1), "time-noun")));
    else if (second < 0) complements.push({ prep, phrases, from: segment, until: stop });
    else {
      complements.push({ prep, phrases: phrases.slice(0, 1), from: segment, until: second });
      object.push(...phrasesOf(chunks, second, end).map(({ phrase }) => phrase));
    }
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
    if (isInName(chunks, index)) continue;
    flush(index);
    segment = index + 1;
    // `logged in to`, `got on to`.
    const isInto: boolean = word === "to" && (prep === "in" || prep === "on") && chunks[index - 1]?.kind === "prep";
    prep = isInto ? "into" : word;
  }
  flush(end);
  return { object, complements };
}

/** `the Main Centre for Special Technologies`: between words in capitals the preposition is part of the name. */
function isInName(chunks: readonly Chunk[], at: number): boolean {
  const before = chunks[at - 1];
  const after = chunks[at + 1];
  if (!isIn(chunks[at]?.items[0], "name-joint") || before?.kind !== "np" || after?.kind !== "np") return false;
  const isName = (chunk: Chunk) =>
    chunk.items.every(({ tag, isCapital, known }) => tag === "det" || (isCapital && known === null));
  // `Germany's Federal Office for Migration`: whose it is stands before its name.
  const owner = before.items.findLastIndex(({ tag }) => tag === "poss");
  return (
    isName({ ...before, items: before.items.slice(owner + 1) }) &&
    isName(after) &&
    before.items.at(-1)?.lists.has("organisation-word") === true
  );
}

/** Chunk of a group of nouns, with a determiner, right after another; -1 for none. */
function secondGroup(chunks: readonly Chunk[], from: number, until: number): number {
  for (let index = from + 1; index < until; index += 1) {
    const isPair = chunks[index]?.kind === "np" && chunks[index - 1]?.kind === "np";
    if (isPair && chunks[index]?.items[0]?.tag === "det") return index;
  }
  return -1;
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
