/** `report`: one self-contained HTML file. */
import { randomBytes } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CaseStore } from "../ports/store.ts";
import { forTerminal } from "../report/printable.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { CommandModule, Machine } from "./command-module.ts";
import { complain, EXIT, type ExitCode, out, outJson } from "./output.ts";
import { VERSION } from "./version.ts";

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
    flags: [{ name: "output", value: "FILE", help: "where to write it (default: report.html)" }],
  },
  run: (args, machine) => {
    const folder = caseFolder(args, machine);
    return withCase(folder, "read", async (store) => {
      const file = resolve(args.values.get("output")?.[0] ?? "report.html");
      const code = await writeReport(store, { folder, file, machine });
      if (code !== EXIT.NOTHING_FOUND) return code;
      if (args.switches.has("json")) outJson({ schema: 1, report: file });
      else out(`Report written: ${forTerminal(file)}`);
      return EXIT.NOTHING_FOUND;
    });
  },
};

/** Whole or not at all: an older report stays until the new one is complete. */
export async function writeReport(
  store: CaseStore,
  { folder, file, machine }: { readonly folder: string; readonly file: string; readonly machine: Machine },
): Promise<ExitCode> {
  const about = { toolVersion: VERSION, caseFolder: folder, generatedAt: machine.today() };
  // Loaded here, since no other command needs them.
  const { reportModel } = await import("../pipeline/report-model.ts");
  const { htmlReport } = await import("../report/html-report.ts");
  const html = htmlReport(await reportModel(store, about));
  // A new name that nobody can have laid a link at, with a mode that an older file's cannot widen.
  const unfinished = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    writeFileSync(unfinished, html, { mode: 0o600, flag: "wx" });
    renameSync(unfinished, file);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    const { code } = cause as NodeJS.ErrnoException;
    complain(
      `the report could not be written to ${forTerminal(file)} (${code}). Choose another place with --output FILE.`,
    );
    return EXIT.FAULT;
  }
  return EXIT.NOTHING_FOUND;
}
