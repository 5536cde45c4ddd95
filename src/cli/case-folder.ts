/** Finds and opens the case that a command works on. */
import { resolve } from "node:path";
import type { CaseStore } from "../ports/store.ts";
import type { Machine } from "./command-module.ts";
import type { Arguments } from "./flags.ts";
import { complain, EXIT, type ExitCode } from "./output.ts";

export function caseFolder(args: Arguments, machine: Machine): string {
  const named = args.values.get("case")?.[0] ?? machine.environment.get("LETTERLOCK_CASE");
  return resolve(named ?? "letterlock-case");
}

/** Opens the case, hands it to `work`, closes it whatever happens. A case that cannot be opened is told and is a fault. */
export async function withCase(
  folder: string,
  mode: "read" | "write",
  work: (store: CaseStore) => Promise<ExitCode>,
): Promise<ExitCode> {
  // Loaded here: not every command opens one.
  const [{ openCase }, { CaseFault }, { registrableDomain }] = await Promise.all([
    import("../store/sqlite/open-case.ts"),
    import("../store/sqlite/store-error.ts"),
    import("../url/registrable-domain.ts"),
  ]);
  const opened = await openCase(folder, mode === "write" ? { mode, registrableDomain } : { mode });
  if (!opened.ok) {
    complain(opened.error.message);
    return EXIT.FAULT;
  }
  try {
    return await work(opened.value);
  } catch (fault) {
    // Reads say in this way that the disk failed or that a row is damaged: the world's fault, not ours.
    if (!(fault instanceof CaseFault)) throw fault;
    complain(fault.error.message);
    return EXIT.FAULT;
  } finally {
    await opened.value.close();
  }
}
