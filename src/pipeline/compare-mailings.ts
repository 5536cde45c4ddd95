/** Reads the copies of every mailing from the case and compares them. Memory: the records of one mailing, and the book. */
import type { Sha256 } from "../base/brand.ts";
import type { MessageRecord } from "../case/record.ts";
import { ComparisonBook } from "../cluster/comparison.ts";
import type { Copy } from "../cluster/copy-find.ts";
import { sureReader } from "../cluster/readers.ts";
import { fromAddress, isOwner, senderKey } from "../cluster/sender.ts";
import type { CaseStore } from "../ports/store.ts";

export async function compareMailings(
  store: CaseStore,
  mailings: Iterable<readonly Sha256[]>,
  owners: ReadonlySet<string>,
): Promise<ComparisonBook> {
  const book = new ComparisonBook();
  for (const mailing of mailings) {
    const copies: Copy[] = [];
    for (const sha256 of mailing) {
      const stored = await store.message(sha256);
      const copy = stored === null ? null : copyOf(stored.record, owners);
      if (copy !== null) copies.push(copy);
    }
    book.add(copies);
  }
  return book;
}

/** Null when nobody knows whose copy it is. */
export function copyOf(record: MessageRecord, owners: ReadonlySet<string>): Copy | null {
  const reader = sureReader(record, owners);
  if (reader === null) return null;
  const { sha256, date, messageId, loads, to, cc } = record;
  const stated = [...to, ...cc].map(({ address }) => address);
  const sender = senderKey(fromAddress(record));
  const isPerson = owners.size === 0 || isOwner(reader, owners);
  return { sha256, reader, isPerson, date, messageId, sender, stated, loads };
}
