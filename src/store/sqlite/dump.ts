/**
 * All that a case says, as text that depends on nothing else: no internal ids, no order of arrival, one order of JSON
 * fields. Two cases made from the same batches in any order have equal dumps, and so has a run that was killed and
 * resumed. For tests and for comparing cases by hand; holds mail text, so it is no log.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { decodeJson } from "../packed/stored-json.ts";
import { connectForReading } from "./connections.ts";

/** Each query names its columns; those called `json` are decoded. Order is by content. */
const SECTIONS: readonly (readonly [name: string, sql: string])[] = [
  ["settings", "SELECT name, value AS json FROM settings ORDER BY name"],
  ["sources", "SELECT path, kind, size, mtime_ms, folder, fingerprint, locations FROM sources ORDER BY path"],
  [
    "slices",
    `SELECT s.path, l.start, l.end, l.done, l.at_source_end FROM slices l JOIN sources s ON s.id = l.source
      ORDER BY s.path, l.start`,
  ],
  ["not covered", "SELECT origin, path, code, message FROM not_covered ORDER BY origin, path, code"],
  [
    "messages",
    `SELECT lower(hex(sha256)) AS sha256, date, status, size, from_domains, record AS json FROM messages
      ORDER BY messages.sha256`,
  ],
  [
    "outlines",
    `SELECT lower(hex(m.sha256)) AS sha256, o.body AS json FROM outlines o JOIN messages m ON m.id = o.message
      ORDER BY m.sha256`,
  ],
  [
    "line forms",
    `SELECT lower(hex(m.sha256)) AS sha256, lower(hex(f.line_sha256)) AS line_sha256
       FROM line_forms f JOIN messages m ON m.id = f.message ORDER BY m.sha256`,
  ],
  [
    "second copies",
    `SELECT lower(hex(m.sha256)) AS sha256, lower(hex(h.sha256)) AS head
       FROM second_copies c JOIN messages m ON m.id = c.message JOIN messages h ON h.id = c.head ORDER BY m.sha256`,
  ],
  [
    "locations",
    `SELECT lower(hex(m.sha256)) AS sha256, s.path AS source, l.key, l.path, l.offset, l.length, l.folder, l.marks,
            l.file_size, l.file_mtime_ms, l.file_name
       FROM locations l JOIN messages m ON m.id = l.message JOIN sources s ON s.id = l.source
      ORDER BY s.path, l.key`,
  ],
  [
    "gone locations",
    `SELECT lower(hex(m.sha256)) AS sha256, s.path AS source, g.key, g.path, g.offset, g.length, g.folder, g.marks
       FROM gone_locations g JOIN messages m ON m.id = g.message JOIN sources s ON s.id = g.source
      WHERE NOT EXISTS (SELECT 1 FROM locations l WHERE l.message = g.message)
      ORDER BY m.sha256, s.path, g.key`,
  ],
  [
    "message ids",
    `SELECT i.message_id, lower(hex(m.sha256)) AS sha256
       FROM (SELECT message, message_id FROM recent_message_ids UNION ALL SELECT message, message_id FROM message_ids) i
       JOIN messages m ON m.id = i.message
      ORDER BY i.message_id, m.sha256`,
  ],
  [
    "addresses",
    `SELECT a.address, lower(hex(m.sha256)) AS sha256, u.roles
       FROM (SELECT message, address, roles FROM recent_address_uses UNION ALL SELECT message, address, roles FROM address_uses) u
             JOIN addresses a ON a.id = u.address JOIN messages m ON m.id = u.message
      ORDER BY a.address, m.sha256`,
  ],
  [
    "hosts",
    `SELECT h.labels, lower(hex(m.sha256)) AS sha256, u.roles
       FROM (SELECT message, host, roles FROM recent_host_uses UNION ALL SELECT message, host, roles FROM host_uses) u
             JOIN hosts h ON h.id = u.host JOIN messages m ON m.id = u.message
      ORDER BY h.labels, m.sha256`,
  ],
  [
    "judgements",
    `SELECT lower(hex(m.sha256)) AS sha256, j.date, j.verdict, j.class, j.campaign, j.body AS json
       FROM judgements j JOIN messages m ON m.id = j.message ORDER BY m.sha256`,
  ],
  ["months", "SELECT month, verdict, class, messages FROM month_tallies ORDER BY month, verdict, class"],
  ["senders", "SELECT class, domain, messages FROM sender_tallies ORDER BY class, domain"],
  ["campaigns", "SELECT position, id, body AS json FROM campaigns ORDER BY position"],
  ["intel", "SELECT position, path, body AS json FROM intel ORDER BY position"],
  ["sightings", "SELECT position, lower(hex(sha256)) AS sha256, body AS json FROM sightings ORDER BY position"],
  ["documents", "SELECT position, lower(hex(sha256)) AS sha256, source, body AS json FROM documents ORDER BY position"],
  ["removed", "SELECT id, body AS json FROM removed ORDER BY id"],
  ["people", "SELECT position, id, body AS json FROM people ORDER BY position"],
];

/** Lines of `section {json}`. Throws when the folder holds no case. The whole text is in memory. */
export async function dumpCase(folder: string): Promise<string> {
  const path = join(folder, "case.db");
  if (!existsSync(path)) throw new Error("no case to dump");
  const database = connectForReading(path);
  try {
    database.exec("BEGIN");
    const lines = SECTIONS.flatMap(([name, sql]) => dumpSection(database, name, sql));
    return `${lines.join("\n")}\n`;
  } finally {
    database.close();
  }
}

function dumpSection(database: DatabaseSync, name: string, sql: string): string[] {
  const rows = database.prepare(sql).all();
  return rows.map((row) => {
    const values = Object.entries(row).map(([column, value]) => [
      column,
      column === "json" ? decodeJson(value) : value,
    ]);
    return `${name} ${JSON.stringify(toCanonical(Object.fromEntries(values)))}`;
  });
}

/** The same value with the fields of every object sorted. */
function toCanonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toCanonical);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, field]) => [name, toCanonical(field)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
