/** `report`: one self-contained HTML file. */
import { resolve } from "node:path";
import { LEVELS, levelOf } from "../ledger/stix-out/traffic-lights.ts";
import type { ReportAsked } from "../pipeline/report-model.ts";
import type { CaseStore } from "../ports/store.ts";
import { commandLine, type Invocation } from "../report/command-line.ts";
import { forTerminal } from "../report/printable.ts";
import { ADVICE_FLAGS, askedOf } from "./advice-command.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { CommandModule, Machine } from "./command-module.ts";
import { EVENTS_FLAG, readEvents } from "./events-file.ts";
import type { Arguments } from "./flags.ts";
import { invocationOf } from "./invocation.ts";
import { complain, EXIT, type ExitCode, out, outJson } from "./output.ts";
import { refreshPeople } from "./people-files.ts";
import { refusedPlace } from "./report-place.ts";
import { VERSION } from "./version.ts";
import { writeWhole } from "./whole-file.ts";

export const reportCommand: CommandModule = {
  command: {
    name: "report",
    operands: "",
    arity: [0, 0],
    summary: "write the report: one HTML file, offline, printable",
    about: [
      "Writes one HTML file that opens offline in any browser, loads nothing and runs nothing. It holds names, addresses",
      "and subjects from your mail: share it only with people who may see these.",
    ],
    flags: [
      { name: "output", value: "FILE", help: "where to write it (default: report.html)" },
      { name: "person", value: "ID", help: "only this person's page (p-…, see people), to hand over in private" },
      {
        name: "tlp",
        value: "LIGHT",
        choices: LEVELS,
        help: "of the public record only documents that may go as far; without it all but TLP:RED",
      },
      EVENTS_FLAG,
      ...ADVICE_FLAGS,
    ],
  },
  run: async (args, machine) => {
    const folder = caseFolder(args, machine);
    const fault = await refreshPeople(folder, args, machine);
    if (fault !== null) return fault;
    return withCase(folder, "read", async (store) => {
      const file = resolve(args.values.get("output")?.[0] ?? "report.html");
      const asked = reportAsked(args);
      if (typeof asked === "string") {
        complain(asked);
        return EXIT.FAULT;
      }
      const code = await writeReport(store, {
        folder,
        file,
        machine,
        invocation: invocationOf(args, machine),
        ...asked,
      });
      if (code !== EXIT.NOTHING_FOUND) return code;
      if (args.switches.has("json")) outJson({ schema: 1, report: file });
      else out(`Report written: ${forTerminal(file)}`);
      return EXIT.NOTHING_FOUND;
    });
  },
};

interface ReportPlace {
  readonly folder: string;
  readonly file: string;
  readonly machine: Machine;
  readonly invocation: Invocation;
}

interface ReportArguments {
  readonly asked?: ReportAsked;
  /** Id of the one person whose page is written; absent for the whole report. */
  readonly person?: string | undefined;
}

/** What the flags ask for, or a sentence that says what is wrong. */
function reportAsked(args: Arguments): ReportArguments | string {
  const advice = askedOf(args);
  if (typeof advice === "string") return advice;
  const events = readEvents(args);
  if (!events.ok) return events.error;
  const light = levelOf(args.values.get("tlp")?.[0] ?? "");
  return { asked: { advice, events: events.value, light }, person: args.values.get("person")?.[0] };
}

/** Whole or not at all: an older report stays until the new one is complete. */
export async function writeReport(
  store: CaseStore,
  { folder, file, machine, invocation, asked, person }: ReportPlace & ReportArguments,
): Promise<ExitCode> {
  const about = { toolVersion: VERSION, caseFolder: folder, generatedAt: machine.today(), invocation };
  // Loaded here, since no other command needs them.
  const { reportModel } = await import("../pipeline/report-model.ts");
  const { htmlReport, personReport } = await import("../report/html-report.ts");
  const { shippedRecord } = await import("./shipped-record.ts");
  const model = await reportModel(store, about, { ...asked, shippedRecord: shippedRecord() });
  const html = person === undefined ? htmlReport(model) : personReport(model, person);
  if (html === null) {
    complain(
      `no message of interest reached ${forTerminal(person ?? "").slice(0, 80)}. Ids are listed by ${commandLine("people", invocation)}.`,
    );
    return EXIT.FAULT;
  }
  const refused = refusedPlace(
    file,
    model.answer.coverage.sources.map(({ path }) => path),
  );
  if (refused !== null) {
    complain(`${forTerminal(file)} ${refused}: it was left as it is. Choose another place with --output FILE.`);
    return EXIT.FAULT;
  }
  const written = writeWhole(file, html);
  if (!written.ok) {
    complain(
      `the report could not be written to ${forTerminal(file)} (${written.error}). Choose another place with --output FILE.`,
    );
    return EXIT.FAULT;
  }
  return EXIT.NOTHING_FOUND;
}
