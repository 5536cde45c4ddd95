/**
 * The people whom an amendment touches, from what is stored: the messages of interest that reached them, the marks of their copies,
 * their own mail around those days and their answers to the senders.
 *
 * What only judging the whole case can tell waits for it: answers that went to others than the sender, lines of logs about messages that
 * became of interest, names seen elsewhere, what the chosen share. What was known of a person stays where nothing surer is found.
 *
 * Cost: by the messages of interest of these people, and at most `OWN_MAX` messages of their own.
 */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import type { CampaignExposure, Exposure, Person } from "../case/judgement.ts";
import type { MessageRecord } from "../case/record.ts";
import { gravestFirst, learnedOf } from "../exposure/together.ts";
import { personId, RosterIndex } from "../people/roster-index.ts";
import type { CaseStore } from "../ports/store.ts";
import { NOTHING_LOGGED } from "./expected-loads.ts";
import { isMarkedInside, keptMarks } from "./kept-marks.ts";
import { type Owner, ownership } from "./ownership.ts";
import { mostExposedFirst, PeopleBook, type Reached } from "./people-book.ts";
import { SentMail } from "./sent-mail.ts";

/** Own messages that are read for programs and answers: those nearest to the mail of interest. */
const OWN_MAX = 4_000;
/** A program tells of mail that came so long before or after (exposure/own-mail.ts). */
const FAR_MS = 540 * 86_400_000;
/** Roles of addresses (docs/formats/case.md). */
const ROLES = { from: 1, written: 16 | 32, reached: 16 | 32 | 64 } as const;

export interface PeopleAmendment {
  /** Readers of the messages that are of interest since, are no more, or changed their campaign. */
  readonly touched: ReadonlySet<string>;
  /** Messages of interest by hash, as they are from now on; null for one that is of no interest. */
  readonly reachedBy: (sha256: Sha256) => Promise<Reached | null>;
  /** Those that became of interest. */
  readonly gained: readonly Sha256[];
  readonly campaignOf: (sha256: Sha256) => string | null;
  readonly owner: Owner;
}

/** All people of the case, as they are from now on. */
export async function amendPeople(store: CaseStore, wish: PeopleAmendment): Promise<readonly Person[]> {
  const [before, roster, clients] = [await store.people(), await store.roster(), await store.givenClients()];
  const index = new RosterIndex(roster ?? { people: [], withheld: [] });
  const idOf = (address: string): string => personId(index.personOf(address)?.key ?? address);
  const ids = new Set([...wish.touched].filter((address) => !index.isWithheld(address)).map(idOf));
  const known = new Map(before.map((person) => [person.id, person]));
  const wanted = new Set([...wish.gained, ...[...ids].flatMap((id) => known.get(id)?.messages ?? [])]);
  const reached: Reached[] = [];
  for (const sha256 of wanted) {
    const one = await wish.reachedBy(sha256);
    if (one !== null) reached.push(one);
  }
  reached.sort(byDate);
  const book = new PeopleBook(roster, clients);
  const readers = new Set([...wish.touched, ...[...ids].flatMap((id) => known.get(id)?.addresses ?? [])]);
  for (const record of await ownMail(store, wish.owner, readers, reached)) book.add(record, { readers: [], own: true });
  for (const { record, own } of reached) if (!own) book.add(record, { readers: [], own: false });
  const read = new Map(reached.map((one) => [one.record.sha256, one]));
  const { people } = await book.conclude({
    reached: reached.map(({ record: { sha256, date }, readers }) => ({ sha256, date, readers })),
    read: async (sha256) => read.get(sha256) ?? null,
    campaignOf: new Map(reached.flatMap(({ record: { sha256 } }) => entryOf(sha256, wish.campaignOf(sha256)))),
    owner: wish.owner,
    sent: new SentMail(store, wish.owner),
    logged: () => NOTHING_LOGGED,
    logNotes: [],
    kept: await keptMarks(
      store,
      reached.map(({ record: { sha256, date }, readers, locations }) => ({
        ...{ sha256, date, readers },
        isMarkedInside: isMarkedInside(locations),
      })),
    ),
  });
  const touched = people.filter(({ id }) => ids.has(id));
  const counts = await countsOf(store, touched, known);
  const made = touched.map((person) => merged(person, known.get(person.id), counts.get(person.id) ?? 0));
  return [...before.filter(({ id }) => !ids.has(id)), ...made].sort(mostExposedFirst);
}

