/** What is hunted for, and where it was seen: as JSON, a file of many indicators in several rows. */
import type { DatabaseSync } from "node:sqlite";
import type { EpochMs } from "../../base/brand.ts";
import { isAbsentOr, isArrayOf, isNullOr, isNumber, isObject, isOneOf, isString } from "../../base/checks.ts";
import {
  INDICATOR_TYPES,
  type Indicator,
  type IndicatorSighting,
  type IntelFile,
  type KeptIntel,
  type UnusableIndicator,
} from "../../case/indicator.ts";
import { groupNamesIn, IndicatorList, type NewIndicator } from "../../case/indicator-list.ts";
import { decodeVersioned, encodeVersioned, isDate, isSha256 } from "./judgement-codec.ts";
import { hashBytes } from "./messages-table.ts";
import { decode, type Row, textOf } from "./rows.ts";
import { toStoredText } from "./stored-text.ts";
import { inTransaction } from "./transaction.ts";

const READ_INTEL = "SELECT path, body FROM intel ORDER BY position";
const READ_FIRST =
  "SELECT path, body FROM intel WHERE position IN (SELECT min(position) FROM intel GROUP BY path) ORDER BY position";
const READ_OF_PATH = "SELECT body FROM intel WHERE path = ?";
const INSERT_INTEL = "INSERT INTO intel (path, body) VALUES (?, ?)";
const REMOVE_INTEL = "DELETE FROM intel WHERE path = ?";
const READ_SIGHTINGS = "SELECT body FROM sightings ORDER BY position";
const INSERT_SIGHTING = "INSERT INTO sightings (position, sha256, body) VALUES (?, ?, ?)";

const isType = isOneOf(...INDICATOR_TYPES);

const isIndicator = isObject<Indicator>({
  id: isString,
  type: isType,
  value: isString,
  name: isString,
  place: isString,
  from: isNullOr(isDate),
  until: isNullOr(isDate),
  groups: isArrayOf(isString),
});

/** What most have not is left out, the id that is made from the rest too: there may be a million. */
interface StoredIndicator {
  readonly id: string | undefined;
  readonly type: Indicator["type"];
  readonly value: string;
  readonly name: string | undefined;
  readonly place: string;
  readonly from: EpochMs | null | undefined;
  readonly until: EpochMs | null | undefined;
  readonly groups: readonly string[] | undefined;
}

const isStoredIndicator = isObject<StoredIndicator>({
  id: isAbsentOr(isString),
  type: isType,
  value: isString,
  name: isAbsentOr(isString),
  place: isString,
  from: isAbsentOr(isNullOr(isDate)),
  until: isAbsentOr(isNullOr(isDate)),
  groups: isAbsentOr(isArrayOf(isString)),
});

interface IntelHead extends Omit<IntelFile, "indicators"> {
  readonly indicators: readonly StoredIndicator[];
  /** Of all rows; earlier versions did not say. */
  readonly groupNames: readonly string[] | undefined;
}

const isIntelHead = isObject<IntelHead>({
  path: isString,
  sha256: isString,
  format: isOneOf("stix", "misp", "openioc", "stix-1", "csv", "text"),
  title: isString,
  tlp: isString,
  indicators: isArrayOf(isStoredIndicator),
  groupNames: isAbsentOr(isArrayOf(isString)),
  unusable: isArrayOf(isObject<UnusableIndicator>({ place: isString, text: isString, why: isString })),
  unusableCount: isNumber,
});

const isSighting = isObject<IndicatorSighting>({
  sha256: isSha256,
  indicator: isIndicator,
  source: isString,
  kind: isOneOf("exact", "host"),
  where: isArrayOf(isString),
  value: isString,
  doubt: isNullOr(isString),
});

/** Indicators of one row: their text and what is made of it stay small, however many a file has. */
const INDICATORS_PER_ROW = 2_000;

/** A row after that of its file. */
interface MoreIndicators {
  readonly more: readonly StoredIndicator[];
}

const isMore = isObject<MoreIndicators>({ more: isArrayOf(isStoredIndicator) });
const isHeadOrMore = (value: unknown): value is IntelHead | MoreIndicators => isMore(value) || isIntelHead(value);

