/** The list of commands, in the order of the help. */
import { answerCommand } from "./answer-command.ts";
import type { CommandModule } from "./command-module.ts";
import { demoCommand } from "./demo-command.ts";
import { campaignsCommand, loadsCommand, messagesCommand } from "./list-commands.ts";
import { peopleCommand } from "./people-command.ts";
import { reportCommand } from "./report-command.ts";
import { rulesCommand } from "./rules-command.ts";
import { scanCommand } from "./scan-command.ts";
import { showCommand } from "./show-command.ts";

export const commands: readonly CommandModule[] = [
  demoCommand,
  scanCommand,
  answerCommand,
  messagesCommand,
  campaignsCommand,
  peopleCommand,
  loadsCommand,
  showCommand,
  reportCommand,
  rulesCommand,
];
