/** What is said of people together: whom consent keeps out, what the chosen share, which addresses may be theirs, what logs could not tell. */
import type { PeopleNotes, ProposedAlias, SharedTrait } from "../case/roster.ts";
import { commandLine, type Invocation } from "./command-line.ts";
import { forTerminal } from "./printable.ts";
import { capitalised, counted, peopleCounted, withCommas } from "./wording.ts";

/** How sure a trait is no chance, in plain words; never a certainty. */
export function chanceWords({ chance }: Pick<SharedTrait, "chance">): string {
  if (chance < 0.001) return "very unlikely to be chance";
  if (chance < 0.01) return "unlikely to be chance";
  return "perhaps no chance";
}

/** `4 of the 5 reached are in the group "China delegation", where 6 of 40 are: unlikely to be chance (1 in 600, 12 traits tried)`. */
export function traitSentence(trait: SharedTrait): string {
  const { kind, name, reached, reachedWith, all, allWith, chance, tried } = trait;
  const whose = kind === "role" ? `have the role ${JSON.stringify(name)}` : `are in the group ${JSON.stringify(name)}`;
  const odds = chance <= 0 ? "" : `, 1 in ${withCommas(Math.max(1, Math.round(1 / Math.max(chance, 1e-9))))} by chance`;
  return `${reachedWith} of the ${reached} who were reached ${whose}, as do ${allWith} of all ${all} whose mail was read: ${chanceWords(trait)}${odds}, after ${counted(tried, "trait")} tried`;
}

/** No full stop; empty where nobody is left out. */
export function withheldSentence({ withheldPeople, withheldAddresses }: PeopleNotes): string {
  if (withheldPeople + withheldAddresses === 0) return "";
  const addresses = counted(withheldAddresses, "address", "addresses");
  const who = withheldPeople === 0 ? addresses : `${peopleCounted(withheldPeople)} of the roster`;
  const are = (withheldPeople === 0 ? withheldAddresses : withheldPeople) === 1 ? "is" : "are";
  const theirs = withheldPeople === 0 || withheldAddresses === 0 ? "" : `, with ${addresses}`;
  return `${who} ${are} left out${theirs}: relatives and private accounts are searched for and named only with recorded consent`;
}

export function aliasSentence({ address, like, reason, messages }: ProposedAlias): string {
  return `${address} may be the person of ${like}: ${reason} (${counted(messages, "message")}). Add it to the roster if it is`;
}

const TOGETHER_MAX = 3;

const NOTHING_SHARED = "No role and no group is shared by those reached more often than chance would have it";

/** What the chosen share, by the roster: sentences, or the one that says why nothing stands out. */
export function sharedByRoster({ traits, traitsNote }: PeopleNotes): readonly string[] {
  if (traits.length > 0) return traits.slice(0, TRAITS_MAX).map((trait) => `${aboutWhom(trait)}.`);
  return [`${capitalised(traitsNote === "" ? NOTHING_SHARED : traitsNote)}.`];
}

/** For the answer, sentences: who is left out for want of consent, and what those who were reached share. */
export function togetherSentences(notes: PeopleNotes | null): readonly string[] {
  if (notes === null) return [];
  const withheld = withheldSentence(notes);
  const shared = notes.traits.slice(0, TOGETHER_MAX).map(aboutWhom);
  return [...shared, ...(withheld === "" ? [] : [withheld])].map((sentence) => `${sentence}.`);
}

function aboutWhom(trait: SharedTrait): string {
  return `${trait.campaign === null ? "All together" : `Campaign ${trait.campaign}`}: ${traitSentence(trait)}`;
}

const NOTES_MAX = 12;
const TRAITS_MAX = 6;

/** Lines under the list of people; empty where there is nothing to say. */
export function peopleNotesLines(notes: PeopleNotes, invocation: Invocation = {}): readonly string[] {
  const { roster, traits, traitsNote, proposed, logNotes } = notes;
  const lines: string[] = [];
  const add = (text: string): void => {
    if (text !== "") lines.push(`${forTerminal(capitalised(text), 600)}.`);
  };
  if (roster !== null) add(`Roster: ${peopleCounted(roster.people)}, from ${roster.path}`);
  add(withheldSentence(notes));
  for (const trait of traits.slice(0, TRAITS_MAX)) {
    add(aboutWhom(trait));
  }
  if (roster !== null && traits.length === 0) {
    add(traitsNote === "" ? NOTHING_SHARED : traitsNote);
  }
  if (proposed.length > 0) {
    add(
      `${counted(proposed.length, "address", "addresses")} in the mail may be people of the roster too, and ${proposed.length === 1 ? "is" : "are"} not taken for theirs: ${commandLine("people --proposed", invocation)}`,
    );
  }
  for (const note of logNotes.slice(0, NOTES_MAX)) add(`Log ${note}`);
  if (logNotes.length > NOTES_MAX) add(`and ${logNotes.length - NOTES_MAX} more about logs`);
  return lines;
}
