/**
 * Literals without which a regular expression cannot match (mql.md, 9.3: a cheap pre-filter).
 *
 * The answer is sets of alternatives: a text that matches holds one of each set, both case-folded; none where nothing useful is known. The reader
 * knows the common part of RE2's syntax and gives up on a construct by calling it "anything", which is always right. Each node is described by
 * the exact texts that it can be, as long as these are few, and by the best sets of alternatives found in it (the idea of RE2's FilteredRE2).
 */
import { fold } from "./fold.ts";

/** Exact texts of one node that are carried on; more are turned into alternatives. */
const EXACT_MAX = 16;
/** Alternatives of one pattern: a scan for more costs what it saves. */
const ALTERNATIVES_MAX = 32;
/** Beginnings of one pattern: each is searched for by itself. */
const LEADS_MAX = 8;
/** Sets of one pattern: more tell little more. */
const SETS_MAX = 6;
/** Shorter literals occur in every text. */
const LITERAL_CHARS_MIN = 3;
/** But for letters that most texts have none of. */
const RARE = /[^\0-\x7f]/;
/** Copies of one part that are worth counting. */
const REPEATED_MIN = 3;
/** Nested groups; patterns are written by hand. */
const DEPTH_MAX = 50;

/** So many copies, none overlapping another, of some of the alternatives occur in every match. */
export interface Repeated {
  readonly alternatives: readonly string[];
  readonly times: number;
}

interface Part {
  /** All texts that the node can be; null for too many. */
  readonly exact: readonly string[] | null;
  /** One of each set occurs in every match. */
  readonly needed: Sets;
  readonly repeated: readonly Repeated[];
  /** Where `exact` is not known: every text of the node begins with one of these; null where they are many, or one is empty. */
  readonly leads: Alternatives | null;
}

type Alternatives = readonly string[];
type Sets = readonly Alternatives[];

const ANYTHING: Part = { exact: null, needed: [], repeated: [], leads: null };
const EMPTY: Part = { exact: [""], needed: [], repeated: [], leads: null };

/** What a text must hold, case-folded, for the pattern to match somewhere in it. */
export interface Required {
  /** Sets of alternatives; each match holds one of each set. The most telling set first. */
  readonly sets: Sets;
  readonly repeated: readonly Repeated[];
  /** Each match begins with one of these; none where that is not known. */
  readonly leads: Alternatives;
}

export function requiredLiterals(pattern: string): Required {
  const reader = new PatternReader(pattern);
  const part = reader.alternation(0);
  if (!reader.isAtEnd) return { sets: [], repeated: [], leads: [] };
  return { sets: settled(part).needed, repeated: part.repeated, leads: leadsOf(part) ?? [] };
}

