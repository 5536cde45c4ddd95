/** The list of commands, in the order of the help. Each is loaded when it is asked for, since together they are most of the program. */
import type { CommandModule } from "./command-module.ts";

/** By name. */
export const commands: ReadonlyMap<string, () => Promise<CommandModule>> = new Map([
  ["demo", async () => (await import("./demo-command.ts")).demoCommand],
  ["scan", async () => (await import("./scan-command.ts")).scanCommand],
  ["answer", async () => (await import("./answer-command.ts")).answerCommand],
  ["hunt", async () => (await import("./hunt-command.ts")).huntCommand],
  ["intel", async () => (await import("./intel-command.ts")).intelCommand],
  ["messages", async () => (await import("./list-commands.ts")).messagesCommand],
  ["campaigns", async () => (await import("./campaigns-command.ts")).campaignsCommand],
  ["people", async () => (await import("./people-command.ts")).peopleCommand],
  ["loads", async () => (await import("./list-commands.ts")).loadsCommand],
  ["show", async () => (await import("./show-command.ts")).showCommand],
  ["advice", async () => (await import("./advice-command.ts")).adviceCommand],
  ["report", async () => (await import("./report-command.ts")).reportCommand],
  ["rules", async () => (await import("./rules-command.ts")).rulesCommand],
]);

export async function allCommands(): Promise<readonly CommandModule[]> {
  return Promise.all([...commands.values()].map((load) => load()));
}
