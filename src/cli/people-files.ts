/**
 * The roster and the logs that the user gives: read, told about, remembered in the case; and judging again where they changed. A roster
 * file that was edited since is read again whenever people are asked for or told about: consent may have been taken back.
 */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { KeptLogs } from "../case/log-line.ts";
import type { GivenClient, KeptRoster, RosterProblem } from "../case/roster.ts";
import { isZone } from "../logs/log-time.ts";
import { parseClients } from "../people/parse-clients.ts";
import { parseRoster } from "../people/parse-roster.ts";
import type { CaseStore } from "../ports/store.ts";
import { forTerminal } from "../report/printable.ts";
import { withCase } from "./case-folder.ts";
import type { Machine } from "./command-module.ts";
import type { Arguments, Flag } from "./flags.ts";
import { complain, EXIT, type ExitCode } from "./output.ts";

export const PEOPLE_FLAGS: readonly Flag[] = [
  {
    name: "people",
    value: "FILE",
    help: "a roster of your people, CSV or YAML (docs/formats/roster.md); remembered in the case",
  },
  {
    name: "logs",
    value: "FILE",
    repeats: true,
    help: "logs of a web proxy, of DNS or of a mail server (docs/formats/logs.md): what of them is about mail of interest confirms openings; remembered in the case",
  },
  {
    name: "clients",
    value: "FILE",
    help: "what programs do with remote content at accounts of yours: CSV, domain,since,behaviour (docs/formats/roster.md); remembered in the case",
  },
  {
    name: "log-zone",
    value: "ZONE",
    help: "time zone of logs that do not say theirs: UTC, an offset such as +02:00, or a name such as Europe/Lisbon",
  },
];

export interface PeopleWish {
  readonly roster: KeptRoster | null;
  readonly problems: readonly RosterProblem[];
  /** Null where none were given. */
  readonly clients: readonly GivenClient[] | null;
  readonly logs: readonly string[];
  /** Undefined where it was not said. */
  readonly zone: string | undefined;
}

/** What the flags name, read. The error is a sentence for the user. */
export function peopleWish({ values }: Arguments): Result<PeopleWish, string> {
  const zone = values.get("log-zone")?.[0];
  if (zone !== undefined && !isZone(zone)) {
    return err("--log-zone takes UTC, an offset such as +02:00, or a name such as Europe/Lisbon");
  }
  const logs = (values.get("logs") ?? []).map((path) => resolve(path));
  for (const path of logs) {
    const fault = faultOf(path);
    if (fault !== null) return err(`the log ${forTerminal(path)} could not be read: ${fault}`);
  }
  const table = values.get("clients")?.[0];
  const clients = table === undefined ? ok(null) : readClients(table);
  if (!clients.ok) return clients;
  const file = values.get("people")?.[0];
  const read = file === undefined ? ok({ roster: null, problems: [] }) : readRoster(file);
  return read.ok ? ok({ ...read.value, clients: clients.value, logs, zone }) : read;
}

export function readRoster(
  file: string,
): Result<{ readonly roster: KeptRoster; readonly problems: readonly RosterProblem[] }, string> {
  const path = resolve(file);
  const fault = faultOf(path, limits.givenFileBytesMax);
  if (fault !== null) return err(`the roster ${forTerminal(path)} could not be read: ${fault}`);
  const bytes = readFileSync(path);
  const { roster, problems } = parseRoster(bytes);
  if (roster.people.length === 0 && roster.withheldPeople === 0) {
    const first = problems[0];
    const why = first === undefined ? "it is empty" : `line ${first.line}: ${first.message}`;
    return err(`the roster ${forTerminal(path)} names nobody: ${forTerminal(why, 600)}`);
  }
  return ok({ roster: { ...roster, path, sha256: sha256(bytes) }, problems });
}

function readClients(file: string): Result<readonly GivenClient[], string> {
  const path = resolve(file);
  const fault = faultOf(path, limits.givenFileBytesMax);
  if (fault !== null) return err(`the table of clients ${forTerminal(path)} could not be read: ${fault}`);
  const { clients, problems } = parseClients(readFileSync(path));
  for (const { line, message } of problems.slice(0, TOLD_MAX))
    complain(`${forTerminal(path)}, line ${line}: ${message}`);
  return clients.length === 0 ? err(`the table of clients ${forTerminal(path)} says nothing`) : ok(clients);
}

