/** Settings of the case that are about people: the roster, logs, and what judging says of all of them. Checked on the way in. */
import type { DatabaseSync } from "node:sqlite";
import { isArrayOf, isNullOr, isNumber, isObject, isOneOf, isString } from "../../base/checks.ts";
import type { KeptLogs, LogLine } from "../../case/log-line.ts";
import type {
  GivenClient,
  KeptRoster,
  PeopleNotes,
  ProposedAlias,
  RosterPerson,
  SharedTrait,
} from "../../case/roster.ts";
import { isDate } from "./judgement-codec.ts";
import { readSetting } from "./settings-table.ts";

const isStrings = isArrayOf(isString);

const isPerson = isObject<RosterPerson>({
  key: isString,
  name: isString,
  role: isString,
  groups: isStrings,
  household: isString,
  addresses: isStrings,
  personal: isStrings,
  consent: isString,
});

const isRoster = isObject<KeptRoster>({
  people: isArrayOf(isPerson),
  withheldPeople: isNumber,
  withheldAddresses: isNumber,
  withheld: isStrings,
  path: isString,
  sha256: isString,
});

const isTrait = isObject<SharedTrait>({
  campaign: isNullOr(isString),
  kind: isOneOf("role", "group"),
  name: isString,
  reached: isNumber,
  reachedWith: isNumber,
  all: isNumber,
  allWith: isNumber,
  chance: isNumber,
  tried: isNumber,
});

const isAlias = isObject<ProposedAlias>({
  address: isString,
  person: isString,
  like: isString,
  kind: isOneOf("plus-tag", "dots", "old-domain", "same-name"),
  reason: isString,
  messages: isNumber,
});

const isNotes = isObject<PeopleNotes>({
  roster: isNullOr(isObject<NonNullable<PeopleNotes["roster"]>>({ people: isNumber, path: isString })),
  withheldPeople: isNumber,
  withheldAddresses: isNumber,
  traits: isArrayOf(isTrait),
  traitsNote: isString,
  proposed: isArrayOf(isAlias),
  logNotes: isStrings,
});

const isSighting = isObject<LogLine>({
  file: isString,
  line: isNumber,
  at: isDate,
  kind: isOneOf("http", "connect", "blocked", "failed", "cached", "unclear", "dns", "delivered", "refused", "sent"),
  name: isString,
  url: isString,
  client: isString,
  user: isString,
  address: isString,
  agent: isString,
  text: isString,
});

export function readRoster(database: DatabaseSync): KeptRoster | null {
  return readSetting(database, "roster", isRoster);
}

export function readLogs(database: DatabaseSync): KeptLogs | null {
  return readSetting(database, "logs", isObject<KeptLogs>({ paths: isStrings, zone: isNullOr(isString) }));
}

export function readGivenClients(database: DatabaseSync): readonly GivenClient[] {
  const isClient = isObject<GivenClient>({
    domain: isString,
    since: isDate,
    effect: isOneOf("proxies", "preloads", "blocks", "never", "loads"),
  });
  return readSetting(database, "givenClients", isArrayOf(isClient)) ?? [];
}

export function readPeopleNotes(database: DatabaseSync): PeopleNotes | null {
  return readSetting(database, "peopleNotes", isNullOr(isNotes));
}

export function readSightings(database: DatabaseSync): readonly LogLine[] {
  return readSetting(database, "sightings", isArrayOf(isSighting)) ?? [];
}
