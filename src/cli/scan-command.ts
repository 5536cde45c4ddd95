/** `scan PATH…`: reads mail into the case and answers. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { NotCovered } from "../case/answer.ts";
import { isSharedDomain } from "../cluster/sender.ts";
import { parseBorder } from "../mail/trace.ts";
import type { ImapAccess } from "../mailbox/imap/account-reader.ts";
import { createMailboxReader } from "../mailbox/reader.ts";
import { problemText } from "../mql/placed-problem.ts";
import { answerOf } from "../pipeline/answer.ts";
import type { GivenKnowledge } from "../pipeline/ask-rules.ts";
import { type ScanOutcome, type ScanPorts, type ScanProgress, type ScanRequest, scan } from "../pipeline/scan.ts";
import type { CaseSettings, CaseStore, KeptGiven } from "../ports/store.ts";
import { notCoveredParts } from "../report/answer-words.ts";
import { profileRemark } from "../report/description-words.ts";
import { forTerminal } from "../report/printable.ts";
import { counted } from "../report/wording.ts";
import type { ReadRules } from "../rules/read-rules.ts";
import { printAnswer } from "./answer-command.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import { collectGarbage, collectWhereLarge } from "./collect-garbage.ts";
import type { CommandModule, Machine } from "./command-module.ts";
import { readDnsSnapshot } from "./dns-file.ts";
import type { Arguments } from "./flags.ts";
import { type GivenPaths, keptGiven, stillGiven } from "./given-files.ts";
import { IMAP_ABOUT, IMAP_FLAGS, imapHooks, openAccount } from "./imap-account.ts";
import { type GivenFile, intelWishesOf, keepInLedger, keepIntel, readIntelFiles, WARNING_FLAG } from "./intel-files.ts";
import { programOf } from "./invocation.ts";
import { complain, EXIT, type ExitCode, remark } from "./output.ts";
import { PEOPLE_FLAGS, type PeopleWish, peopleWish, rememberPeople } from "./people-files.ts";
import { createProgressLine, type ProgressLine } from "./progress.ts";
import type { RuleChoice } from "./rule-choice.ts";
import { whatShips } from "./what-ships.ts";

/** In place of a path. */
const NO_RULE = "none";
/** More threads than this gain nothing while one process writes the case. */
const WORKERS_MAX = 64;

export const scanCommand: CommandModule = {
  command: {
    name: "scan",
    operands: "PATH…",
    arity: [1, Number.POSITIVE_INFINITY],
    summary: "read mail into the case and answer",
    about: [
      "Reads mbox files, Maildirs, .eml and .emlx files, Outlook's .msg and .pst files, folders of these to any depth, and",
      "gzip, zstd, tar or zip files of any of them.",
      "The mail is never changed and nothing is sent or fetched. Run it again over the same or grown mail: only what is",
      "new is read. A run that was stopped goes on where it was.",
      "",
      ...IMAP_ABOUT,
    ],
    flags: [
      {
        name: "owner",
        value: "ADDR",
        repeats: true,
        help: "an address whose mail this is, or @domain for all of a domain; remembered in the case",
      },
      {
        name: "boundary",
        value: "HOST_OR_CIDR",
        repeats: true,
        help: "an own mail server or network: only what these received or checked is believed; remembered",
      },
      {
        name: "simulation-domain",
        value: "DOMAIN",
        repeats: true,
        help: "a domain that phishing tests agreed by you come from: mail that an own server (--boundary) or --dns vouches for is told apart; none for none; remembered",
      },
      {
        name: "dns",
        value: "FILE",
        help: "a DNS snapshot (docs/formats/dns-snapshot.md) to check new mail by; no server is asked",
      },
      {
        name: "rules",
        value: "PATH",
        repeats: true,
        help: "rules of yours that are asked besides ours: a rule file or a folder of them (docs/rules.md), none for none; remembered in the case",
      },
      {
        name: "no-packs",
        value: null,
        help: "ask no rules of ours, only those of --rules; remembered in the case",
      },
      {
        name: "yara",
        value: "PATH",
        repeats: true,
        help: "YARA signatures for rules to ask of attached files: a file or a folder of .yar and .yara",
      },
      {
        name: "read-pictures",
        value: null,
        help: "read the text in pictures, for rules and for what lures say (Latin letters; offline). Slow: about a second for each picture that is new",
      },
      {
        name: "whois",
        value: "FILE",
        help: "registration dates of domains, for rules (docs/formats/given-files.md); nobody is asked; remembered in the case",
      },
      {
        name: "list",
        value: "NAME=FILE",
        repeats: true,
        help: "a list that rules name with a dollar sign, one entry a line (docs/formats/given-files.md); remembered in the case",
      },
      {
        name: "intel",
        value: "FILE",
        repeats: true,
        help: "what was published (STIX, MISP, CSV, a list; a report as text, HTML, PDF, DOCX or mail): its indicators are searched for in all mail; kept in the case, as by hunt",
      },
      WARNING_FLAG,
      ...PEOPLE_FLAGS,
      {
        name: "workers",
        value: "N",
        help: "reading threads (default: one per core; two stay under 512 MiB, and each more takes some 100 MiB)",
      },
      ...IMAP_FLAGS,
    ],
  },
  async run(args, machine) {
    const request = readRequest(args, machine);
    if (typeof request === "string") {
      complain(request);
      return EXIT.FAULT;
    }
    const intel = await readIntelFiles(args.values.get("intel") ?? [], intelWishesOf(args));
    if (!intel.ok) {
      complain(intel.error);
      return EXIT.FAULT;
    }
    const opened = await openAccount(request.paths, args, machine);
    if (!opened.ok) {
      complain(opened.error);
      return EXIT.FAULT;
    }
    const whole = { ...request, ...opened.value, intel: intel.value };
    return withCase(caseFolder(args, machine), "write", (store) => runScan(store, args, machine, whole));
  },
};

