/** Advice on a terminal: what to do first, in order; official and own advice apart; what the advice does not know. */
import type { ChosenAdvice } from "../advice/choose.ts";
import { triggersOf } from "../advice/choose.ts";
import type { Advice } from "../advice/entry.ts";
import type { Situation } from "../advice/situation.ts";
import type { Person } from "../case/judgement.ts";
import { becauseWords, minutesWords, NO_FAULT, sourceWords } from "./advice-words.ts";
import { block, bullet, firstOf, quoted } from "./detail-text.ts";
import { disclosureOf, howFar, levelWords } from "./exposure-words.ts";
import { wrapped } from "./terminal.ts";
import { peopleCounted } from "./wording.ts";

const WIDTH = 96;
const PEOPLE_MAX = 40;

/** As `pipeline/advise.ts` makes it. */
export interface AdviceView {
  readonly situation: Situation;
  readonly chosen: ChosenAdvice;
}

export interface PersonAdviceView extends AdviceView {
  readonly person: Person;
}

export interface CaseAdviceView {
  readonly organisation: AdviceView;
  readonly it: AdviceView;
  readonly people: readonly PersonAdviceView[];
}

/** For the organisation; names people only by what `advice --person` takes. Ends with a line end. */
export function adviceText({ organisation, it, people }: CaseAdviceView): string {
  const isNothing = organisation.situation.findings.has("NONE");
  return page([
    ...(isNothing ? [] : [NO_FAULT, ""]),
    ...adviceLines("For the organisation", organisation),
    ...(isNothing ? [] : adviceLines("For the IT team", beside(it, organisation))),
    ...block(
      people.length === 0 ? "" : `For each of ${peopleCounted(people.length)}, to be told in private`,
      firstOf(people, PEOPLE_MAX, ({ person }) =>
        bullet(
          `${quoted(person.name || person.addresses[0] || person.id, 80)}: ${levelWords(person.exposure.level).name}. advice --person ${quoted(person.id, 40)}`,
        ),
      ),
    ),
    ...unknownLines(organisation),
  ]);
}

/** Without what was told to the organisation already; its own first actions stand whole, in their order. */
function beside(it: AdviceView, { chosen: { first, further } }: AdviceView): AdviceView {
  const told = new Set([...first, ...further].map(({ action }) => action));
  return { ...it, chosen: { ...it.chosen, further: it.chosen.further.filter(({ action }) => !told.has(action)) } };
}

/** For one person: only that person's matters. Ends with a line end. */
export function personAdviceText({ person, ...view }: PersonAdviceView): string {
  const { disclosed, notDisclosed } = disclosureOf(person.exposure);
  return page([
    `For ${quoted(person.name || person.addresses[0] || person.id, 120)}`,
    "",
    ...wrapped(NO_FAULT, WIDTH, ""),
    ...block("How far it got, as far as the mail shows", bullet(`${howFar(person.exposure)}.`)),
    ...block(
      "What the sender may have learned",
      disclosed.flatMap((sentence) => bullet(sentence)),
    ),
    ...block(
      "What this did not give away",
      notDisclosed.flatMap((sentence) => bullet(sentence)),
    ),
    ...adviceLines("What to do", view),
    ...unknownLines(view),
  ]);
}

function adviceLines(heading: string, { chosen, situation }: AdviceView): readonly string[] {
  const official = chosen.further.filter(({ kind }) => kind === "official");
  const own = chosen.further.filter(({ kind }) => kind === "own");
  return [
    ...block(
      `${heading}: first, in this order`,
      chosen.first.flatMap((advice, index) => entryLines(advice, situation, `${index + 1}.`)),
    ),
    ...block(
      "Then, what others advise",
      official.flatMap((advice) => entryLines(advice, situation, "-")),
    ),
    ...block(
      "Then, our own advice",
      own.flatMap((advice) => entryLines(advice, situation, "-")),
    ),
  ];
}

function entryLines(advice: Advice, situation: Situation, mark: string): readonly string[] {
  const minutes = minutesWords(advice);
  const indent = " ".repeat(mark.length + 3);
  return [
    ...wrapped(`${advice.action}${minutes === "" ? "" : ` (${minutes})`}`, WIDTH, indent, `  ${mark} `),
    ...wrapped(sourceWords(advice) + becauseWords(triggersOf(advice, situation)), WIDTH, `${indent}  `, `${indent}`),
  ];
}

function unknownLines({ chosen }: AdviceView): readonly string[] {
  return block(
    "What this advice does not know",
    chosen.unknown.flatMap((sentence) => bullet(sentence)),
  );
}

function page(lines: readonly string[]): string {
  return `${lines.join("\n").replace(/^\n+/, "")}\n`;
}
