/** The program without its process: finds the command, gives it the machine, tells faults of ours. Never throws. */
import type { Machine } from "./command-module.ts";
import { allCommands, commands } from "./commands.ts";
import { didYouMean, helpOf, overviewOf, parseArguments } from "./flags.ts";
import { programOf } from "./invocation.ts";
import { complain, EXIT, type ExitCode, OutputClosed, out } from "./output.ts";
import { VERSION } from "./version.ts";

/** Runs what the words name; the exit code is the answer's, or a fault's. */
export async function run(words: readonly string[], machine: Machine): Promise<ExitCode> {
  try {
    return await runCommand(words, machine);
  } catch (fault) {
    if (!(fault instanceof OutputClosed)) {
      const trace = String((fault as Error)?.stack ?? fault);
      complain(
        `a fault of ours, not of your mail; what was read before is kept in the case. Please report this.\n${trace}`,
      );
    } else if (fault.isReaderGone) return EXIT.NOTHING_FOUND;
    else {
      complain(
        `the output could not be written (${fault.message}). The case itself is complete; run the command again.`,
      );
    }
    return EXIT.FAULT;
  }
}

async function runCommand(words: readonly string[], machine: Machine): Promise<ExitCode> {
  const program = programOf(machine);
  const [name, ...rest] = words;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    out(
      overviewOf(
        (await allCommands()).map(({ command }) => command),
        program,
      ),
    );
    return name === undefined ? EXIT.FAULT : EXIT.NOTHING_FOUND;
  }
  if (name === "--version") {
    out(`letterlock ${VERSION}`);
    return EXIT.NOTHING_FOUND;
  }
  const load = commands.get(name);
  if (load === undefined) {
    const known = [...commands.keys()];
    complain(`there is no command "${name.slice(0, 40)}"${didYouMean(name, known, "")}\nSee ${program} --help.`);
    return EXIT.FAULT;
  }
  const module = await load();
  const args = parseArguments(module.command, rest, program);
  if (!args.ok) {
    complain(`${args.error}\nSee ${program} ${name} --help.`);
    return EXIT.FAULT;
  }
  if (args.value.switches.has("help")) {
    out(helpOf(module.command, program));
    return EXIT.NOTHING_FOUND;
  }
  return module.run(args.value, machine);
}