/** Threads that read where nobody says how many. */
export function readersOn({ cores }: Pick<Machine, "cores">): number {
  return Math.max(1, cores);
}

export interface RuleWish {
  /** Those that ship are asked. */
  readonly shipped: boolean;
  readonly paths: readonly string[];
}

export interface ScanWish {
  readonly paths: readonly string[];
  readonly owners: readonly string[];
  readonly boundary?: readonly string[];
  /** Null: those that the case remembers are no more; absent: they stay. */
  readonly simulation?: readonly string[] | null | undefined;
  readonly workers: number;
  /** Text of a DNS snapshot. */
  readonly dns?: string;
  /** Absent: the rules that the case remembers. */
  readonly rules?: RuleWish | undefined;
  /** Roster and logs. */
  readonly people?: PeopleWish;
  /** What rules may ask besides: lists and registrations, beside those that the case knows; signatures, for this run only. */
  readonly given?: GivenPaths | undefined;
  /** Text in pictures of new mail is read. */
  readonly readPictures?: boolean;
  /** Files of indicators, read. Those that the case keeps are searched for as well. */
  readonly intel?: readonly GivenFile[] | undefined;
  /** The mail account among the paths, if any. */
  readonly imap?: ImapAccess | undefined;
}

function readRequest(args: Arguments, machine: Machine): ScanWish | string {
  const workers = Number(args.values.get("workers")?.[0] ?? readersOn(machine));
  if (!Number.isInteger(workers) || workers < 1 || workers > WORKERS_MAX) {
    return `--workers takes a whole number from 1 to ${WORKERS_MAX}`;
  }
  const owners = (args.values.get("owner") ?? [])
    .flatMap((value) => value.split(","))
    .map((value) => value.trim().toLowerCase());
  const odd = owners.find((owner) => !/^[^\s@]*@[^\s@]+$/.test(owner));
  if (odd !== undefined) return `--owner takes an address (mp@parliament.example) or @domain, not ${forTerminal(odd)}`;
  const stray = args.operands.find((path) => /^[^\s@/\\:]*@[^\s@/\\:]+\.[a-z]+$/i.test(path) && !existsSync(path));
  if (stray !== undefined) {
    return `${forTerminal(stray)} is no file or folder. Is it an address of yours? Then say --owner ${forTerminal(stray)}; --owner takes one at a time`;
  }
  const boundary = (args.values.get("boundary") ?? [])
    .flatMap((value) => value.split(","))
    .map((value) => value.trim().toLowerCase());
  const oddBoundary = boundary.find((value) => parseBorder([value]) === null);
  if (oddBoundary !== undefined) {
    return `--boundary takes a host (mx.parliament.example) or a network (192.0.2.0/24), not ${forTerminal(oddBoundary)}`;
  }
  const simulation = simulationWish(args);
  if (typeof simulation === "string") return simulation;
  const file = args.values.get("dns")?.[0];
  const snapshot = file === undefined ? ok({}) : readDnsSnapshot(file);
  const people = peopleWish(args);
  if (!people.ok) return people.error;
  const about = { rules: ruleWish(args), given: givenPaths(args), people: people.value };
  const readPictures = args.switches.has("read-pictures");
  const wish = { paths: args.operands, owners, boundary, simulation, workers, readPictures, ...about };
  return snapshot.ok ? { ...wish, ...snapshot.value } : snapshot.error;
}

