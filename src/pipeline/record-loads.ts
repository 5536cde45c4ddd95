/** All loads of a message, out of all that was read of it: each once, the most telling ones kept. Pure. */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { LoadRecord } from "../case/record.ts";
import { describeLoads, mostTellingLoads } from "../signals/loads.ts";
import type { NameSearch } from "../signals/reader-names.ts";
import { withSharedParts } from "../signals/shared-parts.ts";
import { NO_TOKEN, type TokenFinder } from "../signals/tokens.ts";
import { isLimit } from "./record-problems.ts";
import type { Document } from "./texts.ts";

export interface RecordLoads {
  /** At most `limits.storedLoadsMax`. */
  readonly kept: readonly LoadRecord[];
  /** Of all that were found. */
  readonly count: number;
  readonly problems: readonly Problem[];
}

export interface LoadContext {
  /** Loads by receipts that the header asks for. */
  readonly receipts: readonly LoadRecord[];
  /** Of the readers, which tokens are searched for. */
  readonly addresses: readonly string[];
  readonly senders: readonly string[];
  readonly names: NameSearch;
  readonly finder: TokenFinder;
}

/** `documents`: those of the strict reading first. Cost: linear in their references. */
export function recordLoads(documents: readonly Document[], context: LoadContext): RecordLoads {
  const { receipts, addresses, senders, names, finder } = context;
  const loads: LoadRecord[] = [];
  const problems: Problem[] = [];
  let count = receipts.length;
  // HTML that is wrapped in RTF names its pictures in both: that of the HTML is told.
  const isRepeat = (load: LoadRecord) => load.vector === "RL-68" && places.has(placeOf(load));
  const known = new Set<string>();
  const places = new Set<string>();
  for (const { kind, reading, toRaw, view } of documents) {
    const { references, base } = reading;
    const described = describeLoads({
      ...{ references, base, toRaw, view, addresses, senders, names },
      finder: kind === "header" ? NO_FINDER : finder,
    });
    // What another view shows as well is no news.
    const fresh = described.loads.filter((load) => !isRepeat(load) && (view === "" || !known.has(keyOf(load))));
    for (const load of fresh) {
      known.add(keyOf(load));
      places.add(placeOf(load));
    }
    loads.push(...fresh);
    count += described.count - (described.loads.length - fresh.length);
    count += reading.referenceCount - references.length;
    problems.push(...described.limits.map((code) => ({ code })));
    // Of what only other readings show, the texts' own problems were told by no one yet.
    if (view !== "") problems.push(...reading.problems.filter(isLimit).map((code) => ({ code })));
  }
  const kept = mostTellingLoads(loads, limits.storedLoadsMax - receipts.length);
  if (kept.length < loads.length) problems.push({ code: "limit.stored-loads" });
  return { kept: [...receipts, ...withSharedParts(kept)], count, problems };
}

function placeOf({ span, resolved }: LoadRecord): string {
  return `${span.start} ${resolved}`;
}

/** How to unsubscribe and whom to answer is in most mail, and tells the sender nothing until the reader acts: no search for tokens. */
const NO_FINDER: TokenFinder = { find: () => NO_TOKEN };

function keyOf({ vector, resolved }: LoadRecord): string {
  return `${vector} ${resolved}`;
}
