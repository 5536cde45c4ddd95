/** What a command is: its flags as data, and what it does. */

import type { ReadingStep } from "../ports/reading.ts";
import type { Arguments, Command } from "./flags.ts";
import type { ExitCode } from "./output.ts";
import type { ReadingWish } from "./reading-tools.ts";

export interface CommandModule {
  readonly command: Command;
  run(args: Arguments, machine: Machine): Promise<ExitCode>;
}

/** The machine as commands see it; tests give another one. */
export interface Machine {
  readonly environment: ReadonlyMap<string, string>;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  readonly columns: number;
  readonly cores: number;
  /** Asks for a line that is not shown while it is typed; null when there is no terminal to ask at, or it was broken off. */
  askSecret(question: string): Promise<string | null>;
  /** What reads mail, on so many threads. */
  startReading(workers: number, wish: ReadingWish): ReadingStep;
  /** Monotonic. */
  nowMs(): number;
  /** Wall clock, ISO 8601. */
  today(): string;
}
