/** `intel read`, `add`, `fetch`, `list`, `remove`, `export`: the public record, what documents say as statements and indicators with their quotes. */

import { ok, type Result } from "../base/result.ts";
import { ASSERTION_KINDS } from "../case/assertion.ts";
import type { Entered } from "../ledger/revisions.ts";
import { LEVELS } from "../ledger/stix-out/traffic-lights.ts";
import { commandLine } from "../report/command-line.ts";
import { documentJson } from "../report/document-json.ts";
import { documentLine, documentText } from "../report/document-text.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { CommandModule, Machine } from "./command-module.ts";
import type { Arguments } from "./flags.ts";
import { FETCH_FLAGS } from "./intel-fetch-flags.ts";
import {
  COLUMNS_FLAG,
  type GivenIntel,
  intelWishesOf,
  keepInLedger,
  keepIntel,
  OFFICIAL_FLAG,
  readIntelFiles,
  readStatementFiles,
  vouchedFor,
  WARNING_FLAG,
} from "./intel-files.ts";
import { invocationOf, programOf } from "./invocation.ts";
import { complain, EXIT, type ExitCode, out, outJson } from "./output.ts";

const ACTIONS = ["read", "add", "fetch", "list", "remove", "export"] as const;
type Action = (typeof ACTIONS)[number];

export const intelCommand: CommandModule = {
  command: {
    name: "intel",
    operands: "read|add|fetch|list|remove|export …",
    arity: [1, Number.POSITIVE_INFINITY],
    summary: "the public record: what documents say, side by side, with their words",
    about: [
      "A document is text, Markdown, HTML, PDF, DOCX or a mail (.eml); STIX, MISP, CSV and lists of indicators are read as well.",
      "Nothing is looked up anywhere; fetch alone connects, to the server that you name.",
      "",
      "read FILE…    prints what a document says and keeps nothing: statements, indicators, techniques, each with its quote.",
      "add FILE…     keeps it in the case, sealed by its hash; its indicators are searched for at the next scan or hunt. Added again with other bytes, it is a new revision; the old one stays.",
      "fetch URL     asks a TAXII 2.1 server that you name (https) for a collection, keeps it as add does, and searches the case for it.",
      "list          shows all statements side by side: accusations with the denials that answer them, what does not agree, names of groups with whose names they are. What comes with Letterlock stands apart from what you added.",
      "remove ID…    takes out a document (d-…) or a statement (a-…), and remembers that: added again, it stays out.",
      "export FILE   writes what is kept as a STIX 2.1 bundle: reports, notes, opinions for denials, groups as claims of who names them, indicators. Places of files on this machine are left out.",
      "",
      "Statements are shown beside each other and never merged: an accusation is an accusation, a denial is part of the record.",
    ],
    flags: [
      {
        name: "statement",
        value: null,
        help: "read, add: FILE holds statements that you typed (docs/formats/statements.md)",
      },
      { name: "all", value: null, help: "read, list: everything, not the first of each" },
      { name: "again", value: null, help: "add: also what was taken out before" },
      { name: "kind", value: "KIND", repeats: true, choices: ASSERTION_KINDS, help: "list: only these statements" },
      {
        name: "tlp",
        value: "LIGHT",
        choices: LEVELS,
        help: "export: only documents that may go as far; those without a light bear it then (without it: all but TLP:RED)",
      },
      { name: "shipped", value: null, help: "export: also the public record that comes with Letterlock" },
      WARNING_FLAG,
      COLUMNS_FLAG,
      OFFICIAL_FLAG,
      ...FETCH_FLAGS,
      { name: "about", value: "WORDS", help: "list: only statements and names with these words in them" },
    ],
  },
  async run(args, machine) {
    const [word = "", ...operands] = args.operands;
    const action = ACTIONS.find((one) => one === word);
    if (action === undefined) {
      complain(
        `intel takes one of ${ACTIONS.join(", ")}, not "${word.slice(0, 40)}". See ${programOf(machine)} intel --help.`,
      );
      return EXIT.FAULT;
    }
    if ((action === "list") !== (operands.length === 0)) {
      complain(
        `usage: ${programOf(machine)} intel ${action}${action === "list" ? "" : action === "remove" ? " ID…" : action === "export" ? " FILE" : action === "fetch" ? " URL" : " FILE…"}`,
      );
      return EXIT.FAULT;
    }
    return ACT[action](operands, args, machine);
  },
};

