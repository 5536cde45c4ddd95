/** Runs the program as a user does, in a process of its own, and gives what it said. */
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const noNetwork = new URL("./no-network.ts", import.meta.url).href;

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As the launcher has it: most of a short run's time is compiling, which is done once for all tests. */
const compiled = fileURLToPath(new URL("../../node_modules/.cache/letterlock-tests", import.meta.url));
/** As the environment is when a run begins: a test's server names its port in it. */
const cached = () => ({ ...process.env, NODE_COMPILE_CACHE: compiled });

const nodeFlags = ["--disable-warning=ExperimentalWarning", "--import", noNetwork, main];

export function runCli(words: readonly string[], cwd: string): CliRun {
  const options = { cwd, env: cached(), encoding: "utf8", maxBuffer: 1 << 28 } as const;
  const run = spawnSync(process.execPath, [...nodeFlags, ...words], options);
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** `runCli` without holding the test up: for a server that the test runs itself. `environment` comes on top of the test's own. */
export function startCli(
  words: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  const env = { ...cached(), ...environment };
  const child = spawn(process.execPath, [...nodeFlags, ...words], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...said })));
}

/** Runs the program with its standard output into a shell command; the code is the program's own. */
export function runCliInto(reader: string, words: readonly string[], cwd: string): CliRun {
  const script = `{ "$@"; echo "exit $?" >&2; } | ${reader}`;
  const run = spawnSync("sh", ["-c", script, "sh", process.execPath, ...nodeFlags, ...words], {
    cwd,
    env: cached(),
    encoding: "utf8",
  });
  const code = /^exit (\d+)$/m.exec(run.stderr)?.[1];
  return { code: code === undefined ? null : Number(code), stdout: run.stdout, stderr: run.stderr };
}

/** Starts the program and kills it the hard way as soon as `when` is true of what the case folder shows. */
export async function runAndKill(words: readonly string[], cwd: string, when: () => boolean): Promise<boolean> {
  const child = spawn(process.execPath, [...nodeFlags, ...words], { cwd, env: cached(), stdio: "ignore" });
  const ended = new Promise<boolean>((resolve) => child.on("exit", (code) => resolve(code === null)));
  const watch = setInterval(() => {
    if (when()) child.kill("SIGKILL");
  }, 5);
  const killed = await ended;
  clearInterval(watch);
  return killed;
}
