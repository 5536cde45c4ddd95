/** The list of commands, in the order of the help. */
import { adviceCommand } from "./advice-command.ts";
import { answerCommand } from "./answer-command.ts";
import { campaignsCommand } from "./campaigns-command.ts";
import type { CommandModule } from "./command-module.ts";
import { demoCommand } from "./demo-command.ts";
import { huntCommand } from "./hunt-command.ts";
import { intelCommand } from "./intel-command.ts";
import { loadsCommand, messagesCommand } from "./list-commands.ts";
import { peopleCommand } from "./people-command.ts";
import { reportCommand } from "./report-command.ts";
import { rulesCommand } from "./rules-command.ts";
import { scanCommand } from "./scan-command.ts";
import { showCommand } from "./show-command.ts";

export const commands: readonly CommandModule[] = [
  demoCommand,
  scanCommand,
  answerCommand,
  huntCommand,
  intelCommand,
  messagesCommand,
  campaignsCommand,
  peopleCommand,
  loadsCommand,
  showCommand,
  adviceCommand,
  reportCommand,
  rulesCommand,
];