/** What of them needs more of the program than reading does is loaded when it is asked for. */
const ACT: Readonly<
  Record<Action, (operands: readonly string[], args: Arguments, machine: Machine) => Promise<ExitCode>>
> = {
  async read(operands, args) {
    const given = await readGiven(operands, args);
    if (!given.ok) {
      complain(given.error);
      return EXIT.FAULT;
    }
    for (const { document, file } of given.value) {
      const sought = file?.indicators;
      if (args.switches.has("json")) outJson(documentJson(document, sought));
      else out(documentText(document, { isKept: false, damage: null, all: args.switches.has("all"), sought }));
    }
    return EXIT.NOTHING_FOUND;
  },
  async add(operands, args, machine) {
    const given = await readGiven(operands, args);
    if (!given.ok) {
      complain(given.error);
      return EXIT.FAULT;
    }
    return withCase(caseFolder(args, machine), "write", async (store) => {
      const entered = await keepInLedger(store, given.value, {
        today: machine.today(),
        again: args.switches.has("again"),
      });
      const hunted = given.value.flatMap(({ file }, index) =>
        file === null || (entered.ok && entered.value[index]?.as === "removed") ? [] : [file],
      );
      const kept = entered.ok ? await keepIntel(store, hunted) : entered;
      if (!entered.ok || !kept.ok) {
        complain(entered.ok ? (kept.ok ? "" : kept.error) : entered.error);
        return EXIT.FAULT;
      }
      for (const one of entered.value) tellEntered(one, args);
      const indicators = hunted.reduce((sum, { indicators: all }) => sum + all.length, 0);
      if (indicators > 0 && !args.switches.has("json")) {
        out(
          `${indicators === 1 ? "1 indicator is" : `${indicators} indicators are`} searched for at the next scan, or now: ${commandLine("hunt", invocationOf(args, machine))}`,
        );
      }
      return EXIT.NOTHING_FOUND;
    });
  },
  fetch: async (operands, args, machine) => (await import("./intel-fetch.ts")).fetchIntel(operands, args, machine),
  list: async (_operands, args, machine) => (await import("./intel-kept.ts")).listKept(args, machine),
  export: async (operands, args, machine) => (await import("./intel-kept.ts")).exportKept(operands, args, machine),
  remove: async (operands, args, machine) => (await import("./intel-kept.ts")).removeKept(operands, args, machine),
};

async function readGiven(operands: readonly string[], args: Arguments): Promise<Result<readonly GivenIntel[], string>> {
  const given = args.switches.has("statement")
    ? await readStatementFiles(operands)
    : await readIntelFiles(operands, intelWishesOf(args));
  return given.ok ? ok(vouchedFor(given.value, args)) : given;
}

const ENTERED: Readonly<Record<Entered["as"], string>> = {
  new: "kept",
  same: "was kept already",
  revision: "kept as a new revision; the earlier one stays",
  removed: "was taken out before and stays out (add --again takes it in)",
};

function tellEntered({ document, as, statementsLeftOut }: Entered, args: Arguments): void {
  if (args.switches.has("json")) {
    outJson({ ...documentJson(document), as, statementsLeftOut });
    return;
  }
  out(documentLine(document));
  out(
    `  ${ENTERED[as]}${statementsLeftOut === 0 ? "" : `; ${statementsLeftOut} of its statements were taken out before and stay out`}`,
  );
  for (const problem of document.problems.slice(0, 5)) complain(problem);
}
