/** A name that stands alone, in a field: whom the readers know by it. Pure. */
import type { Party } from "../case/assertion.ts";
import { nameAt } from "./gazetteer.ts";
import { tokensOf } from "./tokens.ts";

/** Null where the name as a whole is none of theirs. */
export function knownParty(name: string): Pick<Party, "kind" | "name" | "country"> | null {
  const tokens = tokensOf(name);
  const found = nameAt(tokens, 0);
  if (found === null || found.count !== tokens.length) return null;
  const { kind, name: known, country } = found.known;
  // A seat (`Moscow`) and a demonym stand for a state in a sentence only.
  return kind === "seat" || kind === "demonym" ? null : { kind, name: known, country };
}
