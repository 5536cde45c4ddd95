/**
 * Names of groups as claims of those who use them: `X calls it A; Y calls it B`. Claims that share a name stand together; they are never
 * made one group, since two vendors' names seldom mean the very same people. Pure.
 */
import type { AliasClaim } from "../case/ledger.ts";
import type { ClaimedNames } from "../case/ledger-view.ts";
import { nameKey } from "./effective.ts";

export function claimedNames(claims: readonly AliasClaim[]): readonly ClaimedNames[] {
  const sets: { readonly claims: AliasClaim[]; readonly keys: Set<string> }[] = [];
  for (const claim of sorted(claims)) {
    const keys = keysOf(claim);
    const touching = sets.filter((set) => [...keys].some((key) => set.keys.has(key)));
    const [first, ...others] = touching;
    const into = first ?? { claims: [], keys: new Set<string>() };
    if (first === undefined) sets.push(into);
    for (const other of others) {
      into.claims.push(...other.claims);
      for (const key of other.keys) into.keys.add(key);
      sets.splice(sets.indexOf(other), 1);
    }
    into.claims.push(claim);
    for (const key of keys) into.keys.add(key);
  }
  return sets.map((set) => ({ claims: sorted(set.claims), sharedNames: sharedNamesOf(set.claims) }));
}

/** Who says that one name stands for the other, `MITRE ATT&CK`; null where no single claim has both. */
export function whoEquates(a: string, b: string, claims: readonly AliasClaim[]): string | null {
  const [one, other] = [nameKey(a), nameKey(b)];
  const found = claims.find((claim) => {
    const keys = keysOf(claim);
    return keys.has(one) && keys.has(other);
  });
  return found?.by ?? null;
}

function keysOf({ name, aliases }: AliasClaim): ReadonlySet<string> {
  return new Set([name, ...aliases].map(nameKey).filter((key) => key !== ""));
}

function sorted(claims: readonly AliasClaim[]): AliasClaim[] {
  const key = ({ by, name, aliases, source }: AliasClaim) => JSON.stringify([by, name, aliases, source]);
  const byKey = new Map(claims.map((claim) => [key(claim), claim]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, claim]) => claim);
}

function sharedNamesOf(claims: readonly AliasClaim[]): readonly string[] {
  const uses = new Map<string, { readonly written: string; count: number }>();
  for (const claim of claims) {
    for (const key of keysOf(claim)) {
      const written = [claim.name, ...claim.aliases].find((one) => nameKey(one) === key) ?? key;
      const known = uses.get(key);
      if (known === undefined) uses.set(key, { written, count: 1 });
      else known.count += 1;
    }
  }
  return [...uses.values()].filter(({ count }) => count > 1).map(({ written }) => written);
}
