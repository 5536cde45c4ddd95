/** `advice`: what to do, for the organisation and for each person. */
import type { Self } from "../advice/situation.ts";
import { SELVES } from "../advice/situation.ts";
import { type Asked, adviceOf } from "../pipeline/advise.ts";
import { adviceJson } from "../report/advice-json.ts";
import { adviceText, personAdviceText } from "../report/advice-text.ts";
import { commandLine } from "../report/command-line.ts";
import { forTerminal } from "../report/printable.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { CommandModule } from "./command-module.ts";
import type { Arguments, Flag } from "./flags.ts";
import { invocationOf } from "./invocation.ts";
import { complain, EXIT, out, outJson } from "./output.ts";
import { refreshPeople } from "./people-files.ts";

/** Whose advice: for `advice` and `report`. */
export const ADVICE_FLAGS: readonly Flag[] = [
  { name: "country", value: "CODE", help: "whose authorities' advice, two letters: GB, US … (UK is taken for GB)" },
  { name: "self", value: "WORD", repeats: true, choices: SELVES, help: "who you are, for help that is only for some" },
];

/** What the flags say, or a sentence that says what is wrong. */
export function askedOf({ values }: Arguments): Asked | string {
  const code = values.get("country")?.[0]?.toUpperCase() ?? null;
  if (code !== null && !/^[A-Z]{2}$/.test(code)) return "--country takes a code of two letters, for example GB";
  return { country: code === "UK" ? "GB" : code, self: new Set((values.get("self") ?? []) as readonly Self[]) };
}

export const adviceCommand: CommandModule = {
  command: {
    name: "advice",
    operands: "",
    arity: [0, 0],
    summary: "what to do, for the organisation and for each person",
    about: [
      "At most five actions first, in order, then the rest. Official advice names its source and the day it was read; our own",
      "says that it is ours. With --person only that person's matters, to hand over in private.",
    ],
    flags: [
      { name: "person", value: "ID", help: "only for this person (p-…, see people) or address" },
      ...ADVICE_FLAGS,
    ],
  },
  run: async (args, machine) => {
    const folder = caseFolder(args, machine);
    const fault = await refreshPeople(folder, args, machine);
    if (fault !== null) return fault;
    return withCase(folder, "read", async (store) => {
      const asked = askedOf(args);
      if (typeof asked === "string") {
        complain(asked);
        return EXIT.FAULT;
      }
      const advice = await adviceOf(store, asked);
      const wanted = args.values.get("person")?.[0];
      const person = advice.people.find(
        ({ person: one }) => one.id === wanted || one.addresses.includes(wanted?.toLowerCase() ?? ""),
      );
      if (wanted !== undefined && person === undefined) {
        complain(
          `no message of interest reached ${forTerminal(wanted).slice(0, 80)}, or nobody is known by that. Ids are listed by ${commandLine("people", invocationOf(args, machine))}.`,
        );
        return EXIT.FAULT;
      }
      if (args.switches.has("json")) outJson(adviceJson(advice, person?.person.id ?? null));
      else out(person === undefined ? adviceText(advice) : personAdviceText(person));
      return EXIT.NOTHING_FOUND;
    });
  },
};
