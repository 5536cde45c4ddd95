/** `messages`, `people`, `loads`: rows from the case, with filters. */
import type { TrackingClass, Verdict } from "../case/judgement.ts";
import type { ReadStatus } from "../case/record.ts";
import type { CaseStore, MessageQuery, StoredMessage } from "../ports/store.ts";
import { loadJson, messageJson, trackerJson } from "../report/json.ts";
import { listFooter, loadHeading, loadRows, messageHeading, messageRow } from "../report/list-text.ts";
import { trackerText } from "../report/tracker-text.ts";
import { terminalOf } from "./answer-command.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { CommandModule, Machine } from "./command-module.ts";
import type { Arguments, Command, Flag } from "./flags.ts";
import { complain, EXIT, type ExitCode, out, outJson } from "./output.ts";

const FILTERS: readonly Flag[] = [
  {
    name: "verdict",
    value: "WORD",
    repeats: true,
    choices: ["clear", "tracked", "suspicious", "hostile"],
    help: "only these",
  },
  {
    name: "class",
    value: "WORD",
    repeats: true,
    choices: ["none", "commercial", "unexplained", "covert"],
    help: "only this tracking class",
  },
  {
    name: "status",
    value: "WORD",
    repeats: true,
    choices: ["ok", "partial", "unparseable"],
    help: "only mail read so",
  },
  { name: "campaign", value: "ID", help: "only this campaign's" },
  { name: "address", value: "ADDR", help: "only mail from or to this address" },
  { name: "from", value: "DATE", help: "from this day on (YYYY-MM-DD, UTC)" },
  { name: "to", value: "DATE", help: "up to, not with, this day" },
  { name: "limit", value: "N", help: "at most so many rows (default: 200 on a terminal, else all)" },
];

const TERMINAL_ROWS = 200;

/** The query that the flags ask for, or a sentence that says what is wrong. */
function queryOf(args: Arguments, machine: Machine): MessageQuery | string {
  const one = (name: string) => args.values.get(name)?.[0];
  const days = { from: dayOf(one("from")), to: dayOf(one("to")) };
  if (days.from === null || days.to === null) return "--from and --to take a day as YYYY-MM-DD";
  const wanted = one("limit");
  if (wanted !== undefined && !/^[1-9]\d{0,8}$/.test(wanted)) return "--limit takes a whole number from 1";
  const unasked = machine.stdoutIsTerminal && !args.switches.has("json") ? TERMINAL_ROWS : 0;
  const limit = wanted === undefined ? unasked : Number(wanted);
  const campaign = one("campaign");
  const address = one("address");
  return {
    ...(args.values.has("verdict") && { verdicts: args.values.get("verdict") as readonly Verdict[] }),
    ...(args.values.has("class") && { classes: args.values.get("class") as readonly TrackingClass[] }),
    ...(args.values.has("status") && { statuses: args.values.get("status") as readonly ReadStatus[] }),
    ...(campaign !== undefined && { campaign }),
    ...(address !== undefined && { address: address.toLowerCase() }),
    ...(days.from !== undefined && { from: days.from }),
    ...(days.to !== undefined && { to: days.to }),
    ...(limit > 0 && { limit }),
  };
}

/** Undefined when not given, null when it is no day. */
function dayOf(text: string | undefined): MessageQuery["from"] | null {
  if (text === undefined) return undefined;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 31 February for 3 March; a day that reads back differently is no day.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) return null;
  return at as NonNullable<MessageQuery["from"]>;
}

/** How one kind of row is written. */
interface Listing<T> {
  readonly heading: string;
  /** Lines for a terminal. */
  readonly rows: (item: T) => readonly string[];
  /** Objects for `--json`. */
  readonly json: (item: T) => readonly unknown[];
}

