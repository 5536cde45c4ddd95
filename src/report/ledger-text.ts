/** The ledger on a terminal: what the documents say, side by side, each accusation with the denials that answer it. */
import { limits } from "../base/limits.ts";
import type { LedgerStatement, RecordedStatement } from "../case/ledger.ts";
import type { ClaimedNames, Conflict, ConflictKind, LedgerView, MatterEntry, MatterView } from "../case/ledger-view.ts";
import { commandLine, type Invocation } from "./command-line.ts";
import { bullet, quoted, unmarked } from "./detail-text.ts";
import { aliasSentence, documentLine, MARKS } from "./document-text.ts";
import { confidenceShown, kindNoun, placeShown, statementSentence, whenSaid } from "./statement-words.ts";
import { capitalised, counted } from "./wording.ts";

/** What the user's documents say, and what ships; a statement that ships stands among the user's where it is about the same, and says so. */
export function ledgerText(
  view: LedgerView,
  damaged: ReadonlyMap<string, string>,
  all = true,
  invocation: Invocation = {},
): string {
  const { own, shipped } = apart(view);
  const max = all ? Number.POSITIVE_INFINITY : MATTERS_MAX;
  const lines = [
    "Your documents",
    ...partLines(own, max, `None. ${commandLine("intel add FILE", invocation)} keeps one.`),
    ...(damaged.size === 0
      ? []
      : ["", "Not as they were kept", ...[...damaged.values()].flatMap((one) => bullet(quoted(one, 400)))]),
    "",
    "The public record that comes with Letterlock",
    ...partLines(shipped, max, "Nothing of it was asked for."),
    ...(view.names.length === 0
      ? []
      : ["", "Names of groups, each as its source has it", ...view.names.flatMap(nameLines)]),
    ...(view.leftOut === 0
      ? []
      : [
          "",
          `${counted(view.leftOut, "statement")} could not be laid beside the others: there are too many. They stand in their documents (${commandLine("show d-…", invocation)}).`,
        ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** One statement, with the matter that it is in. */
export function statementText({ matters, looseDenials, others, saidNoMore }: LedgerView): string {
  const lines = [
    ...matters.flatMap(matterLines),
    ...titled("A denial that no accusation of this record was found for", looseDenials),
    ...titled("Advice and policy", others),
    ...titled("Said in an earlier revision, and no more in the newest", saidNoMore),
  ];
  return `${lines.join("\n").replace(/^\n+/, "")}\n`;
}

/** Of each part, unless all is asked for; advice and what is said no more by fewer. */
const MATTERS_MAX = 20;
const OTHERS_MAX = 10;

type Part = Pick<LedgerView, "documents" | "matters" | "looseDenials" | "others" | "saidNoMore">;

/** A matter with one statement of the user's is the user's. */
export function apart(view: LedgerView): { readonly own: Part; readonly shipped: Part } {
  const part = (isShipped: boolean): Part => {
    const isOf = ({ document }: RecordedStatement) => (document.origin === "shipped") === isShipped;
    return {
      documents: view.documents.filter(({ origin }) => (origin === "shipped") === isShipped),
      matters: view.matters.filter(
        ({ entries }) => entries.every(({ statement }) => statement.document.origin === "shipped") === isShipped,
      ),
      looseDenials: view.looseDenials.filter(isOf),
      others: view.others.filter(isOf),
      saidNoMore: view.saidNoMore.filter(isOf),
    };
  };
  return { own: part(false), shipped: part(true) };
}

function partLines(
  { documents, matters, looseDenials, others, saidNoMore }: Part,
  max: number,
  none: string,
): readonly string[] {
  const isEmpty = documents.length + matters.length + looseDenials.length + others.length === 0;
  if (isEmpty) return [`  ${none}`];
  return [
    ...documents.map((one) => `  ${documentLine(one)}`),
    ...gravestFirst(matters, max).flatMap(matterLines),
    ...(matters.length > max
      ? ["", `  ${matters.length - max} more matters: --all, or choose by --kind and --about.`]
      : []),
    ...titled("Denials that no accusation of this record was found for", looseDenials),
    ...titled("Advice and policy", others, max === MATTERS_MAX ? OTHERS_MAX : max),
    ...titled("Said in an earlier revision, and no more in the newest", saidNoMore, max),
  ];
}

/** Where not all are shown, those in which somebody is accused; in order of time. */
function gravestFirst(matters: readonly MatterView[], max: number): readonly MatterView[] {
  if (matters.length <= max) return matters;
  const shown = new Set(accusedFirst(matters).slice(0, max));
  return matters.filter((one) => shown.has(one));
}

/** What a short page has room for first. */
export function accusedFirst(matters: readonly MatterView[]): readonly MatterView[] {
  const isGrave = ({ entries }: MatterView) => entries.some((one) => one.isAccusation);
  return [...matters.filter(isGrave), ...matters.filter((one) => !isGrave(one))];
}

function titled(
  title: string,
  statements: readonly RecordedStatement[],
  max = Number.POSITIVE_INFINITY,
): readonly string[] {
  if (statements.length === 0) return [];
  const left = statements.length - max;
  return [
    "",
    `  ${title}`,
    ...statements.slice(0, max).flatMap((one) => statementLine(one, 2)),
    ...(left > 0 ? [`    ${left} more: --all, or choose by --kind and --about.`] : []),
  ];
}

function matterLines({ entries, conflicts }: MatterView): readonly string[] {
  return [
    "",
    ...entries.flatMap(entryLines),
    ...conflicts.flatMap((one) => bullet(quoted(conflictWords(one, entries), 500), 2)),
  ];
}

function entryLines(entry: MatterEntry): readonly string[] {
  const { statement, why, isAccusation, denials } = entry;
  return [
    ...statementLine(statement, 1),
    ...(why === "" ? [] : bullet(`stands here: ${quoted(why, 200)}`, 2)),
    ...denials
      .slice(0, DENIALS_MAX)
      .flatMap(({ denial, why: reason }) => [
        ...bullet(`denied: ${headOf(denial)}`, 2),
        ...bullet(`${wordsShown(denial)} ${denial.assertion.id}. Put beside it, since ${quoted(reason, 200)}`, 3),
      ]),
    ...(denials.length > DENIALS_MAX
      ? bullet(`denied ${orMore(denials.length)}${denials.length - DENIALS_MAX} times more: --kind denial`, 2)
      : []),
    ...(isAccusation && denials.length === 0 ? bullet(unansweredWords(entry), 2) : []),
  ];
}

/** Beside one accusation; the rest is counted. */
export const DENIALS_MAX = 20;

/** Before the number of those left, where not all were counted. */
export function orMore(denials: number): string {
  return denials >= limits.ledgerAnswersMax ? "at least " : "";
}

/** Of an accusation without a denial beside it. */
export function unansweredWords({ canBeAnswered }: MatterEntry): string {
  return canBeAnswered
    ? "not answered by any denial in this record, which is no admission"
    : "it names nobody whom a denial of this record could be matched to";
}

function statementLine(statement: RecordedStatement, depth: number): readonly string[] {
  return [
    ...bullet(headOf(statement), depth),
    ...bullet(`${wordsShown(statement)} ${statement.assertion.id}`, depth + 1).map(unmarked),
  ];
}

function headOf({ assertion, document }: RecordedStatement): string {
  const when = whenSaid(assertion, document.date);
  const sure = confidenceShown(assertion.confidence);
  const said = `${capitalised(kindNoun(assertion.kind))}: ${quoted(statementSentence(assertion))}`;
  return [when === "" ? "no date" : quoted(when, 120), said, ...(sure === "" ? [] : [quoted(sure, 120)])].join(" — ");
}

/** Its words, and where they stand. */
function wordsShown(statement: RecordedStatement): string {
  const { assertion, isVerbatim, document } = statement;
  const words = quoted(assertion.quote.text, 500);
  const origin = originOf(statement);
  const from = origin === "" ? `${quoted(document.title, 80)}, ${placeShown(assertion.quote)}` : quoted(origin, 200);
  const tlp = document.tlp === "" ? "" : `; ${quoted(document.tlp, 30)}`;
  const mark = statement.mark === "" ? "" : `; ${MARKS[statement.mark]}`;
  const whose = document.origin === "shipped" ? "; comes with Letterlock" : "";
  return `${isVerbatim ? `“${words}”` : words} (${from}${tlp}${mark}${whose})`;
}

export function originOf({ publisher, source }: LedgerStatement): string {
  return [publisher, source].filter((one) => one !== "").join(", ");
}

const CONFLICTS: Readonly<Record<ConflictKind, string>> = {
  actor: "They name different actors",
  confidence: "They are not equally sure",
  impact: "They do not agree about the impact",
  quantity: "They give other numbers",
  time: "They speak of different times",
};

/** Of entries of the same matter; not yet printable. */
export function conflictWords({ kind, a, b, says }: Conflict, entries: readonly MatterEntry[]): string {
  const who = (id: string) => {
    const by = entries.find(({ statement }) => statement.assertion.id === id)?.statement.assertion.by[0];
    return by === undefined ? id : by.name;
  };
  return `${CONFLICTS[kind]}: ${who(a)} has “${says[0]}”, ${who(b)} “${says[1]}”. Both stand.`;
}

function nameLines({ claims, sharedNames }: ClaimedNames): readonly string[] {
  const said = claims.map(({ by, name, aliases, source }) =>
    source === "" || source === by
      ? aliasSentence(by, name, aliases)
      : `${aliasSentence(by, name, aliases)} (${source})`,
  );
  const tie =
    claims.length < 2
      ? ""
      : `. They share ${sharedNames.length < 6 ? sharedNames.join(", ") : `${sharedNames.length} names`}; whether all mean the same people, nobody here decides`;
  return bullet(quoted(`${said.join("; ")}${tie}`, 1_000));
}
