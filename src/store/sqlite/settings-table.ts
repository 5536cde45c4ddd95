/** Named values of the whole case, as JSON. */
import type { DatabaseSync } from "node:sqlite";
import {
  checked,
  isAbsentOr,
  isArrayOf,
  isBoolean,
  isNullOr,
  isNumber,
  isObject,
  isOneOf,
  isString,
} from "../../base/checks.ts";
import type { AttackerWarning, AttackerWarnings, RulePack, RuleTally, Targeted } from "../../case/answer.ts";
import type { HandDecision, HandSide } from "../../case/hand.ts";
import type { KeptLogs, LogLine } from "../../case/log-line.ts";
import type { GivenClient, KeptRoster, PeopleNotes } from "../../case/roster.ts";
import type { CaseRules, CaseSettings, CaseStore, KeptGiven } from "../../ports/store.ts";
import { isSha256 } from "./judgement-codec.ts";
import { decode, textOf } from "./rows.ts";

/** Index: the table's key. */
const READ = "SELECT value FROM settings WHERE name = ?";
const SAVE = "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

export type Owners = Awaited<ReturnType<CaseStore["owners"]>>;

interface Settings {
  readonly settings: CaseSettings;
  readonly owners: Owners;
  readonly attackerWarnings: AttackerWarnings;
  readonly targeted: Targeted;
  readonly ruleTally: RuleTally | null;
  readonly roster: KeptRoster;
  readonly logs: KeptLogs;
  readonly givenClients: readonly GivenClient[];
  readonly peopleNotes: PeopleNotes | null;
  readonly sightings: readonly LogLine[];
}

export function saveSetting<N extends keyof Settings>(database: DatabaseSync, name: N, value: Settings[N]): void {
  database.prepare(SAVE).run(name, JSON.stringify(value));
}

const FORGET = "DELETE FROM settings WHERE name = ?";

/** Its presence says that messages or their places changed since the last judging. */
const UNJUDGED = "unjudged";

/** In the transaction of the change. */
export function markUnjudged(database: DatabaseSync): void {
  database.prepare(SAVE).run(UNJUDGED, "true");
}

/** In the transaction of the judgements. */
export function markJudged(database: DatabaseSync): void {
  database.prepare(FORGET).run(UNJUDGED);
}

export function isJudged(database: DatabaseSync): boolean {
  return database.prepare(READ).get(UNJUDGED) === undefined;
}

/** Set when a case of before files were hashed was brought up to date. */
export function hasUnhashedFiles(database: DatabaseSync): boolean {
  return database.prepare(READ).get("unhashedFiles") !== undefined;
}

const isSide = isObject<HandSide>({ campaign: isNullOr(isString), messages: isArrayOf(isSha256) });

const isDecision = isObject<HandDecision>({ what: isOneOf("cut", "join"), a: isSide, b: isSide });

export function readSettings(database: DatabaseSync): CaseSettings {
  const isRules = isObject<CaseRules>({
    shipped: isBoolean,
    paths: isArrayOf(isString),
    set: isString,
    packs: isArrayOf(isObject<RulePack>({ source: isString, rules: isNumber, atReading: isNumber })),
    files: isArrayOf(isObject<CaseRules["files"][number]>({ rule: isString, path: isString })),
  });
  const isSettings = isObject<{
    owners: readonly string[];
    boundary: readonly string[] | undefined;
    rules: CaseRules | undefined;
    byHand: readonly HandDecision[] | undefined;
    given: KeptGiven | undefined;
    simulation: readonly string[] | undefined;
  }>({
    owners: isArrayOf(isString),
    boundary: isAbsentOr(isArrayOf(isString)),
    rules: isAbsentOr(isRules),
    byHand: isAbsentOr(isArrayOf(isDecision)),
    given: isAbsentOr(isObject<KeptGiven>({ lists: isArrayOf(isString), whois: isNullOr(isString) })),
    simulation: isAbsentOr(isArrayOf(isString)),
  });
  const { owners, boundary, rules, byHand, given, simulation } = readSetting(database, "settings", isSettings) ?? {
    owners: [],
  };
  return {
    owners,
    ...(boundary === undefined ? {} : { boundary }),
    ...(rules === undefined ? {} : { rules }),
    ...(byHand === undefined ? {} : { byHand }),
    ...(given === undefined ? {} : { given }),
    ...(simulation === undefined ? {} : { simulation }),
  };
}

/** Null in a case that was judged before there were any. */
export function readRuleTally(database: DatabaseSync): RuleTally | null {
  const isTally = isObject<RuleTally>({
    sets: isArrayOf(isObject<RuleTally["sets"][number]>({ set: isString, messages: isNumber })),
    undecidedMessages: isNumber,
    undecidedRulesMax: isNumber,
    missing: isArrayOf(isObject<RuleTally["missing"][number]>({ capability: isString, messages: isNumber })),
  });
  return readSetting(database, "ruleTally", isNullOr(isTally));
}

export function readOwners(database: DatabaseSync): Owners {
  const isOwners = isObject<Owners>({ addresses: isArrayOf(isString), from: isOneOf("given", "inferred", "none") });
  return readSetting(database, "owners", isOwners) ?? { addresses: [], from: "none" };
}

/** None in a case that was judged before there were any. */
export function readAttackerWarnings(database: DatabaseSync): AttackerWarnings {
  const isWarning = isObject<AttackerWarning>({
    sha256: isSha256,
    provider: isString,
    to: isArrayOf(isString),
    date: isNullOr(isString),
    verified: isBoolean,
  });
  const isWarnings = isObject<AttackerWarnings>({ total: isNumber, listed: isArrayOf(isWarning) });
  return readSetting(database, "attackerWarnings", isWarnings) ?? { total: 0, listed: [] };
}

export function readTargeted(database: DatabaseSync): Targeted | null {
  return readSetting(
    database,
    "targeted",
    isObject<Targeted>({
      hostile: isNumber,
      suspicious: isNumber,
      loose: isArrayOf(isSha256),
      agreedTests: isAbsentOr(isNumber),
    }),
  );
}

export function readSetting<T>(database: DatabaseSync, name: string, check: (value: unknown) => value is T): T | null {
  const row = database.prepare(READ).get(name);
  if (row === undefined) return null;
  return decode("value", () => checked(JSON.parse(textOf(row, "value")), check, name));
}
