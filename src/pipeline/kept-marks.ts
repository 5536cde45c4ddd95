/**
 * Which headers with a read state a mailbox itself writes. A sender can write the same ones into a lure, from several addresses too; so what
 * counts is the ordinary mail of the same reader around that day: where most of it, of several senders, carries the header, the mailbox does it.
 *
 * Cost: only for readers of a copy with such a header, at most `READERS_MAX` of them, `SAMPLE_MAX` messages each.
 */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import type { LocationRecord, MarkOrigin } from "../case/record.ts";
import { fromAddress, senderKey } from "../cluster/sender.ts";
import type { CaseStore, StoredMessage } from "../ports/store.ts";

/** Reader's address → headers that its mailbox writes. */
export type KeptMarks = ReadonlyMap<string, ReadonlySet<MarkOrigin>>;

/** Headers inside the message (`MarkOrigin`). */
const IN_HEADERS: ReadonlySet<MarkOrigin> = new Set(["status", "mozilla", "gmail"]);
const READERS_MAX = 500;
const SAMPLE_MAX = 60;
const NEAR_MS = 120 * 86_400_000;
/** Different senders of ordinary mail that carries it, and of all that was looked at this part. */
const SENDERS_MIN = 3;
const SHARE_MIN = 0.5;

/** A message of interest, as far as its marks go. */
export interface Marked {
  readonly sha256: Sha256;
  readonly date: EpochMs | null;
  readonly readers: readonly string[];
  /** As `isMarkedInside`. */
  readonly isMarkedInside: boolean;
}

/** A copy has a header with a read state. */
export function isMarkedInside(locations: readonly LocationRecord[]): boolean {
  return locations.some(({ marks }) => marks.some(({ origin }) => IN_HEADERS.has(origin)));
}

export async function keptMarks(store: CaseStore, reached: readonly Marked[]): Promise<KeptMarks> {
  const hostile = new Set(reached.map(({ sha256 }) => sha256));
  const asked = new Map<string, EpochMs | null>();
  for (const { date, readers, isMarkedInside: isMarked } of reached) {
    if (!isMarked) continue;
    for (const reader of readers) if (asked.size < READERS_MAX && !asked.has(reader)) asked.set(reader, date);
  }
  const kept = new Map<string, ReadonlySet<MarkOrigin>>();
  for (const [address, date] of asked) kept.set(address, await keptBy(store, { address, date, hostile }));
  return kept;
}

interface Asked {
  readonly address: string;
  readonly date: EpochMs | null;
  readonly hostile: ReadonlySet<Sha256>;
}

async function keptBy(store: CaseStore, { address, date, hostile }: Asked): Promise<ReadonlySet<MarkOrigin>> {
  const window = date === null ? {} : { from: (date - NEAR_MS) as EpochMs, to: (date + NEAR_MS) as EpochMs };
  const senders = new Map<MarkOrigin, Set<string>>();
  const counts = new Map<MarkOrigin, number>();
  let all = 0;
  for await (const message of store.messages({ address, ...window, limit: SAMPLE_MAX })) {
    const from = fromAddress(message.record);
    if (hostile.has(message.record.sha256) || from === address) continue;
    all += 1;
    for (const origin of originsIn(message)) {
      counts.set(origin, (counts.get(origin) ?? 0) + 1);
      senders.set(origin, (senders.get(origin) ?? new Set()).add(senderKey(from)));
    }
  }
  const isKept = (origin: MarkOrigin): boolean =>
    (senders.get(origin)?.size ?? 0) >= SENDERS_MIN && (counts.get(origin) ?? 0) >= all * SHARE_MIN;
  return new Set([...senders.keys()].filter(isKept));
}

function originsIn({ locations }: StoredMessage): ReadonlySet<MarkOrigin> {
  return new Set(locations.flatMap(({ marks }) => marks.map(({ origin }) => origin)));
}
