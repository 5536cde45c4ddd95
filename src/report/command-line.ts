/** How a command is typed next: as the program was called this time, and on the same case. The one place that writes such lines. */
import { forTerminal } from "./printable.ts";

export interface Invocation {
  /** As a shell takes it, `./letterlock`; default `letterlock`. */
  readonly program?: string;
  /** The case as the user has to name it, `--case DIR`; absent when commands find it by themselves. */
  readonly caseOption?: string;
}

const PROGRAM_COLUMNS = 200;
const OPTION_COLUMNS = 400;

/** `./letterlock show c-7f3a --case DIR`, on one line that is safe on a terminal; `words` are ours, or fit for one. */
export function commandLine(words: string, { program = "letterlock", caseOption = "" }: Invocation = {}): string {
  const called = [forTerminal(program, PROGRAM_COLUMNS), words, forTerminal(caseOption, OPTION_COLUMNS)];
  return called.filter(Boolean).join(" ");
}
