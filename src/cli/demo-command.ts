/** `demo`: makes a sample mailbox, scans it, answers, writes the report. The first thing a newcomer runs. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { forTerminal } from "../report/printable.ts";
import { withCase } from "./case-folder.ts";
import type { CommandModule } from "./command-module.ts";
import { complain, EXIT, out } from "./output.ts";
import { writeReport } from "./report-command.ts";
import { runScan } from "./scan-command.ts";

/** A file that only a demo folder has. */
const MARK = "mailbox/README.txt";

export const demoCommand: CommandModule = {
  command: {
    name: "demo",
    operands: "",
    arity: [0, 0],
    summary: "make a sample mailbox, scan it and write a report: start here",
    about: [
      "Makes the mail of an invented parliamentary office over six years: ordinary letters, newsletters with commercial",
      "trackers, and one covert tracking campaign that poses as news. Then scans it as it would scan yours.",
    ],
    flags: [
      {
        name: "folder",
        value: "DIR",
        help: "where to make it, and its case if --case names none (default: ./letterlock-demo)",
      },
    ],
  },
  async run(args, machine) {
    const folder = resolve(args.values.get("folder")?.[0] ?? "letterlock-demo");
    if (isTaken(folder)) {
      complain(
        `${forTerminal(folder)} holds something else and was left as it is. Choose another place with --folder DIR.`,
      );
      return EXIT.FAULT;
    }
    const quiet = args.switches.has("json");
    // Loaded here, since no other command needs the many texts.
    const { demoMailbox, demoOwners } = await import("../demo/mailbox.ts");
    if (!quiet) out(`Making a sample mailbox in ${forTerminal(join(folder, "mailbox"))} …`);
    writeMailbox(join(folder, "mailbox"), demoMailbox());
    const request = {
      paths: [join(folder, "mailbox")],
      owners: demoOwners.map((address) => address.toLowerCase()),
      workers: Math.max(1, machine.cores),
    };
    const caseDir = resolve(args.values.get("case")?.[0] ?? join(folder, "case"));
    const inCase = { ...args, values: new Map([...args.values, ["case", [caseDir]]]) };
    return withCase(caseDir, "write", async (store) => {
      const code = await runScan(store, inCase, machine, request);
      if (code === EXIT.FAULT) return code;
      const file = join(folder, "report.html");
      const written = await writeReport(store, { folder: caseDir, file, machine });
      if (written !== EXIT.NOTHING_FOUND) return written;
      if (!quiet) out(`Report: ${forTerminal(file)}  (open it in a browser; it loads nothing)`);
      return code;
    });
  },
};

/** True for a file, and for a folder with something in it that is no demo. */
function isTaken(folder: string): boolean {
  if (!existsSync(folder) || existsSync(join(folder, MARK))) return false;
  return !statSync(folder).isDirectory() || readdirSync(folder).length > 0;
}

/** Written only where it differs, so that a second demo finds its mail unchanged and has nothing to read. */
function writeMailbox(folder: string, files: Iterable<{ readonly path: string; readonly bytes: Uint8Array }>): void {
  for (const { path, bytes } of files) {
    const file = join(folder, ...path.split("/"));
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, bytes);
  }
}
