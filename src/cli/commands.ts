/** The list of commands, in the order of the help. */
import { answerCommand } from "./answer-command.ts";
import type { CommandModule } from "./command-module.ts";
import { demoCommand } from "./demo-command.ts";
import { campaignsCommand, loadsCommand, messagesCommand, peopleCommand } from "./list-commands.ts";
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
  // What rules may name is not known here yet: the model of messages is handed in by whoever wires it.
  rulesCommand(async () => {
    const [{ mailSchema }, { patternError }] = await Promise.all([
      import("../mdm/schema.ts"),
      import("../mql/patterns.ts"),
    ]);
    return { schema: mailSchema, problemOf: patternError };
  }),
];
