/** `hunt FILE…`: indicators against the index; the mail is not read again. */
import type { EpochMs, Sha256 } from "../base/brand.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { IntelFile } from "../case/indicator.ts";
import type { Entered } from "../ledger/revisions.ts";
import { amend } from "../pipeline/amend.ts";
import { answerOf } from "../pipeline/answer.ts";
import { type Hunt, hunt } from "../pipeline/hunt.ts";
import type { CaseStore } from "../ports/store.ts";
import { profileRemark } from "../report/description-words.ts";
import { huntJson } from "../report/hunt-json.ts";
import { type DocumentKept, huntText } from "../report/hunt-text.ts";
import { printAnswer, terminalOf } from "./answer-command.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { CommandModule, Machine } from "./command-module.ts";
import type { Arguments } from "./flags.ts";
import {
  COLUMNS_FLAG,
  type GivenFile,
  intelWishesOf,
  keepInLedger,
  keepIntel,
  OFFICIAL_FLAG,
  readIntelFiles,
  vouchedFor,
  WARNING_FLAG,
} from "./intel-files.ts";
import { invocationOf } from "./invocation.ts";
import { judgeAgain } from "./judge-again.ts";
import { complain, EXIT, type ExitCode, out, outJson } from "./output.ts";
import { createProgressLine } from "./progress.ts";
import { whatShips } from "./what-ships.ts";

export const huntCommand: CommandModule = {
  command: {
    name: "hunt",
    operands: "[FILE…]",
    arity: [0, Number.POSITIVE_INFINITY],
    summary: "search the case for indicators: a new advisory in seconds",
    about: [
      "Reads indicators (STIX, MISP events and feeds, OpenIOC, CSV, a plain list, or a report as text, HTML, PDF, DOCX or mail) and",
      "searches the case for them, without reading the mail again. The files are kept in the case: new mail is searched for them",
      "too, and what they say stands in intel list. Without a file, searches again for those that are kept. Nothing is",
      "looked up anywhere.",
    ],
    flags: [
      { name: "forget", value: "FILE", repeats: true, help: "no more search for what this file named" },
      WARNING_FLAG,
      COLUMNS_FLAG,
      OFFICIAL_FLAG,
    ],
  },
  async run(args, machine) {
    const read = await readIntelFiles(args.operands, intelWishesOf(args));
    if (!read.ok) {
      complain(read.error);
      return EXIT.FAULT;
    }
    return withCase(caseFolder(args, machine), "write", (store) =>
      runHunt(store, args, machine, vouchedFor(read.value, args)),
    );
  },
};

/** Keeps what was given, searches for all that is kept, and prints the answer. */
export async function runHunt(
  store: CaseStore,
  args: Arguments,
  machine: Machine,
  given: readonly GivenFile[],
): Promise<ExitCode> {
  const started = machine.nowMs();
  const files = given.map(({ file }) => file);
  const kept = await keepIntel(store, files, args.values.get("forget") ?? []);
  if (!kept.ok || (kept.value.length === 0 && !args.values.has("forget"))) {
    complain(kept.ok ? "there is nothing to hunt for yet: name a file of indicators" : kept.error);
    return EXIT.FAULT;
  }
  const entered = await keepInLedger(store, given, { today: machine.today() });
  if (!entered.ok) {
    complain(entered.error);
    return EXIT.FAULT;
  }
  const hunted = await huntAndJudge(store, kept.value, machine);
  if (!hunted.ok) {
    complain(hunted.error);
    return EXIT.FAULT;
  }
  const full = await answerOf(store, machine.nowMs() - started, { shippedRecord: whatShips });
  const shown = {
    ...hunted.value,
    files,
    documents: entered.value.map((one, at) => documentKept(one, files[at]?.indicators.length ?? 0)),
    dates: await datesOf(store, hunted.value),
    messages: full.answer.coverage.messages,
  };
  if (args.switches.has("json")) {
    outJson(huntJson({ ...shown, files: kept.value }, full.answer));
    return full.answer.answer === "no" ? EXIT.NOTHING_FOUND : EXIT.FOUND;
  }
  out(huntText(shown, { ...terminalOf(machine), ...invocationOf(args, machine) }));
  return printAnswer(full, args, machine);
}

function documentKept({ document, as }: Entered, indicators: number): DocumentKept {
  const { id, revision, statements, profile } = document;
  return { id, revision, statements: statements.length, as, says: profileRemark(profile, indicators) };
}

/** Messages that are judged anew in some seconds, so that everything is as a scan would leave it. */
const JUDGED_ANEW_MAX = 5_000;

/** A hunt, and whether what it found waits to be linked with the rest of the case. */
interface Hunted extends Hunt {
  readonly linkingWaits: boolean;
}

/**
 * Searches, keeps what was seen, and judges by it: a small case anew, of a large one what is concerned (pipeline/amend.ts). The error is a
 * sentence for the user.
 */
async function huntAndJudge(
  store: CaseStore,
  files: readonly IntelFile[],
  machine: Machine,
): Promise<Result<Hunted, string>> {
  const line = createProgressLine(machine.stderrIsTerminal, machine.nowMs);
  const hunted = await hunt(store, files, (what) => line.say(`searching: ${what}`));
  line.end();
  const { messages, judged } = await store.counts();
  if (judged && messages > JUDGED_ANEW_MAX) {
    // The sightings of before say what is concerned: they are replaced last, so that a run that is killed is made up for by the next.
    const amended = await amend(store, await store.indicatorSightings(), hunted.sightings);
    const kept = amended.ok ? await store.saveIndicatorSightings(hunted.sightings) : amended;
    if (!amended.ok || !kept.ok) return err(!amended.ok ? amended.error.message : kept.ok ? "" : kept.error.message);
    return ok({ ...hunted, linkingWaits: amended.value.ofInterest > 0 });
  }
  const saved = await store.saveIndicatorSightings(hunted.sightings);
  if (!saved.ok) return err(saved.error.message);
  const fault = await judgeAgain(store, machine);
  return fault === null ? ok({ ...hunted, linkingWaits: false }) : err(fault);
}

async function datesOf(store: CaseStore, { sightings }: Hunt): Promise<ReadonlyMap<Sha256, EpochMs | null>> {
  const dates = new Map<Sha256, EpochMs | null>();
  const wanted = new Set(sightings.map(({ sha256 }) => sha256));
  if (wanted.size === 0) return dates;
  for await (const { sha256, date } of store.records(wanted)) dates.set(sha256, date);
  return dates;
}
