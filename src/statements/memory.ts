/** What a document has named so far, for descriptions (`the group`) and pronouns that come later: only where just one can be meant. */
import type { Party } from "../case/assertion.ts";
import type { Companies } from "./companies.ts";
import type { Item } from "./items.ts";

/** Sentences after which a description no longer stands for what was named. */
const MEMORY = 4;

/** What was named so far, for descriptions that come later. */
export interface Memory {
  sentence: number;
  /** Of the list that is being read, when a sentence of advice opened it; else null. */
  advice: { readonly by: readonly Party[]; readonly targets: readonly Party[] } | null;
  /** The list that is being read tells what a tool or an attacker does: its points are no advice. */
  isOfTools: boolean;
  readonly companies: Companies;
  readonly named: { readonly party: Party; readonly noun: string; readonly sentence: number }[];
}

export const newMemory = (): Memory => ({
  sentence: 0,
  advice: null,
  isOfTools: false,
  named: [],
  companies: new Map(),
});

export function remember(memory: Memory, party: Party, noun: string): void {
  memory.named.push({ party, noun, sentence: memory.sentence });
  if (memory.named.length > 64) memory.named.shift();
}

/** The only party with this nature among those named lately, or null. */
export function recalled(
  memory: Memory,
  isIt: (entry: { readonly party: Party; readonly noun: string }) => boolean,
): Party | null {
  const near = memory.named.filter((entry) => memory.sentence - entry.sentence <= MEMORY && isIt(entry));
  const names = new Set(near.map(({ party }) => party.name));
  return names.size === 1 ? (near.at(-1)?.party ?? null) : null;
}

export function pronoun(memory: Memory, item: Item): Party | null {
  if (item.lists.has("pron-nobody")) return null;
  if (item.lists.has("pron-thing")) {
    const last = recalledSubject(memory);
    const isPeople = last?.kind === "persons" || last?.kind === "public";
    const isOnePerson = isPeople && last.count === 1;
    // `it` is no people; `they` is no single person, and nobody's ambassador.
    const isOther = last === null || (item.lower === "it" ? isPeople : isOnePerson || last.kind === "office");
    return isOther ? null : { ...last, words: item.text };
  }
  if (item.lists.has("pron-person"))
    return { kind: "persons", name: "one person", words: item.text, country: "", count: 1 };
  return null;
}

/** Of the state that `its` stands for; empty where it is another's or can be several. */
export function ownerCountry(memory: Memory): string {
  const last = recalledSubject(memory);
  return last?.kind === "state" ? last.country : "";
}

/** `it` and `they` stand for the only subject of the sentence before. */
function recalledSubject(memory: Memory): Party | null {
  const subjects = memory.named.filter(({ noun, sentence }) => noun === "<subject>" && memory.sentence - sentence <= 1);
  const own = subjects.filter(({ sentence }) => sentence === memory.sentence);
  const near = own.length > 0 ? own : subjects;
  const names = new Set(near.map(({ party: { name } }) => name));
  return names.size === 1 ? (near.at(-1)?.party ?? null) : null;
}
