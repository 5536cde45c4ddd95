/**
 * The answer on a terminal (DESIGN 1): what was read, yes, possible or no, the campaigns with their facts, what was not
 * covered, what to do next. Every string of a case goes through `forTerminal`.
 */
import type { Assessment } from "../assessment/assess.ts";
import type { Answer, NotCovered } from "../case/answer.ts";
import type { Description } from "../case/hunting-profile.ts";
import type { Campaign, Exposure, Person } from "../case/judgement.ts";
import type { PeopleNotes } from "../case/roster.ts";
import type { StoredMessage } from "../ports/store.ts";
import {
  agreedSentence,
  answerSentence,
  commercialSentence,
  copyWouldSettle,
  coverageSentence,
  crimeSentence,
  foundSentence,
  KEEP_THE_MAIL,
  moreMayFollow,
  NOT_FOUND_IS_NOT_NOT_TARGETED,
  NOT_SEARCHED,
  notCoveredParts,
  type Outcome,
  outcomeLabel,
  outcomeOf,
  ownerSentence,
  searchedSentences,
  WOULD_SETTLE,
  warningSureness,
  warningsSentence,
  warningTitle,
} from "./answer-words.ts";
import { assessmentFacts } from "./assessment-text.ts";
import { commandLine } from "./command-line.ts";
import { defangText } from "./defang.ts";
import { descriptionFacts } from "./description-words.ts";
import { displayWidth } from "./display-width.ts";
import { learnedInShort } from "./exposure-short.ts";
import { disclosedVerb, exposureIn, levelWords } from "./exposure-words.ts";
import { mailboxOf } from "./labels.ts";
import { togetherSentences } from "./people-notes-text.ts";
import { forTerminal } from "./printable.ts";
import { ruleGapSentences } from "./rule-words.ts";
import { type Ink, inked, readingWidth, type TerminalOptions, wrapped } from "./terminal.ts";
import { counted, dayOf, messagesCounted, peopleCounted, periodOfInstants, withCommas } from "./wording.ts";

/** Campaigns, facts of one and uncovered paths that are shown here; the report has the rest. */
const CAMPAIGNS_MAX = 8;
const FACTS_MAX = 6;
const NOT_COVERED_MAX = 5;
const LOOSE_MAX = 8;
const LOOSE_REASONS_MAX = 2;
const WARNINGS_MAX = 3;
const ID_DIGITS = 12;
const MARGIN = "  ";

export interface AnswerInput {
  readonly answer: Answer;
  readonly campaigns: readonly Campaign[];
  readonly people: readonly Person[];
  /** Messages of interest that are in no campaign, hostile first; eight are shown. */
  readonly loose?: readonly StoredMessage[];
  /** By campaign; absent where none were weighed. */
  readonly assessments?: ReadonlyMap<string, Assessment>;
  /** By campaign and loose message; absent where no document describes anything. */
  readonly descriptions?: ReadonlyMap<string, readonly Description[]>;
  /** Absent where nothing was said of people together. */
  readonly notes?: PeopleNotes | null;
}

/** Ends with a line end. Lines are at most `options.width` columns, but for words that are longer. */
export function answerText(input: AnswerInput, options: TerminalOptions): string {
  const page = { ...options, width: readingWidth(options.width) };
  const outcome = outcomeOf(input.answer);
  const crime = crimeSentence(input.answer);
  const agreed = agreedSentence(input.answer);
  const blocks = [
    coverageLines(input.answer, page),
    headline(input.answer, outcome, page),
    ...(outcome === "yes" || outcome === "possible" ? foundBlocks(input, outcome, page) : []),
    ...(outcome === "no" ? [notFoundLines(input.answer, page)] : []),
    warningLines(input.answer, page),
    [
      ...(crime === null ? [] : paragraph(crime, page)),
      ...(agreed === null ? [] : paragraph(agreed, page)),
      ...(isNoAnswer(outcome) ? [] : paragraph(commercialSentence(input.answer), page)),
      ...ruleGapSentences(input.answer.coverage).flatMap((sentence) => paragraph(sentence, page)),
      ...notCoveredLines(input.answer.coverage.notCovered, page),
    ],
    nextLines(outcome, input, page),
  ];
  return `\n${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n")}\n`;
}