/** A sentence where one is no domain. */
function simulationWish({ values }: Arguments): ScanWish["simulation"] | string {
  const given = values.get("simulation-domain")?.flatMap((value) => value.split(","));
  const named = given?.map((value) =>
    value
      .trim()
      .toLowerCase()
      .replace(/^@|\.$/g, ""),
  );
  if (named === undefined) return undefined;
  const odd = named.find((name) => name !== NO_RULE && !/^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/.test(name));
  if (odd !== undefined) return `--simulation-domain takes a domain (tests.example), not ${forTerminal(odd)}`;
  const shared = named.find((name) => isSharedDomain(name));
  if (shared !== undefined) {
    return `--simulation-domain: strangers to each other write from ${forTerminal(shared)}, so it cannot be the tests' alone`;
  }
  return named.includes(NO_RULE) ? null : named;
}

function givenPaths({ values }: Arguments): GivenPaths | undefined {
  const given = {
    lists: values.get("list") ?? [],
    whois: values.get("whois")?.[0] ?? null,
    yara: values.get("yara") ?? [],
  };
  return given.lists.length + given.yara.length > 0 || given.whois !== null ? given : undefined;
}

function ruleWish(args: Arguments): RuleWish | undefined {
  const named = args.values.get("rules");
  const shipped = !args.switches.has("no-packs");
  return named === undefined && shipped
    ? undefined
    : { shipped, paths: (named ?? []).filter((path) => path !== NO_RULE) };
}

/** Scans, judges and prints the answer. The fault of one path does not keep the answer to the others back. */
export async function runScan(
  store: CaseStore,
  args: Arguments,
  machine: Machine,
  request: ScanWish,
): Promise<ExitCode> {
  const started = machine.nowMs();
  const asked = givenNow((await store.settings()).given, request.given);
  const given = await loadGiven(asked);
  if (!given.ok) {
    complain(given.error);
    return EXIT.FAULT;
  }
  const settings = await remember(store, request);
  if (settings === null) return EXIT.FAULT;
  if (request.people !== undefined && (await rememberPeople(store, request.people)) === null) return EXIT.FAULT;
  const rules = await prepareRules(request.rules, settings);
  if (typeof rules === "string") {
    complain(rules);
    return EXIT.FAULT;
  }
  const line = createProgressLine(machine.stderrIsTerminal, machine.nowMs);
  const { paths, imap } = request;
  // Each worker has a connection of its own, and so has the thread that lists.
  const workers = imap === undefined ? request.workers : Math.min(request.workers, limits.imapConnectionsMax - 1);
  const wish = {
    mailbox: { imap },
    dns: request.dns,
    rules: rules.choice,
    given: asked,
    readPictures: request.readPictures,
  };
  const reading = machine.startReading(workers, wish);
  const mailbox = createMailboxReader({ imap }, imapHooks(line));
  const scanned = await scanAndClose({ mailbox, store, reading }, { paths, ...settings }, line);
  if (!scanned.ok) {
    complain(scanned.error.message);
    return EXIT.FAULT;
  }
  // Judging begins with its largest tables, on top of what reading left.
  collectGarbage();
  const { judge, conditionsOf, caseRulesOf, rulesOf } = await loadJudging();
  const { ready } = rules.read ?? rulesOf(rules.choice);
  const noted = await store.saveSettings({ ...settings, rules: caseRulesOf(rules.choice, ready) });
  if (!noted.ok) {
    complain(noted.error.message);
    return EXIT.FAULT;
  }
  const sought = await seek(
    store,
    { given: request.intel ?? [], today: machine.today(), program: programOf(machine) },
    line,
  );
  if (sought !== null) {
    complain(sought);
    return EXIT.FAULT;
  }
  const onJudged = (messages: number) => line.say(`judging: ${messages.toLocaleString("en")} messages`);
  const { readLogs } = await import("./log-files.ts");
  const judged = await judge(store, conditionsOf(ready), onJudged, { ...given.value, readLogs });
  line.end();
  if (!judged.ok) {
    complain(judged.error.message);
    return EXIT.FAULT;
  }
  collectWhereLarge();
  const full = await answerOf(store, machine.nowMs() - started, { shippedRecord: whatShips });
  // Faults first: a reader of the answer that goes away must not take them along.
  const faulty = tellFaults(full.answer.coverage.notCovered, request.paths, scanned.value);
  const code = printAnswer(full, args, machine);
  return faulty || rules.hasBroken ? EXIT.FAULT : code;
}

