/** Hosts, addresses and attached files of the whole case, and the messages that hold them: what a hunt asks. */
import type { DatabaseSync } from "node:sqlite";
import type { ObservableKind, ObservableUse } from "../../ports/store.ts";
import { dateOf, decode, freeTextOf, integerOf, sha256FromRow } from "./rows.ts";
import { notSecondCopy } from "./second-copies.ts";
import { toLabels, toStoredText } from "./stored-text.ts";

const ALL = {
  host: "SELECT labels AS stored FROM hosts",
  address: "SELECT address AS stored FROM addresses",
  file: "SELECT value AS stored FROM files",
} as const;

/**
 * Index: hosts' unique (labels) or addresses' unique (address); the keys of folded uses, and all recent ones through
 * a list of wanted ids.
 */
export const USES = {
  host: usesOf("hosts", "labels", "host_uses", "host"),
  address: usesOf("addresses", "address", "address_uses", "address"),
  file: usesOf("files", "value", "file_uses", "file"),
} as const;

/** As USES, counted. */
export const USE_COUNTS = {
  host: countsOf("hosts", "labels", "host_uses", "host"),
  address: countsOf("addresses", "address", "address_uses", "address"),
  file: countsOf("files", "value", "file_uses", "file"),
} as const;

function usesOf(...[table, column, uses, key]: readonly [string, string, string, string]): string {
  return `${usedBy(table, column, uses, key)}
    SELECT u.stored AS stored, u.roles AS roles, m.sha256 AS sha256, m.date AS date
      FROM used u JOIN messages m ON m.id = u.message WHERE ${notSecondCopy("m.id")}`;
}

function countsOf(...[table, column, uses, key]: readonly [string, string, string, string]): string {
  return `${usedBy(table, column, uses, key)}
    SELECT u.stored AS stored, count(*) AS messages FROM used u WHERE ${notSecondCopy("u.message")} GROUP BY u.stored`;
}

function usedBy(table: string, column: string, uses: string, key: string): string {
  return `
    WITH wanted (id, stored) AS MATERIALIZED (
      SELECT t.id, t.${column} FROM json_each(:values) v CROSS JOIN ${table} t ON t.${column} = v.value),
    used (stored, message, roles) AS (
      SELECT w.stored, u.message, u.roles FROM wanted w CROSS JOIN ${uses} u ON u.${key} = w.id
       WHERE (u.roles & :roles) <> 0
      UNION ALL
      SELECT t.${column}, r.message, r.roles FROM recent_${uses} r CROSS JOIN ${table} t ON t.id = r.${key}
       WHERE r.${key} IN (SELECT id FROM wanted) AND (r.roles & :roles) <> 0)`;
}

const ANY_ROLE = 0xffff;

/** Values that one statement looks up: its JSON stays small. */
const VALUES_PER_LOOKUP = 500;

export function* observablesIn(database: DatabaseSync, kind: ObservableKind): Iterable<string> {
  for (const row of database.prepare(ALL[kind]).iterate()) yield fromStored(kind, freeTextOf(row, "stored"));
}

export function* observableUsesIn(
  database: DatabaseSync,
  kind: ObservableKind,
  values: readonly string[],
  roles = ANY_ROLE,
): Iterable<ObservableUse> {
  const statement = database.prepare(USES[kind]);
  for (let at = 0; at < values.length; at += VALUES_PER_LOOKUP) {
    const stored = values.slice(at, at + VALUES_PER_LOOKUP).map((value) => toStored(kind, value));
    for (const row of statement.iterate({ values: JSON.stringify(stored), roles })) {
      const value = decode("stored", () => fromStored(kind, freeTextOf(row, "stored")));
      yield { value, sha256: sha256FromRow(row, "sha256"), date: dateOf(row, "date"), roles: integerOf(row, "roles") };
    }
  }
}

export function observableCountsIn(
  database: DatabaseSync,
  kind: ObservableKind,
  values: readonly string[],
  roles = ANY_ROLE,
): ReadonlyMap<string, number> {
  const statement = database.prepare(USE_COUNTS[kind]);
  const counts = new Map<string, number>();
  for (let at = 0; at < values.length; at += VALUES_PER_LOOKUP) {
    const stored = values.slice(at, at + VALUES_PER_LOOKUP).map((value) => toStored(kind, value));
    for (const row of statement.iterate({ values: JSON.stringify(stored), roles })) {
      const value = decode("stored", () => fromStored(kind, freeTextOf(row, "stored")));
      counts.set(value, integerOf(row, "messages"));
    }
  }
  return counts;
}

function toStored(kind: ObservableKind, value: string): string {
  return toStoredText(kind === "host" ? toLabels(value) : value);
}

function fromStored(kind: ObservableKind, text: string): string {
  return kind === "host" ? toLabels(text) : text;
}