/** Notes what was given, in the case. True when mail must be judged again; null when the case could not be written. */
export async function rememberPeople(store: CaseStore, wish: PeopleWish): Promise<boolean | null> {
  const { roster, problems, clients, logs, zone } = wish;
  let changed = false;
  if (roster !== null) {
    tellProblems(roster, problems);
    const known = await store.roster();
    if (known?.sha256 !== roster.sha256 || known.path !== roster.path) {
      if (!(await saved(store.saveRoster(roster)))) return null;
      changed = true;
    }
  }
  if (clients !== null) {
    if (!(await saved(store.saveGivenClients(clients)))) return null;
    changed = true;
  }
  if (logs.length > 0 || zone !== undefined) {
    const known: KeptLogs = (await store.logs()) ?? { paths: [], zone: null };
    const paths = [...new Set([...known.paths, ...logs])];
    // A log of the same name has grown, or is another one by now.
    if (!(await saved(store.saveLogs({ paths, zone: zone ?? known.zone })))) return null;
    changed = true;
  }
  return changed;
}

/**
 * Judges again where the flags give something new, or the roster that the case remembers was edited. A case that is only read
 * stays so where nothing changed.
 */
export async function refreshPeople(folder: string, args: Arguments, machine: Machine): Promise<ExitCode | null> {
  const wish = peopleWish(args);
  if (!wish.ok) {
    complain(wish.error);
    return EXIT.FAULT;
  }
  const isGiven = isSomething(wish.value);
  let edited: PeopleWish | null = null;
  const looked = await withCase(folder, "read", async (store) => {
    const known = isGiven ? null : await store.roster();
    edited = known === null ? null : editedRoster(known);
    return EXIT.NOTHING_FOUND;
  });
  if (looked !== EXIT.NOTHING_FOUND) return looked;
  const news = isGiven ? wish.value : edited;
  if (news === null) return null;
  const code = await withCase(folder, "write", async (store) => {
    const changed = await rememberPeople(store, news);
    if (changed === null) return EXIT.FAULT;
    if (!changed) return EXIT.NOTHING_FOUND;
    const { judgeAgain } = await import("./judge-again.ts");
    const fault = await judgeAgain(store, machine);
    if (fault === null) return EXIT.NOTHING_FOUND;
    complain(fault);
    return EXIT.FAULT;
  });
  return code === EXIT.NOTHING_FOUND ? null : code;
}

function isSomething({ roster, clients, logs, zone }: PeopleWish): boolean {
  return roster !== null || clients !== null || logs.length > 0 || zone !== undefined;
}

/** Null where the file is what the case holds, or cannot be read any more: then the case's own counts. */
function editedRoster(known: KeptRoster): PeopleWish | null {
  if (faultOf(known.path, limits.givenFileBytesMax) !== null || sha256(readFileSync(known.path)) === known.sha256)
    return null;
  const read = readRoster(known.path);
  if (!read.ok) {
    complain(`${read.error}. The roster that the case remembers is used.`);
    return null;
  }
  complain(`the roster ${forTerminal(known.path)} was changed since; mail is judged again.`);
  return { ...read.value, clients: null, logs: [], zone: undefined };
}

const TOLD_MAX = 30;

function tellProblems(
  { path, people, withheldPeople, withheldAddresses }: KeptRoster,
  problems: readonly RosterProblem[],
): void {
  const file = forTerminal(path);
  for (const { line, message } of problems.slice(0, TOLD_MAX)) {
    complain(`${file}${line === 0 ? "" : `, line ${line}`}: ${forTerminal(message, 600)}`);
  }
  if (problems.length > TOLD_MAX) complain(`${file}: and ${problems.length - TOLD_MAX} more of the kind`);
  if (withheldAddresses > 0) {
    complain(
      `${file}: ${people.length} people are used; of ${withheldPeople} no consent is recorded for ${withheldAddresses} addresses (relatives, private accounts): these are neither searched for nor named`,
    );
  }
}

async function saved(result: ReturnType<CaseStore["saveRoster"]>): Promise<boolean> {
  const written = await result;
  if (!written.ok) complain(written.error.message);
  return written.ok;
}

/** Null where the file can be read. `bytesMax`: of what is read whole. */
function faultOf(path: string, bytesMax = Number.POSITIVE_INFINITY): string | null {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return "it is a folder; name the file";
    return found.size > bytesMax ? "it is larger than a roster may be" : null;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
    return code === "ENOENT" ? "there is no such file" : code;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