/** Searches the case for all indicators it keeps, and for these. Null when that is done, else a sentence for the user. */
async function seek(
  store: CaseStore,
  { given, today, program }: { readonly given: readonly GivenFile[]; readonly today: string; readonly program: string },
  line: ProgressLine,
): Promise<string | null> {
  const files = given.map(({ file }) => file);
  const kept = await keepIntel(store, files);
  if (!kept.ok) return kept.error;
  const entered = await keepInLedger(store, given, { today });
  if (!entered.ok) return entered.error;
  for (const [at, { document, as }] of entered.value.entries()) {
    if (as === "removed") continue;
    const described = profileRemark(document.profile, files[at]?.indicators.length ?? 0);
    if (described !== "") remark(`letterlock: ${forTerminal(document.title, 80)}: ${described}`);
    if (document.statements.length === 0) continue;
    const says = document.statements.length === 1 ? "1 statement" : `${document.statements.length} statements`;
    remark(
      `letterlock: ${forTerminal(document.title, 80)} is kept in the public record of this case (${document.id}, ${says})`,
    );
  }
  if (kept.value.length === 0) return null;
  // Loaded here, since most scans have nothing to search for.
  const [{ hunt }, { huntRemarks }] = await Promise.all([
    import("../pipeline/hunt.ts"),
    import("../report/hunt-text.ts"),
  ]);
  const { sightings, isCut, notHunted } = await hunt(store, kept.value, (what) => line.say(`searching: ${what}`));
  line.end();
  for (const { title, unusableCount } of files.filter((file) => file.unusableCount > 0)) {
    complain(
      `${title}: ${counted(unusableCount, "indicator")} could not be used; ${program} hunt FILE says which and why`,
    );
  }
  for (const sentence of huntRemarks({ isCut, notHunted })) complain(sentence);
  const saved = await store.saveIndicatorSightings(sightings);
  return saved.ok ? null : saved.error.message;
}

interface PreparedRules {
  readonly choice: RuleChoice;
  /** Null where there are only ours, which are read while the workers read mail. */
  readonly read: ReadRules | null;
  readonly hasBroken: boolean;
}

/** The user's rules, checked before any mail is read, and all that is wrong with them told. The error is a sentence for the user. */
async function prepareRules(
  wish: RuleWish | undefined,
  { rules: known }: CaseSettings,
): Promise<PreparedRules | string> {
  const { shipped, paths } = wish ?? known ?? { shipped: true, paths: [] };
  if (paths.length === 0) return { choice: { shipped, named: [] }, read: null, hasBroken: false };
  const { chooseRules, rulesOf } = await import("./rule-choice.ts");
  const choice = chooseRules(shipped, paths);
  if (!choice.ok) {
    const whose = wish === undefined ? "the rules that the case remembers" : "the rules";
    return `${whose} could not be read: ${choice.error}. No mail was read. Name others with --rules PATH, or --rules none for none of yours.`;
  }
  const read = rulesOf(choice.value);
  for (const { path, problems } of read.broken) {
    for (const problem of problems) remark(problemText(path, problem));
  }
  const count = read.broken.length;
  if (count > 0) {
    const are = count === 1 ? "rule file is broken and was" : "rule files are broken and were";
    complain(`${count} ${are} left out; the other rules are asked. So the exit code will be 2.`);
  }
  return { choice: choice.value, read, hasBroken: count > 0 };
}

