/**
 * What programs do with remote content at the user's own accounts: CSV with `domain,since,behaviour` (docs/formats/roster.md). An
 * organisation knows its settings; the table that ships knows only defaults. Pure, total.
 */
import type { EpochMs } from "../base/brand.ts";
import { parseCsv } from "../base/csv.ts";
import { decodeText } from "../base/decode-text.ts";
import { limits } from "../base/limits.ts";
import type { GivenClient, RosterProblem } from "../case/roster.ts";

const EFFECTS: ReadonlyMap<string, GivenClient["effect"]> = new Map([
  ["direct", "loads"],
  ["loads", "loads"],
  ["blocked", "blocks"],
  ["blocks", "blocks"],
  ["proxied", "proxies"],
  ["proxies", "proxies"],
  ["preloaded", "preloads"],
  ["preloads", "preloads"],
  ["never", "never"],
]);
const ROWS_MAX = 10_000;

export function parseClients(bytes: Uint8Array): {
  readonly clients: readonly GivenClient[];
  readonly problems: readonly RosterProblem[];
} {
  const { rows } = parseCsv(decodeText(bytes).text, ROWS_MAX + 1);
  const clients: GivenClient[] = [];
  const problems: RosterProblem[] = [];
  const heading = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const at = (name: string): number => heading.indexOf(name);
  if (at("domain") < 0 || at("behaviour") < 0) {
    const message = "the first line must name the columns domain, since, behaviour";
    return { clients, problems: [{ line: 1, code: "no-people", message }] };
  }
  for (const { line, cells } of rows.slice(1)) {
    const domain = (cells[at("domain")] ?? "").trim().toLowerCase().replace(/^@/, "");
    const effect = EFFECTS.get((cells[at("behaviour")] ?? "").trim().toLowerCase());
    const since = dayOf((cells[at("since")] ?? "").trim());
    if (domain !== "" && effect !== undefined && since !== null) clients.push({ domain, since, effect });
    else if (problems.length < limits.rosterProblemsMax) {
      const message = `a row needs a domain, a day (2026-01-31) and one of ${["direct", "blocked", "proxied", "preloaded", "never"].join(", ")}; it was left out`;
      problems.push({ line, code: "malformed-row", message });
    }
  }
  return { clients, problems };
}

/** Of all time where none is given. */
function dayOf(text: string): EpochMs | null {
  if (text === "") return Date.UTC(1990, 0, 1) as EpochMs;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : (at as EpochMs);
}
