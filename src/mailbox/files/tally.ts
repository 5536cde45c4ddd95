/**
 * Sums up many small things that were not read, so that a folder of a million photographs is one line and not a
 * million: one item a code, with the count and the first names.
 */
import type { NotCovered } from "../../case/answer.ts";
import { shown } from "./names.ts";
import { notCovered } from "./not-covered.ts";

const NAMES_MAX = 3;

interface Group {
  count: number;
  readonly names: string[];
}

export class Tally {
  readonly #path: string;
  readonly #sentences: ReadonlyMap<string, string>;
  readonly #groups = new Map<string, Group>();

  /** `path` is what the items are about; `sentences` says for each code what it means: `{files} hold …`. */
  constructor(path: string, sentences: ReadonlyMap<string, string>) {
    this.#path = path;
    this.#sentences = sentences;
  }

  add(code: string, path: string): void {
    const group = this.#groups.get(code) ?? { count: 0, names: [] };
    this.#groups.set(code, group);
    group.count += 1;
    if (group.names.length < NAMES_MAX) group.names.push(path);
  }

  /** In the order in which the codes were first met. A single thing is named by its own path. */
  items(): NotCovered[] {
    return [...this.#groups].map(([code, { count, names }]) => {
      const path = count === 1 ? (names[0] ?? this.#path) : this.#path;
      const first = names.map(shown).join(", ");
      const list = count === 1 ? "" : ` (${first}${count > names.length ? ", …" : ""})`;
      const subject =
        count === 1 ? `1 file in ${shown(this.#path)}: ${first}` : `${count} files in ${shown(this.#path)}${list}`;
      return notCovered(path, code, `${subject}: ${this.#sentences.get(code) ?? code}`);
    });
  }
}
