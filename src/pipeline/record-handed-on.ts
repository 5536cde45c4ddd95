/**
 * A case as whoever gets a report may see its public record: documents that the traffic light keeps back are not there, so that no campaign's page
 * quotes them, compares with them or names them as an accuser; what a description quotes holds no names of persons. The mail is all there.
 */
import type { LedgerDocument } from "../case/ledger.ts";
import { type Outward, outwardOf } from "../ledger/stix-out/outward.ts";
import type { Level } from "../ledger/stix-out/traffic-lights.ts";
import type { CaseStore } from "../ports/store.ts";

export interface HandedOn extends Outward {
  /** Reads as `store` does, but for its documents. */
  readonly store: CaseStore;
}

/** `light`: the strictest of documents that may be seen; null for all but RED. */
export async function recordHandedOn(store: CaseStore, light: Level | null): Promise<HandedOn> {
  const outward = outwardOf(await store.documents(), light);
  const kept = new Set(outward.leftOut.map(({ sha256 }) => sha256));
  const profiles = new Map(outward.documents.map(({ sha256, profile }) => [sha256, profile]));
  // Titles stay, by which the values that were seen in mail are told to be of a document.
  const seen = (await store.documents())
    .filter(({ sha256 }) => !kept.has(sha256))
    .map((one): LedgerDocument => ({ ...one, profile: profiles.get(one.sha256) }));
  return { ...outward, store: withDocuments(store, seen) };
}

function withDocuments(store: CaseStore, documents: readonly LedgerDocument[]): CaseStore {
  return new Proxy(store, {
    get(target, key) {
      if (key === "documents") return async () => documents;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
