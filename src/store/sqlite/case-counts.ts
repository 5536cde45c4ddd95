/** Everything the answer counts, from indexes and tallies: no record is opened. */
import type { DatabaseSync } from "node:sqlite";
import { isOneOf } from "../../base/checks.ts";
import type { NotCovered, SourceCoverage } from "../../case/answer.ts";
import { JOINED_SOURCE } from "../../case/joined.ts";
import type { TrackingClass, Verdict } from "../../case/judgement.ts";
import type { Counts, MonthCount } from "../../ports/store.ts";
import { DamagedCase, dateOf, freeTextOf, integerOf, type Row, textOf } from "./rows.ts";
import { isJudged } from "./settings-table.ts";
import { toStoredText } from "./stored-text.ts";

/** Index: messages_by_date, covering: one pass over some fifty bytes a message. */
export const MESSAGE_COUNTS = `
  SELECT count(*) AS messages, coalesce(sum(status = 'ok'), 0) AS ok, coalesce(sum(status = 'partial'), 0) AS partial,
         coalesce(sum(status = 'unparseable'), 0) AS unparseable, total(size) AS bytes,
         min(date) AS first, max(date) AS last
    FROM messages INDEXED BY messages_by_date`;

const SECOND_COPIES = "SELECT count(*) AS copies FROM second_copies";
/**
 * What was put together and lies nowhere else; `copied`: second copies that are it, or whose head is. Each of them has another
 * form that counts in its place.
 *
 * Index: the unique path of sources, the key of locations (source, key), the key of messages, locations_by_message, the key of
 * second_copies, second_copies_by_head.
 */
export const JOINED_COUNTS = `
  WITH joined (id) AS (SELECT id FROM sources WHERE path = ?),
       alone (id, status, size) AS MATERIALIZED (
         SELECT m.id, m.status, m.size
           FROM (SELECT DISTINCT message FROM locations WHERE source = (SELECT id FROM joined)) j
                CROSS JOIN messages m ON m.id = j.message
          WHERE NOT EXISTS (SELECT 1 FROM locations l INDEXED BY locations_by_message
                             WHERE l.message = m.id AND l.source <> (SELECT id FROM joined)))
  SELECT count(*) AS messages, coalesce(sum(status = 'ok'), 0) AS ok, coalesce(sum(status = 'partial'), 0) AS partial,
         coalesce(sum(status = 'unparseable'), 0) AS unparseable, total(size) AS bytes,
         (SELECT count(*) FROM alone a CROSS JOIN second_copies c ON c.message = a.id)
           + (SELECT count(*) FROM alone a CROSS JOIN second_copies c INDEXED BY second_copies_by_head ON c.head = a.id
               WHERE c.message NOT IN (SELECT id FROM alone)) AS copied
    FROM alone`;

/** Index: locations_by_message. A message that lies nowhere any more counts as one place. */
export const GONE_MESSAGES = `
  SELECT count(DISTINCT message) AS gone FROM gone_locations g
   WHERE NOT EXISTS (SELECT 1 FROM locations l INDEXED BY locations_by_message WHERE l.message = g.message)`;

const SOURCES = "SELECT path, kind, locations FROM sources";
/** Index: the key of slices (source, start). Sources are few. */
export const UNFINISHED_SOURCES = `
  SELECT count(*) AS unfinished FROM sources s
   WHERE s.finished = 0 OR EXISTS (SELECT 1 FROM slices l WHERE l.source = s.id AND l.done = 0)`;

const NOT_COVERED = "SELECT DISTINCT path, code, message FROM not_covered ORDER BY path, code, message";
const MONTH_TALLIES = "SELECT month, verdict, class, messages FROM month_tallies ORDER BY month, verdict, class";

/** Index: the key of sender_tallies (class, domain), by its first column. */
export const SENDERS = "SELECT count(*) AS senders FROM sender_tallies WHERE class = ?";

export function readCounts(database: DatabaseSync): Counts {
  const row = one(database, MESSAGE_COUNTS);
  const joined = one(database, JOINED_COUNTS, toStoredText(JOINED_SOURCE));
  const copied = integerOf(joined, "copied");
  const found = (column: string): number => integerOf(row, column) - integerOf(joined, column);
  const sources = database
    .prepare(SOURCES)
    .all()
    .filter((source) => textOf(source, "kind") !== "joined");
  const gone = integerOf(one(database, GONE_MESSAGES), "gone");
  const tallies = readTallies(database);
  return {
    messages: found("messages"),
    ok: found("ok"),
    partial: found("partial"),
    unparseable: found("unparseable"),
    secondCopies: integerOf(one(database, SECOND_COPIES), "copies") - copied,
    joined: integerOf(joined, "messages") - copied,
    locations: sources.reduce((sum, source) => sum + integerOf(source, "locations"), gone),
    bytes: found("bytes"),
    first: dateOf(row, "first"),
    last: dateOf(row, "last"),
    sources: sources.map(toCoverage).sort((a, b) => compareText(a.path, b.path)),
    notCovered: database.prepare(NOT_COVERED).all().map(toNotCovered),
    verdicts: countVerdicts(tallies),
    classes: countClasses(tallies),
    unfinishedSources: integerOf(one(database, UNFINISHED_SOURCES), "unfinished"),
    judged: isJudged(database),
  };
}

/** Undated messages are in no month. */
export function readMonths(database: DatabaseSync): readonly MonthCount[] {
  return readTallies(database).filter(({ month }) => month !== "");
}

export function readSenders(database: DatabaseSync, trackingClass: TrackingClass): number {
  return integerOf(one(database, SENDERS, trackingClass), "senders");
}

function readTallies(database: DatabaseSync): readonly MonthCount[] {
  return database.prepare(MONTH_TALLIES).all().map(toMonthCount);
}

const isVerdict = isOneOf<Verdict>("clear", "tracked", "suspicious", "hostile");
const isClass = isOneOf<TrackingClass>("none", "commercial", "unexplained", "covert");

function toMonthCount(row: Row): MonthCount {
  const verdict = row["verdict"];
  const trackingClass = row["class"];
  if (!isVerdict(verdict) || !isClass(trackingClass)) throw new DamagedCase("a tally names no verdict or class");
  return { month: textOf(row, "month"), verdict, trackingClass, messages: integerOf(row, "messages") };
}

function countVerdicts(tallies: readonly MonthCount[]): Record<Verdict, number> {
  const counts = { clear: 0, tracked: 0, suspicious: 0, hostile: 0 };
  for (const { verdict, messages } of tallies) counts[verdict] += messages;
  return counts;
}

function countClasses(tallies: readonly MonthCount[]): Record<TrackingClass, number> {
  const counts = { none: 0, commercial: 0, unexplained: 0, covert: 0 };
  for (const { trackingClass, messages } of tallies) counts[trackingClass] += messages;
  return counts;
}

function toCoverage(row: Row): SourceCoverage {
  return { path: freeTextOf(row, "path"), kind: textOf(row, "kind"), messages: integerOf(row, "locations") };
}

function toNotCovered(row: Row): NotCovered {
  return { path: freeTextOf(row, "path"), code: textOf(row, "code"), message: freeTextOf(row, "message") };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function one(database: DatabaseSync, sql: string, ...values: readonly string[]): Row {
  const row = database.prepare(sql).get(...values);
  if (row === undefined) throw new DamagedCase("a count gave no row");
  return row;
}
