/** `intel list`, `remove`, `export`: what the case keeps of the public record. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LedgerDocument } from "../case/ledger.ts";
import { chosenOf } from "../ledger/chosen.ts";
import { ledgerView } from "../ledger/ledger-view.ts";
import { wordsOf } from "../ledger/revisions.ts";
import { outwardOf } from "../ledger/stix-out/outward.ts";
import { levelOf } from "../ledger/stix-out/traffic-lights.ts";
import type { CaseStore } from "../ports/store.ts";
import { commandLine, type Invocation } from "../report/command-line.ts";
import { documentLine } from "../report/document-text.ts";
import { ledgerRows } from "../report/ledger-json.ts";
import { ledgerText } from "../report/ledger-text.ts";
import { forTerminal } from "../report/printable.ts";
import { counted } from "../report/wording.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { Machine } from "./command-module.ts";
import type { Arguments } from "./flags.ts";
import { invocationOf } from "./invocation.ts";
import { complain, EXIT, type ExitCode, out, outJson } from "./output.ts";
import { writeWhole } from "./whole-file.ts";

export async function listKept(args: Arguments, machine: Machine): Promise<ExitCode> {
  const { shippedRecord } = await import("./shipped-record.ts");
  const folder = caseFolder(args, machine);
  if (!existsSync(join(folder, "case.db"))) return showList(shippedRecord(), new Map(), { args, machine });
  return withCase(folder, "read", async (store) => {
    const documents = await store.documents();
    return showList([...documents, ...shippedRecord()], await damageOf(store, documents), { args, machine });
  });
}

export async function exportKept(operands: readonly string[], args: Arguments, machine: Machine): Promise<ExitCode> {
  return withCase(caseFolder(args, machine), "read", async (store) =>
    exportBundle(await store.documents(), operands, { args, machine }),
  );
}

export async function removeKept(operands: readonly string[], args: Arguments, machine: Machine): Promise<ExitCode> {
  return withCase(caseFolder(args, machine), "write", async (store) => {
    for (const id of operands) {
      const problem = await remove(store, id, invocationOf(args, machine));
      if (problem !== null) {
        complain(problem);
        return EXIT.FAULT;
      }
    }
    return EXIT.NOTHING_FOUND;
  });
}

/** By hash, what is wrong with the bytes that were kept. */
async function damageOf(store: CaseStore, documents: readonly LedgerDocument[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { sha256 } of documents) {
    const bytes = await store.documentBytes(sha256);
    if (!bytes.ok) found.set(sha256, bytes.error.message);
  }
  return found;
}

interface Asked {
  readonly args: Arguments;
  readonly machine: Machine;
}

/** A damaged document is a fault: somebody must look. */
function showList(
  documents: readonly LedgerDocument[],
  damaged: ReadonlyMap<string, string>,
  { args, machine }: Asked,
): ExitCode {
  const kinds = args.values.get("kind") ?? [];
  const about = args.values.get("about")?.[0] ?? "";
  const isChosen = kinds.length > 0 || about !== "";
  const view = chosenOf(ledgerView(documents), { kinds, about });
  if (args.switches.has("json")) for (const row of ledgerRows(view, damaged)) outJson(row);
  else out(ledgerText(view, damaged, args.switches.has("all") || isChosen, invocationOf(args, machine)));
  return damaged.size > 0 ? EXIT.FAULT : EXIT.NOTHING_FOUND;
}

async function exportBundle(
  own: readonly LedgerDocument[],
  [path = "", ...more]: readonly string[],
  { args, machine }: Asked,
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
        ? `there is nothing to export: ${commandLine("intel add FILE", invocationOf(args, machine))} keeps a document (--shipped takes what comes with Letterlock)`
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
async function remove(store: CaseStore, id: string, invocation: Invocation): Promise<string | null> {
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
    return `${id.slice(0, 40)} is neither a document (d-…) nor a statement (a-…) of this case. What comes with Letterlock cannot be taken out. See ${commandLine("intel list", invocation)}.`;
  }
  const removed = await store.remove({ id, what: "statement", sha256: holder.sha256, words: wordsOf(statement) });
  if (removed.ok) out(`${id} is out of ${holder.id}`);
  return removed.ok ? null : removed.error.message;
}
