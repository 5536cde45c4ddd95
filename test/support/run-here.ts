/**
 * Runs a command as `runCli` does, but in the test's own process: most of a short run's time is starting a process and loading
 * the program. For tests that are not about the process; each command has at least one test that starts one.
 *
 * One run at a time: the working directory and the two outputs are the process's own.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import type { Machine } from "../../src/cli/command-module.ts";
import { commands } from "../../src/cli/commands.ts";
import { createReadingHere } from "../../src/cli/reading-here.ts";
import { readingTools } from "../../src/cli/reading-tools.ts";
import { run } from "../../src/cli/run.ts";
import type { CliRun } from "./run-cli.ts";

const STDOUT = 1;
const STDERR = 2;

const machine: Machine = {
  environment: new Map(),
  stdoutIsTerminal: false,
  stderrIsTerminal: false,
  columns: 100,
  cores: 1,
  askSecret: async () => null,
  startReading: (_, wish) => ({
    run: async (tasks, onBatch) => createReadingHere(await readingTools(wish), wish.mailbox).run(tasks, onBatch),
    close: async () => {},
  }),
  nowMs: () => performance.now(),
  today: () => new Date().toISOString(),
};

let running = false;

/** `environment` is all that the command sees of one. */
export async function runHere(
  words: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  if (running) throw new Error("one run at a time: await the one before");
  running = true;
  // Before the folder is changed: what starts workers remembers where it was loaded, and flags of this process may name files from there.
  await commands.get(words[0] ?? "")?.();
  const said = { stdout: "", stderr: "" };
  const before = process.cwd();
  const { writeSync } = fs;
  const take = (fd: number, ...rest: readonly unknown[]): number => {
    const [bytes] = rest;
    if ((fd !== STDOUT && fd !== STDERR) || !(bytes instanceof Uint8Array))
      return Reflect.apply(writeSync, fs, [fd, ...rest]);
    const text = Buffer.from(bytes).toString("utf8");
    if (fd === STDOUT) said.stdout += text;
    else said.stderr += text;
    return bytes.length;
  };
  Object.assign(fs, { writeSync: take });
  syncBuiltinESMExports();
  process.chdir(cwd);
  try {
    const code = await run(words, { ...machine, environment: new Map(Object.entries(environment)) });
    return { code, ...said };
  } finally {
    process.chdir(before);
    Object.assign(fs, { writeSync });
    syncBuiltinESMExports();
    running = false;
  }
}
