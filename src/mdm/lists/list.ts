/** Lists as rules look things up in them. */
import { type List, Undetermined } from "../../mql/value.ts";
import { listSources } from "./names.ts";

/** Of texts, each once and in order. `has` compares as written, `hasFolded` without regard to case. */
export function listOf(values: readonly string[]): List {
  const written = new Set(values);
  const folded = new Set(values.map(fold));
  return { values: [...written], has: (text) => written.has(text), hasFolded: (text) => folded.has(fold(text)) };
}

function fold(text: string): string {
  return text.toLowerCase();
}

/** What is missing where a list is not there. */
export function noList(name: string): Undetermined {
  return new Undetermined([listSources.get(name) ?? `list.${name}`]);
}
