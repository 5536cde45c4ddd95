/** What is hunted for, and where it was seen: kept whole, as JSON. */
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
  format: isOneOf("stix", "misp", "csv", "text"),
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

export function readIntel(database: DatabaseSync): readonly IntelFile[] {
  const rows = database.prepare(READ_INTEL).all();
  return rows.map((row) => decode("body", () => decodeVersioned(row["body"], isIntelFile, "intel")));
}

export function saveIntel(database: DatabaseSync, files: readonly IntelFile[]): void {
  inTransaction(database, () => {
    database.exec("DELETE FROM intel");
    const insert = database.prepare(INSERT_INTEL);
    for (const [position, file] of files.entries())
      insert.run(position, toStoredText(file.path), encodeVersioned(file));
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
