/** Contenders of a bench: each alone in a fresh process on one core, as the launcher starts the program. Its report is the JSON that it prints. */
import { spawnSync } from "node:child_process";

/** Options of the engine that the launcher gives: compiling is a good part of a first pass. */
const AS_LAUNCHED = [
  "--disable-warning=ExperimentalWarning",
  "--max-semi-space-size=8",
  "--max-inlined-bytecode-size-cumulative=300",
  "--invocation-count-for-turbofan=30000",
];

/** `script` and its words, the first of which names the contender. */
export function runOnOneCore(script: string, words: readonly string[]): unknown {
  const hasTaskset = spawnSync("taskset", ["--version"]).status === 0;
  const command = [process.execPath, ...AS_LAUNCHED, script, ...words];
  const [file = "", ...args] = hasTaskset ? ["taskset", "-c", "0", ...command] : command;
  const { status, stdout, stderr } = spawnSync(file, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${words[0]}: exit ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A row of a table: its title, then cells of one width. */
export function print(cells: readonly (string | number)[]): void {
  const [title = "", ...rest] = cells;
  console.log(String(title).padEnd(36) + rest.map((cell) => String(cell).padStart(12)).join(""));
}
