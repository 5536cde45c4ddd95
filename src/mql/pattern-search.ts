/**
 * Whether a pattern matches somewhere in a text, and from where on: the states of re2js's lazy automaton, walked by a loop of our own.
 *
 * The library finds out where a state leads (its `step`), once for each state and class of letters; what it said is kept as numbers in one table, a row
 * for each state, so that a letter costs two look-ups. On the HTML of mail that is some five times as fast as the library's own loop, which answers where
 * this one cannot: patterns without such an automaton, states beyond its memory. Linear in the text like it.
 *
 *     row of a state    [ class 0 | class 1 | … | end of text ]      each where the next state's row begins, or a sign
 *
 * A pattern that is tied to the start of the text is walked so: most texts end it at once. Where it is known what every match begins with, the engine's
 * own search for that is asked where the next walk begins, and stretches between are not looked at.
 *
 * Where matches begin and end tells only an engine that keeps places, many times as slow. It need not look at what the automaton passes over: behind a
 * letter at which everything that had begun comes to its end, no match begins before that letter's end.
 *
 *     <p[^>]*></p>      … t e x t < p > a < / p > < p > < / p > …
 *                                                 ^ all that began before has ended: the other engine begins here
 */
import type { RE2JS } from "re2js";

type Automaton = ReturnType<RE2JS["re2"]>["dfa"];

/** A state of the library. It is a value, and stays right when the library forgets it. */
interface State {
  readonly isMatch: boolean;
  readonly nfaStates: readonly number[];
}

const UNKNOWN = -1;
const MATCH = -2;
/** Nothing that comes can make it one. */
const NO_MATCH = -3;
/** The library's own loop is to say it. */
const GIVE_UP = -4;

/** Of a step that was not looked at; after which nothing that began goes on; after which something does. */
const NOT_ASKED = 0;
const FRESH = 1;
const GOING_ON = 2;

/** Letters whose classes stand in a table. */
const LATIN = 256;
/** The library's numbers: a match may begin anywhere, or where the walk does. */
const UNANCHORED = 0;
const ANCHOR_START = 1;
/** Of what a match needs before it: the start of the text. */
const BEGIN_TEXT = 4;
const END_OF_TEXT = -1;
/** What the library asks of a text where a walk begins: here everything that may be said of its start. */
const AT_START = { context: () => ~0 };
/** What a state remembers of the letter before it, by the library's numbers. */
const BEHIND_LINE_END = 1;
const BEHIND_WORD = 512;
const WORD = /[0-9A-Za-z_]/;
/** Entries of one table, 1 MiB. A full one is begun anew. */
const ENTRIES_MAX = 256 * 1024;
const ROWS_AT_FIRST = 8;
/** Stretches that are worth a jump. */
const JUMP_MIN = 4;

export class PatternSearch {
  readonly #compiled: RE2JS;
  readonly #automaton: Automaton;
  readonly #anchor: number;
  readonly #classes: ArrayLike<number>;
  readonly #width: number;
  readonly #leads: readonly string[];
  #table: Int32Array;
  /** Beside the table, for who asks where matches begin; made then. */
  #freshness: Uint8Array | null = null;
  /** By row. */
  #states: State[] = [];
  readonly #rows = new Map<State, number>();
  /** The row of the start of a text. */
  #start = UNKNOWN;
  /** Rows of states in which no match has begun, as they are found: behind a letter of a word, or not. */
  #idle = UNKNOWN;
  #idleToo = UNKNOWN;
  /** Rows where nothing has begun, by what stands before. */
  readonly #behind = new Map<number, number>();

  /** `leads`: one of them, case-folded, begins each match; empty where that is not known. */
  constructor(compiled: RE2JS, leads: readonly string[]) {
    this.#compiled = compiled;
    const { dfa, cond } = compiled.re2();
    this.#automaton = dfa;
    this.#anchor = (cond & BEGIN_TEXT) === 0 ? UNANCHORED : ANCHOR_START;
    this.#leads = this.#anchor === UNANCHORED ? leads : [];
    this.#classes = this.#automaton.latin1Class;
    this.#width = this.#automaton.numClasses + 1;
    this.#table = new Int32Array(this.#width * ROWS_AT_FIRST).fill(UNKNOWN);
  }

