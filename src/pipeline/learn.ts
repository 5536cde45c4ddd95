/**
 * The first pass of judging: from the outlines of the whole case, in date order, to what the second weighs each message
 * against: owners, senders, accounts, and which messages are copies of one lure.
 */
import type { Sha256 } from "../base/brand.ts";
import { type MessageOutline, outlineOf } from "../case/outline.ts";
import type { Roster } from "../case/roster.ts";
import { AccountBook, type Way } from "../cluster/accounts.ts";
import { BounceBook } from "../cluster/bounces.ts";
import { HistoryBook } from "../cluster/history.ts";
import { MailingBook } from "../cluster/mailings.ts";
import { type House, houseOf, OwnerGuess, readersOf, sureReader } from "../cluster/readers.ts";
import { ResultWriters } from "../cluster/result-writers.ts";
import { fromAddress, ownDomainsOf, senderKey } from "../cluster/sender.ts";
import { NO_BORDER, parseBorder } from "../mail/trace.ts";
import { RosterIndex } from "../people/roster-index.ts";
import type { CaseStore } from "../ports/store.ts";
import { type Carrier, carrierOf } from "../signals/carrier.ts";
import { confirmsSubscription } from "../signals/subject-words.ts";
import { isUnsent, ownershipByOutline } from "./ownership.ts";

/** Messages that owners are guessed from: plenty for an address that a tenth of all mail goes to. */
const OWNER_SAMPLE = 1000;

export interface Learned {
  readonly owners: ReadonlySet<string>;
  /** Whose copies are told apart: the owners, and private addresses and relatives of the roster, whose mail is not the owner's. */
  readonly readers: ReadonlySet<string>;
  /** Of the owners. */
  readonly house: House;
  /** Whom attackers would play; null where no roster was given. */
  readonly vips: readonly { readonly displayName: string; readonly email: string }[] | null;
  /** Names of the owner's own mail servers: whose results at receipt count. Empty when none were named. */
  readonly servers: readonly string[];
  /** Registrable domains that are the owner's. */
  readonly ownDomains: ReadonlySet<string>;
  readonly ownersFrom: "given" | "inferred" | "none";
  readonly books: Books;
  /** Drafts of the owner's that would have made a correspondent of somebody. */
  readonly unsent: ReadonlySet<Sha256>;
  /** Whose results at receipt are believed where no servers were named. */
  readonly writers: ResultWriters;
  /** Of the whole case. */
  readonly messages: number;
}

/** And which messages are to be compared: asked once, and large, so it is not kept with the rest. */
export interface LearnedFirst {
  readonly learned: Learned;
  readonly mailings: MailingBook;
}

/** `unsent`: it lies among drafts alone. */
interface Handed {
  readonly readers: readonly string[];
  readonly own: boolean;
  readonly unsent?: boolean;
}

/** Who wrote, by which accounts, and what came back. */
export class Books {
  readonly history = new HistoryBook();
  readonly accounts = new AccountBook();
  readonly bounces = new BounceBook();

  add(outline: MessageOutline, { readers, own, unsent = false }: Handed): void {
    const confirms = !own && confirmsSubscription(outline.subject);
    this.history.add(outline, { readers, own, unsent, confirms });
    this.bounces.add(outline, own);
    if (own) return;
    const sender = senderKey(fromAddress(outline));
    const way = wayOf(outline, carrierOf(outline));
    if (way !== null) this.accounts.add({ sender, way, date: outline.date, readers });
  }
}

/** Null where no results at receipt say by whom it came. */
export function wayOf({ authenticated }: MessageOutline, carrier: Carrier | null): Way | null {
  if (!authenticated) return null;
  return carrier === null ? { service: "", keys: [] } : { service: carrier.service.name, keys: carrier.keys };
}

/** First pass. Owners must be known before readers are: when nobody named them, a sample of the mail tells. */
export async function learn(
  store: CaseStore,
  named: readonly string[],
  roster: Pick<Roster, "people" | "withheld"> | null = null,
): Promise<LearnedFirst> {
  const people = roster === null ? null : new RosterIndex(roster);
  const given = [...named, ...(people?.ownAddresses() ?? [])];
  const owners = new Set(given.length > 0 ? given : await guessOwners(store));
  const readers: ReadonlySet<string> = people === null ? owners : new Set([...owners, ...people.addresses()]);
  const ownersFrom = given.length > 0 ? "given" : owners.size > 0 ? "inferred" : "none";
  const house = houseOf(owners, ownersFrom);
  const servers = (parseBorder((await store.settings()).boundary ?? []) ?? NO_BORDER).names;
  const books = new Books();
  const mailings = new MailingBook();
  const writers = new ResultWriters(readers);
  const unsent = new Set<Sha256>();
  let messages = 0;
  for await (const outline of outlinesOf(store, servers)) {
    const own = (await ownershipByOutline(store, outline, { owners, servers })) === "own";
    const isDraft = own && books.history.hasNew(outline) && (await isUnsent(store, outline));
    if (isDraft) unsent.add(outline.sha256);
    books.add(outline, { readers: readersOf(outline, readers, house), own, unsent: isDraft });
    messages += 1;
    writers.add(outline);
    const reader = sureReader(outline, readers);
    if (reader !== null) mailings.add(outline, reader);
  }
  const ownDomains = ownDomainsOf(owners);
  const vips = vipsOf(people);
  return {
    learned: { owners, readers, house, vips, servers, ownDomains, ownersFrom, books, unsent, writers, messages },
    mailings,
  };
}

/** Staff with their names; relatives are nobody's to be played in rules. */
function vipsOf(people: RosterIndex | null): Learned["vips"] {
  if (people === null) return null;
  return people.people.flatMap(({ name, addresses: [email], household }) =>
    name === "" || email === undefined || household !== "" ? [] : [{ displayName: name, email }],
  );
}

/** As stored they tell whose results count where no own servers are named; with those they are made again, since servers may be named after the mail was read. */
async function* outlinesOf(store: CaseStore, servers: readonly string[]): AsyncGenerator<MessageOutline> {
  if (servers.length === 0) yield* store.outlines({});
  else for await (const record of store.records()) yield outlineOf(record, servers);
}

async function guessOwners(store: CaseStore): Promise<readonly string[]> {
  const guess = new OwnerGuess();
  for await (const outline of store.outlines({ sample: OWNER_SAMPLE })) guess.add(outline);
  return guess.owners();
}
