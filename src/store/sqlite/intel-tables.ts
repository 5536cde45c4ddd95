/** What is hunted for, and where it was seen: as JSON, a file of many indicators in several rows. */
import type { DatabaseSync } from "node:sqlite";
import type { Indicator, IndicatorSighting, IntelFile, UnusableIndicator } from "../../case/indicator.ts";
import { isArrayOf, isNullOr, isNumber, isObject, isOneOf, isString } from "../packed/checks.ts";
import { decodeVersioned, encodeVersioned, isDate, isSha256 } from "./judgement-codec.ts";
import { hashBytes } from "./messages-table.ts";
import { decode } from "./rows.ts";
import { toStoredText } from "./stored-text.ts";
import { inTransaction } from "./transaction.ts";

const READ_INTEL = "SELECT body FROM intel ORDER BY position";
const INSERT_INTEL = "INSERT INTO intel (position, path, body) VALUES (?, ?, ?)";
const READ_SIGHTINGS = "SELECT body FROM sightings ORDER BY position";
const INSERT_SIGHTING = "INSERT INTO sightings (position, sha256, body) VALUES (?, ?, ?)";

const isIndicator = isObject<Indicator>({
  id: isString,
  type: isOneOf(
    "domain-name",
    "url",
    "ipv4-addr",
    "ipv6-addr",
    "email-addr",
    "email-subject",
    "file-hash",
    "file-name",
    "pattern",
  ),
  value: isString,
  name: isString,
  place: isString,
  from: isNullOr(isDate),
  until: isNullOr(isDate),
  groups: isArrayOf(isString),
});

const isIntelFile = isObject<IntelFile>({
  path: isString,
  sha256: isString,
  format: isOneOf("stix", "misp", "openioc", "stix-1", "csv", "text"),
  title: isString,
  tlp: isString,
  indicators: isArrayOf(isIndicator),
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
  readonly more: readonly Indicator[];
}

const isMore = isObject<MoreIndicators>({ more: isArrayOf(isIndicator) });
const isFileOrMore = (value: unknown): value is IntelFile | MoreIndicators => isIntelFile(value) || isMore(value);

export function readIntel(database: DatabaseSync): readonly IntelFile[] {
  const files: (Omit<IntelFile, "indicators"> & { readonly indicators: Indicator[] })[] = [];
  for (const row of database.prepare(READ_INTEL).iterate()) {
    const part = decode("body", () => decodeVersioned<IntelFile | MoreIndicators>(row["body"], isFileOrMore, "intel"));
    const indicators = ("more" in part ? part.more : part.indicators).map(sharing);
    if (!("more" in part)) files.push({ ...part, indicators });
    else for (const one of indicators) files.at(-1)?.indicators.push(one);
  }
  return files;
}

const NO_GROUPS: readonly string[] = [];

/** Of a million indicators most are of no group. */
function sharing(indicator: Indicator): Indicator {
  return indicator.groups.length === 0 ? { ...indicator, groups: NO_GROUPS } : indicator;
}

export function saveIntel(database: DatabaseSync, files: readonly IntelFile[]): void {
  inTransaction(database, () => {
    database.exec("DELETE FROM intel");
    const insert = database.prepare(INSERT_INTEL);
    let position = 0;
    for (const file of files) {
      for (let at = 0; at === 0 || at < file.indicators.length; at += INDICATORS_PER_ROW) {
        const indicators = file.indicators.slice(at, at + INDICATORS_PER_ROW);
        const body = at === 0 ? encodeVersioned({ ...file, indicators }) : encodeVersioned({ more: indicators });
        insert.run(position, toStoredText(file.path), body);
        position += 1;
      }
    }
  });
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
