/** `demo`: makes a sample of mail, scans it with all that can be given beside it, answers, writes the report. The first thing a newcomer runs. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { SampleFile } from "../demo/sample.ts";
import { forTerminal } from "../report/printable.ts";
import { withCase } from "./case-folder.ts";
import type { CommandModule } from "./command-module.ts";
import { readIntelFiles } from "./intel-files.ts";
import { invocationOf } from "./invocation.ts";
import { complain, EXIT, out } from "./output.ts";
import { peopleWish } from "./people-files.ts";
import { writeReport } from "./report-command.ts";
import { readersOn, runScan } from "./scan-command.ts";

/** Of the sample's office: an hour before Greenwich, two in summer. */
const LOG_ZONE = "Europe/Berlin";
/** A file that only a demo folder has. */
const MARK = "sample/README.txt";

export const demoCommand: CommandModule = {
  command: {
    name: "demo",
    operands: "",
    arity: [0, 0],
    summary: "make sample mailboxes, scan them and write a report: start here",
    about: [
      "Makes the mail of an invented assembly over ten years: letters, newsletters with commercial trackers, ordinary phishing,",
      "and covert campaigns among them; with its roster, its logs and an advisory. Then scans it as it would scan yours.",
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
    const { sample, sampleOwners } = await import("../demo/sample.ts");
    const at = (path: string) => join(folder, "sample", ...path.split("/"));
    if (!quiet) out(`Making ten years of sample mail in ${forTerminal(at("mail"))} …`);
    const { files } = sample();
    writeFiles(files, at);
    const given = new Map([
      ["people", [at("roster.csv")]],
      ["clients", [at("clients.csv")]],
      ["logs", files.flatMap(({ path }) => (path.startsWith("logs/") ? [at(path)] : []))],
      ["log-zone", [LOG_ZONE]],
    ]);
    const caseDir = resolve(args.values.get("case")?.[0] ?? join(folder, "case"));
    const inCase = { ...args, values: new Map([...args.values, ...given, ["case", [caseDir]]]) };
    const people = peopleWish(inCase);
    const intel = await readIntelFiles([at("advisory.stix.json")]);
    if (!people.ok || !intel.ok) {
      complain(people.ok ? (intel.ok ? "" : intel.error) : people.error);
      return EXIT.FAULT;
    }
    const request = {
      paths: [at("mail")],
      owners: sampleOwners,
      workers: readersOn(machine),
      people: people.value,
      intel: intel.value,
    };
    return withCase(caseDir, "write", async (store) => {
      const code = await runScan(store, inCase, machine, request);
      if (code === EXIT.FAULT) return code;
      const file = join(folder, "report.html");
      const written = await writeReport(store, {
        ...{ folder: caseDir, file, machine },
        invocation: invocationOf(inCase, machine),
      });
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

/** Written only where it is not there, so that a second demo finds its mail unchanged and has nothing to read. */
function writeFiles(files: readonly SampleFile[], at: (path: string) => string): void {
  for (const { path, bytes } of files) {
    const file = at(path);
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, bytes);
  }
}
