/**
 * The history of accounts at services, beside that of senders: one account may write under several names, and one sender
 * may come by another account than for years (threat-facts TF-010, TF-202).
 *
 * One book of the whole case: what came before a message's day is told by first days. Memory: one small object per account,
 * and a few words per sender.
 */
import type { EpochMs } from "../base/brand.ts";
import { type Count, Tally } from "./tally.ts";

export interface AccountHistory extends Count {
  /** Senders it wrote under, sorted, the first 8 in the order of the case. */
  readonly senders: readonly string[];
}

/** One way by which a sender's mail comes. */
export interface Way {
  /** The service's name; empty for the sender's own servers, or where nobody vouches for a service. */
  readonly service: string;
  /** Account keys, the hardest to copy first; empty where nothing tells its customers apart. */
  readonly keys: readonly string[];
}

/** A sender that had long written by other ways before this one. */
export interface NewWay {
  readonly since: EpochMs;
  /** Names of services, empty for the sender's own servers. */
  readonly formerly: readonly string[];
}

export interface AccountNote {
  readonly sender: string;
  readonly way: Way;
  readonly date: EpochMs | null;
  readonly readers: readonly string[];
}

interface Used {
  readonly service: string;
  messages: number;
  first: EpochMs | null;
}

const SENDERS_MAX = 8;
const WAYS_MAX = 16;
/** So many messages over so long make the former way a habit. */
const HABIT_MESSAGES = 4;
const HABIT_DAYS = 90;
const DAY_MS = 86_400_000;

export class AccountBook {
  readonly #accounts = new Map<string, { readonly tally: Tally; readonly senders: Set<string> }>();
  readonly #ways = new Map<string, Map<string, Used>>();

  add({ sender, way, date, readers }: AccountNote): void {
    for (const key of way.keys) {
      const account = this.#accounts.get(key) ?? { tally: new Tally(), senders: new Set() };
      this.#accounts.set(key, account);
      account.tally.add(date, readers);
      if (account.senders.size < SENDERS_MAX) account.senders.add(sender);
    }
    this.#noteWay(sender, way, date);
  }

  /** Of the first key that is known, as they stand in order of trust; null for none. */
  of(keys: readonly string[]): AccountHistory | null {
    for (const key of keys) {
      const account = this.#accounts.get(key);
      if (account !== undefined) return { ...account.tally.count(), senders: [...account.senders].sort() };
    }
    return null;
  }

  /** Null while the sender has no habit of another way, or began with this one. */
  newWay(sender: string, way: Way): NewWay | null {
    const ways = this.#ways.get(sender);
    if (ways === undefined || ways.size < 2) return null;
    const mine = new Set(namesOf(way));
    const firsts = [...ways].flatMap(([name, { first }]) => (mine.has(name) && first !== null ? [first] : []));
    if (firsts.length === 0) return null;
    const since = Math.min(...firsts) as EpochMs;
    const habits = [...ways].flatMap(([name, used]) => (!mine.has(name) && isHabit(used, since) ? [used] : []));
    if (habits.length === 0) return null;
    return { since, formerly: [...new Set(habits.map(({ service }) => service))] };
  }

  #noteWay(sender: string, way: Way, date: EpochMs | null): void {
    const ways = this.#ways.get(sender) ?? new Map<string, Used>();
    this.#ways.set(sender, ways);
    for (const name of namesOf(way)) {
      const used = ways.get(name) ?? { service: way.service, messages: 0, first: null };
      used.messages += 1;
      if (date !== null && (used.first === null || date < used.first)) used.first = date;
      if (ways.has(name) || ways.size < WAYS_MAX) ways.set(name, used);
    }
  }
}

function isHabit({ messages, first }: Used, since: EpochMs): boolean {
  return messages >= HABIT_MESSAGES && first !== null && since - first >= HABIT_DAYS * DAY_MS;
}

/** Without a key the service stands for its accounts. */
function namesOf({ service, keys }: Way): readonly string[] {
  return keys.length > 0 ? keys : [service];
}
