/** Entry of the program: finds the command, gives it the machine, ends with its exit code. */
import { availableParallelism } from "node:os";
import { askSecret } from "./ask-secret.ts";
import type { Machine } from "./command-module.ts";
import { commands } from "./commands.ts";
import { didYouMean, helpOf, overviewOf, parseArguments } from "./flags.ts";
import { complain, EXIT, type ExitCode, OutputClosed, out } from "./output.ts";
import { VERSION } from "./version.ts";

async function main(words: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    out(overviewOf(commands.map(({ command }) => command)));
    return name === undefined ? EXIT.FAULT : EXIT.NOTHING_FOUND;
  }
  if (name === "--version") {
    out(`letterlock ${VERSION}`);
    return EXIT.NOTHING_FOUND;
  }
  const module = commands.find(({ command }) => command.name === name);
  if (module === undefined) {
    const known = commands.map(({ command }) => command.name);
    complain(`there is no command "${name.slice(0, 40)}"${didYouMean(name, known, "")}. See letterlock --help.`);
    return EXIT.FAULT;
  }
  const args = parseArguments(module.command, rest);
  if (!args.ok) {
    complain(`${args.error}\nSee letterlock ${name} --help.`);
    return EXIT.FAULT;
  }
  if (args.value.switches.has("help")) {
    out(helpOf(module.command));
    return EXIT.NOTHING_FOUND;
  }
  return module.run(args.value, thisMachine());
}

function thisMachine(): Machine {
  const environment = new Map(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return {
    environment,
    stdoutIsTerminal: process.stdout.isTTY === true,
    stderrIsTerminal: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 100,
    cores: availableParallelism(),
    askSecret: (question) => askSecret(question, process.stdin),
    nowMs: () => performance.now(),
    today: () => new Date().toISOString(),
  };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  process.exitCode = EXIT.FAULT;
  if (!(fault instanceof OutputClosed)) {
    const trace = String((fault as Error)?.stack ?? fault);
    complain(
      `a fault of ours, not of your mail; what was read before is kept in the case. Please report this.\n${trace}`,
    );
  } else if (fault.isReaderGone) process.exitCode = EXIT.NOTHING_FOUND;
  else
    complain(`the output could not be written (${fault.message}). The case itself is complete; run the command again.`);
}
