/** Entry of the program: the machine as it is, and the exit code for it. */
import { availableParallelism } from "node:os";
import { createPool } from "../queue/local/pool.ts";
import { askSecret } from "./ask-secret.ts";
import type { Machine } from "./command-module.ts";
import type { ReadingWish } from "./reading-tools.ts";
import { run } from "./run.ts";

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
    startReading,
    nowMs: () => performance.now(),
    today: () => new Date().toISOString(),
  };
}

/** Worker threads, so that a message that hangs can be ended. */
function startReading(workers: number, wish: ReadingWish) {
  return createPool({ workers, entry: new URL("./reading-worker.ts", import.meta.url), data: { ...wish } });
}

process.exitCode = await run(process.argv.slice(2), thisMachine());