/** Lists and dates that the case knows of, those of this run in their place, and its signatures. */
function givenNow(kept: KeptGiven | undefined, given: GivenPaths | undefined): GivenPaths | undefined {
  if (kept === undefined) return given;
  const { given: still, gone } = stillGiven(kept);
  for (const sentence of gone) complain(sentence);
  if (given === undefined) return still;
  return { lists: [...still.lists, ...given.lists], whois: given.whois ?? still.whois, yara: given.yara };
}

/** Read here once before any mail is, for judging and so that what is wrong is told; each reader reads it again. The error is a sentence. */
async function loadGiven(paths: GivenPaths | undefined): Promise<Result<Partial<GivenKnowledge>, string>> {
  if (paths === undefined) return ok({});
  const { readGiven } = await import("./given-files.ts");
  const read = await readGiven(paths);
  if (!read.ok) return err(`${read.error}. No mail was read.`);
  const { list, given, problems } = read.value;
  for (const problem of problems) remark(problem);
  return ok({ list, given });
}

/** A hundred modules that reading does without: loaded while the workers read, so that these begin sooner. */
function loadJudging() {
  return import("./judging.ts");
}

async function scanAndClose(ports: ScanPorts, request: ScanRequest, line: ProgressLine) {
  const onProgress = (progress: ScanProgress) => {
    void loadJudging();
    line.update(progress);
  };
  try {
    return await scan(ports, request, onProgress);
  } finally {
    line.end();
    await ports.mailbox.close();
  }
}

/** What is given now is added to what the case knows; null when the case could not be written. */
async function remember(store: CaseStore, given: ScanWish): Promise<CaseSettings | null> {
  const known = await store.settings();
  const owners = united(known.owners, given.owners);
  const boundary = united(known.boundary ?? [], given.boundary ?? []);
  const asked = keptGiven(known.given, given.given);
  const { simulation, ...others } = known;
  const tests = given.simulation === null ? [] : united(simulation ?? [], given.simulation ?? []);
  const settings = {
    ...others,
    owners,
    ...(boundary.length === 0 ? {} : { boundary }),
    ...(asked === undefined ? {} : { given: asked }),
    ...(tests.length === 0 ? {} : { simulation: tests }),
  };
  if (JSON.stringify(settings) === JSON.stringify(known)) return settings;
  const saved = await store.saveSettings(settings);
  if (saved.ok) return settings;
  complain(saved.error.message);
  return null;
}

function united(known: readonly string[], given: readonly string[]): readonly string[] {
  return [...new Set([...known, ...given])].sort();
}

/** Things that lie in every folder and are no mail: told in the coverage, a fault only when the user named them. */
const HARMLESS = new Set(["no-mail", "special-file", "symlink", "empty", "maildir-tmp", "gone", "pieces-missing"]);
const TOLD_MAX = 20;

/** Says on standard error what was asked for and could not be read. True when the exit code must be "fault". */
function tellFaults(notCovered: readonly NotCovered[], paths: readonly string[], outcome: ScanOutcome): boolean {
  const named = new Set(paths.map((path) => resolve(path)));
  const faults = notCovered.filter(
    ({ code, path }) => !HARMLESS.has(code) || (code === "empty" && named.has(path)) || outcome.sources === 0,
  );
  for (const fault of faults.slice(0, TOLD_MAX)) {
    const { path, text } = notCoveredParts(fault);
    complain(path === null ? text : `${path}: ${text}`);
  }
  if (faults.length > TOLD_MAX) complain(`and ${faults.length - TOLD_MAX} more; see the report`);
  if (outcome.faults > 0) {
    complain(
      `${outcome.faults} messages could not be analysed by our own fault; they are listed as unparseable. Please report this.`,
    );
  }
  if (outcome.poisoned > 0) {
    complain(`${outcome.poisoned} messages stopped a reader twice and were given up; they are listed as unparseable.`);
  }
  return faults.length > 0 || outcome.faults > 0;
}