  /** `folded`: the text case-folded, where somebody has it. */
  isIn(text: string, folded: string | null): boolean {
    const found = this.#automaton.failed ? GIVE_UP : this.#search(text, folded);
    return found === GIVE_UP ? this.#compiled.test(text) : found === MATCH;
  }

  #search(text: string, folded: string | null): number {
    const canJump = this.#leads.length > 0 && folded !== null && folded.length === text.length;
    const leads = canJump ? new Places(this.#leads, folded) : null;
    const first = leads?.next(0) ?? 0;
    if (first < 0) return NO_MATCH;
    // One letter before: what stands before a match may matter.
    return first === 0
      ? this.#walk(text, 0, this.#first(), leads)
      : this.#walk(text, first - 1, this.#idleRow(), leads);
  }

  /**
   * Asked of places from left to right: one from there on before which no match begins that begins there; -1 where none does at all. All askings together
   * are linear in the text, but for stretches that matches overlap.
   */
  placesIn(text: string, folded: string): (from: number) => number {
    if (this.#automaton.failed) return (from) => from;
    if (this.#anchor === ANCHOR_START) return (from) => (from === 0 && this.isIn(text, folded) ? 0 : -1);
    const leads = this.#leads.length > 0 && folded.length === text.length ? new Places(this.#leads, folded) : null;
    return (from) => this.#seek(text, from, leads);
  }

  #seek(text: string, from: number, leads: Places | null): number {
    let place = leads?.next(from) ?? from;
    if (place < 0) return place;
    let row = this.#rowBehind(text, place);
    for (let at = place; at < text.length && row >= 0; at++) {
      const letter = text.codePointAt(at) ?? 0;
      if (letter > 0xffff) at++;
      const letterClass = letter < LATIN ? (this.#classes[letter] ?? 0) : this.#automaton.runeClass(letter);
      const isFresh = this.#isFresh(row, letterClass, letter);
      row = this.#learn(row, letterClass, letter);
      if (!isFresh || row < 0) continue;
      place = at + 1;
      if (leads === null) continue;
      const next = leads.next(place);
      if (next < 0) return next;
      if (next === place) continue;
      place = next;
      at = next - 1;
      row = this.#rowBehind(text, place);
    }
    if (row >= 0) row = this.#learn(row, this.#width - 1, END_OF_TEXT);
    return row === MATCH || row === GIVE_UP ? place : -1;
  }

  /** Whether nothing goes on that begins before this letter or with it. */
  #isFresh(row: number, letterClass: number, letter: number): boolean {
    this.#freshness ??= new Uint8Array(this.#table.length);
    const known = this.#freshness[row + letterClass] ?? NOT_ASKED;
    if (known !== NOT_ASKED) return known === FRESH;
    const from = this.#states[row / this.#width];
    // Without the matches that may begin behind the letter.
    const to: State | null = from === undefined ? null : this.#automaton.step(from, letterClass, letter, ANCHOR_START);
    const isFresh = to !== null && !to.isMatch && to.nfaStates.length === 0;
    this.#freshness[row + letterClass] = isFresh ? FRESH : GOING_ON;
    return isFresh;
  }

  /** Where nothing has begun. */
  #rowBehind(text: string, at: number): number {
    if (at === 0) return this.#first();
    const before = text[at - 1] ?? "";
    const behind = before === "\n" ? BEHIND_LINE_END : WORD.test(before) ? BEHIND_WORD : 0;
    const known = this.#behind.get(behind);
    if (known !== undefined) return known;
    const state: State | null = this.#automaton.makeState([this.#automaton.prog.start], behind, []);
    const row = state === null ? GIVE_UP : this.#rowOf(state);
    this.#behind.set(behind, row);
    return row;
  }

