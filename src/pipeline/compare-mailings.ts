/**
 * Reads the copies of every mailing from the case and compares them: in one pass over the records where many are wanted,
 * one by one where few are, or where a mailing's copies lie far apart.
 *
 * Memory: the records of the mailings that are under way, at most `REACH_MAX` messages, and what the book keeps.
 */
import type { Sha256 } from "../base/brand.ts";
import { HashList, hashKey, IntList, KeyTable } from "../base/tables.ts";
import type { JudgedToken } from "../case/judgement.ts";
import type { MessageRecord } from "../case/record.ts";
import { ComparisonBook } from "../cluster/comparison.ts";
import type { Copy } from "../cluster/copy-find.ts";
import type { Mailing } from "../cluster/mailings.ts";
import { differingToken } from "../cluster/proven-token.ts";
import { sureReader } from "../cluster/readers.ts";
import { fromAddress, isOwner, senderKey } from "../cluster/sender.ts";
import type { CaseStore } from "../ports/store.ts";

/** A mailing that reaches further is read message by message. */
const REACH_MAX = 10_000;
/** A record read by itself takes three times as long as one read in passing, and one that is passed by a third. */
const WANTED_SHARE_MIN = 0.15;

/** `messages`: of the whole case. */
export async function compareMailings(
  store: CaseStore,
  mailings: Iterable<Mailing>,
  { owners, messages }: { readonly owners: ReadonlySet<string>; readonly messages: number },
): Promise<ComparisonBook> {
  const book = new ComparisonBook();
  const near: Mailing[] = [];
  const far: Mailing[] = [];
  for (const mailing of mailings) (mailing.reach > REACH_MAX ? far : near).push(mailing);
  const wanted = near.reduce((sum, mailing) => sum + mailing.messages.length, 0);
  if (wanted >= messages * WANTED_SHARE_MIN) await compareInPassing(store, near, owners, book);
  else await compareOneByOne(store, near, owners, book);
  await compareOneByOne(store, far, owners, book);
  return book;
}

async function compareOneByOne(
  store: CaseStore,
  mailings: readonly Mailing[],
  owners: ReadonlySet<string>,
  book: ComparisonBook,
): Promise<void> {
  for (const { messages } of mailings) {
    const copies: Copy[] = [];
    for (const sha256 of messages) {
      const stored = await store.message(sha256);
      const copy = stored === null ? null : copyOf(stored.record, owners);
      if (copy !== null) copies.push(copy);
    }
    book.add(copies);
  }
}

/** Mailings under way, by their number. */
async function compareInPassing(
  store: CaseStore,
  mailings: readonly Mailing[],
  owners: ReadonlySet<string>,
  book: ComparisonBook,
): Promise<void> {
  const places = new Places(mailings);
  const underWay = new Map<number, Copy[]>();
  for await (const record of store.records((sha256) => places.mailingOf(sha256) >= 0)) {
    const number = places.mailingOf(record.sha256);
    const copy = copyOf(record, owners);
    const copies = underWay.get(number) ?? [];
    if (copy !== null) copies.push(copy);
    underWay.set(number, copies);
    if (mailings[number]?.messages.at(-1) !== record.sha256) continue;
    book.add(copies);
    underWay.delete(number);
  }
}

/** Message → its mailing. */
class Places {
  readonly #table = new KeyTable();
  readonly #mailings = new IntList();
  readonly #hashes = new HashList();

  constructor(mailings: readonly Mailing[]) {
    for (const [number, { messages }] of mailings.entries()) {
      for (const sha256 of messages) {
        if (this.#table.add(hashKey(sha256)) !== this.#hashes.length) continue;
        this.#hashes.push(sha256);
        this.#mailings.push(number);
      }
    }
  }

  /** -1 for none. */
  mailingOf(sha256: Sha256): number {
    const place = this.#table.find(hashKey(sha256));
    return place >= 0 && this.#hashes.at(place) === sha256 ? this.#mailings.at(place) : -1;
  }
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

/** Of loads that copies do not agree on, and that comparison proves nothing of. `told`: what it does. */
export function differingTokens(
  book: ComparisonBook,
  { sha256, loads }: MessageRecord,
  told: readonly JudgedToken[],
): readonly JudgedToken[] {
  const known = new Set(told.map(({ load }) => load));
  return book.differing(sha256).flatMap((one): readonly JudgedToken[] => {
    const load = loads[one.load];
    const token = load === undefined || known.has(one.load) ? null : differingToken(load, one);
    return token === null ? [] : [{ load: one.load, token }];
  });
}
