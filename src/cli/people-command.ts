/** `people`: whom mail of interest reached and what it gave away; addresses that may be theirs; what they have in common. */
import { NO_PEOPLE_NOTES, type PeopleNotes } from "../case/roster.ts";
import type { CaseStore } from "../ports/store.ts";
import { personJson } from "../report/json.ts";
import { listFooter, personHeading, personRow } from "../report/list-text.ts";
import { aliasSentence, peopleNotesLines } from "../report/people-notes-text.ts";
import { forTerminal } from "../report/printable.ts";
import { terminalOf } from "./answer-command.ts";
import { caseFolder, withCase } from "./case-folder.ts";
import type { CommandModule, Machine } from "./command-module.ts";
import type { Arguments } from "./flags.ts";
import { invocationOf } from "./invocation.ts";
import { EXIT, type ExitCode, out, outJson } from "./output.ts";
import { PEOPLE_FLAGS, refreshPeople } from "./people-files.ts";

export const peopleCommand: CommandModule = {
  command: {
    name: "people",
    operands: "",
    arity: [0, 0],
    summary: "list people and what was disclosed about them",
    about: [
      "Lists the owners and everybody a message of interest reached, most exposed first. With a roster, all addresses of a",
      "person are one. A roster or log that is new, or a roster that was edited, makes the mail be judged again; it is",
      "not read again.",
    ],
    flags: [
      {
        name: "proposed",
        value: null,
        help: "addresses in the mail that may be people of the roster, with the reason",
      },
      {
        name: "summary",
        value: null,
        help: "what is said of all together: consent, what they share, what logs could not tell",
      },
      ...PEOPLE_FLAGS,
    ],
  },
  async run(args, machine) {
    const folder = caseFolder(args, machine);
    const fault = await refreshPeople(folder, args, machine);
    if (fault !== null) return fault;
    return withCase(folder, "read", (store) => listPeople(store, args, machine));
  },
};

async function listPeople(store: CaseStore, args: Arguments, machine: Machine): Promise<ExitCode> {
  const notes = (await store.peopleNotes()) ?? NO_PEOPLE_NOTES;
  const asJson = args.switches.has("json");
  if (args.switches.has("proposed")) return listProposed(notes, asJson);
  if (args.switches.has("summary")) {
    if (asJson) outJson(notes);
    else for (const line of peopleNotesLines(notes, invocationOf(args, machine))) out(line);
    return EXIT.NOTHING_FOUND;
  }
  const people = await store.people();
  if (asJson) {
    for (const person of people) {
      const proposed = notes.proposed.filter((alias) => alias.person === person.id);
      outJson({ ...personJson(person), proposed: proposed.map(({ person: _, ...alias }) => alias) });
    }
    return EXIT.NOTHING_FOUND;
  }
  if (people.length > 0) out(personHeading(terminalOf(machine)));
  for (const person of people) out(personRow(person, terminalOf(machine)));
  out(listFooter(people.length));
  for (const line of peopleNotesLines(notes, invocationOf(args, machine))) out(line);
  return EXIT.NOTHING_FOUND;
}

function listProposed({ proposed }: PeopleNotes, asJson: boolean): ExitCode {
  for (const alias of proposed) {
    if (asJson) outJson(alias);
    else out(`${forTerminal(aliasSentence(alias), 600)}.`);
  }
  if (!asJson) out(listFooter(proposed.length));
  return EXIT.NOTHING_FOUND;
}