function entryOf(sha256: Sha256, campaign: string | null): readonly (readonly [Sha256, string])[] {
  return campaign === null ? [] : [[sha256, campaign]];
}

function byDate(a: Reached, b: Reached): number {
  return (a.record.date ?? 0) - (b.record.date ?? 0) || (a.record.sha256 < b.record.sha256 ? -1 : 1);
}

/** In date order: what they wrote around these days, and what was written to the senders. */
async function ownMail(
  store: CaseStore,
  owner: Owner,
  readers: ReadonlySet<string>,
  reached: readonly Reached[],
): Promise<readonly MessageRecord[]> {
  const days = reached.flatMap(({ record: { date } }) => (date === null ? [] : [date])).sort((a, b) => a - b);
  const near = new Map<Sha256, number>();
  const note = (sha256: Sha256, date: EpochMs | null): void => {
    const distance = date === null ? FAR_MS : distanceOf(days, date);
    if (distance <= FAR_MS) near.set(sha256, distance);
  };
  const senders = new Set(reached.filter(({ own }) => !own).flatMap(({ record }) => sendersOf(record)));
  for await (const use of store.observableUses("address", [...senders], ROLES.written)) note(use.sha256, use.date);
  for await (const use of store.observableUses("address", [...readers], ROLES.from)) note(use.sha256, use.date);
  const nearest = [...near].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).slice(0, OWN_MAX);
  const own: MessageRecord[] = [];
  for await (const record of store.records(new Set(nearest.map(([sha256]) => sha256)))) {
    if ((await ownership(store, record, owner)) === "own") own.push(record);
  }
  return own;
}

function sendersOf({ claims: { from, replyTo, sender, returnPath } }: MessageRecord): readonly string[] {
  const mailboxes = [...from, ...replyTo, ...(sender === null ? [] : [sender])].map(({ address }) => address);
  return [...mailboxes, returnPath].filter((address) => address !== "");
}

/** To the nearest of the sorted days. */
function distanceOf(days: readonly EpochMs[], date: EpochMs): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < date) low = middle + 1;
    else high = middle;
  }
  const sides = [days[low - 1], days[low]].filter((day) => day !== undefined);
  return Math.min(Number.POSITIVE_INFINITY, ...sides.map((day) => Math.abs(day - date)));
}

/** By id, of people whom the case did not know: what came to their addresses. */
async function countsOf(
  store: CaseStore,
  people: readonly Person[],
  known: ReadonlyMap<string, Person>,
): Promise<ReadonlyMap<string, number>> {
  const idOf = new Map<string, string>();
  for (const { id, addresses } of people) if (!known.has(id)) for (const one of addresses) idOf.set(one, id);
  const counts = new Map<string, number>();
  for (const [value, messages] of await store.observableCounts("address", [...idOf.keys()], ROLES.reached)) {
    const id = idOf.get(value);
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + messages);
  }
  return counts;
}

/** `before`: as the last judging of the whole case knew the person, which saw more of the person's own mail, and logs. */
function merged(person: Person, before: Person | undefined, messagesAll: number): Person {
  if (before === undefined) return { ...person, messagesAll };
  const gainedOnly = before.messages.every((sha256) => person.messages.includes(sha256));
  const campaigns = person.campaigns?.map((one): CampaignExposure => {
    const old = before.campaigns?.find(({ campaign }) => campaign === one.campaign);
    const stays = gainedOnly && old !== undefined && old.messages <= one.messages;
    return stays ? { ...one, exposure: worse(one.exposure, old.exposure) } : one;
  });
  return {
    ...person,
    name: before.name === "" ? person.name : before.name,
    messagesAll: before.messagesAll,
    exposure: gainedOnly ? worse(person.exposure, before.exposure) : person.exposure,
    ...(campaigns === undefined ? {} : { campaigns }),
  };
}

/** The graver one, with what both say was learned; of equals the first. */
function worse(one: Exposure, other: Exposure): Exposure {
  const graver = gravestFirst(one, other) <= 0 ? one : other;
  const { level, likelihood, reasons } = graver;
  return { level, likelihood, reasons, ...learnedOf([one, other], likelihood) };
}
