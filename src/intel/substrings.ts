/**
 * Which of many texts stand within another one, in one pass over it (Aho and Corasick, 1975). Building costs the characters of all texts;
 * asking costs the asked text's length and what is found.
 */

interface State {
  readonly next: Map<number, number>;
  /** State of the longest proper suffix that begins some text. */
  fallback: number;
  /** The text that ends here, or null. */
  text: string | null;
  /** Nearest state by fallback that ends a text; 0 for none. */
  shorter: number;
}

export class Substrings {
  readonly #states: State[] = [emptyState()];

  constructor(texts: readonly string[]) {
    for (const text of texts) this.#insert(text);
    this.#link();
  }

  /** Each once, in the order in which they end. */
  within(text: string): readonly string[] {
    const found = new Set<string>();
    let at = 0;
    for (let place = 0; place < text.length; place += 1) {
      at = this.#step(at, text.charCodeAt(place));
      for (let end = at; end !== 0; end = this.#state(end).shorter) {
        const { text: ended } = this.#state(end);
        if (ended !== null) found.add(ended);
      }
    }
    return [...found];
  }

  #insert(text: string): void {
    if (text === "") return;
    let at = 0;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      let to = this.#state(at).next.get(code);
      if (to === undefined) {
        to = this.#states.push(emptyState()) - 1;
        this.#state(at).next.set(code, to);
      }
      at = to;
    }
    this.#state(at).text = text;
  }

  /** By breadth, so that what is shorter is linked before. */
  #link(): void {
    const queue = [...this.#state(0).next.values()];
    for (let head = 0; head < queue.length; head += 1) {
      const at = queue[head] ?? 0;
      const { next, fallback } = this.#state(at);
      const suffix = this.#state(fallback);
      this.#state(at).shorter = suffix.text === null ? suffix.shorter : fallback;
      for (const [code, to] of next) {
        this.#state(to).fallback = this.#step(fallback, code);
        queue.push(to);
      }
    }
  }

  #step(from: number, code: number): number {
    for (let at = from; ; at = this.#state(at).fallback) {
      const to = this.#state(at).next.get(code);
      if (to !== undefined) return to;
      if (at === 0) return 0;
    }
  }

  #state(at: number): State {
    const state = this.#states[at];
    if (state === undefined) throw new Error(`state ${at} was never made`);
    return state;
  }
}

function emptyState(): State {
  return { next: new Map(), fallback: 0, text: null, shorter: 0 };
}