async function list<T>(items: AsyncIterable<T> | Iterable<T>, listing: Listing<T>, asJson: boolean): Promise<ExitCode> {
  let rows = 0;
  for await (const item of items) {
    if (asJson) {
      for (const value of listing.json(item)) {
        outJson(value);
        rows += 1;
      }
      continue;
    }
    for (const line of listing.rows(item)) {
      if (rows === 0) out(listing.heading);
      out(line);
      rows += 1;
    }
  }
  if (!asJson) out(listFooter(rows));
  return EXIT.NOTHING_FOUND;
}

function listCommand<T>(
  command: Pick<Command, "name" | "summary" | "about" | "flags">,
  items: (store: CaseStore, args: Arguments, machine: Machine) => AsyncIterable<T> | Promise<Iterable<T>> | string,
  listing: (machine: Machine) => Listing<T>,
): CommandModule {
  return {
    command: { ...command, operands: "", arity: [0, 0] },
    run: (args, machine) =>
      withCase(caseFolder(args, machine), "read", async (store) => {
        const found = items(store, args, machine);
        if (typeof found === "string") {
          complain(found);
          return EXIT.FAULT;
        }
        const asJson = args.switches.has("json");
        const code = await list(await found, listing(machine), asJson);
        const cut = machine.stdoutIsTerminal && !asJson && command.flags === FILTERS && !args.values.has("limit");
        if (cut) out(`At most ${TERMINAL_ROWS} messages are listed here; --limit N lists more.`);
        return code;
      }),
  };
}

function messagesOf(store: CaseStore, args: Arguments, machine: Machine): AsyncIterable<StoredMessage> | string {
  const query = queryOf(args, machine);
  return typeof query === "string" ? query : store.messages(query);
}

export const messagesCommand = listCommand<StoredMessage>(
  {
    name: "messages",
    summary: "list messages",
    about: ["Lists messages by date. Filters add up: --verdict hostile --from 2021-01-01."],
    flags: FILTERS,
  },
  messagesOf,
  (machine) => ({
    heading: messageHeading(terminalOf(machine)),
    rows: (stored) => [messageRow(stored, terminalOf(machine))],
    json: (stored) => [messageJson(stored)],
  }),
);

const EACH: Flag = { name: "each", value: null, help: "every load by itself, with its message and address" };

const eachLoad = listCommand<StoredMessage>(
  { name: "loads", summary: "", about: [], flags: FILTERS },
  messagesOf,
  (machine) => ({
    heading: loadHeading(terminalOf(machine)),
    rows: (stored) => loadRows(stored, terminalOf(machine)),
    json: loadJson,
  }),
);

export const loadsCommand: CommandModule = {
  command: {
    name: "loads",
    operands: "",
    arity: [0, 0],
    summary: "who tracks this mail, and what an opening tells them",
    about: [
      "Lists who learns of it when mail is opened, and what: first what no known service explains, then",
      "commercial trackers by service and year. Filters choose the mail that is counted. With --each, every",
      "load by itself.",
    ],
    flags: [EACH, ...FILTERS],
  },
  run: (args, machine) =>
    args.switches.has("each")
      ? eachLoad.run(args, machine)
      : withCase(caseFolder(args, machine), "read", (store) => listTrackers(store, args, machine)),
};

/** `--limit` is of trackers here: the mail is counted whole. */
async function listTrackers(store: CaseStore, args: Arguments, machine: Machine): Promise<ExitCode> {
  const query = queryOf(args, machine);
  if (typeof query === "string") {
    complain(query);
    return EXIT.FAULT;
  }
  const { limit = Number.POSITIVE_INFINITY, ...mail } = query;
  // Loaded here, since no other command needs the table of services.
  const { trackersOf } = await import("../pipeline/trackers.ts");
  const trackers = await trackersOf(store, mail);
  if (args.switches.has("json")) for (const tracker of trackers.slice(0, limit)) outJson(trackerJson(tracker));
  else out(trackerText(trackers, limit, terminalOf(machine)).trimEnd());
  return EXIT.NOTHING_FOUND;
}
