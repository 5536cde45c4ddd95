/** `intel read`, `add`, `fetch`, `list`, `remove`, `export`: the public record, what documents say as statements and indicators with their quotes. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { ok, type Result } from "../base/result.ts";
import { ASSERTION_KINDS } from "../case/assertion.ts";
import type { LedgerDocument } from "../case/ledger.ts";
import { chosenOf } from "../ledger/chosen.ts";
import { ledgerView } from "../ledger/ledger-view.ts";
import { type Entered, wordsOf } from "../ledger/revisions.ts";
import { outwardOf } from "../ledger/stix-out/outward.ts";
import { LEVELS, levelOf } from "../ledger/stix-out/traffic-lights.ts";
import type { CaseStore } from "../ports/store.ts";
import { documentJson } from "../report/document-json.ts";
import { documentLine, documentText } from "../report/document-text.ts";
import { ledgerRows } from "../report/ledger-json.ts";
import { ledgerText } from "../report/ledger-text.ts";
import { forTerminal } from "../report/printable.ts";
import { counted } from "../report/wording.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { CommandModule, Machine } from "./command-module.ts";
import type { Arguments } from "./flags.ts";
import { FETCH_FLAGS, fetchIntel } from "./intel-fetch.ts";
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
import { complain, EXIT, type ExitCode, out, outJson } from "./output.ts";
import { writeWhole } from "./whole-file.ts";

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
      complain(`intel takes one of ${ACTIONS.join(", ")}, not "${word.slice(0, 40)}". See letterlock intel --help.`);
      return EXIT.FAULT;
    }
    if ((action === "list") !== (operands.length === 0)) {
      complain(
        `usage: letterlock intel ${action}${action === "list" ? "" : action === "remove" ? " ID…" : action === "export" ? " FILE" : action === "fetch" ? " URL" : " FILE…"}`,
      );
      return EXIT.FAULT;
    }
    return ACT[action](operands, args, machine);
  },
};

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
          `${indicators === 1 ? "1 indicator is" : `${indicators} indicators are`} searched for at the next scan, or now: letterlock hunt`,
        );
      }
      return EXIT.NOTHING_FOUND;
    });
  },
  fetch: fetchIntel,
  async list(_operands, args, machine) {
    const { shippedRecord } = await import("./shipped-record.ts");
    const folder = caseFolder(args, machine);
    if (!existsSync(join(folder, "case.db"))) return showList(shippedRecord(), new Map(), args);
    return withCase(folder, "read", async (store) => {
      const documents = await store.documents();
      return showList([...documents, ...shippedRecord()], await damageOf(store, documents), args);
    });
  },
  export: async (operands, args, machine) =>
    withCase(caseFolder(args, machine), "read", async (store) => exportBundle(await store.documents(), operands, args)),
  remove: async (operands, args, machine) =>
    withCase(caseFolder(args, machine), "write", async (store) => {
      for (const id of operands) {
        const problem = await remove(store, id);
        if (problem !== null) {
          complain(problem);
          return EXIT.FAULT;
        }
      }
      return EXIT.NOTHING_FOUND;
    }),
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

/** By hash, what is wrong with the bytes that were kept. */
export async function damageOf(
  store: CaseStore,
  documents: readonly LedgerDocument[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { sha256 } of documents) {
    const bytes = await store.documentBytes(sha256);
    if (!bytes.ok) found.set(sha256, bytes.error.message);
  }
  return found;
}

/** A damaged document is a fault: somebody must look. */
function showList(
  documents: readonly LedgerDocument[],
  damaged: ReadonlyMap<string, string>,
  args: Arguments,
): ExitCode {
  const kinds = args.values.get("kind") ?? [];
  const about = args.values.get("about")?.[0] ?? "";
  const isChosen = kinds.length > 0 || about !== "";
  const view = chosenOf(ledgerView(documents), { kinds, about });
  if (args.switches.has("json")) for (const row of ledgerRows(view, damaged)) outJson(row);
  else out(ledgerText(view, damaged, args.switches.has("all") || isChosen));
  return damaged.size > 0 ? EXIT.FAULT : EXIT.NOTHING_FOUND;
}

async function exportBundle(
  own: readonly LedgerDocument[],
  [path = "", ...more]: readonly string[],
  args: Arguments,
): Promise<ExitCode> {
  if (more.length > 0) {
    complain("intel export takes one file to write to");
    return EXIT.FAULT;
  }
  const [{ toBundle }, { shippedRecord }] = await Promise.all([
    import("../ledger/stix-out/to-bundle.ts"),
    import("./shipped-record.ts"),
  ]);
  const all = args.switches.has("shipped") ? [...own, ...shippedRecord()] : own;
  const { documents, leftOut } = outwardOf(all, levelOf(args.values.get("tlp")?.[0] ?? ""));
  if (documents.length === 0) {
    complain(
      leftOut.length === 0
        ? "there is nothing to export: letterlock intel add FILE keeps a document (--shipped takes what comes with Letterlock)"
        : `nothing was exported: the lights of ${counted(leftOut.length, "document")} forbid it. If you may hand them on, say how far: --tlp LIGHT`,
    );
    return EXIT.FAULT;
  }
  const bundle = toBundle(documents);
  const written = writeWhole(path, `${JSON.stringify(bundle, null, 2)}\n`);
  if (!written.ok) {
    complain(`the bundle could not be written to ${forTerminal(path)} (${written.error}). Choose another file.`);
    return EXIT.FAULT;
  }
  const statements = documents.reduce((sum, one) => sum + one.statements.length, 0);
  if (args.switches.has("json")) {
    outJson({
      path,
      objects: bundle.objects.length,
      documents: documents.length,
      statements,
      leftOut: leftOut.map(({ id }) => id),
    });
    return EXIT.NOTHING_FOUND;
  }
  out(
    `${path}: ${counted(bundle.objects.length, "STIX object")}, of ${counted(documents.length, "document")} with ${counted(statements, "statement")}`,
  );
  for (const one of leftOut) out(`  left out, since its light forbids that (--tlp takes it): ${documentLine(one)}`);
  return EXIT.NOTHING_FOUND;
}

/** Null when it is out, else a sentence for the user. */
async function remove(store: CaseStore, id: string): Promise<string | null> {
  const documents = await store.documents();
  const document = documents.find((one) => one.id === id);
  if (document !== undefined) {
    const { sha256, source, title } = document;
    const removed = await store.remove({ id, what: "document", sha256, words: "" });
    if (!removed.ok) return removed.error.message;
    // Its indicators are hunted for no more, but for those of another revision.
    const gone = (await store.intelHeads()).filter((file) => file.sha256 === sha256).map(({ path }) => path);
    const saved = await store.saveIntel([], gone);
    if (!saved.ok) return saved.error.message;
    out(
      `${id} is out, with its bytes: ${documentLine({ ...document, title, source })
        .slice(id.length)
        .trim()}`,
    );
    return null;
  }
  const holder = documents.find(({ statements }) => statements.some(({ assertion }) => assertion.id === id));
  const statement = holder?.statements.find(({ assertion }) => assertion.id === id);
  if (holder === undefined || statement === undefined) {
    return `${id.slice(0, 40)} is neither a document (d-…) nor a statement (a-…) of this case. What comes with Letterlock cannot be taken out. See letterlock intel list.`;
  }
  const removed = await store.remove({ id, what: "statement", sha256: holder.sha256, words: wordsOf(statement) });
  if (removed.ok) out(`${id} is out of ${holder.id}`);
  return removed.ok ? null : removed.error.message;
}