const PLAIN_LETTERS = /[A-Za-z0-9 _,;:'"<>/=@#%&!~-]+/y;

class PatternReader {
  readonly #pattern: string;
  #at = 0;
  /** `(?x…)` groups of flags that change what white space or letters mean end the reading. */
  #isOdd = false;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#pattern.length && !this.#isOdd;
  }

  alternation(depth: number): Part {
    if (depth > DEPTH_MAX) this.#isOdd = true;
    const parts = [this.#sequence(depth)];
    while (!this.#isOdd && this.#peek() === "|") {
      this.#at++;
      parts.push(this.#sequence(depth));
    }
    return parts.length === 1 ? (parts[0] ?? EMPTY) : either(parts);
  }

  #sequence(depth: number): Part {
    const run = new Run();
    while (!this.#isOdd && this.#at < this.#pattern.length && this.#peek() !== "|" && this.#peek() !== ")") {
      const letters = this.#plainLetters();
      run.add(letters === "" ? this.#repeated(this.#atom(depth)) : literal(letters));
    }
    return run.part();
  }

  /** ASCII that means itself, up to what is repeated; most of most patterns. Empty where there is none. */
  #plainLetters(): string {
    PLAIN_LETTERS.lastIndex = this.#at;
    const found = PLAIN_LETTERS.exec(this.#pattern)?.[0] ?? "";
    const next = this.#pattern[this.#at + found.length] ?? "";
    const letters = next !== "" && "*+?{".includes(next) ? found.slice(0, -1) : found;
    this.#at += letters.length;
    return letters;
  }

  #peek(): string {
    return this.#pattern[this.#at] ?? "";
  }

  #atom(depth: number): Part {
    const letter = String.fromCodePoint(this.#pattern.codePointAt(this.#at) ?? 0);
    this.#at += letter.length;
    switch (letter) {
      case "(":
        return this.#group(depth);
      case "[":
        return this.#set();
      case "\\":
        return this.#escape();
      case ".":
        return ANYTHING;
      case "^":
      case "$":
        return EMPTY;
      default:
        return literal(letter);
    }
  }

  #group(depth: number): Part {
    if (this.#peek() === "?" && !this.#groupHead()) return EMPTY;
    const part = this.alternation(depth + 1);
    if (this.#peek() !== ")") this.#isOdd = true;
    this.#at++;
    return part;
  }

  /** Skips `?:`, `?P<name>`, `?<name>`, `?i:`; false for flags alone, which are skipped with their parenthesis. */
  #groupHead(): boolean {
    const head = /^\?(?:P?<\w+>|[imsU-]*:)/.exec(this.#pattern.slice(this.#at, this.#at + 200));
    if (head !== null) {
      this.#at += head[0].length;
      return true;
    }
    const flags = /^\?[imsU-]+\)/.exec(this.#pattern.slice(this.#at, this.#at + 20));
    if (flags === null) this.#isOdd = true;
    this.#at += flags?.[0].length ?? 0;
    return false;
  }

  /** A class of a few plain letters is its letters; any other is anything. */
  #set(): Part {
    const start = this.#at;
    if (this.#peek() === "^") this.#at++;
    if (this.#peek() === "]") this.#at++;
    while (this.#at < this.#pattern.length && this.#peek() !== "]") {
      if (this.#pattern.startsWith("[:", this.#at)) {
        const end = this.#pattern.indexOf(":]", this.#at + 2);
        this.#at = end < 0 ? this.#at + 1 : end + 2;
      } else if (this.#peek() === "\\") {
        this.#escape();
      } else this.#at++;
    }
    const inside = this.#pattern.slice(start, this.#at);
    if (this.#peek() !== "]") this.#isOdd = true;
    this.#at++;
    const letters = [...inside];
    const isPlain = letters.length > 0 && letters.length <= 4 && !/[\\^\-[\]]/.test(inside);
    return isPlain ? { ...EMPTY, exact: distinct(letters.map(fold)) } : ANYTHING;
  }

  #escape(): Part {
    const letter = String.fromCodePoint(this.#pattern.codePointAt(this.#at) ?? 0);
    this.#at += letter.length;
    if (letter === "x") return this.#hex();
    if (letter === "p" || letter === "P") return this.#property();
    if (letter === "Q") {
      this.#isOdd = true;
      return ANYTHING;
    }
    if (/[bBAz]/.test(letter)) return EMPTY;
    if (/[0-7]/.test(letter)) return this.#octal();
    if (/[0-9A-Za-z]/.test(letter)) return ANYTHING;
    return literal(letter);
  }

  #octal(): Part {
    while (/[0-7]/.test(this.#peek())) this.#at++;
    return ANYTHING;
  }

  #hex(): Part {
    const match = /^(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/.exec(this.#pattern.slice(this.#at, this.#at + 10));
    const codePoint = Number.parseInt(match?.[1] ?? match?.[2] ?? "", 16);
    if (match === null || !(codePoint <= 0x10ffff)) {
      this.#isOdd = true;
      return ANYTHING;
    }
    this.#at += match[0].length;
    return literal(String.fromCodePoint(codePoint));
  }

  #property(): Part {
    const end = this.#peek() === "{" ? this.#pattern.indexOf("}", this.#at) : this.#at;
    if (end < 0) this.#isOdd = true;
    this.#at = end + 1;
    return ANYTHING;
  }

  /** What stands behind an atom: `*`, `+`, `?`, `{n,m}`, each maybe lazy. */
  #repeated(atom: Part): Part {
    let part = atom;
    for (;;) {
      const letter = this.#peek();
      const count = letter === "{" ? /^\{(\d+)(?:,(\d*))?\}/.exec(this.#pattern.slice(this.#at, this.#at + 16)) : null;
      if (count !== null) {
        this.#at += count[0].length;
        part = timesOf(part, Number(count[1]), count[2] === undefined ? Number(count[1]) : Number(count[2] || "1000"));
      } else if (letter === "*" || letter === "?" || letter === "+") {
        this.#at++;
        part = timesOf(part, letter === "+" ? 1 : 0, letter === "?" ? 1 : 1000);
      } else return part;
    }
  }
}

function literal(letters: string): Part {
  return { ...EMPTY, exact: [fold(letters)] };
}

function timesOf(part: Part, min: number, max: number): Part {
  if (min === 1 && max === 1) return part;
  if (min === 0 && max === 1 && part.exact !== null) return { ...EMPTY, exact: distinct(["", ...part.exact]) };
  if (min === 0) return ANYTHING;
  const { needed } = settled(part);
  const [best] = needed;
  const more = min < REPEATED_MIN || best === undefined ? [] : [{ alternatives: best, times: min }];
  return { exact: null, needed, repeated: [...part.repeated, ...more], leads: leadsOf(part) };
}

function leadsOf({ exact, leads }: Part): Alternatives | null {
  const texts = exact ?? leads;
  return texts === null || texts.length > LEADS_MAX || texts.includes("") ? null : texts;
}

/** Parts one behind the other: the exact texts of the last stretch of them, and the best of what came before. */
class Run {
  #stretch: readonly string[] = [""];
  #needed: Sets = [];
  #repeated: readonly Repeated[] = [];
  #isWhole = true;
  #leads: Alternatives | null = null;

  add(part: Part): void {
    const { exact, needed, repeated } = part;
    if (repeated.length > 0) this.#repeated = [...this.#repeated, ...repeated].slice(0, SETS_MAX);
    const stretch = this.#stretch;
    const [only] = exact ?? [];
    if (exact?.length === 1 && stretch.length === 1 && only !== undefined) {
      this.#stretch = [(stretch[0] ?? "") + only];
      return;
    }
    if (exact !== null && exact.length * stretch.length <= EXACT_MAX) {
      this.#stretch = distinct(stretch.flatMap((start) => exact.map((end) => start + end)));
      return;
    }
    this.#needed = [...this.#needed, ...useful(stretch), ...needed];
    if (this.#isWhole) this.#leads = leadsOf(stretch.join() === "" ? part : { ...EMPTY, exact: stretch });
    this.#stretch = exact ?? [""];
    this.#isWhole = false;
  }

  part(): Part {
    if (this.#isWhole) return { ...EMPTY, exact: this.#stretch };
    const needed = best([...this.#needed, ...useful(this.#stretch)]);
    return { exact: null, needed, repeated: this.#repeated, leads: this.#leads };
  }
}

function either(parts: readonly Part[]): Part {
  const exact = parts.every((part) => part.exact !== null) ? distinct(parts.flatMap((part) => part.exact ?? [])) : null;
  if (exact !== null && exact.length <= EXACT_MAX) return { ...EMPTY, exact };
  const starts = parts.map(leadsOf);
  const leads = starts.every((set) => set !== null) ? distinct(starts.flatMap((set) => set ?? [])) : null;
  const begins: Part = { ...ANYTHING, leads: leads === null || leads.length > LEADS_MAX ? null : leads };
  const needed = parts.map((part) => settled(part).needed[0]);
  if (needed.some((set) => set === undefined)) return begins;
  const all = distinct(needed.flatMap((set) => set ?? []));
  return { ...begins, needed: all.length <= ALTERNATIVES_MAX ? [all] : [] };
}

/** The exact texts as alternatives. */
function settled(part: Part): Part {
  return {
    ...part,
    exact: null,
    needed: best(part.exact === null ? part.needed : [...useful(part.exact), ...part.needed]),
  };
}

function useful(texts: Alternatives): Sets {
  return texts.every((text) => text.length >= LITERAL_CHARS_MIN || RARE.test(text)) ? [texts] : [];
}

/** Those whose shortest literal is longest first; of these the smaller. */
function best(sets: Sets): Sets {
  const sorted = [...sets].sort((a, b) => shortest(b) - shortest(a) || a.length - b.length);
  return sorted.slice(0, SETS_MAX);
}

function shortest(texts: Alternatives): number {
  return texts.reduce((least, text) => Math.min(least, text.length), Number.MAX_SAFE_INTEGER);
}

function distinct(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)];
}
