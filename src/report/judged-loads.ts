/** A message as judged: reading states what one copy shows, comparison may have changed the tokens of its loads. */
import type { Judgement } from "../case/judgement.ts";
import type { LoadRecord, TokenRecord } from "../case/record.ts";
import type { StoredMessage } from "../ports/store.ts";

/** Loads in the order of the mail, with the tokens that comparison changed. */
export function judgedLoads(stored: StoredMessage): readonly LoadRecord[] {
  const changed = new Map(stored.judgement?.tokens.map(({ load, token }) => [load, token]) ?? []);
  if (changed.size === 0) return stored.record.loads;
  return stored.record.loads.map((load, index) => ({ ...load, token: changed.get(index) ?? load.token }));
}

const STRENGTH = ["none", "likely", "proven", "decoded"] as const;

/** How surely a token tells its reader, 0 (none) to 3 (the address was decoded from it). */
export function tokenStrength(token: TokenRecord): number {
  return STRENGTH.indexOf(token.kind);
}

/** The strongest kind of token among a message's loads. */
export function strongestToken(stored: StoredMessage): TokenRecord["kind"] {
  let strongest = 0;
  for (const load of judgedLoads(stored)) strongest = Math.max(strongest, tokenStrength(load.token));
  return STRENGTH[strongest] ?? "none";
}

/** Whether it can be seen, and why so: `hidden: 1 by 1 pixel`. */
export function visibilityWords({ hidden, why }: LoadRecord): string {
  const state = hidden ? "hidden" : "shown";
  if (why === "") return state;
  return why.startsWith(state) ? why : `${state}: ${why}`;
}

/** What the record says of its token, without repeating its kind. */
export function tokenDetail({ kind, detail }: TokenRecord): string {
  return detail.startsWith(`${kind}: `) ? detail.slice(kind.length + 2) : detail;
}

/** Reasons of the class that no finding gives already. */
export function ownClassReasons({ classReasons, findings }: Judgement): readonly string[] {
  const given = new Set(findings.flatMap(({ reasons }) => reasons));
  return classReasons.filter((reason) => !given.has(reason));
}