function coverageLines(answer: Answer, page: TerminalOptions): readonly string[] {
  const owner = ownerSentence(answer);
  return [
    ...paragraph(coverageSentence(answer, "in the report"), page),
    ...(owner === null ? [] : paragraph(owner, page).map((line) => inked(line, "dim", page))),
  ];
}

/** Nothing may be said about what was not found. */
function isNoAnswer(outcome: Outcome): boolean {
  return outcome === "none" || outcome === "unfinished";
}

const INKS: Readonly<Record<Outcome, Ink>> = {
  yes: "red",
  possible: "yellow",
  no: "green",
  unfinished: "yellow",
  none: "yellow",
};

function headline(answer: Answer, outcome: Outcome, page: TerminalOptions): readonly string[] {
  const label = `${outcomeLabel(outcome)}:`;
  const lines = paragraph(`${label} ${answerSentence(answer)}`, page);
  return lines.map((line, index) =>
    index === 0
      ? MARGIN + inked(label, INKS[outcome], page) + inked(line.slice(MARGIN.length + label.length), "bold", page)
      : inked(line, "bold", page),
  );
}

function foundBlocks(input: AnswerInput, outcome: Outcome, page: TerminalOptions): readonly (readonly string[])[] {
  const left = input.campaigns.length - CAMPAIGNS_MAX;
  const found = foundSentence(input.answer);
  const more = moreMayFollow(input.answer);
  const loose = input.loose ?? [];
  return [
    ...(more === null ? [] : [paragraph(more, page)]),
    ...input.campaigns.slice(0, CAMPAIGNS_MAX).map((campaign) => campaignLines(campaign, input, page)),
    ...(left > 0
      ? [paragraph(`And ${withCommas(left)} more ${left === 1 ? "campaign" : "campaigns"}, in the report.`, page)]
      : []),
    ...loose.slice(0, LOOSE_MAX).map((stored) => looseLines(stored, input, page)),
    ...looseLeftLines(input, loose, page),
    [
      ...(found === null ? [] : paragraph(found, page)),
      ...togetherSentences(input.notes ?? null).flatMap((sentence) => paragraph(sentence, page)),
      ...(outcome === "possible" && copyWouldSettle(input.campaigns, loose) ? paragraph(WOULD_SETTLE, page) : []),
      ...paragraph(KEEP_THE_MAIL, page),
    ],
  ];
}

function campaignLines(
  campaign: Campaign,
  { people, assessments, descriptions }: AnswerInput,
  page: TerminalOptions,
): readonly string[] {
  const id = forTerminal(campaign.id, 24);
  const head = headLines(`${MARGIN}${id}  `, shown(campaign.title, 100), campaignExtent(campaign), page);
  const reached = new Set(campaign.people);
  const facts = [
    ...campaign.facts.slice(0, FACTS_MAX).map((fact) => shown(fact)),
    ...(campaign.facts.length > FACTS_MAX
      ? [`and ${counted(campaign.facts.length - FACTS_MAX, "more fact")}, in the report`]
      : []),
    ...exposureFacts(people.filter(({ id: person }) => reached.has(person)).map((one) => exposureIn(one, campaign.id))),
    ...assessmentFacts(assessments?.get(campaign.id)).map((fact) => shown(fact)),
    ...descriptionFacts(descriptions?.get(campaign.id)),
  ];
  return itemLines(id, head, facts, page);
}

/** `start` holds the id. The extent, which may be empty, goes to the title's line where there is room. */
function headLines(start: string, title: string, extent: string, page: TerminalOptions): readonly string[] {
  const indent = " ".repeat(displayWidth(start));
  const gap = page.width - displayWidth(start + title + extent);
  if (extent === "") return wrapped(title, page.width, indent, start);
  if (gap >= 4) return [`${start}${title}${" ".repeat(Math.min(gap, 6))}${extent}`];
  return [...wrapped(title, page.width, indent, start), ...wrapped(extent, page.width, indent)];
}

function itemLines(id: string, head: readonly string[], facts: readonly string[], page: TerminalOptions): string[] {
  const indent = " ".repeat(MARGIN.length + displayWidth(id) + 2);
  return [
    ...head.map((line, index) => (index === 0 ? line.replace(id, () => inked(id, "bold", page)) : line)),
    ...facts.flatMap((fact) => wrapped(fact, page.width, `${indent}  `, indent)),
  ];
}