/** `without`: files of these paths are passed over, at no cost. */
export function readIntel(database: DatabaseSync, without: ReadonlySet<string>): readonly IntelFile[] {
  const files: (Omit<IntelFile, "indicators"> & { readonly indicators: IndicatorList })[] = [];
  const passed = new Set([...without].map(toStoredText));
  for (const row of database.prepare(READ_INTEL).iterate()) {
    if (passed.has(textOf(row, "path"))) continue;
    const part = decodePart(row);
    if (!("more" in part)) {
      const { groupNames: _, ...file } = part;
      files.push({ ...file, indicators: new IndicatorList(part.sha256) });
    }
    const list = files.at(-1)?.indicators;
    for (const one of indicatorsOf(part)) list?.push(toIndicator(one));
  }
  return files;
}

/** From the first row of each file; what an earlier version left out of it, from all. In the order given. */
export function readIntelHeads(database: DatabaseSync): readonly KeptIntel[] {
  const heads: KeptIntel[] = [];
  for (const row of database.prepare(READ_FIRST).iterate()) {
    const head = decodePart(row);
    if ("more" in head) continue;
    const { path, sha256, title, tlp, groupNames } = head;
    heads.push({ path, sha256, title, tlp, groups: groupNames ?? [...groupsOfPath(database, textOf(row, "path"))] });
  }
  return heads;
}

function* groupsOfPath(database: DatabaseSync, path: string): Iterable<string> {
  for (const row of database.prepare(READ_OF_PATH).iterate(path))
    for (const { groups = NO_GROUPS } of indicatorsOf(decodePart(row))) yield* groups;
}

function decodePart(row: Row): IntelHead | MoreIndicators {
  return decode("body", () => decodeVersioned<IntelHead | MoreIndicators>(row["body"], isHeadOrMore, "intel"));
}

function indicatorsOf(part: IntelHead | MoreIndicators): readonly StoredIndicator[] {
  return "more" in part ? part.more : part.indicators;
}

const NO_GROUPS: readonly string[] = [];

function toIndicator(stored: StoredIndicator): NewIndicator {
  const { id = null, type, value, name = "", place, from = null, until = null, groups = NO_GROUPS } = stored;
  return { id, type, value, name, place, from, until, groups };
}

function toStored({ id, type, value, name, place, from, until, groups }: NewIndicator): StoredIndicator {
  return {
    id: id ?? undefined,
    type,
    value,
    name: name === "" ? undefined : name,
    place,
    from: from ?? undefined,
    until: until ?? undefined,
    groups: groups.length === 0 ? undefined : groups,
  };
}

/** Each takes the place of what was kept of its path, at the end; files of the paths `gone` go. */
export function saveIntel(database: DatabaseSync, files: readonly IntelFile[], gone: readonly string[]): void {
  inTransaction(database, () => {
    const remove = database.prepare(REMOVE_INTEL);
    for (const path of new Set([...gone, ...files.map((file) => file.path)])) remove.run(toStoredText(path));
    const insert = database.prepare(INSERT_INTEL);
    for (const file of files) {
      const groupNames = [...groupNamesIn(file.indicators)];
      let isHead = true;
      for (const indicators of rowsOf(file)) {
        const body = encodeVersioned(isHead ? { ...file, indicators, groupNames } : { more: indicators });
        insert.run(toStoredText(file.path), body);
        isHead = false;
      }
    }
  });
}

/** One at least. */
function* rowsOf({ indicators }: IntelFile): Iterable<readonly StoredIndicator[]> {
  let row: StoredIndicator[] = [];
  for (const one of indicators instanceof IndicatorList ? indicators.added() : indicators) {
    if (row.length === INDICATORS_PER_ROW) {
      yield row;
      row = [];
    }
    row.push(toStored(one));
  }
  yield row;
}

export function readIndicatorSightings(database: DatabaseSync): readonly IndicatorSighting[] {
  const rows = database.prepare(READ_SIGHTINGS).all();
  return rows.map((row) => decode("body", () => decodeVersioned(row["body"], isSighting, "sighting")));
}

export function saveIndicatorSightings(database: DatabaseSync, sightings: readonly IndicatorSighting[]): void {
  inTransaction(database, () => {
    database.exec("DELETE FROM sightings");
    const insert = database.prepare(INSERT_SIGHTING);
    for (const [position, one] of sightings.entries())
      insert.run(position, hashBytes(one.sha256), encodeVersioned(one));
  });
}
