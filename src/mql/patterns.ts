/**
 * Regular expressions of rules in RE2's syntax, by re2js (docs/decisions/0016-patterns-by-re2js.md; mql.md, 9.3). Never the backtracking engine: mail is written by
 * attackers, and the time of every search here is linear in the text. A pattern is compiled once, when it is first needed; before it runs, the
 * text must hold one of its required literals. Patterns that are only literals are searched as such.
 */
import { type Matcher, RE2JS } from "re2js";
import { limits } from "../base/limits.ts";
import { fold } from "./fold.ts";
import { LimitReached } from "./limit-reached.ts";
import { RegexMatch } from "./outcome.ts";
import { type Repeated, requiredLiterals } from "./pattern-literals.ts";
import { PatternSearch } from "./pattern-search.ts";

/** Letters that mean themselves, and escaped punctuation; alternatives of such. */
const PLAIN = /^(?:[^\\.^$|()[\]{}*+?]|\\[^0-9A-Za-z\s])+(?:\|(?:[^\\.^$|()[\]{}*+?]|\\[^0-9A-Za-z\s])+)*$/u;

export class Pattern {
  readonly source: string;
  readonly isFolded: boolean;
  /** Case-folded; each match holds one of each set. */
  readonly required: readonly (readonly string[])[];
  /** The same of what stands in every match several times. */
  readonly repeated: readonly Repeated[];
  /** Each match begins with one of these, case-folded; none where that is not known. */
  readonly #leads: readonly string[];
  /** Where the pattern is nothing but literals: folded if case does not count. A text that holds one of them matches. */
  readonly plain: readonly string[] | null;
  #compiled: RE2JS | null = null;
  #search: PatternSearch | null = null;

  constructor(source: string, isFolded: boolean) {
    this.source = source;
    this.isFolded = isFolded;
    this.plain = plainLiterals(source, isFolded);
    const { sets, repeated, leads } =
      this.plain === null ? requiredLiterals(source) : { sets: [this.plain.map(fold)], repeated: [], leads: [] };
    this.required = sets;
    this.#leads = leads;
    this.repeated = repeated;
  }

  /** Throws where the pattern is none. */
  get compiled(): RE2JS {
    this.#compiled ??= RE2JS.compile(this.source, this.isFolded ? RE2JS.CASE_INSENSITIVE : 0);
    return this.#compiled;
  }

  /** Some match anywhere. */
  isIn(text: string): boolean {
    const { plain } = this;
    if (plain !== null) {
      const where = this.isFolded ? fold(text) : text;
      return plain.some((literal) => where.includes(literal));
    }
    return this.mayBeIn(text) && this.matches(text, foldedText(text));
  }

  /** The same without a look at what matches hold. `folded`: the text case-folded, where somebody has it. */
  matches(text: string, folded: string | null = null): boolean {
    this.#search ??= new PatternSearch(this.compiled, this.#leads);
    return this.#search.isIn(text, folded);
  }

  /** The whole text matches. */
  isWhole(text: string): boolean {
    return this.compiled.testExact(text);
  }

  /** Matches that do not overlap, from left to right. */
  *all(text: string): Generator<RegexMatch> {
    for (const matcher of this.#found(text)) {
      const groups = Array.from({ length: matcher.groupCount() }, (_, index) => matcher.group(index + 1) ?? "");
      yield new RegexMatch(matcher.group() ?? "", groups, namedGroups(matcher));
    }
  }

  /** How many these are. */
  count(text: string): number {
    let count = 0;
    for (const _ of this.#found(text)) count++;
    return count;
  }

  /** The same matcher, at one match after the other. */
  *#found(text: string): Generator<Matcher> {
    if (!this.mayBeIn(text)) return;
    this.#search ??= new PatternSearch(this.compiled, this.#leads);
    const placeFrom = this.#search.placesIn(text, foldedText(text));
    let matcher: Matcher | null = null;
    let count = 0;
    let work = 0;
    for (let from = 0; from <= text.length; ) {
      const place = placeFrom(from);
      if (place < 0) return;
      matcher ??= this.compiled.matcher(text);
      if (!matcher.find(place)) return;
      const [start, end] = [matcher.start(), matcher.end()];
      // One search may look at all the rest of the text, so their number times its length is bounded.
      work += text.length - start;
      if (++count > limits.mqlMatchesMax || work > limits.mqlMatchStepsMax) throw new LimitReached("matches");
      yield matcher;
      from = end > start ? end : end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
    }
  }

  /** False where the text lacks what every match holds. */
  mayBeIn(text: string): boolean {
    if (this.required.length === 0) return true;
    const folded = foldedText(text);
    return (
      this.required.every((set) => set.some((literal) => folded.includes(literal))) &&
      this.repeated.every(({ alternatives, times }) => hasTimes(folded, alternatives, times))
    );
  }
}

/** Whether the literals occur so often, each counted without overlap of its own. */
export function hasTimes(folded: string, literals: readonly string[], times: number): boolean {
  let missing = times;
  for (const literal of literals) {
    for (let at = folded.indexOf(literal); at >= 0; at = folded.indexOf(literal, at + literal.length)) {
      missing -= 1;
      if (missing <= 0) return true;
    }
  }
  return false;
}

/** Rules ask one text after the other of many patterns: its folded form is kept until another one comes. */
let lastText = "";
let lastFolded = "";

function foldedText(text: string): string {
  if (text !== lastText) {
    lastFolded = fold(text);
    lastText = text;
  }
  return lastFolded;
}

/**
 * Of patterns in rules that run at once: what only compiling tells is told when they run, which is undetermined then (`error:` and the
 * function). Thousands of patterns, most of which no text ever needs, take a third of a second to compile.
 */
export function patternErrorLater(source: string): string | null {
  return source.length > limits.mqlPatternCharsMax ? `longer than ${limits.mqlPatternCharsMax} characters` : null;
}

/** Null for a right pattern; else what is wrong with it. */
export function patternError(source: string): string | null {
  if (source.length > limits.mqlPatternCharsMax) return `longer than ${limits.mqlPatternCharsMax} characters`;
  if (right.has(source)) return null;
  try {
    RE2JS.compile(source);
  } catch (cause) {
    return cause instanceof Error ? cause.message : "no regular expression";
  }
  if (right.size >= limits.mqlPatternsMax) right.clear();
  right.add(source);
  return null;
}

/** Patterns that were found right: rules repeat them. */
const right = new Set<string>();
const cache = new Map<string, Pattern>();

/** The same object for the same text; patterns that messages bring (rules may build them) push the others out, no more. */
export function patternOf(source: string, isFolded: boolean): Pattern {
  const key = `${isFolded ? "i" : " "}${source}`;
  const found = cache.get(key);
  if (found !== undefined) return found;
  if (source.length > limits.mqlPatternCharsMax) throw new LimitReached("pattern");
  if (cache.size >= limits.mqlPatternsMax) cache.clear();
  const pattern = new Pattern(source, isFolded);
  cache.set(key, pattern);
  return pattern;
}

function plainLiterals(source: string, isFolded: boolean): readonly string[] | null {
  if (!PLAIN.test(source)) return null;
  const literals = source.split(/(?<!\\)\|/).map((literal) => literal.replace(/\\(.)/gu, "$1"));
  return isFolded ? literals.map(fold) : literals;
}

function namedGroups(matcher: Matcher): ReadonlyMap<string, string> {
  return new Map(Object.entries(matcher.getNamedGroups()).map(([name, text]) => [name, text ?? ""]));
}