/** A message of interest that is in no campaign: what it is, from whom, and why. */
function looseLines(
  { record, judgement }: StoredMessage,
  { descriptions }: AnswerInput,
  page: TerminalOptions,
): readonly string[] {
  const id = forTerminal(record.sha256.slice(0, ID_DIGITS), ID_DIGITS);
  const finding = judgement?.findings[0];
  const from = record.claims.from[0];
  const extent = `${judgement === null ? "" : `${judgement.verdict}, `}${dayOf(record.date)}`;
  const title = shown(finding?.title ?? "A message of interest", 100);
  const facts = [
    `from ${from === undefined ? "(no sender)" : shown(mailboxOf(from), 100)}`,
    `subject: ${record.subject === "" ? "(none)" : shown(record.subject, 80)}`,
    ...(finding?.reasons.slice(0, LOOSE_REASONS_MAX).map((reason) => shown(reason)) ?? []),
    ...descriptionFacts(descriptions?.get(record.sha256)),
  ];
  return itemLines(id, headLines(`${MARGIN}${id}  `, title, extent, page), facts, page);
}

/** Fewer than the caller looks up are all there are; else the rest is what no campaign counts. */
function looseLeftLines(
  { answer, campaigns }: AnswerInput,
  loose: readonly StoredMessage[],
  page: TerminalOptions,
): readonly (readonly string[])[] {
  if (loose.length < LOOSE_MAX) return [];
  const inCampaigns = campaigns.reduce((sum, { messages }) => sum + messages.length, 0);
  const left = answer.targeted.hostile + answer.targeted.suspicious - inCampaigns - LOOSE_MAX;
  if (left <= 0) return [];
  return [paragraph(`And ${counted(left, "more message", "more messages")} in no campaign, in the report.`, page)];
}

/** `17 messages to 3 people, 2021-01-19 to 2021-02-04`. */
export function campaignExtent(campaign: Campaign): string {
  const period = periodOfInstants(campaign.first, campaign.last);
  const reached = campaign.people.length > 0 ? ` to ${peopleCounted(campaign.people.length)}` : "";
  return `${messagesCounted(campaign.messages.length)}${reached}${period === "" ? "" : `, ${period}`}`;
}

const SURE = { possible: 0, probable: 1, confirmed: 2 } as const;

/** A line for each level, highest first; what gave nothing away is one line. */
function exposureFacts(exposures: readonly Exposure[]): readonly string[] {
  const telling = exposures.filter(({ level }) => levelWords(level).learned !== null);
  const levels = Map.groupBy(telling, ({ level }) => level);
  const quiet = exposures.length - telling.length;
  return [
    ...[...levels].sort(([a], [b]) => b - a).map(([level, all]) => exposureFact(level, all)),
    ...(quiet === 0 ? [] : [quietFact(exposures, telling.length > 0)]),
  ];
}

/** `opened by 7 people: location, network and device were probably disclosed for 5 of them (level 4 of 6, probable 5, possible 2)`. */
function exposureFact(level: Exposure["level"], all: readonly Exposure[]): string {
  const { happened, learned } = levelWords(level);
  const counts = [...Map.groupBy(all, ({ likelihood }) => likelihood)].sort(([a], [b]) => SURE[b] - SURE[a]);
  const [[surest] = ["possible" as const]] = counts;
  const words =
    counts.length === 1 ? surest : counts.map(([likelihood, those]) => `${those.length} ${likelihood}`).join(", ");
  const scale = `(level ${level} of 6, ${words})`;
  if (learned === null) return `${happened(all.length)} ${scale}`;
  const byEvidence = learnedInShort(all);
  if (byEvidence !== null) return `${happened(all.length)}: ${byEvidence} ${scale}`;
  // Said as the least sure of them allows.
  const least = counts.at(-1)?.[0] ?? surest;
  return `${happened(all.length)}: ${learned.what} ${disclosedVerb(least, learned.verb)} ${scale}`;
}

function quietFact(exposures: readonly Exposure[], isRest: boolean): string {
  const quiet = exposures.filter(({ level }) => levelWords(level).learned === null);
  const blocked = quiet.filter(({ level }) => level === 2).length;
  const who = `${withCommas(quiet.length)} ${isRest ? "more " : ""}${quiet.length === 1 ? "person" : "people"}`;
  if (blocked === quiet.length) return `${who}: opened, remote content blocked (level 2 of 6)`;
  if (blocked === 0) return `${who}: no sign of opening (level 1 of 6 or lower)`;
  return `${who}: opened with remote content blocked, or no sign of opening (level 2 of 6 or lower)`;
}

