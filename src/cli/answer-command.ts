/** `answer`: the answer again, from the index. */
import { answerOf, type FullAnswer } from "../pipeline/answer.ts";
import { answerText } from "../report/answer-text.ts";
import { descriptionBriefJson } from "../report/description-json.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { CommandModule, Machine } from "./command-module.ts";
import type { Arguments } from "./flags.ts";
import { invocationOf } from "./invocation.ts";
import { EXIT, type ExitCode, OutputClosed, out, outJson } from "./output.ts";
import { PEOPLE_FLAGS, refreshPeople } from "./people-files.ts";
import { whatShips } from "./what-ships.ts";

export const answerCommand: CommandModule = {
  command: {
    name: "answer",
    operands: "",
    arity: [0, 0],
    summary: "the answer again, from the case",
    about: ["Were we among them, who, since when, how sure: from the case, without reading the mail again."],
    flags: PEOPLE_FLAGS,
  },
  async run(args, machine) {
    const folder = caseFolder(args, machine);
    const fault = await refreshPeople(folder, args, machine);
    if (fault !== null) return fault;
    return withCase(folder, "read", async (store) => {
      const started = machine.nowMs();
      const full = await answerOf(store, machine.nowMs() - started, { shippedRecord: whatShips });
      return printAnswer(full, args, machine);
    });
  },
};

/** Prints the answer and gives its exit code, also when nobody reads it any more (`… | head`). */
export function printAnswer(full: FullAnswer, args: Arguments, machine: Machine): ExitCode {
  try {
    if (args.switches.has("json")) outJson({ ...full.answer, descriptions: describedJson(full) });
    else out(answerText(full, { ...terminalOf(machine), ...invocationOf(args, machine) }));
  } catch (closed) {
    if (!(closed instanceof OutputClosed && closed.isReaderGone)) throw closed;
  }
  const { hostile, suspicious } = full.answer.verdicts;
  // What is sent to anybody makes no answer, but it was found.
  if (full.answer.answer !== "no" || hostile + suspicious > 0) return EXIT.FOUND;
  return full.answer.conclusive ? EXIT.NOTHING_FOUND : EXIT.FAULT;
}

/** Of each campaign and loose message that was compared with a document. */
function describedJson({ descriptions, campaigns }: FullAnswer): readonly unknown[] {
  const ids = new Set(campaigns.map(({ id }) => id));
  return [...descriptions].flatMap(([id, all]) =>
    all.map((one) => ({
      campaign: ids.has(id) ? id : null,
      message: ids.has(id) ? null : id,
      ...descriptionBriefJson(one),
    })),
  );
}

/** Colour and width for texts on standard output (NO_COLOR is honoured). */
export function terminalOf(machine: Machine): { readonly color: boolean; readonly width: number } {
  return {
    color: machine.stdoutIsTerminal && (machine.environment.get("NO_COLOR") ?? "") === "",
    width: machine.stdoutIsTerminal ? machine.columns : 100,
  };
}
