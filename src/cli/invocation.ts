/** How the user calls this program, for lines to type next. */
import type { Invocation } from "../report/command-line.ts";
import type { Machine } from "./command-module.ts";
import type { Arguments } from "./flags.ts";

/** `./letterlock` in a clone, `letterlock` where a shell finds it by itself: the launcher says which, by `LETTERLOCK_PROGRAM`. */
export function programOf({ environment }: Pick<Machine, "environment">): string {
  return shellWord(environment.get("LETTERLOCK_PROGRAM") ?? "letterlock");
}

/** The next commands as this one was: the same program on the same case. */
export function invocationOf(args: Arguments, machine: Pick<Machine, "environment">): Invocation {
  const folder = args.values.get("case")?.[0];
  const program = programOf(machine);
  return folder === undefined ? { program } : { program, caseOption: `--case ${shellWord(folder)}` };
}

/** Quoted only where the shell needs it. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