  #walk(text: string, from: number, begin: number, leads: Places | null): number {
    const classes = this.#classes;
    let row = begin;
    let table = this.#table;
    for (let at = from; at < text.length && row >= 0; at++) {
      let letter = text.charCodeAt(at);
      let letterClass = letter < LATIN ? (classes[letter] ?? 0) : 0;
      if (letter >= LATIN) {
        letter = text.codePointAt(at) ?? letter;
        if (letter > 0xffff) at++;
        letterClass = this.#automaton.runeClass(letter);
      }
      const known = table[row + letterClass] ?? UNKNOWN;
      if (known !== UNKNOWN) row = known;
      else {
        row = this.#learn(row, letterClass, letter);
        table = this.#table;
      }
      if (leads !== null && row >= 0 && (row === this.#idle || row === this.#idleToo)) {
        const next = leads.next(at + 1);
        if (next < 0) return NO_MATCH;
        if (next - at > JUMP_MIN) at = next - 2;
      }
    }
    return row >= 0 ? this.#learn(row, this.#width - 1, END_OF_TEXT) : row;
  }

  #first(): number {
    if (this.#start === UNKNOWN) {
      const state: State | null = this.#automaton.start(AT_START, 0);
      this.#start = state === null ? GIVE_UP : this.#rowOf(state);
    }
    return this.#start;
  }

  /** No match has begun, and nothing is said of what stands before. */
  #idleRow(): number {
    if (this.#idle !== UNKNOWN) return this.#idle;
    const state = this.#idleState();
    return state === null ? GIVE_UP : this.#rowOf(state);
  }

  #idleState(): State | null {
    return this.#automaton.makeState([this.#automaton.prog.start], 0, []);
  }

  /** Where the state of a row leads. */
  #learn(row: number, letterClass: number, letter: number): number {
    const known = this.#table[row + letterClass] ?? UNKNOWN;
    const from = this.#states[row / this.#width];
    if (known !== UNKNOWN || from === undefined) return known;
    const to: State | null = this.#automaton.step(from, letterClass, letter, this.#anchor);
    if (to === null) return GIVE_UP;
    const next = to.isMatch ? MATCH : to.nfaStates.length === 0 ? NO_MATCH : this.#rowOf(to);
    if (this.#states[row / this.#width] === from) this.#table[row + letterClass] = next;
    return next;
  }

  #rowOf(state: State): number {
    const known = this.#rows.get(state);
    if (known !== undefined) return known;
    if ((this.#states.length + 1) * this.#width > ENTRIES_MAX) this.#forget();
    const row = this.#states.length * this.#width;
    this.#states.push(state);
    this.#rows.set(state, row);
    if (this.#leads.length > 0 && (this.#idle === UNKNOWN || this.#idleToo === UNKNOWN)) this.#markIdle(state, row);
    if (row + this.#width > this.#table.length) {
      const larger = new Int32Array(this.#table.length * 2).fill(UNKNOWN);
      larger.set(this.#table);
      this.#table = larger;
      if (this.#freshness !== null) {
        const freshness = new Uint8Array(larger.length);
        freshness.set(this.#freshness);
        this.#freshness = freshness;
      }
    }
    return row;
  }

  #markIdle({ nfaStates }: State, row: number): void {
    const idle = this.#idleState()?.nfaStates ?? [];
    if (idle.length !== nfaStates.length || idle.some((place, index) => place !== nfaStates[index])) return;
    if (this.#idle === UNKNOWN) this.#idle = row;
    else this.#idleToo = row;
  }

  #forget(): void {
    this.#states = [];
    this.#rows.clear();
    this.#behind.clear();
    this.#table.fill(UNKNOWN);
    this.#freshness?.fill(NOT_ASKED);
    this.#start = UNKNOWN;
    this.#idle = UNKNOWN;
    this.#idleToo = UNKNOWN;
  }
}

/** Where some texts stand in a text, asked from left to right. Each is searched for once over the whole. */
class Places {
  readonly #sought: readonly string[];
  readonly #text: string;
  /** Of each the next place; -1 where there is none any more. */
  readonly #next: number[];

  constructor(sought: readonly string[], text: string) {
    this.#sought = sought;
    this.#text = text;
    this.#next = sought.map((one) => text.indexOf(one));
  }

  /** The first place from `from` on; -1 for none. */
  next(from: number): number {
    let first = -1;
    for (const [index, one] of this.#sought.entries()) {
      let at = this.#next[index] ?? -1;
      if (at >= 0 && at < from) {
        at = this.#text.indexOf(one, from);
        this.#next[index] = at;
      }
      if (at >= 0 && (first < 0 || at < first)) first = at;
    }
    return first;
  }
}