/** Warnings of providers about state attackers: apart from the answer. */
function warningLines(answer: Answer, page: TerminalOptions): readonly string[] {
  const sentence = warningsSentence(answer);
  if (sentence === null) return [];
  const { total, listed } = answer.attackerWarnings;
  const left = total - Math.min(listed.length, WARNINGS_MAX);
  return [
    ...paragraph(sentence, page),
    ...listed.slice(0, WARNINGS_MAX).flatMap((warning) => {
      const id = forTerminal(warning.sha256.slice(0, ID_DIGITS), ID_DIGITS);
      const head = headLines(`${MARGIN}${id}  `, shown(warningTitle(warning)), "", page);
      return itemLines(id, head, [shown(warningSureness(warning))], page);
    }),
    ...(left > 0 ? [`${MARGIN}And ${withCommas(left)} more, in the report.`] : []),
  ];
}

function notFoundLines(answer: Answer, page: TerminalOptions): readonly string[] {
  return [
    ...[...searchedSentences(answer), NOT_SEARCHED].flatMap((sentence) => paragraph(sentence, page)),
    ...paragraph(NOT_FOUND_IS_NOT_NOT_TARGETED, page).map((line) => inked(line, "bold", page)),
  ];
}

function notCoveredLines(items: readonly NotCovered[], page: TerminalOptions): readonly string[] {
  if (items.length === 0) return [];
  const left = items.length - NOT_COVERED_MAX;
  return [
    `${MARGIN}Not covered:`,
    ...items
      .slice(0, NOT_COVERED_MAX)
      .flatMap((item) => wrapped(notCoveredText(item), page.width, `${MARGIN}    `, `${MARGIN}  `)),
    ...(left > 0 ? [`${MARGIN}  and ${withCommas(left)} more, in the report`] : []),
  ];
}

function notCoveredText(item: NotCovered): string {
  const { path, text } = notCoveredParts(item);
  return path === null ? shown(text) : `${shown(path, 120)}: ${shown(text)}`;
}

function nextLines(outcome: Outcome, input: AnswerInput, page: TerminalOptions): readonly string[] {
  const steps = nextSteps(outcome, input).map(([words, does]) => [commandLine(words, page), does] as const);
  const start = `${MARGIN}Next: `;
  const columns = Math.max(...steps.map(([command]) => command.length)) + 3;
  const fits = steps.every(([, does]) => start.length + columns + does.length <= page.width);
  return steps.map(([command, does], index) => {
    const lead = index === 0 ? start : " ".repeat(start.length);
    return fits ? `${lead}${inked(command.padEnd(columns), "bold", page)}${does}` : lead + inked(command, "bold", page);
  });
}

/** Only commands that exist. */
function nextSteps(outcome: Outcome, input: AnswerInput): readonly (readonly [words: string, does: string])[] {
  const report = ["report", "all of this as one page, to read, print or hand over"] as const;
  switch (outcome) {
    case "yes":
    case "possible": {
      const id = input.campaigns[0]?.id ?? input.loose?.[0]?.record.sha256.slice(0, ID_DIGITS);
      return [
        report,
        ["advice", "what to do, for the organisation and for each person"],
        ["people", "who was reached, and what was disclosed"],
        [`messages --verdict ${outcome === "yes" ? "hostile" : "suspicious"}`, "the messages, one a line"],
        [`show ${id === undefined ? "ID" : forTerminal(id, 24)}`, "one campaign, person or message with its evidence"],
      ];
    }
    case "no":
      return [report, ["messages", "the messages, one a line"]];
    case "unfinished":
      return [["scan PATH", "the same scan again: it goes on where it stopped"]];
    case "none":
      return [
        ["scan PATH", "PATH is a mail file or a folder of mail"],
        ...(input.answer.coverage.messages > 0 ? [report] : []),
      ];
  }
}

function paragraph(text: string, page: TerminalOptions): string[] {
  return wrapped(shown(text, 2_000), page.width, MARGIN);
}

function shown(text: string, max = 400): string {
  return forTerminal(defangText(text), max);
}
